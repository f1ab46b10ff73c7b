"""Whether two quantities count one thing: a logistic model over a few features that anyone can read.

Measures ("killed", "injured") settle most cases; the model is for the rest: figures whose verb or noun the reader does
not know ("marched 11 passengers into the hills" / "19 people had been taken"), and elliptical ones ("the union spoke
of 12,000"). It is fitted on the training events of the hand-labelled set (`models/alignment/fit.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from checker.compare.groups import is_person, same_counted
from checker.compare.measures import kin, measure_of, meets
from checker.compare.prototypes import Likeness
from checker.compare.words import content
from checker.schema import Quantity

# A value from here on that both sides give exactly is a sign of its own: small numbers recur everywhere.
TELLING = 5
# Fitted by models/alignment/fit.py on the training events; `near_measure` and `change`, which occur there too seldom, were
# set by hand.
WEIGHTS: dict[str, float] = {
    "bias": 0.37, "same_measure": 1.21, "near_measure": 0.3, "other_measure": -2.43, "one_measure": -0.45, "same_counted": 0.48,
    "people": 0.36, "other_counted": -0.44, "one_counted": -0.12, "unit": 0.93, "count": -1.4, "percent": 0.0, "phrase": 1.98,
    "example": 3.08, "claim": 0.56, "shared": 0.52, "equal": 2.03, "apart": -3.61, "change": -1.0, "role": 0.0,
}  # fmt: skip
_MASSES = frozenset({"measurement", "duration"})


@dataclass(frozen=True)
class Side:
    """One quantity with what surrounds it."""

    quantity: Quantity
    phrase: str
    text: str


def comparable_kinds(q: Quantity, r: Quantity) -> bool:
    """Whether two quantities have one dimension at all: counts with counts, money of one currency, metres with feet."""
    if q.kind != r.kind and not {q.kind, r.kind} <= _MASSES:
        return False
    return not ((q.unit is None) != (r.unit is None) and q.kind in ("money", "measurement"))


def features(x: Side, y: Side, like: Likeness, claim_cosine: float) -> dict[str, float]:
    """What the model sees of two quantities; symmetric in the two. All between -1 and 1.

    Args:
        like: how the two masked phrases (`phrase_of`) compare.
        claim_cosine: cosine of the two claims' vectors.
    """
    q, r = x.quantity, y.quantity
    left, right = measure_of(q), measure_of(r)
    both = left is not None and right is not None
    counted = bool(q.counted and r.counted)
    alike = counted and same_counted(q.counted, r.counted)
    people = counted and is_person(q.counted) and is_person(r.counted)
    shared = content(x.phrase) & content(y.phrase)
    least = min(len(content(x.phrase)), len(content(y.phrase)))
    v, w = _size(q), _size(r)
    return {
        "same_measure": float(both and left == right),
        "near_measure": float(both and left != right and (meets(left, right) or kin(left, right))),
        "other_measure": float(both and not meets(left, right) and not kin(left, right)),
        "one_measure": float((left is None) != (right is None)),
        "same_counted": float(alike),
        "people": float(people and not alike),
        "other_counted": float(counted and not alike and not people),
        "one_counted": float(bool(q.counted) != bool(r.counted)),
        "unit": float(q.unit is not None and q.unit == r.unit and q.kind != "percent"),
        "count": float(q.kind == r.kind == "count"),
        "percent": float(q.kind == r.kind == "percent"),
        "phrase": like.cosine,
        "example": like.agreement,
        "claim": claim_cosine,
        "shared": len(shared) / least if least else 0.0,
        "equal": float(v is not None and v == w and v >= TELLING),
        "apart": min(1.0, abs(math.log10(v / w)) / 2) if v and w else 0.0,
        "change": float((q.change in ("up_by", "down_by")) != (r.change in ("up_by", "down_by"))),
        "role": float(q.role != r.role),
    }


def _size(q: Quantity) -> float | None:
    value = q.low if q.low is not None else q.high
    return abs(value) if value else None


def aligned(x: Side, y: Side, like: Likeness, claim_cosine: float, *, strict: bool = True) -> float:
    """Probability that the two quantities count one thing; 0 where their dimensions differ. Symmetric.

    Args:
        strict: lengths and spans of time, which articles are full of, must be seen to measure the same.
    """
    if not comparable_kinds(x.quantity, y.quantity):
        return 0.0
    if strict and x.quantity.kind in _MASSES and not (x.quantity.measure and y.quantity.measure) and like.measure is None:
        return 0.0  # two lengths or two spans of time are only one where both are seen to measure the same
    values = features(x, y, like, claim_cosine)
    z = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in values.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))
