"""The report as CSV: one row for each claim of each finding, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from checker.report import text as words
from checker.report.finding_view import FindingView
from checker.report.view import view
from checker.schema import Finding, FindingClaim, Quantity, Report, TimeSpan

COLUMNS = (
    "finding", "relation", "kinds", "flags", "name", "fact", "event", "event_id", "event_start", "event_end", "places",
    "finding_low", "finding_best", "finding_high", "best_rule", "unit", "outlets", "origins", "origin_names",
    "severity", "confidence", "letter", "claim", "article", "outlet", "carrier", "speaker", "modality", "text",
    "value_text", "value", "low", "high", "bound", "as_of_start", "as_of_end", "as_of_basis", "published",
    "published_basis", "title", "url", "origin", "claim_flags", "explanation", "settled_by",
)  # fmt: skip
# A spreadsheet runs a cell that starts so as a formula; a tab or return in front does not stop it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report) -> str:
    """`report` as CSV in UTF-8 with a header line; a claim with two quantities gets two rows.

    `low` and `high` stay empty where a bound is open, and for vague words ("dozens"), whose own word is in
    `value_text`. Text cells that a spreadsheet would run as a formula get a leading apostrophe.
    """
    arranged = {v.index: v for s in view(report).sections for v in (*s.first, *s.full, *s.brief)}
    return render_table(COLUMNS, (row for index in sorted(arranged) for row in _rows(arranged[index])))


def render_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV with a header line; every cell safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _rows(item: FindingView) -> Iterator[dict[str, object]]:
    shared = _finding(item.finding)
    for claim in item.finding.claims:
        for quantity in claim.quantities or (None,):
            yield {**shared, **_claim(claim, item.letters[claim.id]), **_quantity(quantity)}


def _finding(f: Finding) -> dict[str, object]:
    return {
        "finding": f.id, "relation": f.relation, "kinds": "; ".join(f.kinds), "flags": "; ".join(f.flags),
        "name": f.name, "fact": f.fact, "event": f.event, "event_id": f.event_id, "event_start": f.event_window[0],
        "event_end": f.event_window[1], "places": "; ".join(f.places), "finding_low": _limit(f, "low"),
        "finding_best": _limit(f, "best"), "finding_high": _limit(f, "high"), "best_rule": f.best_rule,
        "unit": f.unit, "outlets": f.outlets, "origins": f.origins, "origin_names": "; ".join(f.origin_names),
        "severity": f.severity, "confidence": f.confidence, "explanation": f.explanation, "settled_by": f.settled_by,
    }  # fmt: skip


def _limit(finding: Finding, which: str) -> object:
    """The number, or the word that it rests on where that is vague."""
    value = getattr(finding, which)
    return value if value is None or not words.figure(finding, which).startswith("“") else words.figure(finding, which)


def _claim(c: FindingClaim, letter: str) -> dict[str, object]:
    as_of: TimeSpan = c.times.as_of
    published: TimeSpan = c.times.published
    return {
        "letter": letter, "claim": c.id, "article": c.article, "outlet": c.outlet, "carrier": c.carrier,
        "speaker": c.speaker, "modality": c.modality, "text": c.text, "as_of_start": as_of.start,
        "as_of_end": as_of.end, "as_of_basis": as_of.basis, "published": published.start,
        "published_basis": published.basis, "title": c.title, "url": c.url, "origin": c.origin,
        "claim_flags": "; ".join(c.flags),
    }  # fmt: skip


def _quantity(q: Quantity | None) -> dict[str, object]:
    if q is None:
        return dict.fromkeys(("value_text", "value", "low", "high", "bound"))
    vague = q.bound == "vague"
    return {
        "value_text": q.text, "value": None if vague else q.value, "low": None if vague else q.low,
        "high": None if vague else q.high, "bound": q.bound,
    }  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    # A blank before the sign is dropped on import by some spreadsheets.
    return "'" + text if text.lstrip(" ").startswith(FORMULA_STARTS) else text
