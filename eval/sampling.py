"""Seeded samples of a data set."""

from __future__ import annotations

import random
from collections.abc import Sequence

from eval.records import Dataset


def sample(dataset: Dataset, limit: int | None, seed: int) -> Dataset:
    """At most `limit` items, spread over as many groups as there are; the file's order is kept.

    Items are dealt group by group in a shuffled order, one from each before a second from any: some pages hold
    hundreds of claims, and a sample of whole pages would be little more than one of them. Articles to be clustered
    are the exception: there whole events are taken (the last one cut), or nothing would be left to join.

    Groups are shuffled by name, so that the sample depends on the set and the seed, not on the order of its rows.
    Pairs with relations are sampled from each relation in its share of the set, or a sample of a set that is mostly
    unrelated pairs would hold some relations twice and some not at all.
    """
    if limit is None or limit >= len(dataset.items):
        return dataset
    rng = random.Random(seed)
    strata: dict[str, list[int]] = {}
    for number, item in enumerate(dataset.items):
        strata.setdefault(getattr(item, "relation", None) or "", []).append(number)
    chosen: list[int] = []
    for name, quota in _quotas({name: len(numbers) for name, numbers in strata.items()}, limit).items():
        chosen += _order(dataset, strata[name], rng)[:quota]
    return dataset.model_copy(update={"items": tuple(dataset.items[i] for i in sorted(chosen))})


def _quotas(sizes: dict[str, int], limit: int) -> dict[str, int]:
    """How many to take of each stratum: its share, rounded by largest remainders."""
    total = sum(sizes.values())
    exact = {name: limit * size / total for name, size in sorted(sizes.items())}
    out = {name: int(share) for name, share in exact.items()}
    left = sorted(exact, key=lambda name: (out[name] - exact[name], name))
    for name in left[: limit - sum(out.values())]:
        out[name] += 1
    return out


def _order(dataset: Dataset, numbers: Sequence[int], rng: random.Random) -> list[int]:
    """The order in which items are taken: turns over the groups, or whole groups of articles."""
    members: dict[str, list[int]] = {}
    for number in numbers:
        members.setdefault(dataset.items[number].group, []).append(number)
    groups = sorted(members)
    rng.shuffle(groups)
    if dataset.task == "clusters":
        return [number for group in groups for number in members[group]]
    ranked = []
    for rank, group in enumerate(groups):
        some = sorted(members[group], key=lambda number: dataset.items[number].id)
        rng.shuffle(some)
        ranked += [(turn, rank, number) for turn, number in enumerate(some)]
    return [number for _, _, number in sorted(ranked)]
