"""The mean of a series over the weeks: a day's cycle, that no two days repeat exactly."""
import numpy

from . import noises


def level(random, calendar, base, cycle=0.0, weekend=1.0, trend=0.0, restless=0.02):
    """The base, raised by a cycle in shares of it, over weekdays and weekends.

    - `trend`: what the level gains from the first row to the last, as a share.
    - `restless`: how far days, and hours by a slow walk, differ from each other: a standard deviation, as a share.
    """
    days = calendar.day[-1] + 1
    size = numpy.interp(
        calendar.day + calendar.fraction, numpy.arange(days) + 0.5, random.lognormal(0, 2 * restless, days))
    growth = 1 + trend * numpy.linspace(0, 1, calendar.rows)
    walk = numpy.exp(restless * noises.wander(random, calendar, random.uniform(2, 6)))
    return base * (1 + cycle * size) * calendar.weekend(weekend) * growth * walk


def holiday(random, calendar, factor):
    """One of the weekdays behind the first week is `factor` times as large; a curve to multiply with."""
    weekdays = [day for day in range(7, calendar.day[-1]) if day % 7 < 5]
    chosen = random.choice(weekdays)
    return calendar.by_day([factor if day == chosen else 1.0 for day in range(calendar.day[-1] + 1)])
