"""Two labellers on the same pairs: Cohen's kappa overall and by relation, with intervals by event, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import Field

from checker.measure.bootstrap import SAMPLES, Estimate, estimates, group_index, weighted
from checker.measure.classification import accuracy, confusion_by_group, ratio
from checker.schema.base import Record
from checker.schema.verdict import GRAVITY
from eval.dossiers.records import Dossier, DossierPair, SecondLabel, read_labels
from eval.errors import EvalError

SECOND = ("second_pass.jsonl", "second_pass/*.jsonl")


def read_second(folder: Path, paths: Sequence[Path] = ()) -> list[SecondLabel]:
    """The labels of the second pass: those of the set's folder, or of the files given."""
    return read_labels(paths or sorted(path for name in SECOND for path in folder.glob(name)), SecondLabel)


class Disagreement(Record):
    """A pair that the two label differently."""

    a: str
    b: str
    first: str
    second: str
    final: str | None = None
    note: str = ""


class Agreement(Record):
    """How far two labellers agree. Kappa of a relation is that of "this relation or another"."""

    n: int
    overall: dict[str, Estimate] = Field(description="kappa and plain agreement")
    by_relation: dict[str, Estimate]
    first: dict[str, int]
    second: dict[str, int]
    confusion: dict[str, dict[str, int]] = Field(description="first label -> second label -> pairs")
    same_kinds: Estimate = Field(description="share of equal kinds, of the pairs that both call conflict, dispute or update")
    disagreements: tuple[Disagreement, ...]


def kappa(confusion: np.ndarray) -> np.ndarray:
    """Cohen's kappa of confusion matrices (..., k, k): how much of the agreement that chance leaves open is reached.

    nan where chance alone would agree everywhere (both use one label only).
    """
    total = confusion.sum((-2, -1))
    by_chance = ratio((confusion.sum(-1) * confusion.sum(-2)).sum(-1), total**2)
    left = 1 - by_chance
    return np.where(left > 1e-12, ratio(accuracy(confusion) - by_chance, left), np.nan)


def agreement(dossiers: Sequence[Dossier], second: Sequence[SecondLabel], samples: int = SAMPLES) -> Agreement:
    """Hold the second labels against those of the dossiers as first written.

    Raises:
        EvalError: there is no second label, one names no labelled pair, or one pair is labelled twice.
    """
    first = {frozenset((p.a, p.b)): (d.event.id, p) for d in dossiers for p in d.labelled}
    seen: set[frozenset[str]] = set()
    for row in second:
        key = frozenset((row.a, row.b))
        if key not in first or key in seen:
            why = "is no labelled pair of any dossier" if key not in first else "is labelled twice in the second pass"
            raise EvalError(f"second pass: {row.a}, {row.b} {why}. Correct the ids or delete the row.")
        seen.add(key)
    if not second:
        raise EvalError("second pass: there is no label. Give JSONL rows of a, b, relation, kinds with --second.")
    met = [_first(*first[frozenset((row.a, row.b))], row) for row in second]
    number = {name: k for k, name in enumerate(GRAVITY)}
    x = np.array([number[row.first] for _, row in met])
    y = np.array([number[row.second] for _, row in met])
    index, groups = group_index([event for event, _ in met])
    confusion = confusion_by_group(x, y, index, groups, len(GRAVITY))
    both = [row.first == row.second and row.first in ("conflict", "dispute", "update") for _, row in met]
    kinds = [b and set(row.first_kinds) == set(row.second_kinds) for b, (_, row) in zip(both, met, strict=True)]
    per_group = np.zeros((groups, 2))
    np.add.at(per_group, index, np.stack([kinds, both], axis=-1).astype(float))

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        c = weighted(confusion, w)
        out = {"kappa": kappa(c), "agreement": accuracy(c)}
        for name, k in number.items():
            hit, rows, columns, total = c[:, k, k], c[:, k].sum(-1), c[:, :, k].sum(-1), c.sum((-2, -1))
            two = np.stack([hit, rows - hit, columns - hit, total - rows - columns + hit], axis=-1).reshape(-1, 2, 2)
            out[name] = kappa(two)
        shares = weighted(per_group, w)
        return out | {"same_kinds": ratio(shares[:, 0], shares[:, 1])}

    used = {name: int(((x == k) | (y == k)).sum()) for name, k in number.items()}
    made = estimates(statistics, groups, used | {"same_kinds": sum(both)}, len(met), samples)
    whole = confusion.sum(0).astype(int)
    return Agreement(
        n=len(met), overall={name: made[name] for name in ("kappa", "agreement")},
        by_relation={name: made[name] for name in GRAVITY if used[name]},
        first={name: int(whole[k].sum()) for name, k in number.items()},
        second={name: int(whole[:, k].sum()) for name, k in number.items()},
        confusion={g: {s: int(whole[i, j]) for s, j in number.items() if whole[i, j]} for g, i in number.items() if whole[i].any()},
        same_kinds=made["same_kinds"],
        disagreements=tuple(
            Disagreement(a=row.a, b=row.b, first=row.first, second=row.second, final=row.final, note=row.note)
            for _, row in met if row.first != row.second
        ),
    )  # fmt: skip


def _first(event: str, pair: DossierPair, row: SecondLabel) -> tuple[str, SecondLabel]:
    """The event and the row with its first label; that of the dossier where the row has none of its own."""
    if row.first is not None:
        return event, row
    return event, row.model_copy(update={"first": pair.relation, "first_kinds": pair.kinds})


def unsettled(dossiers: Sequence[Dossier], second: Sequence[SecondLabel]) -> list[str]:
    """Pairs whose `final` label is not what the dossiers (with the adjudications) say."""
    now = {frozenset((p.a, p.b)): p for d in dossiers for p in d.labelled}
    out = []
    for row in second:
        pair = now.get(frozenset((row.a, row.b)))
        if pair is None:
            out.append(f"second pass: {row.a}, {row.b} is no labelled pair of any dossier")
        elif row.final is not None and row.final != pair.relation:
            out.append(f"second pass: {row.a}, {row.b} was settled as {row.final}, but the dossier says {pair.relation}")
    return out
