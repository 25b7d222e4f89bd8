"""Figures as Markdown."""


def table(head, rows):
    """Lines of a table; all columns but the first are numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def f1_table(figures, names):
    """F1 of the labelled corpora, a row for each part and seed."""
    rows = []
    for name in names:
        for seed, parts in figures[name].items():
            for part, found in parts.items():
                swept, carried, decided = found["swept"], found["carried"], found["decided"]
                rows.append([
                    f"{name}, {part}", seed, f"{swept.f1:.3f}", f"{swept.threshold:.6g}",
                    f"{carried.f1:.3f}" if carried else "–", f"{decided.f1:.3f}", f"{decided.precision:.3f}",
                    f"{decided.recall:.3f}"])
    head = ["corpus, rows", "seed", "F1, best threshold", "threshold", "F1, threshold of seed 1", "F1, decided",
            "precision, decided", "recall, decided"]
    return table(head, rows)


def clean_table(figures):
    """Alarms on clean data, a row for each shape."""
    seeds = list(figures["clean"])
    found = [figures["clean"][seed] for seed in seeds]
    rows = [[shape, *(one["by_shape"][shape] for one in found)] for shape in found[0]["by_shape"]]
    rows.append(["all", *(one["alarms"] for one in found)])
    rows.append(["budget", *(f"{one['budget']:.0f}" for one in found)])
    rows.append(["constants, beside it", *(one["constant"] for one in found)])
    return table(["shape", *(f"alarms, seed {seed}" for seed in seeds)], rows)


def nab_table(figures):
    """NAB on all files, and by halves."""
    found = figures["nab"]
    rows = [
        [f"all files, {profile}", f"{found['swept'][profile]:.2f}", "–", f"{found['decided'][profile]:.2f}"]
        for profile in found["swept"]]
    rows += [
        [f"{half} files, standard", f"{one['swept']:.2f}", f"{one['carried']:.2f}", f"{one['decided']:.2f}"]
        for half, one in found["halves"].items()]
    return table(["NAB", "best threshold", "threshold of the other half", "decided"], rows)
