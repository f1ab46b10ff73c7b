"""Recipe: NLI pairs with known truth, for what public sets are thin on: figures, roles, negation, attribution, time.

    python models/nli/generate.py --split train --count 60000 --seed 1 --out FILE.jsonl.gz

Pairs are composed: scenes with several quantities, their wordings and order, bounds, number forms, openers, asides with
numbers of their own, speakers. Labels come from intervals (`grammar/spans.py`) and sets of possible worlds
(`grammar/events.py`). The label is drawn first and evenly, then the hypothesis without regard to it, then a premise that
gives the label. Words and frames of the two splits are disjoint (`grammar/train.txt`, `grammar/dev.txt`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from grammar import events, numeric  # noqa: E402
from grammar.spans import LABELS  # noqa: E402

KINDS = {**numeric.KINDS, **events.KINDS}
RETRIES = 60


def generate(split: str, count: int, seed: int) -> Iterator[dict[str, str]]:
    """Pairs of one split ('train' or 'dev'), the same for the same seed: premise, hypothesis, label, kind.

    Raises:
        ValueError: the split is neither 'train' nor 'dev'.
    """
    if split not in ("train", "dev"):
        raise ValueError(f"split {split!r} is unknown. Use 'train' or 'dev'.")
    rng = random.Random(f"{split}-{seed}")
    m = numeric.Maker(split, rng)
    kinds, weights = list(KINDS), list(KINDS.values())
    made = 0
    while made < count:
        kind, label = rng.choices(kinds, weights)[0], rng.choice(LABELS)
        for _ in range(RETRIES):  # the label is kept, so that none is rarer for being harder to make
            pair = kind(m, label)
            if pair is not None and pair[0] != pair[1]:
                made += 1
                yield {"premise": pair[0], "hypothesis": pair[1], "label": label, "kind": kind.__name__}
                break


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("train", "dev"), default="train")
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with gzip.open(args.out, "wt", encoding="utf-8", compresslevel=5) as handle:
        for row in generate(args.split, args.count, args.seed):
            handle.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
