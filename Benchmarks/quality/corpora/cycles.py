"""Shapes of a day: functions of the fraction of the day, with values in 0 ... 1."""
import numpy


def smooth(fraction, peak):
    """One wave."""
    return (1 + numpy.cos(2 * numpy.pi * (fraction - peak))) / 2


def two_peaked(fraction, morning, evening):
    """A peak before and a higher one after noon, and a quiet night."""
    def bump(peak, sharpness):
        return numpy.exp(sharpness * (numpy.cos(2 * numpy.pi * (fraction - peak)) - 1))
    curve = 0.8 * bump(morning, 8) + bump(evening, 10)
    return curve / curve.max()


def working_hours(fraction, start, end):
    """Up within half an hour, a plateau, down again."""
    rise = 1 / (1 + numpy.exp(-(fraction - start) * 150))
    return rise / (1 + numpy.exp((fraction - end) * 150))


def batches(random, calendar, hours, minutes):
    """Jobs at fixed hours, which start up to a minute late, last as long as they need, and are not all as large."""
    curve = numpy.zeros(calendar.rows)
    for day in range(calendar.day[-1] + 1):
        for hour in hours:
            start = (day * 1440 + hour * 60 + random.uniform(0, 1)) * 60 / calendar.step
            length = minutes * random.uniform(0.85, 1.15) * 60 / calendar.step
            first, last = round(start), round(start + length)
            curve[first:last + 1] = random.normal(1, 0.1)
    return curve
