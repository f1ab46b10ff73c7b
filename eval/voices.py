"""Attribution and modality of claims in whole articles, against labels that are kept as offsets.

A label row: `article`, `start`, `end` (of the claim in the article's text as the set gives it), `speaker` (the forms under
which the article names the speaker, as offsets; null for the outlet's own voice), `carried`, `modality`, and the two
labellers' `first` and `second` modality.

A claim counts as read where the checker's claim shares most of its characters. Speakers match where one form equals what
was read, both in lower case and without article, or where what was read is a form with a title or role before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from checker.measure.bootstrap import SAMPLES, Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import confusion_by_group, macro_f1, ratio
from checker.schema import Article, Claim
from checker.schema.base import Record
from eval.errors import EvalError, NoData
from eval.loaders import source

LABELS = Path("data/shootings/attribution.jsonl")
NOTHING = "none"  # a caption, a link, a byline: no claim, and not scored
_DETERMINER = re.compile(r"^(?:the|a|an|his|her|its|their)\s+", re.IGNORECASE)
Read = Callable[[Article], Sequence[Claim]]


class VoiceScores(Record):
    """Figures with intervals by article; `missed` lists the claims whose speaker or modality was read otherwise."""

    articles: int
    claims: int
    absent: int
    metrics: dict[str, Estimate]
    confusion: dict[str, dict[str, int]]
    missed: tuple[str, ...]


def read_labels(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Label rows by article.

    Raises:
        EvalError: the file is missing or a line is not a label.
    """
    out: dict[str, list[dict[str, Any]]] = {}
    for row in source.read_labels(path, ("article", "start", "end", "speaker", "modality"), "attribution"):
        out.setdefault(row["article"], []).append(row)
    return out


def _plain(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().strip("\"'“”‘’.,").lower().replace("’", "'")
    return re.sub(r"'s$", "", _DETERMINER.sub("", text))


def speaks(read: str | None, forms: Sequence[str]) -> bool:
    """Whether the speaker that was read is the labelled one; no form stands for the outlet's own voice."""
    if read is None or not forms:
        return read is None and not forms
    said = _plain(read)
    for form in map(_plain, forms):
        if said == form or (len(form) > 3 and (said.endswith(" " + form) or form.endswith(" " + said))):
            return True
    return False


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each of its characters stood."""
    where = [i for i, c in enumerate(text) if not c.isspace()]
    return "".join(text[i] for i in where), where


def _claim_at(label: str, near: int, claims: Sequence[Claim], squeezed: str, where: Sequence[int]) -> Claim | None:
    """The claim that shares most of its characters with the labelled text."""
    wanted = "".join(label.split())
    starts = [m.start() for m in re.finditer(re.escape(wanted), squeezed)]
    if not starts:
        return None
    at = min(starts, key=lambda i: abs(i - near))
    start, end = where[at], where[at + len(wanted) - 1] + 1
    best = max(claims, key=lambda c: min(c.end, end) - max(c.start, start), default=None)
    shared = 0 if best is None else min(best.end, end) - max(best.start, start)
    return best if shared * 2 > end - start else None


def measure(articles: Mapping[str, tuple[str, Article]], labels: Mapping[str, list[dict[str, Any]]], read: Read | None = None,
            samples: int = SAMPLES) -> VoiceScores:  # fmt: skip
    """Score reading against the labels.

    Args:
        articles: id -> (the text that the labels' offsets slice, the article as ingest hands it on).
        labels: as `read_labels` gives them.
        read: article -> claims; None is the checker's reader.

    Raises:
        NoData: none of the labelled articles is there.
    """
    from checker.read import read_article

    read = read or read_article
    rows: list[tuple[str, bool, bool, bool, str, str]] = []  # article, speaker right, has a speaker, carried, gold, read
    missed, absent = [], 0
    there = [name for name in labels if name in articles]
    if not there:
        raise NoData("None of the labelled articles is in what was given. Give the shootings articles, or the folder of pages.")
    for name in there:
        text, article = articles[name]
        claims = read(article)
        squeezed, where = _squeezed(article.text)
        for label in labels[name]:
            if label["modality"] == NOTHING:
                continue
            words = text[label["start"] : label["end"]]
            near = len("".join(text[: label["start"]].split()))
            claim = _claim_at(words, near, claims, squeezed, where)
            forms = [text[a:b] for a, b in label["speaker"] or ()]
            if claim is None:
                absent += 1
                rows.append((name, False, bool(forms), label["carried"], label["modality"], "asserted"))
                continue
            right = speaks(claim.speaker, forms)
            rows.append((name, right, bool(forms), label["carried"], label["modality"], claim.modality))
            if not right or claim.modality != label["modality"]:
                missed.append(f"{name} {label['start']}: speaker {forms[:1]} read {claim.speaker!r}; modality {label['modality']} read {claim.modality}: {words[:150]!r}")
    return VoiceScores(articles=len(there), claims=len(rows), absent=absent, metrics=_metrics(rows, samples),
                       confusion=_confusion(rows), missed=tuple(missed))  # fmt: skip


def _confusion(rows) -> dict[str, dict[str, int]]:
    out: dict[str, dict[str, int]] = {}
    for *_, gold, found in rows:
        out.setdefault(gold, {}).setdefault(found, 0)
        out[gold][found] += 1
    return out


def _metrics(rows, samples: int) -> dict[str, Estimate]:
    index, groups = group_index([row[0] for row in rows])
    parts = {
        "speaker_exact": [(right, 1) for _, right, *_ in rows],
        "speaker_exact_attributed": [(right and has, has) for _, right, has, *_ in rows],
        "speaker_exact_own_voice": [(right and not has, not has) for _, right, has, *_ in rows],
        "speaker_exact_carried": [(right and carried, carried) for _, right, _, carried, *_ in rows],
        "constant_own_voice": [(not has, 1) for _, _, has, *_ in rows],
        "modality_accuracy": [(gold == found, 1) for *_, gold, found in rows],
    }
    sums = {name: group_sums(np.array(table, float), index, groups) for name, table in parts.items()}
    names = sorted({label for row in rows for label in row[4:6]})
    square = confusion_by_group(
        np.array([names.index(row[4]) for row in rows]), np.array([names.index(row[5]) for row in rows]), index, groups, len(names)
    )

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        out = {}
        for name, table in sums.items():
            total = weighted(table, w)
            out[name] = ratio(total[:, 0], total[:, 1])
        out["modality_macro_f1"] = macro_f1(weighted(square, w))
        return out

    counts = {name: int(np.array(table, float)[:, 1].sum()) for name, table in parts.items()}
    return estimates(statistics, groups, counts, len(rows), samples)


def articles_of(path: Path) -> dict[str, tuple[str, Article]]:
    """Articles by id, with the text that the labels slice: a set's rows (JSON lines), or a folder of pages.

    Raises:
        EvalError: the path cannot be read as either.
    """
    from checker.ingest import articles_from_records, read_inputs

    if path.is_dir():
        return {a.id: (a.text, a) for a in read_inputs([path]).articles}
    rows = {r["doc_id"]: r for r in source.read_source(path).rows if {"doc_id", "text"} <= r.keys()}
    if not rows:
        raise EvalError(f"{path}: no row has doc_id and text. Give the shootings articles, or a folder of pages.")
    records = [
        {"id": i, "outlet": r.get("outlet"), "title": r.get("title"), "published": r.get("dct"), "text": r["text"]} for i, r in rows.items()
    ]
    return {a.id: (rows[a.id]["text"], a) for a in articles_from_records(records).articles}
