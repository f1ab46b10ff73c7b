"""What changed since an earlier report, what the user put aside, and the exports."""

import csv
import io

import pytest
from sample_report import sample

from checker.errors import InputError
from checker.report.changes import changes
from checker.report.dismissals import FLAG, dismissal, put_aside
from checker.report.exports import ACLED, UCDP, deaths, render_acled, render_ucdp
from checker.report.html import render_html
from checker.report.markdown import render_markdown
from checker.schema import Decisions, Report
from checker.schema.decisions import as_toml


def deadly() -> Report:
    """The sample with its first update as one on people killed."""
    report = sample()
    update = first(report, "update")
    return with_findings(report, [f.model_copy(update={"fact": "killed"}) if f is update else f for f in report.findings])


def with_findings(report: Report, findings) -> Report:
    return report.model_copy(update={"findings": tuple(findings)})


def first(report: Report, relation: str):
    return next(f for f in report.findings if f.relation == relation)


def test_a_report_has_not_changed_against_itself():
    report = sample()
    assert changes(report, report) == ()


def test_a_conflict_that_was_not_there_is_new_and_one_that_went_is_gone():
    report = sample()
    conflict = first(report, "conflict")
    less = with_findings(report, [f for f in report.findings if f is not conflict])
    assert [(c.kind, c.finding) for c in changes(less, report)] == [("new", conflict.id)]
    assert [(c.kind, c.before) for c in changes(report, less)] == [("gone", conflict.id)]


def test_a_conflict_that_became_agreement_is_resolved_and_by_a_correction_corrected():
    report = sample()
    conflict = first(report, "conflict")
    for relation, kinds, expected in (("same", (), "resolved"), ("update", ("correction",), "corrected")):
        now = with_findings(report, [f.model_copy(update={"relation": relation, "kinds": kinds}) if f is conflict else f
                                     for f in report.findings])  # fmt: skip
        assert [c.kind for c in changes(report, now)] == [expected]


def test_a_fact_whose_highest_figure_rose_has_grown():
    report = sample()
    update = next(f for f in report.findings if f.relation == "update" and f.high is not None)
    now = with_findings(report, [f.model_copy(update={"high": f.high + 3}) if f is update else f for f in report.findings])
    assert [(c.kind, c.finding) for c in changes(report, now)] == [("grown", update.id)]


def test_both_pages_say_what_changed():
    report = sample()
    conflict = first(report, "conflict")
    less = with_findings(report, [f for f in report.findings if f is not conflict])
    now = report.model_copy(update={"since": report.created, "changes": changes(less, report)})
    assert "Newly in conflict or dispute" in render_markdown(now)
    assert 'id="since"' in render_html(now)
    assert 'id="since"' not in render_html(report)


def test_a_dismissed_finding_stays_aside_until_a_new_figure_comes(tmp_path):
    report = sample()
    finding = next(f for f in report.findings if f.relation == "conflict" and any(c.quantities for c in f.claims))
    path = tmp_path / "decisions.toml"
    path.write_text(as_toml(dismissal(report, finding.id, 'counted "twice"\nby one desk')), encoding="utf-8")
    decisions = Decisions.load(path)
    kept, aside = put_aside(report.findings, decisions)
    assert [d.finding for d in aside] == [finding.id]
    assert finding.id not in [f.id for f in kept]
    claim = next(c for c in finding.claims if c.quantities)
    moved = claim.model_copy(update={"quantities": (claim.quantities[0].model_copy(update={"text": "9,999"}),)})
    changed = finding.model_copy(update={"claims": tuple(moved if c is claim else c for c in finding.claims)})
    kept, aside = put_aside([changed], decisions)
    assert not aside
    assert FLAG in kept[0].flags


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[dismiss]]\nfact = 'killed'\nclaims = []\nreason = 'x'\n", "claims"),
        ("[[dismis]]\n", "dismis"),
        ("[[join]]\narticles = ['a', 'b']\n[[split]]\narticles = ['b', 'a']\n", "joined and split"),
        ("fact = ", "cannot be read"),
    ],
)
def test_a_bad_file_of_decisions_is_named(tmp_path, text, part):
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=part):
        Decisions.load(path)


def test_an_unknown_finding_cannot_be_dismissed():
    with pytest.raises(InputError, match="no finding has the id"):
        dismissal(sample(), "f:nothing", "because")


def test_exports_have_a_row_for_each_event_with_deaths():
    report = deadly()
    expected = [f.id for f in report.findings if f.fact == "killed" and f.high is not None]
    assert expected, "the sample has no deaths"
    for text, columns, name in ((render_ucdp(report), UCDP, "id"), (render_acled(report), ACLED, "event_id")):
        rows = list(csv.DictReader(io.StringIO(text)))
        assert tuple(rows[0]) == columns
        assert [row[name] for row in rows] == expected
    row = next(csv.DictReader(io.StringIO(render_ucdp(report))))
    finding = deaths(report)[0]
    assert (float(row["low"]), float(row["best"]), float(row["high"])) == (finding.low, finding.best, finding.high)
