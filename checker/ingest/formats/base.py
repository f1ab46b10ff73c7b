"""What every format gets and gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from checker.ingest.build import article
from checker.ingest.decode import tidy
from checker.ingest.fields import FieldProblem, Fields, unknown_fields, validate
from checker.ingest.problems import Problems
from checker.schema import Article

# An article of two million characters is a book: rows are limited where files are not.
MAX_ROW_CHARACTERS = 2_000_000
# Fields that a sidecar of a file with many rows may state for all of them; the retrieval time goes with them.
SHARED_FIELDS = ("outlet", "carrier")


@dataclass(frozen=True)
class Draft:
    """An article whose id may still have to change: ids that were not given make way for those that were."""

    article: Article
    explicit: bool


@dataclass(frozen=True)
class Source:
    """A file to read: its path, its fields from a sidecar, and the limits."""

    path: Path
    name: str
    fields: Fields
    raw_fields: Mapping[str, Any]
    retrieved: datetime | None = None


def row_to_draft(
    row: Any, *, source: str, line: int, stem: str, problems: Problems, fallback: Fields, unknown: set[str]
) -> Draft | None:
    """Validate one row and build its article; None when it was reported instead.

    Args:
        row: the row as parsed.
        source: path of its file.
        line: its line (or position) there, from 1.
        stem: ids that are not given become `stem:line`.
        problems: where to report.
        fallback: fields for all rows, used where the row states none.
        unknown: collects the names of fields that mean nothing here.
    """
    if not isinstance(row, Mapping):
        problems.error(
            "bad_row", f"The row is a {type(row).__name__}, where an object is expected.",
            'Write one object a line: {"outlet": ..., "published": ..., "text": ...}.', source=source, line=line,
        )  # fmt: skip
        return None
    text = row.get("text")
    if text is None or (isinstance(text, str) and not text.strip()):
        problems.error(
            "no_text", f"The row has {'an empty' if 'text' in row else 'no'} 'text'.",
            "Give the article's text in the field 'text', or remove the row.", source=source, line=line,
        )  # fmt: skip
        return None
    if not isinstance(text, str):
        problems.error(
            "bad_field", f"'text' is a {type(text).__name__}, where text is expected.", "Give a string.",
            source=source, line=line,
        )  # fmt: skip
        return None
    if len(text) > MAX_ROW_CHARACTERS:
        problems.error(
            "text_too_long", f"'text' has {len(text)} characters, more than {MAX_ROW_CHARACTERS}.",
            "Split it into its articles, one row each.", source=source, line=line,
        )  # fmt: skip
        return None
    try:
        fields = validate(row)
    except FieldProblem as problem:
        problems.error(problem.code, problem.reason, problem.remedy, source=source, line=line)
        return None
    unknown.update(unknown_fields(row, also=frozenset({"text"})))
    merged = {name: getattr(fields, name) or getattr(fallback, name) for name in SHARED_FIELDS}
    if fields.retrieved is None:
        merged |= {name: getattr(fallback, name) for name in ("retrieved", "retrieved_basis", "retrieved_clock")}
    fields = Fields(**{**vars(fields), **merged})
    built = article(tidy(text), fields, id=fields.id or f"{stem}:{line}", source=f"{source}:{line}")
    if built is None:
        problems.error(
            "no_text", "Nothing but boilerplate is in 'text'.", "Give the article's own text, or remove the row.",
            source=source, line=line,
        )  # fmt: skip
        return None
    return Draft(built, explicit=fields.id is not None)


def rows_to_drafts(
    rows: Iterator[tuple[int, Any]], *, source: str, stem: str, problems: Problems, fallback: Fields
) -> Iterator[Draft]:
    """Drafts of numbered rows; one note at the end names the fields that were ignored."""
    unknown: set[str] = set()
    for line, row in rows:
        draft = row_to_draft(
            row, source=source, line=line, stem=stem, problems=problems, fallback=fallback, unknown=unknown
        )
        if draft:
            yield draft
    if unknown:
        names = sorted(unknown)
        shown = ", ".join(repr(name[:40]) for name in names[:12]) + (", ..." if len(names) > 12 else "")
        problems.note(
            "unknown_field", f"Ignored fields that mean nothing here: {shown}.",
            "Rename a misspelt one; others need no action. Known: id, outlet, carrier, title, url, published, "
            "retrieved, text.", source=source,
        )  # fmt: skip
