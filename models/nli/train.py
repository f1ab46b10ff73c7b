"""Recipe: fine-tune all-MiniLM-L6-v2 as a three-way NLI cross-encoder.

    python models/nli/train.py --data DIR --out models/nli/run

`DIR` holds gzipped JSONL files with `premise`, `hypothesis`, `label` (`train/` and
`dev/` below it); see card.md for the sets and their licences. The run is resumable:
start the same command again and it goes on from the newest checkpoint in `--out`.
Then `python models/nli/export.py --run models/nli/run` writes what ships.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from crossencoder import encode, fast_bf16, fit  # noqa: E402
from generate import generate  # noqa: E402
from negate import negate, none_of  # noqa: E402

LABELS = ("entailment", "neutral", "contradiction")

# file stem -> (largest number of rows taken, kept labels). Sampling is seeded. Not taken:
# sanli *_sim (unrelated sentences marked as contradictions), the evaluation-only sets,
# mrpc (research only), and the long-document sets (folio, nli4ct, control).
MIXTURE: dict[str, tuple[int, tuple[str, ...]]] = {
    "UNION_mnli_train": (40_000, LABELS),
    "lingnli_train": (45_000, LABELS),
    "UNION_snli_train": (60_000, LABELS),
    "vitaminc_real": (26_000, LABELS),
    "vitaminc_synthetic_test": (20_000, LABELS),
    "sanli_wiki_base": (9_000, LABELS),
    "conjnli_adversarial_train_15k": (6_000, LABELS),
    "fever_train_gold": (30_000, LABELS),
    "fever_gen_val": (16_000, LABELS),
    "snli_cnli_revised": (4_000, LABELS),
    "negation_nli": (3_500, LABELS),  # without its part from RTE, whose texts are also those of an evaluation set
    "roleswitch": (2_000, LABELS),
    "med": (3_000, LABELS),
    "monli": (1_500, LABELS),
    "help_part": (2_000, LABELS),
    "sick": (4_000, LABELS),
    "cb_train": (250, LABELS),
    "fm2_dev": (1_000, LABELS),
}
# Taken in full whatever --scale says: nearest to the job.
WHOLE = frozenset({"vitaminc_real", "sanli_wiki_base"})
# How often a pair is seen in an epoch: the wiki revisions lean to entailment, and a model that leans with them calls
# half of their contradictions entailed.
REPEATS = {"vitaminc_real": {"entailment": 1, "neutral": 3, "contradiction": 3}}
# A claim beside another sentence of its page: the hard kind of undecided.
SAME_PAGE = 6_000
# Hypotheses negated by rule (negate.py), a third of each label: "not" alone must not decide.
NEGATED = 20_000
NEGATED_FROM = ("UNION_mnli_train", "UNION_snli_train", "lingnli_train", "fever_train_gold", "fever_gen_val", "sanli_wiki_base")
OPPOSITE = {"entailment": "contradiction", "neutral": "neutral", "contradiction": "entailment"}
# Unrelated and look-alike pairs are neutral: random premises, and premises of the same source
# that share a rare word, so that the model does not call "another topic" a contradiction.
UNRELATED = 6_000
LOOKALIKE = 8_000


def clean(text: str) -> str:
    """Undo treebank tokenisation so that training text looks like what users feed in."""
    text = text.replace("-LRB-", "(").replace("-RRB-", ")").replace("-LSB-", "[").replace("-RSB-", "]")
    text = text.replace("``", '"').replace("''", '"').replace("\ufffd", " ")
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    text = re.sub(r"\s+([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$])\s+", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def read(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def mix(data: Path, seed: int, scale: float, generated: int) -> list[tuple[str, str, int]]:
    """Cleaned, de-duplicated pairs; premises that occur in any dev file are left out."""
    rng = random.Random(seed)
    held_out = {clean(r["premise"]).lower() for f in sorted((data / "dev").glob("*.gz")) for r in read(f)}
    held_out |= {clean(r["t"]).lower() for f in sorted((data.parent / "claims").glob("stanford_negation*.gz")) for r in read(f)}
    seen: set[tuple[str, str]] = set()
    pairs: list[tuple[str, str, int]] = []
    by_source: dict[str, list[tuple[str, str]]] = {}
    negated: dict[str, list[tuple[str, str]]] = {label: [] for label in LABELS}
    pages: dict[str, dict[str, tuple[str, str]]] = {}
    for stem, (most, labels) in MIXTURE.items():
        rows = read(data / "train" / f"{stem}.jsonl.gz")
        rng.shuffle(rows)
        taken = 0
        for row in rows:
            if taken >= most * (1.0 if stem in WHOLE else scale):
                break
            if row["label"] not in labels or row.get("src", "").lower() == "rte":
                continue
            premise, hypothesis = clean(row["premise"]), clean(row["hypothesis"])
            key = (premise.lower(), hypothesis.lower())
            if not premise or not hypothesis or key in seen or key[0] in held_out:
                continue
            seen.add(key)
            pairs += [(premise, hypothesis, LABELS.index(row["label"]))] * REPEATS.get(stem, {}).get(row["label"], 1)
            by_source.setdefault(stem, []).append((premise, hypothesis))
            if stem in NEGATED_FROM and not re.search(r"\d", hypothesis) and (denied := negate(hypothesis)):
                negated[OPPOSITE[row["label"]]].append((premise, denied))
            if stem in NEGATED_FROM and row["label"] != "neutral" and (none := none_of(hypothesis)):
                negated[OPPOSITE[row["label"]]].append((premise, none))
            if "page" in row:
                pages.setdefault(row["page"], {}).setdefault(row["case"], (premise, hypothesis))
            taken += 1
        print(f"{stem}: {taken} of {len(rows)}", flush=True)
    for label, found in negated.items():
        for premise, hypothesis in rng.sample(found, min(len(found), int(NEGATED * scale / 3))):
            pairs.append((premise, hypothesis, LABELS.index(label)))
    print(f"negated: {', '.join(f'{len(found)} {label}' for label, found in negated.items())}", flush=True)
    others = [(a[0], b[1], 1) for cases in pages.values() for a, b in permutations(list(cases.values())[:12], 2) if a[0] != b[0]]
    pairs += rng.sample(others, min(len(others), int(SAME_PAGE * scale)))
    own = list(generate("train", generated, seed))
    pairs += [(r["premise"], r["hypothesis"], LABELS.index(r["label"])) for r in own]
    print(f"generated: {len(own)}", flush=True)
    pool = [p for s in ("UNION_mnli_train", "vitaminc_real", "sanli_wiki_base", "fever_train_gold") for p in by_source[s]]
    for _ in range(int(UNRELATED * scale)):
        (premise, _), (other, hypothesis) = rng.sample(pool, 2)
        if premise != other:
            pairs.append((premise, rng.choice((hypothesis, other)), 1))
    index: dict[str, list[int]] = {}
    for i, (premise, _) in enumerate(pool):
        for word in set(re.findall(r"[a-z]{5,}", premise.lower())):
            index.setdefault(word, []).append(i)
    rare = [w for w, where in index.items() if 2 <= len(where) <= 12]
    made = 0
    while made < int(LOOKALIKE * scale):
        i, j = rng.sample(index[rng.choice(rare)], 2)
        # the same sentence in two revisions is no look-alike: require different content
        a, b = set(pool[i][0].lower().split()), set(pool[j][0].lower().split())
        if len(a & b) / max(1, min(len(a), len(b))) < 0.4:
            pairs.append((pool[i][0], pool[j][0], 1))
            made += 1
    rng.shuffle(pairs)
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and dev/ gzipped JSONL")
    parser.add_argument("--base", required=True, help="folder or hub id of the MiniLM weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the mixture's limits that is taken")
    parser.add_argument("--generated", type=int, default=50_000, help="pairs from generate.py")
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--lr", type=float, default=1.2e-4)
    parser.add_argument("--warmup", type=float, default=0.06, help="fraction of the steps")
    parser.add_argument("--max-length", type=int, default=96)
    parser.add_argument("--dropout", type=float, default=0.0, help="one epoch hardly overfits; 0 is faster")
    parser.add_argument("--compile", action="store_true", help="torch.compile: about 1.5 times on a CPU, needs a C++ compiler")
    parser.add_argument("--precision", choices=("auto", "fp32", "bf16"), default="auto")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--save-every", type=int, default=250)
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    pairs = mix(args.data, args.seed, args.scale, args.generated)
    ids, types = encode(tokenizer, pairs, args.max_length)
    labels = torch.tensor([p[2] for p in pairs])
    lengths = np.array([len(i) for i in ids])
    bf16 = args.precision == "bf16" or (args.precision == "auto" and fast_bf16(device))
    print(f"precision {'bf16' if bf16 else 'fp32'} on {device}")
    print(f"{len(pairs)} pairs, mean {lengths.mean():.1f} tokens, labels {np.bincount(labels.numpy())}", flush=True)

    model = AutoModelForSequenceClassification.from_pretrained(
        args.base, num_labels=3, attn_implementation="eager", hidden_dropout_prob=args.dropout, attention_probs_dropout_prob=args.dropout,
        id2label=dict(enumerate(LABELS)), label2id={name: i for i, name in enumerate(LABELS)}
    ).to(device)
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # half the parameters: cheaper steps
    decay = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim > 1]
    plain = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decay, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=args.lr, betas=(0.9, 0.98)
    )
    per_epoch = math.ceil(len(pairs) / args.batch)
    total = int(per_epoch * args.epochs)
    warm = max(1, int(total * args.warmup))

    def rate(step: int) -> float:
        return args.lr * min(step / warm, 1.0) * max(0.0, (total - step) / max(1, total - warm) if step > warm else 1.0)

    fit(model, tokenizer, ids, types, labels, args.out, optimizer=optimizer, rate=rate, total=total, batch=args.batch, seed=args.seed,
        save_every=args.save_every, bf16=bf16, compiled=args.compile)  # fmt: skip


if __name__ == "__main__":
    main()
