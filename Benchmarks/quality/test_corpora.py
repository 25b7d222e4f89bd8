"""Corpora are what they say: decided by their seed, with labels that lie on rows, and about as many as wanted."""
import unittest

import numpy

from corpora import MAKERS, operations, web
from corpora.placing import place


class Corpora(unittest.TestCase):
    def test_a_seed_decides_everything(self):
        first, again, other = (web.make(seed) for seed in (1, 1, 2))
        for one, same, different in zip(first, again, other):
            self.assertTrue(numpy.array_equal(one.values, same.values) and one.windows == same.windows)
            self.assertNotEqual(one.windows, different.windows)

    def test_the_share_of_labelled_rows_is_about_what_is_said(self):
        for corpus in (operations, web):
            series = corpus.make(1)
            labelled = sum(self.labelled(one).sum() for one in series) / sum(len(one.times) for one in series)
            self.assertAlmostEqual(labelled, corpus.SHARE, delta=0.2 * corpus.SHARE)

    def test_no_row_of_an_anomaly_is_missing(self):
        for one in operations.make(1):
            step = numpy.diff(one.times).min()
            rows = sum((window["end"] - window["start"]) // step + 1 for window in one.windows)
            self.assertEqual(self.labelled(one).sum(), rows, one.name)

    def test_clean_series_have_no_labels_and_no_gaps(self):
        series = MAKERS["clean"](1)
        self.assertEqual(len(series), 210)
        self.assertTrue(all(not one.windows and len(one.values) == 28 * 288 for one in series))
        self.assertTrue(all(numpy.isfinite(one.values).all() for one in series))

    def test_what_is_placed_does_not_overlap(self):
        lengths = [3, 1, 7]
        starts = place(numpy.random.default_rng(1), lengths, 20, 2)
        ends = starts + lengths
        self.assertTrue(starts[0] >= 2 and (starts[1:] - ends[:-1] >= 2).all() and ends[-1] <= 18)

    @staticmethod
    def labelled(one):
        inside = numpy.zeros(len(one.times), bool)
        for window in one.windows:
            inside |= (one.times >= window["start"]) & (one.times <= window["end"])
        return inside


if __name__ == "__main__":
    unittest.main()
