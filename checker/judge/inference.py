"""Two bare texts, one of which restates, denies or sharpens the other: the task of NLI sets and of claim against evidence.

The weights of `relation.py` are fitted on pairs of news reports, which share a happening and few words, and of which no
word need answer the other. A sentence and a claim about it are another matter: there NLI is right more often than
anything else, and the rules of figures correct it. Which of the two a pair is, its texts tell (`hypothesis`): a claim about
a text is short, and its words are those of the text. Both models are logistic, fitted by `models/inference/fit.py`; their
weights are in `inference.json`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np

from checker.compare.words import content
from checker.judge.context import PairContext
from checker.judge.outcome import Outcome
from checker.judge.propositions import Evidence, denies_what_is_said, one_negates
from checker.judge.relation import NUMERIC, SIGNS
from checker.judge.sides import sides
from checker.schema import Claim
from checker.schema.verdict import Kind, Relation

# Probabilities below this are one in log space: a model that is sure is not to be believed without end.
LEAST = 0.003
# From these a text is taken for entailed, and a pair for a text and a claim about it (the second chosen on dev sets).
ENTAILED, HYPOTHESIS = 0.5, 0.35
# Figures that met under measures that are read are overruled by P(contradiction) below the first or above the second.
DOUBTFUL, SURE = 0.1, 0.9


@dataclass(frozen=True)
class Weights:
    """A logistic model over standardised features."""

    names: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    coef: np.ndarray
    bias: float

    def probability(self, values: dict[str, float]) -> float:
        """P of the positive class.

        Raises:
            KeyError: a feature that the weights name is missing.
        """
        x = (np.array([values[name] for name in self.names]) - self.mean) / self.scale
        return float(1 / (1 + math.exp(-float(self.coef @ x + self.bias))))


@dataclass(frozen=True)
class Model:
    """The three models of `inference.json`: is it a text and a claim about it, do the two exclude each other, is one entailed."""

    hypothesis: Weights
    against: Weights
    entailed: Weights


@lru_cache
def load() -> Model | None:
    """The fitted models that ship with the program; None where it has none."""
    path = files("checker.judge").joinpath("inference.json")
    if not path.is_file():
        return None
    tables = json.loads(path.read_text(encoding="utf-8"))
    return Model(**{name: _weights(tables[name]) for name in ("hypothesis", "against", "entailed")})


def _weights(table: dict) -> Weights:
    return Weights(tuple(table["names"]), *(np.array(table[name]) for name in ("mean", "scale", "coef")), bias=float(table["bias"]))


@dataclass(frozen=True)
class Inferred:
    """What is inferred of two texts.

    Attributes:
        against: P(the two exclude each other); the same when the texts are swapped.
        a_to_b, b_to_a: P(entailed), given that they do not exclude each other.
        contradiction: whether to exclude each other is the likeliest of the three, with the longer text as the premise.
    """

    against: float
    a_to_b: float
    b_to_a: float
    contradiction: bool

    def rows(self) -> np.ndarray:
        """Shape (2, 3): P of entailment, neutral and contradiction for A -> B and B -> A."""
        return np.array([[(1 - self.against) * e, (1 - self.against) * (1 - e), self.against] for e in (self.a_to_b, self.b_to_a)])


def bare(a: Claim, b: Claim, context: PairContext) -> bool:
    """Whether nothing but the two texts is known: no dates, no outlets, nobody who says that they are of one event."""
    return context.alone and context.one_moment and context.same_event is None and not (
        a.publisher or b.publisher or a.times.published.start or b.times.published.start
    )  # fmt: skip


def a_is_longer(a: str, b: str) -> bool:
    """Which text is taken as the premise: the one of more words, so that swapping the two changes nothing."""
    return (len(a.split()), a) >= (len(b.split()), b)


def surface(a: str, b: str, cosine: float, figures: int) -> dict[str, float]:
    """What tells a text and a claim about it from two reports; symmetric in the texts.

    Args:
        cosine: similarity of their embeddings.
        figures: how many of the two name a figure: 0, 1 or 2.
    """
    premise, claim = (a, b) if a_is_longer(a, b) else (b, a)
    left, right = content(premise), content(claim)
    shared = len(left & right)
    words = [max(1, len(t.split())) for t in (premise, claim)]
    return {
        "premise_words": math.log(words[0]), "claim_words": math.log(words[1]), "ratio": words[1] / words[0],
        "claim_shared": shared / max(1, len(right)), "premise_shared": shared / max(1, len(left)), "cosine": cosine,
        "nothing_shared": float(not shared), "squared": cosine**2,
        "one_figure": float(figures == 1), "both_figures": float(figures == 2),
    }  # fmt: skip


def _logs(nli: np.ndarray) -> np.ndarray:
    return np.log(np.clip(nli, LEAST, 1.0))


def against_features(
    a: Claim, b: Claim, nli: np.ndarray, ruled: Relation, numeric: Relation | None, seen: Evidence, near: dict[str, float],
    entails: tuple[bool, bool], *, told: bool,
) -> dict[str, float]:
    """What the model of contradiction sees; symmetric in the two claims.

    Args:
        nli: shape (2, 3), entailment, neutral and contradiction for A -> B and B -> A.
        ruled: the relation by the rules alone.
        numeric: the gravest relation of the figures alone, None where no two figures met.
        near: what `surface` says.
        entails: whether A's figures entail B's by rule, and B's A's.
        told: whether the two are likely of one event.
    """
    ordered = _logs(nli if a_is_longer(a.text, b.text) else nli[::-1])
    out: dict[str, float] = {}
    for column, letter in enumerate("enc"):
        out |= {
            f"{letter}_premise": ordered[0, column], f"{letter}_back": ordered[1, column],
            f"{letter}_max": ordered[:, column].max(), f"{letter}_min": ordered[:, column].min(),
            f"{letter}_mean": _logs(nli[:, column].mean()),
        }  # fmt: skip
    out |= {
        "c_premise_ratio": out["c_premise"] * near["ratio"], "c_back_ratio": out["c_back"] * near["ratio"],
        "c_premise_shared": out["c_premise"] * near["claim_shared"], "c_min_shared": out["c_min"] * near["claim_shared"],
        "ratio": near["ratio"], "claim_shared": near["claim_shared"], "premise_shared": near["premise_shared"],
        "cosine": near["cosine"], "one_figure": near["one_figure"], "both_figures": near["both_figures"],
        "overlap": seen.subject, "told": float(told), "close": float(seen.close),
        "negates": float(one_negates(a, b) and denies_what_is_said(a.text, b.text)),
        "figures_entail": float(any(entails)),
    }  # fmt: skip
    out |= {f"ruled_{name}": float(ruled == name) for name in (*NUMERIC, "unrelated")}
    out |= {f"figures_{name}": float(numeric == name) for name in NUMERIC}
    out |= {f"sign_{name}": float(seen.kind == name) for name in SIGNS}
    return {name: float(value) for name, value in out.items()}


def entailed_features(premise: str, claim: str, nli: np.ndarray, values: dict[str, float], *, entails: bool) -> dict[str, float]:
    """What the model of entailment sees of one direction.

    Args:
        nli: shape (2, 3), premise -> claim first.
        values: what `against_features` gives.
        entails: whether the figures of the premise entail those of the claim, by rule.
    """
    logs = _logs(nli)
    left, right = content(premise), content(claim)
    shared = len(left & right)
    out = {f"{letter}_{name}": float(logs[row, column])
           for row, name in enumerate(("forth", "back")) for column, letter in enumerate("enc")}  # fmt: skip
    kept = ("cosine", "one_figure", "both_figures", "overlap", "negates")
    out |= {name: values[name] for name in kept}
    out |= {name: value for name, value in values.items() if name.startswith(("ruled_", "figures_"))}
    return out | {"shared_claim": shared / max(1, len(right)), "shared_premise": shared / max(1, len(left)), "figures_entail": float(entails)}


def infer(a: Claim, b: Claim, nli: np.ndarray, values: dict[str, float], entails: tuple[bool, bool], model: Model) -> Inferred:
    """Contradiction and entailment of two texts.

    Args:
        values: what `against_features` gives.
        entails: whether A's figures entail B's by rule, and B's A's.
    """
    against = model.against.probability(values)
    forth = model.entailed.probability(entailed_features(a.text, b.text, nli, values, entails=entails[0]))
    back = model.entailed.probability(entailed_features(b.text, a.text, nli[::-1], values, entails=entails[1]))
    first = forth if a_is_longer(a.text, b.text) else back
    return Inferred(against, forth, back, against >= (1 - against) * max(first, 1 - first))


def concluded(
    a: Claim, b: Claim, ruled: Outcome, found: Inferred, numeric: Relation | None, seen: Evidence, *, firm: bool = False
) -> Outcome:
    """The outcome: contradiction first, then what is entailed; what the rules say of a pair that is neither stays.

    Args:
        firm: whether figures decided whose measures are read; then the models must be sure to say otherwise.
    """
    loud = ruled.relation in ("conflict", "dispute")
    if firm and (found.against >= DOUBTFUL if loud else found.against < SURE):
        return replace(ruled, confidence=max(0.5, found.against)) if loud else ruled
    if found.contradiction:
        if ruled.relation in ("conflict", "dispute"):
            return replace(ruled, confidence=found.against)
        relation, why = sides(a, b)
        kind: Kind = seen.kind or ("number" if numeric == "undetermined" else "negation" if one_negates(a, b) else "other")
        return Outcome(relation, "inferred", f"one text excludes what the other says; {why}", (kind,), confidence=found.against)
    entailed = (found.a_to_b >= ENTAILED, found.b_to_a >= ENTAILED)
    if any(entailed):
        sure = (1 - found.against) * max(found.a_to_b, found.b_to_a)
        if all(entailed):
            reason = "each follows from the other"
            return replace(ruled, confidence=sure) if ruled.relation == "same" else Outcome("same", "inferred", reason, confidence=sure)
        reason = "what one says follows from the other, which says more"
        if ruled.relation == "compatible":
            return replace(ruled, confidence=sure)
        return Outcome("compatible", "inferred", reason, confidence=sure)
    if ruled.relation in ("same", "conflict", "dispute"):
        sure = (1 - found.against) * (1 - max(found.a_to_b, found.b_to_a))
        return Outcome("compatible", "inferred", "neither follows from the other, and neither excludes it", confidence=sure)
    return ruled
