"""Recorded figures: small JSON files that go into the repository, unlike predictions, which hold other people's texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from checker.measure.bootstrap import Estimate
from checker.schema.base import Record
from eval import provenance
from eval.errors import EvalError
from eval.records import Header
from eval.score import Scores

FOLDER = Path(__file__).resolve().parent / "results"
RECORDED = FOLDER / "recorded.json"


class Result(Record):
    """The figures of one system on one set, with what is needed to make them again."""

    name: str = Field(description="system@dataset, with /limit where a sample was taken")
    kind: Literal["predictions", "demo"] = "predictions"
    system: str
    dataset: str
    task: str
    path: str = Field(description="relative to the repository, or the bare file name of a set that is not in it")
    sha256: str
    limit: int | None = None
    seed: int = 0
    n: int
    groups: int
    metrics: dict[str, Estimate]
    command: str
    commit: str | None
    dirty: bool | None
    created: str
    machine: str
    packages: dict[str, str] = Field(default_factory=dict)
    models: tuple[dict[str, Any], ...] = ()
    settings: dict[str, Any] = Field(default_factory=dict)


class Results(Record):
    """A results file."""

    format: Literal["checker-eval-results/1"] = "checker-eval-results/1"
    results: tuple[Result, ...]


def of_scores(header: Header, scores: Scores) -> Result:
    """A result from a predictions file's header and its scores."""
    name = f"{header.system}@{header.dataset}" + (f"/{header.limit}" if header.limit else "")
    named = f" --format {header.data['format']}" if header.data.get("format") else ""
    sample = f" --limit {header.limit} --seed {header.seed}" if header.limit else ""
    return Result(
        name=name, system=header.system, dataset=header.dataset, task=header.task,
        path=header.data["path"], sha256=header.data["sha256"], limit=header.limit, seed=header.seed,
        n=scores.n, groups=scores.groups, metrics=scores.metrics,
        command=f"python -m eval run {header.system} {header.data['path']}{named}{sample} -o OUT && python -m eval score OUT",
        commit=header.commit, dirty=header.dirty, created=header.created, machine=header.machine,
        packages=header.packages, models=header.models, settings=header.settings,
    )  # fmt: skip


def read(path: Path) -> Results:
    """Read a results file.

    Raises:
        EvalError: it is missing or is no results file.
    """
    try:
        return Results.model_validate_json(path.read_bytes())
    except OSError as error:
        raise EvalError(
            f"{path}: cannot be read ({error.strerror}). Record figures first: `python -m eval gate --record FILE...`."
        ) from error
    except ValidationError as error:
        raise EvalError(f"{path}: is no results file ({error.errors()[0]['msg']}). Record it again.") from error


def add(path: Path, new: Iterable[Result]) -> Results:
    """Put results into a file; one of the same name is replaced, and the order is by name."""
    known: Sequence[Result] = read(path).results if path.exists() else ()
    merged = {result.name: result for result in known} | {result.name: result for result in new}
    results = Results(results=tuple(merged[name] for name in sorted(merged)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(results.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return results


def demo_result(scores: Any, report: Any, articles: Path, truth: Path) -> Result:
    """A result from the demonstration's scores."""
    commit, dirty = provenance.commit()
    shown, wanted = provenance.public_path(articles), provenance.public_path(truth)
    return Result(
        name="report@demo", kind="demo", system="report", dataset="demo", task="demo", path=shown,
        sha256=provenance.sha256(truth), n=scores.counts["facts"], groups=max(m.groups for m in scores.metrics.values()),
        metrics=scores.metrics, settings={"truth": wanted},
        command=f"checker report {shown} -o OUT && python -m eval demo OUT/report.json --truth {wanted}",
        commit=commit, dirty=dirty, created=provenance.now(), machine=provenance.machine(),
        packages=provenance.versions(), models=tuple(m.model_dump() for m in report.models),
    )  # fmt: skip
