"""Recipe: fit the alignment model (do two quantities count one thing?) on the training events of the hand-labelled set.

    python models/alignment/fit.py

Each dossier claim says which fact each of its figures belongs to; two figures of two claims of one event are a positive
where the fact is one. Prints weights for `checker/compare/alignment.py`, and precision and recall by cross-validation
over events (training part) and on the development part with the weights fitted on the training part alone.
"""

from __future__ import annotations

import itertools
import json
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_fscore_support, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from checker.compare.alignment import Side, comparable_kinds, features  # noqa: E402
from checker.compare.phrases import phrase_of  # noqa: E402
from checker.compare.prototypes import Bank, examples, likeness, readings  # noqa: E402
from checker.models import load_embedder  # noqa: E402
from checker.read import read_pair_claim  # noqa: E402
from checker.settings import Settings  # noqa: E402


def figures(dossier: dict) -> list[tuple]:
    """(claim, quantity, fact or None) of every comparable figure of a dossier's claims."""
    out = []
    for row in dossier["claims"]:
        published = datetime.fromisoformat(row["published"]) if row["published"] else None
        claim = read_pair_claim(row["text"], id=row["id"], outlet=row["outlet"], published=published)
        spans = [(row["text"].find(s["value"]), s["value"], s["fact"]) for s in row["says"]]
        for q in claim.quantities:
            if q.comparable and q.change not in ("up_by", "down_by"):
                fact = next((f for at, v, f in spans if q.start < at + len(v) and q.end > at), None)
                out.append((claim, q, fact))
    return out


def examples_of(split: str, encode) -> tuple[list[dict], list[bool], list[str]]:
    """Features, labels and events of every pair of figures of two claims of one event."""
    splits = json.loads((ROOT / "data" / "splits.json").read_text())
    rows = []
    for path in sorted((ROOT / "data" / "dossiers").glob("*.json")):
        dossier = json.loads(path.read_text(encoding="utf-8"))
        if splits[dossier["event"]["id"]] == split:
            rows += [(dossier["event"]["id"], x, y) for x, y in itertools.combinations(figures(dossier), 2) if x[0] is not y[0]]
    phrases = list(dict.fromkeys(phrase_of(c, q) for _, x, y in rows for c, q, _ in (x, y)))
    texts = list(dict.fromkeys(c.text for _, x, y in rows for c, _, _ in (x, y)))
    read = dict(zip(phrases, readings(encode(phrases), Bank(encode([p for _, p in examples()]))), strict=True))
    vector = dict(zip(texts, encode(texts), strict=True))
    inputs, labels, groups = [], [], []
    for event, (a, q, f), (b, r, g) in rows:
        if comparable_kinds(q, r):
            x, y = phrase_of(a, q), phrase_of(b, r)
            inputs.append(features(Side(q, x, a.text), Side(r, y, b.text), likeness(read[x], read[y]),
                                   float(vector[a.text] @ vector[b.text])))  # fmt: skip
            labels.append(f is not None and f == g)
            groups.append(event)
    return inputs, labels, groups


def main() -> None:
    encode = load_embedder(Settings().models).encode
    inputs, labels, groups = examples_of("train", encode)
    names = list(inputs[0])
    table = lambda rows: np.array([[row[name] for name in names] for row in rows])  # noqa: E731
    model = LogisticRegression(C=1.0, max_iter=2000)
    crossed = cross_val_predict(model, table(inputs), labels, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    report("train, crossed over events", labels, crossed)
    model.fit(table(inputs), labels)
    dev, gold, _ = examples_of("dev", encode)
    report("dev", gold, model.predict_proba(table(dev))[:, 1])
    weights = {"bias": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}
    print(json.dumps({name: round(value, 2) for name, value in weights.items()}))


def report(name: str, gold, scores) -> None:
    """Area under ROC, and precision and recall at 0.5."""
    p, r, f, _ = precision_recall_fscore_support(gold, scores >= 0.5, average="binary")
    print(f"{name}: {len(gold)} pairs, {sum(gold)} of one fact, AUC {roc_auc_score(gold, scores):.3f}, P {p:.2f} R {r:.2f} F1 {f:.2f}")


if __name__ == "__main__":
    main()
