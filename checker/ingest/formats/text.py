"""Plain text: an article, or a saved aggregator page."""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.build import articles_of_page, to_lines, unwrap
from checker.ingest.decode import decode
from checker.ingest.formats.base import Draft, Source
from checker.ingest.problems import Problems


def drafts_of_lines(lines: list[str], source: Source, problems: Problems) -> Iterator[Draft]:
    """Drafts of a page's lines; reports a page with no article text."""
    explicit = source.fields.id is not None
    found = articles_of_page(lines, source.fields, id=source.fields.id or source.path.stem, source=source.name)
    if not found:
        problems.error(
            "no_text", "Nothing but boilerplate is in the file.", "Save the page again with its article, or remove it.",
            source=source.name,
        )  # fmt: skip
    for built in found:
        yield Draft(built, explicit)


def read_text(data: bytes, source: Source, problems: Problems) -> Iterator[Draft]:
    """Drafts of a `.txt` file.

    Raises:
        NotText: the bytes are no text.
    """
    yield from drafts_of_lines(unwrap(to_lines(decode(data))), source, problems)
