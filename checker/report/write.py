"""Writing the report's files, each one whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checker.errors import UsageError
from checker.schema import Report

FORMATS = ("html", "md", "json", "csv")
# Written only when asked for: deaths by event as users of UCDP and ACLED know them. name -> file
EXPORTS = {"ucdp": "ucdp.csv", "acled": "acled.csv"}


def write_report(report: Report, out: Path, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Write `report.html`, `report.md`, `report.json`, `report.csv`, `ucdp.csv` and `acled.csv`, as asked for, into `out`.

    Each file is written beside its place and moved there, so that a reader never meets half a report, and a run
    that is stopped leaves the earlier files as they were.

    Returns:
        The paths in the order of `formats`, without repeats.

    Raises:
        UsageError: an unknown format, none at all, or `out` cannot be made or written.
    """
    wanted = tuple(dict.fromkeys(formats))
    unknown = [name for name in wanted if name not in (*FORMATS, *EXPORTS)]
    if unknown or not wanted:
        given = ", ".join(map(repr, unknown)) or "nothing"
        raise UsageError(f"Report format {given} is not known. Choose from {', '.join((*FORMATS, *EXPORTS))}.")
    out = Path(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        return tuple(_write(out / EXPORTS.get(name, f"report.{name}"), _render(report, name, wanted)) for name in wanted)
    except OSError as error:
        raise UsageError(
            f"The report cannot be written to {str(out)!r}: {error}. Name a folder that can be written."
        ) from error


def _render(report: Report, name: str, wanted: Sequence[str]) -> str:
    json_href = "report.json" if "json" in wanted else None
    if name == "html":
        from checker.report.html import render_html

        return render_html(report, json_href)
    if name == "md":
        from checker.report.markdown import render_markdown

        return render_markdown(report, json_href)
    if name in EXPORTS:
        from checker.report import exports

        return exports.render_ucdp(report) if name == "ucdp" else exports.render_acled(report)
    if name == "csv":
        from checker.report.tables import render_csv

        return render_csv(report)
    from checker.report.json import render_json

    return render_json(report)


def _write(path: Path, content: str) -> Path:
    # Bytes, not text: line ends must stay as rendered, since the page's security policy hashes its own script.
    # A lone surrogate (from a file name that is not UTF-8) becomes '?' instead of stopping the report.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
