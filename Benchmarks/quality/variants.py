"""Variants of the default settings, as edited text: each baseline switched off, each alone, other rules of detection.

A variant is a name and what its lines are to be: `{"models.ewma.enabled": "true"}`. Only those lines of
`config/andon.yaml` can be edited that are there: a key that is renamed is an error, not a variant without a difference.
"""
import re

import replaying

# Baselines that say what a value should be; the settings want one of them at least.
FORECASTS = [
    "ewma", "robust_z", "holt_winters", "daily_season", "weekly_season", "holt_winters_multiplicative", "first_difference"]
# Settings of `policies.standard` and `models` that decide when a residual is an alarm.
RULES = {
    "models.warm_up": ["100"],
    "policies.standard.false_alarm_every": ["100h", "10000h"],
    "policies.standard.open_after": ["2", "3"],
    "policies.standard.close_after": ["2", "15"],
    "policies.standard.accept_after": ["15m", "6h"],
}


def baselines(text):
    """The name of each baseline, and whether it is on."""
    return {name: on == "true" for name, on in re.findall(r"^  (\w+): \{enabled: (true|false)\b", text, re.MULTILINE)}


def edited(text, changes):
    """The settings with some values replaced; keys are paths of names.

    - Raises: `KeyError` for a key that has no line of its own.
    """
    # The variant lies elsewhere than the files that it names.
    text = text.replace("- ../models/", f"- {replaying.ROOT}/models/")
    for key, value in changes.items():
        *sections, name = key.split(".")
        inline = name == "enabled" and sections[0] == "models"
        lines, start = text.split("\n"), 0
        for depth, section in enumerate(sections):
            start = _find(lines, start, "  " * depth + section + ":", key)
        if inline:
            lines[start] = re.sub(r"enabled: (true|false)", f"enabled: {value}", lines[start], count=1)
        else:
            place = _find(lines, start, "  " * len(sections) + name + ":", key)
            lines[place] = re.sub(r":\s*\S+", f": {value}", lines[place], count=1)
        text = "\n".join(lines)
    return text


def _find(lines, start, prefix, key):
    for index in range(start, len(lines)):
        if lines[index].startswith(prefix):
            return index
    raise KeyError(key)


def variants(text):
    """All of them: a name and the changes, the default first. What is no forecast is alone with robust_z."""
    known = baselines(text)
    found = {"default": {}}
    for name, is_on in known.items():
        found[f"{'without' if is_on else 'with'} {name}"] = {f"models.{name}.enabled": "false" if is_on else "true"}
    for name in known:
        kept = [name] if name in FORECASTS else ["robust_z", name]
        found[f"only {' and '.join(kept)}"] = {
            f"models.{other}.enabled": "true" if other in kept else "false" for other in known}
    for key, values in RULES.items():
        for value in values:
            found[f"{key.split('.')[-1]} {value}"] = {key: value}
    return found
