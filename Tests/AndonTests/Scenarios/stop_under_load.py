"""SIGTERM while a publisher pushes as fast as it can: what was taken comes through, and the exit is clean.

The argument says what is pushed: `small` messages of 500 samples, or `large` ones, as `andon emit csv` makes them.
"""
import sys
import threading
import time

import zmq

import andon
import publish_and_subscribe as client

START = int(time.time()) - 300 * 86_400


class Small:
    """A publisher of its own."""

    def __init__(self, daemon):
        self.door, self.done = daemon.pull_door, threading.Event()
        self.thread = threading.Thread(target=self.push)
        self.thread.start()

    def push(self):
        door = client.publisher(zmq.Context.instance(), self.door)
        door.setsockopt(zmq.SNDTIMEO, 100)
        door.setsockopt(zmq.LINGER, 0)
        turn = 0
        while not self.done.is_set():
            times = [1000 * (START + 500 * turn + i) for i in range(500)]
            turn += 1
            try:
                for series in range(20):
                    client.publish_json(door, f'load{{service="s{series}"}}', times, [float(i % 7) for i in range(500)])
            except zmq.Again:
                pass
        door.close()

    def stop(self):
        self.done.set()
        self.thread.join()


class Large:
    """`andon emit csv` with a file of sixteen million samples, far more than a daemon takes before and while it stops."""

    def __init__(self, daemon):
        columns = 10
        rows = [",".join(f"{(row + column) % 7}.5" for column in range(columns)) for row in range(7)]
        file = daemon.folder / "load.csv"
        with file.open("w") as out:
            print("timestamp," + ",".join(f"load_{column}" for column in range(columns)), file=out)
            for row in range(1_600_000):
                print(START + 15 * row, rows[row % 7], sep=",", file=out)
        self.command = andon.Command("emit", "csv", "--to", daemon.pull_door, file)

    def stop(self):
        if self.command.said("published"):
            raise SystemExit("the load was over before the daemon had stopped")
        self.command.process.kill()


def main():
    # A debug build needs more than the usual four seconds for what it has taken; `make drain` has a release build.
    promised = "--within-five-seconds" in sys.argv
    daemon = andon.Daemon(andon.settings(**({} if promised else {"stages": {"drain": "1m"}})))
    load = (Large if "large" in sys.argv else Small)(daemon)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") > 100_000, "the load")
    late = daemon.metric("andon_stage_dropped_total", reason="out_of_order")
    status, seconds = daemon.stop()
    load.stop()
    if promised and (status != 0 or seconds >= 5):
        raise SystemExit(f"stopped after {seconds:.1f} s with status {status}")
    taken, judged = daemon.account()
    if taken != judged or daemon.said("did not drain"):
        raise SystemExit(f"of {taken} samples that were taken {judged} were judged")
    andon.report(status=status, seconds=round(seconds, 2), late=late, taken=taken)


main()
