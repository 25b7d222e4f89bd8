"""The page that is scraped, as promtool sees it, and the other addresses of the HTTP door."""
import re
import subprocess

import andon


def main():
    daemon = andon.Daemon()
    page = daemon.get("/metrics")
    check = subprocess.run(["promtool", "check", "metrics"], input=page, capture_output=True, text=True, timeout=andon.PATIENCE)
    # Help that was not written is the metric's name in words.
    undescribed = [
        name for name, text in re.findall(r"^# HELP (andon_\w+) (.*)$", page, re.M)
        if text.lower() == name.replace("_", " ")]
    codes = [daemon.status(path) for path in ("/health", "/ready", "/")]
    daemon.stop()
    andon.report(
        promtool_status=check.returncode, promtool_says=check.stdout + check.stderr, undescribed=undescribed,
        health=codes[0], ready=codes[1], page=codes[2])


main()
