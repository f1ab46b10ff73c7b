"""Cluster metrics against sums by hand."""

import pytest

from eval.errors import NoData
from eval.metrics.clusters import adjusted_rand, b_cubed, f_score, wrong_merges

GOLD = ["quake", "quake", "quake", "flood", "flood"]
SAID = ["1", "1", "2", "2", "2"]


def test_b_cubed_by_hand():
    precision, recall = b_cubed(SAID, GOLD)
    # Cluster 1 is all quake: 1, 1. Cluster 2 holds one quake (1/3) and two floods (2/3 each).
    assert precision == pytest.approx([1, 1, 1 / 3, 2 / 3, 2 / 3])
    # Quake's three: two together (2/3 each), one alone (1/3). Both floods together: 1, 1.
    assert recall == pytest.approx([2 / 3, 2 / 3, 1 / 3, 1, 1])
    # Means 11/15 and 11/15, so F is 11/15 too.
    assert f_score(precision.mean(), recall.mean()) == pytest.approx(11 / 15)


def test_adjusted_rand_by_hand():
    # Pairs together: in both, {q1,q2} and {f1,f2} -> 2. Gold 3 + 1 = 4, said 1 + 3 = 4, of 10 pairs.
    # Expected 4*4/10 = 1.6, most (4+4)/2 = 4: (2 - 1.6) / (4 - 1.6) = 1/6
    assert adjusted_rand(SAID, GOLD) == pytest.approx(1 / 6)


def test_wrong_merges_names_what_was_joined():
    assert wrong_merges(SAID, GOLD) == {"2": {"quake", "flood"}}


def test_nothing_is_an_error():
    with pytest.raises(NoData):
        b_cubed([], [])
    with pytest.raises(NoData):
        adjusted_rand([], [])


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="1 predicted and 2 gold"):
        b_cubed(["1"], ["a", "b"])
