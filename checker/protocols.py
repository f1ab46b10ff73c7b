"""What a model must offer to take part: structural types, so that a fake is three lines long."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from checker.schema import ModelInfo


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into unit vectors."""

    info: ModelInfo

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return a float32 array of shape (len(texts), dim) whose rows have Euclidean norm 1."""
        ...


@runtime_checkable
class PairClassifier(Protocol):
    """Gives NLI probabilities for (premise, hypothesis) pairs."""

    info: ModelInfo

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return a float32 array of shape (len(pairs), 3); columns are entailment, neutral, contradiction."""
        ...


@runtime_checkable
class RelationClassifier(Protocol):
    """Gives probabilities of the relation of two claims, as `checker.judge.reader` words them."""

    info: ModelInfo
    classes: tuple[str, ...]

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return a float32 array of shape (len(pairs), len(classes)) whose rows sum to 1."""
        ...
