"""Where F1 is lost: recall by kind, size and length of anomalies, and false positives by series."""
import collections
import json

import replaying
import scoring
import tables


def by_kind(folder, judged, threshold):
    """A table of segments found, by kind, by size and by length."""
    groups = collections.defaultdict(lambda: [0, 0])
    windows = json.loads((folder / "labels.json").read_text())
    for one in judged:
        found = scoring.heads(one)[0] >= threshold
        lengths = [end - start for start, end in scoring.segments(one.labels)]
        for window, length, hit in zip(windows[one.name], lengths, found, strict=True):
            sigmas = window["sigmas"]
            size = "to 6 sigmas" if sigmas < 6 else "6 to 15 sigmas" if sigmas < 15 else "from 15 sigmas"
            span = "1 or 2 rows" if length <= 2 else "3 to 8 rows" if length <= 8 else "from 9 rows"
            for group in (window["kind"], size, span):
                groups[group][0] += int(hit)
                groups[group][1] += 1
    rows = [[group, f"{found} of {total}", f"{found / total:.2f}"] for group, (found, total) in sorted(groups.items())]
    return tables.table(["anomalies", "found", "share"], rows)


def by_series(folder, judged, threshold):
    """A table of the counted rows of each series."""
    shapes = json.loads((folder / "shapes.json").read_text())
    rows = []
    for one in judged:
        score = scoring.at([one], threshold)
        rows.append([
            f"{one.name} {shapes[one.name.removesuffix('.csv')]}", len(one.labels),
            f"{100 * one.labels.mean():.2f} %", score.true_positives, score.false_positives, score.false_negatives,
            f"{score.f1:.3f}", f"{scoring.sweep([one]).f1:.3f}"])
    head = ["series", "rows", "labelled", "true positives", "false positives", "false negatives", "F1",
            "F1, own threshold"]
    return tables.table(head, rows)


def of_corpus(folder, scores, threshold):
    """Both tables, under a threshold of scores, and the first of the decisions."""
    by_scores, by_decisions = replaying.labelled(folder, scores)
    return "\n\n".join([
        f"Under the threshold {threshold:.6g}:", by_series(folder, by_scores, threshold),
        by_kind(folder, by_scores, threshold), "As decided:", by_series(folder, by_decisions, 1),
        by_kind(folder, by_decisions, 1)])
