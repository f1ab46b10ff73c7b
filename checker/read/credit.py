"""A credit: the place in a sentence that names who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.read.phrases import strip_determiners
from checker.read.tokens import POSSESSIVE, Tokens
from checker.read.verbs import CLAUSE_STARTS, DOCUMENTS, OUTLETS, PRONOUNS, SPEAKER_NOUNS

Position = Literal["pre", "post", "inverted", "according", "headline"]


@dataclass(frozen=True)
class Credit:
    """A place in a sentence that credits somebody.

    `a`..`b` are the speaker's tokens, `verb` the index of the verb (or of "according"); `content` is the token range
    that the speaker answers for; `embedded` marks credits inside a subordinate clause.
    """

    speaker: str
    a: int
    b: int
    verb: int
    lemma: str
    position: Position
    content: tuple[int, int]
    tail: tuple[int, int] = (0, 0)
    via: tuple[str, ...] = ()
    embedded: bool = False
    weight: int = 2


_BY_READERS = frozenset({"show", "find", "suggest", "indicate", "signal", "observe", "conclude"})


def can_speak(t: Tokens, a: int, b: int, takes: str, lemma: str = "") -> bool:
    last = t.low[b - 1]
    if lemma in _BY_READERS and last not in SPEAKER_NOUNS and last not in PRONOUNS:
        return t.upper[b - 1] and lemma not in ("show", "signal")  # "footage shows" is what the outlet sees
    if last in PRONOUNS:
        return last != "it" or takes != "clause"
    if takes == "say":
        return t.text[b - 1][0].isalpha()
    if any(low in SPEAKER_NOUNS for low in t.low[a:b]):
        return True
    return any(t.upper[i] and (i > 0 or b - a > 1 or t.low[i] not in CLAUSE_STARTS) for i in range(a, b))


def credit_name(t: Tokens, a: int, b: int) -> str:
    """The phrase as written, without a comma of an apposition and without a possessive at its end.

    "The ground forces' statement" and "a statement from the ministry" are the forces' and the ministry's words.
    """
    if t.low[b - 1] in DOCUMENTS and b - a > 1:
        for x in range(b - 2, a - 1, -1):
            if t.text[x].endswith(POSSESSIVE) or t.text[x] in ("'", "’"):
                return t.span(a, x).strip() if t.text[x] in ("'", "’") else credit_name(t, a, x + 1)
    for x in range(a + 1, b - 1):
        if t.low[x] in ("from", "by") and t.low[x - 1] in DOCUMENTS:
            return credit_name(t, strip_determiners(t, x + 1, b), b)
    owned = a > 0 and t.low[a - 1] in ("his", "her", "their", "its") and not any(t.upper[a:b])
    text = t.span(a - 1 if owned else a, b).replace(" ,", ",")  # "his office" is not any office
    text = text.replace(", ", " ")
    for ending in POSSESSIVE:
        text = text.removesuffix(ending)
    return " ".join(text.split())


def outlet_in(t: Tokens, a: int, b: int) -> tuple[str, ...]:
    """The outlet named in tokens a..b: its capitalised run, without a country's possessive before it."""
    for x in range(a, b):
        base = t.low[x][:-2] if t.low[x].endswith("'s") else t.low[x]
        if base in OUTLETS and t.upper[x]:
            first, last = x, x
            while first > a and t.upper[first - 1] and not t.text[first - 1].endswith(POSSESSIVE):
                first -= 1
            while last + 1 < b and t.upper[last + 1] and not t.text[last].endswith(POSSESSIVE):
                last += 1
            name = t.span(first, last + 1)
            for ending in POSSESSIVE:
                name = name.removesuffix(ending)
            return (name,)
    return ()
