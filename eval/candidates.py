"""Candidate recall: which claims of one fact are put before the judge at all. What match loses, no judge can find."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from checker.measure.bootstrap import SAMPLES, Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import ratio
from checker.schema.base import Record
from eval.errors import EvalError, NoData
from eval.loaders.own_claims import looks_like
from eval.loaders.source import Source

Pair = frozenset[str]


@dataclass(frozen=True)
class Proposed:
    """What match proposes of claims given as articles: those of one event, those of one fact, and those that are compared
    as propositions; pairs of claim ids. A pair may be in all three."""

    events: frozenset[Pair]
    facts: frozenset[Pair]
    propositions: frozenset[Pair]


class CandidateScores(Record):
    """Recall of gold same-fact pairs at each step, and what it costs: candidates for each gold pair."""

    claims: int
    gold: int
    metrics: dict[str, Estimate]
    lost: tuple[str, ...]


def gold_pairs(rows: Sequence[dict[str, Any]]) -> dict[Pair, tuple[str, bool]]:
    """Pairs of claims that speak of one fact -> (event, whether the fact is a figure)."""
    facts: dict[str, list[dict[str, Any]]] = {}
    figures: set[str] = set()
    for row in rows:
        for said in row["says"]:
            facts.setdefault(said["fact"], []).append(row)
            if said.get("measure") or said.get("low") is not None or said.get("high") is not None:
                figures.add(said["fact"])
    out: dict[Pair, tuple[str, bool]] = {}
    for fact, some in sorted(facts.items()):
        for x, y in itertools.combinations(some, 2):
            if x["claim"] != y["claim"]:
                key = frozenset((x["claim"], y["claim"]))
                out[key] = (x["event"], fact in figures or out.get(key, ("", False))[1])
    return out


def measure(
    source: Source,
    propose: Callable[[Sequence[dict[str, Any]], bool], Proposed] | None = None,
    samples: int = SAMPLES,
) -> CandidateScores:
    """Score match on the claims of the hand-labelled set, each as an article of its own.

    Args:
        source: rows of `claims/*.jsonl`.
        propose: (rows, whether the true events are given) -> candidates; None runs the checker.

    Raises:
        EvalError: the rows are no claims.
        NoData: no two claims speak of one fact.
    """
    if not all(looks_like(row) for row in source.rows):
        raise EvalError(f"{source.path}: holds no claims of the hand-labelled set. Give data/claims/dev.jsonl.")
    gold = gold_pairs(source.rows)
    if not gold:
        raise NoData(f"{source.path}: no two claims speak of one fact, so there is nothing to find.")
    propose = propose or propose_with_checker
    found, told = propose(source.rows, False), propose(source.rows, True)
    event_of = {row["claim"]: row["event"] for row in source.rows}
    keys = sorted(gold, key=sorted)
    candidates = found.facts | found.propositions
    columns = {
        "event_recall": [k in found.events for k in keys],
        "candidate_recall": [k in candidates for k in keys],
        "candidate_recall_true_events": [k in told.facts | told.propositions for k in keys],
    }
    figures = [gold[k][1] for k in keys]
    rows = [(gold[k][0], name, float(hit), 1.0) for name, hits in columns.items() for k, hit in zip(keys, hits, strict=True)]
    for name, some in (("figures", True), ("propositions", False)):
        for metric, having in (("candidate_recall", candidates), ("candidate_recall_true_events", told.facts | told.propositions)):
            rows += [
                (gold[k][0], f"{metric}_{name}", float(k in having), 1.0)
                for k, is_figure in zip(keys, figures, strict=True) if is_figure == some
            ]  # fmt: skip
    rows += [(event_of[min(k)], "candidate_precision", float(k in gold), 1.0) for k in candidates]
    return CandidateScores(
        claims=len(source.rows), gold=len(gold), metrics=_estimates(rows, len(gold), samples),
        lost=tuple(" ".join(sorted(k)) for k in keys if k not in candidates),
    )  # fmt: skip


def _estimates(rows: Sequence[tuple[str, str, float, float]], n: int, samples: int) -> dict[str, Estimate]:
    index, groups = group_index([row[0] for row in rows])
    names = list(dict.fromkeys(row[1] for row in rows))
    tables = {name: np.array([(hit, of) if which == name else (0.0, 0.0) for _, which, hit, of in rows]) for name in names}
    sums = {name: group_sums(table, index, groups) for name, table in tables.items()}

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        totals = {name: weighted(table, w) for name, table in sums.items()}
        return {name: ratio(total[:, 0], total[:, 1]) for name, total in totals.items()}

    return estimates(statistics, groups, {name: int(t[:, 1].sum()) for name, t in tables.items()}, n, samples)


def propose_with_checker(rows: Sequence[dict[str, Any]], true_events: bool) -> Proposed:
    """The checker's events, facts and proposition candidates, with the bundled embedder and the default settings."""
    from checker.match import facts_of, find_events, proposition_candidates
    from checker.match.facts import pairs_of
    from checker.read import read_article
    from checker.settings import MatchSettings
    from eval.records import Document
    from eval.systems.checkers import embedder
    from eval.systems.events import article_of, readings_of

    documents = [
        Document(id=r["claim"], text=r["text"], outlet=r.get("outlet"), published=r.get("published"), gold=r["event"], group=r["event"])
        for r in rows
    ]
    articles = [article_of(document) for document in documents]
    claims = [claim for article in articles for claim in read_article(article)]
    model, settings = embedder(), MatchSettings()
    vectors = model.encode([claim.text for claim in claims])
    phrases = readings_of(claims, model)
    events = _given(articles, claims, [r["event"] for r in rows]) if true_events else find_events(articles, claims, vectors, settings)
    facts: set[Pair] = set()
    propositions: set[Pair] = set()
    for event in events:
        for fact in facts_of(event, claims, vectors, phrases, settings):
            facts |= _named(((claims[i].article, claims[j].article) for i, j in pairs_of(fact, claims, settings)))
        found = proposition_candidates(event, claims, vectors, settings)
        propositions |= _named((claims[c.a].article, claims[c.b].article) for c in found)
    together = itertools.chain.from_iterable(
        itertools.combinations(sorted({claims[n].article for n in event.claims}), 2) for event in events
    )
    return Proposed(_named(together), frozenset(facts), frozenset(propositions))


def _named(pairs: Iterable[tuple[str, str]]) -> frozenset[Pair]:
    return frozenset(frozenset(pair) for pair in pairs if pair[0] != pair[1])


def _given(articles, claims, names: Sequence[str]):
    """Events as the set has them, from the units that the checker reads."""
    from checker.match import Event
    from checker.match.events import find_units

    units = find_units(articles, claims)
    groups: dict[str, list] = {}
    for unit in units:
        groups.setdefault(names[unit.article], []).append(unit)
    return [
        Event(id=name, units=tuple(some), claims=tuple(sorted({n for unit in some for n in unit.claims})))
        for name, some in groups.items()
    ]
