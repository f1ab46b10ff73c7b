"""The gate: the working tree against recorded figures. It fails when a headline metric falls by more than its interval."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from checker.measure.bootstrap import Estimate
from checker.schema.base import Record
from eval import provenance
from eval.demo import read_report, read_truth, score_demo
from eval.errors import EvalError
from eval.loaders import load
from eval.results_file import Result, of_scores
from eval.run import predict
from eval.score import HEADLINE, LOWER_IS_BETTER, score
from eval.systems import create

DEMO_HEADLINE = ("recall", "precision", "false_agreement")
# Beside the headline of a pair set, where it has relations.
RELATIONS = ("relation_macro_f1",)
# What `--record-own` records of the hand-labelled dev part: a stratified sample, so that the gate stays under 3 minutes
# on two cores.
OWN, OWN_SYSTEMS, OWN_LIMIT = Path("data/pairs/dev.jsonl"), ("full", "nli"), 400
# A metric without an interval (too few groups) may fall by this much: one item of a set of 20.
WITHOUT_INTERVAL = 0.05
EPSILON = 1e-9


class Check(Record):
    """One metric of one recorded result."""

    result: str
    metric: str
    state: Literal["ok", "fell", "skipped"]
    recorded: float | None = None
    limit: float | None = None
    now: float | None = None
    reason: str = ""


def headline(result: Result) -> Sequence[str]:
    """The metrics that the gate watches."""
    if result.kind == "demo":
        return DEMO_HEADLINE
    return (*HEADLINE[result.task], *(name for name in RELATIONS if name in result.metrics))


def bound(name: str, recorded: Estimate) -> float:
    """The worst value that is still within the recorded interval."""
    worse = 1 if name in LOWER_IS_BETTER else -1
    end = recorded.high if worse > 0 else recorded.low
    if end is None:
        return recorded.value + worse * WITHOUT_INTERVAL
    # A share of exactly 0 or 1 has an interval without width: one item is let pass.
    return recorded.value + worse * max(abs(end - recorded.value), 1 / max(1, recorded.n) + EPSILON)


def judge(result: Result, metrics: dict[str, Estimate]) -> list[Check]:
    """Compare new metrics with a recorded result. A metric that had a value and now has none has fallen."""
    checks = []
    for name in headline(result):
        recorded = result.metrics.get(name)
        if recorded is None or recorded.value is None:
            continue
        limit, new = bound(name, recorded), metrics[name].value if name in metrics else None
        if new is None:
            state, reason = "fell", "now without data"
        else:
            fell = new > limit if name in LOWER_IS_BETTER else new < limit
            state, reason = ("fell", "outside the recorded interval") if fell else ("ok", "")
        checks.append(
            Check(result=result.name, metric=name, state=state, recorded=recorded.value, limit=limit, now=new, reason=reason)
        )
    return checks


def find(result: Result, folders: Sequence[Path]) -> Path | None:
    """The result's data: in the repository, or a file of its name and hash under one of `folders`."""
    own = provenance.ROOT / result.path
    places = [own] if own.exists() else []
    places += [path for folder in folders for path in sorted(folder.rglob(Path(result.path).name))]
    if result.kind == "demo":
        return places[0] if places else None
    return next((path for path in places if path.is_file() and provenance.sha256(path) == result.sha256), None)


def remake(result: Result, path: Path) -> dict[str, Estimate]:
    """Make the figures again with the working tree."""
    if result.kind == "demo":
        return _demo(result, path)
    model = result.settings.get("model")
    system = create(result.system, model=model if model not in (None, "bundled") else None, seed=result.seed)
    header, rows = predict(system, load(path), limit=result.limit, seed=result.seed)
    return score(header, rows).metrics


def _demo(result: Result, articles: Path) -> dict[str, Estimate]:
    truth = provenance.ROOT / result.settings["truth"]
    if provenance.sha256(truth) != result.sha256:
        raise EvalError(f"{truth}: is not the truth that was recorded. Record again: `python -m eval gate --record-demo`.")
    report = make_report(articles)
    return score_demo(report, read_truth(truth)).metrics


def make_report(articles: Path):
    """The report of a folder, by the command as a user runs it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "report", str(articles), "-o", folder, "--format", "json"],
            cwd=provenance.ROOT, stdout=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        if done.returncode:
            raise EvalError(f"`checker report {articles}` ended with code {done.returncode}. Run it to see why.")
        return read_report(Path(folder) / "report.json")


def record_own(limit: int | None = OWN_LIMIT) -> list[Result]:
    """The figures of the hand-labelled dev part, with the working tree as it is."""
    path = provenance.ROOT / OWN
    results = []
    for name in OWN_SYSTEMS:
        header, rows = predict(create(name), load(path), limit=limit)
        results.append(of_scores(header, score(header, rows)))
    return results


def run_gate(
    results: Sequence[Result], folders: Sequence[Path] = (), make: Callable[[Result, Path], dict] = remake
) -> list[Check]:
    """All checks. Results whose data is not at hand are skipped, with the reason, never passed in silence; data of
    the repository that has changed since counts as fallen."""
    checks = []
    for result in results:
        path = find(result, folders)
        if path is None and (provenance.ROOT / result.path).is_file():
            reason = "the data in the repository is not what was recorded: record again, `python -m eval gate --record-own`"
            checks.append(Check(result=result.name, metric="all", state="fell", reason=reason))
            continue
        if path is None:
            reason = f"no {result.path} with the recorded hash here; give its folder with --data"
            checks.append(Check(result=result.name, metric="all", state="skipped", reason=reason))
            continue
        checks += judge(result, make(result, path))
    return checks


def as_json(checks: Sequence[Check]) -> str:
    """Checks as JSON."""
    return json.dumps([check.model_dump() for check in checks], indent=1)
