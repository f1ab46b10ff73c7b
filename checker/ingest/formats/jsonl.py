"""JSON lines, streamed, and JSON lists."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from checker.ingest.decode import NotText, bom_encoding, decode
from checker.ingest.formats.base import MAX_ROW_CHARACTERS
from checker.ingest.problems import Problems

# A row's text at its longest, every character escaped as \uXXXX, and room for its other fields.
MAX_LINE_BYTES = 6 * MAX_ROW_CHARACTERS + 1_000_000
_REMEDY = 'Write one JSON object a line, as {"outlet": ..., "published": ..., "text": ...}.'
GZIP_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)


def open_maybe_gzip(path: Path) -> IO[bytes]:
    """Open a file for reading, through gzip when its name ends in .gz."""
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def read_jsonl(path: Path, name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    """(line number, row) of a JSON lines file; lines that are no JSON are reported and passed over."""
    with open_maybe_gzip(path) as stream:
        try:
            yield from _rows(stream, name, problems)
        except GZIP_ERRORS as error:
            problems.error(
                "bad_gzip", f"The gzip stream is damaged ({error}); the rows after that point are lost.",
                "Fetch or pack the file again.", source=name,
            )  # fmt: skip


def _rows(stream: IO[bytes], name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    encoding = bom_encoding(stream.read(4))
    stream.seek(0)
    if encoding not in (None, "utf-8-sig"):
        try:
            lines = codecs.getreader(encoding)(stream).read().split("\n")
        except UnicodeError as error:
            problems.error(
                "encoding", f"It is marked as {encoding} but is not.", f"Save it as UTF-8 ({error}).", source=name
            )
            return
        for number, line in enumerate(lines, start=1):
            yield from _row(line, number, name, problems)
        return
    number = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            problems.error(
                "text_too_long", f"The line has more than {MAX_LINE_BYTES} bytes.",
                "Split its text into articles, one row each; a JSON list belongs in a .json file.",
                source=name, line=number,
            )  # fmt: skip
            continue
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            problems.error(
                "encoding", f"The line is not valid UTF-8 at its byte {error.start}.", "Save the file as UTF-8.",
                source=name, line=number,
            )  # fmt: skip
            continue
        yield from _row(text, number, name, problems)


def _row(text: str, number: int, name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    if not text.strip():
        return
    try:
        yield number, json.loads(text)
    except (ValueError, RecursionError) as error:
        why = (
            f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "it cannot be parsed"
        )
        problems.error("bad_json", f"The line is not valid JSON: {why}.", _REMEDY, source=name, line=number)


def read_json(data: bytes, name: str, problems: Problems) -> Iterator[tuple[int, Any]]:
    """(position, row) of a JSON file: a list of articles, one article, or {"articles": [...]}."""
    try:
        found = json.loads(decode(data))
    except NotText as error:
        problems.error("encoding", str(error), "Save the file as UTF-8.", source=name)
        return
    except json.JSONDecodeError as error:
        problems.error(
            "bad_json", f"The file is not valid JSON: {error.msg} at column {error.colno}.",
            "Give a list of article objects; one object a line belongs in a .jsonl file.",
            source=name, line=error.lineno,
        )  # fmt: skip
        return
    except (ValueError, RecursionError):
        problems.error(
            "bad_json", "The file is nested too deeply to be read.", "Give a list of article objects.", source=name
        )
        return
    if isinstance(found, dict) and isinstance(found.get("articles"), list):
        found = found["articles"]
    yield from enumerate(found if isinstance(found, list) else [found], start=1)
