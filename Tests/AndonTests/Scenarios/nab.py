"""A replay of files of the Numenta benchmark against the reference scorer, which reads the scores that the replay wrote.

Called with the folder that holds `data/nab` and `tools/score_nab.py`.
"""
import json
import pathlib
import subprocess
import sys

import andon

# Some of each kind, so that a debug build is done in seconds.
FILES = [
    "artificialWithAnomaly/art_daily_jumpsup.csv", "realAWSCloudwatch/iio_us-east-1_i-a2eb1cd9_NetworkIn.csv",
    "realAdExchange/exchange-2_cpc_results.csv", "realKnownCause/ec2_request_latency_system_failure.csv",
    "realKnownCause/rogue_agent_key_updown.csv", "realTraffic/TravelTime_387.csv", "realTraffic/speed_6005.csv",
]


def reference(shared, windows, scores, *arguments):
    """The three scores, by profile."""
    said = subprocess.run(
        [sys.executable, str(shared / "tools" / "score_nab.py"), "--data", str(shared / "data" / "nab"), "--windows",
         str(windows), "--scores", str(scores), *arguments], check=True, capture_output=True, text=True).stdout
    return {line.split()[0]: float(line.split()[1]) for line in said.splitlines()}


def main():
    shared = pathlib.Path(sys.argv[1])
    folder = andon.folder()
    data = shared / "data" / "nab"
    labels = json.loads((data / "windows.json").read_text())
    windows = folder / "windows.json"
    windows.write_text(json.dumps({name: labels[name] for name in FILES}))
    inputs = folder / "in"
    for name in FILES:
        (inputs / name).parent.mkdir(parents=True, exist_ok=True)
        (inputs / name).symlink_to(data / name)
    told = subprocess.run(
        [andon.ANDON, "replay", str(inputs), "--config", str(andon.ROOT / "config" / "andon.yaml"), "--labels",
         str(windows), "--scores", str(folder / "scores"), "--format", "json"],
        check=True, capture_output=True, text=True)
    figures = json.loads(told.stdout)["figures"]
    best = reference(shared, windows, folder / "scores")
    decisions = reference(shared, windows, folder / "scores", "--column", "anomaly", "--decisions")
    # A file outside the folder that the command runs in, labelled by the longer path that was given.
    single = subprocess.run(
        [andon.ANDON, "replay", str(data / FILES[2]), "--labels", str(data / "windows.json"), "--format", "json"],
        capture_output=True, text=True)
    andon.report(
        profiles=sorted(best), best=[[figures[f"nab_{name}_best"]["value"], best[name]] for name in sorted(best)],
        decisions=[[figures[f"nab_{name}_decisions"]["value"], decisions[name]] for name in sorted(best)],
        windows=figures["windows"]["value"], single_status=single.returncode,
        single_windows=json.loads(single.stdout)["figures"].get("windows", {}).get("value", 0),
        single_expected=len(labels[FILES[2]]), single_complaints=len(single.stderr.splitlines()))


main()
