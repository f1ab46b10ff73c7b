"""Facts within an event: assertions of one measure, and claims that say much the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.compare.measures import family, measure_of
from checker.match.events import Event
from checker.schema import Claim, Quantity
from checker.settings import MatchSettings

FOCUS: dict[str, frozenset[str | None]] = {
    "turnout": frozenset({"turnout", "attended", "voted"}),
    "profit": frozenset({"profit", "loss"}),
    "killed": frozenset({"killed", "casualties"}),
    "injured": frozenset({"injured", "hospitalized", "critical", "casualties"}),
}
# Figures of no known measure meet by what they count ("=passenger") or by their unit; the judge asks for like words.
UNMEASURED = "="
_MOST_CLAIMS = 400


@dataclass(frozen=True)
class Fact:
    """Claims of one event with a quantity of one measure. `claims` are indices; `focus` the measures compared."""

    event: Event
    name: str
    focus: frozenset[str | None]
    claims: tuple[int, ...]


@dataclass(frozen=True)
class Candidate:
    """Two claims of one event that say much the same, to be compared as propositions."""

    event: Event
    a: int
    b: int
    cosine: float


def _key(q: Quantity) -> str | None:
    if not q.comparable or q.change in ("up_by", "down_by"):
        return None
    if q.measure is None and q.kind in ("count", "money", "measurement", "percent") and (q.counted or q.unit):
        return UNMEASURED + (q.counted or q.unit or "")
    return family(measure_of(q))


def facts_of(event: Event, claims: Sequence[Claim]) -> list[Fact]:
    """The quantity facts of an event that at least two claims speak of."""
    members: dict[str, set[int]] = {}
    zero: set[int] = set()
    for n in event.claims:
        for q in claims[n].quantities:
            key = _key(q)
            if key == "casualties" and q.high == 0:
                zero.add(n)
            elif key:
                members.setdefault(key, set()).add(n)
    out = []
    for key, numbers in sorted(members.items()):
        chosen = numbers | (zero if key in FOCUS else set())
        if len(chosen) >= 2:
            focus = frozenset({None}) if key.startswith(UNMEASURED) else FOCUS.get(key, frozenset({key}))
            out.append(Fact(event, key.removeprefix(UNMEASURED), focus, tuple(sorted(chosen)[:_MOST_CLAIMS])))
    return out


def pairs_of(fact: Fact, claims: Sequence[Claim], settings: MatchSettings) -> list[tuple[int, int]]:
    """The pairs of a fact's claims to judge, all of them up to the limit, then the nearest in publication."""
    numbers = fact.claims
    pairs = [(i, j) for k, i in enumerate(numbers) for j in numbers[k + 1 :]]
    if len(pairs) <= settings.pairs_per_fact:
        return pairs

    def gap(pair: tuple[int, int]) -> tuple[float, tuple[int, int]]:
        start = [claims[n].times.published.start for n in pair]
        known = all(start) and all(s.tzinfo for s in start if s) == any(s.tzinfo for s in start if s)
        return (abs((start[0] - start[1]).total_seconds()) if known and start[0] and start[1] else 0.0, pair)

    return sorted(pairs, key=gap)[: settings.pairs_per_fact]


def proposition_candidates(
    event: Event, claims: Sequence[Claim], vectors: np.ndarray, settings: MatchSettings
) -> list[Candidate]:
    """Pairs of an event's claims near enough in meaning to be one fact, nearest first, at most the limit."""
    numbers = [n for n in event.claims if claims[n].assertions and np.any(vectors[n]) and claims[n].modality != "question"]
    if len(numbers) < 2:
        return []
    block = vectors[numbers]
    cosine = block @ block.T
    out = []
    for i, j in zip(*np.nonzero(np.triu(cosine, 1) >= settings.proposition_cosine), strict=True):
        a, b = numbers[i], numbers[j]
        if claims[a].article == claims[b].article and claims[a].speaker == claims[b].speaker:
            continue
        if claims[a].text != claims[b].text:
            out.append(Candidate(event, a, b, float(cosine[i, j])))
    return sorted(out, key=lambda c: (-c.cosine, c.a, c.b))[: settings.propositions_per_event]
