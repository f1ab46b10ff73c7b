"""Claims and what they assert."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from checker.schema.article import Basis
from checker.schema.base import Record

Modality = Literal[
    "asserted", "reported", "denied", "hypothetical", "planned", "demanded", "opinion", "forecast", "question"
]
Bound = Literal["exact", "approximate", "at_least", "more_than", "at_most", "fewer_than", "range", "vague"]
Role = Literal["total", "part", "each", "additional"]
QuantityKind = Literal[
    "count", "money", "percent", "fraction", "multiple", "measurement", "duration",
    "ordinal", "rank", "age", "date", "year", "time", "score", "identifier",
]  # fmt: skip
COMPARABLE_KINDS = frozenset({"count", "money", "percent", "fraction", "multiple", "measurement", "duration"})


class Quantity(Record):
    """A number in the text, with what it counts.

    `start`/`end` slice the article's text to `text`: the number with the words that bound it
    ("at least 12"). `low`/`high` are the limits in `unit`, inclusive; None where open. "more than 40"
    is low 40, bound `more_than`: compare knows that the limit itself is excluded. "dozens" has bound
    `vague`, low 24 (a setting) and high None; it is shown only as the text's own word.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind = "count"
    value: float | None = Field(default=None, description="the number as written, before bounds; None for vague words")
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    unit: str | None = Field(default=None, description="SI or ISO 4217 symbol, '%'; None for plain counts")
    counted: str | None = Field(default=None, description="head noun as written, lemma, e.g. 'drone', 'person'")
    modifiers: tuple[str, ...] = Field(
        default=(), description="lower-case words that narrow what is counted: 'ukrainian', 'civilian', 'child'"
    )
    measure: str | None = Field(
        default=None, description="normalised predicate: killed, injured, missing, detained, launched, downed, ..."
    )
    change: Literal["up_by", "down_by", "up_to", "down_to"] | None = None
    role: Role = "total"
    of: float | None = Field(default=None, description="the stated whole of a part: 35 of the 105 -> 105")

    @property
    def comparable(self) -> bool:
        """Whether it may be compared as an amount: ages, dates, ranks, scores and identifiers may not."""
        return self.kind in COMPARABLE_KINDS


class TimeSpan(Record):
    """A span of time, inclusive start and exclusive end, with its basis and the words it was read from."""

    start: datetime | None = None
    end: datetime | None = None
    basis: Basis = "unknown"
    text: str | None = None
    granularity: Literal["minute", "hour", "part_of_day", "day", "days", "week", "month", "year"] | None = None


class Times(Record):
    """The four times of a claim, never mixed."""

    event: TimeSpan = TimeSpan()
    as_of: TimeSpan = TimeSpan()
    published: TimeSpan = TimeSpan()
    retrieved: TimeSpan = TimeSpan()


class Place(Record):
    """A place named in the claim, or carried from the article (`added`), with its containment.

    `path` goes from the place outwards, lower case: ('kyiv', 'ukraine'); ('darnytskyi district', 'kyiv', 'ukraine').
    """

    name: str
    start: int | None = None
    end: int | None = None
    kind: Literal["country", "region", "city", "district", "site", "unknown"] = "unknown"
    path: tuple[str, ...] = ()
    added: bool = Field(default=False, description="carried from the article's context, not stated in the claim")
    role: Literal["location", "actor", "target", "origin"] = "location"


class Attribution(Record):
    """Who is credited with the claim, and the words that say so."""

    speaker: str
    start: int | None = None
    end: int | None = None
    text: str | None = None
    verb: str | None = None
    carried: bool = Field(default=False, description="carried over from an earlier sentence ('he said', a running quote)")
    via: tuple[str, ...] = Field(default=(), description="outlets or agencies through which the speaker is cited")
    quoted: bool = False


class Assertion(Record):
    """One proposition or one quantity of a claim."""

    start: int
    end: int
    text: str
    kind: Literal["quantity", "proposition"]
    actor: str | None = None
    predicate: str | None = Field(default=None, description="lemma of the predicate, or the measure for quantities")
    object: str | None = None
    polarity: Literal["positive", "negative"] = "positive"
    speaker: str | None = None
    modality: Modality = "asserted"
    quantity: Quantity | None = None


class Claim(Record):
    """A sentence or clause of an article, with its exact span.

    `text` is `article.text[start:end]`. `antecedents` are names added for pronouns and definite
    descriptions the claim cannot stand without; they are never part of `text`.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    publisher: str | None = None
    carrier: str | None = None
    speaker: str | None = None
    attribution: Attribution | None = None
    modality: Modality = "asserted"
    times: Times = Times()
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    antecedents: tuple[str, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    flags: tuple[str, ...] = ()
