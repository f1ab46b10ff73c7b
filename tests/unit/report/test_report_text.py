"""Words for values, times, speakers and origins; expected strings written by hand."""

from datetime import datetime, timedelta, timezone

import pytest
from sample_report import agreement, at, claim, conflict, info, sample, undetermined

from checker.report import text as words
from checker.report.finding_view import letter, runs, safe_link
from checker.report.html import render_html
from checker.report.markdown import render_markdown
from checker.report.view import article_toll, view
from checker.schema import Attribution, TimeSpan
from checker.schema.report import StatedCount


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"), (12.0, "12"), (1234567, "1,234,567"), (1234.5, "1,234.5"), (0.1 + 0.2, "0.3"), (-4, "-4"),
        (2.5e9, "2,500,000,000"), (3e20, "3e+20"), (float("inf"), "unbounded"), (0.00002, "2e-05"),
    ],
)  # fmt: skip
def test_numbers_have_separators(value, said):
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("low", "high", "bound", "text", "unit", "said"),
    [
        (12, 12, "exact", "12", None, "12"),
        (12, None, "at_least", "at least 12", None, "at least 12"),
        (40, None, "more_than", "more than 40", None, "more than 40"),
        (None, 45, "at_most", "up to 45", None, "at most 45"),
        (None, 9, "fewer_than", "fewer than nine", None, "fewer than 9"),
        (30, 50, "range", "30 to 50", "km", "30 to 50 km"),
        (2700, 3000, "approximate", "nearly 3,000", None, "nearly 3,000 (read as 2,700 to 3,000)"),
        (40, 40, "exact", "40 per cent", "%", "40%"),
        (1.2e6, 1.2e6, "exact", "$1.2 million", "USD", "USD 1,200,000"),
        (24, None, "vague", "dozens", None, "“dozens”"),
        (None, None, "exact", "", None, "no amount"),
    ],
)
def test_bounds_in_words(low, high, bound, text, unit, said):
    assert words.bounds(low, high, bound, text, unit) == said


def test_a_limit_that_rests_on_a_vague_word_is_that_word():
    finding = undetermined()
    assert finding.low == 24
    assert words.figures(finding) == "low “dozens” / best 60 / high 60"


def test_a_limit_that_a_number_gives_too_stays_a_number():
    # The rescue service's 45 and the mayor's 12 are numbers; the nurse's "dozens" (floor 24) decides nothing here.
    assert words.figures(conflict()) == "low 12 / best 19 / high 45"


def test_times_keep_their_basis():
    day = TimeSpan(start=at(8), end=at(9), basis="inferred", text="on Saturday", granularity="day")
    assert words.span(day) == "8 March 2031 (inferred from “on Saturday”)"
    hour = TimeSpan(start=at(8, 21), end=at(8, 22), basis="printed", granularity="hour")
    assert words.span(hour) == "8 March 2031, 21:00 UTC (printed)"
    days = TimeSpan(start=at(8), end=at(11), basis="printed", granularity="days")  # exclusive end: 8, 9, 10
    assert words.span(days) == "8 March to 10 March 2031 (printed)"
    assert words.span(TimeSpan()) == "not stated"
    assert words.span(TimeSpan(text="recently")) == "not stated (the text says “recently”)"


def test_moments_keep_their_zone():
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    assert words.moment(datetime(2031, 3, 8, 7, 5, tzinfo=kathmandu)) == "8 March 2031, 07:05 UTC+5:45"
    assert words.moment(datetime(2031, 3, 8, 7, 5)) == "8 March 2031, 07:05"
    assert words.moment(None) == "not stated"


def test_windows_across_months_and_zones():
    assert words.window(datetime(2031, 5, 31), datetime(2031, 6, 2)) == "31 May to 1 June 2031"
    assert words.window(datetime(2030, 12, 31), datetime(2031, 1, 2)) == "31 December 2030 to 1 January 2031"
    assert words.window(at(1), datetime(2031, 3, 2)) == "1 March 2031"
    assert words.window(None, None) == "time not stated"


def test_speakers_and_origins():
    assert words.speaker(claim("x", None, "It fell.")) == "no speaker named"
    said = claim("x", None, "It fell.", speaker="Orlan").model_copy(
        update={"attribution": Attribution(speaker="Orlan", via=("Coast Agency",), carried=True)}
    )
    assert words.speaker(said) == "Orlan (via Coast Agency, carried over from an earlier sentence)"
    assert words.origins(agreement()) == "3 outlets, 1 origin: coast guard"


@pytest.mark.parametrize(("value", "word"), [(0, "low"), (0.49, "low"), (0.5, "medium"), (0.8, "high"), (1, "high")])
def test_confidence_is_a_word(value, word):
    assert words.confidence(value) == word


def test_headline_and_gaps_are_counted_from_the_records():
    page = view(sample())
    assert page.headline == "2 conflicts and 2 disputes in 21 articles from 9 stated outlets"
    # 5 articles of the conflict (one undated, one inferred, one without outlet), 2 of the fire (one undated,
    # both without outlet), 2 copies of the coast guard's text.
    assert page.gaps == [
        "1 input or row skipped and not read",
        "2 articles without a date",
        "3 articles without a stated outlet",
        "1 date inferred, not printed",
        "1 article whose text reads corrupted",
        "2 copies of another article",
    ]


def test_runs_mark_the_spans_and_lose_nothing():
    assert list(runs("at least 12 died", [(0, 11)])) == [("at least 12", True), (" died", False)]
    assert list(runs("abcdef", [(1, 4), (3, 99), (-5, 0), (4, 2)])) == [("a", False), ("bcd", True), ("ef", True)]
    assert list(runs("", [(0, 1)])) == []


def test_letters_go_on_after_z():
    assert [letter(i) for i in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_only_web_addresses_are_linked():
    assert safe_link("https://example.org/a") == "https://example.org/a"
    assert safe_link("javascript:alert(1)") is None and safe_link(None) is None


def test_what_an_article_states_stands_beside_it_in_page_and_markdown():
    first, second = (info(c) for c in conflict().claims[:2])
    stated = {"injured": StatedCount(value=1200, claim="c1", rule="figures"), "killed": StatedCount(value=3, claim=None, rule="figures")}
    report = sample([conflict()], articles=(first.model_copy(update={"stated": stated}), second))
    assert article_toll(report.articles[0]) == "3 killed, 1,200 injured"
    assert article_toll(second) == ""
    assert "<td>3 killed, 1,200 injured</td>" in render_html(report)
    assert "| 3 killed, 1,200 injured |" in render_markdown(report)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(6, "year", "6 years"), (1, "year", "1 year"), (5.5, "foot", "5.5 feet"), (12, "km", "12 km"), (40, "%", "40%"), (1200, "USD", "USD 1,200")],
)
def test_units_that_are_words_have_plurals(value, unit, expected):
    assert words.amount(value, unit) == expected
