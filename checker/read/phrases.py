"""Noun phrases by their shape, left or right of a word: who stands before "said", whom "according to" names."""

from __future__ import annotations

from checker.read.tokens import POSSESSIVE, Tokens
from checker.read.verbs import (
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SPEAKER_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)

LONGEST = 16  # words of a noun phrase
# Prepositions that stay inside the phrase of a speaker: "head of sales for the bank", "officials in Kyiv".
_INNER = frozenset({"of", "for", "in", "at", "from", "with", "on"})
_BREAKS = frozenset({"but", "or", "meanwhile", "however", "and/or", "then", "thus", "therefore", "not", "there"})
# Participles that are adjectives before a noun.
_ADJECTIVES = frozenset(
    """retired injured wounded armed elected appointed united unnamed unidentified detained displaced accused alleged
    so-called convicted masked affected concerned interested experienced red limited registered related uninjured
    involved exiled jailed sacked newly-elected married blessed sacred hundred speed seed""".split()
)
_TO_ROLES = frozenset(
    "ambassador envoy adviser advisor aide assistant delegate representative counsel ambassadors".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten dozens hundreds thousands several another".split()
)
_PERIODS = frozenset("year weekend summer winter spring autumn".split())
# Forms of reporting verbs that are nouns just as well: "five phone calls", "the claim".
_NOUN_FORMS = frozenset(
    """call calls claim claims report reports demand demands hope hopes fear fears post posts tweet tweets estimate
    estimates forecast forecasts pledge pledges promise promises vow vows show shows signal signals dispute disputes
    note notes remark remarks comment comments reply doubt doubts find finds detail details mention blame warning
    ruling finding writing feeling saying hint hints joke jokes boast state states""".split()
)  # fmt: skip
# Irregular past forms that are hardly ever nouns.
_PAST = frozenset(
    """left took made gave went came saw lost won held told sent brought led became began kept met ran got shot struck
    fell rose grew drew drove flew broke spoke chose knew threw wrote stood fought caught taught sought bought sold
    paid said found felt heard sank fled hit put""".split()
)  # fmt: skip
_PARTICIPLE = ("ed", "ing")
_ING_NOUNS = frozenset(
    "acting shooting building meeting hearing morning evening king briefing housing ruling bombing".split()
)


def left_phrase(t: Tokens, stop: int, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase that ends before token `stop`, not reaching below `floor`: (first, stop) or None."""
    i = stop
    while i > floor and stop - i < LONGEST:
        word, low = t.text[i - 1], t.low[i - 1]
        if word in "'’" and i - 2 >= floor and t.low[i - 2].endswith("s") and i < stop and not t.quoted[i - 1]:
            i -= 1  # "the Ground Forces' statement"
            continue
        if not word[0].isalnum() or t.quoted[i - 1] != t.quoted[stop - 1]:
            break
        if low in SUBORDINATORS and not (low == "that" and i - 1 == floor):
            break
        if low in AUXILIARIES or low in _BREAKS:
            break
        if low == "and" and (i - 1 == floor or not _joins(t, i - 1, floor)):
            break
        if low in PREPOSITIONS and low not in _INNER and not _envoy(t, i - 1, floor):
            break
        if (low in PRONOUNS or low in ("we", "i", "you")) and i < stop:
            break
        if low in REPORTING and not t.upper[i - 1] and low not in SPEAKER_NOUNS and low not in _NOUN_FORMS:
            break
        if low in _PAST and not t.upper[i - 1] and i - 1 > floor:
            break
        noun = (
            low.endswith("ing") and i < stop and t.low[i] in ("in", "of", "at", "on", "near")
        )  # "shelling in the region"
        if _verbal(t, i - 1) and not noun and i - 1 > floor and not _after_determiner(t, i - 1):
            break
        i -= 1
    # drop what cannot begin a phrase
    while i < stop and (
        t.low[i] in PREPOSITIONS or t.low[i] in ("and", "even", "just", "still", "also", "only", "yet")
    ):
        preposition = t.low[i] in PREPOSITIONS
        i += 1
        if preposition:
            i = _skip_fronted(t, i, stop)
    while i < stop and (t.low[i] in TIME_WORDS and not t.text[i].endswith(POSSESSIVE)):
        i += 1
    return (i, stop) if i < stop else None


def _skip_fronted(t: Tokens, i: int, stop: int) -> int:
    """Past the object of a fronted preposition without its comma: "In Kyiv officials said"."""
    j = i
    while j < stop and t.low[j] in DETERMINERS:
        j += 1
    moved = False
    while j < stop - 1 and (t.upper[j] or t.low[j] in TIME_WORDS or t.text[j][0].isdigit()) and not _title(t, j):
        j += 1
        moved = True
    return j if moved and j < stop else i


def _envoy(t: Tokens, i: int, floor: int) -> bool:
    """ "ambassador to the UN": this "to" stays inside the phrase."""
    return t.low[i] == "to" and i - 1 >= floor and t.low[i - 1] in _TO_ROLES


def _title(t: Tokens, i: int) -> bool:
    return t.text[i].endswith(".") and len(t.text[i]) > 2


def _joins(t: Tokens, at: int, floor: int) -> bool:
    """Whether "and" joins two parts of one phrase rather than two clauses."""
    if at - 1 < floor or at + 1 >= len(t):
        return False
    left = at - 1
    if t.low[at + 1] in _NUMBER_WORDS or (t.text[at + 1][0].isdigit() and not t.text[left][0].isdigit()):
        return False  # "killed in the capital and 20 were injured"
    if not t.text[left][0].isalnum() or _verbal(t, left) or t.low[left] in TIME_WORDS:
        return False
    return (
        (t.upper[left] and t.upper[at + 1])
        or (t.low[left] in SPEAKER_NOUNS)
        or (not t.upper[left] and not t.upper[at + 1])
    )


def _verbal(t: Tokens, i: int) -> bool:
    low = t.low[i]
    if t.upper[i] and i > 0:
        return False
    if low in _ADJECTIVES or low in _ING_NOUNS or "-" in low:
        return False
    return len(low) > 4 and low.endswith(_PARTICIPLE) and low not in SPEAKER_NOUNS


def _after_determiner(t: Tokens, i: int) -> bool:
    return i > 0 and (t.low[i - 1] in DETERMINERS or t.text[i - 1].endswith(POSSESSIVE))


def right_phrase(t: Tokens, begin: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `begin`: (first, end) or None."""
    i, n = begin, len(t)
    generic = True  # so far no proper name: "officials in Kyiv" goes on, "Ivan Petrenko in Kyiv" does not
    while i < n and i - begin < LONGEST:
        word, low = t.text[i], t.low[i]
        if not word[0].isalnum() or t.quoted[i] != t.quoted[begin]:
            break
        if low in SUBORDINATORS or low in AUXILIARIES or low in _BREAKS or (low in WEEKDAYS and i > begin):
            break
        if low in MONTHS and t.upper[i] and i + 1 < n and t.text[i + 1][0].isdigit():
            break
        if low in PREPOSITIONS:
            if low not in _INNER or i == begin or (not generic and low not in ("of", "for")):
                break
            if i + 1 >= n or (t.low[i + 1] in TIME_WORDS or t.low[i + 1] in MONTHS) or t.text[i + 1][0].isdigit():
                break
            if low in ("in", "on", "at") and (
                t.low[i + 1] in ("a", "an") or not (t.upper[i + 1] or t.low[i + 1] == "the")
            ):
                break  # "police in a statement", "officials on social media"
            if low in ("on", "at") and t.low[i + 1] == "the":
                break  # "said a photographer at the scene"
        elif low == "and":
            if i + 1 >= n or not ((t.upper[i + 1] and t.upper[i - 1]) or t.low[i - 1] in SPEAKER_NOUNS):
                break
            if i + 2 < n and t.low[i + 2] in AUXILIARIES:
                break
        elif (
            (low in PRONOUNS and i > begin)
            or (
                low in REPORTING
                and i > begin
                and not t.upper[i]
                and low not in SPEAKER_NOUNS
                and low not in _NOUN_FORMS
            )
            or (i > begin and _verbal(t, i) and not _after_determiner(t, i))
            or (i > begin and low in DETERMINERS and t.low[i - 1] not in PREPOSITIONS and t.low[i - 1] != "and")
            or (
                i > begin
                and (
                    (low in TIME_WORDS and not t.upper[i])
                    or (low in ("last", "next", "this") and i + 1 < n and t.low[i + 1] in TIME_WORDS | _PERIODS)
                )
            )
        ):
            break
        elif t.upper[i] and not word.endswith(POSSESSIVE) and low not in ("police",):
            generic = False
        i += 1
    while i > begin and (t.low[i - 1] in PREPOSITIONS or t.low[i - 1] in DETERMINERS or t.low[i - 1] == "and"):
        i -= 1
    return (begin, i) if i > begin else None


def strip_determiners(t: Tokens, a: int, b: int) -> int:
    """First token of the phrase without leading determiners and adverbs."""
    while (
        a < b - 1
        and t.low[a + 1] != "of"
        and (t.low[a] in DETERMINERS or t.low[a] in ("meanwhile", "but", "and", "yet", "still", "so", "also", "even"))
    ):
        a += 1
    return a
