"""Baselines that learn one small thing: features of a pair and logistic regression.

Trained on --dev where it is given; else each item is answered by a model that saw no item of its group
(cross-validation by group), so that a figure never rests on what was learnt from the same event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from eval.errors import EvalError
from eval.records import Dataset, Output, Pair
from eval.systems.documents import Components

FOLDS = 5
MAX_ITERATIONS = 1000
TOLERANCE = 1e-3  # ten times looser than the default: same answers, a fifth of the time
MAX_FEATURES = 20_000  # n-grams of the one-claim baseline
WORD = re.compile(r"\w+")

Featurise = Callable[[Sequence[Pair], Sequence[Pair]], tuple[Any, Any]]  # (train, test) -> matrices


def words(text: str) -> frozenset[str]:
    """Lower-case words."""
    return frozenset(WORD.findall(text.lower()))


def overlap(pair: Pair) -> tuple[float, float, float]:
    """Jaccard overlap of the two texts' words, and the share of each text's words that the other has."""
    a, b = words(pair.a), words(pair.b)
    both = len(a & b)
    return both / max(len(a | b), 1), both / max(len(a), 1), both / max(len(b), 1)


def _overlaps(train: Sequence[Pair], test: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([overlap(p) for p in train]), np.array([overlap(p) for p in test])


def _one_claim(train: Sequence[Pair], test: Sequence[Pair]) -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), max_features=MAX_FEATURES, sublinear_tf=True, token_pattern=r"\S+")
    return vectorizer.fit_transform([p.b for p in train]), vectorizer.transform([p.b for p in test])


def _tfidf(train: Sequence[Pair], test: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(sublinear_tf=True, token_pattern=r"\w+").fit([t for p in train for t in (p.a, p.b)])

    def cosine(pairs: Sequence[Pair]) -> np.ndarray:
        a, b = vectorizer.transform([p.a for p in pairs]), vectorizer.transform([p.b for p in pairs])
        return np.asarray(a.multiply(b).sum(1)).reshape(-1, 1)

    return cosine(train), cosine(test)


class Cosines:
    """Cosines of an embedder, each text encoded once."""

    def __init__(self, embedder: Any):
        self._embedder = embedder
        self._known: dict[str, np.ndarray] = {}

    def __call__(self, train: Sequence[Pair], test: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
        texts = sorted({t for p in (*train, *test) for t in (p.a, p.b)} - self._known.keys())
        if texts:
            self._known.update(zip(texts, self._embedder.encode(texts), strict=True))
        return self._of(train), self._of(test)

    def _of(self, pairs: Sequence[Pair]) -> np.ndarray:
        return np.array([[float(self._known[p.a] @ self._known[p.b])] for p in pairs])


class Trained:
    """Features and logistic regression; documents are clustered by components instead, where the system can."""

    def __init__(
        self, name: str, featurise: Featurise, dev: Dataset | None, seed: int, *,
        models: Sequence[Any] = (), components: Components | None = None,
    ):  # fmt: skip
        self.name, self.models = name, tuple(models)
        self.tasks = ("pairs", "clusters") if components else ("pairs",)
        self._featurise, self._dev, self._seed, self._components = featurise, dev, seed, components
        self.settings: dict[str, Any] = {"trained_on": dev.name if dev else f"{FOLDS} folds by group"}
        if components:
            self.settings["threshold"] = components.threshold

    def predict(self, dataset: Dataset) -> list[Output]:
        """Labels with probabilities."""
        if dataset.task == "clusters":
            return self._components.predict(dataset)
        if self._dev:
            return self._fitted(self._dev.items, dataset.items, dataset.space.labels)
        return self._cross_validated(dataset)

    def _cross_validated(self, dataset: Dataset) -> list[Output]:
        from sklearn.model_selection import GroupKFold

        pairs = dataset.items
        groups = [pair.group for pair in pairs]
        folds = min(FOLDS, len(set(groups)))
        if folds < 2:
            raise EvalError(
                f"{self.name!r} needs two groups to learn from one and answer the other; {dataset.name!r} has "
                f"{len(set(groups))}. Give a labelled set with --dev, or a larger one."
            )
        outputs: dict[int, Output] = {}
        splitter = GroupKFold(folds, shuffle=True, random_state=self._seed)
        for train, test in splitter.split(pairs, groups=groups):
            answers = self._fitted([pairs[i] for i in train], [pairs[i] for i in test], dataset.space.labels)
            outputs.update(zip(test.tolist(), answers, strict=True))
        return [outputs[i] for i in range(len(pairs))]

    def _fitted(self, train: Sequence[Pair], test: Sequence[Pair], labels: Sequence[str]) -> list[Output]:
        from sklearn.linear_model import LogisticRegression

        gold = [pair.gold for pair in train]
        seen = sorted(set(gold))
        if len(seen) == 1:  # nothing to tell apart: logistic regression refuses one class
            probabilities = np.ones((len(test), 1))
        else:
            x_train, x_test = self._featurise(train, test)
            model = LogisticRegression(max_iter=MAX_ITERATIONS, tol=TOLERANCE).fit(x_train, gold)
            probabilities, seen = model.predict_proba(x_test), list(model.classes_)
        outputs = []
        for row in probabilities:
            best = int(row.argmax())
            stated = dict.fromkeys(labels, 0.0) | {name: float(p) for name, p in zip(seen, row, strict=True)}
            outputs.append(Output(label=seen[best], probabilities=stated, confidence=float(row[best])))
        return outputs


def create(name: str, model: str | None, dev: Dataset | None, seed: int) -> Trained:
    """The baseline `name`."""
    if name == "one-claim":
        return Trained(name, _one_claim, dev, seed)
    if name == "overlap":
        return Trained(name, _overlaps, dev, seed)
    if name == "tfidf":
        return Trained(name, _tfidf, dev, seed, components=Components())
    from eval.systems.checkers import embedder

    loaded = embedder(model)
    return Trained(name, Cosines(loaded), dev, seed, models=(loaded.info,), components=Components(loaded))
