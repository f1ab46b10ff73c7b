"""Predictions -> metrics with intervals. No model is needed."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from checker.measure.bootstrap import SAMPLES, Estimate, estimates
from checker.schema.base import Record
from eval.cluster_scores import ClusterScores
from eval.errors import NoData
from eval.pair_scores import PairScores
from eval.quantity_scores import QuantityScores
from eval.records import Header, Prediction

SCORES: dict[str, type] = {
    "pairs": PairScores, "documents": PairScores, "quantities": QuantityScores, "clusters": ClusterScores,
}  # fmt: skip
HEADLINE = {
    "pairs": ("accuracy", "macro_f1", "false_alarm", "false_agreement"),
    "documents": ("accuracy", "macro_f1", "auc"),
    "quantities": ("f1_value", "f1_value_unit", "f1_value_change"),
    "clusters": ("b_cubed_f1",),
}
LOWER_IS_BETTER = frozenset({
    "ece", "brier", "false_alarm", "false_agreement", "wrong_merge_rate", "abstained",
    "relation_false_alarm", "relation_false_agreement",
})  # fmt: skip


class Scores(Record):
    """All metrics of one predictions file."""

    system: str
    dataset: str
    task: str
    n: int
    groups: int
    metrics: dict[str, Estimate]
    slices: dict[str, dict[str, Estimate]] = Field(default_factory=dict, description="'slice=value' -> metrics")


def prepare(header: Header, rows: Sequence[Prediction]) -> PairScores | QuantityScores | ClusterScores:
    """The arrays of a predictions file, ready for weights.

    Raises:
        NoData: there are no predictions.
    """
    if not rows:
        raise NoData(f"The predictions of {header.system} on {header.dataset} hold no row. Run the system again.")
    return SCORES[header.task](header, rows)


def score(header: Header, rows: Sequence[Prediction], samples: int = SAMPLES, seed: int = 0) -> Scores:
    """Score a predictions file; accuracy by slice comes beside it."""
    arrays = prepare(header, rows)
    metrics = estimates(arrays.statistics, arrays.groups, arrays.counts, len(rows), samples, seed)
    slices = {}
    if header.task in ("pairs", "documents"):
        slices = {
            name: {"accuracy": _accuracy(header, part, samples, seed)} for name, part in sorted(sliced(rows).items())
        }
    return Scores(
        system=header.system, dataset=header.dataset, task=header.task, n=len(rows), groups=arrays.groups,
        metrics=metrics, slices=slices,
    )  # fmt: skip


def _accuracy(header: Header, rows: Sequence[Prediction], samples: int, seed: int) -> Estimate:
    arrays = PairScores(header, rows)
    return estimates(arrays.accuracy, arrays.groups, {}, len(rows), samples, seed)["accuracy"]


def sliced(rows: Sequence[Prediction]) -> dict[str, list[Prediction]]:
    """Rows by 'slice=value'. A row stands under each of its slices."""
    parts: dict[str, list[Prediction]] = {}
    for row in rows:
        for name, value in row.slices.items():
            parts.setdefault(f"{name}={value}", []).append(row)
    return parts
