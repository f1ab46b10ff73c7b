"""What the timed stages are given, and the timing itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from checker.schema import Article, Claim
from checker.schema.base import Record

REPEATS = 2  # the fastest counts: what the machine can do, rather than what else it was doing
SPECIAL_TOKENS = 3  # [CLS] a [SEP] b [SEP]
R = TypeVar("R", bound=Record)


def fastest(work: Callable[[], object], *, warm: bool = True, repeats: int = REPEATS) -> float:
    """Seconds of the fastest of `repeats` runs, after one that is not counted where `warm`."""
    if warm:
        work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def once(work: Callable[[], R]) -> tuple[R, float]:
    """A result and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def save(job: dict[str, Any], name: str, records: list[Record]) -> None:
    """Hand a stage's output to the next process."""
    path = Path(job["folder"]) / f"{name}.jsonl"
    path.write_text("".join(record.model_dump_json() + "\n" for record in records), encoding="utf-8")


def _load(job: dict[str, Any], name: str, kind: type[R]) -> list[R]:
    path = Path(job["folder"]) / f"{name}.jsonl"
    if not path.exists():
        raise FileNotFoundError(f"the stage that makes {name} did not run")
    return [kind.model_validate_json(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def articles_of(job: dict[str, Any]) -> list[Article]:
    """The articles of the ingest stage."""
    return _load(job, "articles", Article)


def claims_of(job: dict[str, Any]) -> list[Claim]:
    """The claims of the read stage."""
    return _load(job, "claims", Claim)


def limited(job: dict[str, Any]) -> Path:
    """The articles of the ingest stage as an article file, so that a limit holds for the whole road too."""
    path = Path(job["folder"]) / "limited" / "articles.jsonl"
    path.parent.mkdir(exist_ok=True)
    fields = {"id", "outlet", "title", "url", "published", "retrieved", "text"}
    lines = [a.model_dump_json(include=fields, exclude_none=True) + "\n" for a in articles_of(job)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def save_vectors(job: dict[str, Any], vectors: np.ndarray) -> None:
    """Hand the claims' vectors to the next process."""
    np.save(Path(job["folder"]) / "vectors.npy", vectors)


def vectors_of(job: dict[str, Any]) -> np.ndarray:
    """The claims' vectors of the embed stage."""
    path = Path(job["folder"]) / "vectors.npy"
    if not path.exists():
        raise FileNotFoundError("the stage that makes vectors did not run")
    return np.load(path)


def sentences_of(job: dict[str, Any]) -> list[str]:
    """The claims' texts, `pairs` of them, repeated where there are fewer."""
    texts = [claim.text for claim in claims_of(job)]
    if not texts:
        raise FileNotFoundError("the articles hold no claim")
    return list(islice(cycle(texts), job["pairs"]))


def pairs_of(job: dict[str, Any], tokens: int) -> list[tuple[str, str]]:
    """Pairs of passages of the articles that come to `tokens` tokens with the special ones.

    Passages are cut from the running text, so that sentences' own lengths play no part.
    """
    from tokenizers import Tokenizer

    from checker.models import bundled_folder

    tokenizer = Tokenizer.from_file(str(bundled_folder("embedder") / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    text = " ".join(article.text for article in articles_of(job))
    offsets = tokenizer.encode(text, add_special_tokens=False).offsets
    first = (tokens - SPECIAL_TOKENS + 1) // 2
    second = tokens - SPECIAL_TOKENS - first
    pairs = []
    for number in range(job["pairs"]):
        start = number * 7 % max(len(offsets) - first - second, 1)
        cut = offsets[start : start + first + second]
        pairs.append((text[cut[0][0] : cut[first - 1][1]], text[cut[first][0] : cut[-1][1]]))
    return pairs
