"""A daemon that learned a week from files or from a real Prometheus judges its first live samples with full confidence."""
import json
import math
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import zmq

import andon
import publish_and_subscribe as client

DAYS = 7
STEP = 60  # seconds
# series: level, daily amplitude, noise
SERIES = {
    'web_latency_seconds{service="web"}': (0.2, 0.08, 0.008),
    'shop_orders_per_second{service="shop"}': (120.0, 60.0, 4.0),
    'cart_sessions{service="cart"}': (300.0, 90.0, 8.0),
    'pay_sessions{service="pay"}': (300.0, 90.0, 8.0),
}
SPIKED, CALM, LASTING, OVER = SERIES
SHIFT_AT = 20 * STEP  # so long before the end of the history two series leave their normal


def normal(series, at):
    level, amplitude, _ = SERIES[series]
    return level + amplitude * math.sin(2 * math.pi * at / 86_400)


def strange(series, at):
    return normal(series, at) + 40 * SERIES[series][2]


def history(now):
    """Rows of series, unix seconds and value, by series."""
    generator = random.Random(7)
    end = now // STEP * STEP
    for series in SERIES:
        for at in range(end - DAYS * 86_400, end, STEP):
            is_shifted = series in (LASTING, OVER) and at >= end - SHIFT_AT
            value = (strange if is_shifted else normal)(series, at)
            yield series, at, value + generator.gauss(0, SERIES[series][2])


def as_csv(folder, now):
    """A file for each series, of which two overlap by an hour."""
    files = {series: folder / f"{number}.csv" for number, series in enumerate(SERIES)}
    lines = {series: [] for series in SERIES}
    for series, at, value in history(now):
        quoted = series.replace('"', '""')
        lines[series].append(f'{at},"{quoted}",{value!r}')
    for series, path in files.items():
        path.write_text("\n".join(["timestamp,series,value"] + lines[series]) + "\n")
    again = folder / "again.csv"
    again.write_text("\n".join(["timestamp,series,value"] + lines[CALM][-60:]) + "\n")
    return [*files.values(), again]


class Prometheus:
    """A real one on a port and a folder of its own, filled with the history."""

    def __init__(self, folder, now):
        text = folder / "history.txt"
        with text.open("w") as out:
            for series, at, value in history(now):
                out.write(f"{series} {value!r} {at}\n")
            out.write("# EOF\n")
        data = folder / "data"
        subprocess.run(
            ["promtool", "tsdb", "create-blocks-from", "openmetrics", text, data], check=True, timeout=andon.LONGEST,
            stdout=subprocess.DEVNULL)
        config = folder / "prometheus.yml"
        config.write_text("global: {}\n")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={config}", f"--storage.tsdb.path={data}",
             "--storage.tsdb.retention.time=60d", f"--web.listen-address=127.0.0.1:{port}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(folder / "log").open("w"))
        andon.atexit.register(self.process.kill)
        andon.until(self.is_ready, "Prometheus is ready")

    def is_ready(self):
        try:
            return urllib.request.urlopen(self.url + "/-/ready", timeout=10).status == 200
        except OSError:
            return False


def live(daemon, now):
    """Some normal samples, a spike, and normal ones again; the messages that come of it."""
    context = zmq.Context()
    incoming = client.subscriber(context, daemon.exit)
    outgoing = client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    before = daemon.metric("andon_stage_items_total", stage="detect")
    generator = random.Random(8)
    sent = 0
    for second in range(10):
        for series in SERIES:
            is_strange = series == LASTING or series == SPIKED and second == 5
            value = (strange if is_strange else normal)(series, now + second) + generator.gauss(0, SERIES[series][2])
            client.publish_json(outgoing, series, [(now + second) * 1000], [value])
            sent += 1
    # History that overlaps: older than what was learned.
    client.publish_json(outgoing, CALM, [(now - 3 * STEP) * 1000], [0.0])
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == before + sent + 1, "all judged")
    late = daemon.metric("andon_stage_dropped_total", stage="detect", reason="out_of_order")
    daemon.stop()
    return list(client.anomalies(incoming, 2)), late


def stop_while_warming():
    """A daemon whose history does not end; how it says so, and how it stops."""
    folder = andon.folder()
    pipe = folder / "pipe"
    andon.os.mkfifo(pipe)
    # Open for both, so that neither side waits and there is no end.
    writer = andon.os.open(pipe, andon.os.O_RDWR)
    andon.os.write(writer, b"timestamp,value\n1767225600,1\n")
    daemon = andon.Warming(andon.settings(), ["--warm-from", pipe])
    andon.until(lambda: daemon.metric("andon_history_samples_total") == 1, "the first sample of the history")
    ready = daemon.refusal("/ready")
    status, seconds = daemon.stop(signal.SIGTERM)
    andon.os.close(writer)
    return {"ready_status": ready[0], "ready_says": ready[1], "stop_status": status, "stop_seconds": seconds}


def without_prometheus():
    """Nobody answers: the daemon starts all the same, unless it must not."""
    nobody = {"url": "http://127.0.0.1:1", "queries": ["up"], "retry_for": "0s"}
    daemon = andon.Daemon(andon.settings(warm={"prometheus": nobody}))
    said = bool(daemon.find(r"History could not be learned")) and daemon.said("cannot be reached")
    daemon.stop()
    config = andon.folder() / "andon.yaml"
    config.write_text(json.dumps(andon.settings(warm={"prometheus": nobody, "required": True})))
    required = andon.run("run", "--config", config)
    missing = andon.run("run", "--config", config, "--warm-from", "/no/such/file.csv")
    return {"unreachable_said": said, "required_status": required.returncode, "missing_status": missing.returncode}


def bad_query(url):
    daemon = andon.Daemon(andon.settings(), ["--warm-from", url + "?match=up("])
    said = daemon.find(r"refused \(status 400\): (.*)").group(1)
    daemon.stop()
    return said


def main():
    kind, folder, now = sys.argv[1], andon.folder(), int(time.time())
    facts = {}
    if kind == "csv":
        sources = as_csv(folder, now)
        facts.update(stop_while_warming())
    else:
        prometheus = Prometheus(folder, now)
        sources = [prometheus.url + '?match={service=~".%2B"}&range=8d&step=60s']
        facts["bad_query_said"] = bad_query(prometheus.url)
        facts.update(without_prometheus())
    # Seven days of four series are 672 hours, and which ones depends on the clock: at the default budget one run in two has a false alarm.
    config = andon.settings(policies={"standard": {"false_alarm_every": "100000h"}})
    daemon = andon.Daemon(config, ["--warm-from", *sources])
    learned = daemon.find(r"(.*) \[Andon\] Warmed from history").group(1)
    learned = dict(item.split("=", 1) for item in learned.split() if "=" in item)
    told, late = live(daemon, now)
    cold, _ = live(andon.Daemon(), now)
    opened = [anomaly for anomaly in told if anomaly["phase"] == "opened"]
    andon.report(
        series=int(learned["series.count"]), samples=int(learned["sample.count"]),
        expected_samples=DAYS * 86_400 // STEP * len(SERIES), untold=int(learned["anomalies.untold"]),
        unfinished=int(learned["anomalies.unfinished"]),
        opened=sorted(anomaly["series"]["name"] for anomaly in opened),
        confidence=min((anomaly["confidence"] for anomaly in opened), default=0),
        spike_time=[client_time(a["time"]) - now for a in opened if a["series"]["name"] == "web_latency_seconds"],
        lasting_onset=[now - client_time(a["onset"]) for a in opened if a["series"]["name"] == "cart_sessions"],
        late=late, cold_opened=len(cold), **facts)


def client_time(text):
    """Unix seconds of an RFC 3339 time in UTC."""
    import datetime

    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


main()
