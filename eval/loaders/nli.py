"""NLI sets: premise/hypothesis/label, the official sentence1/sentence2/gold_label, and FEVER-style claim/evidence."""

from __future__ import annotations

from typing import Any

from checker.measure.figures import differ
from eval.loaders.source import Source
from eval.records import CONTRADICTION, ENTAILMENT, NLI, THREE_WAY, Dataset, LabelSpace, Pair

PREMISE = ("premise", "sentence1", "evidence", "context")
HYPOTHESIS = ("hypothesis", "sentence2", "claim")
LABEL = ("label", "gold_label")
GROUP = ("page", "group", "event", "case", "prompt", "promptID", "captionID")
SLICES = ("cat", "sub", "genre", "heuristic", "revision_type")
ALIASES = {
    "e": "entailment", "n": "neutral", "c": "contradiction", "0": "entailment", "1": "neutral", "2": "contradiction",
    "SUPPORTS": "entailment", "REFUTES": "contradiction", "NOT ENOUGH INFO": "neutral", "Entailment": "entailment",
    "non-entailment": "not_entailment", "Contradiction": "contradiction", "Neutral": "neutral",
}  # fmt: skip
NO_GOLD = ("-", "", None)  # SNLI and MNLI mark pairs without a majority label by "-": they are not scored


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def looks_like(row: dict[str, Any]) -> bool:
    """Whether the row has a premise, a hypothesis and a label under a known name."""
    return all(any(name in row for name in names) for names in (PREMISE, HYPOTHESIS, LABEL))


def _space(labels: set[str]) -> LabelSpace:
    if "not_entailment" in labels:
        return ENTAILMENT
    return CONTRADICTION if "not_contradiction" in labels else THREE_WAY


def load(source: Source) -> Dataset:
    """Load an NLI set; two-way sets get a two-way space. The group is the page, prompt or else the premise."""
    pairs, without = [], 0
    for index, row in enumerate(source.rows):
        raw = _first(row, LABEL)
        if raw in NO_GOLD:
            without += 1
            continue
        gold = ALIASES.get(str(raw), str(raw))
        a, b = _first(row, PREMISE), _first(row, HYPOTHESIS)
        if not isinstance(a, str) or not isinstance(b, str):
            raise source.error(index, "has no premise or no hypothesis text. Both must be strings.")
        group = _first(row, GROUP)
        pairs.append(
            Pair(
                id=str(row.get("id") or row.get("pairID") or row.get("unique_id") or index),
                a=a, b=b, gold=gold, group=a if group is None else str(group), differs=differ(a, b),
                slices={key: str(row[key]) for key in SLICES if row.get(key) is not None},
            )
        )  # fmt: skip
    space = _space({pair.gold for pair in pairs})
    for index, pair in enumerate(pairs):
        if pair.gold not in space.labels:
            raise source.error(index, f"label {pair.gold!r} is none of {', '.join(space.labels)}.")
    notes = [f"{without} rows without a gold label left out"] if without else []
    missing = set(NLI) - {pair.gold for pair in pairs}
    if space is THREE_WAY and missing:
        notes.append(f"gold never says {', '.join(sorted(missing))}; answers stay three-way, so those are wrong")
    return Dataset(
        name=source.name, task="pairs", space=space, items=tuple(pairs),
        path=str(source.path), sha256=source.sha256, notes=tuple(notes),
    )  # fmt: skip
