"""The relation of two lone claims, weighed: a multinomial logistic model over what the rules, the words and NLI found.

Rules alone are too quiet on pairs in unlike words, and NLI alone too loud; the model (fitted by `models/relation/fit.py`
on the training events of the hand-labelled set) gives each its weight. Every feature is the same when the claims are
swapped. `relation.json` holds the weights, so that anyone can read what counts for what.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import numpy as np

from checker.compare.sources import resolved, same_speaker
from checker.judge.context import PairContext
from checker.judge.outcome import Outcome
from checker.judge.propositions import Evidence, denies_what_is_said, of_themselves, one_is_named, one_negates
from checker.judge.reader import AGAINST, CLASSES
from checker.judge.sides import sides
from checker.judge.timing import REVISES, Timing
from checker.schema import Claim
from checker.schema.verdict import Kind, Relation

NUMERIC = ("same", "compatible", "update", "undetermined", "conflict", "dispute", "different_scope")
DECIDING = frozenset(NUMERIC) - {"different_scope"}
# A conflict of figures is dropped where the model thinks conflict or dispute less likely than this.
DOUBTFUL = 0.15
# Without two known speakers a pair is a dispute where the texts read so with at least this probability.
SIDED = 0.65
LEAST_SHARE = 0.005
SIGNS = ("antonym", "negation", "cause", "date", "role_swap")
_UNDONE = frozenset({"planned", "hypothetical", "forecast", "demanded"})


def features(
    a: Claim, b: Claim, nli: np.ndarray, numeric: Relation | None, seen: Evidence, when: Timing, context: PairContext, *, told: bool
) -> dict[str, float]:
    """What the model sees; symmetric in the two claims.

    Args:
        nli: shape (2, 3), entailment, neutral and contradiction for A -> B and B -> A.
        numeric: the gravest relation of the figures alone, None where no two figures met.
        seen: what the words themselves say against each other.
        told: whether the two are of one event: known, or by names, places, dates and words likely.
    """
    c, e = nli[:, 2], nli[:, 0]
    cosine = context.cosine or 0.0
    figures = [any(q.comparable for q in x.quantities) for x in (a, b)]
    speakers = same_speaker(a.speaker, b.speaker)
    negates = float(one_negates(a, b) and denies_what_is_said(a.text, b.text))
    out = {
        "c_max": c.max(), "c_mean": c.mean(), "c_min": c.min(), "e_max": e.max(), "e_min": e.min(), "n_min": nli[:, 1].min(),
        "overlap": seen.subject, "cosine": cosine, "told": float(told), "negates": negates,
        "both_resolved": float(resolved(a.speaker) and resolved(b.speaker)), "other_speaker": float(speakers == "different"),
        "same_speaker": float(speakers == "same"),
        "one_side_named": float(resolved(a.speaker) != resolved(b.speaker)), "no_speaker": float(not a.speaker and not b.speaker),
        "one_named": float(one_is_named(a.text, b.text)), "of_themselves": float(of_themselves(a, b)),
        "later": float(when.order in ("a_later", "b_later")),
        "undated": float(when.order == "unknown"), "revises": float(bool(REVISES.search(a.text) or REVISES.search(b.text))),
        "close": float(seen.close), "plan": float(len({a.modality, b.modality} & _UNDONE) == 1 and a.modality != b.modality),
        "denied": float("denied" in (a.modality, b.modality)), "both_figures": float(all(figures)),
        "one_figure": float(sum(figures) == 1), "cosine_c": cosine * c.max(), "negates_c": negates * c.max(),
        "cosine_squared": cosine**2, "cosine_c_mean": c.mean() * cosine,
    }  # fmt: skip
    if context.shares is not None:  # the relation model's own opinion, in log space so that a linear model can weigh it
        out |= {f"read_{name}": math.log(max(LEAST_SHARE, context.shares[name])) for name in (*CLASSES, AGAINST)}
    out |= {f"sign_{sign}": float(seen.kind == sign) for sign in SIGNS}
    out |= {f"figures_{relation}": float(numeric == relation) for relation in NUMERIC}
    return {name: float(value) for name, value in out.items()}


# What tells a dispute from a conflict: how the texts read, and who is known to speak.
SIDES = ("read_conflict", "read_dispute", "both_resolved", "other_speaker", "same_speaker", "one_side_named", "no_speaker", "denied")


@dataclass(frozen=True)
class Model:
    """Weights of the multinomial logistic model over standardised features.

    Attributes:
        sides: the model of dispute against conflict over the features `SIDES`, for pairs that are one of them.
        undated: the weights for two reports of which neither date nor outlet is known; who speaks is judged by `sides` there too.
    """

    names: tuple[str, ...]
    classes: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    coef: np.ndarray
    bias: np.ndarray
    sides: Model | None = None
    undated: Model | None = None

    def probabilities(self, values: dict[str, float]) -> dict[str, float]:
        """P(relation) of each class; what was not asked (the relation model, where settings leave it out) counts as its mean."""
        x = (np.array([values.get(name, mean) for name, mean in zip(self.names, self.mean, strict=True)]) - self.mean) / self.scale
        z = self.coef @ x + self.bias
        p = np.exp(z - z.max())
        return dict(zip(self.classes, (p / p.sum()).tolist(), strict=True))


def _model(table: dict) -> Model:
    arrays = {name: np.array(table[name]) for name in ("mean", "scale", "coef", "bias")}
    parts = {name: _model(table[name]) if name in table else None for name in ("sides", "undated")}
    return Model(tuple(table["names"]), tuple(table["classes"]), **arrays, **parts)


@lru_cache
def load() -> Model | None:
    """The fitted model that ships with the program; None where it has none."""
    path = files("checker.judge").joinpath("relation.json")
    if not path.is_file():
        return None
    return _model(json.loads(path.read_text(encoding="utf-8")))


def weigh(
    a: Claim, b: Claim, ruled: Outcome, numeric: Relation | None, seen: Evidence, shares: dict[str, float], least_against: float,
    *, firm: bool, dispute: float,
) -> Outcome:
    """The outcome of the model on a lone pair; figures that met under one measure keep the rules' own.

    Args:
        ruled: what the rules alone say.
        shares: P(relation) by the model, conflict and dispute as one.
        firm: whether the figures that decided meet under measures that are read, and not by likeness alone.
        least_against: least probability of conflict or dispute.
        dispute: P(dispute) of a pair that is one of the two.
    """
    quiet = max((name for name in shares if name != AGAINST), key=lambda name: shares[name])
    if firm and numeric in DECIDING:
        if ruled.relation not in ("conflict", "dispute"):
            return ruled
        if shares[AGAINST] >= DOUBTFUL:
            relation, why = accounts(a, b, dispute)
            return replace(ruled, relation=relation, reason=why if relation != ruled.relation else ruled.reason)
        return _quiet(a, b, seen, quiet, shares[quiet], numeric)
    if numeric == "different_scope" and seen.kind is None and _one_measure_each(a, b):
        return ruled
    if shares[AGAINST] < least_against:
        return replace(ruled, confidence=shares[quiet]) if quiet == ruled.relation else _quiet(a, b, seen, quiet, shares[quiet], numeric)
    relation, why = accounts(a, b, dispute)
    if ruled.relation in ("conflict", "dispute"):
        return replace(ruled, relation=relation, confidence=shares[AGAINST])
    kind: Kind = seen.kind or ("number" if numeric in ("conflict", "dispute") else "negation" if one_negates(a, b) else "other")
    reason = f"the two texts read as accounts that exclude each other; {why}"
    return Outcome(relation, "weighed", reason, (kind,), confidence=shares[AGAINST])


def _one_measure_each(a: Claim, b: Claim) -> bool:
    """Whether each claim counts one thing and the two things differ: "two were killed" and "two were injured" are no conflict."""
    figures = [[q for q in c.quantities if q.comparable] for c in (a, b)]
    measures = [some[0].measure for some in figures if len(some) == 1]
    return len(measures) == 2 and all(measures) and measures[0] != measures[1]


def accounts(a: Claim, b: Claim, dispute: float) -> tuple[Literal["conflict", "dispute"], str]:
    """Conflict or dispute: by the speakers where they are known, else by how the texts read."""
    relation, why = sides(a, b)
    if relation == "dispute" or same_speaker(a.speaker, b.speaker) == "same" or dispute < SIDED:
        return relation, why
    return "dispute", "the two texts read as the accounts of two sides"


def _quiet(a: Claim, b: Claim, seen: Evidence, relation: str, sure: float, numeric: Relation | None) -> Outcome:
    """An outcome that is neither conflict nor dispute."""
    if relation == "update":
        return Outcome("update", "weighed", "the later text carries the earlier one on", (_update(a, b, seen),), confidence=sure)
    if relation == "undetermined":
        return Outcome("undetermined", "weighed", "it may be one of two", ("number",) if numeric else ("other",), confidence=sure,
                       missing="a date, or which thing is meant")  # fmt: skip
    reason = {"same": "the two say the same", "compatible": "the two can both be true", "different_scope": "the two are about different things",
              "unrelated": "the two share no subject"}[relation]  # fmt: skip
    return Outcome(relation, "weighed", f"taken together, {reason}", confidence=sure)  # type: ignore[arg-type]


def _update(a: Claim, b: Claim, seen: Evidence) -> Kind:
    if REVISES.search(a.text) or REVISES.search(b.text):
        return "correction"
    if len({a.modality, b.modality} & _UNDONE) == 1:
        return "fulfilment"
    if seen.kind in ("antonym", "negation"):
        return "reversal"
    return "growth" if all(any(q.comparable for q in c.quantities) for c in (a, b)) else "other"
