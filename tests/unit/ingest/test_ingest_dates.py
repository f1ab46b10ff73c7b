"""Dates: ISO, printed, relative. Expected values are worked out by hand."""

from datetime import UTC, datetime

import pytest

from checker.ingest.dates import is_relative, parse_iso, printed_date, resolve_printed, resolve_relative, trailing_date


@pytest.mark.parametrize(
    ("words", "retrieved", "clock", "expected", "granularity"),
    [
        ("7 hours ago", datetime(2025, 3, 12, 5), True, datetime(2025, 3, 11, 22), "hour"),
        ("time7 hours ago", datetime(2025, 3, 12), False, datetime(2025, 3, 12), "day"),
        ("30 hours ago", datetime(2025, 3, 12), False, datetime(2025, 3, 11), "day"),  # one whole day
        ("an hour ago", datetime(2025, 3, 12, 5), True, datetime(2025, 3, 12, 4), "hour"),
        ("5m ago", datetime(2025, 3, 12, 5), True, datetime(2025, 3, 12, 4, 55), "hour"),
        ("2 days ago", datetime(2025, 3, 1, 5), True, datetime(2025, 2, 27), "day"),
        ("3 weeks ago", datetime(2025, 3, 22), False, datetime(2025, 3, 1), "day"),
        ("yesterday", datetime(2025, 1, 1), False, datetime(2024, 12, 31), "day"),
    ],
)
def test_relative(words, retrieved, clock, expected, granularity):
    assert is_relative(words)
    stated = resolve_relative(words, retrieved, clock)
    assert (stated.when, stated.granularity, stated.basis) == (expected, granularity, "inferred")


def test_relative_out_of_range_is_unknown():
    assert resolve_relative("999 years ago", datetime(900, 1, 1), True).when is None


@pytest.mark.parametrize("line", ["7 hours", "ago", "He left 7 hours ago", "seven dogs ago", "7 hours ago he left"])
def test_not_relative(line):
    assert not is_relative(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("23-05-2025", datetime(2025, 5, 23)),
        ("05/23/2025", datetime(2025, 5, 23)),
        ("2025-05-23", datetime(2025, 5, 23)),
        ("Published: May 23, 2025", datetime(2025, 5, 23)),
        ("Friday, 23 May 2025 10:30", datetime(2025, 5, 23)),
        ("Updated Sept. 3, 2024 at 4:13 AM", datetime(2024, 9, 3)),
        ("05-05-2025", datetime(2025, 5, 5)),
    ],
)
def test_printed(line, expected):
    stated = resolve_printed(printed_date(line))
    assert (stated.when, stated.basis) == (expected, "printed")


def test_no_such_day():
    assert resolve_printed("31-02-2025").when is None
    assert printed_date("In May 2025 it rained") is None


def test_name_and_date():
    assert trailing_date("Harbour Courier23-05-2025") == ("Harbour Courier", "23-05-2025")
    assert trailing_date("Harbour Courier | May 3, 2025") == ("Harbour Courier", "May 3, 2025")
    assert trailing_date("He was born on 3 May 1960 in Sall") is None


def test_iso():
    assert parse_iso("2025-05-23") == (datetime(2025, 5, 23), False)
    assert parse_iso("2025-05-23T10:00:00Z") == (datetime(2025, 5, 23, 10, tzinfo=UTC), True)
    for bad in ("23-05-2025", "yesterday", "", "2025", "0225-05-23", "2025-13-01", "2025-05-23Tnoon"):
        with pytest.raises(ValueError):
            parse_iso(bad)
