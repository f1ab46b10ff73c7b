"""Dossiers to the files that `python -m eval run` reads: pairs, and claims as articles of their events, by split."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.measure.figures import differ
from eval.dossiers.adjudicate import adjudicated
from eval.dossiers.difficulty import difficulty
from eval.dossiers.records import Dossier, DossierClaim, DossierPair, read_dossiers
from eval.dossiers.splits import SPLITS, assign, read_splits, write_splits

Rows = dict[str, list[dict[str, Any]]]


def pairs_of(dossiers: Sequence[Dossier], splits: Mapping[str, str]) -> Rows:
    """The pairs of each split. A pair of one dossier says `same_event`; one of look-alikes leaves that to the judge.

    `id` names the claims in the dossier's order, whichever of them stands as a.
    """
    claims = {c.id: c for d in dossiers for c in d.claims}
    rows: Rows = {split: [] for split in SPLITS}
    for d in dossiers:
        for number, pair in enumerate(d.labelled):
            placed = turned(pair) if turns(pair) else pair
            row = _pair(d, placed, claims[placed.a], claims[placed.b], splits, inside=number < len(d.pairs))
            rows[splits[d.event.id]].append({"id": f"{pair.a}-{pair.b}"} | row)
    return rows


def turns(pair: DossierPair) -> bool:
    """Whether the pair's claims change places, by a coin that its ids toss.

    Dossiers name the earlier claim first, and later claims revise, repeat and dispute: with that order a model that sees
    claim b alone would know more than the constant answer.
    """
    return hashlib.sha256(f"{pair.a} {pair.b}".encode()).digest()[0] % 2 == 1


def turned(pair: DossierPair) -> DossierPair:
    """The pair with its sides exchanged; no relation, kind or label depends on which side is which."""
    return pair.model_copy(update={"a": pair.b, "b": pair.a, "a_spans": pair.b_spans, "b_spans": pair.a_spans})


def _pair(
    d: Dossier, pair: DossierPair, a: DossierClaim, b: DossierClaim, splits: Mapping[str, str], *, inside: bool
) -> dict[str, Any]:
    spans = [
        {"side": side, "start": claim.text.find(text), "end": claim.text.find(text) + len(text), "text": text}
        for side, claim, texts in (("a", a, pair.a_spans), ("b", b, pair.b_spans)) for text in texts
    ]  # fmt: skip
    row = {
        "a": a.text, "b": b.text, "a_date": a.published, "b_date": b.published,
        "a_outlet": a.outlet, "b_outlet": b.outlet, "relation": pair.relation, "kinds": list(pair.kinds),
        "flags": list(pair.flags), "label": pair.label, "event": d.event.id, "event_type": d.event.type,
        "split": splits[d.event.id], "difficulty": difficulty(pair, a, b), "differs": differ(a.text, b.text), "spans": spans,
    }  # fmt: skip
    return row | {"same_event": True} if inside else row


def claims_of(dossiers: Sequence[Dossier], splits: Mapping[str, str]) -> Rows:
    """The claims of each split as short articles with their event, and what they say with its span: truth for clustering,
    for candidates and for the reading of figures."""
    rows: Rows = {split: [] for split in SPLITS}
    for d in dossiers:
        measures = {fact.id: fact.measure for fact in d.facts}
        for claim in d.claims:
            says = [
                {"fact": f"{d.event.id}:{said.fact}", "measure": measures.get(said.fact), "text": said.value,
                 "start": claim.text.find(said.value), "end": claim.text.find(said.value) + len(said.value),
                 "low": said.low, "high": said.high}
                for said in claim.says
            ]  # fmt: skip
            row = claim.model_dump(include={"outlet", "carrier", "speaker", "published", "as_of", "text"})
            rows[splits[d.event.id]].append(
                {"claim": claim.id, "event": d.event.id, "event_type": d.event.type, **row, "says": says}
            )
    return rows


def texts_of(rows: Rows) -> dict[str, str]:
    """The files' contents, by split; one row a line."""
    return {split: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some) for split, some in rows.items()}


def files_of(dossiers: Sequence[Dossier], splits: Mapping[str, str]) -> dict[str, str]:
    """What `build` writes under the set's folder: relative path -> contents."""
    pairs, claims = texts_of(pairs_of(dossiers, splits)), texts_of(claims_of(dossiers, splits))
    return {
        f"{folder}/{split}.jsonl": texts[split] for folder, texts in (("pairs", pairs), ("claims", claims)) for split in SPLITS
    }


def read_set(folder: Path) -> tuple[list[Dossier], dict[str, str]]:
    """The dossiers of a folder with adjudicated labels, and the split of each event."""
    dossiers = adjudicated(read_dossiers(folder / "dossiers"), folder)
    return dossiers, assign(dossiers, read_splits(folder))


def build(folder: Path) -> dict[str, int]:
    """Write `splits.json`, `pairs/*.jsonl` and `claims/*.jsonl` under `folder`; the number of rows of each file.

    The same dossiers always give the same bytes.
    """
    dossiers, splits = read_set(folder)
    write_splits(folder, read_splits(folder) | splits)
    return write_files(folder, files_of(dossiers, splits).items())


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Write each text under its relative path; the lines of each."""
    counts = {}
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        counts[name] = text.count("\n")
    return counts
