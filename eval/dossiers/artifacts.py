"""Artifact checks: what one claim alone, or shared words alone, give away of the label.

Models learn on the training part and answer the dev part. A plain model is held to the accuracy of the constant answer.
Where one relation has most pairs, a plain model hides in it: beside it stands one that weighs all classes alike, by its
balanced accuracy (mean recall), of which a constant answer gets 1 / classes. That one may know a little: claims of one
fact share words, and a claim that revises or denies says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from checker.compare.words import content, overlap
from checker.measure.bootstrap import Estimate, estimates, group_index, weighted
from checker.measure.classification import accuracy, confusion_by_group, majority, per_class
from checker.schema.base import Record
from eval.errors import NoData

Rows = Sequence[dict[str, Any]]
# Points that a model may be above the constant answer before the set is to be mended.
MOST_ABOVE = 0.05
SEED = 0
MAX_ITERATIONS, TOLERANCE = 200, 1e-3


class Artifact(Record):
    """One model on one target. `held` says whether the set is to keep the model near the constant answer."""

    model: str
    target: str
    measure: str
    score: Estimate
    constant: Estimate
    above: Estimate
    held: bool

    @property
    def too_good(self) -> bool:
        """Whether the model beats the constant answer by more than is allowed."""
        return self.held and self.above.value is not None and self.above.value > MOST_ABOVE


def artifacts(train: Rows, dev: Rows) -> list[Artifact]:
    """Every model on relation and label.

    Raises:
        NoData: one part has no pairs.
    """
    if not train or not dev:
        raise NoData("The artifact checks need pairs in train and dev. Build the set first.")
    import sklearn.linear_model  # noqa: F401  (before the limit, which knows only the libraries that are loaded)
    from threadpoolctl import threadpool_limits

    # The problems are small: several threads only wait for each other, longest where the machine has other work.
    with threadpool_limits(1):
        return [
            made
            for target in ("relation", "label")
            for name, (make, held) in MODELS.items()
            for made in _measure(name, target, held, train, dev, make)
        ]


def _measure(name: str, target: str, held: bool, train: Rows, dev: Rows, make: Callable) -> list[Artifact]:
    classes = sorted({r[target] for r in [*train, *dev]})
    number = {c: k for k, c in enumerate(classes)}
    known, gold = (np.array([number[r[target]] for r in rows]) for rows in (train, dev))
    index, groups = group_index([r["event"] for r in dev])
    most = np.full(len(dev), np.bincount(known).argmax())
    out = []
    for measure, balanced in (("accuracy", None), ("balanced accuracy", "balanced")):
        predicted = make(balanced).fit(train, known).predict(dev)
        said, always = (confusion_by_group(gold, p, index, groups, len(classes)) for p in (predicted, most))

        def statistics(w: np.ndarray, said=said, always=always, measure=measure) -> dict[str, np.ndarray]:
            of = accuracy if measure == "accuracy" else _balanced
            x, y = of(weighted(said, w)), of(weighted(always, w))
            if measure == "accuracy":  # the best constant answer for dev, which has seen its labels
                y = majority(weighted(always, w))
            return {"score": x, "constant": y, "above": x - y}

        made = estimates(statistics, groups, {}, len(dev))
        out.append(Artifact(model=name, target=target, measure=measure, held=held and balanced is None, **made))
    return out


def _balanced(confusion: np.ndarray) -> np.ndarray:
    return np.nanmean(per_class(confusion)[1], axis=-1)


def _linear(balanced: str | None):
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(max_iter=MAX_ITERATIONS, tol=TOLERANCE, class_weight=balanced, random_state=SEED)


def _one_claim(side: str) -> Callable:
    def make(balanced: str | None):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import FunctionTransformer

        texts = FunctionTransformer(lambda rows: [r[side] for r in rows])
        return make_pipeline(texts, TfidfVectorizer(ngram_range=(1, 2), min_df=2), _linear(balanced))

    return make


def _features(of: Callable[[dict], list[float]]) -> Callable:
    def make(balanced: str | None):
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import FunctionTransformer

        return make_pipeline(FunctionTransformer(lambda rows: np.array([of(r) for r in rows])), _linear(balanced))

    return make


def _shared(row: dict) -> list[float]:
    left, right = content(row["a"]), content(row["b"])
    return [overlap(row["a"], row["b"]), len(left & right) / max(1, len(left | right)), float(len(left & right))]


def _dates(row: dict) -> list[float]:
    known = [bool(row["a_date"]), bool(row["b_date"])]
    return [float(all(known) and row["a_date"] == row["b_date"]), float(sum(known)), float(row["a_outlet"] == row["b_outlet"])]


# What a model sees: (its maker, whether its accuracy must stay near that of the constant answer). Dates and differing figures are part of
# what the labels mean; the models that see them are there to be compared with, not to be kept down.
MODELS: dict[str, tuple[Callable, bool]] = {
    "claim a only": (_one_claim("a"), True),
    "claim b only": (_one_claim("b"), True),
    "word overlap only": (_features(_shared), True),
    "dates and outlets only": (_features(_dates), False),
    "overlap and figures": (_features(lambda row: [*_shared(row), float(row["differs"])]), False),
}
