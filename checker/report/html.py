"""The report as one self-contained HTML page: no request leaves it, and it reads without JavaScript.

All text goes through jinja2's autoescape. The content security policy names the hashes of the page's own style
and script, so that even a slip in escaping could not run a script from an article's text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.report import text as words
from checker.report import view as views
from checker.report.changes import KIND_WORDS
from checker.report.finding_view import FULL_CLAIMS, OPEN_CLAIMS, safe_link
from checker.schema import Report
from checker.schema.verdict import GRAVITY

# Rows of the appendix tables; all are in report.json, and the page says how many it leaves out.
ARTICLE_ROWS = 1000
SKIPPED_ROWS = 500


def render_html(report: Report, json_href: str | None = "report.json", full_per_section: int | None = None) -> str:
    """The page for `report`.

    Args:
        report: the finished record.
        json_href: relative address of the JSON form, for what the page leaves out; None if it is not written.
        full_per_section: findings written in full in each section; None takes `view.FULL_PER_SECTION`.
    """
    page = views.view(report, views.FULL_PER_SECTION if full_per_section is None else full_per_section)
    event_index = {event_id: i for i, event_id in enumerate(dict.fromkeys(f.event_id for f in report.findings))}
    names = {f.event_id: f.event for f in reversed(report.findings)}
    outlets = sorted(
        {words.outlet(c.outlet) for f in report.findings for c in f.claims},
        key=lambda name: (name == words.OUTLET_UNKNOWN, name.casefold()),
    )
    outlet_index = {name: i for i, name in enumerate(outlets)}
    articles = {a.id: a for a in report.articles}
    style, script = _source("style.css.j2"), _source("script.js.j2")
    context: dict[str, Any] = {
        "page": page,
        "report": report,
        "w": words,
        "json_href": json_href,
        "style": Markup(style),
        "style_hash": _hash(style),
        "script": Markup(script),
        "script_hash": _hash(script),
        "event_index": event_index,
        "outlet_index": outlet_index,
        "events": sorted(
            ((i, names[e]) for e, i in event_index.items()), key=lambda pair: (pair[1].casefold(), pair[0])
        ),
        "outlets": outlets,
        "change_words": KIND_WORDS,
        "anchors": {None: "", **{v.finding.id: v.anchor for s in page.sections for v in (*s.first, *s.full, *s.brief)}},
        "relations": [r for r in GRAVITY if page.found[r]],
        "toll": views.article_toll,
        "notes": lambda article: views.article_notes(article, articles),
        "section_notes": [(title, views.SECTION_NOTES[key]) for key, title, _, _ in views.SECTIONS],
        "limits": SimpleNamespace(open=OPEN_CLAIMS, claims=FULL_CLAIMS, articles=ARTICLE_ROWS, skipped=SKIPPED_ROWS),
    }
    # NUL is not allowed in HTML at all; a reader's browser would drop it without a sign.
    return _environment().get_template("report.html.j2").render(context).replace("\x00", "\N{REPLACEMENT CHARACTER}")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("checker.report", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(kind=words.kind, flag=words.flag, safe_link=safe_link, pretty=_pretty)
    return environment


def _pretty(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str, sort_keys=True)


@lru_cache(maxsize=4)
def _source(name: str) -> str:
    environment = _environment()
    return environment.loader.get_source(environment, name)[0].strip()  # type: ignore[union-attr]


def _hash(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
