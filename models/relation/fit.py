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
sys.path[:0] = [str(ROOT), str(ROOT / "models")]

from export_onnx import calibration_error  # noqa: E402

from checker import pipeline  # noqa: E402
from checker.judge.propositions import evidence  # noqa: E402
from checker.judge.relation import AGAINST, SIDES, features  # noqa: E402
from checker.judge.timing import timing  # noqa: E402
from checker.judge.verdict import by_rules, judge_pair, of_figures, one_event  # noqa: E402
from checker.settings import Settings  # noqa: E402

OUT = ROOT / "checker" / "judge" / "relation.json"
MOST_FALSE_ALARMS = 0.05


def joined(relation: str) -> str:
    """Conflict and dispute as one class: speakers tell them apart."""
    return AGAINST if relation in ("conflict", "dispute") else relation


# Relations that hang on dates: without them nobody can tell growth from a conflict.
DATED = ("update", "undetermined")


def load(split: str, bare: bool = False):
    """Features, relations, events and the rules' relations of a split's pairs, and whether they differ in a figure.

    Args:
        bare: without dates and outlets, and without the pairs whose relation hangs on them.
    """
    rows = [json.loads(line) for line in (ROOT / "data" / "pairs" / f"{split}.jsonl").open(encoding="utf-8")]
    settings = Settings()
    if bare:
        rows = [r for r in rows if r["relation"] not in DATED]
    inputs, ruled = [], []
    for a, b, nli, context in pipeline.prepared([{"a": r["a"], "b": r["b"]} for r in rows] if bare else rows, settings):
        when = timing(a, b, context, settings.judge)
        met, _, _ = by_rules(a, b, nli, when, context, settings.judge)
        told = one_event(a, b, context, settings.judge) if context.same_event is None else context.same_event
        inputs.append(features(a, b, nli, of_figures(met), evidence(a, b), when, context, told=told))
        ruled.append(joined(judge_pair(a, b, nli, context, settings.judge, weigh_relation=False).relation))
    exact = [r["relation"] for r in rows]
    return inputs, list(map(joined, exact)), [r["event"] for r in rows], ruled, np.array([r["differs"] for r in rows]), exact


def against(gold, predicted) -> tuple[float, float, float]:
    """F1, precision and recall of conflict-or-dispute."""
    g, p = np.array(gold) == AGAINST, np.array(predicted) == AGAINST
    hit = float((g & p).sum())
    return 2 * hit / max(1.0, g.sum() + p.sum()), hit / max(1, p.sum()), hit / max(1, g.sum())


def line(name: str, gold, predicted) -> None:
    f, p, r = against(gold, predicted)
    print(f"{name:42s} macro-F1 {f1_score(gold, predicted, average='macro'):.3f}  against F1 {f:.3f} P {p:.2f} R {r:.2f}")


def alarms(scores: np.ndarray, gold, differs: np.ndarray, name: str) -> None:
    """Recall and false alarms of conflict-or-dispute by threshold."""
    loud = np.array(gold) == AGAINST
    for least in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        alarm = ((scores >= least) & ~loud & differs).sum() / max(1, (~loud & differs).sum())
        right = ((scores >= least) & loud).sum()
        print(f"  {name}, threshold {least:.2f}: recall {right / loud.sum():.2f}, precision {right / max(1, (scores >= least).sum()):.2f}, "
              f"false alarms on differing figures {alarm:.3f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--C", type=float, default=0.3)
    args = parser.parse_args()
    inputs, gold, groups, ruled, differs, exact = load("train")
    dev_inputs, dev_gold, _, dev_ruled, dev_differs, dev_exact = load("dev")
    names = list(inputs[0])

    def table(rows, keep=tuple(names)):
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
    alarms(crossed[:, classes.index(AGAINST)], gold, differs, "train, crossed")
    fitted = model().fit(table(inputs), gold)
    line("dev, rules alone", dev_gold, dev_ruled)
    line("dev, model", dev_gold, list(fitted.predict(table(dev_inputs))))
    p = fitted.predict_proba(table(dev_inputs))
    dev_loud = np.array(dev_gold) == AGAINST
    print(f"dev ECE of the top class: {calibration_error(p, np.array([list(fitted.classes_).index(g) for g in dev_gold])):.3f}; "
          f"false alarms at .4: {((p[:, classes.index(AGAINST)] >= 0.4) & ~dev_loud & dev_differs).sum() / (~dev_loud & dev_differs).sum():.3f}")  # fmt: skip
    sides = make_pipeline(StandardScaler(), LogisticRegression(C=args.C, max_iter=5000))
    for name, rows, relations, fit in (("train", inputs, exact, True), ("dev", dev_inputs, dev_exact, False)):
        loud = [n for n, r in enumerate(relations) if r in ("conflict", "dispute")]
        x, y = table([rows[n] for n in loud], SIDES), [relations[n] for n in loud]
        if fit:
            guess = cross_val_predict(sides, x, y, groups=[groups[n] for n in loud], cv=GroupKFold(8))
            sides.fit(x, y)
        else:
            guess = sides.predict(x)
        print(f"{name}: dispute or conflict, of {len(loud)}: accuracy {np.mean(np.array(guess) == np.array(y)):.3f} (constant {max(map(y.count, set(y))) / len(y):.3f})")
    bare, bare_gold, bare_groups, _, bare_differs, _ = load("train", bare=True)
    crossed = cross_val_predict(model(), table(bare), bare_gold, groups=bare_groups, cv=GroupKFold(8), method="predict_proba")
    classes = sorted(set(bare_gold))
    alarms(crossed[:, classes.index(AGAINST)], bare_gold, bare_differs, "undated, train")
    undated = model().fit(table(bare), bare_gold)
    bare, bare_gold, _, _, bare_differs, _ = load("dev", bare=True)
    line("undated, dev, model", bare_gold, list(undated.predict(table(bare))))
    alarms(undated.predict_proba(table(bare))[:, classes.index(AGAINST)], bare_gold, bare_differs, "undated, dev")
    if args.write:
        out = dumped(fitted, names) | {"sides": dumped(sides, SIDES), "undated": dumped(undated, names)}
        OUT.write_text(json.dumps(out) + "\n", encoding="utf-8")
        print(f"wrote {OUT.relative_to(ROOT)}")


def dumped(fitted, names) -> dict:
    """The weights of a fitted pipeline as JSON; of two classes, the second's score against a zero."""
    scaler, logistic = fitted.steps[0][1], fitted.steps[1][1]
    coef, bias = logistic.coef_, logistic.intercept_
    if len(coef) == 1:
        coef, bias = np.vstack([np.zeros_like(coef), coef]), np.append(0.0, bias)
    return {
        "names": list(names), "classes": list(map(str, logistic.classes_)), "mean": np.round(scaler.mean_, 5).tolist(),
        "scale": np.round(scaler.scale_, 5).tolist(), "coef": np.round(coef, 4).tolist(), "bias": np.round(bias, 4).tolist(),
    }  # fmt: skip


if __name__ == "__main__":
    main()
