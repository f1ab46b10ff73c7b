"""Predicates behind what is counted: "12 dead", "12 people were killed", "12 people in the city were killed"."""

from __future__ import annotations

from checker.read.quantity.counted import is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.predicates import BOUNDARY, FAR, HUMAN, predicates
from checker.read.quantity.tokens import Tokens, wordset
from checker.read.quantity.words import AUXILIARIES, CALENDAR, PREPOSITIONS, is_plural

_SKIP = (
    wordset(
        "also still reportedly allegedly believed feared confirmed thought reported presumed left later then since now "
        "already seriously critically severely badly slightly lightly immediately initially instantly safely successfully "
        "both all each so far in total total to be have been being instead again eventually therefore apparently "
        "among those people persons either newly officially accidentally mortally gravely known listed declared found said "
        "subsequently together simultaneously briefly currently tragically sadly suddenly only just who that has had was "
        "were is are overnight today yesterday tonight moderately minorly"
    )
    | CALENDAR
)
_BE = wordset(
    "is are was were be been being get gets got getting left leaves leaving remain remains remained "
    "found feared reported confirmed believed lay lie 're 's declared pronounced"
)
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_NEGATION = frozenset({"not", "never", "n't", "wasn't", "weren't", "isn't", "aren't", "didn't", "hasn't", "haven't"})
_PREPOSITION_BEFORE = wordset("in on at near across by to for during through into against under via per within toward towards")  # fmt: skip


def _phrase_at(table: dict, t: Tokens, k: int):
    for phrase, value in table.get(t.at(k), ()):
        if t.matches(k, phrase):
            return value, k + len(phrase)
    return None


def behind_near(t: Tokens, m: Mention, k: int, table: dict, starts: dict[int, Mention]) -> str | None:
    """The predicate straight behind the noun phrase, over auxiliaries and adverbs."""
    of = t.at(m.a - 1) == "of" or (t.at(m.a - 1) == "the" and t.at(m.a - 2) == "of")
    if (of or t.at(m.a - 1) in _PREPOSITION_BEFORE) and m.role != "part":
        only_reduced = True
        if t.at(m.a - 1) in ("by", "per"):
            return None
    else:
        only_reduced = False
    passive = have = False
    steps = 0
    while k < t.size and steps < 7:
        hit = _phrase_at(table, t, k)
        if hit and not (
            t.low[k] in ("found", "left", "suffered", "confirmed", "reported")
            and hit[1] == k + 1
            and t.low[k] != "suffered"
        ):
            (measure, form), end = hit
            if only_reduced and (passive or form == "finite"):
                return None
            transitive = form == "participle" or (form == "state" and _TRANSITIVE & set(t.low[k:end]))
            if transitive and not passive and (have and form == "participle" or _object_follows(t, end, starts)):
                return None
            if measure == "shot" and not passive and t.at(end) == "at" and t.at(end + 1) in _SHOT_AT:
                return None  # "an officer shot at her"
            if form == "participle" and t.at(end) in ("up", "out", "off") and end == k + 1:
                return None
            if t.low[k] in ("fatally", "critically", "seriously") and end == k + 1:
                if t.kind_at(end) == "w":
                    k, steps = k + 1, steps + 1
                    continue
                m.role = "part"  # "four were shot, one fatally"
            return _both(t, measure, end, main=m.value == 1 and not passive)
        word = t.low[k]
        if word in _NEGATION:
            return None
        if word in _BE:
            passive = True
        elif word in _HAVE:
            # "is believed to have shot a guard": active again, until "been" says otherwise
            have, passive = True, False
        elif word in _SKIP or word in AUXILIARIES or (word.endswith("ly") and t.kind[k] == "w"):
            pass
        elif word in ("as", "in") and t.at(k + 1) in ("the", "many"):
            return None
        else:
            return None
        k += 1
        steps += 1
    return None


def find_behind(t: Tokens, m: Mention) -> str | None:
    """Return the measure of the predicate behind a subject such as "nobody", straight or over phrases."""
    table = predicates().behind
    return behind_near(t, m, m.after, table, {}) or (behind_far(t, m, table, {}) if m.head >= 0 else None)


def of_relative_clause(t: Tokens, k: int) -> tuple[str | None, str | None]:
    """Measures of the relative clause that opens at `k`, and of the main verb behind it: "who were shot died"."""
    table = predicates().behind
    found: list[str] = []
    n, last = k + 1, min(t.size, k + FAR)
    while n < last and t.low[n] not in (".", ";") and len(found) < 2:
        hit = _phrase_at(table, t, n)
        if hit is None or found and not (hit[0][1] == "finite" or t.low[n - 1] in _BE or t.low[n - 2] in _BE):
            if found and t.low[n] in BOUNDARY:
                break
            n += 1
            continue
        (measure, _), n = hit
        found.append(measure)
    return (*found, None, None)[0], (*found, None, None)[1]


_SHOT_AT = wordset("him her them police officers deputies two three another each someone people us me it")
_TRANSITIVE = frozenset({"shot", "gunned", "stabbed", "killed", "wounded", "beaten", "injured", "struck"})


def _object_follows(t: Tokens, k: int, starts: dict[int, Mention]) -> bool:
    """ "four gunmen killed 12 people": a noun phrase behind the verb makes what stands before it the actor."""
    word = t.at(k)
    if k in starts and starts[k].kind in ("count", "loose") and t.at(starts[k].b) not in ("times",):
        return True
    if not word or t.kind_at(k) != "w":
        return False
    if word in ("a", "an", "the", "his", "her", "their", "its", "another", "each", "at") or word in (
        "him",
        "her",
        "them",
        "it",
        "us",
    ):
        return word != "at" or t.at(k + 1) == "least"
    if word in CALENDAR or word in PREPOSITIONS or word in AUXILIARIES:
        return False
    if t.is_name(k) and not t.title_case:
        return True  # "another gunman killed Davis"
    return (
        is_plural(word)
        and not t.is_name(k)
        and word not in ("hours", "days", "minutes", "weeks", "months", "times", "years")
    )


def behind_far(t: Tokens, m: Mention, table: dict, starts: dict[int, Mention]) -> str | None:
    """ "12 people, among them a girl of seven, in the city of Kharkiv were killed": over phrases to the verb."""
    before = t.at(m.a - 2) if t.at(m.a - 1) == "the" else t.at(m.a - 1)
    if before in _PREPOSITION_BEFORE or before in ("with", "from", "of", "including", "than", "after"):
        return None
    if m.head < 0 and m.kind == "count" and m.role != "part":
        return None
    k, last = m.after, min(t.size, m.after + FAR)
    if t.at(k) == "," and t.at(k + 1) in (
        "including",
        "among",
        "both",
        "all",
        "most",
        "one",
        "mostly",
        "some",
        "two",
        "three",
    ):
        # "4 people, including 2 juveniles, injured in a shootout"
        close = next((n for n in range(k + 2, min(k + FAR, t.size)) if t.low[n] == ","), -1)
        if close > 0:
            measure = behind_near(t, m, close + 1, table, starts)
            if measure:
                return measure
    if t.at(k) in ("and", "or", ","):
        other = next((starts[n] for n in range(k + 1, min(k + 3, t.size)) if n in starts), None)
        if other is None and not (
            t.at(k) == ","
            and t.at(k + 1)
            in ("including", "among", "both", "most", "all", "one", "some", "many", "mostly", "mainly", "two", "three")
        ):
            return None
    while k < last:
        word = t.low[k]
        if word in BOUNDARY or word == "." and t.kind_at(k - 1) == "w" and len(t.low[k - 1]) > 3:
            return None
        if word in ("was", "were", "are", "is", "been") or (word in ("have", "has", "had") and t.at(k + 1) == "been"):
            n, steps = k + 1, 0
            while n < t.size and steps < 4:
                hit = _phrase_at(table, t, n)
                if hit and t.low[n] not in ("found", "left", "reported"):
                    return _both(t, hit[0][0], hit[1], main=True) if _may(m, hit[0][0]) else None
                if t.low[n] in _NEGATION:
                    return None
                if not (t.low[n] in _SKIP or t.low[n] in _BE or t.low[n].endswith("ly")):
                    return None
                n += 1
                steps += 1
            return None
        if word in ("died", "perished", "drowned", "survived", "marched", "protested", "voted") and word in table:
            return table[word][0][1][0] if _may(m, table[word][0][1][0]) else None
        k += 1
    return None


def _may(m: Mention, measure: str) -> bool:
    """Far off, only people can be what happens to people: "2 bridges fell; 7 people were killed"."""
    return measure not in HUMAN or m.counted is None or is_person(m.counted)


def _both(t: Tokens, measure: str, end: int, *, main: bool = False) -> str:
    """ "shot and critically injured" is injured; "a man who had been shot, died" is killed."""
    if measure not in ("shot", "injured"):
        return measure
    k = end
    if t.at(k) in ("and", ","):
        k += 1
        while t.at(k).endswith("ly"):
            k += 1
        second = {
            "killed": "killed",
            "injured": "injured",
            "wounded": "injured",
            "died": "killed",
            "hurt": "injured",
        }.get(t.at(k))
        if second:
            return second
    if main:
        for n in range(end, min(end + FAR, t.size)):
            if t.low[n] in ("died", "dies") and t.at(n - 1) in (",", "later", "has"):
                return "killed"
            if t.low[n] in (";", "but", "while", "when", "after") or (
                t.low[n] == "and" and t.at(n + 1) not in ("later", "died")
            ):
                break
    return measure
