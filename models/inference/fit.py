"""Recipe: fit what is inferred of two bare texts (`checker/judge/inference.json`).

    python models/inference/fit.py --data NLI_FOLDER [--write] [--scale 1.0]

NLI_FOLDER holds `train/` and `dev/`, JSONL (gzipped) with premise, hypothesis and label. Three logistic models are fitted on a
seeded sample of the training sets, and on the training events of the hand-labelled set without their dates and outlets:

- hypothesis: a text and a claim about it (NLI sets); or two reports (hand-labelled set), or texts that have nothing, or a word
  only, in common (of the NLI sets, mixed anew);
- against: contradiction or not, from features that are the same when the texts are swapped;
- entailed: entailment or neutral, of one direction.

Prints accuracy and macro-F1 on samples of the dev sets beside NLI alone and the rules alone, and how many of the hand-labelled
development pairs are taken for two reports. The NLI model has seen most of the training pairs, so it looks surer on them than
it is elsewhere: the dev sets, of which nothing is fitted on, tell.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "models"), str(ROOT / "models" / "nli")]

from train import clean, read  # noqa: E402

from checker import pipeline  # noqa: E402
from checker.compare.words import content  # noqa: E402
from checker.judge.inference import HYPOTHESIS, entailed_features  # noqa: E402
from checker.judge.timing import timing  # noqa: E402
from checker.judge.verdict import LABELS, by_rules, gravest, inference_features, judge_pair, surface_of  # noqa: E402
from checker.settings import Settings  # noqa: E402

OUT = ROOT / "checker" / "judge" / "inference.json"
# file stem -> pairs taken. Sets of the NLI model's own mixture, the nearest to the job in larger part.
TRAIN = {
    "vitaminc_real": 2500, "UNION_mnli_train": 1500, "UNION_snli_train": 1500, "sanli_wiki_base": 1500, "lingnli_train": 1000,
    "fever_train_gold": 800, "negation_nli": 400, "sick": 300, "conjnli_adversarial_train_15k": 300,
}  # fmt: skip
DEV = {
    "vitaminc_real": 800, "mnli_dev_matched": 600, "snli_dev": 600, "sanli_news": 600, "lingnli_val": 400,
    "equate_stresstest": 600, "equate_redditnli": 300, "rte_dev": 277,
}  # fmt: skip
MIXED = 0.3  # pairs of texts that do not belong together, as a share of the sample of each set
LONGEST = 600  # characters of a premise: longer ones are documents
C = 0.05


class Rows:
    """Pairs of one source with everything that the three models see of them."""

    def __init__(self, pairs: list[tuple[str, str]], gold: list[str], settings: Settings):
        self.gold = gold
        self.near, self.values, self.directed, self.alone, self.ruled = [], [], [], [], []
        for a, b, nli, context in pipeline.prepared([{"a": x, "b": y} for x, y in pairs], settings):
            met, outcomes, _ = by_rules(a, b, nli, timing(a, b, context, settings.judge), context, settings.judge)
            outcome, winner = gravest(outcomes)
            near = surface_of(a, b, context)
            values, entails = inference_features(a, b, nli, outcome, winner, met, near, context, settings.judge)
            self.near.append(near)
            self.values.append(values)
            self.directed.append(entailed_features(a.text, b.text, nli, values, entails=entails[0]))
            self.alone.append(LABELS[int(nli[0].argmax())])
            self.ruled.append(judge_pair(a, b, nli, context, settings.judge, weigh_relation=False).label)


def sample(data: Path, split: str, stem: str, most: int, seed: int, held_out: frozenset[str] = frozenset()) -> tuple[list, list[str]]:
    """Cleaned pairs and labels of a set; premises of a dev set, and documents, are left out."""
    rows = read(data / split / f"{stem}.jsonl.gz")
    random.Random(seed).shuffle(rows)
    pairs: list[tuple[str, str]] = []
    gold: list[str] = []
    for row in rows:
        premise, hypothesis = clean(row["premise"]), clean(row["hypothesis"])
        if split == "train" and (premise.lower() in held_out or len(premise) > LONGEST or row.get("src", "").lower() == "rte"):
            continue
        if premise and hypothesis and len(pairs) < most:
            pairs.append((premise, hypothesis))
            gold.append(row["label"])
    return pairs, gold


def mixed(pairs: list[tuple[str, str]], share: float, seed: int) -> list[tuple[str, str]]:
    """Texts that do not belong together: half claims of other texts, half texts beside the text that shares most words with them."""
    rng = random.Random(seed)
    out = []
    words = [content(premise) for premise, _ in pairs]
    for n in rng.sample(range(len(pairs)), int(share * len(pairs))):
        others = rng.sample(range(len(pairs)), 40)
        if len(out) % 2:
            out.append((pairs[n][0], pairs[others[0]][1]))
        else:  # alike, but no other version of one sentence
            near = [m for m in others if m != n and len(words[m] & words[n]) < 0.5 * min(len(words[m]), len(words[n]))]
            best = max(near or others, key=lambda m: len(words[m] & words[n]))
            out.append((pairs[n][0], pairs[best][rng.random() < 0.5]))
    return out


def own(split: str) -> list[tuple[str, str]]:
    """Pairs of a split of the hand-labelled set, without dates and outlets."""
    lines = (ROOT / "data" / "pairs" / f"{split}.jsonl").open(encoding="utf-8")
    return [(row["a"], row["b"]) for row in map(json.loads, lines)]


def table(rows: list[dict[str, float]], names: list[str]) -> np.ndarray:
    return np.array([[row[name] for name in names] for row in rows])


def fitted(rows: list[dict[str, float]], positive: list[bool], balanced: bool = False) -> tuple:
    names = list(rows[0])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C, max_iter=5000, class_weight="balanced" if balanced else None))
    return model.fit(table(rows, names), positive), names


def dumped(model, names: list[str]) -> dict:
    scaler, logistic = model.steps[0][1], model.steps[1][1]
    return {"names": names, "mean": np.round(scaler.mean_, 5).tolist(), "scale": np.round(scaler.scale_, 5).tolist(),
            "coef": np.round(logistic.coef_[0], 4).tolist(), "bias": round(float(logistic.intercept_[0]), 4)}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the samples that is taken")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    settings = Settings()
    held_out = frozenset(clean(r["premise"]).lower() for f in sorted((args.data / "dev").glob("*.gz")) for r in read(f))
    train: list[Rows] = []
    strangers: list[Rows] = []
    for stem, most in TRAIN.items():
        pairs, gold = sample(args.data, "train", stem, int(most * args.scale), args.seed, held_out)
        train.append(Rows(pairs, gold, settings))
        apart = mixed(pairs, MIXED, args.seed)
        strangers.append(Rows(apart, ["neutral"] * len(apart), settings))
        print(f"{stem}: {len(pairs)} pairs, {len(apart)} mixed anew", flush=True)
    reports = Rows(own("train"), [], settings)
    gold = [g for rows in train for g in rows.gold]
    values = [v for rows in train for v in rows.values]
    near = [v for rows in train for v in rows.near]
    far = reports.near + [v for rows in strangers for v in rows.near]
    directed = [(v, g) for rows in train for v, g in zip(rows.directed, rows.gold, strict=True) if g != "contradiction"]
    models = {
        "hypothesis": fitted(near + far, [True] * len(near) + [False] * len(far), balanced=True),
        "against": fitted(values, [g == "contradiction" for g in gold]),
        "entailed": fitted([v for v, _ in directed], [g == "entailment" for _, g in directed]),
    }

    def of(name: str, rows: list[dict[str, float]]) -> np.ndarray:
        model, names = models[name]
        return model.predict_proba(table(rows, names))[:, 1]

    print(f"{'set':20s} {'pairs':>5s}  {'NLI alone':>11s}  {'rules':>11s}  {'inferred':>11s}  taken for reports")
    for stem, most in DEV.items():
        rows = Rows(*sample(args.data, "dev", stem, most, args.seed), settings)
        against, entailed = of("against", rows.values), of("entailed", rows.directed)
        shares = np.stack([(1 - against) * entailed, (1 - against) * (1 - entailed), against], axis=1)
        guesses = {"alone": rows.alone, "ruled": rows.ruled, "inferred": [LABELS[i] for i in shares.argmax(axis=1)]}
        if "not_entailment" in rows.gold:
            guesses = {k: [x if x == "entailment" else "not_entailment" for x in v] for k, v in guesses.items()}
        cells = [f"{accuracy_score(rows.gold, v):.3f}, {f1_score(rows.gold, v, average='macro'):.3f}" for v in guesses.values()]
        print(f"{stem:20s} {len(rows.gold):5d}  {'  '.join(cells)}  {(of('hypothesis', rows.near) < HYPOTHESIS).mean():.3f}", flush=True)
    dev = Rows(own("dev"), [], settings)
    print(f"hand-labelled development pairs without dates, taken for reports: {(of('hypothesis', dev.near) < HYPOTHESIS).mean():.3f}")
    if args.write:
        OUT.write_text(json.dumps({name: dumped(*model) for name, model in models.items()}) + "\n", encoding="utf-8")
        print(f"wrote {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
