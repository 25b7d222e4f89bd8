"""`andon replay` as a user would call it: files, folders, gzip, standard input, labels, comparison, scores, report, mistakes."""
import gzip
import json
import pathlib
import re
import signal
import subprocess
import tempfile

import andon

SHOP = andon.ROOT / "notebooks-data" / "shop.csv"
LABELS = andon.ROOT / "notebooks-data" / "shop.labels.json"
CONFIG = ["--config", str(andon.ROOT / "config" / "andon.yaml")]


def replay(*arguments, **options):
    return subprocess.run([andon.ANDON, "replay", *map(str, arguments)], capture_output=True, text=True, **options)


def document(*arguments, **options):
    return json.loads(replay(*arguments, *CONFIG, "--format", "json", **options).stdout)


def interrupted(folder):
    """A replay of an input that never ends, stopped with SIGINT."""
    process = subprocess.Popen(
        [andon.ANDON, "replay", "-", *CONFIG], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.stdin.write(SHOP.read_text())
    process.stdin.flush()
    told = []
    andon.until(lambda: pathlib.Path(f"/proc/{process.pid}/task").exists() and len(
        list(pathlib.Path(f"/proc/{process.pid}/task").iterdir())) > 5, "the stages")
    process.send_signal(signal.SIGINT)
    process.stdin.write("2026-12-01 00:00:00,1,1,1,1\n")
    process.stdin.flush()
    process.stdin.close()
    told = process.stderr.read()
    process.stdout.read()
    return process.wait(andon.PATIENCE), "stopped" in told


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="andon-replay-"))
    labelled = replay(SHOP, *CONFIG, "--labels", LABELS, "--scores", folder / "scores")
    figures = document(SHOP, "--labels", LABELS)
    packed = folder / "in" / "deeper" / "shop.csv.gz"
    packed.parent.mkdir(parents=True)
    packed.write_bytes(gzip.compress(SHOP.read_bytes()))
    (folder / "in" / "README").write_text("no recording")
    quiet = folder / "quiet.yaml"
    quiet.write_text("policies: {standard: {enabled: false}}\n")
    compared = document(SHOP, "--compare", quiet)["comparison"]
    damaged = folder / "damaged.csv.gz"
    damaged.write_bytes(packed.read_bytes()[:-5000])
    bad = replay(damaged, *CONFIG)
    broken = folder / "broken.yaml"
    broken.write_text("nonsense: 1\n")
    replay(SHOP, *CONFIG, "--labels", LABELS, "--report", folder / "report")
    page = (folder / "report" / "index.html").read_text()
    interrupt_status, interrupt_said = interrupted(folder)
    andon.report(
        labelled_status=labelled.returncode, f1=figures["figures"]["f1"]["value"],
        nab=figures["figures"]["nab_standard_decisions"]["value"], text=labelled.stdout, samples=figures["samples"],
        anomalies=len(figures["anomalies"]), stdin_anomalies=len(document("-", stdin=SHOP.open())["anomalies"]),
        gzip_anomalies=len(document(folder / "in")["anomalies"]), compare_appearing=len(compared["appearing"]),
        compare_vanishing=len(compared["vanishing"]),
        score_rows=len(next((folder / "scores").rglob("shop.csv")).read_text().splitlines()), bad_status=bad.returncode,
        bad_said="damaged.csv.gz" in bad.stderr and "samples" in bad.stderr,
        missing_status=replay(folder / "nowhere.csv").returncode, config_status=replay(SHOP, "--config", broken).returncode,
        labels_status=replay(SHOP, *CONFIG, "--labels", quiet).returncode, report_charts=page.count('<svg class="chart"'),
        report_is_self_contained=not re.search(r'(src|href)="(?!#)', page), interrupt_status=interrupt_status,
        interrupt_said=interrupt_said)


main()
