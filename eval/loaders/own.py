"""The project's own labelled pairs: a, b, relation, kinds, label, event."""

from __future__ import annotations

from typing import Any, get_args

from checker.labels import LABEL_OF
from checker.measure.figures import differ
from checker.schema import Relation
from eval.loaders.source import Source
from eval.records import NLI, THREE_WAY, Dataset, Pair

RELATIONS = get_args(Relation)
SLICES = ("difficulty", "event_type", "split")
DATES = ("a_date", "b_date", "a_outlet", "b_outlet")


def looks_like(row: dict[str, Any]) -> bool:
    """Whether the row is a pair with a relation."""
    return "a" in row and "b" in row and "relation" in row


def kinds_of(value: Any) -> tuple[str, ...]:
    """Kinds as a list, or as one string with spaces or commas between them (CSV)."""
    parts = value.replace(",", " ").split() if isinstance(value, str) else value or ()
    return tuple(str(part) for part in parts)


def load(source: Source) -> Dataset:
    """Load labelled pairs. The group is the event, and with look-alikes both events: `event` or `a_event+b_event`."""
    pairs = []
    for index, row in enumerate(source.rows):
        relation = row.get("relation")
        if relation not in RELATIONS:
            raise source.error(index, f"relation {relation!r} is none of {', '.join(RELATIONS)}.")
        label = row.get("label") or LABEL_OF[relation]
        if label not in NLI:
            raise source.error(index, f"label {label!r} is none of {', '.join(NLI)}.")
        a, b = row.get("a"), row.get("b")
        if not isinstance(a, str) or not isinstance(b, str) or not a.strip() or not b.strip():
            raise source.error(index, "a or b is empty. Both must be texts.")
        kinds = kinds_of(row.get("kinds"))
        slices = {key: str(row[key]) for key in SLICES if row.get(key)} | {"relation": relation}
        if kinds:
            slices["kind"] = kinds[0]
        pairs.append(
            Pair(
                id=str(row.get("id") or index), a=a, b=b, gold=label, relation=relation, kinds=kinds,
                group=str(row.get("event") or row.get("a_event") or row.get("group") or index),
                same_event=row["same_event"] if isinstance(row.get("same_event"), bool) else None,
                differs=bool(row["differs"]) if row.get("differs") is not None else differ(a, b), slices=slices,
                **{key: str(row[key]) for key in DATES if row.get(key)},
            )
        )  # fmt: skip
    return Dataset(
        name=source.name, task="pairs", space=THREE_WAY, items=tuple(pairs),
        path=str(source.path), sha256=source.sha256,
    )  # fmt: skip
