"""Dossiers to files of pairs, one a split, in the format that `python -m eval run` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from checker.compare.words import overlap
from eval.dossiers.records import Dossier, DossierClaim, DossierPair
from eval.errors import EvalError
from eval.loaders.figures import differ

SPLITS = ("train", "dev", "test")
# Words that two texts share, over those of the shorter, above which a pair is of like words.
ALIKE = 0.4


def difficulty(pair: DossierPair, a: DossierClaim, b: DossierClaim) -> str:
    """How hard a pair should be for a machine, by a rule that looks at the surface only.

    easy: the surface tells (a conflict or dispute with other figures in like words; agreement in like words with one
    figure; no agreement and no conflict in unlike words). hard: the surface misleads (figures that differ without
    conflict; conflict or agreement in unlike words or without a differing figure). medium: the rest.
    """
    alike, figures = overlap(a.text, b.text) >= ALIKE, differ(a.text, b.text)
    against = pair.relation in ("conflict", "dispute")
    agree = pair.relation in ("same", "compatible")
    if against:
        return "easy" if alike and figures else "hard" if not alike and not figures else "medium"
    if agree or pair.relation == "update":
        return "easy" if alike and not figures else "hard" if figures and not alike else "medium"
    return "easy" if not alike and not figures else "hard" if alike else "medium"


def pairs_of(dossiers: Sequence[Dossier], splits: dict[str, str]) -> dict[str, list[dict]]:
    """The rows of each split. Every pair of a dossier says `same_event`; pairs of look-alikes leave it to the judge.

    Raises:
        EvalError: an event without a split, or a look-alike in another split than its model.
    """
    claims = {c.id: c for d in dossiers for c in d.claims}
    rows: dict[str, list[dict]] = {split: [] for split in SPLITS}
    for d in dossiers:
        split = splits.get(d.event.id)
        if split not in SPLITS:
            raise EvalError(f"event {d.event.id} has the split {split!r}. Add it to splits.json as train, dev or test.")
        if d.event.lookalike_of and splits.get(d.event.lookalike_of) != split:
            raise EvalError(f"event {d.event.id} and {d.event.lookalike_of} look alike and are in two splits. Put them in one.")
        for pair in (*d.pairs, *d.lookalike_pairs):
            a, b = claims[pair.a], claims[pair.b]
            rows[split].append(_row(d, pair, a, b, split, inside=pair in d.pairs))
    return rows


def _row(d: Dossier, pair: DossierPair, a: DossierClaim, b: DossierClaim, split: str, *, inside: bool) -> dict:
    spans = [
        {"side": side, "start": claim.text.find(text), "end": claim.text.find(text) + len(text), "text": text}
        for side, claim, texts in (("a", a, pair.a_spans), ("b", b, pair.b_spans)) for text in texts
    ]  # fmt: skip
    row = {
        "id": f"{pair.a}-{pair.b}", "a": a.text, "b": b.text, "a_date": a.published, "b_date": b.published, "a_outlet": a.outlet,
        "b_outlet": b.outlet, "relation": pair.relation, "kinds": list(pair.kinds), "flags": list(pair.flags), "label": pair.label,
        "event": d.event.id, "event_type": d.event.type, "split": split, "difficulty": difficulty(pair, a, b),
        "differs": differ(a.text, b.text), "spans": spans,
    }  # fmt: skip
    return row | {"same_event": True} if inside else row


def build(folder: Path) -> dict[str, int]:
    """Write `pairs/train.jsonl`, `dev.jsonl` and `test.jsonl` under `folder` from its dossiers; the number of rows of each."""
    from eval.dossiers.records import read_dossiers

    splits = json.loads((folder / "splits.json").read_text(encoding="utf-8"))
    rows = pairs_of(read_dossiers(folder / "dossiers"), splits)
    (folder / "pairs").mkdir(exist_ok=True)
    for split, some in rows.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in some)
        (folder / "pairs" / f"{split}.jsonl").write_text(text, encoding="utf-8")
    return {split: len(some) for split, some in rows.items()}
