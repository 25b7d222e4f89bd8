"""This machine's own metrics for an hour in which it does nothing else: how many anomalies that raises, and which.

`make idle`. Not among the tests: it takes an hour, and what it counts is the machine's business as much as Andon's.
"""
import signal
import sys

import zmq

import andon
import publish_and_subscribe as client


def main(seconds=3600):
    signal.alarm(0)  # longer than any scenario of the tests
    daemon = andon.Daemon(
        andon.settings(policies={"files": [str(andon.ROOT / "models" / "host.yaml")]}), arguments=("--watch-host",))
    verdicts = client.subscriber(zmq.Context(), daemon.exit)
    opened = []
    for anomaly in client.anomalies(verdicts, seconds):
        if anomaly["phase"] == "opened":
            opened.append(anomaly)
            suspect = next((s.get("service") or s.get("series") for s in anomaly["suspects"]), "nobody")
            print(f"{anomaly['time']} {anomaly['series']['name']} {anomaly['value']:.4g}, first suspect {suspect}", flush=True)
    daemon.stop()
    taken, judged = daemon.account()
    andon.report(seconds=seconds, samples=taken, judged=judged, anomalies=len(opened), moments=len({a["onset"] for a in opened}))


main(*map(int, sys.argv[1:]))
