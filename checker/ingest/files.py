"""Which files there are to read, in which order, and with which sidecar."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.ingest.decode import NotText, decode
from checker.ingest.problems import Problems

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
}
STREAMED = frozenset({"jsonl", "csv"})
SIDECAR = ".meta.json"
KNOWN_ENDINGS = "Known: .txt, .md, .html, .jsonl, .json, .csv, .tsv (.jsonl.gz and .csv.gz too)."
_CHUNK = 1 << 20
# A sidecar holds a few fields; a larger file of that name is something else.
MAX_SIDECAR_BYTES = 1_000_000


@dataclass(frozen=True)
class Found:
    """A file to read, of a known kind."""

    path: Path
    kind: str

    @property
    def stem(self) -> str:
        """The file's name without its endings: 'wire' of wire.jsonl.gz."""
        name = self.path.name[:-3] if self.path.name.lower().endswith(".gz") else self.path.name
        return Path(name).stem


def kind_of(path: Path) -> str | None:
    """The kind that a file's name states, or None."""
    name = path.name.lower()
    if name.endswith(SIDECAR):
        return None
    if name.endswith(".gz"):
        kind = KINDS.get(Path(name[:-3]).suffix)
        return kind if kind in STREAMED else None
    return KINDS.get(path.suffix.lower())


def find_files(inputs: Sequence[str | Path], problems: Problems) -> list[Found]:
    """The files of `inputs`, each once: folders are walked in sorted order, hidden names left out.

    In a folder, a file of an unknown kind is noted; named on its own, it is an error.
    """
    found: list[Found] = []
    seen: set[str] = set()
    for given in inputs:
        path = Path(given)
        try:
            if path.is_dir():
                for item in _walk(path, problems):
                    if not (item.is_fifo() or item.is_socket()):
                        _take(item, found, seen, problems, named=False)
            elif path.is_file():
                _take(path, found, seen, problems, named=True)
            else:
                problems.error("not_found", "There is no such file or folder.", "Check the path.", source=str(given))
        except (OSError, ValueError) as error:  # ValueError: a path with a NUL
            problems.error(
                "unreadable", f"It cannot be looked at: {error}.", "Check the path and its rights.", source=str(given)
            )
    return found


def _walk(folder: Path, problems: Problems) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        problems.error(
            "unreadable", f"The folder cannot be listed: {error.strerror}.", "Check its rights.",
            source=str(error.filename or folder),
        )  # fmt: skip

    for parent, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent) / name


def _take(path: Path, found: list[Found], seen: set[str], problems: Problems, *, named: bool) -> None:
    if path.name.lower().endswith(SIDECAR):
        if named:
            problems.error(
                "sidecar", "It is the sidecar of another file, not an article.", "Name the article's file instead.",
                source=str(path),
            )  # fmt: skip
        elif not _has_owner(path):
            problems.note(
                "orphan_sidecar", "No article file lies beside this sidecar.",
                "Give both the same name before the ending, or remove it.", source=str(path),
            )  # fmt: skip
        return
    key = os.path.realpath(path)
    if key in seen:
        problems.note(
            "duplicate_input",
            "The file was given more than once; it is read once.",
            "No action is needed.",
            source=str(path),
        )
        return
    seen.add(key)
    kind = kind_of(path)
    if kind is None:
        report = problems.error if named else problems.note
        report(
            "unknown_kind", f"Files ending in {path.suffix or 'no extension'!r} are not read.",
            f"Convert or rename it. {KNOWN_ENDINGS}", source=str(path),
        )  # fmt: skip
        return
    found.append(Found(path, kind))


def _has_owner(sidecar: Path) -> bool:
    stem = sidecar.name[: -len(SIDECAR)]
    return any(sidecar.with_name(stem + ending).exists() for ending in ("", *KINDS, ".jsonl.gz", ".csv.gz", ".tsv.gz"))


class BadSidecar(ValueError):
    """A sidecar that cannot be used; the message says why."""


def sidecar_of(path: Path, stem: str) -> Path | None:
    """The sidecar beside `path`: NAME.meta.json for NAME.txt, or NAME.txt.meta.json."""
    for name in (path.name + SIDECAR, stem + SIDECAR):
        candidate = path.with_name(name)
        if candidate.is_file():
            return candidate
    return None


def read_sidecar(path: Path) -> dict[str, Any]:
    """The fields that a sidecar states.

    Raises:
        BadSidecar: it is not a JSON object.
        OSError: it cannot be read.
    """
    if path.stat().st_size > MAX_SIDECAR_BYTES:
        raise BadSidecar(f"it has more than {MAX_SIDECAR_BYTES} bytes")
    try:
        fields = json.loads(decode(path.read_bytes()))
    except NotText as error:
        raise BadSidecar(str(error)) from error
    except json.JSONDecodeError as error:
        raise BadSidecar(f"{error.msg} at line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise BadSidecar("it cannot be parsed") from error
    if not isinstance(fields, dict):
        raise BadSidecar(f"it holds a {type(fields).__name__}, not an object")
    return fields


def fingerprint(path: Path) -> tuple[int, str]:
    """(bytes, SHA-256) of a file, streamed."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()
