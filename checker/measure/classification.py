"""Metrics of confusion matrices (..., gold, predicted). The tests hold them to scikit-learn and to sums by hand."""

from __future__ import annotations

import numpy as np


def ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """part / whole, nan where the whole is 0."""
    part, whole = np.broadcast_arrays(np.asarray(part, float), np.asarray(whole, float))
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def confusion_by_group(gold: np.ndarray, predicted: np.ndarray, index: np.ndarray, groups: int, k: int) -> np.ndarray:
    """Confusion matrices of each group, (groups, k, k), from label numbers; rows with a number below 0 are left out."""
    keep = (gold >= 0) & (predicted >= 0)
    flat = (index[keep] * k + gold[keep]) * k + predicted[keep]
    return np.bincount(flat, minlength=groups * k * k).reshape(groups, k, k).astype(float)


def accuracy(confusion: np.ndarray) -> np.ndarray:
    """Share on the diagonal."""
    return ratio(np.trace(confusion, axis1=-2, axis2=-1), confusion.sum((-2, -1)))


def per_class(confusion: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Precision, recall and F1 of each class, (..., k); nan where a class was never predicted, or never gold."""
    hit = np.diagonal(confusion, axis1=-2, axis2=-1)
    predicted, gold = confusion.sum(-2), confusion.sum(-1)
    return ratio(hit, predicted), ratio(hit, gold), ratio(2 * hit, predicted + gold)


def macro_f1(confusion: np.ndarray) -> np.ndarray:
    """Mean F1 over the classes that the gold labels use.

    A class that the set never uses has no recall; scikit-learn would give it F1 0 and pull the mean down.
    A class that a resample lost drops out of that resample's mean.
    """
    f1 = per_class(confusion)[2]
    used = confusion.sum(-1) > 0
    return ratio(np.where(used, np.nan_to_num(f1), 0).sum(-1), used.sum(-1))


def majority(confusion: np.ndarray) -> np.ndarray:
    """Accuracy of the constant answer that suits these gold labels best: the floor."""
    gold = confusion.sum(-1)
    return ratio(gold.max(-1), gold.sum(-1))
