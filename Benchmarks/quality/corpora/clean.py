"""Series without anomalies, to count what is raised all the same: ten shapes, 20 series each, and ten constants.

Four weeks by five minutes. Their names say nothing, so that only the standard policy applies.
"""
import zlib

import numpy

from . import cycles, levels, noises
from .calendar import Calendar
from .labelled import Series

DAYS = 28
PER_SHAPE = 20
CONSTANTS = 10


def gaussian(random, at):
    return 50 + random.uniform(0.5, 10) * noises.white(random, at.rows)


def heavy_tailed(random, at):
    """Half of them on both sides, half of them above."""
    if random.random() < 0.5:
        return 100 + 5 * noises.student(random, at.rows)
    return random.lognormal(2, random.uniform(0.4, 1), at.rows)


def skewed(random, at):
    return 10 + random.gamma(random.uniform(1, 4), 3, at.rows)


def counts(random, at):
    return random.poisson(random.uniform(0.1, 3), at.rows).astype(float)


def bursty(random, at):
    """Bursts of some samples, several a day, are how it is."""
    begins = random.random(at.rows) < random.uniform(3, 12) / 288
    size = numpy.zeros(at.rows)
    for start in numpy.flatnonzero(begins):
        size[start:start + random.integers(1, 7)] += random.exponential(20)
    return 10 + noises.white(random, at.rows) + size


def quantised(random, at):
    quantum = random.uniform(0.5, 3)  # in standard deviations
    return 20 + quantum * numpy.round(noises.white(random, at.rows) / quantum)


def bounded(random, at):
    """A share of some hundred, near 1 or anywhere."""
    share, trials = random.choice([0.999, 0.99, 0.9, 0.5]), random.integers(50, 2000)
    return random.binomial(trials, share, at.rows) / trials


def autoregressive(random, at):
    return 30 + 4 * noises.autoregressive(random, at.rows, random.uniform(0.6, 0.98))


def seasonal(random, at):
    """Days and weeks."""
    day = cycles.two_peaked(at.fraction, 0.4, 0.8) if random.random() < 0.5 else cycles.smooth(at.fraction, 0.6)
    mean = levels.level(random, at, 100, random.uniform(0.5, 3) * day, random.uniform(0.5, 1.3), restless=0.02)
    return mean + random.uniform(0.02, 0.1) * mean * noises.white(random, at.rows)


def integrated(random, at):
    """A random walk: no level is its own."""
    return 1000 + numpy.cumsum(noises.white(random, at.rows))


SHAPES = [gaussian, heavy_tailed, skewed, counts, bursty, quantised, bounded, autoregressive, seasonal, integrated]


def make(seed):
    calendar, series = Calendar(300, DAYS), []
    for shape in SHAPES:
        for _ in range(PER_SHAPE):
            random = numpy.random.default_rng([seed, len(series), zlib.crc32(b"clean")])
            series.append(Series("", calendar.times, shape(random, calendar), shape=shape.__name__))
    for number in range(CONSTANTS):
        values = numpy.full(calendar.rows, [0, 1, 0.5, 100, -3, 1e9, 1e-6, 42, 99.9, 7][number], float)
        series.append(Series("", calendar.times, values, shape="constant"))
    for number, one in enumerate(series, 1):
        one.name = f"kpi_{number:03}"
    return series
