"""Times against a known publication day; 6 June 2025 is a Friday."""

from datetime import datetime

import pytest

from checker.read import read_article, read_text
from checker.read.times import clock
from checker.schema import Article

FRIDAY = datetime(2025, 6, 6)


def event(text, published=FRIDAY):
    return read_text(text, published=published)[0].times.event


def day(month, date, hour=0, year=2025):
    return datetime(year, month, date, hour)


@pytest.mark.parametrize(
    ("phrase", "start", "end", "granularity"),
    [
        ("on Friday", day(6, 6), day(6, 7), "day"),  # published on that Friday
        ("on Saturday", day(5, 31), day(6, 1), "day"),
        ("last Friday", day(5, 30), day(5, 31), "day"),
        ("yesterday", day(6, 5), day(6, 6), "day"),
        ("overnight", day(6, 5, 18), day(6, 6, 12), "part_of_day"),
        ("late Tuesday", day(6, 3, 18), day(6, 4), "part_of_day"),
        ("on Tuesday morning", day(6, 3, 5), day(6, 3, 12), "part_of_day"),
        ("last weekend", day(5, 31), day(6, 2), "days"),
        ("over the weekend", day(5, 31), day(6, 2), "days"),
        ("earlier this week", day(6, 2), day(6, 7), "week"),
        ("earlier this month", day(6, 1), day(6, 7), "month"),
        ("last month", day(5, 1), day(6, 1), "month"),
        ("on May 16", day(5, 16), day(5, 17), "day"),
        ("on 31 May", day(5, 31), day(6, 1), "day"),
        ("on Dec. 3", day(12, 3, year=2024), day(12, 4, year=2024), "day"),
        ("two days ago", day(6, 4), day(6, 5), "day"),
        ("between late Tuesday and early Thursday", day(6, 3, 18), day(6, 5, 9), "days"),
        ("at 12:50 p.m. on Tuesday", datetime(2025, 6, 3, 12, 50), datetime(2025, 6, 3, 12, 51), "minute"),
    ],
)
def test_relative_times_are_inferred(phrase, start, end, granularity):
    found = event(f"A bus crashed {phrase}.")
    assert (found.start, found.end, found.granularity, found.basis) == (start, end, granularity, "inferred")


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("on May 22, 2024", day(5, 22, year=2024), day(5, 23, year=2024)),
        ("on 22 May 2024", day(5, 22, year=2024), day(5, 23, year=2024)),
        ("in 2019", day(1, 1, year=2019), day(1, 1, year=2020)),
        ("in February 2022", day(2, 1, year=2022), day(3, 1, year=2022)),
        ("on 2024-05-22", day(5, 22, year=2024), day(5, 23, year=2024)),
        ("on 22-05-2024", day(5, 22, year=2024), day(5, 23, year=2024)),
    ],
)
def test_full_dates_are_printed_and_need_no_publication(phrase, start, end):
    found = event(f"A bus crashed {phrase}.", published=None)
    assert (found.start, found.end, found.basis) == (start, end, "printed")


def test_nothing_is_invented_without_a_publication():
    claim = read_text("A bus crashed on Friday.")[0]
    assert (claim.times.event.start, claim.times.event.text, claim.times.event.basis) == (None, "on Friday", "unknown")
    assert claim.times.as_of.start is None
    assert claim.times.published.start is None


def test_day_and_month_of_unknown_order_stay_unknown():
    assert event("A bus crashed on 04-05-2024.", published=None).start is None


@pytest.mark.parametrize(
    "text", ["Trains may march on.", "In 2012-13 they won.", "He ran 1500 metres.", "A bus crashed."]
)
def test_no_time(text):
    assert event(text).text is None


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("The ministry said Thursday that a bus crashed.", day(6, 5)),
        ("A bus crashed, officials said on Sunday.", day(6, 1)),
        ("Speaking Saturday, the mayor said that a bus crashed.", day(5, 31)),
        ("As of Monday evening, 12 people were missing.", day(6, 2, 17)),
        ("The toll rose to 31 on Thursday.", day(6, 5)),
        ("The mayor said a year ago that the road was safe.", day(1, 1, year=2024)),
    ],
)
def test_the_time_of_speaking_is_as_of_and_no_event(text, as_of):
    times = read_text(text, published=FRIDAY)[0].times
    assert times.as_of.start == as_of
    assert times.event.start is None


def test_event_and_speaking_in_one_sentence():
    times = read_text("A bus crashed overnight, officials said Thursday.", published=FRIDAY)[0].times
    assert (times.event.text, times.as_of.text) == ("overnight", "Thursday")


def test_plans_look_ahead_and_what_is_done_looks_back():
    assert event("The court will sit on Monday.").start == day(6, 9)
    both = event("Ray was booked on Thursday and is scheduled to appear in court.")
    assert both.start == day(6, 5)


def test_as_of_falls_back_on_publication():
    claim = read_text("A bus crashed near Graz.", published=FRIDAY)[0]
    assert (claim.times.as_of.start, claim.times.as_of.basis) == (FRIDAY, "inferred")


def test_event_time_is_carried_within_a_paragraph_only():
    text = "A bus crashed on Tuesday. Five people died.\n\nThe line opened long ago. It is old.\n\nNobody is charged."
    claims = read_article(Article(id="x", text=text, published=FRIDAY, published_basis="printed"))
    assert claims[1].times.event.start == day(6, 3)
    assert claims[1].times.event.basis == "inferred"
    assert claims[-1].times.event.start is None


def test_published_granularity_of_an_hour():
    article = Article(
        id="x", text="A bus crashed today.", published=datetime(2025, 6, 6, 3), published_basis="inferred",
        published_granularity="hour", published_text="7 hours ago",
    )  # fmt: skip
    span = read_article(article)[0].times.published
    assert (span.end - span.start).total_seconds() == 3600
    assert (span.text, span.granularity) == ("7 hours ago", "hour")


@pytest.mark.parametrize(
    ("text", "expected"), [("at 12:50 p.m.", (12, 50)), ("at noon", (12, 0)), ("around 12 a.m.", (0, 0))]
)
def test_clock(text, expected):
    assert clock(text)[:2] == expected
