"""Files and folders in, articles out, with a report of what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from checker.ingest.copies import link_copies
from checker.ingest.decode import NotText
from checker.ingest.fields import KNOWN, FieldProblem, Fields, unknown_fields, validate
from checker.ingest.files import STREAMED, BadSidecar, Found, find_files, fingerprint, read_sidecar, sidecar_of
from checker.ingest.formats.base import Draft, Source, rows_to_drafts
from checker.ingest.formats.jsonl import read_json, read_jsonl
from checker.ingest.formats.markdown import read_markdown
from checker.ingest.formats.page import read_page
from checker.ingest.formats.table import read_table
from checker.ingest.formats.text import read_text
from checker.ingest.problems import OnError, Problems
from checker.schema import Article, Skipped
from checker.schema.base import Record

MAX_BYTES = 20_000_000
_ONE_ARTICLE = {"text": read_text, "markdown": read_markdown, "html": read_page}
Progress = Callable[[int, int, str], None]


class Ingested(Record):
    """What was read: articles with their copies linked, what was skipped and why, and the files with their hashes.

    `inputs` has one entry a file: `path`, `kind`, `bytes`, `sha256`, `articles` (how many came out of it).
    """

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    inputs: tuple[dict[str, Any], ...] = ()


def read_inputs(
    inputs: Sequence[str | Path],
    *,
    retrieved: datetime | None = None,
    on_error: OnError = "skip",
    max_bytes: int = MAX_BYTES,
    progress: Progress | None = None,
) -> Ingested:
    """Read articles from files and folders.

    Args:
        inputs: files (.txt, .md, .html, .jsonl, .json, .csv, .tsv; .jsonl.gz, .csv.gz) and folders of them.
        retrieved: when the pages were fetched, for those that do not say; relative times resolve against it. At
            midnight without a time zone it is a date without a clock time.
        on_error: "skip" reports what cannot be read and goes on; "stop" raises at the first.
        max_bytes: largest file that is read as one text; JSON lines and tables are streamed and may be larger.
        progress: called with (files done, files in all, path) before each file and once at the end.

    Returns:
        Articles in the order of reading, ids distinct.

    Raises:
        InputError: with `on_error="stop"`, names the file, the line and the remedy.
    """
    problems = Problems(on_error)
    files = find_files([inputs] if isinstance(inputs, (str, Path)) else inputs, problems)
    drafts: list[Draft] = []
    described = []
    for done, found in enumerate(files):
        if progress:
            progress(done, len(files), str(found.path))
        before = len(drafts)
        try:
            size, digest = fingerprint(found.path)
            drafts.extend(_read_file(found, size, retrieved, max_bytes, problems))
        except OSError as error:
            problems.error(
                "unreadable", f"The file cannot be read: {error.strerror or error}.", "Check its rights.",
                source=str(found.path),
            )  # fmt: skip
            continue
        described.append(
            {
                "path": str(found.path),
                "kind": found.kind,
                "bytes": size,
                "sha256": digest,
                "drafts": len(drafts) - before,
            }
        )
    if progress:
        progress(len(files), len(files), "")
    articles, kept = _with_ids(drafts, problems)
    at = 0
    for entry in described:
        read = entry.pop("drafts")
        entry["articles"] = sum(kept[at : at + read])
        at += read
    return Ingested(articles=link_copies(articles), skipped=tuple(problems.found), inputs=tuple(described))


def articles_from_records(
    rows: Iterable[Mapping[str, Any]],
    *,
    retrieved: datetime | None = None,
    on_error: OnError = "skip",
    source: str = "records",
) -> Ingested:
    """Build articles from dicts with the fields of a JSON lines article, by the same rules as a file of them.

    Rows without an id get `source:N`, N from 1, which is also the `line` of what is skipped.

    Raises:
        InputError: with `on_error="stop"`.
    """
    problems = Problems(on_error)
    fallback = Fields().with_retrieved(retrieved)
    numbered = enumerate(rows, start=1)
    drafts = list(rows_to_drafts(numbered, source=source, stem=source, problems=problems, fallback=fallback))
    articles, _ = _with_ids(drafts, problems)
    return Ingested(articles=link_copies(articles), skipped=tuple(problems.found))


def _read_file(
    found: Found, size: int, retrieved: datetime | None, max_bytes: int, problems: Problems
) -> Iterator[Draft]:
    """Drafts of one file; everything that is wrong with it is reported here."""
    path, name = found.path, str(found.path)
    if size == 0:
        problems.error("empty", "The file is empty.", "Remove it, or fetch it again.", source=name)
        return
    if found.kind not in STREAMED and size > max_bytes:
        problems.error(
            "too_big", f"The file has {size:,} bytes, more than the {max_bytes:,} of a text read as a whole.",
            "Split it into its articles, or put them into a JSON lines file, one a line.", source=name,
        )  # fmt: skip
        return
    fields = _sidecar_fields(found, problems)
    if fields is None:
        return
    raw, given = fields
    given = given.with_retrieved(retrieved)
    try:
        if found.kind in _ONE_ARTICLE:
            data = path.read_bytes()
            if not data.strip():
                problems.error(
                    "empty", "The file holds nothing but blanks.", "Remove it, or fetch it again.", source=name
                )
                return
            source = Source(path, name, given, raw, retrieved)
            yield from _ONE_ARTICLE[found.kind](data, source, problems)
            return
        if found.kind == "json":
            rows = read_json(path.read_bytes(), name, problems)
        else:
            rows = (read_jsonl if found.kind == "jsonl" else read_table)(path, name, problems)
        counted = _Counted(rows, problems)
        yield from rows_to_drafts(iter(counted), source=name, stem=found.stem, problems=problems, fallback=given)
        if counted.silent:
            problems.error("empty", "The file holds no rows.", "Remove it, or fetch it again.", source=name)
    except NotText as error:
        problems.error("encoding", str(error), "Save it as UTF-8 text.", source=name)
    except FieldProblem as problem:
        problems.error(problem.code, problem.reason, problem.remedy, source=name)


class _Counted:
    """Rows as they pass; `silent` when there were none and nothing was reported about them."""

    def __init__(self, rows: Iterator[tuple[int, Any]], problems: Problems):
        self.rows, self.problems, self.reported, self.silent = rows, problems, len(problems.found), True

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        for row in self.rows:
            self.silent = False
            yield row
        self.silent = self.silent and len(self.problems.found) == self.reported


def _sidecar_fields(found: Found, problems: Problems) -> tuple[dict[str, Any], Fields] | None:
    """The fields of a file's sidecar, raw and validated; None when it was reported and its file is left out."""
    sidecar = sidecar_of(found.path, found.stem)
    if sidecar is None:
        return {}, Fields()
    try:
        raw = read_sidecar(sidecar)
        fields = validate(raw)
    except BadSidecar as error:
        problems.error(
            "bad_sidecar", f"The sidecar cannot be used, so {found.path.name} is not read: {error}.",
            'Write one object, as {"outlet": "...", "published": "2025-05-23"}.', source=str(sidecar),
        )  # fmt: skip
        return None
    except FieldProblem as problem:
        reason = f"{problem.reason} {found.path.name} is not read."
        problems.error(problem.code, reason, problem.remedy, source=str(sidecar))
        return None
    if unknown := unknown_fields(raw):
        shown = ", ".join(repr(name[:40]) for name in unknown[:12])
        problems.note(
            "unknown_field", f"Ignored in the sidecar: {shown}.",
            f"Rename a misspelt field. Known: {', '.join(sorted(KNOWN))}.", source=str(sidecar),
        )  # fmt: skip
    return raw, fields


def _with_ids(drafts: Sequence[Draft], problems: Problems) -> tuple[list[Article], list[bool]]:
    """Articles with distinct ids, and which drafts were kept.

    Ids that were given are kept, and the second article of one is left out; ids made from file names make way.
    """
    taken = {draft.article.id for draft in drafts if draft.explicit}
    first: set[str] = set()
    articles: list[Article] = []
    kept: list[bool] = []
    for draft in drafts:
        article = draft.article
        if draft.explicit:
            kept.append(article.id not in first)
            if kept[-1]:
                first.add(article.id)
                articles.append(article)
                continue
            source, _, line = (article.source or "").rpartition(":")
            has_line = bool(source) and line.isdigit()
            problems.error(
                "duplicate_id", f"The id {article.id!r} was given to an earlier article.",
                "Give each article its own id, or leave ids out.",
                source=source if has_line else article.source or "", line=int(line) if has_line else None,
            )  # fmt: skip
            continue
        kept.append(True)
        name, number = article.id, 2
        while name in taken:
            name, number = f"{article.id}~{number}", number + 1
        taken.add(name)
        articles.append(article if name == article.id else article.model_copy(update={"id": name}))
    return articles, kept
