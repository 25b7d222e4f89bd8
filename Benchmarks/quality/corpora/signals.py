"""A series as it would be without anomalies, in parts, so that anomalies can be sized by its noise."""
import dataclasses

import numpy


@dataclasses.dataclass
class Signal:
    """What is measured is `mean + sigma * noise`, kept within bounds and rounded to a quantum.

    `noise` has variance 1, so `sigma` is its standard deviation at each row, in the unit of the series.
    """
    mean: numpy.ndarray
    sigma: numpy.ndarray
    noise: numpy.ndarray
    low: float = -numpy.inf
    high: float = numpy.inf
    quantum: float = 0  # 0: any value can be
    # How many of the anomalies go up, in 0 ... 1. At 1, as with errors, less is never an anomaly.
    upward: float = 0.5

    def values(self, rows=slice(None), gain=1.0, shift=0.0):
        """What is measured in these rows, with the noise larger by `gain` and all moved by `shift`."""
        values = self.mean[rows] + self.sigma[rows] * self.noise[rows] * gain + shift
        if self.quantum:
            values = numpy.round(values / self.quantum) * self.quantum
        return numpy.clip(values, self.low, self.high)
