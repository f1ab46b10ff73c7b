"""The word lists of quantity reading, loaded once from the JSON files beside the code."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Return the parsed content of `lexicon/NAME.json`."""
    return json.loads((files(__package__) / "lexicon" / f"{name}.json").read_text(encoding="utf-8"))


def phrase_table(entries: dict[str, Any]) -> dict[str, list[tuple[tuple[str, ...], Any]]]:
    """Index phrases by their first token, longest first, so that one look-up finds the longest match."""
    from checker.read.quantity.tokens import Tokens

    table: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in entries.items():
        words = tuple(Tokens(phrase).low)
        table.setdefault(words[0], []).append((words, value))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table
