"""All figures of one config, as a document: what `run.py` prints and `ablation.py` compares.

Corpora are made once for each seed and kept, as long as their generators stay as they are.
"""
import collections
import hashlib
import json
import pathlib
import shutil

import nab
import replaying
import scoring
from corpora import MAKERS
from corpora.writing import write

LABELLED = ("operations", "web")
PARTS = {"all": 0, "after 7 days": replaying.SPARED}  # seconds left out
BUDGET = 1 / 1000  # alarms an hour and series that `false_alarm_every: 1000h` allows


def corpus(work, name, seed):
    """The folder of a corpus, which is made where there is none, or of older generators."""
    folder = pathlib.Path(work) / f"{name}-{seed}"
    sources = sorted((pathlib.Path(__file__).parent / "corpora").glob("*.py"))
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = folder / "made-by"
    if not stamp.exists() or stamp.read_text() != mark:
        shutil.rmtree(folder, ignore_errors=True)
        write(MAKERS[name](seed), folder)
        stamp.write_text(mark)
    return folder


def labelled(folder, scores):
    """The judged series of a replayed corpus, by part: scores and decisions."""
    return {part: replaying.labelled(folder, scores, spared) for part, spared in PARTS.items()}


def corpus_figures(judged, carried):
    """By part: the score under the best threshold, that under a carried one, that of the decisions.

    - `carried`: by part the threshold that was best on another seed; `None` on the seed where it is chosen.
    """
    return {
        part: {
            "swept": scoring.sweep(scores), "decided": scoring.at(decisions, 1),
            "carried": scoring.at(scores, carried[part]) if carried else None,
        } for part, (scores, decisions) in judged.items()
    }


def clean_figures(folder, config):
    """Alarms on series without anomalies, in all and by shape; those of constants apart."""
    shapes = json.loads((folder / "shapes.json").read_text())
    told = replaying.replay(folder / "data", config)
    alarms = collections.Counter({shape: 0 for shape in shapes.values()})
    alarms.update(shapes[anomaly["series"]] for anomaly in told["anomalies"])
    constant = alarms.pop("constant")
    series = sum(shape != "constant" for shape in shapes.values())
    hours = series * told["samples"] / len(shapes) * 300 / 3600
    return {
        "alarms": sum(alarms.values()), "constant": constant, "by_shape": dict(alarms), "series_hours": hours,
        "budget": hours * BUDGET, "per_1000_series_hours": 1000 * sum(alarms.values()) / hours,
    }


def measure(config, work, scratch, seeds=(1, 2), benchmark=None, scorer=None, say=lambda sentence: None):
    """The figures of a config by corpus and seed; thresholds are chosen on the first seed.

    - `work`: where corpora are kept. `scratch`: a folder for the scores of this config.
    - `benchmark`, `scorer`: the folder of NAB and a scorer of its rules; without both it is left out.
    """
    scratch = pathlib.Path(scratch).resolve()
    figures = {name: {} for name in MAKERS}
    for name in LABELLED:
        carried = None
        for seed in seeds:
            say(f"{name}, seed {seed}")
            folder = corpus(work, name, seed)
            replaying.scored(folder / "data", config, scratch / f"{name}-{seed}")
            figures[name][seed] = corpus_figures(labelled(folder, scratch / f"{name}-{seed}"), carried)
            carried = carried or {part: found["swept"].threshold for part, found in figures[name][seed].items()}
    for seed in seeds:
        say(f"clean, seed {seed}")
        figures["clean"][seed] = clean_figures(corpus(work, "clean", seed), config)
    if benchmark and scorer:
        say("NAB")
        figures["nab"] = nab.measure(benchmark, scorer, config, scratch / "nab")
    return figures
