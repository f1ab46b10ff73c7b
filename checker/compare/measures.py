"""Measures: which are one, which are a part of another, which only grow."""

from __future__ import annotations

from checker.schema import Quantity

# Running totals of one event: a later, larger figure is growth, not contradiction.
CUMULATIVE = frozenset(
    """killed injured casualties hospitalized detained arrested charged evacuated displaced rescued infected
    destroyed damaged homeless downed launched shot affected recovered found vaccinated seized delayed cancelled
    returned exchanged freed released counted raised trapped stranded attended without_power burned burned_area spilled escaped
    recaptured captured doses derailed accounts hit closed rescued survived"""
    .split()
)  # fmt: skip
# Running figures that may go either way while an event lasts.
RUNNING = frozenset({"missing", "trapped", "stranded", "hospitalized", "without_power", "homeless", "burned"})
# measure -> the measure that it is a part of
PART_OF = {
    "hospitalized": "injured",
    "critical": "injured",
    "killed": "casualties",
    "injured": "casualties",
}


# Two measures of one thing that exclude each other at one value: "a profit of 312 million" against "a loss of 312 million".
SWAPPED = (frozenset({"killed", "injured"}), frozenset({"profit", "loss"}))


# Measures that news uses for one thing in one kind of event and not in another: miners who are trapped are missing. Words
# decide, not the table.
KIN = tuple(
    frozenset(row.split())
    for row in ("missing trapped", "trapped stranded", "exchanged freed", "exchanged returned", "freed returned", "evacuated displaced",
                "rescued survived", "kidnapped detained", "destroyed damaged", "fine damage", "deal_value price")
)  # fmt: skip


def kin(a: str | None, b: str | None) -> bool:
    """Whether two measures may stand for one thing."""
    return frozenset({a, b}) in KIN


def measure_of(quantity: Quantity) -> str | None:
    """The quantity's measure; the share of voters that took part is the turnout, whatever the verb."""
    if quantity.kind == "percent" and quantity.measure in ("attended", "voted"):
        return "turnout"
    return quantity.measure


def meets(a: str | None, b: str | None) -> bool:
    """Whether two measures can bound each other at all."""
    return a == b or PART_OF.get(a or "") == b or PART_OF.get(b or "") == a


def family(measure: str | None) -> str | None:
    """The measure under which assertions are gathered into one fact."""
    return "injured" if measure == "hospitalized" else measure
