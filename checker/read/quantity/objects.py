"""Predicates before what is counted: "killed 12", "killed himself and 15 others", "the death toll rose to 12"."""

from __future__ import annotations

from checker.read.quantity.counted import AERIAL, is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.predicates import BOUNDARY, CASUALTIES, FAR, predicates
from checker.read.quantity.tokens import Tokens, wordset
from checker.read.quantity.words import AUXILIARIES, CALENDAR, PREPOSITIONS

NEAR_LEFT = 9
_LEFT_SKIP = (
    wordset(
        "the a an another some also a further about of at least reportedly additional other overnight early late friday "
        "on its their his her our ukraine's russia's just all all-time record total down off over"
    )
    | CALENDAR
)
_NOUN_SKIP_BEFORE = frozenset({"is", "are", "was", "were", "to", "at", "reached", "hit", "of", "stands", "stood", "rose",
                               "rises", "climbed", "climbs", "passed", "topped", "surpassed", "exceeded", "exceeds",
                               "reaches", "reach", "hits", "from", "by", ":", "tops", "passes", "now", "with", "put", "as",
                               "jumps", "jumped", "soars", "soared", "grew", "grows", "least", "up"})  # fmt: skip
_TOLLS = {"toll": "killed", "tolls": "killed", "dead": "killed", "deaths": "killed", "fatalities": "killed",
          "killed": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured", "injuries": "injured",
          "missing": "missing", "arrests": "detained", "arrested": "detained", "detained": "detained",
          "hospitalized": "hospitalized", "infections": "infected", "cases": "infected", "casualties": "casualties",
          "displaced": "displaced", "evacuated": "evacuated", "homeless": "homeless", "rescued": "rescued",
          "hospitalised": "hospitalized", "survivors": "survived", "victims": "casualties"}  # fmt: skip


def find_before(t: Tokens, m: Mention) -> str | None:
    """The predicate straight before the number and its bound ("killed at least 12", "leaving seven")."""
    last = predicates().before
    k = m.a - 1
    skipped = 0
    while k >= 0 and skipped < 5:
        word = t.low[k]
        if skipped == 0 or word not in ("of",):
            for phrase, measure in last.get(word, ()):
                begin = k - len(phrase) + 1
                if begin >= 0 and tuple(t.low[begin : k + 1]) == phrase:
                    if (
                        skipped
                        and phrase[-1] in ("of", "with", "for", "to", "by")
                        and t.at(k + 1) not in ("the", "a", "an", "another", "some")
                    ):
                        continue
                    if _passive_before(t, begin, phrase) or (len(phrase) == 1 and not _fits(t, m, phrase[0], measure)):
                        return None
                    return measure
        if word not in _LEFT_SKIP and not (word.endswith("ly") and t.kind[k] == "w"):
            break
        if word in ("on", "at", "over") and t.at(k + 1) not in CALENDAR and word != "at":
            break
        k -= 1
        skipped += 1
    return None


def before_coordinated(t: Tokens, m: Mention) -> str | None:
    """ "killed himself and 15 others", "killing his wife and two children": the verb of the first object."""
    if t.at(m.a - 1) != "and" or not (is_person(m.counted) or m.single):
        return None
    last = predicates().before
    for k in range(m.a - 2, max(-1, m.a - NEAR_LEFT), -1):
        word = t.low[k]
        for phrase, measure in last.get(word, ()):
            begin = k - len(phrase) + 1
            if measure in CASUALTIES and begin >= 0 and tuple(t.low[begin : k + 1]) == phrase:
                return None if _passive_before(t, begin, phrase) else measure
        if (
            t.kind[k] != "w"
            or word in PREPOSITIONS
            or word in AUXILIARIES
            or word in BOUNDARY
            or word in ("and", "who", "whose")
        ):
            return None
    return None


_NEEDS_COUNTED = wordset("down cut cuts cutting used sent using drew draws drawing took free frees claimed claiming sends exchange hit level save saves close closes strike strikes carrying target targets ordered capture")  # fmt: skip


def _fits(t: Tokens, m: Mention, verb: str, measure: str) -> bool:
    if verb in _NEEDS_COUNTED:
        if measure in ("laid_off",):
            return m.counted in ("job", "position", "worker", "employee", "post", "role", "staff")
        if verb in ("claimed", "claiming"):
            return m.counted == "life" or t.at(m.after) in ("lives",)
        if measure == "launched" or verb == "down":  # "down 12 a barrel"
            return m.counted in AERIAL
        if measure == "hospitalized":
            return t.at(m.after) in ("to",) and t.at(m.after + 1) in ("hospital", "the")
        if measure in ("hit", "won", "attended"):
            return m.counted is not None
        if verb in ("save", "saves", "level"):
            return is_person(m.counted)
    return True


def _passive_before(t: Tokens, begin: int, phrase: tuple[str, ...]) -> bool:
    """ "were launched 12 times", "was shot three times": the number is not the object of a passive."""
    if len(phrase) > 1 and phrase[-1] in ("of", "to", "with"):
        return False
    word = phrase[0]
    if not word.endswith(("ed", "t", "n")):
        return False
    k = begin - 1
    while k >= 0 and t.low[k].endswith("ly"):
        k -= 1
    return t.at(k) in ("was", "were", "been", "being", "is", "are", "be")


def find_toll(t: Tokens, m: Mention) -> str | None:
    """ "The death toll rose to 12", "the number of injured climbs to 30", "Dead: 4"."""
    if t.at(m.a - 1) not in _NOUN_SKIP_BEFORE and t.at(m.a - 2) not in _NOUN_SKIP_BEFORE:
        return None
    lowest = max(0, m.a - FAR)
    for k in range(m.a - 1, lowest - 1, -1):
        word = t.low[k]
        if word in BOUNDARY and word != ":" or word in (",", "and") and k < m.a - 6:
            return None
        if word in _TOLLS and t.kind[k] == "w":
            if word in ("toll", "tolls"):
                return "injured" if t.at(k - 1) in ("injury", "injured", "injuries") else "killed"
            if t.at(k - 1) == "of" and t.at(k - 2) in ("number", "count", "tally", "total", "numbers"):
                return _TOLLS[word]
            if (
                t.at(k - 1) in ("people", "persons", "civilians", "soldiers", "of", "confirmed", "the")
                and "number" in t.low[max(0, k - 6) : k]
            ):
                return _TOLLS[word]
            if word in ("deaths", "fatalities", "injuries", "arrests", "casualties", "cases", "infections"):
                between = t.low[k + 1 : m.a]
                if any(
                    w
                    in (
                        "rose",
                        "rises",
                        "reached",
                        "reach",
                        "climbed",
                        "climbs",
                        "total",
                        "stood",
                        "stands",
                        "hit",
                        "hits",
                        "passed",
                        "topped",
                        "grew",
                        "tops",
                        "jumped",
                        "surpassed",
                        "exceeded",
                        ":",
                    )
                    for w in between
                ):
                    return _TOLLS[word]
    return None
