"""A contradiction report against the demonstration's truth: what was planted, what was found, what was made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import Field, ValidationError

from checker.measure.bootstrap import Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import ratio
from checker.schema import Finding, Report
from checker.schema.base import Record
from eval.demo_truth import AGAINST, AGREE, Fact, LabelledPair, Truth, read_truth
from eval.errors import EvalError

__all__ = ["DemoScores", "read_report", "read_truth", "score_demo"]


class Miss(Record):
    """A planted fact that no conflict or dispute finding shows; `reported` says what its pairs were called instead."""

    fact: str
    name: str
    relation: str
    kinds: tuple[str, ...]
    reported: dict[str, int] = Field(description="relation -> pairs; empty where no finding joined the mentions")


class FalseAlarm(Record):
    """A conflict or dispute finding without any pair that the truth calls so."""

    finding: str
    name: str
    relation: str
    truth: dict[str, int] = Field(description="what the truth calls its pairs; 'unlabelled' where it is silent")
    explanation: str
    texts: tuple[str, ...]


class DemoScores(Record):
    """Counts are beside every share, so that 'no data' is told from 0."""

    metrics: dict[str, Estimate]
    counts: dict[str, int]
    misses: tuple[Miss, ...]
    false_alarms: tuple[FalseAlarm, ...]
    false_agreement: tuple[str, ...]
    missed_updates: tuple[str, ...]
    wrong_merges: tuple[str, ...]
    unmatched_mentions: tuple[str, ...]
    confusion: dict[str, dict[str, int]] = Field(description="truth relation -> reported relation -> pairs")


def read_report(path: Path) -> Report:
    """Read a report.json.

    Raises:
        EvalError: it cannot be read or is no report.
    """
    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise EvalError(f"{path}: cannot be read ({error.strerror}). Give a report.json of `checker report`.") from error
    except ValidationError as error:
        raise EvalError(f"{path}: is no report ({error.errors()[0]['msg']}). Give a report.json.") from error


def score_demo(report: Report, truth: Truth) -> DemoScores:
    """Score a report at finding level and at pair level.

    A planted fact is found when a conflict or dispute finding holds claims that overlap the mentions on both sides
    of one of its conflict or dispute pairs, and the finding is of that measure where one sentence speaks of several.
    A reported finding is right when it holds such a pair of any fact. Intervals resample the truth's events.
    """
    found: dict[str, set[str]] = {}
    right: list[tuple[str, float]] = []  # (event, 1 or 0) of each conflict or dispute finding
    alarms, pairs = [], []
    for finding in report.findings:
        met = truth.pairs_of(finding)
        pairs += _pair_rows(finding, truth)
        if finding.relation not in AGAINST:
            continue
        hits = [pair for pair in met if pair.relation in AGAINST]
        right.append((_event(finding, truth), float(bool(hits))))
        for pair in hits:
            found.setdefault(pair.fact, set()).add(finding.id)
        if not hits:
            alarms.append(_alarm(finding, met))
    planted = [fact for fact in truth.facts if any(pair.relation in AGAINST for pair in fact.pairs)]
    best = _best_relations(pairs)
    misses = [_miss(fact, best) for fact in planted if fact.id not in found]
    return DemoScores(
        metrics=_metrics(truth.facts, planted, found, right, pairs, best),
        counts={
            "facts": len(truth.facts), "planted": len(planted), "found": len(planted) - len(misses),
            "findings": len(report.findings), "against_findings": len(right), "false_alarms": len(alarms),
            "labelled_pairs": len(truth.labelled), "labelled_pairs_reported": len(best),
        },
        misses=tuple(misses), false_alarms=tuple(alarms),
        false_agreement=_called(best, truth, AGAINST, AGREE),
        missed_updates=_called(best, truth, ("update",), AGREE + AGAINST + ("different_scope", "unrelated")),
        wrong_merges=_wrong_merges(report, truth),
        unmatched_mentions=truth.unmatched(report),
        confusion=_confusion(best, truth),
    )  # fmt: skip


PairRow = tuple[str, str, LabelledPair | None]  # (event, reported relation, the truth's pair)


def _pair_rows(finding: Finding, truth: Truth) -> list[PairRow]:
    rows: list[PairRow] = []
    for pair in finding.pairs:
        labelled = truth.labelled_of(finding, pair.a, pair.b)
        event = labelled[0].event if labelled else _event(finding, truth)
        rows += [(event, pair.relation, one) for one in labelled] or [(event, pair.relation, None)]
    return rows


def _event(finding: Finding, truth: Truth) -> str:
    """The truth event of most of a finding's articles."""
    events = Counter(truth.event_of.get(claim.article, "none") for claim in finding.claims)
    return min(events, key=lambda name: (-events[name], name))


def _best_relations(pairs: Sequence[PairRow]) -> dict[str, str]:
    """What the report calls each labelled pair: the truth's own word where any finding says it, else the first."""
    best: dict[str, str] = {}
    for _, relation, labelled in pairs:
        if labelled and best.get(labelled.id) != labelled.relation:
            best[labelled.id] = relation if labelled.id not in best or relation == labelled.relation else best[labelled.id]
    return best


def _alarm(finding: Finding, met: Sequence[LabelledPair]) -> FalseAlarm:
    relations = Counter(pair.relation for pair in met) or Counter(unlabelled=len(finding.pairs))
    return FalseAlarm(
        finding=finding.id, name=finding.name, relation=finding.relation, truth=dict(relations),
        explanation=finding.explanation, texts=tuple(f"{c.outlet}: {c.text}" for c in finding.claims),
    )  # fmt: skip


def _miss(fact: Fact, best: dict[str, str]) -> Miss:
    against = [pair for pair in fact.pairs if pair.relation in AGAINST]
    reported = Counter(best[pair.id] for pair in against if pair.id in best)
    return Miss(fact=fact.id, name=fact.name, relation=fact.relation, kinds=fact.kinds, reported=dict(reported))


def _called(best: dict[str, str], truth: Truth, gold: Sequence[str], reported: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        f"{fact.id} {fact.name}: {pair.a} / {pair.b} is {pair.relation}, reported {best[pair.id]}"
        for fact in truth.facts
        for pair in fact.pairs
        if pair.relation in gold and best.get(pair.id) in reported
    )


def _wrong_merges(report: Report, truth: Truth) -> tuple[str, ...]:
    """Findings, and events of the report, that join articles of different truth events."""
    merges = []
    events: dict[str, set[str]] = {}
    for finding in report.findings:
        joined = {truth.event_of[c.article] for c in finding.claims if c.article in truth.event_of}
        events.setdefault(f"{finding.event_id} {finding.event}", set()).update(joined)
        if len(joined) > 1:
            merges.append(f"finding {finding.id} {finding.name}: joins {', '.join(sorted(joined))}")
    merges += [f"event {name}: joins {', '.join(sorted(e))}" for name, e in sorted(events.items()) if len(e) > 1]
    return tuple(merges)


def _confusion(best: dict[str, str], truth: Truth) -> dict[str, dict[str, int]]:
    table: dict[str, Counter] = {}
    for pair in truth.labelled.values():
        table.setdefault(pair.relation, Counter())[best.get(pair.id, "not reported")] += 1
    return {relation: dict(counts) for relation, counts in table.items()}


def _metrics(
    facts: Sequence[Fact], planted: Sequence[Fact], found: dict[str, set[str]], right: Sequence[tuple[str, float]],
    pairs: Sequence[PairRow], best: dict[str, str],
) -> dict[str, Estimate]:  # fmt: skip
    """Shares as sums over events: (name, event, hit, of).

    `pairs_joined` is the recall of what was proposed and shown, before any question of the right relation.
    """
    rows = [("recall", fact.event, float(fact.id in found), 1.0) for fact in planted]
    rows += [("precision", event, hit, 1.0) for event, hit in right]
    for event, relation, labelled in pairs:
        if relation in AGAINST:
            hit = float(labelled is not None and labelled.relation in AGAINST)
            rows.append(("pair_precision", event, hit, 1.0))
            if labelled is not None:
                rows.append(("pair_precision_labelled", event, hit, 1.0))
    for fact in facts:
        for pair in fact.pairs:
            rows.append(("pairs_joined", fact.event, float(pair.id in best), 1.0))
            if pair.relation in AGAINST:
                rows.append(("pair_recall", fact.event, float(best.get(pair.id) in AGAINST), 1.0))
                rows.append(("false_agreement", fact.event, float(best.get(pair.id) in AGREE), 1.0))
    names = (
        "recall", "precision", "pairs_joined", "pair_recall", "pair_precision", "pair_precision_labelled",
        "false_agreement",
    )  # fmt: skip
    if not rows:
        return {name: Estimate(value=None, n=0, groups=0) for name in names}
    index, groups = group_index([row[1] for row in rows])
    sums, counts = {}, {}
    for name in names:
        table = np.array([(hit, of) if row_name == name else (0.0, 0.0) for row_name, _, hit, of in rows])
        sums[name] = group_sums(table, index, groups)
        counts[name] = int(table[:, 1].sum())

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        totals = {name: weighted(table, w) for name, table in sums.items()}
        result = {name: ratio(total[:, 0], total[:, 1]) for name, total in totals.items()}
        p, r = result["precision"], result["recall"]
        return result | {"f1": ratio(2 * p * r, p + r)}

    return estimates(statistics, groups, counts, len(rows))
