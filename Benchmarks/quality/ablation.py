"""What each part of detection is worth: the figures of the default settings with one part changed at a time.

    .venv/bin/python Benchmarks/quality/ablation.py --nab DIR --nab-scorer FILE > ablation.md

Takes about as long as `make quality` for each variant. All figures are of one seed and over all rows.
"""
import argparse
import concurrent.futures
import pathlib
import sys

import figures
import replaying
import tables
import variants

HEAD = ["variant", "operations F1, best threshold", "decided", "web F1, best threshold", "decided",
        "clean alarms per 1,000 series-hours", "NAB standard, best threshold", "decided"]


def row(name, found, seed):
    """A line of the table."""
    cells = [name]
    for corpus in figures.LABELLED:
        one = found[corpus][seed]["all"]
        cells += [f"{one['swept'].f1:.3f}", f"{one['decided'].f1:.3f}"]
    cells.append(f"{found['clean'][seed]['per_1000_series_hours']:.2f}")
    nab = found.get("nab")
    return cells + ([f"{nab[how]['standard']:.2f}" for how in ("swept", "decided")] if nab else ["–", "–"])


def measure(name, changes, text, arguments):
    """The line of a variant."""
    folder = pathlib.Path(arguments.work).resolve() / "variants" / name.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "andon.yaml"
    config.write_text(variants.edited(text, changes))
    found = figures.measure(
        config, arguments.work, folder, [arguments.seed], arguments.nab, arguments.nab_scorer)
    print(f"{name} is measured", file=sys.stderr)
    return row(name, found, arguments.seed)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", help="variants whose names contain one of these words")
    parser.add_argument("--jobs", type=int, default=2, choices=[1, 2], help="variants at the same time")
    parser.add_argument("--nab", help="the folder of the Numenta Anomaly Benchmark, with its windows.json")
    parser.add_argument("--nab-scorer", help="a program that scores it by its official rules")
    parser.add_argument("--work", default=replaying.ROOT / ".build/quality", help="where corpora and scores lie")
    return parser.parse_args()


def main():
    arguments = options()
    text = replaying.CONFIG.read_text()
    chosen = {
        name: changes for name, changes in variants.variants(text).items()
        if not arguments.only or name == "default" or any(word in name for word in arguments.only)}
    for corpus in figures.MAKERS:  # before the variants, which share them
        figures.corpus(arguments.work, corpus, arguments.seed)
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as crew:
        lines = [crew.submit(measure, name, changes, text, arguments) for name, changes in chosen.items()]
        print(tables.table(HEAD, [line.result() for line in lines]))


if __name__ == "__main__":
    main()
