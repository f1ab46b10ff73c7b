"""Seeded samples of a data set."""

from __future__ import annotations

import random

from eval.records import Dataset


def sample(dataset: Dataset, limit: int | None, seed: int) -> Dataset:
    """At most `limit` items, spread over as many groups as there are; the file's order is kept.

    Items are dealt group by group in a shuffled order, one from each before a second from any: some pages hold
    hundreds of claims, and a sample of whole pages would be little more than one of them. Articles to be clustered
    are the exception: there whole events are taken (the last one cut), or nothing would be left to join.

    Groups are shuffled by name, so that the sample depends on the set and the seed, not on the order of its rows.
    """
    if limit is None or limit >= len(dataset.items):
        return dataset
    rng = random.Random(seed)
    members: dict[str, list[int]] = {}
    for number, item in enumerate(dataset.items):
        members.setdefault(item.group, []).append(number)
    groups = sorted(members)
    rng.shuffle(groups)
    if dataset.task == "clusters":
        order = [number for group in groups for number in members[group]]
    else:
        ranked = []
        for rank, group in enumerate(groups):
            numbers = sorted(members[group], key=lambda number: dataset.items[number].id)
            rng.shuffle(numbers)
            ranked += [(turn, rank, number) for turn, number in enumerate(numbers)]
        order = [number for _, _, number in sorted(ranked)]
    return dataset.model_copy(update={"items": tuple(dataset.items[i] for i in sorted(order[:limit]))})
