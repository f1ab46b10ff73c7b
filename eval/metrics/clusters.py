"""Clusterings against truth: B-cubed, adjusted Rand, wrong merges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from eval.errors import NoData


def b_cubed(predicted: Sequence[str], gold: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Each item's B-cubed precision and recall (Bagga and Baldwin 1998).

    Precision: the share of the item's predicted cluster that is of its gold cluster, itself included;
    recall: the share of its gold cluster that is in its predicted cluster.
    """
    if len(predicted) != len(gold):
        raise ValueError(f"{len(predicted)} predicted and {len(gold)} gold clusters: one of each for every item.")
    if not gold:
        raise NoData("B-cubed of no items has no value. Give at least one.")
    both, p, g = Counter(zip(predicted, gold, strict=True)), Counter(predicted), Counter(gold)
    shared = np.array([both[pair] for pair in zip(predicted, gold, strict=True)], float)
    return shared / [p[x] for x in predicted], shared / [g[x] for x in gold]


def f_score(precision: np.ndarray, recall: np.ndarray) -> np.ndarray:
    """Harmonic mean."""
    return 2 * precision * recall / (precision + recall)


def adjusted_rand(predicted: Sequence[str], gold: Sequence[str]) -> float:
    """scikit-learn's adjusted Rand index."""
    from sklearn.metrics import adjusted_rand_score

    if not gold:
        raise NoData("The adjusted Rand index of no items has no value. Give at least one.")
    return float(adjusted_rand_score(list(gold), list(predicted)))


def wrong_merges(predicted: Sequence[str], gold: Sequence[str]) -> dict[str, set[str]]:
    """The predicted clusters that join items of more than one gold cluster, with those."""
    joined: dict[str, set[str]] = {}
    for p, g in zip(predicted, gold, strict=True):
        joined.setdefault(p, set()).add(g)
    return {p: events for p, events in joined.items() if len(events) > 1}
