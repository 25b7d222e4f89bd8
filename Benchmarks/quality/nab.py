"""NAB by a scorer of its official rules that is handed in: on all files, and on each half with the other's threshold.

The scorer is a program that takes `--data --windows --scores --column --profile all` and `--decisions`, and prints a
line `<profile> <score> threshold <threshold> ...` for each profile. It gets ranks in place of scores: they order the
rows just so, and a printed threshold is one of them exactly.
"""
import json
import pathlib
import shutil
import subprocess
import sys

import numpy

import replaying


def names(data):
    """The files of the benchmark, sorted."""
    return sorted(json.loads((data / "windows.json").read_text()))


def measure(data, scorer, config, work):
    """The figures of a config.

    - `data`: the folder with the benchmark's files and its `windows.json`. `work`: a folder for what lies between.
    """
    data, scorer = pathlib.Path(data).resolve(), pathlib.Path(scorer).resolve()
    link(data, work / "data")
    replaying.scored(work / "data", config, work / "scores")
    rank(data, work)
    odd, even = names(data)[::2], names(data)[1::2]
    swept, decided = ask(data, scorer, work, names(data)), ask(data, scorer, work, names(data), "anomaly")
    halves = {"odd": ask(data, scorer, work, odd), "even": ask(data, scorer, work, even)}
    carried = {}
    for half, files, other in (("odd", odd, "even"), ("even", even, "odd")):
        carry(work, files, halves[other]["standard"][1])
        carried[half] = ask(data, scorer, work, files, "carried")["standard"][0]
    return {
        "swept": {profile: score for profile, (score, _) in swept.items()},
        "decided": {profile: score for profile, (score, _) in decided.items()},
        "halves": {
            half: {
                "swept": halves[half]["standard"][0], "carried": carried[half],
                "decided": ask(data, scorer, work, files, "anomaly")["standard"][0],
            } for half, files in (("odd", odd), ("even", even))
        },
    }


def link(data, folder):
    """The files of the benchmark alone: what else lies there is no recording."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in names(data):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(data / name)


def rank(data, work):
    """Writes `timestamp,rank,anomaly` for each file; ranks are over the rows of all of them, equal ones are equal."""
    told = {name: replaying.rows(work / "scores" / name) for name in names(data)}
    ladder = numpy.unique(numpy.concatenate([scores for _, scores, _ in told.values()]))
    for name, (times, scores, decisions) in told.items():
        ranks = numpy.searchsorted(ladder, scores).tolist()
        write(work / "ranks" / name, "rank,anomaly", times, ranks, decisions.astype(int).tolist())


def carry(work, files, threshold):
    """Writes a column `carried` for some files, beside the ranks: 1 where the rank reaches a threshold."""
    for name in files:
        path = work / "ranks" / name
        lines = path.read_text().splitlines()[1:]
        times, ranks, decisions = zip(*(line.split(",") for line in lines))
        carried = [int(int(rank) >= threshold) for rank in ranks]
        write(path, "rank,anomaly,carried", times, ranks, decisions, carried)


def write(path, head, times, *columns):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = map(",".join, zip(times, *(map(str, column) for column in columns)))
    path.write_text(f"timestamp,{head}\n" + "\n".join(lines) + "\n")


def ask(data, scorer, work, files, decisions=None):
    """Score and threshold by profile, over some of the files: under the best threshold, or of a column of decisions."""
    windows = json.loads((data / "windows.json").read_text())
    (work / "windows.json").write_text(json.dumps({name: windows[name] for name in files}))
    command = [
        sys.executable, str(scorer), "--data", str(data), "--windows", str(work / "windows.json"), "--scores",
        str(work / "ranks"), "--profile", "all", "--column", decisions or "rank"]
    said = subprocess.run(command + (["--decisions"] if decisions else []), check=True, capture_output=True, text=True)
    lines = [line.split() for line in said.stdout.splitlines()]
    return {line[0]: (float(line[1]), float(line[3])) for line in lines}
