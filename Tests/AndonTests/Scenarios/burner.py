"""This machine's own metrics, and a process that burns a CPU: within five seconds of its start an anomaly on the bus names it
among its suspects, and that anomaly closes after its end.

For a machine that does nothing else: `make burner`. Not among the tests, since on a busy machine one burner more is no news.
"""
import json
import shutil
import subprocess
import time

import zmq

import andon
import publish_and_subscribe as client

PROMISED = 5  # seconds from the burst to the anomaly
BURNER = "andon-burner"


def names_the_burner(anomaly):
    return anomaly["phase"] != "closed" and any(BURNER in json.dumps(suspect) for suspect in anomaly["suspects"])


def first(verdicts, matches, what):
    """The first anomaly that matches, awaited."""
    for anomaly in client.anomalies(verdicts, andon.PATIENCE):
        if matches(anomaly):
            return anomaly
    raise SystemExit(f"after {andon.PATIENCE} s still not: {what}")


def main():
    andon.PATIENCE = 120
    daemon = andon.Daemon(
        andon.settings(policies={"files": [str(andon.ROOT / "models" / "host.yaml")]}), arguments=("--watch-host",))
    verdicts = client.subscriber(zmq.Context(), daemon.exit)
    # A minute of warm-up; series that come later than that are newcomers.
    andon.until(lambda: daemon.metric("andon_samples_scored_total") > 500, "the warm-up")
    burner = daemon.folder / BURNER
    shutil.copy(shutil.which("bash"), burner)
    started = time.monotonic()
    process = subprocess.Popen([str(burner), "-c", "while :; do :; done"])
    try:
        told = first(verdicts, names_the_burner, f"an anomaly that names {BURNER} among its suspects")
        seconds = time.monotonic() - started
    finally:
        process.kill()
        process.wait()
    ended = time.monotonic()
    first(verdicts, lambda a: a["id"] == told["id"] and a["phase"] == "closed", "its close after the burner's end")
    to_close = time.monotonic() - ended
    status, _ = daemon.stop()
    rank = 1 + next(i for i, suspect in enumerate(told["suspects"]) if BURNER in json.dumps(suspect))
    print(f"{told['series']['name']} named {BURNER} as suspect {rank} after {seconds:.1f} s, closed {to_close:.1f} s after its end")
    if seconds > PROMISED or status != 0:
        raise SystemExit(f"{PROMISED} s were promised and exit status 0; the status was {status}")
    andon.report(series=told["series"]["name"], rank=rank, seconds_to_open=round(seconds, 1), seconds_to_close=round(to_close, 1))


main()
