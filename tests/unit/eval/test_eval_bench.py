"""The bench's plumbing: fresh processes, reasons for what is skipped, ratios."""

import pytest

from checker.schema import Article
from eval import bench
from eval.bench import Bench, StageRun
from eval.bench.inputs import fastest, pairs_of, save
from eval.bench.process import run_stage
from eval.bench.show import bench_table
from eval.bench.worker import peak_mib


def test_a_stage_runs_in_a_process_of_its_own(tmp_path):
    articles = tmp_path / "in" / "a.txt"
    articles.parent.mkdir()
    articles.write_text("A ferry sank off the cape on Friday. Nine sailors were rescued, the harbour master said.")
    job = {"articles": str(articles), "limit": 5, "pairs": 8, "folder": str(tmp_path)}
    run = run_stage("ingest", job)
    assert (run.items, run.unit, run.skipped) == (1, "articles", "")
    assert run.rate == pytest.approx(1 / run.seconds) and run.wall > run.seconds and run.peak_mib > 5
    assert run_stage("read", job).unit == "claims"


def test_a_stage_without_its_input_says_so(tmp_path):
    run = run_stage("read", {"articles": "none", "limit": 5, "pairs": 8, "folder": str(tmp_path)})
    assert "the stage that makes articles did not run" in run.skipped and run.rate is None


def test_peak_is_this_process_own():
    assert 5 < peak_mib() < 100_000


def test_fastest_leaves_the_warm_up_out():
    calls = []
    assert fastest(lambda: calls.append(1), repeats=2) >= 0 and len(calls) == 3


def test_pairs_have_the_asked_number_of_tokens(tmp_path):
    from tokenizers import Tokenizer

    from checker.models import bundled_folder

    text = "A ferry sank off the cape on Friday and nine sailors were rescued by a passing boat. " * 5
    job = {"folder": str(tmp_path), "pairs": 8}
    save(job, "articles", [Article(id="a", text=text)])
    tokenizer = Tokenizer.from_file(str(bundled_folder("embedder") / "tokenizer.json"))
    tokenizer.no_padding()
    for tokens in (32, 64):
        assert {len(tokenizer.encode(a, b).ids) for a, b in pairs_of(job, tokens)} == {tokens}


def stage(name, rate=None, skipped=""):
    return StageRun(stage=name, wall=1.0, cpu=1.0, items=8, unit="pairs", seconds=1.0, rate=rate, peak_mib=9.0, skipped=skipped)


def test_ratios_by_hand():
    stages = {"ours": stage("ours", 60.0), "peer": stage("peer", 20.0), "gone": stage("gone", skipped="no torch")}
    # 60 pairs a second against 20: three times as fast
    assert bench._ratio(stages, "x", "ours", "peer", "w").ratio == pytest.approx(3.0)
    missing = bench._ratio(stages, "x", "ours", "gone", "w")
    assert missing.ratio is None and missing.reason == "no torch"
    result = Bench(
        articles="a", limit=1, stages=tuple(stages.values()), ratios=(missing,), commit=None, dirty=None,
        created="now", machine="m", packages={},
    )  # fmt: skip
    text = bench_table(result)
    assert "skipped: no torch" in text and "no data" in text and "60.0 pairs/s" in text
