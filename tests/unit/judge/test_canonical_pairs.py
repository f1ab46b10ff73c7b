"""The pairs that the README promises, with the real models: what differs and does not contradict, and what does."""

import pytest

from checker import check_pair
from checker.settings import ModelSettings, Settings

PAIRS = [
    ("At least 12 people died in the Plovdiv fire.", "The Plovdiv fire killed 14 people.", {"compatible"}),
    ("Seven people were killed in Plovdiv.", "Nine people were killed in Plovdiv.", {"conflict"}),
    ("Norland shot down 105 drones overnight, its ministry said.", "Sorn's air force said Norland launched 128 drones.", {"different_scope", "unrelated"}),
    ("Two people were injured in Lyon.", "Two people were killed in Lyon.", {"different_scope"}),
    ("1,000 prisoners each were exchanged.", "2,000 prisoners were exchanged in all.", {"compatible"}),
    ("The minister resigned on Monday.", "The minister did not resign.", {"conflict"}),
    ("The council accepted the ceasefire proposal.", "The council rejected the ceasefire proposal.", {"conflict"}),
    ("A cat sat on the mat.", "Parliament passed the budget.", {"unrelated"}),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relations"), PAIRS)
def test_a_promised_verdict(a, b, relations):
    assert check_pair(a, b).relation in relations
    assert check_pair(b, a).relation in relations


@pytest.mark.parametrize(("a", "b", "relations"), PAIRS[:4])
def test_a_promised_verdict_without_the_relation_model(a, b, relations):
    assert check_pair(a, b, settings=Settings(models=ModelSettings(relation="none"))).relation in relations


def test_a_toll_that_grew_is_an_update():
    verdict = check_pair("Four people died, the mayor said.", "Seven people died, the mayor said.", a_date="2025-06-01", b_date="2025-06-02")
    assert (verdict.relation, verdict.kinds) == ("update", ("growth",))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A kettle in the shop costs 25 dollars, and a pan costs 40.", "A kettle in the shop costs 25 dollars."),
    ],
)
def test_figures_that_agree_are_not_weighed_into_a_conflict(a, b):
    assert check_pair(a, b).label != "contradiction"
