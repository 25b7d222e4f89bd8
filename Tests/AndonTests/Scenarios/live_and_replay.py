"""What a daemon tells live, and what a replay of the recording of its input tells: the same messages, number by number."""
import json
import pathlib
import re
import sys
import time

import zmq

import andon
import publish_and_subscribe as client

sys.path.insert(0, str(andon.ROOT / "notebooks-data"))
import shop


def replay(daemon, recording, *arguments):
    """The messages of a replay, as the bus would have carried them."""
    told = daemon.folder / "replayed.jsonl"
    andon.run("replay", recording, "--config", daemon.config, "--anomalies", told, *arguments, check=True)
    return [json.loads(line)["data"] for line in told.read_text().splitlines()]


def main():
    daemon = andon.Daemon(andon.settings(exits={"zeromq": {"publish": ["tcp://127.0.0.1:*"], "samples": ["tcp://127.0.0.1:*"]}}))
    tap = daemon.find(r"record samples from +(\S+)").group(1)
    recording = daemon.folder / "recording.jsonl"
    recorder = andon.Command("tail", "--record", recording, "--from", tap)
    context = zmq.Context()
    incoming = client.subscriber(context, daemon.exit)
    outgoing = client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    andon.until(lambda: daemon.metric("andon_sample_listeners") == 1, "the recorder")
    first = (int(time.time() * 1000) - shop.DAYS * 86_400_000) // 86_400_000 * 86_400_000
    for row, (at, values) in enumerate(shop.rows(1, first)):
        if row == shop.DEPLOYMENT_ROW:
            client.publish_change(outgoing, "shop", "deployment of 2.0", at + 60_000)
        if row == 1800:
            client.publish_feedback(outgoing, "false", "ann", series="cart_cpu_cores*")
        body = {"samples": [
            {"name": name, "labels": {"service": shop.SERIES[name][0]}, "time": at, "value": value}
            for name, value in values.items()]}
        outgoing.send_multipart([b"metric.test", json.dumps(body).encode()])
        if row % 1000 == 500:
            time.sleep(0.2)  # long enough that the step is closed by the clock
    total = shop.DAYS * shop.PER_DAY * len(shop.SERIES)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == total, "all samples judged")
    held = daemon.metric("andon_feedback_held_back_total")
    daemon.stop()
    live = list(client.anomalies(incoming, 2))
    recorder.stop()
    missed = re.search(r"(\d+) missed", "\n".join(recorder.lines))
    lines = recording.read_text().splitlines()
    andon.report(
        live=len(live), missed=int(missed.group(1)) if missed else 0, closes=sum('"close"' in line for line in lines), changes=sum('"change"' in line for line in lines),
        feedback=sum('"feedback"' in line for line in lines), held_back=held, same=replay(daemon, recording) == live, same_sharded=replay(daemon, recording, "--shards", "3") == live)


main()
