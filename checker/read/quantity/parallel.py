"""Parallel numbers that share one noun: "435 homes at auction and 187 by tender", "by 231 votes to 180"."""

from __future__ import annotations

import itertools

from checker.read.quantity.counted import MAX_WORDS
from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset

_PARALLEL_BEHIND = wordset("by in at from on for against through under over with to")


def share_nouns(t: Tokens, mentions: list[Mention]) -> None:
    """Give the second of two parallel numbers the noun of the first, where it has none of its own.

    "435 homes at auction and 187 by tender", "by 231 votes to 180", "12 wins against 4". The level before a change
    ("up from 12") is left alone: what it counts is of another time.
    """
    for x, y in itertools.pairwise(mentions):
        if y.kind != "count" or x.kind != "count" or y.counted or y.head >= 0 or y.unit or x.head < 0 or not x.counted:
            continue
        gap = t.low[x.head + 1 : y.a]
        if not gap or len(gap) > MAX_WORDS or t.at(y.b) in DASHES or t.is_glued(y.b) and t.kind_at(y.b) == "w":
            continue
        beaten = gap in (["to"], ["against"], ["versus"], ["compared", "with"]) and t.at(x.a - 1) in (
            "by",
            "with",
            "won",
        )
        told_apart = (
            gap[-1] in ("and", "but") and gap[0] in _PARALLEL_BEHIND and t.at(y.b) in _PARALLEL_BEHIND
            and not any(w in _PHRASE_ENDS for w in gap[:-1])
        )  # fmt: skip
        if beaten or told_apart and y.bound != "range":
            y.counted, y.modifiers = x.counted, x.modifiers


_PHRASE_ENDS = wordset(", ; : who which that was were is are had has have")
