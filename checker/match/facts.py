"""Facts within an event: quantities that count one thing, and claims that say much the same.

Quantities of one measure are one fact. Those of no known measure ("marched 11 passengers into the hills", "the union
spoke of 12,000") join the fact whose figures they are most likely to count with, by the alignment model; those that no
fact takes are clustered among themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from checker.compare.alignment import Side, aligned
from checker.compare.groups import antonyms, implies
from checker.compare.measures import KIN, family, measure_of
from checker.compare.phrases import phrase_of
from checker.compare.prototypes import Likeness, Reading, likeness
from checker.compare.roles import is_whole
from checker.compare.words import content
from checker.match.events import Event
from checker.schema import Claim, Quantity
from checker.settings import MatchSettings

# Measures that can bound or contradict each other, gathered into one fact.
JOINED: dict[str, str] = {"voted": "turnout", "loss": "profit", "critical": "injured"}
_MOST_CLAIMS = 400
# Above so many figures in one event only measures join them: the pairwise model would be quadratic.
_MOST_FIGURES = 500
# A figure joins a fact by the mean of its likeliest matches there, so that a fact of many wordings is no hurdle.
_NEAREST = 3
# A thing that more acts than this are done to is the event itself, and says nothing.
_MOST_ACTS = 60


@dataclass(frozen=True)
class Fact:
    """Claims of one event with a quantity that counts one thing.

    Attributes:
        claims: indices of the claims, ascending.
        focus: where the fact's quantities start in their articles, by claim id.
    """

    event: Event
    name: str
    claims: tuple[int, ...]
    focus: Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Candidate:
    """Two claims of one event that say much the same, to be compared as propositions."""

    event: Event
    a: int
    b: int
    cosine: float


@dataclass(frozen=True)
class Figure:
    """A quantity of an event with the claim it is in."""

    claim: int
    quantity: Quantity
    phrase: str


def figures_of(event: Event, claims: Sequence[Claim]) -> list[Figure]:
    """The quantities of an event that can be compared as amounts."""
    out = []
    for n in event.claims:
        for q in claims[n].quantities:
            if q.comparable and not is_whole(q, claims[n]) and q.change not in ("up_by", "down_by") and (q.measure or q.kind not in ("fraction", "multiple")):
                out.append(Figure(n, q, phrase_of(claims[n], q)))
    return out


def facts_of(
    event: Event, claims: Sequence[Claim], vectors: np.ndarray, phrases: Mapping[str, Reading], settings: MatchSettings
) -> list[Fact]:
    """The quantity facts of an event that at least two claims speak of.

    Args:
        vectors: unit-length vectors of all claims, shape (claims, dim).
        phrases: what the figures' masked phrases count by example, by phrase.
    """
    figures = figures_of(event, claims)
    groups: dict[str, list[Figure]] = {}
    loose: list[Figure] = []
    zeros: list[Figure] = []
    for figure in figures:
        measure = family(measure_of(figure.quantity))
        if measure is None and (reading := phrases.get(figure.phrase)) is not None:
            measure = family(reading.measure)
        if measure is None:
            loose.append(figure)
        elif measure == "casualties" and figure.quantity.high == 0:
            zeros.append(figure)
        else:
            groups.setdefault(JOINED.get(measure, measure), []).append(figure)
    if len(figures) <= _MOST_FIGURES:
        groups = _place(loose, groups, claims, vectors, phrases, settings.alignment)
    for name in ("killed", "injured"):
        if name in groups:
            groups[name] += zeros + [f for f in groups.get("casualties", ()) if f.quantity.high != 0]
    facts = []
    for name, members in sorted(groups.items()):
        numbers = sorted({f.claim for f in members})[:_MOST_CLAIMS]
        if len(numbers) >= 2:
            focus = {claims[n].id: frozenset(f.quantity.start for f in members if f.claim == n) for n in numbers}
            facts.append(Fact(event, name.split("#")[0], tuple(numbers), focus))
    return facts


def _place(loose, groups, claims, vectors, phrases, least: float) -> dict[str, list[Figure]]:
    """Give each figure of no known measure to the fact that it fits best, and cluster the rest."""

    def likely(x: Figure, y: Figure) -> float:
        if x.claim == y.claim:
            return 0.0
        sides = [Side(f.quantity, f.phrase, claims[f.claim].text) for f in (x, y)]
        known = x.phrase in phrases and y.phrase in phrases
        like = likeness(phrases[x.phrase], phrases[y.phrase]) if known else Likeness(0.0, 0.0)
        return aligned(*sides, like, float(vectors[x.claim] @ vectors[y.claim]))

    groups = _join_kin(groups, likely, least)
    out = {name: list(members) for name, members in groups.items()}
    rest = []
    for x in loose:
        best, where = 0.0, None
        for name, members in sorted(groups.items()):
            scores = sorted((likely(x, y) for y in members), reverse=True)[:_NEAREST]
            if scores and sum(scores) / len(scores) > best:
                best, where = sum(scores) / len(scores), name
        if where is not None and best >= least:
            out[where].append(x)
        else:
            rest.append(x)
    if len(rest) > 1:
        distance = np.zeros((len(rest), len(rest)))
        for i, x in enumerate(rest):
            for j in range(i + 1, len(rest)):
                distance[i, j] = distance[j, i] = 1.0 - likely(x, rest[j])
        labels = fcluster(linkage(squareform(distance), "average"), 1.0 - least, "distance")
        for label in sorted(set(labels)):
            members = [x for x, n in zip(rest, labels, strict=True) if n == label]
            out[f"{_name(members)}#{label}"] = members
    return out


def _join_kin(groups: dict[str, list[Figure]], likely, least: float) -> dict[str, list[Figure]]:
    """Join the figures of two measures that may stand for one thing, where their words say that here they do."""
    out = dict(groups)
    for pair in KIN:
        names = sorted(pair)
        if all(name in out for name in names):
            scores = [likely(x, y) for x in out[names[0]] for y in out[names[1]] if x.claim != y.claim]
            if scores and sum(scores) / len(scores) >= least:
                out[names[0]] = [*out[names[0]], *out.pop(names[1])]
    return out


def _name(members: Sequence[Figure]) -> str:
    """What the figures of no known measure count, by their own nouns or unit."""
    nouns = Counter(f.quantity.counted or f.quantity.unit or "" for f in members)
    return min((noun for noun in nouns if noun), key=lambda noun: (-nouns[noun], noun), default="figure")


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
    near = {(int(i), int(j)) for i, j in zip(*np.nonzero(np.triu(cosine, 1) >= settings.proposition_cosine), strict=True)}
    out = []
    for i, j in sorted(near | _one_thing(numbers, claims)):
        a, b = numbers[i], numbers[j]
        if claims[a].article == claims[b].article and claims[a].speaker == claims[b].speaker:
            continue
        if claims[a].text != claims[b].text:
            out.append(Candidate(event, a, b, float(cosine[i, j])))
    return sorted(out, key=lambda c: (-c.cosine, c.a, c.b))[: settings.propositions_per_event]


def _one_thing(numbers: Sequence[int], claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Pairs whose acts are done to one thing and bear on each other, however unlike the sentences: "the depot was not
    hit", and deep in another sentence "the fuel depot had been destroyed".
    """
    acts: dict[str, list[tuple[int, str, str]]] = {}
    for k, n in enumerate(numbers):
        for x in claims[n].assertions:
            if x.kind == "proposition" and x.predicate and x.object:
                for word in content(x.object):
                    acts.setdefault(word, []).append((k, x.predicate, x.polarity))
    out = set()
    for rows in acts.values():
        if len(rows) > _MOST_ACTS:
            continue
        for n, (i, p, left) in enumerate(rows):
            for j, q, right in rows[n + 1 :]:
                if i != j and (antonyms(p, q) if left == right else implies(p, q) or implies(q, p)):
                    out.add((min(i, j), max(i, j)))
    return out
