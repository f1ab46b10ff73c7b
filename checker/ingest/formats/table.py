"""Tables: CSV and TSV with a header that names the article's fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.ingest.decode import NotText, bom_encoding, decode, detected
from checker.ingest.formats.base import MAX_ROW_CHARACTERS
from checker.ingest.formats.jsonl import GZIP_ERRORS, open_maybe_gzip
from checker.ingest.problems import Problems

# Bytes from which the encoding and the delimiter are told.
SNIFFED_BYTES = 64_000
_REMEDY = "The first line must name the columns, 'text' among them."


def read_table(path: Path, name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    """(line number of the row's last line, row) of a CSV or TSV file, streamed.

    Quoting is read strictly: with a quote that is never closed, a lenient reader takes the rest of the file for one
    cell and loses its rows without a word.
    """
    # One above the limit on texts, so that a text just too long is reported as that.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * MAX_ROW_CHARACTERS))
    try:
        encoding = _encoding(path)
        with open_maybe_gzip(path) as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as stream:
            yield from _rows(stream, path, name, problems)
    except (NotText, UnicodeError) as error:
        problems.error("encoding", f"The file cannot be read as text: {error}", "Save it as UTF-8.", source=name)
    except GZIP_ERRORS as error:
        problems.error(
            "bad_gzip", f"The gzip stream is damaged ({error}).", "Fetch or pack the file again.", source=name
        )


def _encoding(path: Path) -> str:
    with open_maybe_gzip(path) as stream:
        head = stream.read(SNIFFED_BYTES)
    if marked := bom_encoding(head):
        return marked
    for cut in range(4):  # the sample may end inside a character
        try:
            head[: len(head) - cut].decode("utf-8")
            return "utf-8"
        except UnicodeDecodeError:
            continue
    decode(head)  # raises NotText for binary data
    return detected(head) or "utf-8"


def _rows(stream: io.TextIOWrapper, path: Path, name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    first = stream.readline(SNIFFED_BYTES)
    if not first.strip():
        problems.error("empty", "The table has no header.", _REMEDY, source=name)
        return
    delimiter = "\t" if ".tsv" in path.name.lower() else max(",;\t|", key=lambda mark: (first.count(mark), mark == ","))
    header = [column.strip().strip('"').strip() for column in next(csv.reader([first], delimiter=delimiter), [])]
    if "text" not in header:
        problems.error("no_text", f"No column is named 'text': {header[:12]!r}.", _REMEDY, source=name, line=1)
        return
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 2
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.error(
                "bad_row", f"The row that begins here is not valid CSV ({error}).",
                "Close its quotes, double the quotes inside a cell, and keep cells under "
                f"{MAX_ROW_CHARACTERS} characters.", source=name, line=start,
            )  # fmt: skip
            continue
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            problems.error(
                "bad_row", f"The row has {len(row)} cells, the header {len(header)}.",
                "Quote cells that contain the delimiter.", source=name, line=start,
            )  # fmt: skip
            continue
        yield start, dict(zip(header, row, strict=True))
