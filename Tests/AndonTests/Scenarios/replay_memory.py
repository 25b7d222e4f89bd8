"""The peak memory of a replay, of a file and of one ten times as long, without and with scores."""
import os
import random
import subprocess

import andon

ROWS = 60_000


def write(path, rows):
    generator = random.Random(1)
    with path.open("w") as file:
        file.write("timestamp,value\n")
        for row in range(rows):
            file.write(f"{1_767_225_600 + 60 * row},{100 + generator.random():.3f}\n")


def peak(*arguments):
    """Kibibytes at most while it runs."""
    process = subprocess.Popen(
        [andon.ANDON, "replay", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"replay ended with {status}"
    return usage.ru_maxrss


def main():
    folder = andon.folder()
    short, long = folder / "short.csv", folder / "long.csv"
    write(short, ROWS)
    write(long, 10 * ROWS)
    scores = ["--scores", folder / "scores"]
    andon.report(
        short=peak(short), long=peak(long), short_scored=peak(short, *scores), long_scored=peak(long, *scores))


main()
