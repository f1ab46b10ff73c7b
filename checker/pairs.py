"""Files of pairs: JSONL or CSV in, the same rows with the verdict's fields out, in order."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.fitting import Fit, as_toml, fit
from checker.labels import gold_of, own_figures
from checker.measure.bootstrap import Estimate
from checker.pipeline import Judge, prepare_pairs
from checker.schema import Verdict
from checker.settings import Settings

# A CSV cell cannot hold a record: these columns are added flat, the rest as JSON text.
FLAT = ("label", "relation", "kinds", "confidence", "abstained", "explanation")


def check_file(source: Path, target: Path, *, judge: Judge, settings: Settings, progress) -> int:
    """Judge every pair of `source` and write `target` in the same format; returns the number of pairs.

    Raises:
        InputError: the file cannot be read, or a row is not a pair; the message names file, line and remedy.
    """
    rows, lines, header = _checked(source)
    verdicts = _prepared(source, rows, judge, settings, progress)(settings)
    _write(target, rows, verdicts, header)
    return len(rows)


@dataclass(frozen=True)
class Measured:
    """A labelled file's figures, and what was fitted to it."""

    pairs: int
    figures: dict[str, Estimate]
    fit: Fit | None


def measure_file(
    source: Path, target: Path | None = None, fitted: Path | None = None, *, judge: Judge, settings: Settings, progress
) -> Measured:
    """Score the program on a file whose rows carry the right `relation`, `label` or both.

    Args:
        target: also write the rows with the verdicts; the file's own labels become `gold_relation` and `gold_label`.
        fitted: also fit the judge's settings to the labels and write a settings file here.

    Raises:
        InputError: the file cannot be read, a row is no labelled pair, or there are too few labels to fit to.
    """
    rows, lines, header = _checked(source)
    gold = gold_of(rows, lines, str(source))
    if not gold:
        raise InputError("has no pairs. Add a row for each.", source=str(source), code="no_pairs")
    if fitted and judge != "full":
        raise InputError(f"--fit tunes the whole judge, not {judge!r}. Leave --judge out.", code="bad_judge")
    bare = [{k: v for k, v in row.items() if k not in ("relation", "label")} for row in rows]
    judged = _prepared(source, bare, judge, settings, progress)
    verdicts = judged(settings)
    if target:
        kept = [_renamed(row) for row in rows]
        _write(target, kept, verdicts, None if header is None else list(_renamed(dict.fromkeys(header))))
    made = None
    if fitted:
        made = fit(gold, settings, judged)
        try:
            fitted.write_text(as_toml(settings, made, source.name), encoding="utf-8")
        except OSError as error:
            raise InputError(f"cannot be written: {error.strerror}. Choose another file.", source=str(fitted)) from error
    return Measured(len(rows), own_figures(gold, verdicts), made)


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    return {f"gold_{k}" if k in ("relation", "label") else k: v for k, v in row.items()}


def _prepared(source: Path, rows: list[dict[str, Any]], judge: Judge, settings: Settings, progress):
    try:
        return prepare_pairs(rows, judge=judge, settings=settings, progress=progress)
    except InputError as error:
        raise InputError(str(error), source=str(source), code=error.code) from error


def _checked(source: Path) -> tuple[list[dict[str, Any]], list[int], list[str] | None]:
    rows, lines, header = _read(source)
    for row, line in zip(rows, lines, strict=True):
        for side in ("a", "b"):
            if not isinstance(row.get(side), str) or not row[side].strip():
                raise InputError(f"field {side!r} is {row.get(side)!r}, but must be the text of a claim. "
                                 "Fill it in or delete the row.", source=str(source), line=line, code="no_text")  # fmt: skip
    return rows, lines, header


def _read(source: Path) -> tuple[list[dict[str, Any]], list[int], list[str] | None]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}. Check the path.", source=str(source), code="not_found") from error
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start}). Save it as UTF-8.", source=str(source), code="encoding") from error
    if source.suffix.lower() in (".csv", ".tsv"):
        reader = csv.DictReader(text.splitlines(keepends=True), delimiter="\t" if source.suffix.lower() == ".tsv" else ",")
        header = list(reader.fieldnames or [])
        for column in ("a", "b"):
            if column not in header:
                raise InputError(f"has no column {column!r} (columns: {', '.join(header) or 'none'}). Name the two claims' "
                                 "columns a and b.", source=str(source), line=1, code="bad_row")  # fmt: skip
        rows, lines = [], []
        for row in reader:
            if None in row:
                raise InputError("has more cells than the header. Quote cells that hold commas.", source=str(source),
                                 line=reader.line_num, code="bad_row")  # fmt: skip
            rows.append(dict(row))
            lines.append(reader.line_num)
        return rows, lines, header
    rows, lines = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"is not JSON: {error.msg} at column {error.colno}. Give one object a line.",
                             source=str(source), line=number, code="bad_json") from error  # fmt: skip
        if not isinstance(row, dict):
            raise InputError(f"is a {type(row).__name__}, not an object. Give one object a line.", source=str(source),
                             line=number, code="bad_row")  # fmt: skip
        rows.append(row)
        lines.append(number)
    return rows, lines, None


def _write(target: Path, rows: list[dict[str, Any]], verdicts: list[Verdict], header: list[str] | None) -> None:
    if header is None:
        with target.open("w", encoding="utf-8") as handle:
            for row, verdict in zip(rows, verdicts, strict=True):
                added = verdict.model_dump(mode="json")
                added.pop("id")
                handle.write(json.dumps({**row, **added}, ensure_ascii=False) + "\n")
        return
    tab = target.suffix.lower() == ".tsv"
    names = [*header, *(n for n in (*FLAT, *PROBABILITIES) if n not in header)]
    with target.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, names, delimiter="\t" if tab else ",")
        writer.writeheader()
        for row, verdict in zip(rows, verdicts, strict=True):
            added: dict[str, Any] = {name: getattr(verdict, name) for name in FLAT}
            added["kinds"] = ";".join(verdict.kinds)
            for direction in ("a_to_b", "b_to_a"):
                for label, p in getattr(verdict.probabilities, direction):
                    added[f"{direction}_{label}"] = round(p, 4)
            writer.writerow({**row, **added})


PROBABILITIES = tuple(f"{d}_{label}" for d in ("a_to_b", "b_to_a") for label in ("entailment", "neutral", "contradiction"))
