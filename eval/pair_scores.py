"""Metrics of pairs (and of documents, which carry the same labels): arrays once, statistics for any group weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np

from checker.measure import calibration, classification
from checker.measure.bootstrap import group_index, group_sums, weighted
from checker.measure.classification import ratio
from checker.schema import Relation
from eval.metrics.ranking import RocAuc
from eval.records import Header, Prediction

RELATIONS: tuple[str, ...] = get_args(Relation)
AGAINST = ("conflict", "dispute")  # both cannot be true
AGREE = ("same", "compatible")


class PairScores:
    """Labels, probabilities and relations of a predictions file as arrays, with sums by group.

    `gold` and `predicted` are label numbers in the set's space. An abstention counts as the label that it carries
    (neutral); `coverage` and `accuracy_covered` tell how often and how well the system did answer.
    """

    def __init__(self, header: Header, rows: Sequence[Prediction]):
        space = header.space
        number = {label: position for position, label in enumerate(space.labels)}
        self.labels = space.labels
        self.index, self.groups = group_index([row.group for row in rows])
        self.gold = np.array([number.get(row.gold, -1) for row in rows])
        self.predicted = np.array([number.get(row.label, -1) for row in rows])
        self.correct = (self.gold == self.predicted).astype(float)
        self.covered = np.array([not row.abstained for row in rows], float)
        self.confusion = self._confusion(self.gold, self.predicted, len(self.labels))
        stated = [row.probabilities for row in rows]
        self.probabilities = (
            np.array([[p.get(label, 0.0) for label in self.labels] for p in stated]) if all(stated) else None
        )
        if self.probabilities is not None:
            self.confidence = self.probabilities[np.arange(len(rows)), np.maximum(self.predicted, 0)]
        else:
            stated_confidence = [row.confidence for row in rows]
            self.confidence = None if None in stated_confidence else np.array(stated_confidence, float)
        relation = {name: position for position, name in enumerate(RELATIONS)}
        self.gold_relation = np.array([relation.get(row.gold_relation, -1) for row in rows])
        self.relation = np.array([relation.get(row.relation, -1) for row in rows])
        self.relations = self._confusion(self.gold_relation, self.relation, len(RELATIONS))
        self._prepare_sums(rows, number, space.positive)

    def _confusion(self, gold: np.ndarray, predicted: np.ndarray, k: int) -> np.ndarray:
        return classification.confusion_by_group(gold, predicted, self.index, self.groups, k)

    def _by_group(self, *columns: np.ndarray) -> np.ndarray:
        return group_sums(np.stack(columns, axis=-1).astype(float), self.index, self.groups)

    def _prepare_sums(self, rows: Sequence[Prediction], number: dict[str, int], positive: str) -> None:
        ones = np.ones(len(rows))
        self._sums = {"coverage": self._by_group(self.covered, ones)}
        self._sums["accuracy_covered"] = self._by_group(self.correct * self.covered, self.covered)
        self.counts = {}
        differs = np.array([row.differs for row in rows])
        contradiction, entailment = number.get("contradiction", -9), number.get("entailment", -9)
        if contradiction >= 0:
            quiet = differs & (self.gold >= 0) & (self.gold != contradiction)
            loud = self.gold == contradiction
            self._rate("false_alarm", quiet, self.predicted == contradiction)
            if entailment >= 0:
                self._rate("false_agreement", loud, self.predicted == entailment)
        if (self.gold_relation >= 0).any() and (self.relation >= 0).any():
            against = np.isin(self.relation, [RELATIONS.index(name) for name in AGAINST])
            agree = np.isin(self.relation, [RELATIONS.index(name) for name in AGREE])
            gold_against = np.isin(self.gold_relation, [RELATIONS.index(name) for name in AGAINST])
            self._rate("relation_false_alarm", differs & (self.gold_relation >= 0) & ~gold_against, against)
            self._rate("relation_false_agreement", gold_against, agree)
        if self.probabilities is not None and (self.gold >= 0).all():
            bins = calibration.bin_rows(self.confidence, self.correct)
            self._bins = group_sums(bins, self.index, self.groups)
            self._sums["brier"] = self._by_group(calibration.brier(self.probabilities, self.gold), ones)
            self._auc = RocAuc(self.probabilities[:, number[positive]], self.gold == number[positive])
        else:
            self._bins = self._auc = None

    def _rate(self, name: str, of: np.ndarray, hit: np.ndarray) -> None:
        self._sums[name] = self._by_group(of & hit, of)
        self.counts[name] = int(of.sum())

    def accuracy(self, w: np.ndarray) -> dict[str, np.ndarray]:
        """Accuracy alone, for slices."""
        return {"accuracy": classification.accuracy(weighted(self.confusion, w))}

    def statistics(self, w: np.ndarray) -> dict[str, np.ndarray]:
        """All metrics for group weights (samples, groups): name -> (samples,)."""
        confusion = weighted(self.confusion, w)
        result = {"accuracy": classification.accuracy(confusion)}
        result["macro_f1"] = classification.macro_f1(confusion)
        result["majority"] = classification.majority(confusion)
        names = ("precision", "recall", "f1")
        for name, values in zip(names, classification.per_class(confusion), strict=True):
            for position, label in enumerate(self.labels):
                result[f"{name}_{label}"] = values[:, position]
        for name, sums in self._sums.items():
            total = weighted(sums, w)
            result[name] = ratio(total[:, 0], total[:, 1])
        if self._bins is not None:
            result["ece"] = calibration.ece(weighted(self._bins, w))
        if self._auc is not None:
            result["auc"] = np.array([self._auc(row[self.index]) for row in w])
        if self.relations.any():
            relations = weighted(self.relations, w)
            result["relation_accuracy"] = classification.accuracy(relations)
            result["relation_macro_f1"] = classification.macro_f1(relations)
        return result
