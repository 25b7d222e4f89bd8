"""Made data with known anomalies, and some without: what the quality benchmark is measured on.

Every corpus is decided by its name and a seed alone. `MAKERS` lists them.
"""
from . import clean, operations, web

# Name: a function of a seed that returns the series.
MAKERS = {"operations": operations.make, "web": web.make, "clean": clean.make}
