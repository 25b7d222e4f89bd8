"""Noise of different colours, each with mean 0 and variance 1, one number a row."""
import itertools

import numpy


def white(random, rows):
    return random.standard_normal(rows)


def autoregressive(random, rows, memory):
    """Each number repeats `memory` of the one before it."""
    shocks = random.standard_normal(rows)
    shocks[1:] *= numpy.sqrt(1 - memory * memory)
    return numpy.fromiter(itertools.accumulate(shocks, lambda last, shock: memory * last + shock), float, rows)


def student(random, rows, freedom=3):
    """Heavy on both sides; at three degrees of freedom the fourth moment is infinite."""
    return random.standard_t(freedom, rows) / numpy.sqrt(freedom / (freedom - 2))


def lognormal(random, rows, shape=0.6):
    """Heavy above, bounded below."""
    square = shape * shape
    mean, deviation = numpy.exp(square / 2), numpy.sqrt((numpy.exp(square) - 1) * numpy.exp(square))
    return (random.lognormal(0, shape, rows) - mean) / deviation


def poisson(random, means):
    """What counts of these means are off by, in their standard deviations."""
    return (random.poisson(means) - means) / numpy.sqrt(means)


def binomial(random, trials, shares):
    """What observed shares are off by, in their standard deviations."""
    deviation = numpy.sqrt(shares * (1 - shares) / trials)
    return (random.binomial(trials, shares) / trials - shares) / deviation


def wander(random, calendar, hours):
    """A slow walk around 0 that forgets within some hours, drawn every ten minutes and joined by lines."""
    coarse = numpy.arange(0, calendar.rows * calendar.step + 600, 600)
    walk = autoregressive(random, len(coarse), float(numpy.exp(-1 / (6 * hours))))
    return numpy.interp(numpy.arange(calendar.rows) * calendar.step, coarse, walk)
