"""Content words and overlap, for subjects that two claims share."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
STOP = frozenset(
    """a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can could did do does doing down during each either else ever every few for from further
    had has have having he her here hers him his how however i if in into is it its itself just least less many may
    might more most much must my near nearly neither no nor not now of off on once one only or other our out over own
    per said say says saying same she should since so some still such than that the their them then there these they
    this those though through to told too toward under until up upon us very was we were what when where which while
    who whom whose why will with within without would yet you your according added announced claimed confirmed
    reported stated statement officials official people person on monday tuesday wednesday thursday friday saturday
    sunday today yesterday week month year day night morning evening afternoon overnight two three four five six seven
    eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million billion"""
    .split()
)  # fmt: skip
_SUFFIXES = ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem: enough to let "strikes", "striking" and "strike" meet."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    return word.rstrip("e") if len(word) > 4 else word


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """Stems of the content words of `text`."""
    return frozenset(stem(w) for w in _WORD.findall(text) if w.lower() not in STOP)


def overlap(a: str, b: str) -> float:
    """Shared content stems over those of the shorter text, 0 to 1; 0 where one has none."""
    left, right = content(a), content(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
