#!/usr/bin/env python3
"""Records this machine's own metrics while three faults happen to it, and labels them: host.csv.gz, host.labels.json.

    python3 notebooks-data/host.py --andon .build/release/andon

For a machine that does nothing else. Takes about eight minutes. Needs nothing but Python. The faults: a process that burns a
core, one that writes to the disk as fast as it can, one that takes half a gigabyte of memory.
"""
import argparse
import csv
import datetime
import gzip
import io
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
QUIET_SECONDS = 150
BETWEEN_SECONDS = 60
# Series that say something of these faults; all of a machine's would be ten times as much to keep.
KEPT = (
    "host_cpu_busy_ratio", "host_cpu_core_busy_ratio", "host_cpu_usage_ratio", "host_context_switches_per_second",
    "host_pressure_ratio", "host_memory_used_bytes", "host_memory_available_bytes", "host_memory_dirty_bytes",
    "host_disk_busy_ratio", "host_disk_write_bytes_per_second", "host_disk_operations_per_second", "host_load1")

BURN = "while True: pass"
WRITE = """
import os, sys
with open(sys.argv[1], "wb") as file:
    while True:
        file.write(bytes(1 << 22)); file.flush(); os.fsync(file.fileno())
        if file.tell() > 1 << 29: file.seek(0)
"""
HOARD = "import time; kept = bytearray(b'x') * (1 << 29); time.sleep(3600)"
FAULTS = [("a process burns a core", BURN, 20), ("a process writes to the disk", WRITE, 20),
          ("a process takes half a gigabyte", HOARD, 30)]


def stamp(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")


def record(andon, folder):
    """Runs a daemon, its recorder and the faults; returns the windows."""
    config = folder / "andon.yaml"
    config.write_text(json.dumps({
        "doors": {"zeromq": {"subscribe": [], "pull": [f"ipc://{folder}/door"]}},
        "exits": {"zeromq": {"publish": [f"ipc://{folder}/exit"], "samples": [f"ipc://{folder}/samples"]}},
        "http": {"address": "off"}}))
    daemon = subprocess.Popen([andon, "run", "--config", config], stderr=subprocess.DEVNULL)
    time.sleep(1)
    recorder = subprocess.Popen([andon, "tail", "--record", folder / "recording.jsonl", "--from", f"ipc://{folder}/samples"])
    emitter = subprocess.Popen([andon, "emit", "host", "--to", f"ipc://{folder}/door", "--host", "demo"])
    windows = []
    try:
        time.sleep(QUIET_SECONDS)
        for what, code, seconds in FAULTS:
            print(what, file=sys.stderr)
            start = time.time()
            fault = subprocess.Popen([sys.executable, "-c", code, str(folder / "filler")])
            time.sleep(seconds)
            fault.kill()
            fault.wait()
            # What follows a fault, such as write-back, still belongs to it.
            windows.append([stamp(start), stamp(time.time() + 5)])
            time.sleep(BETWEEN_SECONDS)
    finally:
        for process in (emitter, recorder, daemon):
            process.send_signal(signal.SIGTERM)
            process.wait()
    return windows


def rows(recording):
    for line in recording.read_text().splitlines():
        batch = json.loads(line)
        for ref, at, value in zip(batch.get("ref", []), batch.get("time", []), batch.get("value", [])):
            series = batch["series"][ref]
            if series["name"] in KEPT:
                labels = ",".join(f'{k}="{v}"' for k, v in sorted(series["labels"].items()))
                yield datetime.datetime.fromtimestamp(at / 1000, datetime.timezone.utc).strftime(
                    "%Y-%m-%d %H:%M:%S.%f")[:-3], f'{series["name"]}{{{labels}}}', f"{value:.6g}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--andon", default=str(HERE.parent / ".build" / "release" / "andon"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        windows = record(arguments.andon, folder)
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(["timestamp", "series", "value"])
        table.writerows(rows(folder / "recording.jsonl"))
    with open(HERE / "host.csv.gz", "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.getvalue().encode())
    (HERE / "host.labels.json").write_text(json.dumps({"host.csv.gz": windows}, indent=1) + "\n")


main()
