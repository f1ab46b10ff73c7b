"""What changed since an earlier report: newly in conflict, resolved, corrected, grown, gone."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report import text as words
from checker.schema import Change, Finding, Report

AGAINST = ("conflict", "dispute")
# In a reader's order.
KINDS = ("new", "resolved", "corrected", "grown", "gone")
KIND_WORDS = {
    "new": "newly in conflict or dispute", "resolved": "no longer in conflict or dispute", "corrected": "corrected",
    "grown": "grown", "gone": "no longer found",
}  # fmt: skip


def changes(before: Report, now: Report) -> tuple[Change, ...]:
    """The changes of facts between two reports, conflicts first.

    Findings are one fact where they share a claim and the name of the fact; of several the one that shares most. A
    finding that joined two earlier ones is compared with the nearer.
    """
    left = {i: f for i, f in enumerate(before.findings)}
    out: list[Change] = []
    matched: set[int] = set()
    for finding in now.findings:
        place = _same_fact(finding, before.findings)
        old = left.get(place) if place is not None else None
        if place is not None:
            matched.add(place)
        kind = _kind(old, finding)
        if kind:
            out.append(Change(kind=kind, name=finding.name, finding=finding.id, before=old.id if old else None,
                              was=_state(old), now=_state(finding)))  # fmt: skip
    aside = {d.finding for d in now.dismissed}
    for place, old in left.items():
        if place not in matched and old.relation in AGAINST and old.id not in aside:
            out.append(Change(kind="gone", name=old.name, before=old.id, was=_state(old)))
    return tuple(sorted(out, key=lambda c: (KINDS.index(c.kind), c.name, c.finding or "")))


def _same_fact(finding: Finding, others: Sequence[Finding]) -> int | None:
    ids = {(c.article, c.start) for c in finding.claims}
    best, where = 0, None
    for place, other in enumerate(others):
        shared = len(ids & {(c.article, c.start) for c in other.claims})
        if other.fact == finding.fact and shared > best:
            best, where = shared, place
    return where


def _kind(old: Finding | None, new: Finding):
    was = old.relation if old else None
    if new.relation in AGAINST:
        return None if was in AGAINST else "new"
    if was in AGAINST:
        return "corrected" if "correction" in new.kinds else "resolved"
    if new.relation == "update" and "correction" in new.kinds and not (old and "correction" in old.kinds):
        return "corrected"
    if old is not None and old.high is not None and new.high is not None and new.high > old.high:
        return "grown"
    if old is None and new.relation == "update" and "growth" in new.kinds:
        return "grown"
    return None


def _state(finding: Finding | None) -> str:
    """'conflict, low 12 / best 14 / high 17'."""
    if finding is None:
        return "not in the earlier report"
    kinds = f" ({', '.join(words.kind(k) for k in finding.kinds)})" if finding.kinds else ""
    text = f"{words.relation(finding.relation)}{kinds}"
    if words.figures(finding):
        text += ", " + " / ".join(f"{which} {words.figure(finding, which)}" for which in ("low", "best", "high"))
    return text
