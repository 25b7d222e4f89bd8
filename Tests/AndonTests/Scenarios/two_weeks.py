"""Two weeks of five-minute samples of four services, pushed in seconds: exactly what was injected must come back."""
import importlib
import json
import math
import random
import subprocess
import sys
import tempfile
import time

import zmq

import andon
import publish_and_subscribe as client

STEP = 300_000
DAY = 288
SERIES = {
    "web_latency_seconds": ("web", 0.2, 0.08, 0.008),  # service, level, daily amplitude, noise
    "cart_cpu_cores": ("cart", 1.5, 0.6, 0.05),
    "shop_orders_per_second": ("shop", 120.0, 60.0, 4.0),
    "db_connections": ("db", 300.0, 90.0, 8.0),
}


def injected(name, row):
    """What is added to the clean series, as a factor of its noise, or None for a drop to zero."""
    day, slot = divmod(row, DAY)
    if day == 6 and 168 <= slot < 180:  # an hour: the cart burns CPU, the web gets slow
        return {"web_latency_seconds": 15, "cart_cpu_cores": 25}.get(name, 0)
    if day == 9 and 36 <= slot < 60 and name == "shop_orders_per_second":  # two hours without orders
        return None
    if day == 12 and slot == 100 and name == "db_connections":  # a single sample
        return 30
    return 0


def wire_module():
    folder = tempfile.mkdtemp(prefix="andon-proto-")
    source = andon.ROOT / "Sources" / "WireFormat"
    subprocess.run(
        ["protoc", f"-I{source}", f"--python_out={folder}", "andon/v1/header.proto", "andon/v1/metrics.proto"], check=True)
    sys.path.insert(0, folder + "/andon/v1")
    header, metrics = importlib.import_module("header_pb2"), importlib.import_module("metrics_pb2")
    metrics.Header = header.Header
    return metrics


def main():
    generator = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    daemon = andon.Daemon()
    context = zmq.Context()
    incoming = client.subscriber(context, daemon.exit)
    outgoing = client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    wire = wire_module()
    first = (int(time.time() * 1000) - 14 * DAY * STEP) // 86_400_000 * 86_400_000
    started = time.monotonic()
    sequence = 0
    for row in range(14 * DAY):
        at = first + row * STEP
        if row == 9 * DAY + 35:
            client.publish_change(outgoing, "shop", "deployment of 2.0", at + 60_000)
        samples = []
        for name, (service, level, amplitude, noise) in SERIES.items():
            clean = level + amplitude * math.sin(2 * math.pi * (row % DAY) / DAY) + generator.gauss(0, noise)
            added = injected(name, row)
            samples.append((name, service, 0.0 if added is None else clean + added * noise))
        if row % 2:
            sequence += 1
            batch = wire.MetricBatch(base_time_ms=at)
            for ref, (name, service, value) in enumerate(samples):
                batch.series.add(ref=ref, name=name, labels={"service": service})
                batch.ref.append(ref)
                batch.time_delta_ms.append(0)
                batch.value.append(value)
            header = wire.Header(publisher="test", sequence=sequence, content_type="application/x-protobuf")
            outgoing.send_multipart([b"metric.test", header.SerializeToString(), batch.SerializeToString()])
        else:
            body = {"samples": [
                {"name": name, "labels": {"service": service}, "time": at, "value": value}
                for name, service, value in samples]}
            outgoing.send_multipart([b"metric.test", json.dumps(body).encode()])
    total = 14 * DAY * len(SERIES)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == total, "all samples judged")
    seconds = time.monotonic() - started
    told = list(client.anomalies(incoming, 2))
    daemon.stop()

    def place(anomaly):
        row = (wire_time(anomaly["onset"]) - first) // STEP
        return {"series": anomaly["series"]["name"], "day": row // DAY, "slot": row % DAY, "phase": anomaly["phase"],
                "reason": anomaly.get("close_reason"), "id": anomaly["id"], "revision": anomaly["revision"],
                "suspects": [{"service": s.get("service"), "change": bool(s.get("change"))} for s in anomaly["suspects"]]}

    andon.report(anomalies=[place(a) for a in told], samples=total, seconds=round(seconds, 2))


def wire_time(text):
    """Milliseconds of an RFC 3339 time in UTC."""
    import datetime

    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


main()
