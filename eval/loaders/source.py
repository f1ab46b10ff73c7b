"""Reading rows from JSONL, gzipped JSONL and TSV files, with line numbers for errors."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from eval.errors import EvalError

SUFFIXES = (".gz", ".jsonl", ".json", ".tsv", ".txt", ".csv")

ANONYMOUS = frozenset({"articles", "train", "dev", "test", "val", "pairs", "claims", "data"})  # named by their folder too


class Source(NamedTuple):
    """A file's rows, where it is, and the hash of its bytes."""

    path: Path
    name: str
    sha256: str
    rows: list[dict[str, Any]]

    def error(self, index: int, message: str) -> EvalError:
        """An error that names row `index` (from 0) of this file."""
        return EvalError(f"{self.path}: row {index + 1}: {message}")


def read_source(path: Path) -> Source:
    """Read all rows of `path`.

    Raises:
        EvalError: the file cannot be read, a line is not JSON, or there are no rows.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EvalError(f"{path}: cannot be read ({error.strerror}). Give the path of a data file.") from error
    digest = hashlib.sha256(data).hexdigest()
    name = path.name
    while Path(name).suffix in SUFFIXES:
        name = name[: -len(Path(name).suffix)]
    if name in ANONYMOUS:
        name = f"{path.resolve().parent.name}_{name}"
    try:
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise EvalError(f"{path}: is not UTF-8 text or whole gzip ({error}). Save it as UTF-8.") from error
    tabular = [suffix for suffix in path.suffixes if suffix in (".tsv", ".csv")] or path.suffix == ".txt"
    rows = _table(path, text) if tabular else _jsonl(path, text)
    if not rows:
        raise EvalError(f"{path}: has no rows. Give a file with at least one.")
    return Source(path, name, digest, rows)


def read_labels(path: Path, needs: Iterable[str], what: str) -> list[dict[str, Any]]:
    """Rows of a label file (JSON lines), each with the fields that it needs.

    Raises:
        EvalError: the file cannot be read, or a row lacks a field; the message names the line and the fields.
    """
    rows, needed = read_source(path).rows, tuple(needs)
    for number, row in enumerate(rows, 1):
        if missing := [name for name in needed if name not in row]:
            raise EvalError(f"{path}:{number}: is no label of {what}: {', '.join(missing)} is missing. It needs {', '.join(needed)}.")
    return rows


def _jsonl(path: Path, text: str) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise EvalError(f"{path}:{number}: is not JSON ({error.msg}). One JSON object a line is expected.") from error
        if not isinstance(row, dict):
            raise EvalError(f"{path}:{number}: holds a {type(row).__name__}, not an object.")
        rows.append(row)
    return rows


def _table(path: Path, text: str) -> list[dict[str, Any]]:
    # The official TSV files quote nothing, and hold bare quotation marks: csv's quoting would join their rows.
    comma = ".csv" in path.suffixes
    reader = csv.DictReader(
        io.StringIO(text, newline=""),
        delimiter="," if comma else "\t",
        quoting=csv.QUOTE_MINIMAL if comma else csv.QUOTE_NONE,
    )
    return [{key: value for key, value in row.items() if key is not None} for row in reader]
