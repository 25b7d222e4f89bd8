"""SIGTERM right behind samples that make every series abnormal at once: all of these anomalies are told all the same."""
import json
import random
import time

import zmq

import andon
import publish_and_subscribe as client

SERIES = 300
STEPS = 120


def main():
    daemon = andon.Daemon(andon.settings(stages={"drain": "1m"}))
    context = zmq.Context()
    # Nothing is read before the end, and nothing may be lost by then.
    context.setsockopt(zmq.RCVHWM, 0)
    verdicts = client.subscriber(context, daemon.exit)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    door = client.publisher(context, daemon.pull_door)
    rng = random.Random(1)
    start = int(time.time() * 1000) - 1000 * STEPS
    times = [start + 1000 * step for step in range(STEPS)]
    for series in range(SERIES):
        values = [10 + rng.gauss(0, 1) for _ in range(STEPS - 1)]
        client.publish_json(door, f'load{{service="s{series}"}}', times[:-1], values)
    andon.until(
        lambda: daemon.metric("andon_stage_items_total", stage="detect") == SERIES * (STEPS - 1), "the history")
    for series in range(SERIES):
        client.publish_json(door, f'load{{service="s{series}"}}', times[-1:], [100.0])
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="ingest") == SERIES * STEPS, "the storm")
    status, _ = daemon.stop()
    opened = set()
    verdicts.setsockopt(zmq.RCVTIMEO, 1000)
    try:
        while True:
            _, _, body = verdicts.recv_multipart()
            anomaly = json.loads(body)["data"]
            if anomaly["phase"] == "opened" and anomaly["value"] == 100:
                opened.add(anomaly["id"])
    except zmq.Again:
        pass
    taken, judged = daemon.account()
    andon.report(
        status=status, said_lost=daemon.said("did not drain"), taken=taken, judged=judged, series=SERIES,
        opened=len(opened))


main()
