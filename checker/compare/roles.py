"""Part and whole, per-each and total: how the roles of two quantities let them differ without conflict."""

from __future__ import annotations

import re

from checker.compare.intervals import Comparison, compare, interval
from checker.schema import Claim, Quantity

# "1,000 each" and "2,000 in all": exchanges and pairs name two sides, rarely more than a handful.
MOST_SIDES = 6


def compare_roles(a: Quantity, b: Quantity, *, tolerance: float = 0.0) -> Comparison:
    """Compare two quantities of one measure, place and time, minding their roles. Symmetric.

    A part can never exceed its whole; a figure "each" meets a total that is a small multiple of it; "another
    seven" says nothing about the total.
    """
    roles = {a.role, b.role}
    plain = compare(a, b, tolerance=tolerance)
    if plain.result == "conflicting" and any(_of_somebody(z) for z in (a, b)):
        return Comparison("incomparable", "somebody_unhurt", "one figure says of somebody that nothing happened to them, not that nobody was")
    if plain.result == "incomparable" or roles == {"total"} or 0 in (a.high, b.high):
        return plain
    if a.role == b.role:
        if a.role == "part" and plain.result == "conflicting":
            return Comparison("incomparable", "two_parts", "two parts need not be the same part")
        return plain
    if "additional" in roles:
        return Comparison("incomparable", "additional", "one figure comes on top of another")
    if "each" in roles:
        each, other = (a, b) if a.role == "each" else (b, a)
        if each.value and other.value and other.role == "total":
            times = other.value / each.value
            if times == round(times) and 2 <= times <= MOST_SIDES:
                return Comparison("compatible", "per_each", f"{each.text} for {times:.0f} makes {other.text}")
        if plain.result != "conflicting":
            return Comparison("compatible", "per_each", "one figure is for each of several")
        return Comparison("incomparable", "per_each", "one figure is for each of several, the other a total")
    part, whole = (a, b) if a.role == "part" else (b, a)
    return part_of(part, whole, plain)


_SPECIFIC_ZERO = re.compile(r"(?:\w*n['’]t|not|un\w+)\b", re.IGNORECASE)


def _of_somebody(quantity: Quantity) -> bool:
    """ "The officers were not injured", "her cousin was unhurt", "nobody else": zeros of some people only."""
    if quantity.high != 0 or quantity.measure is None:
        return False
    return quantity.role == "additional" or quantity.role == "part" and _SPECIFIC_ZERO.match(quantity.text) is not None


def is_whole(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure without a measure is only named as the whole of a part: "61 of the 84 drones were shot down"."""
    return quantity.measure is None and quantity.role == "total" and any(
        z.of is not None and z.of == quantity.value and z.start != quantity.start for z in claim.quantities
    )


def part_of(part: Quantity, whole: Quantity, plain: Comparison | None = None) -> Comparison:
    """Whether `part` fits into `whole`: its least value must not exceed the whole's greatest."""
    plain = plain or compare(part, whole)
    if plain.result == "incomparable":
        return plain
    low = interval(part, rounding=True).low
    high = interval(whole, rounding=True).high
    if low is not None and high is not None and low > high and "vague" not in (part.bound, whole.bound):
        return Comparison("conflicting", "part_exceeds_whole", "the part is larger than the whole", low - high)
    return Comparison("compatible", "part_of_whole", "one figure is a part of the other")
