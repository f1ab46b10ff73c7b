"""Speed and memory by stage, each in a fresh process, and ratios to peers measured in the same run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from pydantic import Field

from checker.schema.base import Record
from eval import provenance
from eval.bench.process import StageRun, run_stage

STAGES = ("ingest", "read", "read_sentences", "embed", "match", "judge", "nli_32", "nli_64", "report")
# (name, our stage, peer's stage, what the peer is)
PEERS = (
    ("nli_32 / torch fp32", "nli_32", "peer_torch_32", "the same architecture in torch fp32, weights at random"),
    ("nli_64 / torch fp32", "nli_64", "peer_torch_64", "the same architecture in torch fp32, weights at random"),
    ("nli_32 / deberta-v3-base", "nli_32", "peer_deberta_32", "architecture of nli-deberta-v3-base, weights at random"),
    ("nli_64 / deberta-v3-base", "nli_64", "peer_deberta_64", "architecture of nli-deberta-v3-base, weights at random"),
    ("embed / sentence-transformers", "embed", "peer_sentence_transformers", "all-MiniLM-L6-v2, same sentences"),
    ("read / quantulum3", "read_sentences", "peer_quantulum3", "quantities alone; ours reads speakers, times, places, acts too"),
    ("read / Recognizers-Text", "read_sentences", "peer_recognizers", "numbers, units and dates alone"),
)  # fmt: skip


class Ratio(Record):
    """Our rate over a peer's; None with a reason where one of them did not run."""

    name: str
    ours: float | None
    peer: float | None
    ratio: float | None
    what: str
    reason: str = ""


class Bench(Record):
    """All stages and ratios, with where and on what they were measured."""

    articles: str
    limit: int
    stages: tuple[StageRun, ...]
    ratios: tuple[Ratio, ...] = Field(default=(), description="empty when peers were not asked for")
    commit: str | None
    dirty: bool | None
    created: str
    machine: str
    packages: dict[str, str]


def run_bench(
    articles: Path, *, limit: int, pairs: int, peers: bool = True, say: Callable[[str], None] = lambda text: None
) -> Bench:
    """Run every stage in its own process; a stage hands its output to the next through a file, outside the timing.

    A stage that cannot run (a package or model is missing) is listed as skipped with the reason.
    """
    ours_of = {peer: ours for _, ours, peer, _ in PEERS}
    names = [*STAGES, *(ours_of if peers else ())]
    stages: dict[str, StageRun] = {}
    with tempfile.TemporaryDirectory() as folder:
        job = {"articles": str(articles.resolve()), "limit": limit, "pairs": pairs, "folder": folder}
        for name in names:
            ours = stages.get(ours_of.get(name, ""))
            if ours and ours.skipped:  # a peer alone gives no ratio, and its start costs most of the bench
                stages[name] = StageRun(stage=name, wall=0.0, cpu=0.0, skipped=f"{ours.stage} did not run")
            else:
                stages[name] = run_stage(name, job)
            say(f"{name}: {stages[name].in_words()}")
    commit, dirty = provenance.commit()
    return Bench(
        articles=provenance.public_path(articles), limit=limit, stages=tuple(stages.values()),
        ratios=tuple(_ratio(stages, *peer) for peer in PEERS) if peers else (),
        commit=commit, dirty=dirty, created=provenance.now(), machine=provenance.machine(),
        packages=provenance.versions(),
    )  # fmt: skip


def _ratio(stages: dict[str, StageRun], name: str, ours: str, peer: str, what: str) -> Ratio:
    a, b = stages[ours], stages[peer]
    reason = f"{ours} did not run" if a.skipped else b.skipped
    ratio = a.rate / b.rate if a.rate and b.rate else None
    return Ratio(name=name, ours=a.rate, peer=b.rate, ratio=ratio, what=what, reason=reason)
