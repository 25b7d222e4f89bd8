"""`andon tune`: what it prints is a config, and the command that it prints finds the same again."""
import pathlib
import random
import shlex
import subprocess
import tempfile

import andon


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="andon-tune-"))
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
    andon.report(
        status=first.returncode, patch_is_good=check.returncode == 0, same=second.stdout == first.stdout,
        usage_status=usage.returncode)


main()
