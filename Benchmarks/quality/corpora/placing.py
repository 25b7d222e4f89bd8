"""Where things go that must not overlap."""
import numpy


def place(random, lengths, rows, apart):
    """The first row of each length, at random, in the order given; `apart` rows at least before each and at the end."""
    lengths = numpy.asarray(lengths)
    free = rows - lengths.sum() - apart * (len(lengths) + 1)
    if free < 0:
        raise ValueError(f"{len(lengths)} stretches of {lengths.sum()} rows do not fit into {rows} rows.")
    offsets = numpy.sort(random.integers(0, free + 1, len(lengths)))
    before = numpy.concatenate(([0], numpy.cumsum(lengths + apart)[:-1]))
    return offsets + before + apart
