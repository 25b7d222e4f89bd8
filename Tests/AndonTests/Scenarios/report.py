"""The report of a replay in a real browser: it renders, its script runs, and the console stays silent."""
import pathlib
import shutil
import subprocess
import tempfile

import andon

SHOP = andon.ROOT / "notebooks-data" / "shop.csv"


def browse(page, *arguments):
    return subprocess.run(
        [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--window-size=1280,1600", "--virtual-time-budget=5000", "--enable-logging=stderr", "--v=0",
         f"--user-data-dir={page.parent / 'profile'}", *arguments, page.as_uri()],
        capture_output=True, text=True, timeout=andon.PATIENCE)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="andon-report-"))
    subprocess.run(
        [andon.ANDON, "replay", str(SHOP), "--config", str(andon.ROOT / "config" / "andon.yaml"), "--labels",
         str(SHOP.with_name("shop.labels.json")), "--report", str(folder)], check=True, capture_output=True)
    page = folder / "index.html"
    seen = browse(page, "--dump-dom")
    picture = folder / "page.png"
    browse(page, f"--screenshot={picture}")
    andon.report(
        has_charts=seen.stdout.count('class="chart"'), filter_is_shown='<span class="find">' in seen.stdout,
        complaints=[line for line in seen.stderr.splitlines() if "CONSOLE" in line or "Uncaught" in line],
        picture_bytes=picture.stat().st_size)


main()
