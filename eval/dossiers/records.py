"""Event dossiers as they lie in `data/dossiers`, one JSON file an event."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from checker.schema.base import Record
from checker.schema.verdict import Kind, Relation
from eval.errors import EvalError

UpdateKind = Literal["growth", "correction", "reversal", "fulfilment", "other"]


class Said(Record):
    """One thing that a claim says: the fact, and the claim's own words for its value."""

    fact: str
    value: str


class DossierClaim(Record):
    """A claim of an event, as an outlet printed it."""

    id: str
    outlet: str | None
    carrier: str | None = None
    speaker: str | None = None
    published: str | None = None
    as_of: str | None = None
    text: str = Field(min_length=1)
    says: tuple[Said, ...] = ()


class DossierPair(Record):
    """The label of two claims. `a_spans` and `b_spans` are the words that decide, verbatim."""

    a: str
    b: str
    relation: Relation
    kinds: tuple[Kind | UpdateKind, ...] = ()
    flags: tuple[str, ...] = ()
    label: Literal["entailment", "neutral", "contradiction"]
    a_spans: tuple[str, ...] = ()
    b_spans: tuple[str, ...] = ()
    note: str = ""


class EventInfo(Record):
    """What happened where and when; `lookalike_of` names the event that it must not be taken for."""

    id: str
    name: str
    type: str
    place: str
    start: str
    end: str
    lookalike_of: str | None = None


class DossierFact(Record):
    """A fact of the event, with how many independent sources speak of it."""

    id: str
    name: str
    measure: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    origins: int = 0
    note: str = ""


class Dossier(Record):
    """An event told by several claims, with the label of every pair of them."""

    event: EventInfo
    claims: tuple[DossierClaim, ...]
    facts: tuple[DossierFact, ...]
    pairs: tuple[DossierPair, ...]
    lookalike_pairs: tuple[DossierPair, ...] = ()


def read_dossiers(folder: Path) -> list[Dossier]:
    """All dossiers of a folder, by event id.

    Raises:
        EvalError: the folder holds none, or a file breaks the schema; the message names file, field and rule.
    """
    out = []
    for path in sorted(folder.glob("*.json")):
        try:
            out.append(Dossier.model_validate_json(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, ValidationError) as error:
            reason = str(error)
            if isinstance(error, ValidationError):
                first = error.errors()[0]
                reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']} (got {first.get('input')!r})"
            raise EvalError(f"{path}: is no dossier: {reason}. See data/README.md for the format.") from error
    if not out:
        raise EvalError(f"{folder}: holds no dossier. Give the folder that has the NN-name.json files.")
    return sorted(out, key=lambda d: d.event.id)
