"""Metrics of clusterings; items are resampled by their true event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.measure.bootstrap import group_index, group_sums, weighted
from checker.measure.classification import ratio
from eval.metrics import clusters
from eval.records import Header, Prediction


class ClusterScores:
    """B-cubed of each item, summed by group.

    Intervals resample the items with the precision and recall that they have in the whole set: the clusters
    themselves are not made again. Adjusted Rand and wrong merges belong to the whole clustering and get no interval.
    """

    def __init__(self, header: Header, rows: Sequence[Prediction]):
        self.index, self.groups = group_index([row.group for row in rows])
        predicted = [row.cluster if row.cluster is not None else f"alone-{row.id}" for row in rows]
        gold = [row.gold or "" for row in rows]
        precision, recall = clusters.b_cubed(predicted, gold)
        self._sums = group_sums(np.stack([precision, recall, np.ones(len(rows))], axis=-1), self.index, self.groups)
        self._whole = {
            "adjusted_rand": clusters.adjusted_rand(predicted, gold),
            "wrong_merge_rate": len(clusters.wrong_merges(predicted, gold)) / len(set(predicted)),
        }
        self.counts = {"wrong_merge_rate": len(set(predicted))}

    def statistics(self, w: np.ndarray) -> dict[str, np.ndarray]:
        """B-cubed precision, recall and F1 for group weights; the whole clustering's figures for the plain weights."""
        precision, recall, n = np.moveaxis(weighted(self._sums, w), -1, 0)
        precision, recall = ratio(precision, n), ratio(recall, n)
        result = {
            "b_cubed_precision": precision,
            "b_cubed_recall": recall,
            "b_cubed_f1": clusters.f_score(precision, recall),
        }
        plain = (w == 1).all(1)
        return result | {name: np.where(plain, value, np.nan) for name, value in self._whole.items()}
