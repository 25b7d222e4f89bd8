"""Writes a corpus in the form that `andon replay` reads, with labels as it reads them."""
import json


def write(series, folder):
    """A file for each series, and `labels.json` beside the folder `data`; times are unix seconds.

    Series without labels that share all times go into one wide file, which is read faster.
    """
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    if any(one.windows for one in series):
        for one in series:
            rows = [f"{time},{value:.8g}" for time, value in zip(one.times.tolist(), one.values.tolist())]
            (data / f"{one.name}.csv").write_text("timestamp,value\n" + "\n".join(rows) + "\n")
    else:
        columns = [[f"{value:.8g}" for value in one.values.tolist()] for one in series]
        rows = map(",".join, zip(map(str, series[0].times.tolist()), *columns))
        head = ",".join(["timestamp", *(one.name for one in series)])
        (data / "series.csv").write_text(head + "\n" + "\n".join(rows) + "\n")
    labels = {f"{one.name}.csv": one.windows for one in series if one.windows}
    (folder / "labels.json").write_text(json.dumps(labels))
    shapes = {one.name: one.shape for one in series}
    (folder / "shapes.json").write_text(json.dumps(shapes))
