"""A figure against the toll that its own article states: a smaller one is of a part.

A long report gives many figures of the dead and wounded: those at the first scene, in one hospital, of one family. Set against
another report's total each looks like a conflict. What the article states for its incident as a whole (read from headline, lead
and the figures' agreement) tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.compare.sources import resolved
from checker.schema import Claim, TraceStep, Verdict

# Facts whose figures are held against the stated toll.
TOLLS = frozenset({"killed", "injured", "shot"})
# A text that itself sets a figure against another one, or against an earlier one, gives it as a toll.
_CONTRAST = re.compile(
    r"\b(?:earlier|initial(?:ly)?|at first|first (?:said|reported|put)|previous(?:ly)?|denied|denies|however|in contrast|by contrast|instead"
    r"|not the|rather than|(?:death )?toll|revised?)\b", re.IGNORECASE,
)  # fmt: skip
# What the sentence before may say of it.
_DIFFERS = re.compile(
    r"\b(?:differs?|differing|different (?:figure|number|count|toll)s?|discrepanc\w+|conflicting|contradict\w*|disput\w+"
    r"|put the (?:\w+ )?(?:toll|number|figure|count))\b", re.IGNORECASE,
)  # fmt: skip


def not_the_toll(
    verdict: Verdict, measure: str | None, sides: tuple[Claim, Claim], figures: tuple[frozenset[float], frozenset[float]],
    stated: tuple[Mapping[str, int], Mapping[str, int]], before: tuple[str, str],
) -> Verdict:  # fmt: skip
    """The verdict, or `different_scope` where a figure is not the toll that its article states.

    Args:
        measure: of the fact under which the claims met.
        figures: the closed values of each side's figures; empty where they are open.
        stated: killed and injured as each article states them for its incident; what it does not state is missing.
        before: the sentence before each claim, which may say that figures differ.
    """
    if measure not in TOLLS or verdict.relation not in ("conflict", "dispute"):
        return verdict
    for claim, values, tolls, earlier in zip(sides, figures, stated, before, strict=True):
        toll = _toll(measure, tolls)
        if not values or toll is None or toll in values:
            continue
        if max(values) < toll and (_CONTRAST.search(claim.text) or _DIFFERS.search(f"{earlier} {claim.text}")):
            continue
        if max(values) > toll and resolved(claim.speaker):
            continue  # somebody counts more than the article settles on: no part
        shown = " and ".join(f"{v:g}" for v in sorted(values))
        return _apart(verdict, f"its article puts the {measure} at {toll}, so that {shown} is of a part, or of something else")
    if measure == "injured" and _with_the_dead(figures, stated):
        return _apart(verdict, "one figure counts the dead among the injured: it is the sum of the other article's two")
    return verdict


def _toll(measure: str, tolls: Mapping[str, int]) -> int | None:
    if measure != "shot":
        return tolls.get(measure)
    return tolls["killed"] + tolls["injured"] if {"killed", "injured"} <= tolls.keys() else None


def _with_the_dead(figures: tuple[frozenset[float], frozenset[float]], stated: tuple[Mapping[str, int], Mapping[str, int]]) -> bool:
    """ "Four were injured" in one report, "one dead and three injured" in the other."""
    for values, other in (zip(figures, reversed(stated), strict=True)):
        if len(values) == 1 and other.get("killed") and other.get("injured") and values == {other["killed"] + other["injured"]}:
            return True
    return False


def _apart(verdict: Verdict, reason: str) -> Verdict:
    kept = [s for s in verdict.trace if s.step != "relation"]
    quiet = verdict.probabilities.a_to_b.model_copy(update={"entailment": 0.1, "neutral": 0.7, "contradiction": 0.2})
    return verdict.model_copy(
        update={
            "relation": "different_scope", "label": "neutral", "kinds": (), "flags": (), "confidence": 0.6, "abstained": False, "missing": None,
            "probabilities": verdict.probabilities.model_copy(update={"a_to_b": quiet, "b_to_a": quiet}),
            "comparisons": tuple(
                c.model_copy(update={"relation": "different_scope", "rule": "not_the_toll", "reason": reason, "kinds": (), "flags": ()})
                if c.relation in ("conflict", "dispute") else c for c in verdict.comparisons
            ),
            "explanation": f"These are about different things, though near each other. {reason[:1].upper()}{reason[1:]}.",
            "trace": (*kept, TraceStep(step="scope", rule="not_the_toll", result=reason),
                      TraceStep(step="relation", rule="not_the_toll", result=f"different_scope: {reason}")),
        }
    )  # fmt: skip
