"""The segment rule at its edges."""
import math
import unittest

import numpy

import scoring


def judged(labels, scores):
    return scoring.Judged(numpy.array(labels, bool), numpy.array(scores, float))


def one_segment(detected, length=20, before=5, after=5):
    """A segment with a detection on that row of it, counted from 0; `None` for none."""
    scores = numpy.zeros(before + length + after)
    if detected is not None:
        scores[before + detected] = 1
    return judged([0] * before + [1] * length + [0] * after, scores)


class SegmentRule(unittest.TestCase):
    def counts(self, *series, threshold=1):
        score = scoring.at(series, threshold)
        return score.true_positives, score.false_positives, score.false_negatives

    def test_a_detection_on_the_first_row_finds_the_whole_segment(self):
        self.assertEqual(self.counts(one_segment(0)), (20, 0, 0))

    def test_a_delay_of_seven_rows_is_in_time(self):
        self.assertEqual(self.counts(one_segment(7)), (20, 0, 0))

    def test_a_delay_of_eight_rows_is_a_miss_and_no_false_positive(self):
        self.assertEqual(self.counts(one_segment(8)), (0, 0, 20))

    def test_a_detection_just_before_is_a_false_positive_and_finds_nothing(self):
        self.assertEqual(self.counts(one_segment(-1)), (0, 1, 20))

    def test_a_detection_just_behind_a_short_segment_is_not_in_it(self):
        self.assertEqual(self.counts(one_segment(3, length=3)), (0, 1, 3))
        self.assertEqual(self.counts(one_segment(2, length=3)), (3, 0, 0))

    def test_segments_at_both_ends_of_a_series(self):
        self.assertEqual(self.counts(judged([1, 1, 0, 0, 1], [0, 1, 0, 0, 1])), (3, 0, 0))

    def test_neighbours_are_two_segments_only_with_a_row_between(self):
        self.assertEqual(scoring.segments([1, 0, 1, 1]), [(0, 1), (2, 4)])
        self.assertEqual(scoring.segments([1, 1, 1, 1]), [(0, 4)])
        self.assertEqual(scoring.segments([0, 0]), [])

    def test_false_positives_count_by_row(self):
        self.assertEqual(self.counts(judged([0] * 6, [1, 1, 1, 0, 1, 0.5])), (0, 4, 0))

    def test_counts_of_series_are_added(self):
        self.assertEqual(self.counts(one_segment(0), one_segment(None), one_segment(-2)), (20, 1, 40))

    def test_a_segment_does_not_go_on_in_the_next_series(self):
        self.assertEqual(self.counts(judged([0, 1], [0, 0]), judged([1, 0], [1, 0])), (1, 0, 1))


class Sweep(unittest.TestCase):
    def test_finds_the_best_threshold(self):
        score = scoring.sweep([judged([0, 0, 1, 1, 0, 1], [0.1, 0.2, 0.9, 0, 0.3, 0.6])])
        self.assertEqual((score.threshold, score.f1), (0.6, 1))

    def test_is_never_worse_than_any_threshold(self):
        random = numpy.random.default_rng(1)
        for _ in range(20):
            series = [judged(random.random(60) < 0.3, random.integers(0, 6, 60)) for _ in range(3)]
            best = max(scoring.at(series, threshold).f1 for threshold in range(-1, 8))
            self.assertAlmostEqual(scoring.sweep(series).f1, best)

    def test_constant_scores_are_all_or_nothing(self):
        score = scoring.sweep([judged([0, 0, 0, 1], [0.5] * 4)])
        self.assertEqual((score.true_positives, score.false_positives, score.threshold), (1, 3, 0.5))
        self.assertEqual(scoring.at([judged([0, 0, 0, 1], [0.5] * 4)], 0.6).f1, 0)

    def test_minus_infinity_is_never_a_detection(self):
        score = scoring.at([judged([0, 1], [-math.inf, -math.inf])], -math.inf)
        self.assertEqual((score.true_positives, score.false_positives), (0, 0))

    def test_without_labels_silence_is_best(self):
        score = scoring.sweep([judged([0, 0], [1, 2])])
        self.assertEqual((score.false_positives, score.f1, score.threshold), (0, 0, math.inf))


if __name__ == "__main__":
    unittest.main()
