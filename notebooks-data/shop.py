#!/usr/bin/env python3
"""Two weeks of a small shop at five minutes, with faults at known places. Writes shop.csv and shop.labels.json here.

    python3 notebooks-data/shop.py --seed 1
"""
import argparse
import datetime
import json
import math
import pathlib
import random

STEP_MS = 300_000
PER_DAY = 288
DAYS = 14
# metric: service, level, daily amplitude, noise (standard deviation)
SERIES = {
    "web_latency_seconds": ("web", 0.2, 0.08, 0.008),
    "cart_cpu_cores": ("cart", 1.5, 0.6, 0.05),
    "shop_orders_per_second": ("shop", 120.0, 60.0, 4.0),
    "db_connections": ("db", 300.0, 90.0, 8.0),
}
# metric, first row, rows, size in standard deviations of the noise; None is a drop to zero
FAULTS = [
    ("cart_cpu_cores", 6 * PER_DAY + 168, 12, 25),  # the cart burns CPU for an hour ...
    ("web_latency_seconds", 6 * PER_DAY + 168, 12, 15),  # ... and the web gets slow
    ("shop_orders_per_second", 9 * PER_DAY + 36, 24, None),  # two hours without orders, after a deployment
    ("db_connections", 12 * PER_DAY + 100, 1, 30),  # a single sample
]
DEPLOYMENT_ROW = 9 * PER_DAY + 35


def rows(seed, first_ms):
    """Yields the time and the value of each metric, row by row."""
    generator = random.Random(seed)
    for row in range(DAYS * PER_DAY):
        values = {}
        for name, (_, level, amplitude, noise) in SERIES.items():
            value = level + amplitude * math.sin(2 * math.pi * (row % PER_DAY) / PER_DAY) + generator.gauss(0, noise)
            for metric, start, length, size in FAULTS:
                if metric == name and start <= row < start + length:
                    value = 0.0 if size is None else value + size * noise
            values[name] = value
        yield first_ms + row * STEP_MS, values


def text(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", default="2026-10-05", help="the first day, UTC")
    arguments = parser.parse_args()
    first = int(datetime.datetime.fromisoformat(arguments.first + "T00:00:00+00:00").timestamp() * 1000)
    folder = pathlib.Path(__file__).parent
    with open(folder / "shop.csv", "w") as file:
        names = [f'"{name}{{service=""{service}""}}"' for name, (service, *_) in SERIES.items()]
        print("timestamp", *names, sep=",", file=file)
        for at, values in rows(arguments.seed, first):
            print(text(at), *(f"{value:.6g}" for value in values.values()), sep=",", file=file)
    windows = sorted({(first + start * STEP_MS, first + (start + length - 1) * STEP_MS) for _, start, length, _ in FAULTS})
    labels = {"shop.csv": [[text(a), text(b)] for a, b in windows]}
    (folder / "shop.labels.json").write_text(json.dumps(labels, indent=1) + "\n")


if __name__ == "__main__":
    main()
