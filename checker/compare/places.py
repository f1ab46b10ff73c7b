"""Places by containment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from checker.schema import Place

PlaceRelation = Literal["same", "within", "contains", "overlap", "disjoint", "unknown"]


def relate_paths(a: tuple[str, ...], b: tuple[str, ...]) -> PlaceRelation:
    """How place `a` lies to place `b`, by their paths from the place outwards. Unknown where one is empty."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    if a[0] in b[1:] or (len(a) < len(b) and b[-len(a) :] == a):
        return "contains"
    if b[0] in a[1:] or (len(b) < len(a) and a[-len(b) :] == b):
        return "within"
    if a[0] == b[0]:
        # one name, other containers: "paris, france" and "paris, texas" differ, "kursk" alone may be either
        return "disjoint" if len(a) > 1 and len(b) > 1 and a[-1] != b[-1] else "same"
    return "disjoint"


def locations(places: Iterable[Place], *, stated: bool | None = None) -> list[Place]:
    """The places where something happened (not actors), all, only stated ones, or only added ones."""
    return [
        p for p in places if p.role in ("location", "target") and p.path and (stated is None or p.added != stated)
    ]


def relate_places(a: Iterable[Place], b: Iterable[Place]) -> PlaceRelation:
    """How two claims' places lie to each other.

    'same' if any two places are the same and none contradicts it; 'within' / 'contains' by the closest pair;
    'overlap' where one claim names several places of which some are the other's; 'disjoint' where no place of one
    lies in one of the other; 'unknown' where either names none.
    """
    left, right = locations(a), locations(b)
    if not left or not right:
        return "unknown"
    # the most precise place of each claim decides: "in Kyiv, Ukraine" is Kyiv
    left, right = most_precise(left), most_precise(right)
    relations = {relate_paths(p.path, q.path) for p in left for q in right}
    same = "same" in relations
    if same and relations <= {"same"}:
        return "same"
    if same:
        return "same" if {p.path for p in left} == {q.path for q in right} else "overlap"
    if "within" in relations:
        return "within"
    if "contains" in relations:
        return "contains"
    return "disjoint" if relations == {"disjoint"} else "unknown"


def most_precise(places: list[Place]) -> list[Place]:
    """The places that contain no other place of the list."""
    return [
        p for p in places
        if not any(q is not p and q.path != p.path and relate_paths(q.path, p.path) == "within" for q in places)
    ]  # fmt: skip
