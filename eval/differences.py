"""Differences between outlets on the tolls of one incident, against labels that hold ids and numbers only.

A label row: `incident`, `weight` (incidents that it stands for: the sample is drawn in two strata), `articles` (the ids that are
of the incident), `differences` [{`measure`, `a`, `b` (article ids, the earlier first), `a_value`, `b_value`, `relation`}].
A difference is of one incident and one measure: two outlets state different numbers. It is found where the reader takes two
articles of different outlets to state different numbers. The relation is then asked of the judge, on the two claims that state
the labelled numbers, and counts where both were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import numpy as np

from checker.judge import PairContext, judge_pair
from checker.measure.bootstrap import SAMPLES, Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import ratio
from checker.read import read_pair_claim
from checker.read.casualties import TITLE, Stated
from checker.schema import Article, Claim, Finding, FindingPair, Report
from checker.schema.base import Record
from checker.settings import Settings
from eval.errors import NoData
from eval.loaders import source
from eval.stated import MEASURES, Reader, read

LABELS = Path("data/shootings/differences.jsonl")
# What the judge can say of two tolls, and what the labels call it.
RELATIONS = ("conflict", "growth", "correction", "both true")
BOTH_TRUE = frozenset({"scope", "shooter", "bounds"})


class DifferenceScores(Record):
    """Figures with intervals by incident; `relations`: labelled relation -> what was said -> how often."""

    incidents: int
    articles: int
    metrics: dict[str, Estimate]
    relations: dict[str, dict[str, int]]
    missed: tuple[str, ...]


def read_labels(path: Path) -> list[dict[str, Any]]:
    """Label rows.

    Raises:
        EvalError: the file is missing or a line is not a label.
    """
    return source.read_labels(path, ("incident", "weight", "articles", "differences"), "differences")


def by_figures(article: Article) -> dict[str, int | None]:
    """What the checker's reader takes the article to state in figures; people counted from words are left out.

    A list of victims is seldom complete, and two articles read a little differently would differ on most incidents.
    """
    told = read(article)[1]
    return {m: s.value if (s := getattr(told, m)) is not None and s.rule in _IN_FIGURES else None for m in MEASURES}


_IN_FIGURES = frozenset({"figure", "shot, less the dead"})


def measure(
    articles: Mapping[str, Article], labels: Sequence[Mapping[str, Any]], reader: Reader = by_figures, samples: int = SAMPLES,
    *, relations: bool = True,
) -> DifferenceScores:  # fmt: skip
    """Score a reader's differences on the labelled incidents, and with `relations` the judge's word on those it read.

    Raises:
        NoData: none of the labelled articles is there.
    """
    if not any(name in articles for row in labels for name in row["articles"]):
        raise NoData("None of the labelled articles is in what was given. Give the shootings articles.")
    index, groups = group_index([row["incident"] for row in labels])
    table = np.zeros((len(labels), 3))
    told = np.zeros((len(labels), 4))
    confusion: dict[str, Counter] = {name: Counter() for name in RELATIONS}
    missed = []
    for n, row in enumerate(labels):
        known = {name: articles[name] for name in row["articles"] if name in articles}
        counts = {name: reader(article) for name, article in known.items()}
        for m in MEASURES:
            label = next((d for d in row["differences"] if d["measure"] == m), None)
            found = _differ([(known[name].outlet, count.get(m)) for name, count in counts.items()])
            table[n] += row["weight"] * np.array([found and label is not None, found, label is not None])
            if label is None or not relations:
                continue
            said = _relation(known.get(label["a"]), known.get(label["b"]), m, label)
            right = named(label["relation"])
            confusion[right][said] += 1
            told[n] += np.array([said == right != "not read", said != "not read", said == right == "conflict", said == "conflict"])
            if said != right:
                missed.append(f"{row['incident']} {m}: {label['a_value']} and {label['b_value']}, {right}, said {said}")
    sums, spoken = group_sums(table, index, groups), group_sums(told, index, groups)

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        right, found, stated = np.moveaxis(weighted(sums, w), -1, 0)
        out = {"precision": ratio(right, found), "recall": ratio(right, stated), "f1": ratio(2 * right, found + stated)}
        if relations:
            agreed, read, _, _ = np.moveaxis(weighted(spoken, w), -1, 0)
            out["relation_accuracy"] = ratio(agreed, read)
        return out

    differences = sum(len(row["differences"]) for row in labels)
    sizes = {"precision": int((table[:, 1] > 0).sum()), "recall": differences, "f1": differences, "relation_accuracy": int(told[:, 1].sum())}
    return DifferenceScores(
        incidents=len(labels), articles=sum(len(row["articles"]) for row in labels),
        metrics=estimates(statistics, groups, sizes, len(labels), samples),
        relations={name: dict(c.most_common()) for name, c in confusion.items() if c}, missed=tuple(missed),
    )  # fmt: skip


# Relations of a finding that show its reader two unlike tolls.
_SHOWN = frozenset({"conflict", "dispute", "update", "undetermined"})


def measure_report(report: Report, labels: Sequence[Mapping[str, Any]], samples: int = SAMPLES) -> DifferenceScores:
    """Score a finished report over (at least) the labelled articles: what its findings on killed and injured show.

    A difference is found where a finding on the measure sets statements of two outlets of the incident against each other as
    conflict, dispute, update or undetermined; its relation is that of the gravest such pair.

    Raises:
        NoData: the report is of other articles.
    """
    read = {a.id for a in report.articles}
    if not any(name in read for row in labels for name in row["articles"]):
        raise NoData("The report holds none of the labelled articles. Make it over the shootings articles.")
    index, groups = group_index([row["incident"] for row in labels])
    table = np.zeros((len(labels), 5))
    confusion: dict[str, Counter] = {name: Counter() for name in RELATIONS}
    missed = []
    for n, row in enumerate(labels):
        own = set(row["articles"])
        for m in MEASURES:
            label = next((d for d in row["differences"] if d["measure"] == m), None)
            shown = [p for f in report.findings if f.fact == m for p in _pairs_of(f, own)]
            said = min((_of_pair(p) for p in shown), key=(*RELATIONS, "undetermined").index, default="not shown")
            right = named(label["relation"]) if label else None
            loud = said == "conflict"
            table[n] += row["weight"] * np.array([bool(shown and label), bool(shown), label is not None, loud and right == "conflict", loud])
            if right is not None:
                confusion[right][said] += 1
            if said != (right or "not shown"):
                missed.append(f"{row['incident']} {m}: {right or 'no difference'}, report says {said}")
    sums = group_sums(table, index, groups)

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        right, found, stated, true_conflicts, conflicts = np.moveaxis(weighted(sums, w), -1, 0)
        return {"precision": ratio(right, found), "recall": ratio(right, stated), "f1": ratio(2 * right, found + stated),
                "conflict_precision": ratio(true_conflicts, conflicts)}  # fmt: skip

    differences = sum(len(row["differences"]) for row in labels)
    sizes = {"precision": int((table[:, 1] > 0).sum()), "recall": differences, "f1": differences, "conflict_precision": int((table[:, 4] > 0).sum())}
    return DifferenceScores(
        incidents=len(labels), articles=sum(name in read for row in labels for name in row["articles"]),
        metrics=estimates(statistics, groups, sizes, len(labels), samples),
        relations={name: dict(c.most_common()) for name, c in confusion.items() if c}, missed=tuple(missed),
    )  # fmt: skip


def _pairs_of(finding: Finding, own: Set[str]) -> list[FindingPair]:
    """The finding's pairs of two outlets of one incident that show a difference."""
    claims = {c.id: c for c in finding.claims if c.article in own}
    return [p for p in finding.pairs if p.relation in _SHOWN and p.a in claims and p.b in claims and claims[p.a].outlet != claims[p.b].outlet]


def _of_pair(pair: FindingPair) -> str:
    if pair.relation in ("conflict", "dispute"):
        return "conflict"
    if pair.relation == "update":
        return "correction" if "correction" in pair.kinds else "growth"
    return pair.relation


def named(relation: str) -> str:
    """The labelled relation as the judge's answers are counted."""
    return "both true" if relation in BOTH_TRUE else relation


def _differ(stated: Sequence[tuple[str | None, int | None]]) -> bool:
    known = [(outlet, value) for outlet, value in stated if value is not None]
    return any(a != b and x != y for k, (a, x) in enumerate(known) for b, y in known[k + 1 :])


def _relation(a: Article | None, b: Article | None, m: str, label: Mapping[str, Any]) -> str:
    """What the judge says of the two claims that state the labelled numbers; "not read" where one was not read so."""
    sides = [_stating(article, m, label[f"{side}_value"]) for side, article in (("a", a), ("b", b)) if article is not None]
    if len(sides) < 2 or sides[0] is None or sides[1] is None:
        return "not read"
    verdict = judge_pair(sides[0], sides[1], None, PairContext(same_event=True), Settings().judge)
    if verdict.relation in ("conflict", "dispute"):
        return "conflict"
    if verdict.relation == "update":
        return "correction" if "correction" in verdict.kinds else "growth"
    return "both true" if verdict.relation in ("compatible", "different_scope") else verdict.relation


def _stating(article: Article, m: str, value: int) -> Claim | None:
    claims, told = read(article)
    found: Stated | None = told.killed if m == "killed" else told.injured
    if found is None or found.value != value:
        return None
    if found.claim == TITLE:
        return read_pair_claim(article.title or "", id=article.id, outlet=article.outlet, published=article.published)
    return claims[found.claim]
