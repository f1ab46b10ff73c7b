"""Measures by example: what a figure counts, from how near its phrase is to phrases of each measure.

The reader's word lists know "were killed" and "lost their lives"; "did not survive the night" is near to them in meaning
all the same. `prototypes.json` has a few phrases for each measure, written for this project; a phrase belongs to a
measure with the softmax of its best cosine there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

# Sharpness of the softmax over measures, chosen on the training events of the hand-labelled set.
SHARPNESS = 18.0
# A measure is named only where the phrase is this near to one of its examples, and this sure.
NEAR = 0.55
SURE = 0.4
# Examples that keep other figures away but are too wide to make two figures one: every text has a "for N days".
GENERIC = frozenset({"elapsed", "duration", "distance", "vehicles", "sentence"})


@lru_cache
def examples() -> tuple[tuple[str, str], ...]:
    """(measure, phrase) of every example, in the order of the file."""
    table = json.loads(files("checker.compare").joinpath("prototypes.json").read_text(encoding="utf-8"))["measures"]
    return tuple((measure, phrase) for measure, phrases in table.items() for phrase in phrases)


@dataclass(frozen=True)
class Bank:
    """The examples' vectors, unit length, shape (examples, dim), by one embedder."""

    vectors: np.ndarray

    def measures(self, phrases: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Probabilities over measures and best cosines, each of shape (n, measures), for phrase vectors (n, dim)."""
        names = names_of()
        owner = np.array([names.index(measure) for measure, _ in examples()])
        cosine = phrases @ self.vectors.T
        best = np.stack([cosine[:, owner == k].max(axis=1) for k in range(len(names))], axis=1)
        weight = np.exp(SHARPNESS * (best - best.max(axis=1, keepdims=True)))
        return weight / weight.sum(axis=1, keepdims=True), best


@lru_cache
def names_of() -> tuple[str, ...]:
    """The measures that have examples, each once."""
    return tuple(dict.fromkeys(measure for measure, _ in examples()))


@dataclass(frozen=True)
class Reading:
    """A phrase's vector with what it counts by example; `measure` is None where no example is near."""

    vector: np.ndarray
    shares: np.ndarray
    measure: str | None


def readings(vectors: np.ndarray, bank: Bank) -> list[Reading]:
    """What phrases count, for vectors of shape (n, dim)."""
    if not len(vectors):
        return []
    shares, best = bank.measures(vectors)
    out = []
    for vector, share, near in zip(vectors, shares, best, strict=True):
        k = int(share.argmax())
        name = names_of()[k] if near[k] >= NEAR and share[k] >= SURE else None
        out.append(Reading(vector, share, None if name in GENERIC else name))
    return out


@dataclass(frozen=True)
class Likeness:
    """How two phrases compare: cosine, probability that they count by one measure, and the measure of each by example."""

    cosine: float
    agreement: float
    left: str | None = None
    right: str | None = None

    @property
    def measure(self) -> str | None:
        """The measure, where both have the same."""
        return self.left if self.left == self.right else None


def likeness(x: Reading, y: Reading) -> Likeness:
    """Compare two readings. Symmetric."""
    return Likeness(float(x.vector @ y.vector), float(x.shares @ y.shares), x.measure, y.measure)
