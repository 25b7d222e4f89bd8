"""F1 by the rule of the KPI data set: a segment counts as a whole, and only if it was found soon.

A labelled segment, a run of labelled rows, is detected if a detection falls on one of its first `DELAY + 1` rows; then
all its rows are true positives, else all are false negatives, whatever comes later in it. Detections outside every
segment are false positives, each row one. F1 is pooled: the counts of all series are added, under one threshold.

- Reference: AIOps challenge (2018), `evaluation.py`; Ren et al. (2019), "Time-series anomaly detection service at
  Microsoft", section 4.
"""
import dataclasses

import numpy

DELAY = 7  # rows behind the first one of a segment


@dataclasses.dataclass
class Judged:
    """One series: its labels and what a detector said, a number a row.

    Scores are higher where stranger; minus infinity is never a detection.
    """
    labels: numpy.ndarray
    scores: numpy.ndarray
    name: str = ""


@dataclasses.dataclass
class Score:
    """Counted rows, and the threshold under which they were counted: a score of at least that is a detection."""
    true_positives: int
    false_positives: int
    false_negatives: int
    threshold: float

    @property
    def f1(self):
        """0 where there is nothing to find and nothing found."""
        whole = 2 * self.true_positives + self.false_positives + self.false_negatives
        return 2 * self.true_positives / whole if whole else 0.0

    @property
    def precision(self):
        found = self.true_positives + self.false_positives
        return self.true_positives / found if found else 0.0

    @property
    def recall(self):
        labelled = self.true_positives + self.false_negatives
        return self.true_positives / labelled if labelled else 0.0


def segments(labels):
    """The first row and the row behind the last of each run of labelled rows."""
    edges = numpy.diff(numpy.concatenate(([0], numpy.asarray(labels, bool).astype(numpy.int8), [0])))
    return list(zip(numpy.flatnonzero(edges == 1).tolist(), numpy.flatnonzero(edges == -1).tolist()))


def heads(judged, delay=DELAY):
    """For each segment the highest score that is soon enough, and how many rows it has."""
    ranges = segments(judged.labels)
    best = [judged.scores[start:min(end, start + delay + 1)].max() for start, end in ranges]
    return numpy.array(best, float), numpy.array([end - start for start, end in ranges], int)


def pooled(series, delay=DELAY):
    """Of all series: the heads, the lengths, and the scores outside segments in ascending order."""
    parts = [heads(judged, delay) for judged in series]
    outside = numpy.concatenate([judged.scores[~judged.labels] for judged in series])
    return numpy.concatenate([p[0] for p in parts]), numpy.concatenate([p[1] for p in parts]), numpy.sort(outside)


def _counts(best, lengths, outside, threshold):
    found = (best >= threshold) & (best > -numpy.inf)
    false = len(outside) - numpy.searchsorted(outside, max(threshold, -numpy.finfo(float).max))
    return Score(int(lengths[found].sum()), int(false), int(lengths[~found].sum()), float(threshold))


def at(series, threshold, delay=DELAY):
    """The score under a threshold that is given."""
    return _counts(*pooled(series, delay), threshold)


def sweep(series, delay=DELAY):
    """The score under the best single threshold; of equals the highest, so that silence wins where nothing helps.

    Only the highest early scores of segments need to be tried: between two of them a lower threshold only adds
    false positives.
    """
    best, lengths, outside = pooled(series, delay)
    tried = [numpy.inf, *sorted(set(best[best > -numpy.inf].tolist()), reverse=True)]
    return max((_counts(best, lengths, outside, threshold) for threshold in tried), key=lambda score: score.f1)
