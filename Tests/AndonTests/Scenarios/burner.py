"""This machine's own metrics, and a process that burns a CPU: it must be the first suspect, and the anomaly must close.

For a machine that does nothing else: `make burner`. Not among the tests, since on a busy machine one burner more is no news.
"""
import re
import shutil
import subprocess
import time

import andon


def main():
    andon.PATIENCE = 120
    daemon = andon.Daemon(
        andon.settings(policies={"files": [str(andon.ROOT / "models" / "host.yaml")]}),
        arguments=("--watch-host", "--print"))
    # A minute of warm-up; series that come later than that are newcomers.
    andon.until(lambda: daemon.metric("andon_samples_scored_total") > 500, "the warm-up")
    burner = daemon.folder / "andon-burner"
    shutil.copy(shutil.which("bash"), burner)
    heard = len(daemon.lines)
    started = time.monotonic()
    process = subprocess.Popen([str(burner), "-c", "while :; do :; done"])
    try:
        def named():
            lines = daemon.lines[heard:]
            return next((
                (line, suspect) for line, suspect in zip(lines, lines[1:])
                if re.search(r"(OPENED|UPDATED) .*host_cpu", line) and "1. andon-burner" in suspect), None)

        opened, _ = andon.until(named, "an anomaly of the CPU that names the burner first")
        seconds = time.monotonic() - started
    finally:
        process.kill()
        process.wait()
    anomaly = re.search(r"id (\w+)", opened).group(1)
    closed = andon.until(
        lambda: any("CLOSED" in line and anomaly in line for line in daemon.lines), "its close after the burner's end")
    status, _ = daemon.stop()
    andon.report(
        opened=opened, first_suspect="andon-burner", seconds_to_open=round(seconds, 1), closed=bool(closed), status=status)


main()
