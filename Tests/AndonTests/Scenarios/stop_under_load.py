"""SIGTERM while a publisher pushes as fast as it can: what was taken comes through, and the exit is clean."""
import threading
import time

import zmq

import andon
import publish_and_subscribe as client


def main():
    daemon = andon.Daemon()
    context = zmq.Context()
    sent, done = 0, threading.Event()

    def push():
        nonlocal sent
        door = client.publisher(context, daemon.pull_door)
        door.setsockopt(zmq.SNDTIMEO, 100)
        door.setsockopt(zmq.LINGER, 0)
        now = int(time.time() * 1000)
        while not done.is_set():
            try:
                for series in range(20):
                    times = [now + sent + i for i in range(500)]
                    client.publish_json(door, f'load{{service="s{series}"}}', times, [float(i % 7) for i in range(500)])
                    sent += 1
            except zmq.Again:
                pass
        door.close()

    pusher = threading.Thread(target=push)
    pusher.start()
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") > 100_000, "the load")
    status, seconds = daemon.stop()
    done.set()
    pusher.join()
    andon.report(status=status, seconds=round(seconds, 2), sent=sent, said_lost=daemon.said("did not drain"))


main()
