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
    andon.report(
        good_status=good.returncode, good_says=good.stdout, bad_status=bad.returncode, bad_says=bad.stderr,
        from_says=way.stdout)


main()
