"""Confusion metrics against sums by hand, with scikit-learn as the oracle."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, precision_recall_fscore_support

from checker.measure.classification import accuracy, confusion_by_group, macro_f1, majority, per_class

#                gold:  0  0  0  0  1  1  1  2
GOLD = np.array([0, 0, 0, 0, 1, 1, 1, 2])
SAID = np.array([0, 0, 0, 1, 1, 2, 0, 2])
GROUP = np.array([0, 0, 1, 1, 0, 1, 1, 0])


def confusion():
    return confusion_by_group(GOLD, SAID, GROUP, 2, 3).sum(0)


def test_accuracy_by_hand():
    # right: items 1, 2, 3, 5, 8 -> 5 of 8
    assert accuracy(confusion()) == pytest.approx(5 / 8)


def test_per_class_by_hand():
    precision, recall, f1 = per_class(confusion())
    # class 0: said four times, three right; gold four times, three found. F1 = 2*3/(4+4)
    assert (precision[0], recall[0], f1[0]) == pytest.approx((3 / 4, 3 / 4, 6 / 8))
    # class 1: said twice (once right), gold three times: F1 = 2*1/(2+3)
    assert (precision[1], recall[1], f1[1]) == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    # class 2: said twice (once right), gold once: F1 = 2*1/(2+1)
    assert (precision[2], recall[2], f1[2]) == pytest.approx((1 / 2, 1.0, 2 / 3))


def test_macro_f1_by_hand():
    # (3/4 + 2/5 + 2/3) / 3 = (45 + 24 + 40)/60/3 = 109/180
    assert macro_f1(confusion()) == pytest.approx(109 / 180)


def test_macro_f1_leaves_out_a_class_that_gold_never_uses():
    # gold 0 0, said 0 1 in a space of three: F1 of class 0 = 2*1/(1+2) = 2/3 alone counts
    table = confusion_by_group(np.array([0, 0]), np.array([0, 1]), np.array([0, 0]), 1, 3).sum(0)
    assert macro_f1(table) == pytest.approx(2 / 3)


def test_a_class_never_predicted_has_no_precision_and_f1_zero():
    table = confusion_by_group(np.array([0, 1]), np.array([0, 0]), np.array([0, 0]), 1, 2).sum(0)
    precision, recall, f1 = per_class(table)
    assert np.isnan(precision[1]) and recall[1] == 0 and f1[1] == 0


def test_nothing_is_nan_and_not_zero():
    empty = np.zeros((3, 3))
    assert np.isnan(accuracy(empty)) and np.isnan(macro_f1(empty)) and np.isnan(majority(empty))


def test_groups_are_kept_apart():
    tables = confusion_by_group(GOLD, SAID, GROUP, 2, 3)
    # group 0: items 1, 2, 5, 8, all right; group 1: items 3 (right), 4, 6, 7
    assert accuracy(tables) == pytest.approx([1.0, 1 / 4])


def test_unlabelled_items_are_left_out():
    table = confusion_by_group(np.array([0, -1, 1]), np.array([0, 1, -1]), np.zeros(3, int), 1, 2).sum(0)
    assert table.tolist() == [[1, 0], [0, 0]]


def test_against_scikit_learn():
    rng = np.random.default_rng(3)
    gold, said = rng.integers(4, size=300), rng.integers(4, size=300)
    table = confusion_by_group(gold, said, np.zeros(300, int), 1, 4).sum(0)
    precision, recall, f1, _ = precision_recall_fscore_support(gold, said)
    ours = per_class(table)
    assert np.allclose(ours[0], precision) and np.allclose(ours[1], recall) and np.allclose(ours[2], f1)
    assert macro_f1(table) == pytest.approx(f1.mean())
    assert accuracy(table) == pytest.approx(accuracy_score(gold, said))
