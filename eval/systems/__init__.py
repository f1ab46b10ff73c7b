"""Systems that answer the items of a set: baselines, single parts of the checker, and the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from eval.errors import EvalError
from eval.records import Dataset, Output, Task


class System(Protocol):
    """What `run` needs of a system."""

    name: str
    tasks: tuple[Task, ...]
    models: Sequence[Any]
    settings: dict[str, Any]

    def predict(self, dataset: Dataset) -> list[Output]:
        """One output for each item, in order."""
        ...


DESCRIPTIONS = {
    "constant": "the majority label (of --dev, or else of the set itself): the floor",
    "one-claim": "the hypothesis alone: TF-IDF n-grams and logistic regression; what labels leak",
    "overlap": "word overlap of the two texts and logistic regression",
    "tfidf": "TF-IDF cosine and logistic regression; for articles: connected components of the cosine graph",
    "embedder": "cosine of the bundled embedder (or --model) and logistic regression",
    "nli": "the bundled NLI model (or --model PATH|ID), premise A and hypothesis B",
    "numbers": "the checker's judge on quantities alone",
    "full": "the whole judge; for sentences: the quantity reader; for articles: the events that match finds",
}


def create(name: str, *, model: str | None = None, dev: Dataset | None = None, seed: int = 0) -> System:
    """Make a system by name.

    Args:
        name: one of `DESCRIPTIONS`.
        model: a folder or hub id instead of the bundled model.
        dev: labelled pairs that a trained baseline learns from; without it, cross-validation by group.
        seed: of folds.

    Raises:
        EvalError: the name is unknown, or a model was given to a system that has none.
    """
    from eval.systems import checkers, features, trivial

    if name not in DESCRIPTIONS:
        raise EvalError(f"System {name!r} is not known. Give one of: {', '.join(DESCRIPTIONS)}.")
    if model and name not in ("nli", "embedder"):
        raise EvalError(f"--model was given to {name!r}, which takes none. Use it with nli or embedder.")
    match name:
        case "constant":
            return trivial.Constant(dev)
        case "one-claim" | "overlap" | "tfidf" | "embedder":
            return features.create(name, model, dev, seed)
        case "nli":
            return checkers.Nli(model)
        case _:
            return checkers.Judge(name)
