"""Samples spread over groups, and are the same for the same seed."""

from eval.records import Dataset, Document, Pair
from eval.sampling import sample

SIZES = {"long page": 50, "short page": 3, "line": 1}


def dataset(task="pairs", order=1):
    names = [(f"{group}-{n}", group) for group, size in SIZES.items() for n in range(size)][::order]
    if task == "clusters":
        items = tuple(Document(id=i, text="t", gold=g, group=g) for i, g in names)
    else:
        items = tuple(Pair(id=i, a="a", b="b", gold="neutral", group=g) for i, g in names)
    return Dataset(name="d", task=task, items=items, path="d", sha256="0")


def groups(part):
    return sorted(item.group for item in part.items)


def test_every_group_comes_once_before_any_comes_twice():
    assert groups(sample(dataset(), 3, 0)) == ["line", "long page", "short page"]
    # 1 + 3 + the remaining 4 from the long page
    assert groups(sample(dataset(), 8, 0)) == ["line"] + ["long page"] * 4 + ["short page"] * 3


def test_articles_come_as_whole_events():
    part = groups(sample(dataset("clusters"), 4, 5))
    whole = [group for group in set(part) if part.count(group) == SIZES[group]]
    assert len(part) == 4 and len(whole) >= len(set(part)) - 1


def test_the_same_seed_takes_the_same_whatever_the_order_of_rows():
    ids = {item.id for item in sample(dataset(), 20, 7).items}
    assert ids == {item.id for item in sample(dataset(order=-1), 20, 7).items}
    assert ids != {item.id for item in sample(dataset(), 20, 8).items}


def test_no_limit_takes_all():
    assert sample(dataset(), None, 0) == dataset() == sample(dataset(), 54, 0)


def test_each_relation_comes_in_its_share():
    relations = ["unrelated"] * 60 + ["conflict"] * 30 + ["same"] * 10
    items = tuple(
        Pair(id=str(n), a="a", b="b", gold="neutral", relation=r, group=f"event {n % 7}") for n, r in enumerate(relations)
    )
    whole = Dataset(name="d", task="pairs", items=items, path="d", sha256="0")
    part = sample(whole, 20, 0)
    counts = [sum(item.relation == r for item in part.items) for r in ("unrelated", "conflict", "same")]
    assert counts == [12, 6, 2]
    assert len({item.group for item in part.items if item.relation == "unrelated"}) == 7
    # 17 of 100: shares of 10.2, 5.1 and 1.7, and the largest remainder goes up
    part = sample(whole, 17, 0)
    assert [sum(item.relation == r for item in part.items) for r in ("unrelated", "conflict", "same")] == [10, 5, 2]
    assert part == sample(whole, 17, 0) != sample(whole, 17, 1)
