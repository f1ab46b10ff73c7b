"""Two numbers that are one amount: ranges, alternatives and ratios ("5 to 10", "20 or 40-day", "one in five")."""

from __future__ import annotations

import itertools

from checker.read.quantity.changes import change_before
from checker.read.quantity.counted import is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset
from checker.read.quantity.words import STOP, is_plural, singular

_COMPARABLE = frozenset({"count", "money", "percent", "measurement", "duration", "fraction", "multiple"})
RATIO_LIMIT = 1_000_000.0
SMALL_RATIO = 10.0
ROUND_RATIOS = frozenset({100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0})
# "fell by 2 to 3 degrees" is a range, "rose by 40 to 300" a step and a level: only numbers this close are a range.
RANGE_RATIO = 3.0
MOST_BARE_RATIO = 10.0


def join(t: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Join neighbouring mentions into ranges and ratios; the others come back as they were."""
    joined: list[Mention] = []
    for m in mentions:
        if joined and m.value is not None and joined[-1].value is not None:
            pair = _compound(t, joined[-1], m) or _ratio(t, joined[-1], m) or _range(t, joined[-1], m)
            if pair:
                joined[-1] = pair
                continue
        joined.append(m)
    return joined


def _gap(t: Tokens, x: Mention, y: Mention) -> tuple[str, ...]:
    return tuple(t.low[x.b : y.a]) if y.a - x.b <= 3 else ("", "", "", "")


# "5 feet 2 inches", "3 dollars and 50 cents": the smaller unit as a share of the larger.
_COMPOUNDS = {("ft", "in"): 1 / 12, ("lb", "oz"): 1 / 16}


def _compound(t: Tokens, x: Mention, y: Mention) -> Mention | None:
    if _gap(t, x, y) not in ((), ("and",), (",",)) or x.bound == "range" or x.kind != y.kind or y.a < y.i:
        return None
    factor = _COMPOUNDS.get((x.unit, y.unit))
    if factor is None and x.kind == "money" and x.unit == y.unit and 0 < y.value < 1 and y.unit_word != x.unit_word:
        factor = 1.0
    if factor is None or y.value * factor >= 1:
        return None
    return Mention(x.i, y.j, x.value + y.value * factor, step=factor, kind=x.kind, unit=x.unit, unit_word=x.unit_word,
                   words=x.words, a=x.a, b=y.b)  # fmt: skip


def _ratio(t: Tokens, x: Mention, y: Mention) -> Mention | None:
    gap = _gap(t, x, y)
    words = tuple(w for w in gap if w not in DASHES)
    if words not in (("in",), ("out", "of"), ("of", "every"), ("in", "every"), ("out", "of", "every"), ("over",)):
        return None
    if x.kind != "count" or y.kind != "count" or not 0 < x.value < y.value <= RATIO_LIMIT or x.value > SMALL_RATIO:
        return None
    if words == ("over",) and not (x.words and t.size <= 4):
        return None
    round_bottom = y.value <= SMALL_RATIO or y.value in ROUND_RATIOS or "every" in words
    people = words == ("in",) and x.value == 1 and y.value <= MOST_IN and _counts_members(t, y)
    if not round_bottom and not people and not (words == ("in",) and y.words and y.value <= 20):
        return None
    return Mention(x.i, y.j, x.value / y.value, step=0.01, kind="fraction", words=x.words, a=x.a, b=y.b)


def share_units(t: Tokens, mentions: list[Mention]) -> None:
    """ "from 4.8 to 4.7 percent", "from 208 pounds to 193": both ends of a move have the unit that one of them names."""
    for x, y in itertools.pairwise(mentions):
        if _gap(t, x, y) != ("to",) or t.at(x.a - 1) != "from" or None in (x.value, y.value) or x.vague or y.vague:
            continue
        if x.kind == "count" and y.kind in _WITH_UNIT:
            x.kind, x.unit, x.unit_word = y.kind, y.unit, y.unit_word
            if x.scale == 1.0 < y.scale and x.value < 10 * y.value / y.scale:
                x.value, x.step, x.scale = x.value * y.scale, x.step * y.scale, y.scale
        elif y.kind == "count" and x.kind in _WITH_UNIT and (t.kind_at(y.b) != "w" or t.low[y.b] in STOP):
            y.kind, y.unit, y.unit_word = x.kind, x.unit, x.unit_word


_WITH_UNIT = frozenset({"money", "percent", "measurement"})
_LOWER = frozenset({"at_least", "more_than"})
_UPPER = frozenset({"at_most", "fewer_than"})
_LINKS = frozenset({("and",), ("but",), (",", "but"), (",", "and")})


def close_open(t: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Join two bounds of one amount: "more than 10 but fewer than 20 people" is 10 to 20."""
    joined: list[Mention] = []
    for m in mentions:
        x = joined[-1] if joined else None
        if (
            x is not None and x.value is not None and m.value is not None
            and (x.bound in _LOWER and m.bound in _UPPER and x.value < m.value
                 or x.bound in _UPPER and m.bound in _LOWER and x.value > m.value) and x.head < 0 and x.kind in (m.kind, "count") and x.unit in (m.unit, None)
            and m.kind in _COMPARABLE and _gap(t, x, m) in _LINKS
        ):  # fmt: skip
            x.j, x.b, x.after, x.kind, x.unit, x.unit_word = m.j, m.b, m.after, m.kind, m.unit, m.unit_word
            x.low, x.high = min(x.value, m.value), max(x.value, m.value)
            x.bound, x.value, x.final = "range", None, True
            x.counted, x.head, x.modifiers, x.role = m.counted, m.head, m.modifiers, m.role
            continue
        joined.append(m)
    return joined


MOST_IN = 100.0
_MEMBERS = wordset("adults households families homes births deaths jobs companies firms businesses schools pupils voters cars babies marriages pregnancies")  # fmt: skip


def _counts_members(t: Tokens, y: Mention) -> bool:
    """ "one in 12 adults", "one in 25 US households": a share of people or the like, not "one in 12 days"."""
    for k in range(y.b, min(y.b + 3, t.size)):
        if t.low[k] in _MEMBERS or is_plural(t.low[k]) and is_person(singular(t.low[k])):
            return True
        if t.kind[k] != "w" or t.low[k] in STOP and not t.raw[k].isupper():
            return False
    return False


def _range(t: Tokens, x: Mention, y: Mention) -> Mention | None:
    gap = _gap(t, x, y)
    aged = (
        x.kind == "age" and x.b == x.j and y.kind == "count" and not y.unit and t.at(x.a - 1) in ("aged", "ages", "age")
    )
    if x.kind not in _COMPARABLE and not aged or x.bound == "range" or x.i < x.a:
        return None
    if y.kind not in _COMPARABLE and not (y.kind == "age" and x.kind == "count" and not x.unit):
        return None  # "20 to 30 years old" is a range of ages
    word = gap[0] if len(gap) == 1 or gap[1:] in (("-",), ("\u2013",)) else ""
    if not word:
        return None
    if word in ("from", "between"):
        return None
    hyphen = word in DASHES or word == "~" and t.is_glued(y.a) and t.is_glued(y.a - 1)
    if (
        word not in ("to", "or", "through", "till")
        and not hyphen
        and not (word == "and" and t.at(x.a - 1) == "between")
    ):
        return None
    if word == "and" and t.at(x.a - 1) != "between":
        return None
    if hyphen and t.is_glued(y.a) != t.is_glued(y.a - 1):
        return None
    if y.kind == "age":
        y.b = max(y.b, y.j)
    if (
        x.unit
        and y.unit
        and x.unit != y.unit
        and not (x.kind == "money" and y.kind == "money" and "USD" in (x.unit, y.unit))
    ):
        return None
    if x.unit and not y.unit and not (x.kind == "money" or x.unit == "%" or aged):
        return None
    if x.kind == "money" and not y.unit and (t.kind_at(y.j) == "w" and hyphen):
        return None
    if x.unit == "%" and not y.unit and word == "to" and y.value > MOST_BARE_RATIO * abs(x.value):
        return None  # "weakened 1.2% to 92.3"
    low = x.value
    if y.scale > 1 and x.scale == 1 and low < 1000 and low < y.value / y.scale * 10 and not (x.words and low >= 100):
        low *= y.scale
    if low >= y.value:
        return None
    direction = change_before(t, x, lenient=True)
    if direction and word == "to" and t.at(x.a - 1) != "between":
        level = direction.endswith("to") or t.at(x.a - 1) == "from"
        # "growth of 1.5% to 2%" is a range, "fell 5% to 12%" a step and a level
        loose = not y.unit or y.value > RANGE_RATIO * low or x.unit and t.at(x.a - 1) not in ("by", "of")
        if level or loose:
            return None
    a, b = x.a, y.b
    if t.at(a - 1) in ("between", "from"):
        a -= 1
    kind = y.kind if y.unit else x.kind
    if kind == "count" and not {"ages", "aged", "age"}.isdisjoint(t.low[max(0, a - 2) : a]):
        kind = "age"  # "aged between 17 and 28", "ages ranging from 17 to 28"
    return Mention(
        x.i, y.j, None, step=y.step, kind=kind, words=x.words, low=low, high=y.value,
        bound="range", unit=y.unit or x.unit, unit_word=y.unit_word or x.unit_word, a=a, b=b, final=True,
    )  # fmt: skip
