"""The relation of two claims as a cross-encoder reads it: both texts, the earlier first, with the days between them.

Trained by `models/relation/train.py` on events written for this project. It is one voice of the judge: figures that met are
decided by the interval rules, and this model is heard where words decide, and on whether two figures count one thing.
"""

from __future__ import annotations

from datetime import date

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
