"""Area under the ROC curve, with weights for resamples."""

from __future__ import annotations

import numpy as np

from checker.measure.classification import ratio


class RocAuc:
    """Prepared once, since each resample only changes the weights of the same ranking."""

    def __init__(self, scores: np.ndarray, positive: np.ndarray):
        self._order = np.argsort(scores, kind="stable")
        ranked = scores[self._order]
        self._starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]]) if len(scores) else np.array([], int)
        self._positive = positive[self._order].astype(bool)

    def __call__(self, item_weights: np.ndarray) -> float:
        """P(score of a positive > score of a negative) + half the ties; nan without both kinds.

        Mann-Whitney on tied scores: a positive beats the negatives of lower scores and half of its equals.
        """
        w = item_weights[self._order]
        positive = np.add.reduceat(np.where(self._positive, w, 0), self._starts)
        negative = np.add.reduceat(np.where(self._positive, 0, w), self._starts)
        below = np.cumsum(negative) - negative
        return float(ratio((positive * (below + negative / 2)).sum(), positive.sum() * negative.sum()))
