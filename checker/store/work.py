"""Finished work in SQLite, so that a killed run goes on where it stopped and a second run is quick.

Entries are keyed by the content that they were computed from and by what computed it (program version, model hash,
settings), so that nothing stale is ever reused.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from checker.errors import InputError

# SQLite allows 999 variables in a query everywhere.
_CHUNK = 900


class WorkStore:
    """A key-value table a kind: 'claims' (JSON), 'vector' and 'nli' (float32)."""

    def __init__(self, path: Path | None):
        """Open or create the database at `path`; None keeps it in memory.

        Raises:
            InputError: the file is not such a database, or cannot be written.
        """
        try:
            self.connection = sqlite3.connect(":memory:" if path is None else str(path))
            self.connection.execute("PRAGMA journal_mode=WAL")
            self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.execute("CREATE TABLE IF NOT EXISTS work (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        except sqlite3.Error as error:
            raise InputError(
                f"The work database {path} cannot be used: {error}. Delete it, or choose another output folder.",
                code="store",
            ) from error

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The values of those keys that are stored."""
        out: dict[str, bytes] = {}
        for start in range(0, len(keys), _CHUNK):
            part = list(keys[start : start + _CHUNK])
            marks = ",".join("?" * len(part))
            out.update(self.connection.execute(f"SELECT key, value FROM work WHERE key IN ({marks})", part))
        return out

    def put(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Store values at once: after it returns they survive a kill."""
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO work VALUES (?, ?)", list(items))

    def close(self) -> None:
        self.connection.close()


@lru_cache
def code_digest(package: str) -> str:
    """SHA-256 over the source files of a package: what an older checkout computed is never taken for this one's."""
    digest = hashlib.sha256()
    for entry in sorted(files(package).rglob("*"), key=str):
        if entry.suffix in (".py", ".json"):
            digest.update(entry.read_bytes())
    return digest.hexdigest()


def key(kind: str, maker: str, *content: str) -> str:
    """A key for `content` as computed by `maker`."""
    digest = hashlib.sha256("\x1f".join((maker, *content)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}:{digest}"


def pack(array: np.ndarray) -> bytes:
    """A float32 array as bytes."""
    return np.asarray(array, dtype=np.float32).tobytes()


def unpack(value: bytes) -> np.ndarray:
    """The flat float32 array in `value`."""
    return np.frombuffer(value, dtype=np.float32)
