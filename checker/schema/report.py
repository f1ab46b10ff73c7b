"""Findings and the report."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from checker.schema.article import Article, Basis, Skipped
from checker.schema.base import Record
from checker.schema.claim import Attribution, Modality, Place, Quantity, Times
from checker.schema.verdict import Kind, Relation, TraceStep

SCHEMA_VERSION = "1.0"


class FindingClaim(Record):
    """A claim as a finding shows it: verbatim, with its context and who stands behind it."""

    id: str
    article: str
    outlet: str | None
    carrier: str | None = None
    speaker: str | None = None
    attribution: Attribution | None = None
    modality: Modality = "asserted"
    text: str
    before: str = Field(default="", description="the text just before the claim in its article")
    after: str = ""
    start: int
    end: int
    title: str | None = None
    url: str | None = None
    times: Times = Times()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = Field(default=(), description="those of this fact, spans in the article's text")
    highlights: tuple[tuple[int, int], ...] = Field(default=(), description="spans in `text` that differ or decide")
    origin: str = Field(description="key of the independent origin it counts towards")
    flags: tuple[str, ...] = ()


class TimelinePoint(Record):
    """One value of a fact: which claim gave it, and as of when."""

    claim: str
    outlet: str | None
    as_of: datetime | None
    basis: Basis = "unknown"
    low: float | None
    high: float | None
    bound: str
    text: str
    superseded: bool = False


class Finding(Record):
    """One fact: who says what and when, and whether the reports can all be right.

    `relation` is the gravest of the pairs below it. `pairs` keeps each pair's relation and explanation.
    `low`/`best`/`high` follow the stated rule `best_rule`, never an average; None for propositions.
    """

    id: str
    event: str = Field(description="name of the event")
    event_id: str
    fact: str = Field(description="name of the fact within the event: 'injured'")
    name: str = Field(description="plain name: 'injured, bridge collapses, Bryansk region, 31 May'")
    relation: Relation
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    severity: float = Field(ge=0, le=1)
    confidence: float = Field(ge=0, le=1)
    claims: tuple[FindingClaim, ...]
    pairs: tuple["FindingPair", ...] = ()
    low: float | None = None
    best: float | None = None
    high: float | None = None
    best_rule: str | None = None
    unit: str | None = None
    timeline: tuple[TimelinePoint, ...] = ()
    origins: int = Field(description="number of independent origins")
    origin_names: tuple[str, ...] = ()
    outlets: int = 0
    explanation: str
    settled_by: str = ""
    trace: tuple[TraceStep, ...] = ()
    event_window: tuple[datetime | None, datetime | None] = (None, None)
    places: tuple[str, ...] = ()


class FindingPair(Record):
    """The verdict on two claims of a finding, by their ids."""

    a: str
    b: str
    relation: Relation
    kinds: tuple[Kind, ...] = ()
    flags: tuple[str, ...] = ()
    rule: str = ""
    explanation: str = ""
    confidence: float = 0.0
    trace: tuple[TraceStep, ...] = ()


class ModelInfo(Record):
    """Provenance of a model that took part."""

    role: Literal["nli", "embedder", "relation"]
    name: str
    version: str | None = None
    backend: str
    sha256: str | None = None


class Change(Record):
    """What became of a fact since an earlier report."""

    kind: Literal["new", "resolved", "corrected", "grown", "gone"]
    name: str
    finding: str | None = Field(default=None, description="id in this report; None where it is gone")
    before: str | None = Field(default=None, description="id in the earlier report; None where it is new")
    was: str = Field(default="", description="relation and figures then")
    now: str = Field(default="", description="relation and figures now")


class Dismissed(Record):
    """A finding that the user's decisions put aside."""

    finding: str
    name: str
    relation: Relation
    reason: str


class Report(Record):
    """The whole result. `articles` holds each article's metadata without its text.

    `since` is when the earlier report was made that `changes` compares with; None without one.
    """

    schema_version: str = SCHEMA_VERSION
    created: datetime
    program_version: str
    inputs: tuple[dict[str, Any], ...]
    models: tuple[ModelInfo, ...]
    settings: dict[str, Any]
    articles: tuple["ArticleInfo", ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    counts: dict[str, int]
    since: datetime | None = None
    changes: tuple[Change, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()


class StatedCount(Record):
    """People that an article states to have been killed or injured in the incident it is about; a perpetrator is not counted."""

    value: int
    claim: str | None = Field(description="id of the claim it was read from; None for the headline")
    rule: str


class ArticleInfo(Record):
    """An article's metadata as the report lists it."""

    id: str
    outlet: str | None
    carrier: str | None = None
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_basis: Basis = "unknown"
    retrieved: datetime | None = None
    retrieved_basis: Basis = "unknown"
    source: str | None = None
    page: str | None = None
    flags: tuple[str, ...] = ()
    flag_reasons: tuple[str, ...] = ()
    copy_of: str | None = None
    characters: int = 0
    claims: int = 0
    stated: dict[str, StatedCount] = Field(default_factory=dict, description="killed, injured: what the article states")

    @classmethod
    def of(cls, article: Article, claims: int, stated: dict[str, StatedCount] | None = None) -> "ArticleInfo":
        """The metadata of `article`, of which `claims` claims were read."""
        return cls(
            **{name: getattr(article, name) for name in cls.model_fields if name in Article.model_fields and name != "copy_of"},
            copy_of=article.copy_of.of if article.copy_of else None,
            characters=len(article.text),
            claims=claims,
            stated=stated or {},
        )


Finding.model_rebuild()
Report.model_rebuild()
