"""The reader's quantities with their spans, for sets whose gold figures have spans."""

from __future__ import annotations

from typing import Any

from checker.schema import Quantity


def figures_of(text: str) -> list[dict[str, Any]]:
    """Every quantity that the reader finds in `text`, dates and ranks included: the set decides what counts."""
    from checker.read.quantities import find_quantities

    return [as_figure(q) for q in find_quantities(text)]


def as_figure(q: Quantity) -> dict[str, Any]:
    """Value ("12", or "3-5" for a range), unit and span. An approximate figure is its number, not what it may round to."""
    if q.value is not None:
        value = f"{q.value:.9g}"
    elif q.low is not None and q.high is not None:
        value = f"{q.low:.9g}" if q.low == q.high else f"{q.low:.9g}-{q.high:.9g}"
    else:
        number = q.low if q.low is not None else q.high
        value = q.text if number is None else f"{number:.9g}"
    if q.bound in ("approximate", "vague"):
        change = "~"
    else:
        change = ">" if q.high is None and q.low is not None else "<" if q.low is None and q.high is not None else "="
    return {"value": value, "unit": q.unit or q.counted, "change": change, "start": q.start, "end": q.end}
