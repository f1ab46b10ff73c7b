"""Our own stages, as the worker runs them: (items, unit, seconds[, peak MiB])."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from eval.bench.inputs import (
    articles_of,
    claims_of,
    fastest,
    limited,
    once,
    pairs_of,
    save,
    save_vectors,
    sentences_of,
    vectors_of,
)
from eval.errors import EvalError


def ingest(job: dict[str, Any]) -> tuple[int, str, float]:
    """Files to articles."""
    from checker.ingest import read_inputs

    result, seconds = once(lambda: read_inputs([job["articles"]]))
    articles = list(getattr(result, "articles", result))[: job["limit"]]
    save(job, "articles", articles)
    return len(articles), "articles", seconds


def read(job: dict[str, Any]) -> tuple[int, str, float]:
    """Articles to claims."""
    from checker.read import read_article

    articles = articles_of(job)
    claims, seconds = once(lambda: [claim for article in articles for claim in read_article(article)])
    save(job, "claims", claims)
    return len(claims), "claims", seconds


def read_sentences(job: dict[str, Any]) -> tuple[int, str, float]:
    """Single sentences to claims, the whole of reading: what the readers of quantities are held against."""
    from checker.read import read_text

    sentences = sentences_of(job)
    return len(sentences), "sentences", fastest(lambda: [read_text(sentence) for sentence in sentences])


def embed(job: dict[str, Any]) -> tuple[int, str, float]:
    """Sentences to vectors."""
    from eval.systems.checkers import embedder

    model, sentences = embedder(), sentences_of(job)
    seconds = fastest(lambda: model.encode(sentences))
    save_vectors(job, model.encode([claim.text for claim in claims_of(job)]))  # for match, outside the timing
    return len(sentences), "sentences", seconds


def match(job: dict[str, Any]) -> tuple[int, str, float]:
    """Claims with their vectors to events, facts and candidate pairs."""
    from checker.match import facts_of, find_events, proposition_candidates
    from checker.settings import MatchSettings

    articles, claims, vectors, settings = articles_of(job), claims_of(job), vectors_of(job), MatchSettings()

    def work() -> None:
        for event in find_events(articles, claims, vectors, settings):
            facts_of(event, claims, vectors, {}, settings)  # phrases are embedded in the report's own stage
            proposition_candidates(event, claims, vectors, settings)

    return len(claims), "claims", once(work)[1]


def nli(job: dict[str, Any], tokens: int) -> tuple[int, str, float]:
    """Pairs of `tokens` tokens to probabilities."""
    from eval.systems.checkers import classifier

    model, pairs = classifier(), pairs_of(job, tokens)
    return len(pairs), "pairs", fastest(lambda: model.predict(pairs))


def judge(job: dict[str, Any]) -> tuple[int, str, float]:
    """The whole judge over neighbouring claims: reading, quantities, both NLI directions and the trace."""
    from checker import check_pairs

    texts = sentences_of(job)
    requests = [{"a": a, "b": b} for a, b in pairwise(texts)]
    check_pairs(requests[:1])  # loads the models, which the rate leaves out
    verdicts, seconds = once(lambda: list(check_pairs(requests)))
    return len(verdicts), "pairs", seconds


def report(job: dict[str, Any]) -> tuple[int, str, float, float]:
    """The whole road, by the command as a user runs it: its own process, with imports and model loading."""
    command = [sys.executable, "-m", "checker", "report", str(limited(job)), "-o", job["folder"] + "/report"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise EvalError(f"`checker report` ended with code {process.returncode}; run it on the articles to see why.")
    scale = 1024**2 if sys.platform == "darwin" else 1024
    return len(articles_of(job)), "articles", seconds, usage.ru_maxrss / scale


STAGES: dict[str, Callable[[dict[str, Any]], tuple]] = {
    "ingest": ingest,
    "read": read,
    "read_sentences": read_sentences,
    "embed": embed,
    "match": match,
    "judge": judge,
    "nli_32": lambda job: nli(job, 32),
    "nli_64": lambda job: nli(job, 64),
    "report": report,
}
