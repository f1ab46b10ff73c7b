"""Conflict or dispute: whether two contradicting claims come from two sides."""

from __future__ import annotations

from typing import Literal

from checker.compare.sources import resolved, same_speaker
from checker.schema import Claim


def sides(a: Claim, b: Claim, x: str | None = None, y: str | None = None) -> tuple[Literal["conflict", "dispute"], str]:
    """The relation of two claims that cannot both be true, and why. Symmetric.

    A dispute needs two different resolved speakers; one may be the outlet's own voice. Unnamed officials make no
    side. One speaker's words given differently by two publishers are a conflict of reporting.
    """
    left, right = x or a.speaker, y or b.speaker
    same = same_speaker(left, right)
    if same == "same":
        return "conflict", "one speaker, given differently"
    own = [not s for s in (left, right)]
    known = [resolved(s) for s in (left, right)]
    if all(known) and same == "different":
        return "dispute", f"{left} against {right}"
    if any(own) and any(known):
        speaker = left if known[0] else right
        return "dispute", f"{speaker} against the report's own voice"
    return "conflict", "no two resolved sides stand behind the two accounts"
