"""Dates as pages and rows state them: ISO 8601, printed dates, day-and-month riddles, and '7 hours ago'."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Granularity = Literal["second", "hour", "day"]
# Outside these years a date is a slip of the keyboard ("0225-05-23"), and sums with it could overflow.
MIN_YEAR, MAX_YEAR = 1600, 2200
# A news text names days from about two weeks back to a few days ahead of its own date.
DAYS_BACK, DAYS_AHEAD = 14, 3

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T ].{1,40})?|\d{4}-?W\d\d-?\d", re.DOTALL)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?\s+(\d{{4}})", re.IGNORECASE)
_MENTIONS = re.compile(
    rf"\b(?:({_MONTH})\.?\s+(\d{{1,2}})|(\d{{1,2}})\s+({_MONTH}))\b(?![\d:])|\b(?:in|of|since|until)\s+({_MONTH})\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_WEEKDAY_PREFIX = re.compile(
    rf"^(?:{'|'.join(WEEKDAYS)}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?,?\s+", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted|modified|date|time)(?: on| at)?\s*[:\-]?\s*|[•·|🕒⏱\-–—]\s*)+",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"^[,\s]*(?:(?:at|•|·|\||-|–)\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?$", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"^(?:(?:about|around|over|almost)\s+)?(\d{1,3}|an?|one)\s*"
    r"(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)\.?\s+ago$",
    re.IGNORECASE,
)
_NAMED = {"just now": 0, "moments ago": 0, "today": 0, "yesterday": 1}
_UNIT_DAYS = {"d": 1, "w": 7, "mo": 30, "y": 365}


@dataclass(frozen=True)
class Stated:
    """A date that a page states. `when` is None where the words do not settle it; `note` then says why."""

    when: datetime | None
    granularity: Granularity
    basis: Literal["printed", "inferred", "unknown"]
    text: str
    note: str | None = None
    ambiguous: bool = False


def parse_iso(value: str) -> tuple[datetime, bool]:
    """Read an ISO 8601 date or time; the flag says whether it has a clock time.

    Raises:
        ValueError: it is not ISO 8601, or its year is outside 1600..2200.
    """
    value = value.strip()
    if not _ISO.fullmatch(value):
        raise ValueError("not ISO 8601")
    when = datetime.fromisoformat(value)
    if not MIN_YEAR <= when.year <= MAX_YEAR:
        raise ValueError(f"year {when.year} is outside {MIN_YEAR}..{MAX_YEAR}")
    return when, "T" in value or " " in value or ":" in value


def has_clock(when: datetime) -> bool:
    """Whether a `datetime` states a clock time: midnight without a zone is what a bare date becomes."""
    return when.tzinfo is not None or any((when.hour, when.minute, when.second, when.microsecond))


def _unlabelled(line: str) -> str:
    return _LABEL.sub("", line.strip()).strip()


def is_relative(line: str) -> bool:
    """Whether `line` is a relative time and nothing else, as in '7 hours ago' (an icon's 'time' may precede it)."""
    words = _unlabelled(line)
    return len(words) <= 40 and (words.lower() in _NAMED or _RELATIVE.match(words) is not None)


def resolve_relative(line: str, retrieved: datetime | None, clock: bool) -> Stated:
    """Resolve 'N units ago' against the page's own retrieval time, never against another article's date.

    Rule: with a clock time, minutes and hours are subtracted (granularity hour), and longer units give a day. With
    a retrieval *date* only, whole days are subtracted and the hours left over are not, since '7 hours ago' may be
    the same day or the one before: the date is the latest that it can be, the granularity is a day, and `note` says
    so. Without a retrieval time nothing is resolved. Months count as 30 days and years as 365.
    """
    words = _unlabelled(line)
    if retrieved is None:
        return Stated(None, "day", "unknown", words, note=f"{words!r} is relative and the retrieval time is unknown")
    midnight = retrieved.replace(hour=0, minute=0, second=0, microsecond=0)
    note = None
    try:
        if words.lower() in _NAMED:
            return Stated(midnight - timedelta(days=_NAMED[words.lower()]), "day", "inferred", words)
        number, unit = _RELATIVE.match(words).groups()
        count, unit = int(number) if number.isdigit() else 1, unit.lower()
        kind = "mo" if unit.startswith("mo") else unit[0]
        if kind in _UNIT_DAYS:
            return Stated(midnight - timedelta(days=count * _UNIT_DAYS[kind]), "day", "inferred", words)
        age = timedelta(**{{"s": "seconds", "m": "minutes", "h": "hours"}[kind]: count})
        if clock:
            return Stated(retrieved - age, "hour", "inferred", words)
        note = f"{words!r} before a retrieval date without a clock time: the day may be one earlier"
        return Stated(midnight - timedelta(days=age.days), "day", "inferred", words, note=note)
    except OverflowError:
        return Stated(None, "day", "unknown", words, note=f"{words!r} before {retrieved.isoformat()} is out of range")


def printed_date(line: str) -> str | None:
    """The part of `line` that is a date, when the line is a date (with a label, weekday or clock time) only."""
    words = _WEEKDAY_PREFIX.sub("", _unlabelled(line))
    if len(words) > 60:
        return None
    for pattern in (_ISO_DAY, _NUMERIC, _MONTH_FIRST, _DAY_FIRST):
        if (match := pattern.match(words)) and (match.end() == len(words) or _CLOCK.match(words[match.end() :])):
            return match.group()
    return None


def trailing_date(line: str) -> tuple[str, str] | None:
    """Split 'Outlet23-05-2025' or 'Outlet, 23 May 2025' into its name and its date."""
    line = line.strip()
    if len(line) > 100:
        return None
    for pattern in (_ISO_DAY, _NUMERIC, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(line):
            name = line[: match.start()].rstrip(" ,|•·–—-")
            ends = match.end() == len(line) or _CLOCK.match(line[match.end() :])
            if ends and name and not name[-1].isdigit():
                return name, match.group()
    return None


def day_first_evidence(lines: list[str]) -> bool | None:
    """The order of numeric dates on a page, from those that can be read in one way only; None where there are none."""
    votes = set()
    for line in lines:
        for first, _, second, _ in _NUMERIC.findall(line) if len(line) < 200 else ():
            if (int(first) > 12) != (int(second) > 12):
                votes.add(int(first) > 12)
    return votes.pop() if len(votes) == 1 else None


def resolve_printed(
    words: str, text: str = "", *, retrieved: datetime | None = None, day_first: bool | None = None
) -> Stated:
    """Read a printed date. Where day and month could be swapped, the article itself must decide.

    Evidence, in this order: the page cannot be retrieved before it is published; other dates of the page; the
    months, days and weekdays that the article names. Where these do not decide, the date stays None.
    """
    options = _readings(words)
    if retrieved is not None:  # one day of grace for time zones
        options = [d for d in options if d <= retrieved.date() + timedelta(days=1)] or options
    if not options:
        return Stated(None, "day", "unknown", words, note=f"{words!r} is not a date of the calendar")
    if len(options) > 1 and day_first is not None:
        options = options[:1] if day_first else options[1:]
    if len(options) > 1:
        first, second = (_support(option, text) for option in options)
        if first == second:
            note = f"{words!r} is {options[0].isoformat()} or {options[1].isoformat()}: nothing on the page decides"
            return Stated(None, "day", "unknown", words, note=note, ambiguous=True)
        options = options[:1] if first > second else options[1:]
    return Stated(datetime(options[0].year, options[0].month, options[0].day), "day", "printed", words)


def _readings(words: str) -> list[date]:
    """The dates that `words` can be; for numeric ones day-first comes first."""
    triples: list[tuple[int, int, int]] = []
    if match := _ISO_DAY.match(words):
        triples = [(int(match[1]), int(match[2]), int(match[3]))]
    elif match := _NUMERIC.match(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        triples = [(year, second, first), (year, first, second)]
    elif match := _MONTH_FIRST.match(words):
        triples = [(int(match[3]), MONTHS[match[1].lower()], int(match[2]))]
    elif match := _DAY_FIRST.match(words):
        triples = [(int(match[3]), MONTHS[match[2].lower()], int(match[1]))]
    days: list[date] = []
    for year, month, day in triples:
        if MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12:
            try:
                reading = date(year, month, day)
            except ValueError:
                continue
            if reading not in days:
                days.append(reading)
    return days


def _support(option: date, text: str) -> int:
    """How strongly the article's own words speak for `option`: days named near it, then months, then its weekday."""
    score = 0
    for before, day_after, day_before, after, month_only in _MENTIONS.findall(text):
        name = (before or after or month_only).lower()
        month = MONTHS[name]
        if month_only:
            # A month on its own is mostly a look back: only a hint.
            score += 2 if month == option.month else 0
            continue
        try:
            gap = (date(option.year, month, int(day_after or day_before)) - option).days
        except ValueError:
            continue
        score += 6 if -DAYS_BACK <= gap <= DAYS_AHEAD else 0
    weekdays = Counter(name.lower() for name in _WEEKDAY.findall(text))
    if weekdays:
        # News is printed on the day it speaks of, or on the next.
        named = WEEKDAYS.index(weekdays.most_common(1)[0][0])
        score += 1 if (option.weekday() - named) % 7 in (0, 1) else 0
    return score
