"""Recipe: fit the relation model on the training events of the hand-labelled set.

    python models/relation/fit.py [--write]

Prints macro-F1 over relations (conflict and dispute together) and F1 of conflict-or-dispute: rules alone and the model,
cross-validated over training events and on the development part; each group of features left out; and the threshold for
conflict-or-dispute that keeps false alarms on the training part (crossed) under 5%. `--write` writes
`checker/judge/relation.json`, fitted on the training part alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from checker import pipeline  # noqa: E402
from checker.judge.propositions import evidence  # noqa: E402
from checker.judge.quantities import compare_all  # noqa: E402
from checker.judge.relation import AGAINST, features  # noqa: E402
from checker.judge.timing import timing  # noqa: E402
from checker.judge.verdict import _of_figures, judge_pair, one_event, only_one_event  # noqa: E402
from checker.settings import Settings  # noqa: E402

OUT = ROOT / "checker" / "judge" / "relation.json"
MOST_FALSE_ALARMS = 0.05


def joined(relation: str) -> str:
    """Conflict and dispute as one class: speakers tell them apart."""
    return AGAINST if relation in ("conflict", "dispute") else relation


def load(split: str):
    """Features, relations, events and the rules' relations of a split's pairs, and whether they differ in a figure."""
    rows = [json.loads(line) for line in (ROOT / "data" / "pairs" / f"{split}.jsonl").open(encoding="utf-8")]
    settings = Settings()
    inputs, ruled = [], []
    for a, b, nli, context in pipeline.prepared(rows, settings):
        when = timing(a, b, context, settings.judge)
        met = compare_all(a, b, when, context, settings.judge)
        if context.same_event is None:
            met = only_one_event(a, b, met, context, settings.judge)
        told = one_event(a, b, context, settings.judge) if context.same_event is None else context.same_event
        inputs.append(features(a, b, nli, _of_figures(met), evidence(a, b), when, context, told=told))
        ruled.append(joined(judge_pair(a, b, nli, context, settings.judge, weigh_relation=False).relation))
    return inputs, [joined(r["relation"]) for r in rows], [r["event"] for r in rows], ruled, np.array([r["differs"] for r in rows])


def against(gold, predicted) -> tuple[float, float, float]:
    """F1, precision and recall of conflict-or-dispute."""
    g, p = np.array(gold) == AGAINST, np.array(predicted) == AGAINST
    hit = float((g & p).sum())
    return 2 * hit / max(1.0, g.sum() + p.sum()), hit / max(1, p.sum()), hit / max(1, g.sum())


def line(name: str, gold, predicted) -> None:
    f, p, r = against(gold, predicted)
    print(f"{name:42s} macro-F1 {f1_score(gold, predicted, average='macro'):.3f}  against F1 {f:.3f} P {p:.2f} R {r:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--C", type=float, default=0.3)
    args = parser.parse_args()
    inputs, gold, groups, ruled, differs = load("train")
    dev_inputs, dev_gold, _, dev_ruled, dev_differs = load("dev")
    names = list(inputs[0])

    def table(rows, keep=names):
        return np.array([[row[name] for name in keep] for row in rows])

    def model():
        return make_pipeline(StandardScaler(), LogisticRegression(C=args.C, max_iter=5000))

    line("train, rules alone", gold, ruled)
    crossed = cross_val_predict(model(), table(inputs), gold, groups=groups, cv=GroupKFold(8), method="predict_proba")
    classes = sorted(set(gold))
    line("train, model, crossed over events", gold, [classes[i] for i in crossed.argmax(axis=1)])
    for group, drop in {
        "NLI": lambda n: n[:2] in ("c_", "e_", "n_") or "_c" in n, "figures": lambda n: "figure" in n,
        "words": lambda n: n.startswith("sign_") or n in ("negates", "negates_c", "close", "overlap"),
        "embedding": lambda n: n.startswith("cosine"), "time": lambda n: n in ("later", "undated", "revises", "plan"),
        "speakers": lambda n: "speaker" in n or n in ("both_resolved", "denied"),
    }.items():  # fmt: skip
        keep = [n for n in names if not drop(n)]
        line(f"  without {group}", gold, cross_val_predict(model(), table(inputs, keep), gold, groups=groups, cv=GroupKFold(8)))
    scores, loud = crossed[:, classes.index(AGAINST)], np.array(gold) == AGAINST
    for least in (0.3, 0.35, 0.4, 0.45, 0.5):
        alarm = ((scores >= least) & ~loud & differs).sum() / max(1, (~loud & differs).sum())
        print(f"  threshold {least:.2f}: recall {((scores >= least) & loud).sum() / loud.sum():.2f}, false alarms on differing figures {alarm:.3f}")
    fitted = model().fit(table(inputs), gold)
    line("dev, rules alone", dev_gold, dev_ruled)
    line("dev, model", dev_gold, list(fitted.predict(table(dev_inputs))))
    p = fitted.predict_proba(table(dev_inputs))
    dev_loud = np.array(dev_gold) == AGAINST
    print(f"dev ECE of the top class: {ece(p.max(axis=1), fitted.classes_[p.argmax(axis=1)] == np.array(dev_gold)):.3f}; "
          f"false alarms at .4: {((p[:, classes.index(AGAINST)] >= 0.4) & ~dev_loud & dev_differs).sum() / (~dev_loud & dev_differs).sum():.3f}")  # fmt: skip
    if args.write:
        scaler, logistic = fitted.steps[0][1], fitted.steps[1][1]
        out = {
            "names": names, "classes": list(map(str, logistic.classes_)), "mean": np.round(scaler.mean_, 5).tolist(),
            "scale": np.round(scaler.scale_, 5).tolist(), "coef": np.round(logistic.coef_, 4).tolist(), "bias": np.round(logistic.intercept_, 4).tolist(),
        }  # fmt: skip
        OUT.write_text(json.dumps(out) + "\n", encoding="utf-8")
        print(f"wrote {OUT.relative_to(ROOT)}")


def ece(confidence, correct, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(sum(abs(confidence[which == k].mean() - correct[which == k].mean()) * (which == k).mean() for k in range(bins) if (which == k).any()))


if __name__ == "__main__":
    main()
