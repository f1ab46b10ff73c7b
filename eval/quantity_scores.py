"""F1 of quantities read from sentences, as NewsQuant scores them: value, value with unit, value with change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from eval.metrics.bootstrap import group_index, group_sums, weighted
from eval.metrics.classification import ratio
from eval.records import Header, Prediction
from eval.units import unit_key

SIGNIFICANT_DIGITS = 9  # 0.1 + 0.2 and 0.3 are one value
LEVELS = ("value", "value_unit", "value_change")


def canonical(value: str) -> str:
    """A value as text that equal values share: '15.0' -> '15', '1000.0-2000' -> '1000-2000'; else lower-cased words."""
    sign, rest = ("-", value[1:]) if value.startswith("-") else ("", value)
    # A leading minus is a sign; one between digits joins the ends of a range.
    return sign + "-".join(_number(part) for part in rest.split("-"))


def _number(text: str) -> str:
    try:
        return f"{float(text.replace(',', '')):.{SIGNIFICANT_DIGITS}g}"
    except (ValueError, OverflowError):
        return text.strip().lower()


def keys(items: Iterable[dict], level: str) -> Counter:
    """The multiset that is compared at a level."""
    result: Counter = Counter()
    for item in items:
        key = (canonical(str(item["value"])),)
        if level == "value_unit":
            key += (unit_key(item.get("unit")),)
        elif level == "value_change":
            key += (item.get("change") or "=",)
        result[key] += 1
    return result


class QuantityScores:
    """Matched, found and true quantities of each sentence at each level."""

    def __init__(self, header: Header, rows: Sequence[Prediction]):
        self.index, self.groups = group_index([row.group for row in rows])
        self.counts: dict[str, int] = {}
        self._sums = {}
        for level in LEVELS:
            triples = []
            for row in rows:
                found = keys(row.found, level)
                gold = keys((item.model_dump() for item in row.gold_quantities), level)
                triples.append(((found & gold).total(), found.total(), gold.total()))
            table = np.array(triples, float)
            self._sums[level] = group_sums(table, self.index, self.groups)
            self.counts[f"f1_{level}"] = int(table[:, 2].sum())

    def statistics(self, w: np.ndarray) -> dict[str, np.ndarray]:
        """Precision, recall and micro F1 at each level."""
        result = {}
        for level, sums in self._sums.items():
            hit, found, gold = np.moveaxis(weighted(sums, w), -1, 0)
            result[f"f1_{level}"] = ratio(2 * hit, found + gold)
            result[f"precision_{level}"] = ratio(hit, found)
            result[f"recall_{level}"] = ratio(hit, gold)
        return result
