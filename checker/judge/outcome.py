"""From "cannot both be true" to a relation: time first, then speakers (DESIGN, `update`, `conflict`, `dispute`)."""

from __future__ import annotations

from dataclasses import dataclass

from checker.compare.measures import CUMULATIVE, RUNNING
from checker.compare.sources import same_speaker
from checker.judge.context import PairContext
from checker.judge.sides import sides
from checker.judge.timing import GROWS, PROVISIONAL, REVISES, Timing
from checker.schema import Assertion, Claim, Quantity
from checker.schema.verdict import Kind, Relation


@dataclass(frozen=True)
class Outcome:
    """A relation with the rule that gave it; `missing` names what would decide an undetermined one."""

    relation: Relation
    rule: str
    reason: str
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    missing: str | None = None
    confidence: float = 0.8


def of_numbers(
    a: Claim, b: Claim, x: Assertion, y: Assertion, when: Timing, context: PairContext, *, vague: bool, kind: Kind
) -> Outcome:
    """The relation of two figures of one scope that no number satisfies.

    Where neither figure's measure is known, that of the examples that both phrases are nearest to stands in.
    """
    q, r = x.quantity, y.quantity
    assert q is not None and r is not None
    like = context.phrases.get((q.start, r.start))
    measure = q.measure or r.measure or (like and (like.left or like.right)) or None
    # a count of nobody knows what mostly grows while an event lasts; money and rates do not
    moving = measure in CUMULATIVE or measure in RUNNING or (measure is None and q.kind == r.kind == "count")
    left = q.low if q.low is not None else q.high
    right = r.low if r.low is not None else r.high
    a_higher = (left or 0.0) > (right or 0.0)
    if when.order in ("a_later", "b_later"):
        later, a_is_later = (a, True) if when.order == "a_later" else (b, False)
        later_higher = a_higher == a_is_later
        revises = REVISES.search(later.text) is not None
        earlier = b if a_is_later else a
        if moving and later_higher and _withdrawn(b if a_is_later else a, q if a_is_later else r):
            relation, why = sides(a, b, x.speaker, y.speaker)
            reason = f"the later report repeats a figure that the earlier one had replaced; {why}"
            return Outcome(relation, "superseded_repeated", reason, (kind,), ("stale",), confidence=0.7)
        if moving and later_higher:
            return Outcome("update", "growth", "a running total that grew", ("growth",), confidence=0.85)
        if revises:
            return Outcome("update", "revision", "the later text revises the figure", ("correction",), confidence=0.8)
        if PROVISIONAL.search(earlier.text) and not vague:
            return Outcome("update", "provisional", "the earlier figure was of an unfinished count", ("correction",), confidence=0.75)
        if measure in RUNNING:
            return Outcome("update", "running_figure", "a figure that may also fall", ("correction",), confidence=0.7)
        if moving and not vague and min(left or 0.0, right or 0.0) > 0 and _one_source(a, b, x, y):
            return Outcome("update", "own_correction", "the same source gives less later", ("correction",), confidence=0.7)
        if vague:
            return _doubt("a vague word is far from the figure; a number of the same day is missing")
        relation, why = sides(a, b, x.speaker, y.speaker)
        return Outcome(relation, "values_apart", why, (kind,), confidence=0.75)
    if when.order == "unknown" and moving:
        return Outcome(
            "undetermined", "as_of_missing", "a toll that grew, or two figures of one moment", (kind,),
            missing=_missing_time(a, b), confidence=0.6,
        )  # fmt: skip
    if vague:
        return _doubt("a vague word is far from the figure")
    higher = a if a_higher else b
    if moving and GROWS.search(higher.text) and REVISES.search(higher.text) and not context.one_moment:
        return Outcome("update", "growth_wording", "the higher figure says that the count rose", ("growth",), confidence=0.6)
    relation, why = sides(a, b, x.speaker, y.speaker)
    if when.order == "one_day" and moving and same_speaker(x.speaker, y.speaker) != "same" and relation == "conflict":
        return Outcome(
            "undetermined", "one_day", "two figures of one day, whose hours are not known", (kind,),
            missing="the hour as of which each figure holds", confidence=0.6,
        )  # fmt: skip
    sure = 0.6 if when.order in ("one_day", "unknown") else 0.85
    return Outcome(relation, "values_apart", why, (kind,), confidence=sure)


def _withdrawn(early: Claim, late: Quantity) -> bool:
    """Whether the earlier claim names the later one's figure as the one it replaces: "down to 12 from 15"."""
    return REVISES.search(early.text) is not None and any(
        q.measure == late.measure and q.value is not None and q.value == late.value for q in early.quantities
    )


def _doubt(reason: str) -> Outcome:
    return Outcome(
        "undetermined", "vague_word", reason, ("number",), missing="a figure in place of the vague word", confidence=0.6
    )


def _one_source(a: Claim, b: Claim, x: Assertion, y: Assertion) -> bool:
    if same_speaker(x.speaker or a.speaker, y.speaker or b.speaker) == "same":
        return True
    nobody = not (x.speaker or a.speaker or y.speaker or b.speaker)
    return nobody and a.publisher is not None and a.publisher == b.publisher


def _missing_time(a: Claim, b: Claim) -> str:
    unknown = [c.publisher or c.article for c in (a, b) if c.times.as_of.start is None]
    return "the time as of which the figure holds: " + " and ".join(dict.fromkeys(unknown))
