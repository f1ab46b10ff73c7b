"""Who did what to whom: news acts by verb, with subject, object, voice and negation, from word order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from checker.read.events import EVENTS, NOUNY, PARTICLES
from checker.read.gazetteer import gazetteer
from checker.read.phrases import left_phrase, right_phrase, strip_determiners
from checker.read.tokens import POSSESSIVE, Tokens
from checker.read.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, WEEKDAYS

_BE = frozenset("is are was were be been being got gets isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_NEGATIVE = frozenset(
    """not never n't didn't doesn't don't hasn't haven't hadn't wasn't weren't isn't aren't won't cannot can't
    couldn't wouldn't no neither nor""".split()
)
_CONTROL_NEGATIVE = frozenset("refused refuses refuse failed fails declined declines".split())
_NONE = frozenset({"no", "neither", "none", "nobody"})
_NEED_OBJECT = frozenset(
    "deny confirm claim announce reveal acknowledge admit dispute reject dismiss accept approve".split()
)
_RELATIVE = frozenset("who which that".split())
_GROUP = (
    AUXILIARIES
    | _NEGATIVE
    | frozenset(
        "to also then later already effectively reportedly allegedly only just again now still soon recently".split()
    )
)
_TIME_NOUNS = frozenset(
    "weekend yesterday today overnight tonight week month year night morning afternoon evening".split()
)
MOST = 8  # propositions of one sentence, at most


@dataclass(frozen=True)
class Act:
    """One act: token ranges of subject and object (None where absent), the verb and its group."""

    predicate: str  # lemma, with its particle: "shoot down"
    verb: int
    group: int
    subject: tuple[int, int] | None
    object: tuple[int, int] | None
    passive: bool
    negative: bool

    @property
    def actor(self) -> tuple[int, int] | None:
        """Who acted: the subject, or the agent of a passive (kept in `object` by the reader)."""
        return self.subject


def find_acts(t: Tokens, skip: frozenset[int] = frozenset()) -> list[Act]:
    """The acts of a sentence; `skip` holds verbs that only credit somebody."""
    acts: list[Act] = []
    for i in range(len(t)):
        lemma = EVENTS.get(t.low[i])
        if lemma is None or i in skip or (t.upper[i] and i > 0 and not _headline(t)):
            continue
        act = _act(t, i, lemma, acts)
        if act is not None:
            acts.append(act)
            if len(acts) >= MOST:
                break
    return acts


def _headline(t: Tokens) -> bool:
    words = [i for i in range(len(t)) if len(t.text[i]) > 3 and t.text[i][0].isalpha()]
    return len(words) >= 3 and sum(t.upper[i] for i in words) >= 0.75 * len(words)


def _act(t: Tokens, i: int, lemma: str, before: list[Act]) -> Act | None:
    form = t.low[i]
    group = i
    while (
        group > 0
        and (t.low[group - 1] in _GROUP or (t.low[group - 1].endswith("ly") and not t.upper[group - 1]))
        and t.low[group - 1] != "no"
    ):
        group -= 1
    helpers = t.low[group:i]
    if (
        i + 1 < len(t)
        and t.low[i + 1] in ("down", "off", "out", "up")
        and lemma in ("shoot", "call", "take", "carry", "hand", "blow")
    ):
        lemma = f"{lemma} {t.low[i + 1]}"
    negative = any(w in _NEGATIVE for w in helpers)
    left = t.low[i - 1] if i else ""
    be = any(w in _BE for w in helpers)
    passive = (be and not form.endswith("ing") and form != lemma) or (be and form in ("hit", "cut", "shut"))
    infinitive = left == "to"
    if form.endswith("s") and form != lemma and form not in ("pass",) and (be or any(w in _HAVE for w in helpers)):
        return None  # "have orders to"
    if be and form == lemma and form not in ("hit", "cut", "shut", "beat", "quit", "spread") and not infinitive:
        return None  # "is open to talks"
    if form.endswith("ing"):
        if not be:
            return None  # "killing four people" belongs to the clause before; its quantity keeps the measure
        passive = False
    elif group == i and not _finite(t, i, form, lemma):
        return None
    relative = left == "that" and form != lemma  # "the ferry that capsized"
    if (left in DETERMINERS and not relative) or (left in PREPOSITIONS and not infinitive) or left.endswith(POSSESSIVE):
        return None
    subject = _subject(t, group, infinitive, before)
    if subject is not None and any(t.low[x] in _NONE for x in range(max(0, subject[0] - 1), subject[0] + 1)):
        negative = True
    if infinitive and group > 0:
        control = t.low[group - 1]
        negative = negative or control in _CONTROL_NEGATIVE
    obj = _object(t, i + 1)
    if passive:
        agent = _agent(t, i + 1)
        return Act(lemma, i, group, agent, subject, True, negative)
    if (subject is None and obj is None) or (obj is None and lemma in _NEED_OBJECT):
        return None
    if subject is None and not infinitive and group == i and form not in ("killed", "died"):
        return None
    return Act(lemma, i, group, subject, obj, False, negative)


def _finite(t: Tokens, i: int, form: str, lemma: str) -> bool:
    """Whether a verb form without helpers is the verb of a clause, not a noun or participle."""
    if i == 0:
        return False
    left, right = t.low[i - 1], t.low[i + 1] if i + 1 < len(t) else ""
    if left in ("who", "which", "that", "and", "also", "then") or left in PRONOUNS or left in ("we", "i", "you"):
        return form not in NOUNY or left not in ("and",)
    if not t.text[i - 1][0].isalnum():
        return left in (",", ")") and form.endswith("ed") and i > 3 and not right.startswith("by") and (t.word(i + 1))
    if left in DETERMINERS or left in PREPOSITIONS or left in AUXILIARIES or t.text[i - 1][0].isdigit():
        return False
    if form == lemma or (form in NOUNY):
        # "Russia attacks across Ukraine", "forces strike": a subject before, and an object or preposition after
        plural_subject = (left.endswith("s") and not left.endswith(("ous", "ss", "us", "is"))) or t.upper[i - 1]
        if form in ("found", "left", "hit", "cut", "shut"):
            return not left.endswith(("ly", "al", "an")) or t.upper[i - 1]
        if form.endswith("s") and form != lemma:
            # "Russia attacks" but not "Russian attacks", "Russian forces launched"
            return (
                t.upper[i - 1]
                and left not in gazetteer().demonyms
                and t.word(i + 1)
                and right not in EVENTS
                and right not in AUXILIARIES
            )
        return plural_subject and (right in DETERMINERS or right in PREPOSITIONS) and not t.upper[i - 1]
    if form.endswith("ed") and right == "by":
        return True  # reduced passive, read as an act with its agent below
    return True


def _subject(t: Tokens, group: int, infinitive: bool, before: list[Act]) -> tuple[int, int] | None:
    if group == 0:
        return None
    k = _before_time(t, group)
    if k == 0:
        return None
    left = t.low[k - 1]
    if (
        infinitive
        and before
        and before[-1].object
        and not before[-1].passive
        and before[-1].object[1] in (group, group + 1)
    ):
        return before[-1].object  # "caused two bridges to collapse"
    if infinitive and before and before[-1].verb >= group - 3:
        return before[-1].subject
    if left in _RELATIVE:
        stop = k - 1
        if stop > 0 and t.low[stop - 1] == ",":
            stop -= 1
        return _phrase(t, stop)
    if left == "and" and k > 1 and t.low[k - 2] == ",":
        phrase = right_phrase(t, 0)  # a second verb after a comma goes back to the sentence's subject
        return (strip_determiners(t, *phrase), phrase[1]) if phrase and phrase[1] < k else None
    if left == "and":
        return (before[-1].subject if not before[-1].passive else before[-1].object) if before else None
    if left == ",":
        j = k - 2
        while j > 0 and k - j < 20 and t.low[j] != ",":
            j -= 1
        return _phrase(t, j) if j > 0 and t.low[j] == "," else None
    return _phrase(t, k)


def _phrase(t: Tokens, stop: int) -> tuple[int, int] | None:
    phrase = left_phrase(t, stop) if stop > 0 else None
    if phrase is None:
        return None
    a = strip_determiners(t, *phrase)
    # "has in the past dismissed": the phrase is an adjunct inside the verb group
    k = a - 1
    while k > 0 and t.low[k] in DETERMINERS:
        k -= 1
    if k > 1 and t.low[k] in PREPOSITIONS and t.low[k - 1] in _HAVE | _BE:
        return _phrase(t, k - 1)
    return a, phrase[1]


def _before_time(t: Tokens, k: int) -> int:
    """Left of a time phrase between subject and verb: "storms over the weekend left", "thieves last week took"."""
    if k >= 1 and (t.low[k - 1] in WEEKDAYS or t.low[k - 1] in _TIME_NOUNS):
        j = k - 1
        while j > 0 and (
            t.low[j - 1] in DETERMINERS
            or t.low[j - 1]
            in ("last", "next", "late", "early", "earlier", "on", "over", "during", "past", "later", "in")
        ):
            j -= 1
        return j
    return k


def _object(t: Tokens, j: int) -> tuple[int, int] | None:
    while j < len(t) and (
        t.low[j] in PARTICLES
        or t.low[j] in ("with", "on", "for", "to", "at")
        or (t.low[j].endswith("ly") and not t.upper[j])
    ):
        j += 1
    if j >= len(t) or not t.text[j][0].isalnum() or t.low[j] in AUXILIARIES or t.low[j] in ("that", "by", "in"):
        return None
    if t.low[j] in WEEKDAYS or t.low[j] in _TIME_NOUNS or t.low[j] in ("it", "he", "she", "they"):
        return None
    phrase = right_phrase(t, j)
    if phrase is None:
        return None
    return strip_determiners(t, *phrase), phrase[1]


def _agent(t: Tokens, j: int) -> tuple[int, int] | None:
    for x in range(j, min(len(t) - 1, j + 10)):
        if t.low[x] == "by":
            phrase = right_phrase(t, x + 1)
            return (strip_determiners(t, *phrase), phrase[1]) if phrase else None
        if t.low[x] in (",", ".", ";"):
            return None
    return None


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """An actor or object as text: without a possessive at its end, single blanks."""
    for ending in POSSESSIVE:
        text = text.removesuffix(ending)
    return " ".join(text.split())
