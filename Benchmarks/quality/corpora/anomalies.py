"""What goes wrong: kinds of anomalies, each as a change of a signal over some rows.

A kind takes a random generator, the signal, the rows and a size in standard deviations of the noise, with its sign, and
returns what the values become.
"""
import numpy


def spike(random, signal, rows, size):
    """Full size at first, then back, the faster the more often it is cut in half on the way."""
    count = rows.stop - rows.start
    back = 0.5 ** (numpy.arange(count) / max(1, count / random.uniform(1, 3)))
    return signal.values(rows, shift=size * signal.sigma[rows] * back)


def shift(random, signal, rows, size):
    """Another level, which ends."""
    return signal.values(rows, shift=size * signal.sigma[rows].mean())


def drop(random, signal, rows, size):
    """Nothing: zero, or the lowest value there can be."""
    return numpy.full(rows.stop - rows.start, max(signal.low, 0.0))


def noisier(random, signal, rows, size):
    """The same level with larger noise."""
    return signal.values(rows, gain=min(max(abs(size) / 2, 2.5), 10))


def ramp(random, signal, rows, size):
    """Slowly away, up to twice the size, and back at once."""
    return signal.values(rows, shift=2 * size * signal.sigma[rows] * numpy.linspace(0.1, 1, rows.stop - rows.start))


def repeated(random, signal, rows, size):
    """Single strange samples, again and again."""
    ticks = numpy.arange(rows.stop - rows.start) % random.integers(3, 8) == 0
    return signal.values(rows, shift=size * signal.sigma[rows] * ticks)


# Kind: the rows that it needs at least, and how often it is drawn.
KINDS = {spike: (1, 4), shift: (3, 4), drop: (1, 1), noisier: (8, 1.5), ramp: (12, 1), repeated: (6, 1.5)}


def name(kind, size):
    """What a label calls it."""
    return "dip" if kind is spike and size < 0 else kind.__name__


def draw_kind(random, count):
    """One of those that have room."""
    kinds = [kind for kind, (least, _) in KINDS.items() if least <= count]
    weights = numpy.array([KINDS[kind][1] for kind in kinds])
    return kinds[random.choice(len(kinds), p=weights / weights.sum())]


def draw_size(random, count, upward):
    """From barely visible to huge, all orders alike. Nobody would see 3 standard deviations in one or two samples."""
    size = numpy.exp(random.uniform(numpy.log(6 if count <= 2 else 3), numpy.log(50)))
    return size if random.random() < upward else -size


def is_visible(kind, before, after, sigma):
    """False where bounds or rounding left so little of it that nobody would have labelled it."""
    change = numpy.abs(after - before) / sigma
    return change.max() >= (4 if kind in (spike, drop, ramp, repeated) else 2.5)
