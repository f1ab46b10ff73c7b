"""Pairs of sentences of different incidents, drawn from articles: none of them can contradict the other.

Half are drawn at random; half are look-alikes: the sentence of another incident that is nearest by TF-IDF, which mostly tells
of the same kind of happening in the same words. A model that calls them contradictions fills a report with false alarms.
"""

from __future__ import annotations

import random
import re
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from checker.measure.figures import differ
from eval.loaders.source import Source
from eval.records import CONTRADICTION, Dataset, Pair

PAIRS = 2400
SEED = 0
# A lead sentence has this many words; and incidents nearer in place are not drawn, since one may be filed under two.
WORDS = (10, 45)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def never(row: dict[str, Any]) -> bool:
    """Only by name (`--format strangers`): the same rows are articles first."""
    return False


def lead(text: str) -> str | None:
    """The first sentence that is long enough to tell something; None where there is none."""
    for line in text.split("\n"):
        for sentence in _SENTENCE.split(line.strip()):
            words = sentence.split()
            if WORDS[0] <= len(words) <= WORDS[1] and sentence.rstrip()[-1:] in ".!?”\"":
                return sentence
    return None


def load_strangers(source: Source) -> Dataset:
    """Pairs of leads of two incidents in different towns, with their dates and outlets; gold is always `not_contradiction`."""
    rows = [(row, text) for row in source.rows if (text := lead(row["text"]))]
    rng = random.Random(SEED)
    rng.shuffle(rows)
    if len(rows) < 2:
        raise source.error(0, "gives no two articles with a sentence of 10 to 45 words. Give more articles.")
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform([text for _, text in rows])
    pairs: list[Pair] = []
    taken: set[frozenset[int]] = set()
    for n, (row, text) in enumerate(rows):
        if len(pairs) >= PAIRS:
            break
        apart = np.array([other["incident"] != row["incident"] and other.get("city") != row.get("city") for other, _ in rows])
        if not apart.any():
            continue
        alike = len(pairs) % 2 == 0
        scores = np.asarray((vectors @ vectors[n].T).todense()).ravel()
        m = int(np.where(apart, scores, -1.0).argmax()) if alike else rng.choice(np.flatnonzero(apart).tolist())
        if frozenset((n, m)) in taken:
            continue
        taken.add(frozenset((n, m)))
        other, second = rows[m]
        pairs.append(
            Pair(
                id=f"{row['doc_id']}-{other['doc_id']}", a=text, b=second, gold="not_contradiction", group=str(row["incident"]),
                differs=differ(text, second), a_date=row.get("dct"), b_date=other.get("dct"), a_outlet=row.get("outlet"),
                b_outlet=other.get("outlet"), slices={"drawn": "look-alike" if alike else "random"},
            )
        )  # fmt: skip
    return Dataset(
        name="strangers", task="pairs", space=CONTRADICTION, items=tuple(pairs), path=str(source.path), sha256=source.sha256,
        notes=("sentences of two incidents in two towns: one minus accuracy is the share that is called a contradiction",),
    )  # fmt: skip
