"""F1 of quantities read from sentences, as NewsQuant scores them: value, value with unit, value with change.

Where gold quantities have spans there are two more levels: `span` (found where gold has it) and `span_value` (found there,
with the gold value).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from checker.measure.bootstrap import group_index, group_sums, weighted
from checker.measure.classification import ratio
from eval.records import GoldQuantity, Header, Prediction
from eval.units import unit_key

SIGNIFICANT_DIGITS = 9  # 0.1 + 0.2 and 0.3 are one value
LEVELS = ("value", "value_unit", "value_change")
SPAN_LEVELS = ("span", "span_value")


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


def matched(found: Sequence[dict], gold: Sequence[GoldQuantity]) -> list[tuple[dict, GoldQuantity]]:
    """Found and gold quantities that share characters, one to one, those that share most first.

    Labellers and readers cut differently ("40 million kronor", "40 million"), so spans need not be equal.
    """
    pairs = [
        (min(f["end"], g.end) - max(f["start"], g.start), i, j)
        for i, f in enumerate(found) for j, g in enumerate(gold)
        if f.get("start") is not None and g.start is not None and g.end is not None
    ]  # fmt: skip
    out, used_found, used_gold = [], set(), set()
    for shared, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if shared > 0 and i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            out.append((found[i], gold[j]))
    return out


def span_hits(row: Prediction, level: str) -> int:
    """Gold quantities of a sentence that are met at a level of `SPAN_LEVELS`."""
    pairs = matched(row.found, row.gold_quantities)
    return len(pairs) if level == "span" else sum(agrees(f, g) for f, g in pairs)


def agrees(found: dict, gold: GoldQuantity) -> bool:
    """Whether a found quantity has the gold value; an approximate one, whether its number lies in the gold range.

    Labellers give "some 400,000" the range that rounds to it.
    """
    value, wanted = canonical(str(found["value"])), canonical(gold.value)
    if value == wanted or found.get("change") != "~":
        return value == wanted
    ends = wanted.split("-")
    try:
        return len(ends) == 2 and float(ends[0]) <= float(value) <= float(ends[1])
    except ValueError:
        return False


class QuantityScores:
    """Matched, found and true quantities of each sentence at each level."""

    def __init__(self, header: Header, rows: Sequence[Prediction]):
        self.index, self.groups = group_index([row.group for row in rows])
        self.counts: dict[str, int] = {}
        self._sums = {}
        # A set whose gold has no units cannot be missed by a unit.
        gold_units = any(gold.unit for row in rows for gold in row.gold_quantities)
        for level in LEVELS:
            if level == "value_unit" and not gold_units:
                continue
            triples = []
            for row in rows:
                found = keys(row.found, level)
                gold = keys((item.model_dump() for item in row.gold_quantities), level)
                triples.append(((found & gold).total(), found.total(), gold.total()))
            self._add(level, triples)
        if any(gold.start is not None for row in rows for gold in row.gold_quantities):
            for level in SPAN_LEVELS:
                self._add(level, [(span_hits(row, level), len(row.found), len(row.gold_quantities)) for row in rows])

    def _add(self, level: str, triples: Sequence[tuple[int, int, int]]) -> None:
        table = np.array(triples, float)
        self._sums[level] = group_sums(table, self.index, self.groups)
        self.counts |= {f"{name}_{level}": int(table[:, 2].sum()) for name in ("f1", "recall")}
        self.counts[f"precision_{level}"] = int(table[:, 1].sum())

    def statistics(self, w: np.ndarray) -> dict[str, np.ndarray]:
        """Precision, recall and micro F1 at each level."""
        result = {}
        for level, sums in self._sums.items():
            hit, found, gold = np.moveaxis(weighted(sums, w), -1, 0)
            result[f"f1_{level}"] = ratio(2 * hit, found + gold)
            result[f"precision_{level}"] = ratio(hit, found)
            result[f"recall_{level}"] = ratio(hit, gold)
        return result
