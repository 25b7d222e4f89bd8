"""A signal becomes a series: with labelled anomalies, harmless oddities that nobody labelled, and missing rows."""
import dataclasses

import numpy

from . import anomalies
from .placing import place


@dataclasses.dataclass
class Series:
    """One series. Missing rows are not in it."""
    name: str
    times: numpy.ndarray  # unix seconds
    values: numpy.ndarray
    windows: list = dataclasses.field(default_factory=list)  # of labels: start, end (inclusive), kind, size
    shape: str = ""  # what it is like


def draw_lengths(random, calendar, share, minutes):
    """Rows of anomalies, all orders of minutes alike, until they are that share of all rows."""
    lengths, left = [], share * calendar.rows
    while left > 0:
        length = calendar.points(numpy.exp(random.uniform(*numpy.log(minutes))))
        lengths.append(length)
        left -= length
    return lengths


def label(random, calendar, signal, name, shape, share, minutes):
    """The series of a signal.

    - `share`: of the rows, that are anomalous. `minutes`: how long an anomaly lasts, from and to.
    """
    anomalous = draw_lengths(random, calendar, share, minutes)
    noisy = [calendar.points(random.uniform(30, 90)) for _ in range(random.integers(1, 4))]
    missing = [calendar.points(numpy.exp(random.uniform(*numpy.log((5, 400))))) for _ in range(random.integers(1, 5))]
    stretches = [("anomaly", n) for n in anomalous] + [("noisy", n) for n in noisy] + [("missing", n) for n in missing]
    stretches = [stretches[index] for index in random.permutation(len(stretches))]
    starts = place(random, [length for _, length in stretches], calendar.rows, calendar.points(20))
    gain, windows, present = numpy.ones(calendar.rows), [], numpy.ones(calendar.rows, bool)
    for (what, length), start in zip(stretches, starts):
        if what == "noisy":
            gain[start:start + length] = random.uniform(1.3, 2)
    values, inside = signal.values(gain=gain), numpy.zeros(calendar.rows, bool)
    for (what, length), start in zip(stretches, starts):
        rows = slice(int(start), int(start + length))
        if what == "missing":
            present[rows] = False
        elif what == "anomaly" and (window := strike(random, calendar, signal, values, rows)):
            windows.append(window)
            inside[rows] = True
    # Single rows get lost too, though none of an anomaly, so that a segment is one run of rows however gaps are read.
    present &= inside | (random.random(calendar.rows) >= random.choice([0, 0.0005, 0.005]))
    return Series(name, calendar.times[present], values[present], windows, shape)


def strike(random, calendar, signal, values, rows):
    """Puts an anomaly into the values of these rows and returns its label; `None` where none would be seen."""
    count = rows.stop - rows.start
    for _ in range(20):
        kind, size = anomalies.draw_kind(random, count), anomalies.draw_size(random, count, signal.upward)
        if kind is anomalies.drop and signal.upward > 0.8:
            continue
        after = kind(random, signal, rows, size)
        if anomalies.is_visible(kind, values[rows], after, signal.sigma[rows]):
            values[rows] = after
            return {
                "start": int(calendar.times[rows.start]), "end": int(calendar.times[rows.stop - 1]),
                "kind": anomalies.name(kind, size), "sigmas": round(float(abs(size)), 1),
            }
    return None
