"""A user's own labelled pairs: how well the program does on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np

from checker.errors import InputError
from checker.measure import calibration
from checker.measure.bootstrap import Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import accuracy, confusion_by_group, macro_f1, majority, ratio
from checker.measure.figures import differ
from checker.schema import Verdict
from checker.schema.verdict import Label, Relation

RELATIONS: tuple[str, ...] = get_args(Relation)
LABELS: tuple[str, ...] = get_args(Label)
# The label that a relation implies. `compatible` may be entailment as well: then the row says so in `label`.
LABEL_OF = {
    "unrelated": "neutral", "different_scope": "neutral", "same": "entailment", "compatible": "neutral",
    "update": "neutral", "conflict": "contradiction", "dispute": "contradiction", "undetermined": "neutral",
}  # fmt: skip
# From so many pairs on a percentile interval is worth printing.
LEAST_FOR_INTERVALS = 20


@dataclass(frozen=True)
class Gold:
    """A row's own label. `implied` says that the label was taken from the relation."""

    label: str
    relation: str | None
    implied: bool
    group: str
    differs: bool


def gold_of(rows: Sequence[Mapping[str, Any]], lines: Sequence[int], source: str) -> list[Gold]:
    """The labels of rows that carry `relation`, `label` or both, and optionally `event`.

    Raises:
        InputError: a row has neither, or a word that is none; the message names file, line and remedy.
    """
    out = []
    for number, (row, line) in enumerate(zip(rows, lines, strict=True)):
        relation, label = (_word(row, key, known, line, source) for key, known in (("relation", RELATIONS), ("label", LABELS)))
        if relation is None and label is None:
            raise InputError("has neither a relation nor a label. Fill in one of them: the relation is one of "
                             f"{', '.join(RELATIONS)}; the label one of {', '.join(LABELS)}.",
                             source=source, line=line, code="no_label")  # fmt: skip
        out.append(
            Gold(
                label=label or LABEL_OF[relation or ""], relation=relation, implied=label is None,
                group=str(row.get("event") or f"row {number}"), differs=differ(str(row["a"]), str(row["b"])),
            )
        )  # fmt: skip
    return out


def _word(row: Mapping[str, Any], key: str, known: Sequence[str], line: int, source: str) -> str | None:
    value = str(row.get(key) or "").strip().lower().replace(" ", "_")
    if value and value not in known:
        raise InputError(f"{key} is {row[key]!r}, which is none of {', '.join(known)}. Correct the word.",
                         source=source, line=line, code="bad_label")  # fmt: skip
    return value or None


def label_of(verdict: Verdict, gold: Gold) -> str:
    """The verdict's label; by its relation where the gold label was itself taken from a relation."""
    return LABEL_OF[verdict.relation] if gold.implied else verdict.label


def own_figures(gold: Sequence[Gold], verdicts: Sequence[Verdict]) -> dict[str, Estimate]:
    """Metrics of verdicts on labelled pairs, resampled by event (or row); no intervals for few pairs.

    `false_alarm`: of the pairs that differ in a figure and are no contradiction, the share called one. `false_agreement`:
    of the contradictions, the share called entailment. `coverage`: the share not called undetermined. `constant`: the
    accuracy of the best constant answer.
    """
    number = {label: k for k, label in enumerate(LABELS)}
    truth = np.array([number[g.label] for g in gold])
    said = np.array([number[label_of(v, g)] for v, g in zip(verdicts, gold, strict=True)])
    index, groups = group_index([g.group for g in gold])
    confusion = confusion_by_group(truth, said, index, groups, len(LABELS))
    known = np.array([g.relation is not None for g in gold])
    right = np.array([g.relation == v.relation for g, v in zip(gold, verdicts, strict=True)])
    against = truth == number["contradiction"]
    differs = np.array([g.differs for g in gold])
    p = np.array([[getattr(v.probabilities.a_to_b, label) for label in LABELS] for v in verdicts]).reshape(-1, len(LABELS))
    bins = group_sums(calibration.bin_rows(p.max(axis=1), (p.argmax(axis=1) == truth).astype(float)), index, groups)
    shares = {
        "relation_accuracy": (right & known, known),
        "false_alarm": (differs & ~against & (said == number["contradiction"]), differs & ~against),
        "false_agreement": (against & (said == number["entailment"]), against),
        "coverage": (np.array([not v.abstained for v in verdicts]), np.ones(len(gold), bool)),
    }
    relation = {name: k for k, name in enumerate(RELATIONS)}
    relations = confusion_by_group(
        np.array([relation.get(g.relation or "", -1) for g in gold]), np.array([relation[v.relation] for v in verdicts]),
        index, groups, len(RELATIONS),
    )  # fmt: skip
    sums = {name: group_sums(np.stack(pair, axis=-1).astype(float), index, groups) for name, pair in shares.items()}

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        c = weighted(confusion, w)
        out = {"accuracy": accuracy(c), "constant": majority(c), "macro_f1": macro_f1(c)}
        for name, table in sums.items():
            total = weighted(table, w)
            out[name] = ratio(total[:, 0], total[:, 1])
        if known.any():
            out["relation_macro_f1"] = macro_f1(weighted(relations, w))
        return out | {"calibration_error": calibration.ece(weighted(bins, w))}

    counts = {name: int(of.sum()) for name, (_, of) in shares.items()} | {"relation_macro_f1": int(known.sum())}
    made = estimates(statistics, groups, counts, len(gold))
    if len(gold) < LEAST_FOR_INTERVALS:
        made = {name: m.model_copy(update={"low": None, "high": None}) for name, m in made.items()}
    return made
