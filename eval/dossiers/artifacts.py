"""Artifact checks: what one claim alone, or shared words alone, give away of the label."""

from __future__ import annotations

from collections.abc import Sequence

from checker.compare.words import overlap

FOLDS = 5


def artifacts(rows: dict[str, list[dict]]) -> list[tuple[str, str, float, float]]:
    """(model, what it predicts, macro-F1, macro-F1 of the constant answer), cross-validated over events of train and dev.

    A set is sound where both models stay within a few points of the constant answer.
    """
    some = [*rows["train"], *rows["dev"]]
    out = []
    for target in ("relation", "label"):
        gold = [r[target] for r in some]
        constant = _macro(gold, [max(set(gold), key=gold.count)] * len(gold))
        out.append(("one claim only", target, _crossed(some, gold, _one_claim), constant))
        out.append(("word overlap only", target, _crossed(some, gold, _overlap), constant))
    return out


def _macro(gold: Sequence[str], predicted: Sequence[str]) -> float:
    from sklearn.metrics import f1_score

    return float(f1_score(gold, predicted, average="macro", zero_division=0.0))


def _crossed(rows: Sequence[dict], gold: Sequence[str], make) -> float:
    from sklearn.model_selection import GroupKFold, cross_val_predict

    inputs, model = make(rows)
    groups = [r["event"] for r in rows]
    return _macro(gold, cross_val_predict(model, inputs, gold, groups=groups, cv=GroupKFold(FOLDS)))


def _one_claim(rows: Sequence[dict]):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return [r["b"] for r in rows], make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression(max_iter=1000))


def _overlap(rows: Sequence[dict]):
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    return np.array([[overlap(r["a"], r["b"]), float(r["differs"])] for r in rows]), LogisticRegression(max_iter=1000)
