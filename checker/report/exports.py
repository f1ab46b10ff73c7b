"""Deaths by event in the columns that users of the UCDP georeferenced event data and of ACLED know.

UCDP gives low, best and high with where and date precision (1 is exact); ACLED gives one conservative figure with time
and geographic precision. Both are made from the findings on people killed; what this program does not know (the sides
as coded actors, coordinates) is left empty, never guessed. Sources: UCDP GED codebook 24.1; ACLED codebook 2024.
"""

from __future__ import annotations

from datetime import datetime

from checker.report.tables import render_table
from checker.schema import Finding, FindingClaim, Report

UCDP = (
    "id", "year", "event", "source_article", "source_office", "source_date", "source_headline", "source_original", "number_of_sources",
    "where_prec", "where_description", "adm_1", "country", "latitude", "longitude", "date_prec", "date_start", "date_end",
    "low", "best", "high", "relation", "notes",
)  # fmt: skip
ACLED = (
    "event_id", "event_date", "year", "time_precision", "event", "location", "admin1", "country", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "fatalities", "notes",
)  # fmt: skip
# UCDP 3.3: 1 exact place, 2 near a known place, 4 first-level region, 6 country, 7 unknown. ACLED: 1 town, 2 part of a region, 3 region.
UCDP_WHERE = {"site": 1, "district": 1, "city": 1, "region": 4, "country": 6, "unknown": 7}
ACLED_WHERE = {"site": 1, "district": 1, "city": 1, "region": 2, "country": 3, "unknown": 3}
_FINE = ("site", "district", "city", "region", "country")


def render_ucdp(report: Report) -> str:
    """One row an event with deaths, UCDP-like: low, best and high, precision of place and date, every source."""
    return render_table(UCDP, [_ucdp(f) for f in deaths(report)])


def render_acled(report: Report) -> str:
    """One row an event with deaths, ACLED-like: one figure, the lowest of the newest ones, and the sources by name."""
    return render_table(ACLED, [_acled(f) for f in deaths(report)])


def deaths(report: Report) -> list[Finding]:
    """The findings on people killed that have a figure, in the report's order."""
    return [f for f in report.findings if f.fact == "killed" and f.high is not None]


def _ucdp(f: Finding) -> dict[str, object]:
    start, end, precision = _dates(f)
    kind, place, region, country = _where(f)
    return {
        "id": f.id, "year": start.year if start else None, "event": f.event,
        "source_article": "; ".join(dict.fromkeys(c.url or c.article for c in f.claims)), "source_office": "; ".join(_outlets(f)),
        "source_date": "; ".join(dict.fromkeys(s.date().isoformat() for c in f.claims if (s := c.times.published.start))),
        "source_headline": "; ".join(dict.fromkeys(c.title for c in f.claims if c.title)),
        "source_original": "; ".join(dict.fromkeys(c.speaker or c.carrier for c in f.claims if c.speaker or c.carrier)),
        "number_of_sources": f.origins, "where_prec": UCDP_WHERE[kind], "where_description": place, "adm_1": region,
        "country": country, "date_prec": precision, "date_start": start.date() if start else None,
        "date_end": end.date() if end else None, "low": f.low, "best": f.best, "high": f.high, "relation": f.relation,
        "notes": _notes(f),
    }  # fmt: skip


def _acled(f: Finding) -> dict[str, object]:
    start, _, precision = _dates(f)
    kind, place, region, country = _where(f)
    newest = [p for p in f.timeline if not p.superseded] or list(f.timeline)
    stated = [p.low if p.low is not None else p.high for p in newest]
    figures = [v for v in stated if v is not None]
    return {
        "event_id": f.id, "event_date": start.date() if start else None, "year": start.year if start else None,
        "time_precision": {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}[precision], "event": f.event, "location": place, "admin1": region,
        "country": country, "geo_precision": ACLED_WHERE[kind], "source": "; ".join(_outlets(f)), "source_scale": "",
        "fatalities": min(figures) if figures else f.low, "notes": _notes(f),
    }  # fmt: skip


def _outlets(f: Finding) -> list[str]:
    return list(dict.fromkeys(c.outlet for c in f.claims if c.outlet))


def _dates(f: Finding) -> tuple[datetime | None, datetime | None, int]:
    """Start, end and UCDP date precision: 1 the day, 2 within 2-6 days, 3 a week, 4 a month, 5 more or unknown."""
    start, end = f.event_window
    if start is None:
        known = [s for c in f.claims if (s := c.times.published.start)]
        return (min(known, key=lambda s: s.timestamp()), None, 2) if known else (None, None, 5)
    days = ((end or start) - start).total_seconds() / 86400
    precision = 1 if days <= 1 else 2 if days <= 6 else 3 if days <= 7 else 4 if days <= 31 else 5
    return start, end, precision


def _where(f: Finding) -> tuple[str, str, str, str]:
    """Kind, name, region and country of the finest place that the claims state."""
    places = [p for c in f.claims for p in _stated(c)]
    for kind in _FINE:
        found = [p for p in places if p.kind == kind]
        if found:
            name = max(dict.fromkeys(p.path for p in found), key=lambda path: sum(p.path == path for p in found))
            best = next(p for p in found if p.path == name)
            region = best.path[-2].title() if len(best.path) > 2 else best.name if kind == "region" else ""
            return kind, best.name, region, best.path[-1].title() if best.path else ""
    return "unknown", "", "", ""


def _stated(claim: FindingClaim) -> list:
    return [p for p in claim.places if p.role in ("location", "target")]


def _notes(f: Finding) -> str:
    return f"{f.explanation} Best: {f.best_rule or 'not given'}. {f.outlets} outlets, {f.origins} independent origins."
