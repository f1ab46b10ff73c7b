"""`python -m eval set`: the hand-labelled set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

set_app = typer.Typer(no_args_is_help=True, help="The hand-labelled set: build, check, count, artifacts, agreement.")
FAILED = 1
Data = Annotated[Path, typer.Argument(help="The folder of the set.")]
FOLDER = Path("data")


@set_app.command()
def build(data: Data = FOLDER) -> None:
    """Write splits.json, pairs/*.jsonl and claims/*.jsonl from the dossiers and the adjudications."""
    from eval import dossiers
    from eval.tables import table

    print(table([(name, str(n)) for name, n in dossiers.build(data).items()], ("file", "rows")))


@set_app.command()
def check(data: Data = FOLDER) -> None:
    """Validate schema, spans, splits, near-duplicates, built files and balance; fail (1) when something is broken or thin."""
    from eval.dossiers import check_files, pairs_of, read_set
    from eval.dossiers.balance import thin

    problems = check_files(data)
    lacks = [] if problems else thin(*_rows(read_set, pairs_of, data))
    for line in [*problems, *(f"thin: {line}" for line in lacks)]:
        print(line)
    if problems or lacks:
        raise typer.Exit(FAILED)
    print("nothing is broken, nothing is thin")


def _rows(read_set, pairs_of, data: Path):
    dossiers, splits = read_set(data)
    return dossiers, pairs_of(dossiers, splits)


@set_app.command()
def stats(data: Data = FOLDER) -> None:
    """Count events, claims and pairs by relation, kind, label, difficulty, event type and split."""
    from eval.dossiers import pairs_of, read_set
    from eval.dossiers.balance import counts
    from eval.dossiers.splits import SPLITS
    from eval.tables import table

    print(table(counts(*_rows(read_set, pairs_of, data)), ("what", "which", "all", *SPLITS)))


@set_app.command()
def artifacts(data: Data = FOLDER) -> None:
    """What one claim, or shared words, give away: models of train on dev against the constant answer; fail (1) when too much."""
    from eval.dossiers import pairs_of, read_set
    from eval.dossiers.artifacts import artifacts as measure
    from eval.tables import table

    _, rows = _rows(read_set, pairs_of, data)
    made = measure(rows["train"], rows["dev"])
    cells = [
        (a.model, a.target, a.measure, str(a.score), str(a.constant), str(a.above), "TOO GOOD" if a.too_good else "ok" if a.held else "")
        for a in made
    ]
    print(table(cells, ("model", "predicts", "measure", "score", "constant answer", "above it", "")))
    if any(a.too_good for a in made):
        raise typer.Exit(FAILED)


@set_app.command()
def kappa(
    data: Data = FOLDER,
    second: Annotated[list[Path] | None, typer.Option(help="JSONL of the second pass; default second_pass.jsonl and second_pass/*.jsonl.")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write disagreements here, to be adjudicated.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Hold a second labelling pass against the first: Cohen's kappa, and every disagreement."""
    from eval.dossiers.kappa import agreement, read_second
    from eval.dossiers.records import read_dossiers
    from eval.tables import agreement_table

    made = agreement(read_dossiers(data / "dossiers"), read_second(data, second or ()))
    print(made.model_dump_json(indent=1) if as_json else agreement_table(made))
    if out:
        out.write_text(_to_settle(made), encoding="utf-8")
        print(out, file=sys.stderr)


def _to_settle(made) -> str:
    """Rows of adjudicated.jsonl whose `final` and `reason` are still to be filled in."""
    import json

    rows = ({"a": d.a, "b": d.b, "first": d.first, "second": d.second, "final": d.final, "reason": d.note} for d in made.disagreements)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
