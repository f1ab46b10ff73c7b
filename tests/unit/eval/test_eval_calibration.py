"""Calibration and ranking against sums by hand."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from checker.measure.calibration import bin_rows, brier, ece, risk_coverage
from eval.metrics.ranking import RocAuc


def test_ece_by_hand():
    # Two bins, (0, .5] and (.5, 1]. First: confidences .4 and .5, one right: |1 - .9| = .1.
    # Second: .9, .8, .7, two right: |2 - 2.4| = .4. ECE = (.1 + .4) / 5 = .1
    confidence = np.array([0.4, 0.5, 0.9, 0.8, 0.7])
    correct = np.array([1.0, 0.0, 1.0, 1.0, 0.0])
    assert ece(bin_rows(confidence, correct, bins=2).sum(0)) == pytest.approx(0.1)


def test_ece_of_a_model_that_is_as_sure_as_it_is_right():
    confidence, correct = np.full(4, 0.75), np.array([1.0, 1.0, 1.0, 0.0])
    assert ece(bin_rows(confidence, correct).sum(0)) == pytest.approx(0.0)


def test_confidence_of_one_and_of_zero_have_a_bin():
    rows = bin_rows(np.array([1.0, 0.0]), np.array([1.0, 0.0]), bins=15)
    assert rows[0, 14, 0] == 1 and rows[1, 0, 0] == 1


def test_ece_of_nothing_is_nan():
    assert np.isnan(ece(np.zeros((15, 3))))


def test_brier_by_hand():
    # (.7 - 1)^2 + .2^2 + .1^2 = .09 + .04 + .01 = .14; certain and wrong: 1 + 1 = 2
    scores = brier(np.array([[0.7, 0.2, 0.1], [0.0, 1.0, 0.0]]), np.array([0, 2]))
    assert scores == pytest.approx([0.14, 2.0])


def test_auc_by_hand():
    # Positives .9 and .4, negatives .4 and .1. Pairs: .9>.4, .9>.1, .4=.4 (half), .4>.1 -> 3.5 of 4
    auc = RocAuc(np.array([0.9, 0.4, 0.4, 0.1]), np.array([1, 1, 0, 0]))
    assert auc(np.ones(4)) == pytest.approx(3.5 / 4)


def test_auc_weights_count_items_again():
    # The negative at .4 taken twice: pairs .9>.4 x2, .9>.1, .4=.4 x2 (half each), .4>.1 -> 2+1+1+1 = 5 of 6
    auc = RocAuc(np.array([0.9, 0.4, 0.4, 0.1]), np.array([1, 1, 0, 0]))
    assert auc(np.array([1.0, 1.0, 2.0, 1.0])) == pytest.approx(5 / 6)


def test_auc_of_one_class_is_nan():
    assert np.isnan(RocAuc(np.array([0.1, 0.2]), np.array([1, 1]))(np.ones(2)))


def test_auc_against_scikit_learn():
    rng = np.random.default_rng(5)
    scores, positive = rng.integers(10, size=200) / 10, rng.integers(2, size=200)
    weights = rng.integers(4, size=200).astype(float)
    assert RocAuc(scores, positive)(weights) == pytest.approx(roc_auc_score(positive, scores, sample_weight=weights))


def test_risk_coverage_by_hand():
    # By confidence: .9 right, .8 wrong, .3 right: risks 0/1, 1/2, 1/3
    coverage, risk = risk_coverage(np.array([0.3, 0.9, 0.8]), np.array([1.0, 1.0, 0.0]))
    assert coverage == pytest.approx([1 / 3, 2 / 3, 1]) and risk == pytest.approx([0, 1 / 2, 1 / 3])
