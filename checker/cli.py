"""The command line: results on standard output or in -o, progress and errors on standard error."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from checker import __version__
from checker.errors import CheckerError, InputError, UsageError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False,
    help="Finds where news reports contradict each other, and says why. Runs offline.",
)  # fmt: skip
BAD_INPUT, FOUND = 2, 3
FORMATS = ("html", "md", "json", "csv")
EXPORTS = ("ucdp", "acled")
JudgeName = Literal["full", "nli", "numbers"]

Config = Annotated[Path | None, typer.Option("--settings", help="TOML file of settings.")]
JudgeOption = Annotated[JudgeName, typer.Option("--judge", help="The whole judge, the NLI model alone, or quantities alone.")]


@contextmanager
def _errors():
    try:
        yield
    except CheckerError as error:
        print(f"error [{error.code}]: {error}", file=sys.stderr)
        raise typer.Exit(BAD_INPUT) from error


@contextmanager
def _progress(enabled: bool = True):
    """A bar a stage on standard error; nothing where that is not a terminal but a line a stage."""
    if not enabled:
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    if not console.is_terminal:
        last: dict[str, int] = {}

        def line(stage: str, done: int, of: int) -> None:
            tenth = 10 if done >= of else int(10 * done / max(of, 1))
            if last.get(stage) != tenth:
                last[stage] = tenth
                print(f"{stage}: {done} of {of}", file=sys.stderr, flush=True)

        yield line
        return
    columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars:
        tasks: dict[str, object] = {}

        def bar(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=of)
            bars.update(tasks[stage], completed=done, total=of)  # type: ignore[arg-type]

        yield bar


def _settings(path: Path | None):
    from checker.settings import Settings

    return Settings.load(path)


def _moment(text: str | None, option: str) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} is {text!r}, which is not an ISO 8601 date. Write it like 2025-06-01.") from None


def _version(value: bool) -> None:
    if value:
        print(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    pass


@app.command()
def report(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files and folders of articles.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder that the report is written to.")],
    format: Annotated[str, typer.Option(help="Formats, comma-separated: html,md,json,csv, and the exports ucdp,acled.")] = ",".join(FORMATS),
    retrieved: Annotated[str | None, typer.Option(help="When pages without a sidecar were fetched (ISO 8601).")] = None,
    on_error: Annotated[Literal["skip", "stop"], typer.Option(help="Skip and report what cannot be read, or stop.")] = "skip",
    settings: Config = None,
    since: Annotated[Path | None, typer.Option(help="report.json of an earlier run: say what changed since.")] = None,
    decisions: Annotated[Path | None, typer.Option(help="TOML file of decisions: findings dismissed, events joined or split.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do not go on from an earlier run in the same folder.")] = False,
    fail_on_findings: Annotated[bool, typer.Option("--fail-on-findings", help="Exit with 3 if there is a conflict or dispute.")] = False,
) -> None:
    """Articles in, contradiction report out."""
    with _errors():
        formats = [f.strip() for f in format.split(",") if f.strip()]
        unknown = [f for f in formats if f not in (*FORMATS, *EXPORTS)]
        if unknown or not formats:
            raise UsageError(f"--format {format!r} is not known. Choose from {', '.join((*FORMATS, *EXPORTS))}.")
        missing = next((str(p) for p in inputs if not p.exists()), None)
        if missing is not None:
            raise InputError("no such file or folder. Check the path.", source=missing, code="not_found")
        moment = _moment(retrieved, "--retrieved")
        chosen = _settings(settings)
        earlier = _earlier(since)  # read before the folder is written to: it may be the same one
        from checker.pipeline import build_report
        from checker.report.write import write_report
        from checker.schema import Decisions

        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"-o {out} cannot be made a folder: {error}. Choose another.") from error
        work = out / ".work.sqlite"
        if fresh:
            for name in (work, work.with_name(work.name + "-wal"), work.with_name(work.name + "-shm")):
                name.unlink(missing_ok=True)
        with _progress() as progress:
            result = build_report(list(inputs), settings=chosen, retrieved=moment, on_error=on_error, work=work,
                                  decisions=Decisions.load(decisions), since=earlier, progress=progress)  # fmt: skip
        written = write_report(result, out, formats)
        c = result.counts
        print(f"{c['articles']} articles, {c['outlets']} outlets, {c['claims']} claims, {c['events']} events", file=sys.stderr)
        print(", ".join(f"{c[r]} {r}" for r in ("conflict", "dispute", "update", "undetermined", "compatible", "same")), file=sys.stderr)
        if earlier is not None:
            from checker.report.changes import KINDS

            kinds = {k: sum(c.kind == k for c in result.changes) for k in KINDS}
            print("since the earlier report: " + ", ".join(f"{n} {k}" for k, n in kinds.items()), file=sys.stderr)
        if result.dismissed:
            print(f"{len(result.dismissed)} dismissed by your decisions", file=sys.stderr)
        for entry in result.skipped:
            where = f"{entry.source}:{entry.line}" if entry.line else entry.source
            print(f"skipped [{entry.code}]: {where}: {entry.reason} {entry.remedy}", file=sys.stderr)
        for path in written:
            print(path)
        if not result.articles:
            raise InputError("no article could be read. See the skips above.", code="no_article")
        if fail_on_findings and any(f.relation in ("conflict", "dispute") for f in result.findings):
            raise typer.Exit(FOUND)


def _earlier(path: Path | None):
    if path is None:
        return None
    from pydantic import ValidationError

    from checker.schema import Report

    try:
        return Report.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        first = str(error).splitlines()[0]
        raise InputError(f"is no report that can be read: {first}. Give the report.json of an earlier run.", source=str(path),
                         code="since") from error  # fmt: skip


@app.command()
def dismiss(
    report: Annotated[Path, typer.Argument(help="report.json that has the finding.")],
    finding: Annotated[str, typer.Argument(help="The finding's id, as the report shows it.")],
    reason: Annotated[str, typer.Option(help="Why it is put aside.")],
    decisions: Annotated[Path, typer.Option(help="The TOML file of decisions to add to.")] = Path("decisions.toml"),
) -> None:
    """Put a finding aside, with a reason; give the file to later runs with --decisions."""
    with _errors():
        from checker.report.dismissals import dismissal
        from checker.schema import Decisions
        from checker.schema.decisions import as_toml

        entry = dismissal(_earlier(report), finding, reason)
        before = decisions.read_text(encoding="utf-8") if decisions.exists() else ""
        if before:
            Decisions.load(decisions)  # never add to a file that would not load
        try:
            decisions.write_text(before + ("\n" if before else "") + as_toml(entry), encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{decisions} cannot be written: {error}. Choose another file.") from error
        print(decisions)


@app.command()
def pair(
    a: Annotated[str, typer.Argument(help="Claim A.")],
    b: Annotated[str, typer.Argument(help="Claim B.")],
    a_date: Annotated[str | None, typer.Option(help="When A was published (ISO 8601).")] = None,
    b_date: Annotated[str | None, typer.Option(help="When B was published.")] = None,
    a_outlet: Annotated[str | None, typer.Option(help="Who published A.")] = None,
    b_outlet: Annotated[str | None, typer.Option(help="Who published B.")] = None,
    judge: JudgeOption = "full",
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole verdict as JSON.")] = False,
    settings: Config = None,
) -> None:
    """One verdict on two claims."""
    with _errors():
        from checker.pipeline import check_pair

        verdict = check_pair(a, b, a_date=a_date, b_date=b_date, a_outlet=a_outlet, b_outlet=b_outlet, judge=judge,
                             settings=_settings(settings))  # fmt: skip
        if as_json:
            print(verdict.model_dump_json(indent=2))
            return
        kinds = f" ({', '.join(verdict.kinds)})" if verdict.kinds else ""
        print(f"{verdict.relation}{kinds}, label {verdict.label}")
        print(verdict.explanation)
        for step in verdict.trace:
            compared = f" “{step.compared[0]}” / “{step.compared[1]}”" if step.compared else ""
            print(f"  {step.step}: {step.rule}{compared}: {step.result}")


@app.command()
def pairs(
    file: Annotated[Path, typer.Argument(help="JSONL or CSV with columns a, b and optionally a_date, b_date, a_outlet, b_outlet, id.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write, in the same format.")] = None,
    judge: JudgeOption = "full",
    settings: Config = None,
    labels: Annotated[bool, typer.Option("--labels", help="The file has the right relation or label: print how well the program does.")] = False,
    fit: Annotated[Path | None, typer.Option(help="With --labels: fit the judge to them and write this settings file (TOML).")] = None,
) -> None:
    """Verdicts on a file of pairs: the same rows with the verdict's fields added, in order.

    With --labels, figures on your own labelled pairs (columns relation, label or both; event groups rows that belong together).
    """
    with _errors():
        from checker.fitting import SETTING
        from checker.pairs import check_file, measure_file

        if fit and not labels:
            raise UsageError("--fit needs --labels and a file with the right relations or labels.")
        if out is None and not labels:
            raise UsageError("Give the file to write with -o, or --labels to measure.")
        chosen = _settings(settings)
        if not labels:
            assert out is not None
            with _progress() as progress:
                count = check_file(file, out, judge=judge, settings=chosen, progress=progress)
            print(f"{count} pairs", file=sys.stderr)
            print(out)
            return
        with _progress() as progress:
            made = measure_file(file, out, fit, judge=judge, settings=chosen, progress=progress)
        print(f"{made.pairs} pairs")
        for name, figure in made.figures.items():
            print(f"  {name.replace('_', ' '):20} {figure!s:24} n={figure.n}")
        if made.fit:
            f = made.fit
            print(f"judge.{SETTING} {f.threshold:g}: macro-F1 {f.before:.3f} -> {f.after:.3f}; {f.held_out:.3f} on pairs not fitted to")
            print(f"temperature {f.temperature:g}: log-loss {f.loss_before:.3f} -> {f.loss_after:.3f}")
            print(fit)


@app.command()
def claims(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files and folders of articles.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write here instead of standard output.")] = None,
    retrieved: Annotated[str | None, typer.Option(help="When pages without a sidecar were fetched (ISO 8601).")] = None,
    on_error: Annotated[Literal["skip", "stop"], typer.Option(help="Skip and report what cannot be read, or stop.")] = "skip",
    settings: Config = None,
) -> None:
    """The claims of articles with their assertions and quantities, as JSONL."""
    with _errors():
        missing = next((str(p) for p in inputs if not p.exists()), None)
        if missing is not None:
            raise InputError("no such file or folder. Check the path.", source=missing, code="not_found")
        from checker.ingest import read_inputs
        from checker.read import read_article

        chosen = _settings(settings)
        got = read_inputs(list(inputs), retrieved=_moment(retrieved, "--retrieved"), on_error=on_error)
        target = out.open("w", encoding="utf-8") if out else sys.stdout
        try:
            for article in got.articles:
                for claim in read_article(article, vague=chosen.read.vague or None):
                    target.write(claim.model_dump_json() + "\n")
        finally:
            if out:
                target.close()
        for entry in got.skipped:
            print(f"skipped [{entry.code}]: {entry.source}{f':{entry.line}' if entry.line else ''}: {entry.reason} {entry.remedy}", file=sys.stderr)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    settings: Config = None,
) -> None:
    """HTTP API, its OpenAPI page and the review page."""
    with _errors():
        try:
            import uvicorn

            from checker.service.app import create_app
        except ImportError as error:
            raise UsageError(f"`checker serve` needs the extra: pip install 'claim-checker[serve]' (missing: {error.name}).") from error
        print(f"http://{host}:{port}/  (API: /docs)", file=sys.stderr)
        uvicorn.run(create_app(_settings(settings)), host=host, port=port, log_level="warning")


@app.command("settings")
def show_settings(settings: Config = None) -> None:
    """Every setting with its default, unit and meaning, as JSON schema; with --settings, the values in force."""
    with _errors():
        from checker.settings import Settings

        chosen = _settings(settings)
        print(json.dumps(chosen.model_dump(mode="json") if settings else Settings.model_json_schema(), indent=2))


@app.command("schema")
def show_schema() -> None:
    """The JSON schema of report.json."""
    from checker.report.json import json_schema

    print(json.dumps(json_schema(), indent=2))


def main() -> None:
    """Entry point; standard streams are UTF-8 whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
