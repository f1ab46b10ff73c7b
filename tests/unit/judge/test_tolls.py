"""A figure that is not the toll of its own article is of a part."""

import pytest

from checker.judge import PairContext, judge_pair
from checker.judge.tolls import not_the_toll
from checker.read import read_pair_claim
from checker.settings import JudgeSettings


def judged(a, b, figures, stated, measure="killed", before=("", "")):
    x, y = (read_pair_claim(text, id=name, outlet=name) for text, name in ((a, "a"), (b, "b")))
    verdict = judge_pair(x, y, None, PairContext(same_event=True, one_moment=True), JudgeSettings())
    assert verdict.relation in ("conflict", "dispute")
    values = tuple(frozenset(map(float, f)) for f in figures)
    one = not_the_toll(verdict, measure, (x, y), values, stated, before)
    two = not_the_toll(verdict, measure, (y, x), values[::-1], stated[::-1], before[::-1])
    assert one.relation == two.relation
    return one


FOUR, TWO = "Four people were killed at the mill in Talsi.", "Two people were killed at the mill in Talsi."


@pytest.mark.parametrize(
    "a, b, figures, stated, expected",
    [
        (FOUR, TWO, ((4,), (2,)), ({"killed": 4}, {"killed": 2}), "conflict"),
        (FOUR, TWO, ((4,), (2,)), ({"killed": 4}, {"killed": 4}), "different_scope"),
        (FOUR, TWO, ((4,), (2,)), ({"killed": 4}, {}), "conflict"),
        (FOUR, TWO, ((4,), (2,)), ({"killed": 3}, {"killed": 2}), "different_scope"),
        (FOUR, "Earlier, two people were said to have been killed at the mill in Talsi.", ((4,), (2,)), ({"killed": 4}, {"killed": 4}), "conflict"),
    ],
)
def test_only_tolls_that_their_articles_state_are_in_conflict(a, b, figures, stated, expected):
    assert judged(a, b, figures, stated).relation == expected


def test_somebody_who_counts_more_than_the_article_is_heard():
    said = "Mayor Ilze Ozola said four people were killed at the mill in Talsi."
    assert judged(said, TWO, ((4,), (2,)), ({"killed": 2}, {"killed": 2})).relation in ("conflict", "dispute")


def test_the_sentence_before_may_say_that_the_figures_differ():
    before = ("", "The number differs from what the sheriff reported.")
    assert judged(FOUR, TWO, ((4,), (2,)), ({"killed": 4}, {"killed": 4}), before=before).relation == "conflict"


def test_the_dead_counted_among_the_injured():
    a, b = "Four people were injured at the mill in Talsi.", "Three people were injured at the mill in Talsi."
    together = ({"injured": 4, "killed": 1}, {"injured": 3, "killed": 1})
    assert judged(a, b, ((4,), (3,)), together, "injured").relation == "different_scope"
    assert judged(a, b, ((4,), (3,)), ({"injured": 4}, {"injured": 3}), "injured").relation == "conflict"


def test_the_verdict_says_why_and_its_label_is_the_likeliest():
    verdict = judged(FOUR, TWO, ((4,), (2,)), ({"killed": 4}, {"killed": 4}))
    assert "puts the killed at 4" in verdict.explanation
    assert verdict.trace[-1].rule == "not_the_toll"
    assert verdict.label == "neutral" and verdict.probabilities.a_to_b.neutral > 0.5
    assert all(c.relation not in ("conflict", "dispute") for c in verdict.comparisons)


def test_other_measures_and_other_relations_are_left_alone():
    x, y = (read_pair_claim(text, id=name, outlet=name) for text, name in ((FOUR, "a"), (TWO, "b")))
    verdict = judge_pair(x, y, None, PairContext(same_event=True, one_moment=True), JudgeSettings())
    values = (frozenset({4.0}), frozenset({2.0}))
    assert not_the_toll(verdict, "detained", (x, y), values, ({"killed": 4}, {"killed": 4}), ("", "")) is verdict
