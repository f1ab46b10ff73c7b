"""Which claim is later, and what later means for a figure that differs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checker.compare.spans import coarse, hours_between, relate
from checker.judge.context import PairContext
from checker.schema import Claim
from checker.settings import JudgeSettings

Order = Literal["a_later", "b_later", "one_moment", "one_day", "unknown"]

REVISES = re.compile(
    r"\b(revis|correct(?:ed|ion|s|ing)|lower(?:ed|ing)? (?:its|the|their)|adjust|updat|recount|amend|withdr[ae]w"
    r"|initial(?:ly)?|earlier (?:figure|count|toll|report|estimate|number)|previous(?:ly)?|down from|up from"
    r"|no longer|counted twice|double[- ]counted|mistak|in error|erroneous|provisional|preliminary)",
    re.IGNORECASE,
)
# A figure that its own text calls unfinished: the later one brings it up to date.
PROVISIONAL = re.compile(
    r"\b(?:provisional|preliminary|partial|incomplete|early)\s+(?:\w+\s+)?(?:results?|counts?|figures?|tall(?:y|ies)|returns|estimates?)\b"
    r"|\b(?:with|after)\b.{0,60}\b(?:ballots?(?: boxes)?|votes|polling stations|precincts|constituencies)\b.{0,20}\b(?:counted|in|reported|declared)\b"
    r"|\b(?:ballots?(?: boxes)?|votes|polling stations|precincts) (?:were |had been )?counted\b", re.IGNORECASE,
)  # fmt: skip
GROWS = re.compile(
    r"\b(r(?:ose|isen|ises|ising|ise)|climb|increas|mount|grew|grow[ns]|jump|went up|gone up|goes up|up from|now|so far"
    r"|at least|new (?:figure|toll|count)|final|latest|bring(?:s|ing)? (?:the|to)|brought (?:the|to)|reached|passes"
    r"|has topped|overtak|later died|succumbed|more bodies)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Timing:
    """How the as-of times of two claims lie; `hours` from A to B where both are known."""

    order: Order
    hours: float | None
    basis: str


def timing(a: Claim, b: Claim, context: PairContext, settings: JudgeSettings) -> Timing:
    """Order two claims by as-of time, or by publication where an as-of time is too coarse to tell.

    Two as-of times on one day that are only known by the day are ordered by publication if that is finer;
    else they are `one_day`. Antisymmetric: swapping the claims swaps `a_later` and `b_later`.
    """
    if context.one_moment:
        return Timing("one_moment", 0.0, "no date was given on either side: compared as of one moment")
    if context.same_article:
        return Timing("one_moment", 0.0, "one article")
    hours = hours_between(a.times.as_of, b.times.as_of)
    basis = "as-of time"
    if hours is not None and a.times.as_of.text and b.times.as_of.text:
        # both say as of when, and one span ends before the other begins
        relation = relate(a.times.as_of, b.times.as_of)
        if relation in ("before", "after"):
            return Timing("b_later" if relation == "before" else "a_later", hours, "as-of times in the text")
    known = hours is not None
    published = hours_between(a.times.published, b.times.published)
    fine = not (coarse(a.times.published) or coarse(b.times.published))
    if not known or (abs(hours or 0.0) < 24 and (coarse(a.times.as_of) or coarse(b.times.as_of))):
        if published is not None and (fine or not known or abs(published) >= 24):
            hours, basis, known = published, "publication time", True
    if not known or hours is None:
        return Timing("unknown", None, "an as-of time is missing")
    if abs(hours) <= settings.same_moment_hours:
        one = fine or not (coarse(a.times.as_of) and coarse(b.times.as_of))
        return Timing("one_moment" if one else "one_day", hours, basis)
    return Timing("b_later" if hours > 0 else "a_later", hours, basis)
