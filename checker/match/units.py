"""Units: the parts of an article that tell of one event.

Most articles tell of one event and name others in passing ("last week's crash in another county"). A claim that
names a place in another region than the article's main one opens a unit of its own, so that background never drags
two events together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from checker.compare.spans import aware
from checker.schema import Article, Claim

# Embedding every sentence of a long article buys nothing: its lead and its figures say what it is about.
LEAD_CLAIMS = 8


@dataclass(frozen=True)
class Unit:
    """Claims of one article about one event. `claims` are indices into the run's list of claims."""

    article: int
    claims: tuple[int, ...]
    main: bool
    places: frozenset[tuple[str, ...]]
    regions: frozenset[tuple[str, ...]]
    start: datetime | None
    published: datetime | None


@dataclass
class _Open:
    claims: list[int] = field(default_factory=list)
    places: set[tuple[str, ...]] = field(default_factory=set)
    regions: set[tuple[str, ...]] = field(default_factory=set)


def region(path: tuple[str, ...]) -> tuple[str, ...]:
    """The region-level end of a path: ('kyiv', 'ukraine') for a city there, () for a whole country."""
    return path[-2:] if len(path) >= 2 else ()


def stated_places(claim: Claim) -> set[tuple[str, ...]]:
    """Paths, finer than a country, of the places at which the claim says that something happened."""
    return {
        p.path for p in claim.places if not p.added and p.role in ("location", "target") and len(p.path) >= 2
    }


def units_of(index: int, article: Article, claims: Sequence[Claim], offset: int) -> list[Unit]:
    """Split one article's claims (numbered from `offset` in the run) into units, the main one first."""
    if not claims:
        return []
    main, others = _Open(), []
    carried = {p.path for c in claims[:3] for p in c.places if len(p.path) >= 2 and p.added}
    main.places |= carried
    main.regions |= {region(p) for p in carried}
    current = main
    for number, claim in enumerate(claims):
        places = stated_places(claim)
        regions = {region(p) for p in places}
        if not regions:
            target = current if _continues(claim) else main
        elif number == 0 or not main.regions or regions & main.regions:
            target = main
        else:
            target = next((o for o in others if o.regions & regions), None)
            if target is None:
                target = _Open()
                others.append(target)
        target.claims.append(offset + number)
        if target is not main or number < 3 or regions & main.regions or not main.regions:
            target.places |= places
            target.regions |= regions
        current = target
    local = {offset + i: c for i, c in enumerate(claims)}
    out = []
    for unit in [main, *others]:
        if unit.claims:
            starts = [
                aware(local[i].times.event.start) for i in unit.claims
                if local[i].times.event.start and local[i].times.event.granularity in _FINE
            ]  # fmt: skip
            published = aware(article.published) if article.published else None
            out.append(
                Unit(index, tuple(unit.claims), unit is main, frozenset(unit.places), frozenset(unit.regions),
                     starts[0] if starts else None, published)
            )  # fmt: skip
    return out


_FINE = ("minute", "hour", "part_of_day", "day", "days")


def _continues(claim: Claim) -> bool:
    """A claim that leans on the one before: it has an antecedent, or an attribution that was carried over."""
    return bool(claim.antecedents) or bool(claim.attribution and claim.attribution.carried)
