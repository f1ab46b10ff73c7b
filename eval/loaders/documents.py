"""Articles with the event each belongs to: the shootings corpus, its GVC part, and ECB+."""

from __future__ import annotations

from typing import Any

from eval.loaders.source import Source
from eval.records import Dataset, Document

COUNTS = {"gold_killed": "killed", "gold_injured": "injured"}


def _dataset(source: Source, documents: list[Document], *notes: str) -> Dataset:
    return Dataset(
        name=source.name, task="clusters", items=tuple(documents),
        path=str(source.path), sha256=source.sha256, notes=notes,
    )  # fmt: skip


def _counts(row: dict[str, Any]) -> dict[str, float]:
    counts = {}
    for key, measure in COUNTS.items():
        try:
            counts[measure] = float(row[key])
        except (KeyError, TypeError, ValueError):
            continue
    return counts


def is_shootings(row: dict[str, Any]) -> bool:
    """Rows with an incident and a text."""
    return {"doc_id", "incident", "text"} <= row.keys()


def is_gvc(row: dict[str, Any]) -> bool:
    """Rows with an event id and a text."""
    return {"doc_id", "event_id", "text"} <= row.keys()


def _load(source: Source, event: str) -> Dataset:
    # One page may be filed under two incidents: then it stands twice, and the second gets its own id.
    seen: dict[str, int] = {}
    documents = []
    for row in source.rows:
        number = seen[row["doc_id"]] = seen.get(row["doc_id"], 0) + 1
        documents.append(
            Document(
                id=row["doc_id"] if number == 1 else f"{row['doc_id']}#{number}", text=row["text"],
                title=row.get("title"), outlet=row.get("outlet"), published=row.get("dct"),
                gold=str(row[event]), group=str(row[event]), counts=_counts(row),
            )
        )  # fmt: skip
    return _dataset(source, documents, "true counts are the final ones: an early article is right to say less")


def load_shootings(source: Source) -> Dataset:
    """Articles by incident."""
    return _load(source, "incident")


def load_gvc(source: Source) -> Dataset:
    """GVC articles by event."""
    return _load(source, "event_id")


def is_ecbplus(row: dict[str, Any]) -> bool:
    """Rows with a topic and tokenised sentences."""
    return {"doc", "topic", "sentences"} <= row.keys()


def load_ecbplus(source: Source) -> Dataset:
    """ECB+ documents by seminal event.

    A topic holds two look-alike events, told by the ECB documents ('1_10ecb.xml') and by those that
    ECB+ added ('1_10ecbplus.xml'); the pair of topic and part is the event.
    """
    documents = []
    for row in source.rows:
        part = "ecbplus" if "ecbplus" in row["doc"] else "ecb"
        text = "\n".join(" ".join(token for _, token in sentence) for sentence in row["sentences"])
        documents.append(Document(id=row["doc"], text=text, gold=f"{row['topic']}-{part}", group=str(row["topic"])))
    return _dataset(source, documents, "an event is a topic's ecb or ecbplus part: two look-alike events in each topic")
