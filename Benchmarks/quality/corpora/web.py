"""KPIs of web services, as in the data set WSD: 12 series by the minute over five weeks.

All have a strong daily and weekly cycle; 1.5 % of the rows are anomalous, in segments of mostly 3 to 30 minutes.
"""
import zlib

import numpy

from . import cycles, levels, noises
from .calendar import Calendar
from .labelled import label
from .signals import Signal


def visits(random, at, base):
    """How many requests a minute are expected: the load that the other series follow."""
    peak = random.uniform(0.78, 0.88)
    day = cycles.two_peaked(at.fraction, random.uniform(0.4, 0.5), peak) + cycles.smooth(at.fraction, peak)
    weekend = random.choice([0.6, 0.75, 1.2])
    return levels.level(random, at, base, random.uniform(2, 4) * day, weekend, random.uniform(-0.05, 0.1), 0.02)


def counts(random, at):
    """Requests, a little more restless than chance alone would have them."""
    mean = visits(random, at, numpy.exp(random.uniform(*numpy.log((30, 3000))))) * levels.holiday(random, at, 0.9)
    variance = mean + (0.03 * mean) ** 2
    noise = noises.poisson(random, mean) * numpy.sqrt(mean / variance)
    noise += noises.autoregressive(random, at.rows, 0.5) * 0.03 * mean / numpy.sqrt(variance)
    return Signal(mean, numpy.sqrt(variance), noise, low=0, quantum=1, upward=0.35)


def latency(random, at):
    """The mean of the answers of a minute: it follows the load, and is heavy above."""
    load = visits(random, at, 1.0)
    mean = levels.level(random, at, random.uniform(40, 300), restless=0.02) * (1 + 0.1 * load)
    memory = random.uniform(0.3, 0.8)
    noise = 0.8 * noises.lognormal(random, at.rows, 0.35) + 0.6 * noises.autoregressive(random, at.rows, memory)
    return Signal(mean, 0.06 * mean, noise, low=1, quantum=0.01, upward=0.9)


def error_share(random, at):
    """Errors in a hundred requests; few requests at night, so that one is a large share."""
    trials = numpy.maximum(visits(random, at, random.uniform(100, 1000)), 1).astype(int)
    share = numpy.clip(levels.level(random, at, random.uniform(0.003, 0.02), restless=0.1), 0, 1)
    sigma = numpy.sqrt(share * (1 - share) / trials)
    noise = noises.binomial(random, trials, share)
    return Signal(100 * share, 100 * sigma, noise, low=0, high=100, quantum=0.001, upward=1)


def success_share(random, at):
    """The mirror of it."""
    signal = error_share(random, at)
    signal.mean, signal.noise, signal.upward = 100 - signal.mean, -signal.noise, 0
    return signal


CATALOGUE = [counts] * 5 + [latency] * 3 + [error_share] * 2 + [success_share] * 2
SHARE = 0.015  # of the rows, on average; each series between a third and twice of it
MINUTES = (3, 30)


def make(seed):
    series = []
    weights = numpy.random.default_rng([seed, zlib.crc32(b"web")]).uniform(0.33, 2, len(CATALOGUE))
    for number, (shape, weight) in enumerate(zip(CATALOGUE, weights / weights.mean()), 1):
        random = numpy.random.default_rng([seed, number, zlib.crc32(b"web")])
        calendar = Calendar(60, 35)
        # One in six has long ones too.
        minutes = (3, 90) if number % 6 == 0 else MINUTES
        signal = shape(random, calendar)
        series.append(label(random, calendar, signal, f"kpi_{number:02}", shape.__name__, SHARE * weight, minutes))
    return series
