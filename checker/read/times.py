"""When: finds the time phrases of a sentence and resolves them against the publication date.

A phrase with its year printed stands on its own. All others are relative: without a publication date their words are
kept and nothing is resolved. Weekdays mean the latest such day up to publication ("on Friday", also when published on
a Friday), or the next one where the sentence speaks of plans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from checker.read.verbs import MONTHS, WEEKDAYS
from checker.schema import Article, TimeSpan

Granularity = str
EVENING_BEFORE_HOUR = 18  # "overnight" begins in the evening before ...
OVERNIGHT_END_HOUR = 12  # ... and what happened in the night is told of until noon
# Hours of the parts of a day, as (first hour, last hour exclusive); 30 is six in the next morning.
PARTS = {
    "morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 30), "early": (0, 9),
    "late": (18, 24),
    "midday": (11, 14), "noon": (12, 13), "midnight": (0, 1), "dawn": (4, 8),
}  # fmt: skip
FUTURE_SLACK_DAYS = 7  # a month and day this far after publication is still this year's; more is last year's
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_MONTH = {m[:3]: i for i, m in enumerate(MONTHS, 1)}
_WEEKDAY = {d: i for i, d in enumerate(WEEKDAYS)}

_WD = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MO = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_PT = r"(?:morning|afternoon|evening|night)"
_N = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|(?:a )?few)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"\d{1,2}(?::\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b)|\d{1,2}:\d\d\b|\bnoon\b|\bmidnight\b"
_TIME = re.compile(
    rf"""\b(?:
      (?P<range>(?:between|from)\s(?:late\s|early\s)?(?:{_WD}(?:\s{_PT})?|{_MO}\s{_DAY})\s(?:and|to|until|through)\s(?:late\s|early\s)?(?:{_WD}(?:\s{_PT})?|{_MO}\s{_DAY}|{_DAY}))
    | (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<numeric>\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d)
    | (?P<date>(?:{_WD},?\s)?(?:(?:early|late|mid)[\s-])?
        (?:{_MO}\s{_DAY}(?!\d|[:,]\d)(?:,?\s{_YEAR})?|{_DAY}\s(?:of\s)?{_MO}\b(?:,?\s{_YEAR})?))
    | (?P<month>(?:(?:early|late|mid|last|next|this|in|since|by|until)[\s-])?{_MO},?\s(?:of\s)?{_YEAR}
        |(?:early|late|mid|last|next|this|in|since|by|until)[\s-]{_MO}(?!\s\d)\b)
    | (?P<overnight>overnight(?:\s(?:on|into|to|from)?\s?(?:{_WD})?)?)
    | (?P<weekday>(?:(?:earlier|later|late|early)\s)?
        (?:on\s|last\s|next\s|this\s(?:past\s)?|late\son\s|early\son\s|the\snight\sof\s)?
        (?:late\s|early\s)?{_WD}(?:\s{_PT}|\sat\s(?:noon|midnight|dawn))?)
    | (?P<day>yesterday(?:\s{_PT})?|(?:earlier|later)\stoday|today|tonight|tomorrow(?:\s{_PT})?|(?:this|last)\s{_PT})
    | (?P<weekend>(?:over\sthe|last|this(?:\spast)?|next|at\sthe|during\sthe|the\spast)\sweekend)
    | (?P<unit>(?:(?:earlier|later)\s)?(?:this|last|next|the\spast)
        \s(?:week|month|year|spring|summer|autumn|fall|winter))
    | (?P<ago>(?:about\s|some\s|almost\s|nearly\s|more\sthan\s|over\s)?
        {_N}\s(?:minute|hour|day|week|month|year|decade)s?\sago)
    | (?P<later>(?:(?:{_N}\s)?(?:minutes|hours|days|weeks|months)
        |an\shour|a\sday|a\sweek)\s(?:later|earlier|after|before)
        |the\s(?:next|following|same|previous)\s(?:day|morning|night|evening|week))
    | (?P<year>(?:(?:in|since|by|until|of|from|during|throughout)\s(?:early\s|late\s|mid-)?)
        (?:{_YEAR})(?![\d.,]*\d|[-–]\d|\s?(?:gmt|hours|people|troops|soldiers)))
    )""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
_CLOCK_RE = re.compile(
    rf"(?:\bat\s|\baround\s|\babout\s|\bby\s|\bbefore\s|\bafter\s|\bshortly\safter\s)(?:about\s|around\s)?({_CLOCK})",
    re.IGNORECASE,
)
# Nothing is looked for in a sentence without one of these.
_TRIGGER = re.compile(
    r"day\b|overnight|yesterday|tomorrow|tonight|today|weekend|\bago\b|later|earlier|(?:19|20)\d\d|week|month|year|morning"
    r"|night|evening|afternoon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|spring|summer|autumn|fall|winter",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phrase:
    """A time phrase: its offsets in the sentence, its kind (name of the pattern) and words."""

    start: int
    end: int
    kind: str
    text: str


def find_times(text: str) -> list[Phrase]:
    """Time phrases of a sentence, in order."""
    if not _TRIGGER.search(text):
        return []
    found = []
    for match in _TIME.finditer(text):
        kind = match.lastgroup or ""
        words = match.group().rstrip()
        if kind in ("date", "month") and not _capital_month(words):
            continue  # "may 16", "march 3" in lower case are words
        if kind == "weekday" and not re.search(_WD, words, re.IGNORECASE).group()[0].isupper():
            continue
        found.append(Phrase(match.start(), match.start() + len(words), kind, words))
    return found


def _capital_month(words: str) -> bool:
    return any(m.group()[0].isupper() for m in re.finditer(_MO, words, re.IGNORECASE))


def clock(text: str) -> tuple[int, int, str] | None:
    """The first time of day as (hour, minute, words), or None."""
    match = _CLOCK_RE.search(text)
    if match is None:
        return None
    words = match.group(1).lower()
    if words == "noon":
        return 12, 0, match.group(1)
    if words == "midnight":
        return 0, 0, match.group(1)
    numbers = re.findall(r"\d+", words)
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if "p" in words and hour < 12:
        hour += 12
    elif "a" in words and hour == 12:
        hour = 0
    return (hour, minute, match.group(1)) if hour < 24 and minute < 60 else None


def resolve(phrase: Phrase, base: datetime | None, *, future: bool = False) -> TimeSpan:
    """The span a phrase means, seen from publication at `base`; start None where it cannot be told."""
    words = phrase.text.lower()
    resolved = _resolve(phrase.kind, words, base, future)
    if resolved is None:
        return TimeSpan(text=phrase.text)
    start, end, granularity, printed = resolved
    return TimeSpan(
        start=start, end=end, basis="printed" if printed else "inferred", text=phrase.text, granularity=granularity
    )


Resolved = tuple[datetime, datetime, str, bool]


@lru_cache(maxsize=8192)
def _resolve(kind: str, words: str, base: datetime | None, future: bool) -> Resolved | None:
    try:
        absolute = _absolute(kind, words, base)
        if absolute is not None:
            return absolute
        if base is None:
            return None
        return _relative(kind, words, base, future)
    except (ValueError, OverflowError):
        return None  # 31 June, year 9999


def _absolute(kind: str, words: str, base: datetime | None) -> Resolved | None:
    zone = base.tzinfo if base else None
    if kind == "iso":
        year, month, day = (int(x) for x in words.split("-"))
        return _day(datetime(year, month, day, tzinfo=zone), printed=True)
    if kind == "numeric":
        a, b, year = (int(x) for x in re.split(r"[-/.]", words))
        if a > 12 >= b:
            return _day(datetime(year, b, a, tzinfo=zone), printed=True)
        if b > 12 >= a or a == b:
            return _day(datetime(year, a, b, tzinfo=zone), printed=True)
        return None  # 04-05-2025: the outlet's order of day and month is not known
    if kind in ("date", "month", "year"):
        found = re.search(_YEAR, words)
        if found is None:
            return None
        year = int(found.group())
        if kind == "year":
            return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone), "year", True
        month = _month_in(words)
        if kind == "month":
            return _month_span(year, month, zone, printed=True)
        day = int(re.search(r"\b\d{1,2}(?!\d)", words.replace(found.group(), "")).group())
        return _day(datetime(year, month, day, tzinfo=zone), printed=True)
    return None


def _month_in(words: str) -> int:
    return _MONTH[re.search(_MO, words).group()[:3]]


def _day(start: datetime, printed: bool = False, days: int = 1) -> Resolved:
    return start, start + timedelta(days=days), "day" if days == 1 else "days", printed


def _month_span(year: int, month: int, zone, printed: bool = False) -> Resolved:
    start = datetime(year, month, 1, tzinfo=zone)
    return start, datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone), "month", printed


def _relative(kind: str, words: str, base: datetime, future: bool) -> Resolved | None:
    today = base.replace(hour=0, minute=0, second=0, microsecond=0)
    if kind == "range":
        return _range(words, today, future)
    if kind == "date":
        return _day(_near_date(_month_in(words), int(re.search(r"\d{1,2}", words).group()), today, future))
    if kind == "month":
        return _near_month(words, today, future)
    if kind == "weekday":
        return _part(_weekday(words, today, future), words)
    if kind == "overnight":
        day = _weekday(words, today, future) if re.search(_WD, words) else today
        return (
            day - timedelta(hours=24 - EVENING_BEFORE_HOUR), day + timedelta(hours=OVERNIGHT_END_HOUR),
            "part_of_day", False,
        )  # fmt: skip
    if kind == "day":
        shift = (
            -1
            if words.startswith("yesterday") or words.startswith("last")
            else 1
            if words.startswith("tomorrow")
            else 0
        )
        return _part(today + timedelta(days=shift), "night" if words == "tonight" else words)
    if kind == "weekend":
        return _weekend(words, today)
    if kind == "unit":
        return _unit(words, today)
    if kind == "ago":
        return _ago(words, base, today)
    return None


def _part(day: datetime, words: str) -> Resolved:
    for part, (first, last) in PARTS.items():
        if re.search(rf"\b{part}\b", words):
            return day + timedelta(hours=first), day + timedelta(hours=last), "part_of_day", False
    return _day(day)


def _weekday(words: str, today: datetime, future: bool) -> datetime:
    wanted = _WEEKDAY[re.search(_WD, words).group()]
    ahead = (wanted - today.weekday()) % 7
    if "next" in words.split() or (future and "last" not in words):
        return today + timedelta(days=ahead or (7 if "next" in words.split() else 0))
    behind = (today.weekday() - wanted) % 7
    if "last" in words.split() and behind == 0:
        behind = 7
    return today - timedelta(days=behind)


def _near_date(month: int, day: int, today: datetime, future: bool) -> datetime:
    found = today.replace(month=month, day=day)
    if not future and found > today + timedelta(days=FUTURE_SLACK_DAYS):
        return found.replace(year=found.year - 1)
    if future and found < today - timedelta(days=180):
        return found.replace(year=found.year + 1)
    return found


def _near_month(words: str, today: datetime, future: bool) -> Resolved:
    month = _month_in(re.sub(r"^(?:early|late|mid|last|next|this|in|since|by|until)[\s-]", "", words))
    year = today.year
    if (month > today.month and not future and not words.startswith(("next", "this"))) or (
        words.startswith("last") and month == today.month
    ):
        year -= 1
    elif month < today.month and (words.startswith("next") or future):
        year += 1
    return _month_span(year, month, today.tzinfo)


def _weekend(words: str, today: datetime) -> Resolved:
    """Saturday and Sunday; on a weekday the one before, unless "next" or "this"."""
    since_saturday = (today.weekday() - 5) % 7
    saturday = today - timedelta(days=since_saturday)
    if words.startswith("next") or (words == "this weekend" and since_saturday > 2):
        saturday += timedelta(days=7)
    elif words.startswith("last") and since_saturday == 0:
        saturday -= timedelta(days=7)
    return _day(saturday, days=2)


def _unit(words: str, today: datetime) -> Resolved | None:
    tomorrow = today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    last, following = "last" in words, words.startswith("next")
    if words.endswith("week"):
        if "past" in words:
            return today - timedelta(days=7), tomorrow, "week", False
        start = monday + timedelta(days=-7 if last else 7 if following else 0)
        end = tomorrow if words.startswith("earlier") else start + timedelta(days=7)
        return start, end, "week", False
    if words.endswith("month"):
        step = -1 if last else 1 if following else 0
        index = today.year * 12 + today.month - 1 + step
        span = _month_span(index // 12, index % 12 + 1, today.tzinfo)
        return (span[0], tomorrow, "month", False) if words.startswith("earlier") else span
    if words.endswith("year"):
        year = today.year + (-1 if last else 1 if following else 0)
        start = today.replace(year=year, month=1, day=1)
        end = tomorrow if words.startswith("earlier") else start.replace(year=year + 1)
        return start, end, "year", False
    return None


def _ago(words: str, base: datetime, today: datetime) -> Resolved | None:
    found = re.search(r"(\d+|\w+) (minute|hour|day|week|month|year|decade)s? ago", words)
    if found is None:
        return None
    number, unit = found.groups()
    count = int(number) if number.isdigit() else _NUMBERS.get(number)
    if count is None:
        return None  # "several days ago"
    if unit == "minute":
        return base - timedelta(minutes=count), base - timedelta(minutes=count - 1), "minute", False
    if unit == "hour":
        start = base - timedelta(hours=count)
        return start, start + timedelta(hours=1), "hour", False
    if unit == "day":
        return _day(today - timedelta(days=count))
    if unit == "week":
        start = today - timedelta(days=7 * count)
        return start - timedelta(days=3), start + timedelta(days=4), "week", False
    if unit == "month":
        index = today.year * 12 + today.month - 1 - count
        return _month_span(index // 12, index % 12 + 1, today.tzinfo)
    years = count * (10 if unit == "decade" else 1)
    start = datetime(today.year - years, 1, 1, tzinfo=today.tzinfo)
    return start, start.replace(year=start.year + 1), "year", False


def _range(words: str, today: datetime, future: bool) -> Resolved | None:
    parts = re.split(r"\s(?:and|to|until|through)\s", words.split(" ", 1)[1])
    if len(parts) != 2:
        return None
    ends = []
    month = None
    for part in parts:
        if re.search(_WD, part):
            ends.append(_part(_weekday(part, today, future), part))
        else:
            month = _month_in(part) if re.search(_MO, part) else month
            if month is None:
                return None
            ends.append(_day(_near_date(month, int(re.search(r"\d{1,2}", part).group()), today, future)))
    start, end = ends[0][0], ends[1][1]
    if end <= start:  # "between Saturday and Monday" across the week's turn
        start -= timedelta(days=7)
    return start, end, "days", False


def published_span(article: Article) -> TimeSpan:
    """The article's publication as a span as wide as it is known."""
    return _moment(article.published, article.published_basis, article.published_granularity, article.published_text)


def retrieved_span(article: Article) -> TimeSpan:
    """The article's retrieval, by the day unless a time is given."""
    moment = article.retrieved
    fine = moment is not None and (moment.hour or moment.minute or moment.second)
    return _moment(moment, article.retrieved_basis, "hour" if fine else "day", None)


def _moment(moment: datetime | None, basis, granularity: str, text: str | None) -> TimeSpan:
    if moment is None:
        return TimeSpan(text=text)
    try:
        if granularity == "second":
            return TimeSpan(
                start=moment, end=moment + timedelta(minutes=1), basis=basis, text=text, granularity="minute"
            )
        if granularity == "hour":
            return TimeSpan(start=moment, end=moment + timedelta(hours=1), basis=basis, text=text, granularity="hour")
        day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        return TimeSpan(start=day, end=day + timedelta(days=1), basis=basis, text=text, granularity="day")
    except OverflowError:
        return TimeSpan(text=text)
