"""Total, part, each or additional: how the numbers of a sentence stand to each other."""

from __future__ import annotations

import itertools
from collections import deque

from checker.read.quantity.counted import BARE_GROUPS, is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.predicates import CASUALTIES, predicates
from checker.read.quantity.subjects import of_relative_clause
from checker.read.quantity.tokens import Tokens

_PART_BEFORE = frozenset({"including", "includes", "included", "include", "among"})
_EACH = frozenset({"each", "apiece"})
_GIVEN = frozenset({"count", "percent", "fraction"})
LOOK_BACK = 12


def set_roles(t: Tokens, mentions: list[Mention]) -> None:
    """Fill `role` and `of`; a part without a measure or noun of its own takes them from its whole."""
    earlier: deque[Mention] = deque(maxlen=LOOK_BACK)
    starts = {m.a: m for m in mentions if m.kind == "count"}
    for m in mentions:
        whole = _whole_behind(t, m, starts)
        if whole is not None:
            # "intercepted 70 of 95 drones"
            # (a part of what was launched, but all that was downed: the role stays total)
            m.of, m.counted, m.modifiers = whole.value, whole.counted, whole.modifiers
            if t.at(whole.after) in _RELATIVE and whole.measure is None and m.measure:
                # "two of the four who were shot died": four were shot, two killed; "... remain in hospital": two of the shot
                within, behind = of_relative_clause(t, whole.after)
                whole.measure, m.measure = within, behind if m.measure == within else m.measure
            m.role = "total" if m.measure else "part"
            m.measure = m.measure or whole.measure
            earlier.append(m)
            continue
        if m.kind not in _GIVEN and m.kind != "loose":
            continue
        if (
            t.at(m.after) in _EACH
            or t.at(m.b) in _EACH
            or (t.at(m.after) == "from" and t.at(m.after + 1) in ("each", "both"))
            or (t.at(m.after) == "per" and t.at(m.after + 1) == "side")
        ):
            m.role = "each"
        elif m.role == "part" or _is_part(t, m, earlier):
            if m.role == "part" and m.measure and m.head >= 0 and not _one_of_such(t, m):
                m.role = "total"  # "1,200 of its troops were killed" is all the killed
            else:
                _bind(t, m, earlier)
        elif m.other:
            # "a man was killed and two others injured": two are all the injured; "another seven" and "200 more" add
            # to a number given before, in this sentence or an earlier one
            same = any(x.measure == m.measure for x in earlier)
            others = t.at(m.after - 1) == "others" or "other" in t.low[m.b : m.after]
            if same or not (others or any(x.measure in CASUALTIES for x in earlier)):
                m.role = "additional"
        earlier.append(m)
    _split_siblings(t, mentions)
    _break_down(t, mentions)


def _one_of_such(t: Tokens, m: Mention) -> bool:
    """ "one of the shooting victims", "one of the injured men": the measure is that of them all, not of the one."""
    nouns = predicates().nouns
    return m.value == 1 and (
        m.measure in (nouns.get(f"{t.at(m.head - 1)} {m.counted}"), nouns.get(m.counted or ""))
        or not _STATES.isdisjoint(m.modifiers)
    )


_STATES = BARE_GROUPS | {"deceased", "slain", "trapped", "stranded", "kidnapped", "displaced", "evacuated"}


def _whole_behind(t: Tokens, m: Mention, starts: dict[int, Mention]) -> Mention | None:
    if m.kind != "count" or m.zero or m.head >= 0 and t.at(m.b) == "of":
        return None
    for k in (m.b, m.after):
        if t.at(k) == "of" or t.matches(k, ("out", "of")):
            k += 1 if t.at(k) == "of" else 2
            break
    else:
        return None
    # "two of Oslo's five stations"
    for n in range(k, min(k + 3, t.size)):
        if n in starts:
            return starts[n]
        if t.kind[n] != "w" or not (t.low[n] in ("the", "some", "about", "its", "their") or t.low[n].endswith("'s")):
            return None
    return None


def _is_part(t: Tokens, m: Mention, earlier: deque[Mention]) -> bool:
    if not earlier:
        return False
    word = t.at(m.a - 1)
    if (
        word in _PART_BEFORE
        or (word == "them" and t.at(m.a - 2) == "among")
        or (word == "whom" and t.at(m.a - 2) == "of")
    ):
        return True
    if t.at(m.after) == "of" and t.at(m.after + 1) in ("them", "whom", "which", "those"):
        return True
    # "including two children and three police officers"
    last = earlier[-1]
    if last.role == "part" and last.after <= m.a and m.measure in (None, last.measure):
        between = t.low[last.after : m.a]
        return bool(between) and len(between) <= 2 and all(w in (",", "and") for w in between)
    return False


def _may_hold(whole: Mention, part: Mention, listed: bool) -> bool:
    """Whether one can be a part of the other: "20 people, including 2 officers", not "90 trains ... 2 of 5 stations"."""
    if part.a - whole.b > 4 * LOOK_BACK:
        return False
    if whole.value is not None and part.value is not None and part.value > whole.value and whole.bound == "exact":
        return False
    if part.counted is None or whole.counted is None or part.counted == whole.counted:
        return True
    return is_person(part.counted) == is_person(whole.counted) and (listed or is_person(part.counted))


def _bind(t: Tokens, m: Mention, earlier: deque[Mention]) -> None:
    m.role = "part"
    listed = t.at(m.a - 1) in _PART_BEFORE
    candidates = [x for x in reversed(earlier) if x.role != "part" and x.kind == "count" and _may_hold(x, m, listed)]
    if not candidates:
        return
    # "downed 80 drones over several towns, including 12 over the port": the whole is what something happened to
    whole = next((x for x in candidates if x.measure), candidates[0])
    m.of = whole.value
    if m.measure is None:
        m.measure = whole.measure
    if m.head < 0 and whole.counted is not None and m.counted in (None, "person"):
        m.counted, m.modifiers = whole.counted, m.modifiers or whole.modifiers


_WHOLE = frozenset({"total", "additional"})
_SIBLINGS = frozenset({",", "and", "&"})
_OPENS_LIST = frozenset({",", ":", "(", "-", "\u2013", "\u2014"})
_RELATIVE = frozenset({"who", "that", "which"})


def _split_siblings(t: Tokens, mentions: list[Mention]) -> None:
    """ "four men and two women were killed": neither is the total; both are parts of their sum."""
    run: list[Mention] = []
    for m in (*mentions, None):
        joined = (
            m is not None and run and m.kind == "count" and m.measure == run[-1].measure and m.measure in CASUALTIES
            and m.role in _WHOLE and run[-1].role in _WHOLE and not m.zero and m.counted != run[-1].counted
            and is_person(m.counted) and is_person(run[-1].counted) and run[-1].after < m.a
            and len(t.low[run[-1].after : m.a]) <= 2 and _SIBLINGS.issuperset(t.low[run[-1].after : m.a])
        )  # fmt: skip
        if joined:
            run.append(m)
            continue
        if len(run) > 1:
            whole = sum(x.value for x in run) if all(x.value is not None and x.bound == "exact" for x in run) else None
            for x in run:
                x.role, x.of = "part", whole
        run = [m] if m is not None else []


def _break_down(t: Tokens, mentions: list[Mention]) -> None:
    """ "13 people, 11 males and two females": figures behind a total that add up to it are its parts."""
    counts = [m for m in mentions if m.kind == "count" and m.value is not None and m.bound == "exact" and not (m.zero or m.single)]
    for n, whole in enumerate(counts[:-2]):
        if whole.role != "total":
            continue
        run, total = [], 0.0
        for m in counts[n + 1 : n + 1 + LOOK_BACK]:
            joined = _SIBLINGS.issuperset(t.low[run[-1].after : m.a]) if run else t.at(m.a - 1) in _OPENS_LIST
            if m.role != "total" or m.measure not in (None, whole.measure) or run and not joined:
                break
            if not joined:
                continue
            run.append(m)
            total += m.value or 0.0
            if len(run) > 1 and total == whole.value:
                for part in run:
                    part.role, part.of, part.measure = "part", whole.value, whole.measure
                break


def copy_to_conversions(t: Tokens, mentions: list[Mention]) -> None:
    """ "more than 80 km (50 miles)": a conversion in brackets has the bound and change of what it converts."""
    for x, y in itertools.pairwise(mentions):
        if (
            x.kind == y.kind and x.kind in ("measurement", "money") and x.unit != y.unit
            and y.a - x.b in (1, 2) and "(" in t.low[x.b : y.a] and (x.bound == "range") == (y.bound == "range")
        ):  # fmt: skip
            if x.bound == "range":
                y.change, y.measure, y.counted = y.change or x.change, y.measure or x.measure, y.counted or x.counted
                continue
            if y.bound != "exact" or not x.value or not y.value:
                continue
            y.change, y.measure, y.counted = x.change, y.measure or x.measure, y.counted or x.counted
            if x.bound != "exact":
                y.bound = x.bound
                y.low = None if x.low is None else x.low * y.value / x.value
                y.high = None if x.high is None else x.high * y.value / x.value
