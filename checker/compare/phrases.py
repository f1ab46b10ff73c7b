"""The words round a quantity, with the number masked: what is counted and what happened to it, without the value."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.schema import Claim, Quantity

MASK = "N"
# A figure that is no plain count keeps its sort of unit, whatever its own was: the phrase should say money, not how much.
_UNITS = {"money": "$N", "percent": "N per cent", "duration": "N days", "fraction": "N per cent", "multiple": "N times"}
# A phrase ends here: punctuation that closes a clause, and conjunctions between clauses.
_BORDER = re.compile(r"[,;:()“”\"\[\]\n]|\s[-–—]\s|—|[.!?](?=\s|$)|\b(?:and|but|while|whereas|after|before|when|as|although|though)\b", re.IGNORECASE)
# A clause with fewer words than this says too little; the next one is taken in as well ("Seven, among them two children, died").
_LEAST_WORDS = 3
_MOST_CHARACTERS = 110
_WORD = re.compile(r"[^\W\d_]{2,}")


def phrase_of(claim: Claim, quantity: Quantity) -> str:
    """The clause that holds the quantity, at most about 110 characters each way, with the quantity as `N`.

    Two figures of one fact have phrases that mean the same ("N people drowned", "a death toll of N") whatever their
    values, so the cosine of the phrases' vectors says whether one thing is counted.
    """
    start, end = quantity.start - claim.start, quantity.end - claim.start
    mask = _UNITS.get(quantity.kind, MASK)
    if quantity.kind == "measurement" and quantity.unit:
        mask = f"{MASK} {quantity.unit}"
    return _clause(claim.text[max(0, start - _MOST_CHARACTERS) : start], mask, claim.text[end : end + _MOST_CHARACTERS])


@lru_cache(maxsize=65536)
def _clause(before: str, mask: str, after: str) -> str:
    """The clause round the mask; kept, since a figure is compared with many others."""
    left = [m.end() for m in _BORDER.finditer(before)]
    right = [m.start() for m in _BORDER.finditer(after)]
    first = before[left.pop() :] if left else before
    last = after[: right[0]] if right else after
    n = 1
    while len(_WORD.findall(first + last)) < _LEAST_WORDS and (left or n <= len(right)):
        if n <= len(right):
            last = after[: right[n]] if n < len(right) else after
            n += 1
        if len(_WORD.findall(first + last)) < _LEAST_WORDS and left:
            first = before[left.pop() :]
        elif not left and n > len(right):
            first = before
    return " ".join(f"{first} {mask} {last}".split())
