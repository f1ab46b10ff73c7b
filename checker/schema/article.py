"""Articles, as ingest hands them on."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from checker.schema.base import Record

Basis = Literal["printed", "inferred", "unknown"]


class Copy(Record):
    """A link to an article whose text this one repeats."""

    of: str = Field(description="id of the article that is repeated (the earliest, then the first read)")
    kind: Literal["exact", "near"]
    similarity: float = Field(ge=0, le=1, description="Jaccard similarity of word 5-gram sets")


class Article(Record):
    """One outlet's text.

    `outlet` is the publisher as stated by the source, or None: nothing is invented, and two articles
    without an outlet are two unknown outlets. `carrier` is the agency credited for the text. Times
    are None where unknown; each has its basis. All spans of claims slice `text`.
    """

    id: str
    outlet: str | None = None
    carrier: str | None = None
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_basis: Basis = "unknown"
    published_granularity: Literal["second", "hour", "day"] = Field(
        default="day", description="how finely `published` is known; 'hour' for a resolved '7 hours ago'"
    )
    published_text: str | None = Field(default=None, description="the words it was read from, e.g. '7 hours ago'")
    retrieved: datetime | None = None
    retrieved_basis: Basis = "unknown"
    text: str
    source: str | None = Field(default=None, description="path, or path:line, that it was read from")
    page: str | None = Field(default=None, description="path of the aggregator page that it was split from")
    flags: tuple[str, ...] = Field(default=(), description="e.g. 'corrupted': the text should not be trusted")
    flag_reasons: tuple[str, ...] = ()
    copy_of: Copy | None = None


class Skipped(Record):
    """Something that was not read, and why. `code` is stable, `remedy` says what to do."""

    source: str
    line: int | None = None
    code: str
    reason: str
    remedy: str
