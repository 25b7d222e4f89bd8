"""The recordings that come with the sources, replayed as the documents say, against what the documents show."""
import json
import re
import subprocess

import andon


def replay(*arguments):
    return subprocess.run(
        [andon.ANDON, "replay", *arguments], cwd=andon.ROOT, check=True, capture_output=True, text=True).stdout


def shown(document, command):
    """The block that follows a command in a document, line by line."""
    text = (andon.ROOT / document).read_text()
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.S)
    place = next(i for i, block in enumerate(blocks) if command in block)
    return blocks[place + 1].rstrip("\n").splitlines()


def stable(lines):
    """Without what changes with the settings and the ids that follow from them."""
    return [re.sub(r"version [0-9a-f]+|\b[0-9a-f]{16}\b", "-", line).rstrip() for line in lines]


def main():
    shop = replay("notebooks-data/shop.csv", "--labels", "notebooks-data/shop.labels.json").splitlines()
    readme = shown("README.md", "replay notebooks-data/shop.csv --labels")
    missing = [line for line in stable(readme) if line not in stable(shop)]
    added = [line for line in stable(shop) if line not in stable(readme)]
    host = json.loads(replay(
        "notebooks-data/host.csv.gz", "--labels", "notebooks-data/host.labels.json", "--format", "json"))
    said = (andon.ROOT / "notebooks-data" / "README.md").read_text()
    table = dict(re.findall(r"^\| ([\w ]+) \| ([\d.]+) \|$", said, re.M))
    andon.report(
        missing=missing, added=added,
        host={name: host["figures"][name]["value"] for name in ("windows", "found_windows", "true_anomalies", "false_anomalies")},
        told={name: float(table.get(name.replace("_", " "), "nan")) for name in (
            "windows", "found_windows", "true_anomalies", "false_anomalies")})


main()
