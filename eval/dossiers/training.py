"""Events of `data/training`: material for the relation model only, checked for form and for words shared with the set."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from checker.schema.base import Record
from eval.dossiers.leaks import MOST_SHARED, SEVERAL, grams
from eval.dossiers.records import Dossier
from eval.errors import EvalError

FILE = Path("training/events.jsonl")
KINDS = {
    "conflict": frozenset("number date place negation antonym role_swap category_swap entity cause attribution other".split()),
    "update": frozenset("growth correction reversal fulfilment other".split()),
}
KINDS["dispute"] = KINDS["conflict"]
RELATIONS = frozenset("same compatible update undetermined different_scope unrelated conflict dispute".split())


class TrainingClaim(Record):
    """A claim as its outlet printed it."""

    outlet: str | None
    speaker: str | None = None
    published: date | None = None
    text: str = Field(min_length=10)


class TrainingEvent(Record):
    """An event with all pairs of its claims labelled: "1-2": "update:growth", claims numbered from 1, the lower first."""

    id: str
    event: str
    type: str | None = None
    claims: tuple[TrainingClaim, ...] = Field(min_length=2)
    pairs: dict[str, str]

    @model_validator(mode="after")
    def _every_pair(self) -> TrainingEvent:
        wanted = {f"{a}-{b}" for a, b in itertools.combinations(range(1, len(self.claims) + 1), 2)}
        if self.pairs.keys() != wanted:
            odd = sorted(wanted ^ self.pairs.keys())
            raise ValueError(f"pairs are not those of {len(self.claims)} claims: {', '.join(odd[:4])}. Label each pair once")
        for pair, label in self.pairs.items():
            relation, _, kinds = label.partition(":")
            unknown = set(filter(None, kinds.split(","))) - KINDS.get(relation, frozenset())
            if relation not in RELATIONS or unknown:
                raise ValueError(f"pair {pair} is {label!r}, which is no relation with its kinds. Correct it")
        return self


def read_training(path: Path) -> list[TrainingEvent]:
    """The events of a file.

    Raises:
        EvalError: a line is no event; the message names it.
    """
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            out.append(TrainingEvent.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            raise EvalError(f"{path}:{number}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    return out


def shared_words(events: Sequence[TrainingEvent], dossiers: Sequence[Dossier]) -> list[str]:
    """Claims of the training events whose frame, figures aside, is nearly that of a claim of the hand-labelled set."""
    of_set = {c.id: grams(c.text) for d in dossiers for c in d.claims}
    where: dict[tuple[str, ...], list[str]] = {}
    for name, some in of_set.items():
        for gram in some:
            where.setdefault(gram, []).append(name)
    out = []
    for event in events:
        for number, claim in enumerate(event.claims, 1):
            mine = grams(claim.text)
            met: dict[str, int] = {}
            for gram in mine:
                for name in where.get(gram, ()):
                    met[name] = met.get(name, 0) + 1
            for name, n in met.items():
                if n >= SEVERAL and n > MOST_SHARED * min(len(mine), len(of_set[name])):
                    out.append(f"{event.id} claim {number} is nearly {name}: rewrite or drop it")
    return out
