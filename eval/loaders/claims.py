"""Sets of claims and headlines: MRPC, Emergent, the Stanford negation contradictions, ContraDoc's claim lists."""

from __future__ import annotations

import re
from typing import Any

from checker.measure.figures import differ
from eval.loaders.source import Source
from eval.records import CONTRADICTION, PARAPHRASE, THREE_WAY, ClaimList, Dataset, LabelSpace, Pair

VARIANT = re.compile(r"(\d+)_\d+$")
STANCE = {"for": "entailment", "against": "contradiction", "observing": "neutral"}


def _pairs(source: Source, space: LabelSpace, pairs: list[Pair], *notes: str) -> Dataset:
    return Dataset(
        name=source.name, task="pairs", space=space, items=tuple(pairs),
        path=str(source.path), sha256=source.sha256, notes=notes,
    )  # fmt: skip


def is_mrpc(row: dict[str, Any]) -> bool:
    """MRPC rows: a, b and a label of 0 or 1."""
    return {"a", "b", "label"} <= row.keys() and str(row["label"]) in ("0", "1")


def load_mrpc(source: Source) -> Dataset:
    """Paraphrase or not; a model's entailment counts as 'paraphrase'."""
    pairs = [
        Pair(
            id=str(row.get("id") or index), a=row["a"], b=row["b"], differs=differ(row["a"], row["b"]),
            gold="paraphrase" if str(row["label"]) == "1" else "not_paraphrase", group=row["a"],
        )
        for index, row in enumerate(source.rows)
    ]  # fmt: skip
    return _pairs(source, PARAPHRASE, pairs)


def is_emergent(row: dict[str, Any]) -> bool:
    """Emergent rows: a claim headline with an article headline and its stance."""
    return {"claimHeadline", "articleHeadline", "articleHeadlineStance"} <= row.keys()


def load_emergent(source: Source) -> Dataset:
    """Premise: the article's headline; hypothesis: the claim; for / against / observing as the three NLI labels."""
    pairs = [
        Pair(
            id=str(row.get("id") or index), a=row["articleHeadline"], b=row["claimHeadline"],
            gold=STANCE[row["articleHeadlineStance"]], group=str(row["claimId"]),
            differs=differ(row["articleHeadline"], row["claimHeadline"]),
        )
        for index, row in enumerate(source.rows)
        if row["articleHeadlineStance"] in STANCE
    ]  # fmt: skip
    return _pairs(source, THREE_WAY, pairs, "stance mapped: for = entailment, against = contradiction, observing = neutral")


def is_stanford(row: dict[str, Any]) -> bool:
    """Rows with a text t, a hypothesis h and contradiction YES or NO."""
    return {"t", "h", "contradiction"} <= row.keys()


def load_stanford(source: Source) -> Dataset:
    """Contradiction or not."""
    pairs = [
        Pair(
            id=f"{row.get('src', '')}-{row.get('id', index)}-{index}", a=row["t"], b=row["h"], group=row["t"],
            gold="contradiction" if row["contradiction"] == "YES" else "not_contradiction",
            differs=differ(row["t"], row["h"]), slices={"source": str(row.get("src", ""))},
        )
        for index, row in enumerate(source.rows)
    ]  # fmt: skip
    return _pairs(source, CONTRADICTION, pairs)


def is_contradoc(row: dict[str, Any]) -> bool:
    """Rows with a list of claims and a label."""
    return isinstance(row.get("claims"), list) and "label" in row


def load_contradoc(source: Source) -> Dataset:
    """Documents as claim lists; gold: does the document contradict itself?

    "12_1" and "12_2" are variants of one document, so "12" is the group; "story_train_8" is a document of its own.
    """
    documents = tuple(
        ClaimList(
            id=str(row["id"]), claims=tuple(row["claims"]), group=variant.group(1) if (variant := VARIANT.match(str(row["id"]))) else str(row["id"]),
            gold="contradiction" if int(row["label"]) == 1 else "not_contradiction",
            slices={"doc_type": str(row.get("doc_type", ""))},
        )
        for row in source.rows
    )  # fmt: skip
    return Dataset(
        name=source.name, task="documents", space=CONTRADICTION, items=documents,
        path=str(source.path), sha256=source.sha256,
    )  # fmt: skip
