"""The times of a series, and where in the day and the week they lie."""
import dataclasses

import numpy

DAY = 86_400  # seconds
MONDAY = 1_704_067_200  # 2024-01-01T00:00:00Z, a Monday: unix seconds


@dataclasses.dataclass
class Calendar:
    """A regular grid from a Monday midnight on, UTC."""
    step: int  # seconds
    days: float

    def __post_init__(self):
        self.times = MONDAY + self.step * numpy.arange(round(self.days * DAY / self.step))
        since = (self.times - MONDAY) / DAY
        self.day = since.astype(int)  # from 0
        self.fraction = since - self.day  # of the day, in [0, 1)

    @property
    def rows(self):
        return len(self.times)

    def points(self, minutes):
        """How many rows last so long; at least one."""
        return max(1, round(minutes * 60 / self.step))

    def by_day(self, factors):
        """One number a day as a curve that changes within two hours around midnight."""
        steps = numpy.asarray(factors)[self.day]
        width = self.points(120)
        padded = numpy.pad(steps, (width // 2, width - 1 - width // 2), mode="edge")
        sums = numpy.concatenate(([0.0], numpy.cumsum(padded)))
        return (sums[width:] - sums[:-width]) / width

    def weekend(self, factor):
        """`factor` on Saturdays and Sundays, else 1."""
        return self.by_day([factor if day % 7 >= 5 else 1.0 for day in range(self.day[-1] + 1)])
