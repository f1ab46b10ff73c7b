"""Scope before numbers: whether two quantities are about one measure, population, place, window and actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.compare.alignment import Side, aligned, comparable_kinds
from checker.compare.groups import NARROWING, POPULATIONS, is_person, same_counted
from checker.compare.measures import PART_OF, SWAPPED, measure_of, meets
from checker.compare.phrases import phrase_of
from checker.compare.places import locations, relate_places
from checker.compare.prototypes import Likeness
from checker.compare.spans import hours_between, relate
from checker.compare.words import content, overlap
from checker.judge.context import PairContext
from checker.schema import Assertion, Claim, Quantity
from checker.settings import JudgeSettings

# Two event windows may miss each other by this much and still be one event: "overnight" and "Tuesday morning".
WINDOW_SLACK_HOURS = 36.0
TOLL_SLACK_HOURS = 120.0
# A place this near behind or before a quantity belongs to it: "35 over the Moscow region".
NEAR_CHARACTERS = 60
# What these measures count is people, whatever the noun ("dockers"), unless it is an animal.
OF_PEOPLE = frozenset({"killed", "injured", "missing", "casualties", "hospitalized", "rescued", "evacuated", "displaced",
                       "detained", "trapped", "attended", "homeless", "kidnapped", "shot"})  # fmt: skip
ANIMALS = frozenset("cow cattle sheep horse dog cat pig goat bird fish animal whale chicken pet livestock".split())
TOLLS = frozenset({"killed", "injured", "missing", "casualties", "hospitalized", "rescued", "homeless", "damaged",
                   "destroyed", "evacuated", "displaced", "infected", "trapped"})  # fmt: skip


@dataclass(frozen=True)
class Scope:
    """Whether two quantities meet. `part` names the side whose scope lies inside the other's.

    `strength` orders the meetings of one figure: 3 where both measures are read, 2 and 1 where one or both are known by
    example only, below 1 the alignment model's probability.
    """

    meets: bool
    rule: str
    reason: str
    part: Literal["a", "b"] | None = None
    strength: float = 0.0


def quantity_scope(
    a: Claim, b: Claim, x: Assertion, y: Assertion, context: PairContext, settings: JudgeSettings
) -> Scope:
    """Align measure, counted noun, population, place, window and actor of two quantity assertions."""
    q, r = x.quantity, y.quantity
    assert q is not None and r is not None
    scope = _measure(a, b, q, r, context, settings)
    if not scope.meets:
        return scope
    part, known, strength = scope.part, scope.rule == "measure", scope.strength
    for check in (_counted, _population) if known else (_population,):
        scope = check(a, b, q, r, context)
        if not scope.meets:
            return scope
        part = part or scope.part
    scope = _actor(x, y)
    if not scope.meets:
        return scope
    scope = _window(a, b, q, context)
    if not scope.meets:
        return scope
    scope = _place(a, b, q, r, context)
    if not scope.meets:
        return scope
    return Scope(True, "one_scope", "same measure, population, place and window", part or scope.part, strength)


def _measure(a: Claim, b: Claim, q: Quantity, r: Quantity, context: PairContext, settings: JudgeSettings) -> Scope:
    sides = Side(q, phrase_of(a, q), a.text), Side(r, phrase_of(b, r), b.text)
    like = context.phrases.get((q.start, r.start)) or Likeness(overlap(sides[0].phrase, sides[1].phrase), 0.0)
    left, right = measure_of(q) or like.left, measure_of(r) or like.right
    if q.kind != r.kind and "percent" in (q.kind, r.kind) or not comparable_kinds(q, r):
        return Scope(False, "other_unit", f"a {q.kind} and a {r.kind}")
    if left and right and meets(left, right):
        part: Literal["a", "b"] | None = None
        if left != right:
            part = "a" if PART_OF.get(left) == right else "b"
        known = (q.measure is not None) + (r.measure is not None)
        return Scope(True, "measure", f"both count {left}", part, strength=1.0 + known)
    if left != right and frozenset({left, right}) in SWAPPED:
        return Scope(False, "other_measure", f"{left} and {right} are two measures")
    claims = context.cosine if context.cosine is not None else overlap(a.text, b.text)
    told = context.alone and bool(context.same_event)
    sure = aligned(*sides, like, claims, strict=not told)
    if sure >= (settings.pair_alignment if told else settings.alignment):
        return Scope(True, "aligned", f"in like words, the two count one thing (P = {sure:.2f})", strength=sure)
    if left and right:
        return Scope(False, "other_measure", f"{left} and {right} are two measures")
    return Scope(False, "other_category", f"nothing shows that one thing is counted (P = {sure:.2f})")


def _counted(a: Claim, b: Claim, q: Quantity, r: Quantity, context: PairContext) -> Scope:
    if not q.counted or not r.counted or same_counted(q.counted, r.counted):
        return Scope(True, "counted", "")
    if q.measure in OF_PEOPLE and r.measure in OF_PEOPLE and not {q.counted, r.counted} & ANIMALS:
        return Scope(True, "counted", "both count people")  # "two dockers" and "nobody" hurt
    if is_person(q.counted) and is_person(r.counted):
        return Scope(True, "counted", "both count people")  # populations are compared next
    return Scope(False, "other_category", f"{q.counted} and {r.counted} are counted")


def _narrow(q: Quantity) -> frozenset[str]:
    words = {m.lower() for m in q.modifiers}
    if q.counted:
        words.add(q.counted.lower())
    return frozenset(words & NARROWING)


def _population(a: Claim, b: Claim, q: Quantity, r: Quantity, context: PairContext) -> Scope:
    nations = _nations(q), _nations(r)
    if nations[0] and nations[1] and not nations[0] & nations[1]:
        return Scope(False, "other_population", f"{'/'.join(sorted(nations[0]))}, {'/'.join(sorted(nations[1]))}")
    left, right = _narrow(q), _narrow(r)
    for row in POPULATIONS:
        hit = [next((i for i, group in enumerate(row) if words & group), None) for words in (left, right)]
        if hit[0] is not None and hit[1] is not None and hit[0] != hit[1]:
            return Scope(False, "other_population", f"{'/'.join(sorted(left))} and {'/'.join(sorted(right))}")
    if left and not right:
        return Scope(True, "population", f"{'/'.join(sorted(left))} are a part", "a")
    if right and not left:
        return Scope(True, "population", f"{'/'.join(sorted(right))} are a part", "b")
    return Scope(True, "population", "")


# Demonyms end like this; the reader lower-cases modifiers, so shape is all there is.
_DEMONYM = ("ian", "ese", "ish", "ean", "can", "aeli", "istani", "iqi", "emeni", "eek", "ench", "erman", "utch", "wiss")


def _nations(q: Quantity) -> frozenset[str]:
    return frozenset(
        m for m in q.modifiers if m.endswith(_DEMONYM) and m not in NARROWING and m not in {"can", "human", "african"}
    )


def _actor(x: Assertion, y: Assertion) -> Scope:
    if not x.actor or not y.actor or x.predicate != y.predicate:
        return Scope(True, "actor", "")
    left, right = content(x.actor), content(y.actor)
    if x.predicate in ("launched", "downed", "fired", "attacked", "destroyed") and left and right and not left & right:
        return Scope(False, "other_actor", f"{x.actor} and {y.actor}")
    return Scope(True, "actor", "")


def _window(a: Claim, b: Claim, q: Quantity, context: PairContext) -> Scope:
    # the dead of one event are counted for days ("on Friday" is the count's day), but not for months ("last summer")
    slack = TOLL_SLACK_HOURS if context.same_event and q.measure in TOLLS else WINDOW_SLACK_HOURS
    left, right = a.times.event, b.times.event
    if left.text is None or right.text is None or relate(left, right) in ("unknown", "same", "overlap"):
        return Scope(True, "window", "")
    first, second = (left, right) if relate(left, right) == "before" else (right, left)
    gap = hours_between(first.model_copy(update={"start": first.end or first.start}), second)
    if gap is not None and gap > slack:
        return Scope(False, "other_window", f"“{left.text}” and “{right.text}” are different times")
    return Scope(True, "window", "")


def _place(a: Claim, b: Claim, q: Quantity, r: Quantity, context: PairContext) -> Scope:
    left, right = _near(a, q), _near(b, r)
    if left and right:
        relation = relate_places(left, right)
        if relation == "disjoint":
            return Scope(False, "other_place", f"{left[0].name} and {right[0].name}")
        if relation in ("within", "contains"):
            return Scope(True, "place", "one place lies in the other", None)
    if context.same_event:
        return Scope(True, "place", "")  # matched by the articles; a place further off may be the briefing's
    relation = relate_places(locations(a.places, stated=True), locations(b.places, stated=True))
    if relation == "disjoint":
        names = [locations(c.places, stated=True)[0].name for c in (a, b)]
        return Scope(False, "other_place", f"{names[0]} and {names[1]}")
    return Scope(True, "place", "")


def _near(claim: Claim, quantity: Quantity) -> list:
    return [
        p for p in locations(claim.places, stated=True)
        if p.start is not None and p.end is not None
        and min(abs(p.start - quantity.end), abs(quantity.start - p.end)) <= NEAR_CHARACTERS
    ]  # fmt: skip
