"""Swapping the claims swaps the directions and changes nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check_pair

PLACES = st.sampled_from(["Plovdiv", "Varna", "Lyon"])
NUMBERS = st.sampled_from(["seven", "12", "at least 12", "dozens of", "more than 40", "nearly 3,000", "3,000", "no", "about 50"])
ACTS = st.sampled_from(["were killed", "were injured", "were arrested", "were evacuated"])
SPEAKERS = st.sampled_from(["", ", Mayor Ana Horvat said", ", police said", ", officials said"])
DATES = st.sampled_from([None, "2026-03-03", "2026-03-05", "2026-03-05T18:00:00+00:00"])


@st.composite
def claims(draw):
    return f"{draw(NUMBERS)} people {draw(ACTS)} in the fire in {draw(PLACES)}{draw(SPEAKERS)}.".capitalize()


@settings(max_examples=120, deadline=None)
@given(claims(), claims(), DATES, DATES)
def test_swapping_changes_neither_relation_nor_kinds(a, b, a_date, b_date):
    one = check_pair(a, b, a_date=a_date, b_date=b_date, judge="numbers")
    two = check_pair(b, a, a_date=b_date, b_date=a_date, judge="numbers")
    assert (one.relation, one.kinds, one.confidence) == (two.relation, two.kinds, two.confidence)
    assert one.probabilities.a_to_b == two.probabilities.b_to_a
    assert one.probabilities.a_to_b.contradiction == one.probabilities.b_to_a.contradiction
