"""Operations KPIs, as in the AIOps challenge of 2018: 12 series by the minute, three of them by five minutes.

They differ in the shape of the day, the colour of the noise and how much of them is anomalous: 2 % of the rows on
average, in segments of 1 to 120 minutes.
"""
import zlib

import numpy

from . import cycles, levels, noises
from .calendar import Calendar
from .labelled import label
from .signals import Signal


def requests(random, at):
    """Smooth, fewer at weekends, noise in proportion to the level."""
    mean = levels.level(random, at, 2000, 2 * cycles.smooth(at.fraction, 0.6), weekend=0.7)
    mean *= levels.holiday(random, at, 0.8)
    return Signal(mean, 0.04 * mean, noises.white(random, at.rows), low=0, quantum=1)


def transactions(random, at):
    """Two peaks, counted, growing."""
    mean = levels.level(
        random, at, 15, 12 * cycles.two_peaked(at.fraction, 0.42, 0.83), trend=0.15, restless=0.04)
    return Signal(mean, numpy.sqrt(mean), noises.poisson(random, mean), low=0, quantum=1)


def batch_jobs(random, at):
    """A low level with jobs at fixed hours."""
    jobs = cycles.batches(random, at, [2, 6.5, 14, 22], random.uniform(8, 20))
    jobs += cycles.batches(random, at, range(24), 3) / 6
    mean = levels.level(random, at, 30, 6 * jobs)
    return Signal(mean, 1.5 + 0.05 * mean, noises.autoregressive(random, at.rows, 0.4), low=0, upward=0.7)


def busy_share(random, at):
    """A bounded ratio over working hours, with noise that lasts."""
    mean = levels.level(
        random, at, 0.22, 1.3 * cycles.working_hours(at.fraction, 0.36, 0.78), weekend=0.6, restless=0.04)
    return Signal(mean, numpy.full(at.rows, 0.02), noises.autoregressive(random, at.rows, 0.7), low=0, high=1,
                  upward=0.7)


def queue_length(random, at):
    """Hardly a cycle; heavy above."""
    mean = levels.level(random, at, 40, 0.1 * cycles.smooth(at.fraction, 0.5), restless=0.05)
    return Signal(mean, 0.25 * mean, noises.lognormal(random, at.rows), low=0, quantum=1, upward=0.9)


def memory(random, at):
    """Leaks all day and is freed at night; measured in steps."""
    mean = levels.level(random, at, 3200, 0.12 * ((at.fraction - 0.125) % 1), trend=0.05, restless=0.002)
    return Signal(mean, numpy.full(at.rows, 12.0), noises.white(random, at.rows), low=0, quantum=8)


def failures(random, at):
    """Counts near zero; fewer are good news."""
    mean = levels.level(random, at, 0.6, 1.5 * cycles.smooth(at.fraction, 0.58), restless=0.05)
    return Signal(mean, numpy.sqrt(mean), noises.poisson(random, mean), low=0, quantum=1, upward=1)


def success_share(random, at):
    """A ratio near 1, of more trials by day."""
    trials = numpy.maximum(levels.level(random, at, 300, 6 * cycles.smooth(at.fraction, 0.6)), 1).astype(int)
    share = numpy.clip(1 - levels.level(random, at, 0.004, restless=0.1), 0, 1)
    sigma = numpy.sqrt(share * (1 - share) / trials)
    return Signal(share, sigma, noises.binomial(random, trials, share), low=0, high=1, upward=0)


def response_time(random, at):
    """Follows the load; heavy above, in proportion to the level."""
    mean = levels.level(random, at, 120, 0.6 * cycles.two_peaked(at.fraction, 0.45, 0.8), restless=0.04)
    noise = 0.8 * noises.lognormal(random, at.rows, 0.4) + 0.6 * noises.autoregressive(random, at.rows, 0.9)
    return Signal(mean, 0.08 * mean, noise, low=1, upward=0.85)


def traffic(random, at):
    """Smooth, weekends lower, growing by a fifth, noise that lasts."""
    mean = levels.level(random, at, 80, 1.5 * cycles.smooth(at.fraction, 0.75), weekend=0.8, trend=0.2)
    return Signal(mean, 0.03 * mean, noises.autoregressive(random, at.rows, 0.9), low=0)


def sessions(random, at):
    """Two peaks and other weekends; white noise."""
    mean = levels.level(
        random, at, 400, 3 * cycles.two_peaked(at.fraction, 0.4, 0.85), weekend=1.25, restless=0.03)
    mean *= levels.holiday(random, at, 1.15)
    return Signal(mean, numpy.full(at.rows, 20.0), noises.white(random, at.rows), low=0, quantum=1)


def temperature(random, at):
    """Hardly a cycle, measured in half degrees, with heavy noise on both sides."""
    mean = levels.level(random, at, 42, 0.03 * cycles.smooth(at.fraction, 0.65), restless=0.01)
    return Signal(mean, numpy.full(at.rows, 0.6), noises.student(random, at.rows), quantum=0.5, upward=0.7)


# The shape, the step in seconds, and how much of it is anomalous beside the others.
CATALOGUE = [
    (requests, 60, 1), (transactions, 60, 0.6), (batch_jobs, 60, 0.8), (busy_share, 60, 2), (queue_length, 60, 0.4),
    (memory, 60, 1.6), (failures, 60, 0.3), (success_share, 60, 1), (response_time, 60, 1.5), (traffic, 300, 1),
    (sessions, 300, 0.7), (temperature, 300, 0.5),
]
SHARE = 0.02  # of the rows
MINUTES = (1, 120)


def make(seed):
    series = []
    each = SHARE * sum(1 / step for _, step, _ in CATALOGUE) / sum(weight / step for _, step, weight in CATALOGUE)
    for number, (shape, step, weight) in enumerate(CATALOGUE, 1):
        random = numpy.random.default_rng([seed, number, zlib.crc32(b"operations")])
        calendar = Calendar(step, random.integers(35, 43))
        signal = shape(random, calendar)
        series.append(
            label(random, calendar, signal, f"kpi_{number:02}", shape.__name__, each * weight, MINUTES))
    return series
