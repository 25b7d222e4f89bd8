"""`andon emit csv`, `andon emit stdin` and `andon tail` against a daemon."""
import subprocess

import andon


def main():
    daemon = andon.Daemon()
    tail = subprocess.Popen(
        [andon.ANDON, "tail", "--from", daemon.exit, "--format", "json"], stdout=subprocess.PIPE, text=True)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    rows = ["timestamp,series,value"]
    for second in range(700):
        value = 10 + (second * 7919 % 101) / 101 + (50 if second >= 600 else 0)
        rows.append(f'{1_790_000_000 + second},"queue_depth{{service=""cart""}}",{value}')
    rows.insert(5, "yesterday,queue_depth,1")
    history = daemon.folder / "history.csv"
    history.write_text("\n".join(rows) + "\n")
    emitted = subprocess.run(
        [andon.ANDON, "emit", "csv", "--to", daemon.pull_door, str(history)], capture_output=True, text=True, check=True)
    lines = 'a{service="x"} 1\nb 2\n# remark\n'
    subprocess.run([andon.ANDON, "emit", "stdin", "--to", daemon.pull_door], input=lines, text=True, check=True)
    andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") >= 702, "all samples judged")
    told = tail.stdout.readline()
    judged = int(daemon.metric("andon_stage_items_total", stage="detect"))
    tail.terminate()
    tail.wait(10)
    daemon.stop()
    andon.report(emitted=702, judged=judged, tailed=told, bad_line_said=f"{history}:6:" in emitted.stderr)


main()
