"""Two weeks of five-minute samples of four services, pushed in seconds: exactly what was injected must come back."""
import importlib
import json
import subprocess
import sys
import time

import zmq

import andon
import publish_and_subscribe as client

sys.path.insert(0, str(andon.ROOT / "notebooks-data"))
import shop


def wire_module():
    folder = andon.folder()
    source = andon.ROOT / "Sources" / "WireFormat"
    subprocess.run(
        ["protoc", f"-I{source}", f"--python_out={folder}", "andon/v1/header.proto", "andon/v1/metrics.proto"], check=True,
        timeout=andon.PATIENCE)
    sys.path.insert(0, str(folder / "andon" / "v1"))
    header, metrics = importlib.import_module("header_pb2"), importlib.import_module("metrics_pb2")
    metrics.Header = header.Header
    return metrics


def main():
    # By default one false alarm in 1000 hours is expected of each series, and this is four times 336.
    daemon = andon.Daemon(andon.settings(policies={"standard": {"false_alarm_every": "100000h"}}))
    context = zmq.Context()
    incoming = client.subscriber(context, daemon.exit)
    outgoing = client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    wire = wire_module()
    first = (int(time.time() * 1000) - shop.DAYS * 86_400_000) // 86_400_000 * 86_400_000
    started = time.monotonic()
    for row, (at, values) in enumerate(shop.rows(int(sys.argv[1]), first)):
        if row == shop.DEPLOYMENT_ROW:
            client.publish_change(outgoing, "shop", "deployment of 2.0", at + 60_000)
        samples = [(name, shop.SERIES[name][0], value) for name, value in values.items()]
        # Odd rows as protobuf, even ones as JSON.
        if row % 2:
            client.publish_protobuf(
                outgoing, wire, row // 2 + 1,
                [(name, {"service": service}, at, value) for name, service, value in samples])
        else:
            body = {"samples": [
                {"name": name, "labels": {"service": service}, "time": at, "value": value}
                for name, service, value in samples]}
            outgoing.send_multipart([b"metric.test", json.dumps(body).encode()])
    total = shop.DAYS * shop.PER_DAY * len(shop.SERIES)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == total, "all samples judged")
    seconds = time.monotonic() - started
    # A stopping daemon tells all that there is to tell; after that nothing can come any more.
    daemon.stop()
    told = list(client.anomalies(incoming, 2))

    def place(anomaly):
        row = (andon.milliseconds(anomaly["onset"]) - first) // shop.STEP_MS
        return {"series": anomaly["series"]["name"], "day": row // shop.PER_DAY, "slot": row % shop.PER_DAY, "phase": anomaly["phase"],
                "reason": anomaly.get("close_reason"), "id": anomaly["id"], "revision": anomaly["revision"],
                "suspects": [{"service": s.get("service"), "change": bool(s.get("change"))} for s in anomaly["suspects"]]}

    andon.report(anomalies=[place(a) for a in told], samples=total, seconds=round(seconds, 2))


main()
