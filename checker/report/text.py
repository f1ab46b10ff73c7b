"""How values, bounds, times, speakers and origins are put in words, the same in every format.

Plain text in, plain text out: each renderer escapes for its own format. Three rules hold throughout. A vague
word ("dozens") is shown as that word and never as a number, though the records keep a floor for it. What is not
stated is said to be not stated. And no sentence says who is wrong.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from checker.schema import Finding, FindingClaim, Quantity, TimeSpan

OUTLET_UNKNOWN = "outlet not stated"
SPEAKER_UNKNOWN = "no speaker named"
NO_DATE = "not stated"
CONFIDENCE_NOTE = "the judge’s own estimate, not a measured error rate"
# Lowest confidence that is called by each word. Words, because "97%" would promise an error rate nobody measured.
CONFIDENCE_WORDS = ((0.8, "high"), (0.5, "medium"), (0.0, "low"))
# Integers up to here are exact in a float and are written out; larger ones are written as powers of ten.
LARGEST_PLAIN = 1e15

RELATION_WORDS = {
    "conflict": ("conflict", "conflicts"),
    "dispute": ("dispute", "disputes"),
    "update": ("update", "updates"),
    "undetermined": ("undetermined", "undetermined"),
    "compatible": ("agreement (compatible)", "agreements (compatible)"),
    "same": ("agreement", "agreements"),
    "different_scope": ("different scope", "different scope"),
    "unrelated": ("unrelated", "unrelated"),
}
KIND_WORDS = {
    "role_swap": "who did what to whom",
    "category_swap": "same number, other noun",
    "entity": "who or what",
    "antonym": "opposite words",
}
FLAG_WORDS = {
    "stale": "a superseded figure was repeated later",
    "dismissed_earlier": "you dismissed it earlier; it has a new figure",
    "corrupted": "its text reads corrupted",
    "copy": "repeats another article's text",
}
BEST_RULES = {
    "latest": "the newest attributed value (rule “latest”)",
    "ucdp": "the value best supported by independent origins (UCDP practice)",
    "acled": "the most conservative of the newest values (ACLED practice)",
}
STEP_WORDS = {
    "event": "Same event?",
    "scope": "Same scope?",
    "time": "As of the same time?",
    "speaker": "Who speaks?",
    "quantity": "Can both amounts hold?",
    "proposition": "Can both statements hold?",
    "nli": "The language model’s reading",
    "relation": "So",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = frozenset({"part_of_day", "day", "days", "week", "month", "year"})


def number(value: float) -> str:
    """`value` with thousands separators: 1234.5 -> '1,234.5'. At most four decimals; 1e15 and more as powers."""
    if not math.isfinite(value):
        return "unbounded"
    if abs(value) >= LARGEST_PLAIN:
        return f"{value:.4g}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) >= 0.0001 else f"{value:.2g}"


def amount(value: float, unit: str | None) -> str:
    """`value` in `unit`: '40%', 'USD 1,200', '12 km', or the plain number for counts."""
    if not unit:
        return number(value)
    if unit == "%":
        return f"{number(value)}%"
    if len(unit) == 3 and unit.isupper():  # ISO 4217
        return f"{unit} {number(value)}"
    return f"{number(value)} {unit if value == 1 else _PLURALS.get(unit, unit)}"


# Units that are words, as the quantity reader names them; symbols have no plural.
_PLURALS = {w: f"{w}s" for w in "second minute hour day week month year decade mile yard acre hectare ton tonne pound ounce gallon barrel degree".split()}
_PLURALS |= {"foot": "feet", "inch": "inches", "century": "centuries"}


def bounds(low: float | None, high: float | None, bound: str, text: str, unit: str | None = None) -> str:
    """An interval in words; the text's own word for a vague one.

    >>> bounds(12, None, "at_least", "at least 12")
    'at least 12'
    >>> bounds(24, None, "vague", "dozens")
    '“dozens”'
    """
    if bound == "vague" or (low is None and high is None):
        return f"“{text.strip()}”" if text.strip() else "no amount"
    if low is None or high is None:
        words = {"more_than": "more than", "fewer_than": "fewer than"}
        word = words.get(bound) or ("at least" if high is None else "at most")
        return f"{word} {amount(low if low is not None else high, unit)}"  # type: ignore[arg-type]
    if low == high:
        return ("about " if bound == "approximate" else "") + amount(low, unit)
    between = f"{number(low)} to {amount(high, unit)}"
    return f"{text.strip()} (read as {between})" if bound == "approximate" and text.strip() else between


def _values(finding: Finding) -> Iterable[tuple[float | None, float | None, str, str]]:
    for point in finding.timeline:
        yield point.low, point.high, point.bound, point.text
    for claim in finding.claims:
        for quantity in claim.quantities:
            yield quantity.low, quantity.high, quantity.bound, quantity.text
            if quantity.value is not None:
                yield quantity.value, quantity.value, quantity.bound, quantity.text


def figure(finding: Finding, which: str) -> str:
    """The finding's `low`, `best` or `high` in words.

    A limit that rests on a vague word alone is given as that word: of "dozens" and "60" the low is “dozens”, not
    24. An open limit is '—'.
    """
    value = getattr(finding, which)
    if value is None:
        return "—"
    vague = None
    for low, high, bound, text in _values(finding):
        if value in (low, high):
            if bound != "vague":
                return amount(value, finding.unit)
            vague = vague or text.strip()
    return f"“{vague}”" if vague else amount(value, finding.unit)


def figures(finding: Finding) -> str:
    """'low 12 / best 19 / high 21', or '' where the fact has no amount."""
    if finding.low is None and finding.best is None and finding.high is None:
        return ""
    return " / ".join(f"{which} {figure(finding, which)}" for which in ("low", "best", "high"))


def best_rule(rule: str | None) -> str:
    """The rule for 'best' in words; an unknown rule is shown as it is."""
    return BEST_RULES.get(rule or "", rule or "the rule is not stated")


def utc(moment: datetime) -> datetime:
    """`moment` in UTC; one without a zone is taken as UTC, for ordering and for plotting only."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def day(moment: datetime, year: bool = True) -> str:
    """'31 May 2025'. Built by hand: `strftime` pads days and fails for early years on some platforms."""
    return f"{moment.day} {MONTHS[moment.month - 1]}" + (f" {moment.year}" if year else "")


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds() // 60)
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "")


def _midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


def moment(value: datetime | None) -> str:
    """A point in time: '31 May 2025', with the clock time unless it is midnight."""
    if value is None:
        return NO_DATE
    return day(value) if _midnight(value) else f"{day(value)}, {value.hour:02d}:{value.minute:02d}{_zone(value)}"


def window(start: datetime | None, end: datetime | None) -> str:
    """A window of days: '31 May to 1 June 2025'. An `end` at midnight is exclusive, as in `TimeSpan`."""
    if start is None or end is None:
        one = start or end
        return "time not stated" if one is None else ("from " if end is None else "until ") + moment(one)
    if end.tzinfo is None or start.tzinfo is None:
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    if end > start and _midnight(end):
        end -= timedelta(microseconds=1)
    if start.date() == end.date():
        return day(start)
    return f"{day(start, year=start.year != end.year)} to {day(end)}"


def span(value: TimeSpan) -> str:
    """A time span with its basis: '31 May 2025 (inferred from “on Saturday”)', or 'not stated'."""
    if value.start is None and value.end is None:
        return f"{NO_DATE} (the text says “{value.text}”)" if value.text else NO_DATE
    start, end = value.start, value.end
    if start is None:
        words = f"until {moment(end)}"
    elif end is None or value.granularity not in _DAYS and (utc(end) - utc(start)) < timedelta(days=1):
        words = day(start) if value.granularity in _DAYS else moment(start)
    else:
        words = window(start, end)
    if value.basis == "unknown":
        return f"{words} (basis unknown)"
    said = f" from “{value.text}”" if value.text and value.basis == "inferred" else ""
    return f"{words} ({value.basis}{said})"


def outlet(name: str | None) -> str:
    """The outlet's name, or that it is not stated."""
    return name or OUTLET_UNKNOWN


def speaker(claim: FindingClaim) -> str:
    """Who is credited, and through whom: 'Mayor Orlan (via Coast Agency)'."""
    if not claim.speaker:
        return SPEAKER_UNKNOWN
    via = claim.attribution.via if claim.attribution else ()
    carried = ", carried over from an earlier sentence" if claim.attribution and claim.attribution.carried else ""
    extra = (f"via {', '.join(via)}" if via else "") + carried
    return f"{claim.speaker} ({extra.strip(', ')})" if extra else claim.speaker


def plural(count: int, one: str, many: str | None = None) -> str:
    """'1 outlet', '3 outlets', '1,200 articles'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def join(words: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def origins(finding: Finding) -> str:
    """'3 outlets, 1 origin: Mayor Orlan': how far the voices are independent."""
    names = ", ".join(finding.origin_names)
    return f"{plural(finding.outlets, 'outlet')}, {plural(finding.origins, 'origin')}" + (f": {names}" if names else "")


def relation(name: str, count: int = 1) -> str:
    """The relation's word, in singular or plural."""
    words = RELATION_WORDS.get(name, (name, name))
    return words[0] if count == 1 else words[1]


def kind(name: str) -> str:
    """A kind in words."""
    return KIND_WORDS.get(name, name.replace("_", " "))


def flag(name: str) -> str:
    """A flag in words."""
    return FLAG_WORDS.get(name, name.replace("_", " "))


def confidence(value: float) -> str:
    """'high', 'medium' or 'low'; renderers always add `CONFIDENCE_NOTE`."""
    return next(word for least, word in CONFIDENCE_WORDS if value >= least or least == 0.0)


def step(name: str) -> str:
    """A trace step's question."""
    return STEP_WORDS.get(name, name.replace("_", " ").capitalize())


def rule(name: str) -> str:
    """A rule's name in words: 'same_moment' -> 'same moment'."""
    return name.replace("_", " ")


def quantity(value: Quantity) -> str:
    """A quantity in words."""
    return bounds(value.low, value.high, value.bound, value.text, value.unit)
