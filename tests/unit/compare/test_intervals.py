"""Interval algebra: expected results worked out by hand in the comments."""

import pytest

from checker.compare.intervals import compare, interval, written_precision
from checker.compare.roles import compare_roles
from checker.read.quantities import find_quantities


def first(text):
    found = [q for q in find_quantities(text) if q.comparable]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        ("At least 12 people were killed.", "14 people were killed.", "compatible"),  # 14 >= 12
        ("At least 12 people were killed.", "Nine people were killed.", "conflicting"),  # 9 < 12
        ("Nearly 3,000 homes were destroyed.", "2,974 homes were destroyed.", "compatible"),
        ("3,000 homes were destroyed.", "2,974 homes were destroyed.", "compatible"),  # written to 1,000: 2,500-3,500
        ("3,000 homes were destroyed.", "2,100 homes were destroyed.", "conflicting"),  # outside 2,500-3,500
        ("50 people were injured.", "47 people were injured.", "conflicting"),  # below 100 a count is at its word
        ("Seven people were killed.", "7 people were killed.", "equal"),
        ("Dozens of people were injured.", "31 people were injured.", "compatible"),  # 24 <= 31 <= 96
        ("More than 40 people were hurt.", "40 people were hurt.", "conflicting"),  # 40 itself is excluded
        ("More than 100 people were hurt.", "100 people were hurt.", "compatible"),  # 100 may be 104, rounded
        ("Up to 20 people were injured.", "25 people were injured.", "conflicting"),
    ],
)
def test_counts(a, b, result):
    assert compare(first(a), first(b)).result == result
    assert compare(first(b), first(a)).result == result


def test_written_precision_is_half_the_last_significant_step():
    assert written_precision(1_200_000, "1.2 million") == 50_000  # step 100,000
    assert written_precision(472, "472") == 0
    assert written_precision(50, "50") == 0
    assert written_precision(3000, "3,000") == 500


def test_units_meet_after_conversion():
    # 10 km = 6.21 miles; "6.2 miles" is that, rounded
    a, b = first("The pipe is 10 km long."), first("The pipe is 6.2 miles long.")
    assert compare(a, b).result == "compatible"
    assert compare(a, first("The pipe is 12 miles long.")).result == "conflicting"  # 19.3 km


def test_part_fits_whole_and_never_exceeds_it():
    whole = first("20 people were injured.")
    part = whole.model_copy(update={"low": 16.0, "high": 16.0, "value": 16.0, "text": "16", "role": "part"})
    assert compare_roles(part, whole).rule == "part_of_whole"
    larger = part.model_copy(update={"low": 25.0, "high": 25.0, "value": 25.0})
    assert compare_roles(larger, whole).result == "conflicting"
    assert compare_roles(whole, larger).rule == "part_exceeds_whole"


def test_each_of_two_sides_makes_the_total():
    each = first("They agreed to exchange 1,000 prisoners of war each.")
    assert each.role == "each"
    total = first("In all 2,000 prisoners were exchanged.")
    assert compare_roles(each, total).rule == "per_each"  # 2 x 1,000


def test_ages_and_dates_are_never_amounts():
    age = next(q for q in find_quantities("A 50-year-old man was killed.") if q.kind == "age" or q.value == 1)
    if age.kind == "age":
        assert compare(age, first("50 people were killed.")).result == "incomparable"


def test_vague_word_has_a_reach():
    span = interval(first("Dozens of people were injured."))
    assert (span.low, span.high) == (24, 96)
