"""Quantities of a sentence: every number with its bound, unit, counted noun, measure, change and role.

The parts live in `checker.read.quantity`; this module is their order. Reading is by tokens and word lists, in one pass
for each part, so that its time grows with the length of the sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from checker.read.quantity.bounds import read_bounds, set_limits
from checker.read.quantity.changes import set_changes
from checker.read.quantity.counted import is_person, read_noun
from checker.read.quantity.kinds import set_kind, set_kind_by_context
from checker.read.quantity.measures import set_measures
from checker.read.quantity.mention import Mention
from checker.read.quantity.number_words import VAGUE
from checker.read.quantity.numbers import scan
from checker.read.quantity.parallel import share_nouns
from checker.read.quantity.predicates import HUMAN
from checker.read.quantity.ranges import close_open, join, share_units
from checker.read.quantity.roles import copy_to_conversions, set_roles
from checker.read.quantity.shapes import mark_shapes
from checker.read.quantity.tokens import Tokens, wordset
from checker.read.quantity.units import set_unit
from checker.read.quantity.victims import MEASURES as VICTIM_MEASURES
from checker.read.quantity.victims import find_singles
from checker.read.quantity.zero import find_zeros
from checker.schema.claim import Quantity

# Sentences without a figure, a number word, a zero form or a possible victim are done before any token is made.
_WORTH_READING = re.compile(
    r"[0-9½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]|\b(?:no|not|\w+n['’]t|none|nobody|without|un(?:hurt|harmed|injured|scathed)|an?|another|one|two|three|four|five|"
    r"six(?:th)?|seven(?:th)?|eight(?:h)?|nine|ten(?:th|s)?|eleven(?:th)?|twel\w+|\w+teen(?:th)?|twent\w+|thirt\w+|fort\w+|"
    r"fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|hundred\w*|thousand\w*|\w{1,6}llion\w*|dozens?|scores|half|halves|quarter|couple|both|first|"
    r"killed|dead|died|dies|shot|injured|wounded|hurt|arrested|missing|stabbed|charged|kidnapped|drowned|"
    r"second|third|fourth|fifth|ninth|thirds|quarters|several|few|many|multiple|numerous|twice|thrice|nil|zero|lakh|crore)\b",
    re.IGNORECASE,
)
_COUNTABLE = frozenset({"count", "percent", "fraction", "multiple", "measurement", "duration", "money", "loose"})
# "several friends" says nothing that could be compared; "several were injured" does.
_NEEDS_MEASURE = frozenset({"several", "a few", "a couple", "a handful", "few", "many", "multiple", "numerous"})
_NOT_A_COUNT_BEFORE = wordset("this that the which each every any no some other another last next only s")


_INSIDE_A_VICTIM = frozenset({"age", "ordinal", "identifier", "date", "year"})


def find_quantities(text: str, *, offset: int = 0, vague: Mapping[str, float] | None = None) -> tuple[Quantity, ...]:
    """Find the quantities of ONE sentence, ordered by start and not overlapping.

    Args:
        text: the sentence.
        offset: position of the sentence in its article; spans are shifted by it.
        vague: floors of vague words that replace the reader's defaults, e.g. {'dozens': 12}.

    Returns:
        Numbers that are no amounts (dates, ages, ranks, identifiers...) have the kind that says so. Zero forms
        ("no casualties") are quantities of value 0; a single victim ("a man was killed") is a count of one.
    """
    if not _WORTH_READING.search(text):
        return ()
    tokens = Tokens(text)
    floors = {**VAGUE, **vague} if vague else VAGUE
    mentions = _numbers(tokens)
    mentions = _merge(mentions, find_zeros(tokens), find_singles(tokens))
    if not mentions:
        return ()
    for m in mentions:
        if m.zero or m.single:
            continue
        if m.kind in _COUNTABLE:
            read_bounds(tokens, m)
            read_noun(tokens, m)
        elif m.kind == "age" and not m.final:
            read_bounds(tokens, m)
    mentions = close_open(tokens, mentions)
    for m in mentions:
        if not (m.zero or m.single):
            set_limits(m, floors)
    _trim(mentions)
    share_nouns(tokens, mentions)
    set_measures(tokens, mentions)
    set_roles(tokens, mentions)
    set_changes(tokens, mentions)
    copy_to_conversions(tokens, mentions)
    kept: list[Mention] = []
    for m in mentions:
        if m.kind in ("count", "loose") and _is_a_label(text, tokens.start[m.a], tokens.end[m.b - 1]):
            m.kind, m.measure = "identifier", None
        if _kept(tokens, m):
            kept.append(m)
        else:
            kept.extend(part for part in m.covered if _kept(tokens, part))
    return tuple(_record(tokens, m, offset) for m in kept)


# "Image 8 of 40" numbers a gallery; "710 SW 13th Terrace" is an address.
_GALLERY = re.compile(r"\b(?:image|photo|picture|slide|page)\s+(?:\d+\s+(?:of|/)\s+)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"\s+(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.?\s+(?:\d|[A-Z][a-z])")


def _is_a_label(text: str, start: int, end: int) -> bool:
    return _GALLERY.search(text[max(0, start - 24) : start]) is not None or _ADDRESS.match(text, end) is not None


def _numbers(t: Tokens) -> list[Mention]:
    mentions = scan(t)
    if not mentions:
        return mentions
    if "n" in t.kind:
        mentions = mark_shapes(t, mentions)
    kept: list[Mention] = []
    for m in mentions:
        if kept and m.i < kept[-1].j:
            continue  # the scale of "75 USD million", which its figure has taken in
        if m.kind in ("count", "fraction", "ordinal", "multiple"):
            set_kind(t, m)
        if m.kind in ("count", "fraction", "loose"):
            set_unit(t, m)
            set_kind_by_context(t, m)
        kept.append(m)
    mentions = kept
    share_units(t, mentions)
    return join(t, mentions)


def _merge(numbers: list[Mention], zeros: list[Mention], singles: list[Mention]) -> list[Mention]:
    """One ordered list without overlaps: a zero form wins over a number in it, a single victim keeps what it covers."""
    if not zeros and not singles:
        return numbers
    merged = sorted((*zeros, *singles), key=lambda m: (m.a, -m.b))
    result: list[Mention] = []
    for m in merged:
        if not result or m.a >= result[-1].b:
            result.append(m)
    rest: list[Mention] = []
    dropped: set[int] = set()
    k = 0
    for number in numbers:
        while k < len(result) and result[k].b <= number.a:
            k += 1
        cover = result[k] if k < len(result) and result[k].a < number.b else None
        if cover is None or k in dropped:
            rest.append(number)
        elif cover.single:
            if number.a < cover.a or number.b > cover.b or number.kind not in _INSIDE_A_VICTIM:
                dropped.add(k)
                rest.extend((*cover.covered, number))
            else:
                cover.covered.append(number)
    result = [m for n, m in enumerate(result) if n not in dropped]
    return sorted((*result, *rest), key=lambda m: m.a)


def _trim(mentions: list[Mention]) -> None:
    """Bounds and units never reach into a neighbour."""
    for x, y in itertools.pairwise(mentions):
        if x.b > y.a:
            if y.a < y.i and x.b <= y.i:
                y.a = x.b
            else:
                x.b = max(x.j, y.a)
        if x.after > y.a and not (
            x.single and y.kind == "age" or x.head >= y.b and y.kind in ("identifier", "measurement")
        ):
            x.after = max(x.b, y.a)


def _kept(t: Tokens, m: Mention) -> bool:
    if m.single:
        return m.measure in VICTIM_MEASURES
    if m.kind == "loose" or m.vague in _NEEDS_MEASURE and not m.unit:
        if m.measure is None or t.low[m.i] == "both" and m.measure not in HUMAN:
            return False
        m.kind = "count" if m.kind == "loose" else m.kind
    if m.value == 1 and m.words and m.kind in ("count", "duration") and t.low[m.i] == "one" and m.j == m.i + 1:
        return _counts_one(t, m)
    # "two-way street", "two-time champion": the number describes, it counts nothing
    hyphened = t.at(m.b) == "-" and t.is_glued(m.b) and t.is_glued(m.b + 1)
    if not (hyphened and m.kind == "count" and m.head < 0):
        return True
    if m.counted == "person" and t.at(m.b + 1) != "strong":
        # "shot a four-under 68": the verb's object is the compound, no four people
        m.counted, m.measure = None, None
    elif m.measure in HUMAN and not is_person(m.counted):
        m.measure = None  # "released a 64-page report"
    return not (m.words and not m.measure and not m.counted)


def _counts_one(t: Tokens, m: Mention) -> bool:
    """Whether "one" counts something; "one of the largest" is a rank, "one day" and "the one" are nothing."""
    if t.at(m.j) == "of":
        if any(w == "most" or w == "best" or (w.endswith("est") and len(w) > 5) for w in t.low[m.j : m.j + 4]):
            m.kind, m.role, m.of, m.counted, m.measure, m.modifiers = "rank", "total", None, None, None, ()
            return True
        return m.counted is not None or m.measure is not None
    if m.a == m.i and t.at(m.i - 1) in _NOT_A_COUNT_BEFORE and not m.measure:
        return False
    if m.kind == "duration":
        return m.a < m.i or t.at(m.i - 1) in ("for", "in", "after", "within", "than", "least", "of") or t.at(m.j) == "-"
    if m.counted in ("thing", "another", "other", "way", "point", "side") and not m.measure or t.at(m.i - 1) == "on":
        return False
    return m.measure is not None or m.counted is not None


def _record(t: Tokens, m: Mention, offset: int) -> Quantity:
    start, end = t.start[m.a], t.end[m.b - 1]
    low, high = m.low, m.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(
        start=start + offset, end=end + offset, text=t.source[start:end], kind=m.kind, value=m.value, low=low,
        high=high, bound=m.bound, unit=m.unit, counted=m.counted, modifiers=m.modifiers, measure=m.measure,
        change=m.change, role=m.role, of=m.of,
    )  # fmt: skip
