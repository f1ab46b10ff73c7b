"""Two systems on one set: paired differences with intervals by group, and the items that flipped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.measure.bootstrap import LEAST_GROUPS, SAMPLES, percentile_interval, resample
from checker.schema.base import Record
from eval.errors import EvalError
from eval.records import Header, Prediction
from eval.score import prepare


class Difference(Record):
    """A metric of both runs, and B minus A. `clear` when the interval of the difference leaves out 0."""

    a: float | None
    b: float | None
    difference: float | None
    low: float | None = None
    high: float | None = None

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


class Flip(Record):
    """An item on which exactly one of the two was right, or both were wrong in different ways."""

    id: str
    gold: str | None
    a_says: str | None
    b_says: str | None
    better: str
    a: str | None
    b: str | None


class Comparison(Record):
    """The outcome. Items that only one file holds are counted and left out."""

    a: str
    b: str
    dataset: str
    n: int
    only_a: int
    only_b: int
    metrics: dict[str, Difference]
    flips: tuple[Flip, ...]


Run = tuple[Header, Sequence[Prediction]]


def compare(a: Run, b: Run, samples: int = SAMPLES, seed: int = 0) -> Comparison:
    """Compare two runs over the items that both hold; both see the same resamples, so their noise cancels.

    Raises:
        EvalError: the runs are of different sets, or share no item, or give different gold for one.
    """
    (head_a, rows_a), (head_b, rows_b) = a, b
    if head_a.data["sha256"] != head_b.data["sha256"]:
        raise EvalError(f"{head_a.dataset!r} and {head_b.dataset!r} are different files: run both systems on one.")
    by_a, by_b = {row.id: row for row in rows_a}, {row.id: row for row in rows_b}
    shared = [row.id for row in rows_a if row.id in by_b]
    if not shared:
        raise EvalError("The two runs share no item. Use one --limit and --seed for both.")
    left, right = [by_a[i] for i in shared], [by_b[i] for i in shared]
    arrays_a, arrays_b = prepare(head_a, left), prepare(head_b, right)
    ones = np.ones((1, arrays_a.groups))
    point_a, point_b = arrays_a.statistics(ones), arrays_b.statistics(ones)

    def difference(w: np.ndarray) -> dict[str, np.ndarray]:
        x, y = arrays_a.statistics(w), arrays_b.statistics(w)
        return {name: y[name] - x[name] for name in x if name in y}

    drawn = resample(difference, arrays_a.groups, samples, seed) if arrays_a.groups >= LEAST_GROUPS else {}
    metrics = {}
    for name in point_a:
        if name in point_b:
            interval = percentile_interval(drawn[name]) if name in drawn else None
            metrics[name] = _difference(float(point_a[name][0]), float(point_b[name][0]), interval)
    return Comparison(
        a=head_a.system, b=head_b.system, dataset=head_a.dataset, n=len(shared),
        only_a=len(rows_a) - len(shared), only_b=len(rows_b) - len(shared), metrics=metrics,
        flips=tuple(_flips(head_a.task, left, right)),
    )  # fmt: skip


def _difference(a: float, b: float, interval: tuple[float, float] | None) -> Difference:
    known = np.isfinite(a) and np.isfinite(b)
    low, high = interval if interval and known else (None, None)
    return Difference(
        a=a if np.isfinite(a) else None, b=b if np.isfinite(b) else None,
        difference=b - a if known else None, low=low, high=high,
    )  # fmt: skip


def _flips(task: str, left: Sequence[Prediction], right: Sequence[Prediction]) -> list[Flip]:
    if task not in ("pairs", "documents"):
        return []
    flips = []
    for x, y in zip(left, right, strict=True):
        if x.label != y.label:
            better = "a" if x.label == x.gold else "b" if y.label == y.gold else "neither"
            flips.append(
                Flip(id=x.id, gold=x.gold, a_says=x.label, b_says=y.label, better=better, a=x.a, b=x.b)
            )
    return flips
