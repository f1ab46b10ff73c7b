"""The relation of two claims as a cross-encoder reads it: both texts, the earlier first, with the days between them.

Trained by `models/relation/train.py` on events written for this project. It is one voice of the judge: figures that met are
decided by the interval rules, and this model is heard where words decide, and on whether two figures count one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from checker.schema import Claim

# Conflict and dispute are one class: who speaks tells them apart.
CLASSES = ("same", "compatible", "update", "undetermined", "against", "different_scope", "unrelated")


def ordered(a: str, b: str, a_day: date | None, b_day: date | None) -> tuple[str, str]:
    """The two texts as the model takes them: the earlier first, and how much later the second is.

    >>> ordered("Nine died.", "Seven died.", date(2025, 5, 3), date(2025, 5, 1))
    ('Seven died.', '2 days later: Nine died.')
    """
    if a_day is None or b_day is None:
        return a, f"Undated: {b}"
    days = (b_day - a_day).days
    if days < 0:
        a, b, days = b, a, -days
    when = "Same day" if days == 0 else "1 day later" if days == 1 else f"{days} days later"
    return a, f"{when}: {b}"


def wordings(a: Claim, b: Claim) -> tuple[tuple[str, str], ...]:
    """The pair as the model takes it; both ways round where no date orders it, so that swapping the claims changes nothing."""
    x, y = (c.times.published.start.date() if c.times.published.start else None for c in (a, b))
    first = ordered(a.text, b.text, x, y)
    return (first,) if x and y and x != y else tuple(sorted((first, ordered(b.text, a.text, y, x))))


def mean_share(rows: Sequence[np.ndarray], classes: Sequence[str]) -> dict[str, float]:
    """The mean of a pair's distributions, by class."""
    return {name: float(p) for name, p in zip(classes, np.mean(rows, axis=0), strict=True)}
