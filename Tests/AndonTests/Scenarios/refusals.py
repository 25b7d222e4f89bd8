"""Everything that is wrong with a message, one after the other, with good ones in between."""
import json
import time

import zmq

import andon
import publish_and_subscribe as client


def main():
    daemon = andon.Daemon(andon.settings(doors={"zeromq": {
        "subscribe": ["tcp://127.0.0.1:*"], "pull": ["tcp://127.0.0.1:*"], "maximum_message": "64KiB"},
        "limits": {"series": 3}}))
    context = zmq.Context()
    door = client.publisher(context, daemon.pull_door)
    now = int(time.time() * 1000)
    expected, good = {}, 0

    def say(reason, *parts):
        expected[reason] = expected.get(reason, 0) + 1
        door.send_multipart(list(parts))

    def samples(*samples):
        return json.dumps({"samples": list(samples)}).encode()

    def take(count, name="good"):
        nonlocal good
        for _ in range(count):
            good += 1
            door.send_multipart([b"metric.t", samples({"name": name, "value": good, "time": now + good})])

    take(3)
    say("malformed", b"metric.t", b"{not json")
    say("malformed", b"metric.t", samples({"name": "x", "value": True}))
    say("malformed", b"metric.t")
    say("malformed", b"a", b"b", b"c", b"d")
    say("truncated", b"metric.t", b'{"samples":[{"name":"x","value":1')
    say("oversized", b"metric.t", samples({"name": "x", "value": 1, "pad": "y" * 60_000}) + b" " * 5_535)
    say("unknown_topic", b"weather.t", b"{}")
    say("truncated", b"metric.t", b"\xff\xff\xff", samples({"name": "x", "value": 1}))
    take(2)
    # One bad sample in a message costs that sample alone.
    for reason, sample in {
        "non_finite": {"name": "good", "value": "NaN"},
        "far_future": {"name": "good", "value": 1, "time": now + 3_600_000},
        "too_old": {"name": "good", "value": 1, "time": now - 500 * 86_400_000},
    }.items():
        good += 1
        say(reason, b"metric.t", samples(sample, {"name": "good", "value": 1, "time": now + 1_000 + good}))
    take(1, "second")
    take(1, "third")
    say("series_limit", b"metric.t", samples({"name": "fourth", "value": 1}))
    say("malformed", b"change.t", b'{"time": []}')
    take(1)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") >= good, "all good samples judged")
    dropped = {reason: int(daemon.metric("andon_stage_dropped_total", stage="ingest", reason=reason)) for reason in expected}
    items = int(daemon.metric("andon_stage_items_total", stage="detect"))
    status, _ = daemon.stop()
    andon.report(expected=expected, dropped=dropped, good_samples=good, items_after=items, status=status)


main()
