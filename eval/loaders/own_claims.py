"""The claims of the hand-labelled set: as short articles of their events, or as sentences with their figures."""

from __future__ import annotations

from typing import Any

from eval.loaders.source import Source
from eval.records import Dataset, Document, GoldQuantity, Sentence

PARTIAL = "gold figures are those that meet another claim, not ages and the like: read the recall, precision is a lower bound"


def looks_like(row: dict[str, Any]) -> bool:
    """Rows with a claim id, an event and what is said."""
    return {"claim", "event", "text", "says"} <= row.keys()


def never(row: dict[str, Any]) -> bool:
    """For a format that must be named."""
    return False


def load(source: Source) -> Dataset:
    """Each claim as an article of one event. Look-alike events are events of their own: joining them is a wrong merge."""
    items = tuple(
        Document(
            id=_text(source, n, "claim"), text=_text(source, n, "text"), outlet=row.get("outlet"),
            published=row.get("published"), gold=_text(source, n, "event"), group=row["event"],
        )
        for n, row in enumerate(source.rows)
    )  # fmt: skip
    return Dataset(name=f"{source.name}_events", task="clusters", items=items, path=str(source.path), sha256=source.sha256)


def load_quantities(source: Source) -> Dataset:
    """Each claim as a sentence whose gold figures have spans, and a value where the set gives its bounds."""
    items = []
    for n, row in enumerate(source.rows):
        gold = tuple(g for said in row.get("says", ()) if (g := _gold(said)) is not None)
        if gold:
            items.append(Sentence(id=_text(source, n, "claim"), text=_text(source, n, "text"), gold=gold, group=row["event"]))
    return Dataset(
        name=f"{source.name}_figures", task="quantities", items=tuple(items), path=str(source.path), sha256=source.sha256,
        notes=(PARTIAL,),
    )  # fmt: skip


def _text(source: Source, n: int, key: str) -> str:
    value = source.rows[n].get(key)
    if not isinstance(value, str) or not value.strip():
        raise source.error(n, f"{key} is {value!r}, but must be a text. Build the set again: `python -m eval set build`.")
    return value


def _gold(said: dict[str, Any]) -> GoldQuantity | None:
    low, high = said.get("low"), said.get("high")
    if low is None and high is None:
        return None
    if low is None or high is None:
        value, change = f"{low if high is None else high:.9g}", ">" if high is None else "<"
    else:
        value, change = (f"{low:.9g}", "=") if low == high else (f"{low:.9g}-{high:.9g}", "=")
    return GoldQuantity(value=value, change=change, start=said["start"], end=said["end"])
