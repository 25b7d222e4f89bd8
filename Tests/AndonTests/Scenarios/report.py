"""The report of a replay in a real browser: it renders, its script runs, and the console stays silent."""
import html
import json
import random
import re
import shutil
import subprocess

import andon

SHOP = andon.ROOT / "notebooks-data" / "shop.csv"


def browse(page, *arguments):
    return subprocess.run(
        [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--window-size=1280,1600", "--virtual-time-budget=5000", "--enable-logging=stderr", "--v=0",
         f"--user-data-dir={page.parent / 'profile'}", *arguments, page.as_uri()],
        capture_output=True, text=True, timeout=andon.PATIENCE)


# Sorts the series by samples and by name, filters them, and leaves what came of it in the page.
CLICKS = """
<script>{
const table = [...document.querySelectorAll("table")].find(t => t.caption.textContent.startsWith("Series"));
const column = name => [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent.includes(name));
const click = name => table.tHead.rows[0].cells[column(name)].querySelector("button").click();
const texts = name => [...table.tBodies[0].rows].filter(row => !row.hidden).map(
  row => row.cells[column(name)].textContent.trim());
const facts = {};
click("Samples"); facts.largest = texts("Samples").slice(0, 2);
click("Samples"); facts.smallest = texts("Samples").slice(0, 2);
click("Series"); facts.names = texts("Series").slice(0, 3);
const filter = document.querySelector("#filter");
filter.value = 'host="42"'; filter.dispatchEvent(new Event("input"));
facts.filtered = texts("Series");
facts.shown = [...document.querySelectorAll("figure")].filter(figure => !figure.hidden).length;
filter.value = ""; filter.dispatchEvent(new Event("input"));
facts.unfiltered = texts("Series").length;
facts.wide = document.documentElement.scrollWidth > innerWidth;
document.body.append(Object.assign(document.createElement("pre"), { id: "facts", textContent: JSON.stringify(facts) }));
}</script>
"""


def write_wide(path, series):
    """Many series, each a sample longer than the one before, some of which break."""
    rng = random.Random(1)
    rows = ["timestamp,series,value"]
    for minute in range(150 + series):
        for number in range(series):
            if minute < 150 + number:
                value = 100 + rng.gauss(0, 1) + (40 if number % 9 == 0 and 120 <= minute < 130 else 0)
                rows.append(f'{1_790_000_000 + 60 * minute},"load{{host=""{number}""}}",{value:.2f}')
    path.write_text("\n".join(rows) + "\n")


def clicked(folder, series):
    """What a browser makes of clicks in the report of many series."""
    write_wide(folder / "wide.csv", series)
    subprocess.run([andon.ANDON, "replay", str(folder / "wide.csv"), "--report", str(folder)], check=True, capture_output=True)
    page = folder / "index.html"
    page.write_text(page.read_text().replace("</body>", CLICKS + "</body>"))
    seen = browse(page, "--dump-dom")
    return json.loads(html.unescape(re.search(r'<pre id="facts">(.*?)</pre>', seen.stdout, re.S).group(1)))


def main():
    folder = andon.folder()
    subprocess.run(
        [andon.ANDON, "replay", str(SHOP), "--config", str(andon.ROOT / "config" / "andon.yaml"), "--labels",
         str(SHOP.with_name("shop.labels.json")), "--report", str(folder)], check=True, capture_output=True)
    page = folder / "index.html"
    seen = browse(page, "--dump-dom")
    picture = folder / "page.png"
    browse(page, f"--screenshot={picture}")
    wide = folder / "wide"
    wide.mkdir()
    andon.report(
        clicked=clicked(wide, 120),
        has_charts=seen.stdout.count('class="chart"'), filter_is_shown='<span class="find">' in seen.stdout,
        complaints=[line for line in seen.stderr.splitlines() if "CONSOLE" in line or "Uncaught" in line],
        picture_bytes=picture.stat().st_size)


main()
