"""Event dossiers as they lie in `data/dossiers`, one JSON file an event, and the two files of labels made afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import AliasChoices, Field, ValidationError, model_validator

from checker.schema.base import Record
from checker.schema.verdict import Kind, Label, Relation
from eval.errors import EvalError
from eval.loaders.source import read_source

FORMAT = "See data/README.md for the format."
# What to do about a broken rule, by pydantic's name for it.
REMEDIES = {
    "missing": "Add the field.",
    "extra_forbidden": "Remove it, or correct its spelling.",
    "literal_error": "Use one of the words named.",
    "string_too_short": "Write the text, or delete the entry.",
    "json_invalid": "Save the file as one JSON object in UTF-8.",
}


class Said(Record):
    """One thing that a claim says: the fact, the claim's own words for its value, and for a figure its bounds."""

    fact: str
    value: str = Field(min_length=1)
    low: float | None = Field(default=None, description="null where open below, or no figure")
    high: float | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Said:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")
        return self


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
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    label: Label
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
    origins: int = Field(default=0, ge=0)
    note: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> DossierFact:
        known = [x for x in (self.low, self.best, self.high) if x is not None]
        if known != sorted(known):
            raise ValueError(f"low, best, high are {', '.join(f'{x:g}' for x in known)}, which is not ascending")
        return self


class Dossier(Record):
    """An event told by several claims, with the label of every pair of them."""

    event: EventInfo
    claims: tuple[DossierClaim, ...]
    facts: tuple[DossierFact, ...]
    pairs: tuple[DossierPair, ...]
    lookalike_pairs: tuple[DossierPair, ...] = ()

    @property
    def labelled(self) -> tuple[DossierPair, ...]:
        """All pairs of the file."""
        return (*self.pairs, *self.lookalike_pairs)


class SecondLabel(Record):
    """The relation that a second labeller gave to two claims, without sight of the first, as `second`.

    `first` is what the dossier said then; left out, the dossier says it still. `final` is what the two agreed on, and what
    the dossier says now.
    """

    a: str
    b: str
    second: Relation = Field(validation_alias=AliasChoices("second", "relation"))
    second_kinds: tuple[Kind, ...] = Field(default=(), validation_alias=AliasChoices("second_kinds", "kinds"))
    first: Relation | None = None
    first_kinds: tuple[Kind, ...] = ()
    final: Relation | None = None
    final_kinds: tuple[Kind, ...] = ()
    note: str = Field(default="", validation_alias=AliasChoices("note", "reason"))


class Adjudication(Record):
    """A pair on which two labellers differed, and what holds. Fields left out stay as the dossier has them."""

    a: str
    b: str
    first: Relation
    second: Relation
    final: Relation
    reason: str = Field(min_length=1)
    kinds: tuple[Kind, ...] | None = None
    label: Label | None = None
    a_spans: tuple[str, ...] | None = None
    b_spans: tuple[str, ...] | None = None


def read_dossiers(folder: Path) -> list[Dossier]:
    """All dossiers of a folder, by event id.

    Raises:
        EvalError: the folder holds none, or files break the schema; the message names file, field, rule and remedy.
    """
    out, broken = [], []
    for path in sorted(folder.glob("*.json")):
        try:
            out.append(Dossier.model_validate_json(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            broken += _reasons(path.name, error)
        except (OSError, UnicodeDecodeError) as error:
            broken.append(f"{path.name}: cannot be read ({error}). Save it as UTF-8.")
    if broken:
        raise EvalError("\n".join([f"{folder}: {len(broken)} fields break the format. {FORMAT}", *broken]))
    if not out:
        raise EvalError(f"{folder}: holds no dossier. Give the folder that has the NN-name.json files.")
    return sorted(out, key=lambda d: d.event.id)


def read_labels(paths: Iterable[Path], record: type[Record]) -> list:
    """Rows of `SecondLabel` or `Adjudication` from JSONL files.

    Raises:
        EvalError: a row breaks the format; the message names file, row, field, rule and remedy.
    """
    out = []
    for path in paths:
        for number, row in enumerate(read_source(path).rows, 1):
            try:
                out.append(record.model_validate(row))
            except ValidationError as error:
                raise EvalError("\n".join(_reasons(f"{path}: row {number}", error))) from error
    return out


def _reasons(where: str, error: ValidationError) -> list[str]:
    out = []
    for one in error.errors():
        field = ".".join(map(str, one["loc"])) or "the file"
        given = repr(one.get("input"))
        given = given if len(given) <= 60 else given[:60] + "..."
        out.append(f"{where}: {field}: {one['msg']} (got {given}). {REMEDIES.get(one['type'], FORMAT)}")
    return out
