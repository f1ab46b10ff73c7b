"""Seeded samples that keep groups whole."""

from __future__ import annotations

import random

from eval.records import Dataset


def sample(dataset: Dataset, limit: int | None, seed: int) -> Dataset:
    """At most `limit` items: whole groups in a shuffled order, the last one cut; the file's order is kept.

    Groups are shuffled by name, so that the sample depends on the set and the seed, not on the order of its rows.
    """
    if limit is None or limit >= len(dataset.items):
        return dataset
    groups = sorted({item.group for item in dataset.items})
    random.Random(seed).shuffle(groups)
    rank = {group: position for position, group in enumerate(groups)}
    order = sorted(range(len(dataset.items)), key=lambda i: (rank[dataset.items[i].group], i))
    keep = sorted(order[:limit])
    return dataset.model_copy(update={"items": tuple(dataset.items[i] for i in keep)})
