"""A settings file behind a swapped symbolic link: a good change is followed, a bad one is not, SIGHUP looks at once."""
import json
import signal

import andon


def main():
    daemon = andon.Daemon()

    def version():
        return json.loads(daemon.get("/api/overview"))["configVersion"]

    def swap(name, **changes):
        """Writes a new file and lets the path point to it, as mounted configuration does."""
        target = daemon.folder / name
        target.write_text(json.dumps(andon.settings(**changes), indent=1))
        link = daemon.folder / (name + ".link")
        link.symlink_to(target)
        link.replace(daemon.config)

    at_first = version()
    swap("good", policies={"standard": {"open_at": 6}})
    andon.until(lambda: version() != at_first, "the good change")
    after_good, success_after_good = version(), daemon.metric("andon_reload_success")
    swap("bad", policies={"standard": {"open_at": -1}})
    andon.until(lambda: daemon.metric("andon_reload_errors_total") >= 1, "the refusal")
    success_after_bad, after_bad = daemon.metric("andon_reload_success"), version()
    with_line = bool(daemon.find(r"andon\.yaml:.*open_at"))
    # With an hour between two looks only SIGHUP can make it look.
    swap("slow", reload={"poll": "1h"})
    andon.until(lambda: version() != after_good, "the slow polling")
    at_slow = version()
    swap("hangup", reload={"poll": "1h"}, policies={"standard": {"open_at": 7}})
    daemon.process.send_signal(signal.SIGHUP)
    andon.until(lambda: version() != at_slow, "the change on SIGHUP")
    after_hangup = version()
    daemon.stop()
    andon.report(
        version_at_first=at_first, version_after_good=after_good, version_after_bad=after_bad,
        success_after_good=success_after_good, success_after_bad=success_after_bad,
        said_problem_with_line=with_line, looks_on_hangup=after_hangup != at_slow)


main()
