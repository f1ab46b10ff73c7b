"""Which figures a text names, roughly: only to tell pairs that differ in a figure from the rest."""

from __future__ import annotations

import re

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORDS = {
    word: float(value)
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
    )
}  # fmt: skip
# "one" is mostly no count ("one of the", "no one"), so it is left out.
WORD = re.compile(r"\b(?:" + "|".join(word for word in WORDS if word != "one") + r")\b", re.IGNORECASE)


def figures(text: str) -> frozenset[float]:
    """The numbers in `text`, written in digits or as words up to twenty."""
    digits = {float(match.group().replace(",", "")) for match in DIGITS.finditer(text)}
    return frozenset(digits | {WORDS[match.group().lower()] for match in WORD.finditer(text)})


def differ(a: str, b: str) -> bool:
    """Whether both texts name figures and not the same ones."""
    left, right = figures(a), figures(b)
    return bool(left and right and left != right)
