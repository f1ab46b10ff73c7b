"""The verdict of two claims."""

from typing import Literal

from pydantic import Field

from checker.schema.base import Record

Relation = Literal[
    "unrelated", "different_scope", "same", "compatible", "update", "conflict", "dispute", "undetermined"
]
Kind = Literal[
    "number", "date", "place", "negation", "antonym", "role_swap", "category_swap", "entity", "cause",
    "attribution", "other", "growth", "correction", "reversal", "fulfilment",
]  # fmt: skip
Label = Literal["entailment", "neutral", "contradiction"]

# A verdict on two claims takes the gravest of its comparisons; gravest first (DESIGN, "Relations").
GRAVITY: tuple[Relation, ...] = (
    "conflict", "dispute", "update", "undetermined", "compatible", "same", "different_scope", "unrelated",
)  # fmt: skip


class Probabilities(Record):
    """A distribution over the NLI labels; sums to 1."""

    entailment: float = Field(ge=0, le=1)
    neutral: float = Field(ge=0, le=1)
    contradiction: float = Field(ge=0, le=1)


class DirectedProbabilities(Record):
    """Both directions: premise A with hypothesis B, and the reverse."""

    a_to_b: Probabilities
    b_to_a: Probabilities


class SideSpan(Record):
    """A span of claim `side`'s text that the verdict rests on: `text_of(side)[start:end] == text`."""

    side: Literal["a", "b"]
    start: int
    end: int
    text: str
    role: str | None = None


class Comparison(Record):
    """Two assertions that meet, and what follows. `a` and `b` are their words; `rule` names the rule."""

    a: str
    b: str
    relation: Relation
    rule: str
    reason: str = ""
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    a_span: tuple[int, int] | None = Field(default=None, description="span in claim A's text")
    b_span: tuple[int, int] | None = Field(default=None, description="span in claim B's text")


class TraceStep(Record):
    """One step of the reasoning, as data: what was compared, by which rule, with which result."""

    step: str = Field(description="event, scope, time, speaker, quantity, proposition, nli, relation")
    compared: tuple[str, str] | None = None
    rule: str
    result: str
    weight: float | None = None


class Verdict(Record):
    """The relation of two claims, with its reasons. Swapping the claims swaps only the directions."""

    id: str | None = None
    label: Label
    probabilities: DirectedProbabilities
    relation: Relation
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    confidence: float = Field(ge=0, le=1)
    abstained: bool = False
    missing: str | None = Field(default=None, description="for undetermined: what would decide it")
    comparisons: tuple[Comparison, ...] = ()
    explanation: str
    trace: tuple[TraceStep, ...] = ()
    spans: tuple[SideSpan, ...] = ()
