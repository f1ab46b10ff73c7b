"""The relation of two claims as a cross-encoder reads it: both texts, the earlier first, with the days between them.

Trained by `models/relation/train.py` on events written for this project. It is one voice of the judge: figures that met are
decided by the interval rules, and this model is heard where words decide, and on whether two figures count one thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from checker.judge.outcome import Outcome
from checker.judge.sides import sides
from checker.schema import Claim, TraceStep
from checker.schema.verdict import Kind
from checker.settings import JudgeSettings

CLASSES = ("same", "compatible", "update", "undetermined", "conflict", "dispute", "different_scope", "unrelated")
AGAINST = "against"  # conflict or dispute


def ordered(a: str, b: str, a_day: date | None, b_day: date | None) -> tuple[str, str]:
    """The two texts as the model takes them: the earlier first, and how much later the second is.

    >>> ordered("Nine died.", "Seven died.", date(2025, 5, 3), date(2025, 5, 1))
    ('Seven died.', '2 days later: Nine died.')
    """
    if a_day is None or b_day is None:
        return a, f"Undated: {b}"
    days = (b_day - a_day).days
    if days < 0:
        a, b, days = b, a, -days
    when = "Same day" if days == 0 else "1 day later" if days == 1 else f"{days} days later"
    return a, f"{when}: {b}"


def wordings(a: Claim, b: Claim, *, one_moment: bool = False) -> tuple[tuple[str, str], ...]:
    """The pair as the model takes it; both ways round where no date orders it, so that swapping the claims changes nothing.

    Args:
        one_moment: the two are to be compared as of one moment, whatever their dates.
    """
    x, y = (c.times.published.start.date() if c.times.published.start else None for c in (a, b))
    if one_moment:
        x = y = date.min
    first = ordered(a.text, b.text, x, y)
    return (first,) if x and y and x != y else tuple(sorted((first, ordered(b.text, a.text, y, x))))


def mean_share(rows: Sequence[np.ndarray], classes: Sequence[str]) -> dict[str, float]:
    """The mean of a pair's distributions, by class, with that of conflict or dispute beside them."""
    shares = {name: float(p) for name, p in zip(classes, np.mean(rows, axis=0), strict=True)}
    return shares | {AGAINST: shares["conflict"] + shares["dispute"]}


def ranked(shares: Mapping[str, float], most: int = 3) -> str:
    """The likeliest relations in words, for a trace."""
    known = [(name, p) for name, p in shares.items() if name != AGAINST or "conflict" not in shares]
    return ", ".join(f"{name} {p:.2f}" for name, p in sorted(known, key=lambda share: -share[1])[:most])


def _doubt(outcome: Outcome, settings: JudgeSettings, words: bool) -> float:
    """P(against) below which a conflict is taken back: the less the texts show in black and white, the more is asked."""
    if not words:
        return settings.read_doubt
    return settings.read_doubt_sense if outcome.kinds == ("other",) else settings.read_doubt_words


_NEVER_AGAINST = frozenset({"hypothetical", "question", "forecast", "opinion", "planned", "demanded"})


def heard(
    a: Claim, b: Claim, outcome: Outcome, shares: Mapping[str, float], settings: JudgeSettings, *, words: bool, same_article: bool
) -> tuple[Outcome, TraceStep]:
    """The outcome of the rules on two claims of a report, once the relation model has been heard.

    The model takes back a conflict that it thinks unlikely: mostly parts of a whole, other victims, other days. Where words
    decide it may add one that the rules did not see.

    Args:
        outcome: what the rules say.
        shares: P(relation) by the model.
        words: whether the two were compared as propositions, and not by a figure.
        same_article: one report seldom contradicts itself, so nothing is added within one.
    """
    step = TraceStep(step="reading", rule="relation_model", weight=round(shares[AGAINST], 3), result=ranked(shares))
    if outcome.relation in ("conflict", "dispute"):
        if shares[AGAINST] >= _doubt(outcome, settings, words):
            return outcome, step
        best = max((name for name in shares if name not in (AGAINST, "conflict", "dispute")), key=lambda name: shares[name])
        kinds: tuple[Kind, ...] = ("other",) if best == "update" else ()
        return Outcome(best, "read_otherwise", f"the figures or words differ, but the two texts read as {best.replace('_', ' ')}",  # type: ignore[arg-type]
                       kinds=kinds, missing="which thing is meant" if best == "undetermined" else None, confidence=shares[best]), step  # fmt: skip
    if not words or same_article or shares[AGAINST] < settings.read_against or {a.modality, b.modality} & _NEVER_AGAINST:
        return outcome, step
    relation, why = sides(a, b)
    return Outcome(relation, "read_against", f"the two texts read as accounts that exclude each other; {why}", ("other",),
                   confidence=shares[AGAINST]), step  # fmt: skip
