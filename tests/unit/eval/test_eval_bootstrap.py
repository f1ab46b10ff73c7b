"""Resampling by group."""

import numpy as np
import pytest

from checker.measure.bootstrap import (
    Estimate,
    estimates,
    group_index,
    group_sums,
    percentile_interval,
    resample,
    weighted,
    weights,
)  # fmt: skip
from eval.errors import NoData


def test_each_resample_draws_as_many_groups_as_there_are():
    drawn = np.concatenate(list(weights(7, samples=250, seed=1)))
    assert drawn.shape == (250, 7)
    assert (drawn.sum(1) == 7).all()
    assert drawn.mean() == pytest.approx(1.0)


def test_same_seed_same_draws():
    a, b, other = (np.concatenate(list(weights(5, samples=30, seed=seed))) for seed in (9, 9, 8))
    assert (a == b).all() and not (a == other).all()


def test_groups_are_numbered_in_order_of_first_sight():
    index, count = group_index(["b", "a", "b", "c"])
    assert index.tolist() == [0, 1, 0, 2] and count == 3


def test_weighted_sums_by_hand():
    sums = group_sums(np.array([1.0, 2.0, 4.0]), np.array([0, 1, 0]), 2)
    assert sums.tolist() == [5.0, 2.0]
    # the first group twice, the second never: 10
    assert weighted(sums, np.array([[2.0, 0.0], [1.0, 1.0]])).tolist() == [10.0, 7.0]


def test_interval_by_hand():
    # 0..100: the 2.5th and 97.5th percentiles are 2.5 and 97.5; nan is left out
    assert percentile_interval(np.r_[np.arange(101.0), np.nan]) == pytest.approx((2.5, 97.5))
    assert percentile_interval(np.array([np.nan])) is None


def shares(hits):
    """Statistics of groups of one item each."""
    return lambda w: {"share": w @ np.array(hits) / w.sum(1), "none": np.full(len(w), np.nan)}


def test_interval_against_the_binomial():
    # 100 groups, half of them hits: a share of .5 +- 1.96 * sqrt(.25 / 100) = .402 .. .598
    result = estimates(shares([1.0] * 50 + [0.0] * 50), 100, {}, 100, samples=2000)
    assert result["share"].value == 0.5
    assert result["share"].low == pytest.approx(0.402, abs=0.02)
    assert result["share"].high == pytest.approx(0.598, abs=0.02)


def test_no_data_is_said_and_not_zero():
    result = estimates(shares([1.0] * 6), 6, {}, 6)
    assert result["none"].value is None and str(result["none"]) == "no data"


def test_too_few_groups_get_no_interval():
    result = estimates(shares([1.0, 0.0, 1.0]), 3, {}, 3)["share"]
    assert result.value == pytest.approx(2 / 3) and result.low is None and result.high is None


def test_nothing_is_an_error():
    with pytest.raises(NoData, match="0 items"):
        estimates(shares([]), 0, {}, 0)


def test_resampling_groups_is_wider_than_resampling_items():
    # Ten pages of ten items, all right or all wrong: the page, not the item, is the unit.
    hits = [1.0] * 5 + [0.0] * 5
    by_page = resample(shares(hits), 10, samples=1000)["share"]
    by_item = resample(shares(np.repeat(hits, 10)), 100, samples=1000)["share"]
    assert by_page.std() > 2.5 * by_item.std()  # sqrt(10) in theory


def test_an_estimate_in_words():
    assert str(Estimate(value=0.5, low=0.4, high=0.61, n=9, groups=5)) == "0.500 [0.400, 0.610]"
