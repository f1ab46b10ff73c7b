"""Predictions files: a header line with provenance, then one prediction a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from eval.errors import EvalError
from eval.records import Header, Prediction


def write(path: Path, header: Header, rows: Iterable[Prediction]) -> None:
    """Write a predictions file whole: it appears under its name only when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    with partial.open("w", encoding="utf-8") as stream:
        stream.write(header.model_dump_json() + "\n")
        for row in rows:
            stream.write(row.model_dump_json(exclude_defaults=True) + "\n")
    partial.replace(path)


def read(path: Path) -> tuple[Header, list[Prediction]]:
    """Read a predictions file.

    Raises:
        EvalError: it cannot be read, has no header, or holds fewer rows than the header says.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"{path}: cannot be read ({error}). Give a file that `python -m eval run` wrote.") from error
    try:
        header = Header.model_validate_json(lines[0])
    except ValidationError as error:
        raise EvalError(
            f"{path}:1: is no header of a predictions file. Give a file that `python -m eval run` wrote."
        ) from error
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        try:
            rows.append(Prediction.model_validate_json(line))
        except (ValidationError, json.JSONDecodeError) as error:
            raise EvalError(f"{path}:{number}: is no prediction. Run the system again.") from error
    if len(rows) != header.items:
        raise EvalError(f"{path}: holds {len(rows)} of {header.items} predictions. Run the system again.")
    return header, rows
