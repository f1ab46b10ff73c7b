"""The page: tables, confusion, plots, slices and the worst errors with their traces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from checker.measure import calibration
from eval.html import plots
from eval.pair_scores import RELATIONS, PairScores
from eval.records import Header, Prediction
from eval.score import score

WORST = 25  # errors listed for each system: those it was surest of

Run = tuple[Header, Sequence[Prediction]]


def page(runs: Sequence[Run]) -> str:
    """A self-contained page about one or more predictions files."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    sections = [_section(header, rows) for header, rows in runs]
    return environment.get_template("page.html.j2").render(sections=sections, summary=_summary(sections))


def _summary(sections: Sequence[dict]) -> list[tuple[str, list[str]]]:
    """One table of all systems: metric -> a cell for each."""
    names = list(dict.fromkeys(name for section in sections for name in section["scores"].metrics))
    return [(n, [str(s["scores"].metrics[n]) if n in s["scores"].metrics else "" for s in sections]) for n in names]


def _section(header: Header, rows: Sequence[Prediction]) -> dict:
    section = {"header": header, "scores": score(header, rows), "confusions": [], "plots": [], "worst": []}
    if header.task in ("pairs", "documents"):
        arrays = PairScores(header, rows)
        section["confusions"].append(("Labels", _confusion(arrays.confusion.sum(0), arrays.labels)))
        if arrays.relations.any():
            section["confusions"].append(("Relations", _confusion(arrays.relations.sum(0), RELATIONS)))
        if arrays.confidence is not None:
            section["plots"] = _plots(header, arrays)
            section["worst"] = _worst(rows, arrays)
    return section


def _confusion(matrix: np.ndarray, labels: Sequence[str]) -> dict:
    most = max(float(matrix.max()), 1.0)
    used = [i for i in range(len(labels)) if matrix[i].any() or matrix[:, i].any()]
    return {
        "columns": [labels[i] for i in used],
        "rows": [(labels[i], [(int(matrix[i, j]), round(float(matrix[i, j]) / most, 3)) for j in used]) for i in used],
    }


def _plots(header: Header, arrays: PairScores) -> list[Markup]:
    bins = calibration.bin_rows(arrays.confidence, arrays.correct).sum(0)
    coverage, risk = calibration.risk_coverage(arrays.confidence, arrays.correct)
    curve = plots.risk_coverage([(str(escape(header.system)), coverage, risk)])
    # The SVG is made here from numbers and from escaped names only.
    return [Markup(plots.reliability(bins)), Markup(curve)]


def _worst(rows: Sequence[Prediction], arrays: PairScores) -> list[tuple[Prediction, float]]:
    wrong = np.flatnonzero(arrays.correct == 0)
    order = wrong[np.argsort(-arrays.confidence[wrong], kind="stable")][:WORST]
    return [(rows[i], float(arrays.confidence[i])) for i in order]


def write_page(runs: Sequence[Run], folder: Path) -> Path:
    """Write the page as `folder`/index.html and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(page(runs), encoding="utf-8")
    return path
