"""Bounds: the words around a number that open, close or soften it, and what low and high follow from them.

Rounding rule for `approximate`: half the place value of the last significant digit, but at least 10% and at most 25%
of the value: "about 300" is 250 to 350, "around 15" 13.5 to 16.5, "some 1,000" 750 to 1,250. "nearly" and "almost"
come from below: "nearly 2,000" is 1,500 to 2,000 (2,000 itself included, since outlets round to it).
Exact figures have low = high = value: "300 people" is taken at its word, `compare` allows for rounding.
"""

from __future__ import annotations

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset

LEAST_WIDTH = 0.10
MOST_WIDTH = 0.25
_BEFORE = {
    "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|a minimum|minimum|≥|> =|greater than or equal to|as few as|as little as|at least or equal to|more than or equal to"
    "|= >"
    + "".join(f"|{word} or equal {link}" for word in ("greater", "bigger", "larger", "higher", "more") for link in ("to", "than")),
    "more_than": "more than|over|above|upwards of|upward of|in excess of|exceeding|exceeds|exceeded|exceed|surpassing|surpassed|surpasses|surpass|topping|north of|well over|well above|greater than|bigger than|higher than|larger than|longer than|>|beyond|better than|over than|older than",
    "approximate": "about|around|some|roughly|approximately|approx|approx .|an estimated|estimated|estimated at|circa|ca .|c .|~|≈|in the region of|on the order of|somewhere around|or so|at around|at about|at roughly|an average of about|more or less|slightly over|slightly more than|a little over|a little more than|slightly under|slightly less than|a little under|just below",
    "above": "just over|just above|barely over|barely more than",
    "below": "nearly|almost|close to|nearing|approaching|just shy of|shy of|just short of|very nearly|not quite|virtually",
    "at_most": "up to|as many as|as much as|as high as|as long as|at most|no more than|not more than|no longer than|a maximum of|maximum of|maximum|≤|< =|less than or equal to|no greater than|not exceeding|at the most|capped at|= <"
    + "".join(f"|{word} or equal {link}" for word in ("less", "fewer", "smaller", "lower") for link in ("to", "than")),
    "fewer_than": "fewer than|less than|under|below|lower than|just under|well under|well below|smaller than|sub -|younger than|<|south of",
    "exact": "only|just|exactly|precisely|a total of|total of|a combined|a whopping|a record|an average of|equal to|the|all|all the|these|those|its|their|his|her|another|an additional|additional|a further|further|yet another|the other|other|an",
}  # fmt: skip
_TABLE: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _bound, _phrases in _BEFORE.items():
    for _phrase in _phrases.split("|"):
        _words = tuple(_phrase.split())
        _TABLE.setdefault(_words[-1], []).append((_words, _bound))
for _rows in _TABLE.values():
    _rows.sort(key=lambda row: -len(row[0]))
_SIGNS = {">": "more_than", "<": "fewer_than", "≥": "at_least", "≤": "at_most", "~": "approximate", "≈": "approximate"}
_OTHER = frozenset({"another", "additional", "further"})
_DEFINITE = wordset("the these those its their his her an")
_KEEP = frozenset({"exact"})
_MAX_PHRASES = 3
# "over the past two years", "over three days": a stretch of time, not a bound, unless a preposition comes first.
_DURATION_OVER_BEFORE = wordset(
    "for in after of by than took take takes lasted lasting last spent spend just well is was within a least "
    "wait waited waiting be been"
)
_AFTER = {
    ("or", "more"): "at_least", ("or", "so"): "approximate", ("or", "fewer"): "at_most", ("or", "less"): "at_most",
    ("-", "plus"): "at_least", ("plus",): "at_least", ("+",): "at_least", ("-", "odd"): "approximate",
    ("and", "more"): "at_least", ("and", "up"): "at_least", ("or", "above"): "at_least", ("or", "higher"): "at_least",
    ("or", "older"): "at_least", ("or", "over"): "at_least", ("or", "greater"): "at_least", ("or", "greater", "than"): "at_least",
    ("at", "least"): "at_least", ("at", "most"): "at_most", ("at", "the", "most"): "at_most",
    ("or", "more", "than"): "at_least", ("or", "under"): "at_most", ("or", "younger"): "at_most", ("or", "thereabouts"): "approximate",
    ("maximum",): "at_most", ("max",): "at_most",
}  # fmt: skip
_AFTER_FIRST = frozenset(key[0] for key in _AFTER)


def read_bounds(t: Tokens, m: Mention) -> None:
    """Set `bound` from the words before and behind, widen `a:b` over them, note "another"."""
    if m.bound in ("range",):
        _before(t, m, only_soft=True)
        return
    _before(t, m)
    _after(t, m)


def _before(t: Tokens, m: Mention, only_soft: bool = False) -> None:
    k = m.a
    for _ in range(_MAX_PHRASES):
        last = t.at(k - 1)
        if last in ("(", "["):
            return
        for phrase, bound in _TABLE.get(last, ()):  # noqa: B007 - used after the break
            begin = k - len(phrase)
            if begin >= 0 and tuple(t.low[begin:k]) == phrase:
                break
        else:
            return
        if bound in _KEEP:
            if last in _OTHER:
                m.other = True
                m.a = begin
            elif last in _DEFINITE:
                # "around the 12 m wall", "over the two days": the bound word belongs to something else
                return
            k = begin
            continue
        if m.kind == "duration" and phrase in (("over",), ("under",), ("above",)) and not _limits_duration(t, m, begin):
            return
        if phrase == ("over",) and t.at(begin - 1) in _OVER_VERBS:
            return
        if phrase == ("up", "to") and _reaches(t.at(begin - 1)):
            return
        if only_soft:
            m.a = begin
            return
        if m.bound in ("exact", "vague"):
            m.bound = {"below": "approximate", "above": "approximate"}.get(bound, bound) if not m.vague else m.bound
            if bound == "above" and m.value is not None and m.value > 0:
                # "just over 61 per cent" is no 68: it stays within the rounding step above the figure
                m.final = True
                m.low, m.high = m.value, m.value + min(width(m.value, m.step), m.step or width(m.value, m.step))
            if bound == "below":
                m.final = True
                if m.value is not None:
                    m.low, m.high = m.value - width(m.value, m.step), m.value
                    if m.value < 0:
                        m.low, m.high = m.value, m.value + width(m.value, m.step)
        m.a = k = begin


def _limits_duration(t: Tokens, m: Mention, begin: int) -> bool:
    return t.at(begin - 1) in _DURATION_OVER_BEFORE or t.at(m.b) in ("ago", "old", "later")


def _reaches(word: str) -> bool:
    """ "creeping back up to 3.1%", "climbed up to 12": a level reached, not a limit."""
    return word in _MOTION or word.endswith("ing") and word[:-3] in _MOTION_STEMS


_OVER_VERBS = wordset(
    "handed hand handing hands turned turn turning turns took take taken takes taking flew fly flying flies"
)
_MOTION = wordset("back climbed rose went moved crept ticked edged inched pushed gone jumped shot took bumped")
_MOTION_STEMS = wordset("inch climb ris go mov creep tick edg push jump")


def _after(t: Tokens, m: Mention) -> None:
    k = m.b
    word = t.at(k)
    if word not in _AFTER_FIRST and word not in DASHES:
        return
    first = "-" if word in DASHES else word
    for length in (3, 2, 1):
        key = (first, *t.low[k + 1 : k + length])
        if len(key) == length and key in _AFTER:
            if key == ("plus",) and not (t.is_glued(k) or t.kind_at(k + 1) == "w"):
                return
            if key == ("plus",) and t.at(k + 1) in ("a", "an", "the") or t.at(k + length) == "than":
                return
            if key in (("and", "more"), ("maximum",), ("max",)) and t.at(k + length) not in ("", ".", ",", "!", ";"):
                return
            if key == ("at", "least") and t.kind_at(k + 2) == "n":
                return
            if m.bound in ("exact", "vague") or m.bound == "approximate" and _AFTER[key] != "approximate":
                m.bound = _AFTER[key]
                m.final = False
            m.b = k + length
            return


def width(value: float, step: float) -> float:
    """Half the width of an approximate value; see the rounding rule in the module's docstring."""
    size = abs(value)
    return min(max(step / 2, LEAST_WIDTH * size), MOST_WIDTH * size)


def set_limits(m: Mention, vague: dict[str, float]) -> None:
    """Fill low and high from value, bound and the floors of vague words."""
    if m.vague is not None:
        floor = vague.get(m.vague, m.low if m.low is not None else 0.0)
        m.low, m.high, m.bound = floor, None, "vague"
        return
    if m.final or m.value is None:
        return
    value = m.value
    if m.bound == "approximate":
        half = width(value, m.step)
        m.low, m.high = value - half, value + half
    elif m.bound in ("at_least", "more_than"):
        m.low, m.high = value, None
    elif m.bound in ("at_most", "fewer_than"):
        m.low, m.high = None, value
    elif m.bound != "range":
        m.low = m.high = value
