"""`andon check` on good settings, on bad ones, and for the way from one to the other."""
import json

import andon


def main():
    folder = andon.folder()

    def check(name, content, *more):
        (folder / name).write_text(json.dumps(content))
        return andon.run("check", "--config", folder / name, *more)

    good = check("good.yaml", {"policies": {"standard": {"open_at": 8}}})
    bad = check("bad.yaml", {"models": {"warm_up": 1}})
    way = check("other.yaml", {"policies": {"standard": {"open_at": 6}}}, "--from", folder / "good.yaml")
    series = andon.run(
        "check", "--config", andon.ROOT / "config" / "andon.yaml", "--series",
        'http_request_duration_seconds{service="web"}')
    page = (andon.ROOT / "Sources" / "Andon" / "Andon.docc" / "Policies.md").read_text()
    shown = page.split("```\nhttp_request", 1)[1].split("    …", 1)[0]
    andon.report(
        series_status=series.returncode, series_is_shown="http_request" + shown in series.stdout,
        no_series_status=andon.run("check", "--series", "a{b").returncode,
        good_status=good.returncode, good_says=good.stdout, bad_status=bad.returncode, bad_says=bad.stderr,
        from_says=way.stdout)


main()
