"""Recipe: fine-tune the NLI cross-encoder to tell the relation of two news claims of one event.

    python models/relation/train.py --base RUN/final --out models/relation/run

Trained on `data/training/events.jsonl` alone, so that the hand-labelled set's training pairs stay unseen for the recipes that
weigh this model (`fit.py`); measured on its development pairs. The earlier
claim stands first, with the days between the two; pairs of one day are seen both ways. Claims of two different events are
`unrelated`. Resumable: the same command goes on from the newest checkpoint. Then `python models/relation/export.py --run RUN`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from datetime import date
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import f1_score
from transformers import AutoModelForSequenceClassification, AutoTokenizer

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "models")]

from crossencoder import collate, encode, fast_bf16, fit, scores  # noqa: E402

from checker.judge.reader import CLASSES, ordered  # noqa: E402

AGAINST = [CLASSES.index("conflict"), CLASSES.index("dispute")]
CROSSED = 0.12  # pairs of claims of two events of one kind, as a share of the rest


def number(relation: str) -> int:
    """The class of a relation, with or without kinds behind a colon."""
    return CLASSES.index(relation.partition(":")[0])


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def both_ways(a: str, b: str, x: date | None, y: date | None) -> list[tuple[str, str]]:
    """The pair as the model reads it; both orders where no date orders it."""
    first = ordered(a, b, x, y)
    return [first] if x and y and x != y else [first, ordered(b, a, y, x)]


def own(split: str) -> list[tuple[list[tuple[str, str]], int, bool]]:
    """Pairs of the hand-labelled set: (readings, class, whether the two name figures that differ)."""
    rows = [json.loads(line) for line in (ROOT / "data" / "pairs" / f"{split}.jsonl").open(encoding="utf-8")]
    return [(both_ways(r["a"], r["b"], day(r["a_date"]), day(r["b_date"])), number(r["relation"]), r["differs"]) for r in rows]


def training(seed: int) -> list[tuple[str, str, int]]:
    """Every reading of every training pair, with its class."""
    rng = random.Random(seed)
    pairs: list[tuple[str, str, int]] = []
    events = [json.loads(line) for line in (ROOT / "data" / "training" / "events.jsonl").open(encoding="utf-8")]
    kinds: dict[str, list[dict]] = {}
    for event in events:
        kinds.setdefault(event["id"].split("-")[0], []).append(event)
        claims = event["claims"]
        for key, relation in event["pairs"].items():
            a, b = (claims[int(n) - 1] for n in key.split("-"))
            readings = both_ways(a["text"], b["text"], day(a["published"]), day(b["published"]))
            pairs += [(first, second, number(relation)) for first, second in rng.sample(readings, 1)]
    for _ in range(int(len(pairs) * CROSSED)):
        some = rng.sample(rng.choice([k for k in kinds.values() if len(k) > 1]), 2)
        a, b = (rng.choice(event["claims"]) for event in some)
        pairs.append((*ordered(a["text"], b["text"], day(a["published"]), day(b["published"])), CLASSES.index("unrelated")))
    rng.shuffle(pairs)
    return pairs


def measure(model, tokenizer, rows, longest: int) -> np.ndarray:
    """Probabilities (rows, classes), the mean of a pair's readings; prints the figures."""
    flat = [(first, second, 0) for readings, *_ in rows for first, second in readings]
    owner = [n for n, (readings, *_) in enumerate(rows) for _ in readings]
    ids, types = encode(tokenizer, flat, longest)
    out = np.zeros((len(rows), len(CLASSES)))
    order = np.argsort([len(i) for i in ids])
    model.eval()
    with torch.no_grad():
        for start in range(0, len(order), 64):
            which = order[start : start + 64]
            p = scores(model, model.bert.encoder, *collate(ids, types, which)).softmax(-1).numpy()
            for i, row in zip(which, p, strict=True):
                out[owner[i]] += row
    model.train()
    out /= out.sum(axis=1, keepdims=True)
    gold = np.array([c for _, c, _ in rows])
    differs = np.array([d for *_, d in rows])
    by_class = f1_score(gold, out.argmax(1), average=None, labels=range(len(CLASSES)), zero_division=0)
    print("macro-F1", round(float(by_class.mean()), 3), dict(zip(CLASSES, by_class.round(2).tolist(), strict=True)))
    loud = np.isin(gold, AGAINST)
    loud_share = out[:, AGAINST].sum(axis=1)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        said = loud_share >= least
        alarms = (said & ~loud & differs).sum() / (~loud & differs).sum()
        print(f"  against >= {least}: F1 {f1_score(loud, said):.3f}, precision {loud[said].mean() if said.any() else 0:.2f}, "
              f"recall {said[loud].mean():.2f}, false alarms on differing figures {alarms:.3f}", flush=True)  # fmt: skip
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", required=True, help="folder of the NLI cross-encoder's weights (RUN/final of models/nli)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--max-length", type=int, default=144)
    parser.add_argument("--frozen", type=int, default=0, help="layers, from below, that stay as in --base: steps cost half with 3")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--save-every", type=int, default=100)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    pairs = training(args.seed)
    ids, types = encode(tokenizer, pairs, args.max_length)
    labels = torch.tensor([c for *_, c in pairs])
    lengths = np.array([len(i) for i in ids])
    counts = np.bincount(labels.numpy(), minlength=len(CLASSES))
    weight = torch.tensor((counts.sum() / counts) ** 0.5, dtype=torch.float32)
    weight = (weight / weight.mean()).to(device)
    print(f"{len(pairs)} pairs, mean {lengths.mean():.1f} tokens, {dict(zip(CLASSES, counts.tolist(), strict=True))}", flush=True)
    model = AutoModelForSequenceClassification.from_pretrained(
        args.base, num_labels=len(CLASSES), ignore_mismatched_sizes=True, attn_implementation="eager",
        hidden_dropout_prob=args.dropout, attention_probs_dropout_prob=args.dropout,
        id2label=dict(enumerate(CLASSES)), label2id={name: i for i, name in enumerate(CLASSES)},
    ).to(device)  # fmt: skip
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    if args.frozen:
        for part in (model.bert.embeddings, *model.bert.encoder.layer[: args.frozen]):
            part.requires_grad_(False)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=args.lr, weight_decay=0.01, betas=(0.9, 0.98))
    per_epoch = -(-len(pairs) // args.batch)
    total = int(per_epoch * args.epochs)
    rows = own("dev")

    def rate(step: int) -> float:
        return args.lr * min(1.0, step / (0.06 * total)) * (1 - step / total)

    def look() -> None:
        measure(model, tokenizer, rows, args.max_length)

    fit(model, tokenizer, ids, types, labels, args.out, optimizer=optimizer, rate=rate, total=total, batch=args.batch, seed=args.seed,
        save_every=args.save_every, bf16=fast_bf16(device), compiled=args.compile, weight=weight, after_epoch=look, frozen=args.frozen)  # fmt: skip
    look()


if __name__ == "__main__":
    main()
