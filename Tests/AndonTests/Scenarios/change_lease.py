"""A deployment is announced: a small wobble of its service is not told, a new level is one anomaly that ends with the lease."""
import csv
import json
import random
import time

import zmq

import andon
import publish_and_subscribe as client

STEP = 10_000  # milliseconds between two samples
LEASE = 60  # samples in the ten minutes that a change is allowed for
WOBBLE, SHIFT, END = 610, 1000, 1500  # samples
NAME = "queue_length"
SIZE = 6  # of the wobble, in units of the noise: an anomaly where nothing was changed


def values():
    """The same for both services, so that nothing but the changes makes them differ."""
    noise = random.Random(7)
    return [
        100 + noise.gauss(0, 1) + (30 if index >= SHIFT else 0) + (SIZE if index in (WOBBLE, WOBBLE + 1) else 0)
        for index in range(END)]


def changes(first):
    """Of one service only: the first half a minute before its time, the other three samples behind it."""
    return {
        WOBBLE - 8: {"id": "deploy-1", "time": first + (WOBBLE - 5) * STEP, "service": "web", "what": "deployed 1"},
        SHIFT: {"id": "deploy-2", "time": first + (SHIFT - 3) * STEP, "service": "web", "what": "deployed 2"}}


def told(messages, first):
    """What matters of messages about anomalies, by service."""
    def row(text):
        return int((andon.milliseconds(text) - first) // STEP)

    facts = {"web": [], "cart": []}
    for data in messages:
        facts[data["service"]].append({
            "phase": data["phase"], "onset": row(data["onset"]), "row": row(data["time"]),
            "changes": data.get("changes", []), "reason": data.get("close_reason", ""),
            "before": round(data.get("shift", {}).get("before", 0)), "after": round(data.get("shift", {}).get("after", 0)),
            "suspect": data["suspects"][0]["change"] if data["suspects"] else None})
    return facts


def main():
    daemon = andon.Daemon(andon.settings())
    context = zmq.Context()
    incoming, outgoing = client.subscriber(context, daemon.exit), client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    first = (int(time.time() * 1000) - END * STEP) // STEP * STEP
    announced = changes(first)
    with open(daemon.folder / "history.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["timestamp", "series", "value"])
        for index, value in enumerate(values()):
            if index in announced:
                outgoing.send_multipart([b"change.deployment", json.dumps(announced[index]).encode()])
            at = first + index * STEP
            samples = [
                {"name": NAME, "labels": {"service": service}, "time": at, "value": value} for service in ("web", "cart")]
            outgoing.send_multipart([b"metric.test", json.dumps({"samples": samples}).encode()])
            rows.writerows([at, f'{NAME}{{service="{service}"}}', value] for service in ("web", "cart"))
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == 2 * END, "the samples judged")
    tolerated = daemon.metric("andon_change_tolerated_anomalies_total")
    status, _ = daemon.stop()
    live = told(client.anomalies(incoming, 2), first)
    (daemon.folder / "changes.jsonl").write_text("".join(json.dumps(change) + "\n" for change in announced.values()))
    (daemon.folder / "bad.jsonl").write_text('{"what": "no time"}\n')

    def replay(changes, *arguments):
        return andon.run("replay", "history.csv", "--changes", changes, *arguments, cwd=daemon.folder)

    replay("changes.jsonl", "--anomalies", "told.jsonl", "--shards", "3").check_returncode()
    replayed = [json.loads(line)["data"] for line in (daemon.folder / "told.jsonl").read_text().splitlines()]
    bad = replay("bad.jsonl")
    andon.report(
        web=live["web"], cart=live["cart"], tolerated=tolerated, status=status, same=told(replayed, first) == live,
        lease=LEASE, wobble=WOBBLE, shift=SHIFT, bad_status=bad.returncode, bad_says=bad.stderr)


main()
