"""Wholes and parts inside one sentence. Every sentence is made up."""

import pytest

from checker.read.quantities import find_quantities


def roles(text):
    """(value, measure, role, of) of every quantity that may be compared."""
    return [(q.value, q.measure, q.role, q.of) for q in find_quantities(text) if q.comparable]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the relative clause is of the whole, the verb behind it of the part
        ("Two of the four sailors who were shot died on the quay.", [(2, "killed", "total", 4), (4, "shot", "total", None)]),
        ("Three of the six men who were arrested on Friday stay in their cells.",
         [(3, "detained", "part", 6), (6, "detained", "total", None)]),
        ("He meant to poison five of the nine guests who were injured.", [(5, "injured", "part", 9), (9, "injured", "total", None)]),
        # an enumeration that adds up to the total before it
        ("The patrol found 14 people, nine women and five men, with burns.",
         [(14, None, "total", None), (9, None, "part", 14), (5, None, "part", 14)]),
        ("31 rockets were launched, 20 Kestrels and 11 decoys.",
         [(31, "launched", "total", None), (20, "launched", "part", 31), (11, "launched", "part", 31)]),
        # and one that does not
        ("The patrol found 14 people, nine women and four men, with burns.",
         [(14, None, "total", None), (9, None, "total", None), (4, None, "total", None)]),
    ],
)  # fmt: skip
def test_roles(text, expected):
    assert roles(text) == expected


def test_the_decade_of_an_age_counts_nothing():
    assert roles("Two women in their 20's were hurt.") == [(2, "injured", "total", None)]


@pytest.mark.parametrize(
    ("text", "low"),
    [("A third man has died of his burns.", 3), ("Fourth victim dies after the fire in Bruck", 4)],
)
def test_an_ordinal_victim_who_died_gives_the_toll(text, low):
    (quantity,) = (q for q in find_quantities(text) if q.measure == "killed")
    assert (quantity.low, quantity.high, quantity.bound) == (low, None, "at_least")


@pytest.mark.parametrize("text", ["A third man was wounded in the fire.", "A third suspect died.", "The second woman died on Sunday."])
def test_other_ordinals_give_none(text):
    assert all(q.value == 1 for q in find_quantities(text) if q.comparable)
