"""`andon emit csv`, `andon emit stdin` and `andon tail` against a daemon, and `andon emit csv` where there is none yet."""
import signal
import time

import andon

SAMPLES = 700


def history(daemon):
    """A file of a steady series with a jump at its end, and one bad line."""
    rows = ["timestamp,series,value"]
    start = int(time.time()) - 3600
    for second in range(SAMPLES):
        value = 10 + (second * 7919 % 101) / 101 + (50 if second >= 600 else 0)
        rows.append(f'{start + second},"queue_depth{{service=""cart""}}",{value}')
    rows.insert(5, "yesterday,queue_depth,1")
    path = daemon.folder / "history.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


def wait_without_a_daemon(file, door):
    """Whoever publishes to nobody waits; the first is interrupted, the second served by a daemon that comes later."""
    given_up = andon.Command("emit", "csv", "--to", door, file)
    given_up.find("waiting for a daemon")
    status, _ = given_up.stop(signal.SIGINT)
    patient = andon.Command("emit", "csv", "--to", door, file)
    patient.find("waiting for a daemon")
    daemon = andon.Daemon(andon.settings(doors={"zeromq": {"subscribe": ["tcp://127.0.0.1:*"], "pull": [door]}}))
    served = patient.wait()
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") >= SAMPLES, "all samples judged")
    daemon.stop()
    return status == -signal.SIGINT and not given_up.said("published"), served == 0 and patient.said("published")


def main():
    daemon = andon.Daemon()
    tail = andon.Command("tail", "--from", daemon.exit, "--format", "json")
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    file = history(daemon)
    emitted = andon.run("emit", "csv", "--to", daemon.pull_door, file, check=True)
    lines = 'a{service="x"} 1\nb 2\n# remark\n'
    andon.run("emit", "stdin", "--to", daemon.pull_door, input=lines, check=True)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") >= SAMPLES + 2, "all samples judged")
    told = tail.find("queue_depth").string
    judged = int(daemon.metric("andon_stage_items_total", stage="detect"))
    tail.stop()
    daemon.stop()
    claims_nothing, waits = wait_without_a_daemon(file, daemon.pull_door)
    andon.report(
        emitted=SAMPLES + 2, judged=judged, tailed=told, bad_line_said=f"{file}:6:" in emitted.stderr,
        claims_nothing=claims_nothing, waits=waits)


main()
