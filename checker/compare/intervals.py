"""Interval algebra for quantities: what two readings of one measure say about each other.

A quantity is an interval with open or closed ends. An exact figure still claims no more precision than it is
written with: "1.2 million" stands for 1.15 to 1.25 million, "3,000" may be a rounded 2,974, "472" is 472.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.schema import Quantity

Result = Literal["equal", "compatible", "conflicting", "incomparable"]

# Counts below this are taken at their word: a toll of 50 is not "47, rounded".
ROUNDED_FROM = 100.0
# A vague word is used up to about the next word on the scale: nobody writes "dozens" of 400.
VAGUE_REACH = 4.0
# These words have no scale of their own: "many" can be any number.
UNSCALED = ("many", "numerous", "some", "countless", "multiple")
# A vague word far below or above a figure is still only doubt, not conflict, within this factor.
VAGUE_DOUBT = 3.0


# What is measured rather than counted is rounded to the last digit that is written: 6 is 5.5 to 6.5.
MEASURED = ("measurement", "percent", "money", "duration")


@dataclass(frozen=True)
class Interval:
    """Limits in one unit; None where open-ended, `*_open` where the limit itself is excluded."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (_below(self, other) or _below(other, self))

    def gap(self, other: Interval) -> float:
        """Distance between two intervals that do not overlap, else 0."""
        if self.overlaps(other):
            return 0.0
        if _below(self, other):
            return (other.low or 0.0) - (self.high or 0.0)
        return (self.low or 0.0) - (other.high or 0.0)


def _below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


@dataclass(frozen=True)
class Comparison:
    """What comparing two quantities gave: the result, the rule that decided it, and the reason in words."""

    result: Result
    rule: str
    reason: str
    gap: float = 0.0
    vague: bool = False


def written_precision(value: float, text: str) -> float:
    """Half the step that the figure is written to, or 0 when it is taken at its word.

    The step is the place of the last significant digit: 0.1 million for "1.2 million", 1000 for "3,000".
    Whole numbers below `ROUNDED_FROM`, and those that end in fewer than two zeros, are taken at their word.
    """
    value = abs(value)
    if value < ROUNDED_FROM or value != math.floor(value):
        return 0.0
    digits = f"{value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros < 2:
        return 0.0
    return 0.5 * 10.0**zeros


def decimal_precision(value: float) -> float:
    """Half a unit of the last digit that a measured value is written to: 0.05 for 5.9, 0.5 for 6."""
    digits = f"{value:.10g}".partition(".")[2]
    return 0.5 * 10.0 ** -len(digits) if "e" not in digits else 0.0


def interval(quantity: Quantity, *, rounding: bool = False) -> Interval:
    """The interval that `quantity` states; with `rounding`, widened to the precision that it is written with."""
    low, high = quantity.low, quantity.high
    if quantity.bound == "vague" and low is not None and high is None:
        unscaled = any(word in UNSCALED for word in quantity.text.lower().split())
        return Interval(low, None if unscaled else low * VAGUE_REACH)
    if rounding and quantity.bound == "exact" and low is not None and low == high:
        half = written_precision(low, quantity.text)
        if quantity.kind in MEASURED:
            half = max(half, decimal_precision(low))
        return Interval(low - half, high + half)
    return Interval(low, high, quantity.bound == "more_than", quantity.bound == "fewer_than")


def compare(a: Quantity, b: Quantity, *, tolerance: float = 0.0) -> Comparison:
    """Compare two quantities of one measure as intervals, part and whole aside (see `compare_roles`).

    Symmetric: swapping the arguments changes neither result nor rule. Converting the unit of one of them changes
    nothing either.

    Args:
        a: a quantity that `comparable` holds for.
        b: likewise.
        tolerance: relative gap of two exact values that still counts as equal.
    """
    if not (a.comparable and b.comparable):
        return Comparison("incomparable", "not_an_amount", f"a {a.kind} and a {b.kind} are not amounts")
    if (a.change or "").endswith("_by") != (b.change or "").endswith("_by"):
        return Comparison("incomparable", "change_against_level", "one is a change, the other a level")
    if a.change and b.change and a.change.split("_")[0] != b.change.split("_")[0] and a.change.endswith("_by"):
        return Comparison("conflicting", "opposite_change", "one went up, the other down")
    converted = _same_unit(a, b)
    if converted is None:
        return Comparison(
            "incomparable", "other_unit", f"{_unit(a)} and {_unit(b)} cannot be converted into each other"
        )
    b = converted
    if a.low is None and a.high is None or b.low is None and b.high is None:
        return Comparison("incomparable", "no_value", "no value is stated")
    vague = "vague" in (a.bound, b.bound)
    exact, wide = (interval(a), interval(b)), (interval(a, rounding=True), interval(b, rounding=True))
    if a.bound == b.bound == "exact" and _close(a.low, b.low, tolerance) and _close(a.high, b.high, tolerance):
        return Comparison("equal", "same_value", "the same value")
    if a.bound == b.bound and a.low == b.low and a.high == b.high:
        return Comparison("equal", "same_bound", "the same value with the same bound")
    if exact[0].overlaps(exact[1]):
        return Comparison("compatible", _overlap_rule(a, b), _overlap_reason(a, b), vague=vague)
    if wide[0].overlaps(wide[1]):
        return Comparison("compatible", "rounding", "one figure is the other, rounded", vague=vague)
    gap = exact[0].gap(exact[1])
    if vague and _within_doubt(*wide):
        return Comparison("conflicting", "vague_apart", "a vague word and a figure that it hardly reaches", gap, True)
    return Comparison("conflicting", "values_apart", "no number satisfies both", gap, vague)


def _within_doubt(a: Interval, b: Interval) -> bool:
    lower, upper = (a, b) if _below(a, b) else (b, a)
    return bool(lower.high) and bool(upper.low) and (upper.low or 0) <= VAGUE_DOUBT * (lower.high or 0)


def _overlap_rule(a: Quantity, b: Quantity) -> str:
    bounds = {a.bound, b.bound}
    if "vague" in bounds:
        return "vague_word"
    if "approximate" in bounds:
        return "approximation"
    if "range" in bounds:
        return "within_range"
    return "bounds"


def _overlap_reason(a: Quantity, b: Quantity) -> str:
    return f"“{a.text}” and “{b.text}” can both be true"


def _close(a: float | None, b: float | None, tolerance: float) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=max(tolerance, 1e-9), abs_tol=1e-9)


def _unit(quantity: Quantity) -> str:
    return quantity.unit or "a plain count"


def _same_unit(a: Quantity, b: Quantity) -> Quantity | None:
    """`b` in the unit of `a`, or None where they cannot be converted."""
    if a.unit == b.unit:
        return b
    if a.kind not in ("measurement", "duration") or b.kind not in ("measurement", "duration"):
        return None
    if not a.unit or not b.unit:
        return None
    converted = {}
    for name in ("low", "high", "value"):
        number = getattr(b, name)
        if number is not None:
            number = convert(number, b.unit, a.unit)
            if number is None:
                return None
        converted[name] = number
    # a converted figure is never written to more digits than its source: 620 miles "is" 1,000 km
    if b.bound == "exact":
        half = max(abs(converted["low"]) * 0.01, 0.0)
        return b.model_copy(
            update={**converted, "low": converted["low"] - half, "high": converted["high"] + half, "unit": a.unit,
                    "bound": "approximate"}
        )  # fmt: skip
    return b.model_copy(update={**converted, "unit": a.unit})


@lru_cache(maxsize=1)
def _registry():
    import pint

    return pint.UnitRegistry(cache_folder=None)


@lru_cache(maxsize=4096)
def convert(value: float, source: str, target: str) -> float | None:
    """`value` in `source` units as `target` units by pint, or None if either is unknown or they differ in dimension."""
    try:
        registry = _registry()
        return float(registry.Quantity(value, source).to(target).magnitude)
    except Exception:  # pint raises a dozen kinds, some of them its parser's own
        return None
