"""Relations on claims of our own, without models: the quantities, scope, time and speakers alone."""

import pytest

from checker import check_pair, check_pairs


def relation(a, b, **more):
    return check_pair(a, b, judge="numbers", **more).relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Seven people were killed in the Plovdiv fire.", "The fire in Plovdiv killed nine people.", "conflict"),
        ("Seven people were killed in the Plovdiv fire.", "The Plovdiv fire claimed the lives of seven.", "same"),
        ("At least 12 people died in the Plovdiv fire.", "The Plovdiv fire killed 14 people.", "compatible"),
        ("Seven people were killed in the Plovdiv fire.", "The Plovdiv fire left 30 injured.", "different_scope"),
        ("Seven people were killed in the bus crash near Cusco.", "A ferry sank; two were rescued.", "unrelated"),
        ("The fire in Plovdiv injured 20 people.", "The fire in Plovdiv put 16 people in hospital.", "compatible"),
    ],
)
def test_relations_of_figures(a, b, expected):
    assert relation(a, b) == expected
    assert relation(b, a) == expected


def test_a_later_higher_toll_is_an_update():
    a, b = "Four people were killed in the Plovdiv fire.", "The Plovdiv fire killed seven people."
    verdict = check_pair(a, b, a_date="2026-03-03", b_date="2026-03-04", judge="numbers")
    assert (verdict.relation, verdict.kinds, verdict.label) == ("update", ("growth",), "neutral")
    swapped = check_pair(b, a, a_date="2026-03-04", b_date="2026-03-03", judge="numbers")
    assert swapped.relation == "update"


def test_a_later_lower_toll_is_a_correction_only_when_the_text_says_so():
    first = "Fifteen people were killed in the Plovdiv fire."
    plain, revised = "The Plovdiv fire killed 12 people.", "The toll of the Plovdiv fire was revised to 12 dead."
    dates = {"a_date": "2026-03-03", "b_date": "2026-03-05"}
    assert relation(first, plain, **dates) == "conflict"
    assert check_pair(first, revised, judge="numbers", **dates).kinds == ("correction",)


def test_two_resolved_speakers_make_a_dispute_and_one_makes_a_conflict():
    a = "Mayor Ana Horvat said nine people were killed in the Plovdiv fire."
    b = "Governor Ivo Maric said the Plovdiv fire killed four people."
    c = "The Plovdiv fire killed four people, Mayor Horvat said."
    assert relation(a, b) == "dispute"
    assert relation(a, c) == "conflict"


def test_one_date_missing_leaves_a_toll_undetermined_and_says_what_is_missing():
    verdict = check_pair(
        "Four people were killed in the Plovdiv fire.", "The Plovdiv fire killed seven people.",
        a_date="2026-03-03", judge="numbers",
    )  # fmt: skip
    assert verdict.abstained and verdict.relation == "undetermined" and verdict.label == "neutral"
    assert verdict.missing


def test_spans_slice_back_and_probabilities_sum_to_one():
    a, b = "Seven people were killed in the Plovdiv fire.", "The fire in Plovdiv killed nine people."
    verdict = check_pair(a, b, judge="numbers")
    for span in verdict.spans:
        assert (a if span.side == "a" else b)[span.start : span.end] == span.text
    for direction in (verdict.probabilities.a_to_b, verdict.probabilities.b_to_a):
        assert direction.entailment + direction.neutral + direction.contradiction == pytest.approx(1, abs=2e-4)


def test_order_of_pairs_is_kept():
    rows = [{"a": "One man died.", "b": "One man died.", "id": str(n)} for n in range(5)]
    assert [v.id for v in check_pairs(rows, judge="numbers")] == list("01234")


def test_a_withdrawn_figure_repeated_later_is_stale():
    a = "The authorities revised the toll of the Plovdiv fire down to 12 dead from 15."
    b = "The Plovdiv fire left 15 people dead."
    verdict = check_pair(a, b, a_date="2026-03-03", b_date="2026-03-06", judge="numbers")
    assert verdict.relation == "conflict" and verdict.flags == ("stale",)


def test_what_happens_every_year_is_not_this_event():
    a = "About 3,000 people are killed on the roads of Peru a year."
    b = "A bus crash killed 16 people on the roads of Peru, and a night bus was hit too."
    assert relation(a, b) in ("different_scope", "unrelated")


def test_no_casualties_at_one_site_does_not_meet_a_toll_elsewhere():
    a = "No casualties were reported."
    b = "At least 12 soldiers were killed when a missile hit a training ground."
    assert relation(a, b) in ("different_scope", "unrelated")
