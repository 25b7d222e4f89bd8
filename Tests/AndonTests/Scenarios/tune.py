"""`andon tune`: what it prints is a config, and the command that it prints finds the same again."""
import gzip
import pathlib
import random
import re
import shlex
import signal
import subprocess

import andon


def is_searching(process):
    """True when a trial runs and SIGINT is waited for."""
    root = pathlib.Path(f"/proc/{process.pid}")
    masks = dict(re.findall(r"^(Sig\w+):\s+([0-9a-f]+)$", (root / "status").read_text(), re.M))
    waited = (int(masks["SigIgn"], 16) | int(masks["SigCgt"], 16)) >> (signal.SIGINT - 1) & 1
    for task in (root / "task").iterdir():
        if (task / "comm").read_text().strip() == "trial":
            ticks = (task / "stat").read_text().rsplit(")", 1)[1].split()[11]
            if waited and int(ticks) > 0:
                return True
    return False


def interrupted(command):
    """A search that would take for ever, stopped with SIGINT."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    andon.until(lambda: is_searching(process), "a trial")
    process.send_signal(signal.SIGINT)
    said, complaints = process.communicate(timeout=andon.PATIENCE)
    return process.returncode, "interrupted; this is the best so far" in said and "stopped" in complaints


def main():
    folder = andon.folder()
    history = folder / "history"
    history.mkdir()
    rng = random.Random(1)
    for number in range(4):
        rows = ["timestamp,value"]
        for minute in range(1500):
            spike = 60 if rng.random() < 0.003 else 0
            rows.append(f"{1_790_000_000 + 60 * minute},{100 + rng.gauss(0, 1) + spike:.3f}")
        (history / f"s{number}.csv").write_text("\n".join(rows) + "\n")
    config = folder / "andon.yaml"
    config.write_text("policies: {standard: {open_at: 5}}\n")
    command = [
        andon.ANDON, "tune", str(history), "--config", str(config), "--alerts-per-week", "2000", "--budget", "6", "--folds", "2"]
    first = subprocess.run(command, capture_output=True, text=True)
    printed = next(line for line in first.stdout.splitlines() if "andon tune" in line and "same again" in line)
    again = shlex.split(printed.split(":", 1)[1])
    second = subprocess.run([andon.ANDON, *again[1:]], capture_output=True, text=True)
    lines = first.stdout.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("# ")) if any(l.startswith("# ") for l in lines) else 0
    patch = folder / "patch.yaml"
    patch.write_text("\n".join(lines[start:lines.index(printed)]) + "\n")
    check = subprocess.run([andon.ANDON, "check", "--config", str(patch)], capture_output=True, text=True)
    usage = subprocess.run([andon.ANDON, "tune", str(history)], capture_output=True, text=True)
    stop_status, stop_said = interrupted(command[:-4] + ["--budget", "100000"])
    damaged = history / "damaged.csv.gz"
    damaged.write_bytes(gzip.compress("\n".join(rows).encode())[:-500])
    damage = subprocess.run(command, capture_output=True, text=True)
    andon.report(
        stop_status=stop_status, stop_said=stop_said, damaged_status=damage.returncode,
        damaged_said="damaged.csv.gz" in damage.stderr and "The same again" in damage.stdout,
        status=first.returncode, patch_is_good=check.returncode == 0, same=second.stdout == first.stdout,
        usage_status=usage.returncode)


main()
