"""Measures the quality of detection: made corpora with known anomalies, clean series against the alarm budget, and NAB.

    make quality
    make quality QUALITY_ARGS="--nab DIR --nab-scorer FILE --details"
"""
import argparse
import pathlib
import sys
import time

import details
import figures
import replaying
import tables


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", default=replaying.CONFIG, help="settings to measure, by default config/andon.yaml")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], help="thresholds are chosen on the first one")
    parser.add_argument("--nab", help="the folder of the Numenta Anomaly Benchmark, with its windows.json")
    parser.add_argument("--nab-scorer", help="a program that scores it by its official rules")
    parser.add_argument("--details", action="store_true", help="also where F1 is lost, by kind of anomaly and series")
    parser.add_argument("--work", default=replaying.ROOT / ".build/quality", help="where corpora and scores lie")
    return parser.parse_args()


def main():
    arguments = options()
    work, config = pathlib.Path(arguments.work).resolve(), pathlib.Path(arguments.config).resolve()
    begin = time.monotonic()
    found = figures.measure(
        config, work, work / "scores", arguments.seeds, arguments.nab, arguments.nab_scorer,
        say=lambda sentence: print(f"{time.monotonic() - begin:5.0f} s  {sentence}", file=sys.stderr))
    print("F1: a segment counts as a whole if a detection falls on one of its first eight rows.\n")
    print(tables.f1_table(found, figures.LABELLED), "\nClean series, four weeks each:\n", sep="\n")
    print(tables.clean_table(found), "", sep="\n")
    if "nab" in found:
        print(tables.nab_table(found))
    else:
        print("NAB was left out: name its folder with --nab and a scorer of its rules with --nab-scorer.")
    if arguments.details:
        for name in figures.LABELLED:
            for seed in arguments.seeds:
                folder, scores = work / f"{name}-{seed}", work / "scores" / f"{name}-{seed}"
                threshold = found[name][seed]["all"]["swept"].threshold
                print(f"\n{name}, seed {seed}\n", details.of_corpus(folder, scores, threshold), sep="\n")


if __name__ == "__main__":
    main()
