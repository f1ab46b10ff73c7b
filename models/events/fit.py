"""Recipe: the logistic weights of `checker.match.events` from articles whose incident is known.

    python models/events/fit.py ARTICLES.jsonl.gz --ecb ECBPLUS.jsonl.gz [--articles N]

Each row has `doc_id`, `incident`, `outlet`, `dct` (date), `title`, `text`. Candidate pairs of units come from the
matcher itself, so that negatives are the look-alikes that it meets. ECB+ (two look-alike events a topic) keeps the
weights from being those of one kind of news; both sets weigh the same. Prints the weights and the B-cubed scores of the
clusters on incidents that were not fitted on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.ingest import articles_from_records
from checker.match import events
from checker.match.events import candidates, cluster, features, find_units, texts_of, unit_vectors, vetoed, word_vectors
from checker.pipeline import _embed, _quiet, _read
from checker.settings import Settings
from checker.store import WorkStore

NAMES = list(events.WEIGHTS)


def sample(path: Path, most: int, seed: int) -> list[dict]:
    """Whole incidents, those with several articles first, in random order, then singletons as distractors."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row["incident"], []).append(row)
    keys = sorted(groups)
    random.Random(seed).shuffle(keys)
    out: list[dict] = []
    for key in keys:  # the natural mix of single and multiple reports
        if len(out) >= most:
            break
        out += groups[key]
    return out


def prepare(rows: list[dict], work: Path):
    settings = Settings()
    records = [
        {"id": r["doc_id"], "outlet": r["outlet"], "published": r["dct"] or None, "title": r["title"], "text": r["text"]}
        for r in rows
    ]
    articles = sorted(articles_from_records(records).articles, key=lambda a: a.id)
    store = WorkStore(work)
    claims = _read(articles, settings, store, _quiet)
    vectors = _embed(claims, settings, store, _quiet)
    units = find_units(articles, claims)
    tfidf = word_vectors(texts_of(articles, claims, units))
    pairs = candidates(units, vectors, tfidf, settings.match)
    return articles, claims, vectors, units, tfidf, pairs


def matrix(claims, vectors, units, tfidf, pairs):
    means = unit_vectors(units, vectors)
    values = [events._values(u, claims) for u in units]
    dots = np.asarray(tfidf[pairs[:, 0]].multiply(tfidf[pairs[:, 1]]).sum(axis=1)).ravel()
    rows = [
        [f[n] for n in NAMES]
        for k, (i, j) in enumerate(pairs)
        for f in [features(units[i], units[j], means[i], means[j], vectors, dots[k], values[i], values[j])]
    ]
    return np.array(rows), np.array([not vetoed(units[i], units[j]) for i, j in pairs])


def b_cubed(predicted: dict[str, int], truth: dict[str, str]) -> tuple[float, float, float]:
    precision = recall = 0.0
    for a in predicted:
        mates = {b for b in predicted if predicted[b] == predicted[a]}
        kin = {b for b in predicted if truth[b] == truth[a]}
        precision += len(mates & kin) / len(mates)
        recall += len(mates & kin) / len(kin)
    precision, recall = precision / len(predicted), recall / len(predicted)
    return precision, recall, 2 * precision * recall / (precision + recall)


def ecb_rows(path: Path) -> list[dict]:
    """ECB+ documents as articles; the event is the topic's ecb or ecbplus part."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            row = json.loads(line)
            sentences = (" ".join(word for _, word in sentence) for sentence in row["sentences"])
            text = re.sub(r" ([.,;:!?%)]|'s|n't)", r"\1", " ".join(sentences)).replace("`` ", '"').replace(" ''", '"')
            part = "plus" if "ecbplus" in row["doc"] else "ecb"
            out.append({"doc_id": row["doc"], "incident": f"{row['topic']}{part}", "outlet": row["doc"], "dct": None,
                        "title": None, "text": text})  # fmt: skip
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--ecb", type=Path)
    parser.add_argument("--articles", type=int, default=700)
    parser.add_argument("--work", type=Path, default=Path("models/events/run.sqlite"))
    args = parser.parse_args()
    sets = {"incidents": sample(args.path, args.articles, seed=3)}
    if args.ecb:
        sets["ecb+"] = ecb_rows(args.ecb)
    made = {}
    for name, rows in sets.items():
        truth = {r["doc_id"]: r["incident"] for r in rows}
        articles, claims, vectors, units, tfidf, pairs = prepare(rows, args.work)
        x, allowed = matrix(claims, vectors, units, tfidf, pairs)
        main_pairs = np.array([units[i].main and units[j].main for i, j in pairs])
        gold = [truth[articles[u.article].id] for u in units]
        y = np.array([gold[i] == gold[j] for i, j in pairs])
        fold = np.array([hash_half(gold[i]) for i, _ in pairs])
        made[name] = (x, y, allowed, allowed & main_pairs & (fold == 0), units, pairs, articles, truth)
        print(f"{name}: {len(articles)} articles, {len(units)} units, {(allowed & main_pairs).sum()} pairs, "
              f"{y[allowed & main_pairs].sum()} of one event")  # fmt: skip
    x = np.concatenate([m[0][m[3]] for m in made.values()])
    y = np.concatenate([m[1][m[3]] for m in made.values()])
    weight = np.concatenate([np.full(m[3].sum(), 1000.0 / max(1, m[3].sum())) for m in made.values()])
    model = LogisticRegression(C=10.0, max_iter=5000, fit_intercept=False).fit(x, y, weight)
    weights = dict(zip(NAMES, np.round(model.coef_[0], 2).tolist(), strict=True))
    print("weights", weights)
    for name, (x, _, allowed, _, units, pairs, articles, truth) in made.items():
        z = 1 / (1 + np.exp(-x @ np.array([weights[n] for n in NAMES])))
        z[~allowed] = 0
        for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
            labels = cluster(len(units), pairs, z, threshold)
            predicted = {}
            for unit, label in zip(units, labels, strict=True):
                key = articles[unit.article].id
                if unit.main and hash_half(truth[key]) == 1:
                    predicted[key] = int(label)
            print(name, threshold, "B-cubed P R F1 {:.3f} {:.3f} {:.3f}".format(*b_cubed(predicted, truth)))


def hash_half(text: str) -> int:
    import hashlib

    return hashlib.sha256(text.encode()).digest()[0] % 2


if __name__ == "__main__":
    main()
