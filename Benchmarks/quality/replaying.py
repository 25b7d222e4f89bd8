"""Runs `andon replay` over a folder, and reads back what it said of each row."""
import json
import os
import pathlib
import shutil
import subprocess

import numpy

import scoring

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("ANDON_BINARY") or ROOT / ".build/release/andon").resolve()
CONFIG = ROOT / "config" / "andon.yaml"
SPARED = 7 * 86_400  # seconds of each series that the figures "after 7 days" leave out


def replay(data, config, *arguments):
    """The JSON document of a replay of a folder, which is called from inside it: series are named by their files alone.

    - Raises: `SystemExit` with what it said where it failed.
    """
    command = [str(BINARY), "replay", ".", "--config", str(config), "--format", "json", *map(str, arguments)]
    ended = subprocess.run(command, cwd=data, capture_output=True, text=True)
    if ended.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {ended.returncode}: {ended.stderr.strip()[-2000:]}")
    return json.loads(ended.stdout)


def scored(data, config, scores):
    """Replays a folder with a file of scores for each of its files; the folder of scores is begun anew."""
    shutil.rmtree(scores, ignore_errors=True)
    return replay(data, config, "--scores", scores)


def rows(path):
    """The columns `timestamp`, `anomaly_score` and `anomaly` of a file of scores of one series; times as text."""
    with open(path) as file:
        head = file.readline().strip().split(",")
        if head[-2:] != ["anomaly_score", "anomaly"]:
            raise SystemExit(f"{path}: its columns are {head}")
        cells = [(line[:line.index(",")], *line.rstrip("\n").rsplit(",", 2)[1:]) for line in file]
    times, scores, decisions = zip(*cells)
    return times, numpy.array(scores, float), numpy.array(decisions, float)


def labelled(folder, scores, spared=0):
    """What was said of a labelled corpus: two lists of `scoring.Judged`, by scores and by decisions.

    - `spared`: seconds from the start of each series on that are left out, with whatever part of a segment lies there.
    """
    by_scores, by_decisions = [], []
    for name, windows in sorted(json.loads((folder / "labels.json").read_text()).items()):
        times, score, decision = rows(scores / name)
        times = numpy.array(times, float)
        labels = numpy.zeros(len(times), bool)
        for window in windows:
            first, behind = numpy.searchsorted(times, [window["start"], window["end"] + 1])
            labels[first:behind] = True
        kept = times >= times[0] + spared
        by_scores.append(scoring.Judged(labels[kept], score[kept], name))
        by_decisions.append(scoring.Judged(labels[kept], decision[kept], name))
    return by_scores, by_decisions
