"""NewsQuant: news sentences with their quantities, as value, unit and change."""

from __future__ import annotations

from typing import Any

from eval.loaders.source import Source
from eval.records import Dataset, GoldQuantity, Sentence


def looks_like(row: dict[str, Any]) -> bool:
    """Rows with a text and a list of quantities."""
    return isinstance(row.get("quantities"), list) and "text" in row


def load(source: Source) -> Dataset:
    """Load the sentences; sentences without a quantity stay, since finding one there is an error."""
    sentences = []
    for index, row in enumerate(source.rows):
        gold = tuple(
            GoldQuantity(
                value=str(item["value"]),
                unit=item.get("normalized_unit") or item.get("unit"),
                change=str(item.get("change") or "="),
            )
            for item in row["quantities"]
        )
        sentences.append(Sentence(id=str(row.get("id") or index), text=row["text"], gold=gold, group=str(index)))
    return Dataset(
        name=source.name, task="quantities", items=tuple(sentences), path=str(source.path), sha256=source.sha256
    )
