"""What happened to what is counted: the measure of each mention, from patterns of predicates around it.

Without a parser, a predicate is looked for inside the clause, nearest first: the counted noun itself ("12 deaths"),
straight behind the noun phrase ("12 dead", "12 people were killed"), straight before it ("killed 12"), then further
off behind it through prepositional phrases ("12 people in the city were killed"), then by coordination.
"""

from __future__ import annotations

from checker.read.quantity.amounts import find_amount, is_magnitude, is_vote_share
from checker.read.quantity.counted import AERIAL, BARE_GROUPS, is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.objects import before_coordinated, find_before, find_toll
from checker.read.quantity.predicates import CASUALTIES, HUMAN, predicates
from checker.read.quantity.subjects import behind_far, behind_near
from checker.read.quantity.tokens import Tokens, wordset
from checker.read.quantity.words import singular


def set_measures(t: Tokens, mentions: list[Mention]) -> None:
    """Fill `measure` of every mention that may have one, left to right; then hand measures on in coordinations."""
    starts = {m.a: m for m in mentions}
    ends = {m.j - 1 for m in mentions}
    previous: Mention | None = None
    for m in mentions:
        if m.zero:
            previous = None
            continue
        if m.kind == "percent" and is_vote_share(t, m):
            m.measure = "vote_share"
            continue
        if m.kind == "count" and is_magnitude(t, m):
            m.kind, m.measure, m.counted, m.modifiers = "measurement", "magnitude", None, ()
            continue
        if m.kind in ("count", "percent", "fraction", "loose") or (m.kind == "measurement" and m.counted):
            m.measure = _find(t, m, starts)
            if (
                m.measure is None
                and previous is not None
                and previous.measure in CASUALTIES | {"launched", "downed", "destroyed", "damaged", "detained"}
            ):
                m.measure = _inherit(t, previous, m)
            _settle(t, m)
        if m.measure is None and m.kind in ("count", "loose"):
            m.measure = _by_participle(m) or _drawn(t, m)
        if m.measure is None and m.kind in ("percent", "money", "measurement", "duration", "count"):
            m.measure = find_amount(t, m, ends)
        previous = m
    _share_right(t, mentions)


def _find(t: Tokens, m: Mention, starts: dict[int, Mention]) -> str | None:
    behind, _, nouns = predicates()
    if m.counted in ("time", "point", "goal"):
        return None
    whole = starts.get(m.after) if m.role == "part" and m.head < 0 else None
    if whole is not None and whole is not m:
        # "10 of the 45 injured remained in hospital": the predicate stands behind the whole
        k = max(whole.after, whole.b)
        k += t.at(k) in BARE_GROUPS
        return find_before(t, m) or behind_near(t, m, k, behind, starts) or behind_far(t, m, behind, starts)
    measure = _as_noun(t, m, nouns)
    if measure:
        return measure
    measure = behind_near(t, m, m.after, behind, starts)
    if measure == "shot" and find_before(t, m) == "killed":
        return "killed"  # "the death of two people shot near the lake"
    if measure:
        return measure
    measure = find_toll(t, m) or find_before(t, m) or before_coordinated(t, m)
    if measure:
        return measure
    return behind_far(t, m, behind, starts)


def _as_noun(t: Tokens, m: Mention, nouns: dict[str, str]) -> str | None:
    if m.head >= 0:
        head = t.low[m.head]
        name = singular(head)
        pair = f"{t.at(m.head - 1)} {name}"
        measure = nouns.get(pair) if m.head - 1 >= m.b else None
        if measure is None and name in nouns and head not in ("killed",):
            measure = nouns[name]
            if name in ("case",):
                measure = None
        if measure == "attended" and behind_near(t, m, m.after, predicates().behind, {}):
            return None
        if measure and measure not in ("attended", "survived"):
            if name in (
                "death",
                "fatality",
                "killing",
                "injury",
                "casualty",
                "homicide",
                "murder",
                "arrest",
                "slaying",
            ):
                m.counted = "person"
            return measure
        return None
    word = t.at(m.after)
    if word in ("dead", "injured", "wounded", "missing", "homeless", "killed", "hurt") and m.value != 1:
        return predicates().nouns.get(word) or {"hurt": "injured", "missing": "missing"}.get(word)
    return None


def _inherit(t: Tokens, x: Mention, m: Mention) -> str | None:
    """Coordination: "killing six men and four women" gives both numbers the measure."""
    if x.after > m.a:
        return None
    between = t.low[x.after : m.a]
    if m.kind not in ("count", "loose") or m.measure:
        return None
    if (
        not between
        or len(between) > 3
        or any(w not in (",", "and", "or", "plus", "as", "well", "including", "&") for w in between)
    ):
        return None
    return x.measure if m.counted is None or is_person(m.counted) == is_person(x.counted) else None


# "all 1,187 evacuated residents", "the seven trapped miners": the participle before the noun says what happened.
_PARTICIPLES = {
    "evacuated": "evacuated", "injured": "injured", "wounded": "injured", "missing": "missing", "trapped": "trapped", "arrested": "detained",
    "detained": "detained", "displaced": "displaced", "kidnapped": "kidnapped", "abducted": "kidnapped", "rescued": "rescued", "infected": "infected",
    "stranded": "stranded", "deceased": "killed", "slain": "killed", "drowned": "killed",
}  # fmt: skip
_GATHERINGS = wordset("march marches rally rallies protest protests demonstration demonstrations vigil concert festival match parade procession gathering strike game")
_DRAWS = wordset("drew draws drawn attracted attracts")
_CAME = wordset("came marched attended gathered rallied protested turned")


def _by_participle(m: Mention) -> str | None:
    if m.counted is None or not is_person(m.counted):
        return None
    return next((_PARTICIPLES[w] for w in m.modifiers if w in _PARTICIPLES), None)


def _drawn(t: Tokens, m: Mention) -> str | None:
    """ "The march drew 12,000", "forty thousand came": people, left out, at a gathering."""
    if m.counted is not None or m.unit or m.kind != "count" or (m.value or 0) < 10:
        return None
    drew = t.at(m.a - 1) in _DRAWS and any(w in _GATHERINGS for w in t.low[max(0, m.a - 24) : m.a])
    if drew or t.at(m.after) in _CAME:
        m.counted = "person"
        return "attended"
    return None


def _share_right(t: Tokens, mentions: list[Mention]) -> None:
    """ "Two men and three women were killed": the number before the conjunction gets the measure of the one behind."""
    for x, y in zip(mentions[-2::-1], mentions[:0:-1], strict=False):
        if (
            x.measure is None
            and y.measure in HUMAN
            and x.kind == "count"
            and y.kind == "count"
            and is_person(x.counted)
        ):
            between = t.low[x.after : y.a]
            if between and len(between) <= 2 and all(w in (",", "and") for w in between):
                x.measure = y.measure


def _settle(t: Tokens, m: Mention) -> None:
    """Bring the measure in line with what is counted, and name people where the text leaves them out."""
    if m.measure is None:
        return
    if m.counted == "life":
        m.counted = "person"
    if m.measure == "launched":
        if is_person(m.counted):
            m.measure = "laid_off" if t.at(m.a - 1) in ("fired", "fire", "fires", "firing") else None
        elif m.counted in ("round", "shot", "bullet"):
            m.measure = "shots_fired"
    elif m.measure == "returned" and m.counted in ("round", "shot", "bullet"):
        m.measure = "shots_fired"
    elif m.measure == "destroyed" and m.counted in AERIAL - {
        "aircraft",
        "jet",
        "plane",
        "helicopter",
        "bomber",
        "fighter",
        "warplane",
        "weapon",
        "target",
    }:
        m.measure = "downed"
    elif m.measure in ("recovered", "rescued", "found") and m.counted in ("body", "corpse", "remain", "remains"):
        m.measure = "killed"
    elif m.measure == "shot" and m.counted in AERIAL:
        m.measure = "downed"
    elif m.measure in ("damaged", "destroyed", "hit") and is_person(m.counted) and m.measure != "hit":
        m.measure = None
    elif m.measure == "downed" and m.counted is not None and m.counted not in AERIAL:
        m.measure = None if m.head >= 0 and m.counted in ("attack", "assault", "call", "message") else m.measure
    if m.measure in HUMAN:
        if m.counted is None:
            if m.kind in ("count", "loose"):
                m.counted = "person"
        elif (
            m.measure == "shot"
            and not is_person(m.counted)
            or m.measure in ("killed", "injured")
            and m.counted in _NOT_VICTIMS
        ):
            m.measure = None


_NOT_VICTIMS = wordset("time shot point goal bullet wound round occasion hour day minute month year week home house building vehicle car")  # fmt: skip
