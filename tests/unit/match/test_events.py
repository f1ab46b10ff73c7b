"""Clusters by average linkage; expected groups worked out by hand."""

import numpy as np

from checker.match.events import cluster


def groups(labels):
    out = {}
    for i, label in enumerate(labels):
        out.setdefault(int(label), []).append(i)
    return sorted(out.values())


def test_a_chain_is_not_one_cluster():
    # 0-1 and 1-2 are near, 0-2 was never a candidate: joining all three would have mean (0.9 + 0) / 2 = 0.45
    pairs, scores = np.array([[0, 1], [1, 2]]), np.array([0.95, 0.9])
    assert groups(cluster(3, pairs, scores, 0.5)) == [[0, 1], [2]]
    assert groups(cluster(3, pairs, scores, 0.4)) == [[0, 1, 2]]


def test_everything_near_is_one_cluster_and_nothing_is_lost():
    pairs, scores = np.array([[0, 1], [0, 2], [1, 2]]), np.array([0.9, 0.8, 0.85])
    assert groups(cluster(4, pairs, scores, 0.5)) == [[0, 1, 2], [3]]


def test_no_pairs_leave_singletons():
    assert groups(cluster(3, np.zeros((0, 2), dtype=int), np.zeros(0), 0.5)) == [[0], [1], [2]]
