"""`andon replay` as a user would call it: files, folders, gzip, standard input, labels, comparison, scores, report, mistakes."""
import atexit
import gzip
import json
import os
import re
import signal
import subprocess

import andon

SHOP = andon.ROOT / "notebooks-data" / "shop.csv"
LABELS = andon.ROOT / "notebooks-data" / "shop.labels.json"
CONFIG = ["--config", str(andon.ROOT / "config" / "andon.yaml")]


def replay(*arguments, **options):
    return subprocess.run([andon.ANDON, "replay", *map(str, arguments)], capture_output=True, text=True, **options)


def document(*arguments, **options):
    return json.loads(replay(*arguments, *CONFIG, "--format", "json", **options).stdout)


def silent(stdout=subprocess.PIPE):
    """A replay of an input that falls silent and does not end, once it has read what there is."""
    process = subprocess.Popen(
        [andon.ANDON, "replay", "-", *CONFIG], stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.PIPE, text=True)
    atexit.register(process.kill)
    process.stdin.write(SHOP.read_text() + "the last line is bad\n")
    process.stdin.flush()
    while "stdin:" not in process.stderr.readline():
        pass  # until it complains of that line
    return process


def interrupted():
    """Stopped with SIGINT while nothing comes."""
    process = silent()
    process.send_signal(signal.SIGINT)
    told = process.stderr.read()
    process.stdout.read()
    return process.wait(andon.PATIENCE), "stopped" in told


def interrupted_twice():
    """The second SIGINT comes while the replay cannot end by itself: nobody reads what it prints."""
    _, full = os.pipe()
    os.set_blocking(full, False)
    try:
        while True:
            os.write(full, b"x")
    except BlockingIOError:
        os.set_blocking(full, True)
    process = silent(stdout=full)
    process.send_signal(signal.SIGINT)
    while "stopped" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    return process.wait(andon.PATIENCE)


def through_a_pipe(*arguments):
    """Exit status and complaint of a replay that gets the shop on standard input."""
    with SHOP.open() as shop:
        done = replay("-", *CONFIG, *arguments, stdin=shop)
    return done.returncode, done.stderr


def oddities(folder):
    """What is said of a file in which everything is odd."""
    odd = folder / "odd.csv"
    times = [0, 60, 120, 120, 60, 120, 180, 400, 460, 500, 560]
    odd.write_text("timestamp,value\n" + "".join(f"{time},1\n" for time in times) + "600,\nsoon,1\n")
    return replay(odd, *CONFIG).stderr, document(odd)["inputs"][0]


def main():
    folder = andon.folder()
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
    interrupt_status, interrupt_said = interrupted()
    pipe_status, pipe_said = through_a_pipe("--compare", quiet)
    odd_said, odd_input = oddities(folder)
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
        interrupt_said=interrupt_said, second_interrupt_status=interrupted_twice(), pipe_status=pipe_status,
        pipe_said=pipe_said, odd_said=odd_said, odd_input=odd_input)


main()
