"""Findings that the user dismissed stay aside, until a new figure comes up."""

from __future__ import annotations

from collections.abc import Sequence

from checker.errors import InputError
from checker.schema import Decisions, Dismiss, Dismissed, Finding, Report

FLAG = "dismissed_earlier"


def values_of(finding: Finding) -> tuple[str, ...]:
    """The figures of a finding as written, each once; for propositions the claims' own words."""
    figures = tuple(dict.fromkeys(q.text.lower() for c in finding.claims for q in c.quantities))
    return figures or tuple(dict.fromkeys(c.text for c in finding.claims))


def put_aside(findings: Sequence[Finding], decisions: Decisions) -> tuple[list[Finding], tuple[Dismissed, ...]]:
    """Part the findings into those to show and those dismissed; one with a new figure is shown and flagged."""
    kept: list[Finding] = []
    aside: list[Dismissed] = []
    for finding in findings:
        entry = next((d for d in decisions.dismiss if _speaks_of(d, finding)), None)
        if entry is None:
            kept.append(finding)
        elif set(values_of(finding)) <= set(entry.values):
            aside.append(Dismissed(finding=finding.id, name=finding.name, relation=finding.relation, reason=entry.reason))
        else:
            kept.append(finding.model_copy(update={"flags": (*finding.flags, FLAG)}))
    return kept, tuple(aside)


def _speaks_of(entry: Dismiss, finding: Finding) -> bool:
    return entry.fact == finding.fact and set(entry.claims) <= {c.id for c in finding.claims}


def dismissal(report: Report, identifier: str, reason: str) -> Dismiss:
    """The decision that puts a finding of `report` aside.

    Raises:
        InputError: no finding has that id, or the reason is empty.
    """
    if not reason.strip():
        raise InputError("the reason is empty. Say why, for whoever reads the decision later.", code="decisions")
    finding = next((f for f in report.findings if f.id == identifier), None)
    if finding is None:
        raise InputError(
            f"no finding has the id {identifier!r}. Take an id from the report, such as "
            f"{report.findings[0].id!r}." if report.findings else "the report has no findings.", code="decisions",
        )  # fmt: skip
    return Dismiss(fact=finding.fact, claims=tuple(c.id for c in finding.claims), values=values_of(finding), reason=reason)
