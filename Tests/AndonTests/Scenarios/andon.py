"""Starts a real daemon on free ports with a data directory of its own, for the scenarios beside this file."""
import atexit
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "config" / "clients"))
ANDON = os.environ["ANDON_BINARY"]
PATIENCE = 60  # seconds until something that should happen counts as not happening
LONGEST = 600  # seconds that a scenario may last; the tests around it wait a little longer


def give_up(number, frame):
    """Leaves by an exception, so that what was started is killed."""
    raise SystemExit(f"the scenario was ended by {signal.Signals(number).name}")


signal.signal(signal.SIGTERM, give_up)
signal.signal(signal.SIGALRM, give_up)
signal.alarm(LONGEST)


def settings(**changes):
    """Settings on free ports; JSON is YAML."""
    base = {
        "doors": {"zeromq": {"subscribe": ["tcp://127.0.0.1:*"], "pull": ["tcp://127.0.0.1:*"]}},
        "exits": {"zeromq": {"publish": ["tcp://127.0.0.1:*"], "samples": []}},
        "http": {"address": "127.0.0.1:0"},
        "reload": {"poll": "100ms"},
    }
    base.update(changes)
    return base


def until(condition, what):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.02)
    raise SystemExit(f"after {PATIENCE} s still not: {what}")


def run(*arguments, **options):
    """A command of andon, from its beginning to its end."""
    return subprocess.run(
        [ANDON, *map(str, arguments)], capture_output=True, text=True, timeout=LONGEST, **options)


def milliseconds(text):
    """Unix milliseconds of an RFC 3339 time in UTC."""
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def folder():
    """A folder of the scenario's own, gone with it."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="andon-test-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


class Command:
    """A command of andon beside the scenario, which it does not outlive. What it says on either stream is in `lines`."""

    def __init__(self, *arguments):
        self.lines = []
        self.process = subprocess.Popen(
            [ANDON, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)
        atexit.register(self.process.kill)
        self.readers = [
            threading.Thread(target=self._read, args=(stream,), daemon=True)
            for stream in (self.process.stdout, self.process.stderr)]
        for reader in self.readers:
            reader.start()

    def _read(self, stream):
        for line in stream:
            self.lines.append(line.rstrip("\n"))

    def find(self, pattern):
        """The first line that matches, awaited."""
        def look():
            if self.process.poll() is not None:
                raise SystemExit("it ended:\n" + "\n".join(self.lines))
            return next((m for line in list(self.lines) if (m := re.search(pattern, line))), None)

        return until(look, f"a line like {pattern}")

    def said(self, text):
        return any(text in line for line in list(self.lines))

    def stop(self, number=signal.SIGTERM):
        """Sends a signal; returns the exit status and how long it took."""
        start = time.monotonic()
        self.process.send_signal(number)
        return self.wait(), time.monotonic() - start

    def wait(self):
        """Waits for its end and for its last words; returns the exit status."""
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise SystemExit("it did not stop:\n" + "\n".join(self.lines))
        for reader in self.readers:
            reader.join()
        return status


class Warming(Command):
    """A daemon that may still be learning from history."""

    def __init__(self, config=None, arguments=()):
        self.folder = folder()
        self.config = self.folder / "andon.yaml"
        self.config.write_text(json.dumps(config or settings()))
        super().__init__("run", "--config", self.config, *arguments)
        self.subscribe_door, self.pull_door = self.find(r"publish samples to +(\S+) +(\S+)").groups()
        self.exit = self.find(r"subscribe at +(\S+)").group(1)
        self.http = self.find(r"open +(http://\S+)/").group(1)

    def get(self, path):
        with urllib.request.urlopen(self.http + path, timeout=10) as answer:
            return answer.read().decode()

    def status(self, path):
        """The HTTP status of a page; a refusal is an answer too."""
        try:
            return urllib.request.urlopen(self.http + path, timeout=10).status
        except urllib.error.HTTPError as refusal:
            return refusal.code

    def refusal(self, path):
        """The HTTP status and the body of a page that is refused."""
        try:
            return [urllib.request.urlopen(self.http + path, timeout=10).status, ""]
        except urllib.error.HTTPError as refusal:
            return [refusal.code, refusal.read().decode()]

    def metric(self, name, **labels):
        """The sum over all series of a name that carry these labels."""
        total = 0.0
        for line in self.get("/metrics").splitlines():
            if line.startswith(name + "{") or line.startswith(name + " "):
                if all(f'{key}="{value}"' in line for key, value in labels.items()):
                    total += float(line.rsplit(" ", 1)[1])
        return total

    def account(self):
        """Samples taken at the doors and samples judged, as the daemon's last line has them."""
        line = next(line for line in reversed(self.lines) if "Stopped" in line)
        return [int(re.search(rf"samples\.{word}=(\d+)", line).group(1)) for word in ("taken", "judged")]


class Daemon(Warming):
    """A daemon that is ready to take samples."""

    def __init__(self, config=None, arguments=()):
        super().__init__(config, arguments)
        until(lambda: self.status("/ready") == 200, "ready")


def report(**facts):
    """The facts that the Swift test looks at, as the last line."""
    print(json.dumps(facts))
