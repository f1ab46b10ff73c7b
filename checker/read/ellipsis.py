"""Elliptical figures: "Police spoke of 12,000" counts what the sentence before counts."""

from __future__ import annotations

import re

from checker.schema import Claim, Quantity

# How many sentences back the figure that is taken up may be.
REACH = 2
# A figure this many times larger or smaller counts something else.
_MOST_RATIO = 20.0
_SHORT = 16  # words; longer sentences say what they count
_TAKES_UP = re.compile(
    r"\b(?:spoke of|speaks of|put (?:it|the (?:figure|number|count|toll|crowd|turnout))|puts (?:it|the)|gave (?:it|the)|the (?:figure|number|count|tally|total)\b"
    r"|that (?:figure|number)|reckon|estimated|counted|claimed|said|had it at|made it)", re.IGNORECASE,
)  # fmt: skip


def take_up(quantities: tuple[Quantity, ...], text: str, before: list[Claim]) -> tuple[Quantity, ...]:
    """Quantities of a sentence, elliptical ones with the noun and measure of the figure that they take up.

    Args:
        quantities: of the sentence, as read from it alone.
        text: the sentence.
        before: the claims before it in its article, in order.

    Returns:
        The same quantities; a plain count without noun and measure, alone in a short sentence of saying, gets those of
        the nearest total count within two sentences that has a measure and is of a like size.
    """
    bare = [q for q in quantities if q.kind == "count" and q.counted is None and q.measure is None and q.role == "total"]
    others = [q for q in quantities if q.comparable and q.measure and q.kind == "count"]
    if len(bare) != 1 or others or len(text.split()) > _SHORT or not _TAKES_UP.search(text):
        return quantities
    (q,) = bare
    for claim in reversed(before[-REACH:]):
        for r in claim.quantities:
            if r.kind == "count" and r.measure and r.role == "total" and r.value and q.value:
                if max(r.value, q.value) <= _MOST_RATIO * min(r.value, q.value):
                    taken = q.model_copy(update={"measure": r.measure, "counted": r.counted})
                    return tuple(taken if x is q else x for x in quantities)
    return quantities
