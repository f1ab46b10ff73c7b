"""Fractions in words: "down a fifth", "nearly a quarter", "three quarters of a billion"."""

from __future__ import annotations

from checker.read.quantity.mention import Mention
from checker.read.quantity.number_words import SCALES, skip_dash
from checker.read.quantity.tokens import DASHES, Tokens, wordset

MOST_PARTS = 100.0
"""A fraction in words has no larger top; "one hundred thirty fifths" is nothing that news writes."""
# "down a fifth", "by nearly a quarter": these words measure; "a third man", "twice a quarter" do not.
_SHARE_BEFORE = wordset(
    "by nearly almost about around roughly over than just only down up least under some approximately"
)
_SHARE_AFTER = wordset("to in from on since this last compared after and or at against more less lower higher were are have had say said as with")  # fmt: skip


def is_a_share(t: Tokens, i: int, word: str) -> bool:
    after = t.at(i + 2)
    if after == "of":
        return True
    if t.at(i - 1) in _SHARE_BEFORE and (t.kind_at(i + 2) != "w" and after not in DASHES or after in _SHARE_AFTER):
        return True
    if word == "quarter" or after in DASHES:
        return False
    return t.kind_at(i + 2) != "w" or after in ("were", "are", "have", "had", "say", "said")


def share_of_scale(t: Tokens, k: int) -> tuple[float, int] | None:
    """The scale that a fraction takes its part of: "(a quarter) of a million", "(three quarters) billion"."""
    if t.at(k) == "of" and t.at(k + 1) in ("a", "one"):
        k += 2
    k = skip_dash(t, k)
    return (SCALES[t.low[k]], k + 1) if t.at(k) in ("million", "billion", "trillion") else None


def fraction_mention(t: Tokens, i: int, end: int, value: float) -> Mention:
    scaled = share_of_scale(t, end)
    if scaled:
        return Mention(i, scaled[1], value * scaled[0], step=scaled[0] / 4, words=True)
    return Mention(i, end, value, step=0.01, kind="fraction", words=True)
