"""A false alarm is said to be one: the next like it is held back, a larger one told, and after the revocation all are again."""
import json
import time

import zmq

import andon
import publish_and_subscribe as client

STEP = 60_000  # milliseconds between two samples
NAME = "queue_length"


def main():
    file = andon.folder() / "feedback.jsonl"
    config = andon.settings(feedback={"file": str(file)})
    daemon = andon.Daemon(config)
    context = zmq.Context()
    incoming, outgoing = client.subscriber(context, daemon.exit), client.publisher(context, daemon.pull_door)
    andon.until(lambda: daemon.metric("andon_subscriptions_total", change="added") >= 1, "the subscription")
    now = int(time.time() * 1000) - 2_000 * STEP
    taken = 0

    def publish(values):
        """Samples that follow the last ones; returns once they are judged."""
        nonlocal now, taken
        times = [now + index * STEP for index in range(len(values))]
        now += len(values) * STEP
        taken += len(values)
        client.publish_json(outgoing, NAME, times, values)
        andon.until(lambda: daemon.metric("andon_stage_items_total", stage="detect") == taken, "the samples judged")

    def calm(count):
        publish([100 + (index * 7 % 13) / 10 for index in range(count)])

    def spike(size):
        publish([100.0 + size] * 3)
        calm(40)

    def opened(daemon):
        return int(daemon.metric("andon_anomalies_total", phase="opened"))

    def held(daemon):
        return int(daemon.metric("andon_feedback_held_back_total"))

    def followed(count):
        andon.until(
            lambda: daemon.metric("andon_feedback_total") == count, "the feedback followed")

    calm(300)
    spike(50)
    andon.until(lambda: opened(daemon) == 1, "the anomaly")
    anomaly = next(client.anomalies(incoming, andon.PATIENCE))
    client.publish_feedback(outgoing, "false", "ann", anomaly=anomaly["id"], note="warm-up")
    followed(1)
    spike(50)
    andon.until(lambda: held(daemon) == 1, "the like of it held back")
    opened_after_like = opened(daemon)
    spike(90)
    andon.until(lambda: opened(daemon) == opened_after_like + 1, "the larger one")
    listed = json.loads(daemon.get("/feedback"))["rules"]
    text = andon.run("feedback", "list", "--from", daemon.http, check=True).stdout
    page = daemon.get("/")
    kept = file.read_text()
    rule = listed[0]["id"]
    history = daemon.folder / "history.csv"
    history.write_text("timestamp,value\n" + "".join(
        f"{1_767_225_600 + minute * 60},{value}\n" for minute, value in enumerate(
            [100 + (index * 7 % 13) / 10 for index in range(300)] + [150] * 3
            + [100 + (index * 7 % 13) / 10 for index in range(40)] + [190] * 3
            + [100 + (index * 7 % 13) / 10 for index in range(40)])))
    printed = andon.run(
        "feedback", "send", "false", "--series", "history", "--by", "ann", "--print",
        cwd=daemon.folder, check=True).stdout
    message = json.loads(printed)
    message["time"] = 1_767_225_600 + 310 * 60
    (daemon.folder / "trial.jsonl").write_text(json.dumps(message) + "\n")
    (daemon.folder / "labels.json").write_text(json.dumps(
        {"history.csv": [["2026-01-01 04:55:00", "2026-01-01 05:10:00"]]}))
    replay = ["replay", "history.csv", "--feedback", "trial.jsonl", "--labels", "labels.json"]
    tried = andon.run(*replay, "--format", "json", cwd=daemon.folder, check=True)
    said = andon.run(*replay, cwd=daemon.folder, check=True).stdout
    andon.run("feedback", "revoke", rule, "--to", daemon.pull_door, "--by", "bob", check=True)
    followed(2)
    # So long that the larger one before it makes it no old news.
    calm(600)
    before = opened(daemon)
    spike(50)
    andon.until(lambda: opened(daemon) == before + 1, "told again")
    client.publish_feedback(outgoing, "true", "ann", anomaly="nobody knows")
    andon.until(lambda: daemon.metric("andon_feedback_refused_total", reason="unknown_anomaly") == 1, "the refusal")
    advised = daemon.said("name its series")
    client.publish_feedback(outgoing, "false", "ann", series=NAME)
    followed(3)
    status, _ = daemon.stop()
    # What was said outlives the daemon.
    daemon, taken = andon.Daemon(config), 0
    outgoing = client.publisher(context, daemon.pull_door)
    calm(300)
    spike(50)
    held_after_restart = held(daemon)
    daemon.stop()
    effect = json.loads(tried.stdout)["feedback"]
    unreachable = andon.run("feedback", "list", "--from", "http://127.0.0.1:1")
    andon.report(
        opened_after_like=opened_after_like, author=listed[0]["author"], held_back=listed[0]["heldBack"],
        listed=rule in text and "held back 1" in text, on_page="Not told" in page and rule in page,
        kept=kept.count("\n") == 1 and rule in kept, revocations=file.read_text().count('"revoke"'), held_after_restart=held_after_restart,
        advised=advised, status=status, removed=[row["anomaly"]["opened"] for row in effect["removed"]],
        removed_by=message["id"] == effect["removed"][0]["feedback"] if effect["removed"] else False,
        kept_in_replay=[row["opened"] for row in effect["kept"]], removed_in_windows=effect["removed_in_windows"],
        warned="Warning: 1 of the removed anomalies lies in labelled windows" in said, unreachable_status=unreachable.returncode)


main()
