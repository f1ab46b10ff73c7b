"""Numbers that are no amounts are named as what they are and never compared."""

import pytest

from checker.read.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "span", "kind"),
    [
        ("She was born on 16 May 1987.", "16 May 1987", "date"),
        ("They met on May 16.", "May 16", "date"),
        ("Filed 2025-06-01 by staff", "2025-06-01", "date"),
        ("The war began in 2014.", "2014", "year"),
        ("He played for them in 2012-13.", "2012-13", "year"),
        ("The 1870–1871 conflict ended.", "1870–1871", "year"),
        ("In the 1990s it closed.", "1990s", "year"),
        ("It happened at 9:35 p.m. there", "9:35 p.m.", "time"),
        ("It happened at 0620 GMT there", "0620 GMT", "time"),
        ("The victim, 34, was named.", "34", "age"),
        ("Mary Hill, 34, spoke.", "34", "age"),
        ("He is in his 20s.", "20s", "age"),
        ("Her seven-year-old son spoke.", "seven-year-old", "age"),
        ("The boy, aged 7, spoke.", "7", "age"),
        ("Flight 302 was late.", "302", "identifier"),
        ("Take Route 9 north.", "9", "identifier"),
        ("A Su-34 took off.", "34", "identifier"),
        ("The Shahed-136 was hit.", "136", "identifier"),
        ("Article 7 applies.", "7", "identifier"),
        ("The talks after 9/11 failed.", "9/11", "identifier"),
        ("Police went to the 2300 block of Elm Road.", "2300", "identifier"),
        ("She lives at 123 Elm Street.", "123", "identifier"),
        ("Call 555-123-4567 now.", "555-123-4567", "identifier"),
        ("He had a .40-caliber pistol.", ".40-caliber", "identifier"),
        ("He had a 9mm handgun.", "9mm", "identifier"),
        ("The 24th amendment holds.", "24th", "ordinal"),
        ("He is No. 3 on the list.", "3", "rank"),
        ("They won 3-1 at home.", "3-1", "score"),
        ("It was one of the largest fires.", "one", "rank"),
        ("The text [1] is quoted.", "1", "identifier"),
    ],
)
def test_kind_by_its_name(text, span, kind):
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.kind, quantity.comparable) == (span, kind, False)


@pytest.mark.parametrize(
    "text",
    [
        "No one knows.",
        "They spoke to one another.",
        "One day it will end.",
        "He is the one to blame.",
        "She lives in a three-bed flat.",
        "Several friends came.",
        "Of course a man told reporters so.",
    ],
)
def test_pronouns_and_loose_words_are_no_counts(text):
    assert find_quantities(text) == ()


def test_a_round_figure_with_a_noun_is_a_count_and_not_a_year():
    (count,) = find_quantities("The plant has 2000 workers")
    assert (count.kind, count.value, count.counted) == ("count", 2000, "worker")


def test_a_month_does_not_swallow_a_count():
    # "May 16" is no date here: people follow
    assert [(q.kind, q.value) for q in find_quantities("In May 16 people died there")] == [("count", 16.0)]


def test_a_name_with_a_figure_inside_what_is_counted():
    two, name = find_quantities("They lost two F-16 jets")
    assert (two.counted, two.kind, name.kind) == ("jet", "count", "identifier")


@pytest.mark.parametrize("text", ["Two men, 25 and 30, were shot in Riga.", "Two girls, 9 and 11, died.", "Two women, 41 and 44 and both teachers, were hurt."])
def test_two_ages_behind_two_people(text):
    kinds = [q.kind for q in find_quantities(text)]
    assert kinds.count("age") == 2 and kinds.count("count") == 1
