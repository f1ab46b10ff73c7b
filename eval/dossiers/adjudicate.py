"""Labels on which two labellers differed, as they were settled: `adjudicated.jsonl` beside the dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.labels import LABEL_OF
from eval.dossiers.records import Adjudication, Dossier, DossierPair, read_labels
from eval.errors import EvalError

FILE = "adjudicated.jsonl"
KEEPS_KINDS = (frozenset({"conflict", "dispute"}), frozenset({"update"}))


def read_adjudications(folder: Path) -> list[Adjudication]:
    """The set's adjudications; none where there is no file."""
    path = folder / FILE
    return read_labels([path], Adjudication) if path.exists() else []


def adjudicated(dossiers: Sequence[Dossier], folder: Path) -> list[Dossier]:
    """The dossiers with the settled labels in place of the first ones. The dossiers' files keep what was first said.

    Raises:
        EvalError: an adjudication names no labelled pair, names one twice, or another first label than the dossier's.
    """
    settled: dict[frozenset[str], Adjudication] = {}
    for entry in read_adjudications(folder):
        key = frozenset((entry.a, entry.b))
        if key in settled:
            raise EvalError(f"{FILE}: {entry.a}, {entry.b} is settled twice. Keep one row.")
        settled[key] = entry
    out = []
    for d in dossiers:
        changes = {
            name: tuple(_settle(p, settled.pop(frozenset((p.a, p.b)), None)) for p in getattr(d, name))
            for name in ("pairs", "lookalike_pairs")
        }
        out.append(d.model_copy(update=changes))
    if settled:
        entry = next(iter(settled.values()))
        raise EvalError(f"{FILE}: {entry.a}, {entry.b} is no labelled pair of any dossier. Correct the ids or delete the row.")
    return out


def _settle(pair: DossierPair, entry: Adjudication | None) -> DossierPair:
    if entry is None:
        return pair
    if entry.first != pair.relation:
        raise EvalError(
            f"{FILE}: {entry.a}, {entry.b}: first is {entry.first}, but the dossier says {pair.relation}. "
            "Settle the pair again, or put the dossier's first label back."
        )
    one_group = any({pair.relation, entry.final} <= group for group in KEEPS_KINDS)
    label = entry.label or (pair.label if pair.relation == entry.final else LABEL_OF[entry.final])
    swapped = pair.a != entry.a
    spans = (entry.b_spans, entry.a_spans) if swapped else (entry.a_spans, entry.b_spans)
    return pair.model_copy(
        update={
            "relation": entry.final, "label": label,
            "kinds": entry.kinds if entry.kinds is not None else pair.kinds if one_group else (),
            "flags": pair.flags if one_group else (),
            "a_spans": spans[0] if spans[0] is not None else pair.a_spans,
            "b_spans": spans[1] if spans[1] is not None else pair.b_spans,
        }
    )  # fmt: skip
