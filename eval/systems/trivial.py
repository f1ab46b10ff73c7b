"""The floor."""

from __future__ import annotations

from collections import Counter
from typing import Any

from eval.records import Dataset, Output


class Constant:
    """Always the majority label.

    Without a dev set it takes the set's own majority: the best that any constant could do, so a fair floor,
    though one that has seen the answers. Relations are answered likewise, where the set has them.
    """

    name = "constant"
    tasks = ("pairs", "documents")
    models = ()

    def __init__(self, dev: Dataset | None = None):
        self._dev = dev
        self.settings: dict[str, Any] = {"majority_of": dev.name if dev else "the set itself"}

    def predict(self, dataset: Dataset) -> list[Output]:
        """The same output for all; ties go to the label that sorts first."""
        source = self._dev.items if self._dev else dataset.items
        labels = Counter(item.gold for item in source)
        label = min(labels, key=lambda name: (-labels[name], name))
        total = labels.total()
        relations = Counter(item.relation for item in source if getattr(item, "relation", None))
        relation = min(relations, key=lambda name: (-relations[name], name)) if relations else None
        output = Output(
            label=label, relation=relation, confidence=labels[label] / total,
            probabilities={name: labels[name] / total for name in dataset.space.labels},
        )  # fmt: skip
        return [output] * len(dataset.items)
