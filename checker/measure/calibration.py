"""How far stated probabilities can be believed."""

from __future__ import annotations

import numpy as np

from checker.measure.classification import ratio

BINS = 15  # equal-width bins of the top probability, (0, 1/15], ..., as in Guo et al. 2017 (arXiv:1706.04599)


def bin_rows(confidence: np.ndarray, correct: np.ndarray, bins: int = BINS) -> np.ndarray:
    """For each item its row of (bins, 3): one, its confidence and its correctness in the bin that it falls in.

    Bins are closed above: a confidence of exactly 1/15 falls in the first, as in the definition.
    """
    number = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    rows = np.zeros((len(confidence), bins, 3))
    rows[np.arange(len(confidence)), number] = np.stack([np.ones_like(confidence), confidence, correct], axis=-1)
    return rows


def ece(bins: np.ndarray) -> np.ndarray:
    """Expected calibration error from bin sums (..., bins, 3): sum over bins of n_b/n |accuracy_b - confidence_b|.

    n_b |acc_b - conf_b| is |sum of correct - sum of confidence|, so the bin counts cancel.
    """
    return ratio(np.abs(bins[..., 2] - bins[..., 1]).sum(-1), bins[..., 0].sum(-1))


def brier(probabilities: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """Each item's Brier score, summed over classes: 0 (certain and right) to 2 (certain and wrong)."""
    target = np.eye(probabilities.shape[1])[gold]
    return ((probabilities - target) ** 2).sum(1)


def risk_coverage(confidence: np.ndarray, correct: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coverage and error rate when only the most confident are answered, one point for each item, in that order."""
    order = np.argsort(-confidence, kind="stable")
    n = np.arange(1, len(order) + 1)
    return n / len(order), np.cumsum(1 - correct[order]) / n
