"""Whatever an article holds, the report can be written, and shows the text as it is."""

import csv
import html
import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.report.axis import Point, plot
from checker.report.finding_view import runs
from checker.report.html import render_html
from checker.report.markdown import escape, render_markdown
from checker.report.tables import render_csv
from checker.schema import Finding, FindingClaim, Report

words = st.text(st.characters(codec="utf-8"), max_size=60)
spans = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5)
numbers = st.none() | st.floats()
times = st.none() | st.datetimes()


def report(text: str, marks: list[tuple[int, int]]) -> Report:
    claim = FindingClaim(
        id=text, article=text, outlet=text or None, speaker=text, text=text, before=text, after=text, start=0,
        end=len(text), title=text, url=text, highlights=tuple(marks), origin=text, flags=(text,),
    )  # fmt: skip
    finding = Finding(
        id=text, event=text, event_id=text, fact=text, name=text, relation="conflict", severity=0, confidence=0,
        claims=(claim,), origins=1, explanation=text, settled_by=text, places=(text,), best_rule=text, flags=(text,),
    )  # fmt: skip
    return Report(
        created="2031-03-12T09:00:00Z", program_version=text, inputs=({text: text},), models=(), settings={},
        articles=(), findings=(finding,), skipped=(), counts={},
    )  # fmt: skip


@given(words, spans)
def test_runs_join_to_the_text(text, marks):
    assert "".join(run for run, _ in runs(text, marks)) == text


@settings(max_examples=60, deadline=None)
@given(words, spans)
def test_the_page_quotes_the_text_as_it_is(text, marks):
    source = render_html(report(text, marks))
    assert source.count("<script") == 1
    quoted = re.search(r"“<bdi>(.*?)</bdi>”", source, re.DOTALL)[1]
    plain = html.unescape(re.sub(r"</?mark>", "", quoted))
    # html.unescape replaces control characters' references; the page holds none, so only NUL differs.
    assert plain == text.replace("\x00", "\ufffd")


@settings(max_examples=60, deadline=None)
@given(words, spans)
def test_markdown_and_csv_survive(text, marks):
    render_markdown(report(text, marks))
    row = next(csv.DictReader(io.StringIO(render_csv(report(text, marks)), newline="")))
    assert row["text"] in (text, "'" + text)
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))


@given(words)
def test_escaped_markdown_is_one_line_without_bare_markup(text):
    safe = escape(text)
    assert "\n" not in safe and "<" not in safe
    assert not re.search(r"(?<!\\)(?:\\\\)*[|*`\[\]]", re.sub(r"\\[|*`\[\]]", "", safe))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(times, numbers, numbers, st.sampled_from(["exact", "vague", "range"]), words), max_size=40))
def test_any_points_can_be_drawn(points):
    drawn = plot([Point(str(i), i, str(i), t, low, high, b, w) for i, (t, low, high, b, w) in enumerate(points)])
    if drawn is not None:
        places = re.findall(r' (?:x|y|x1|x2|y1|y2|cx|cy)="([^"]+)"', drawn.svg)
        assert all(abs(float(p)) < 5000 for p in places)
