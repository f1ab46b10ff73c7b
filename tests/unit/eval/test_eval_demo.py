"""A made report against a made truth."""

import json
from datetime import UTC, datetime

import pytest

from checker.schema import ArticleInfo, Finding, FindingClaim, FindingPair, Report
from eval.demo import read_report, read_truth, score_demo
from eval.demo_truth import overlaps
from eval.errors import EvalError
from eval.loaders import load
from eval.tables import demo_table

TEXTS = {
    "a1": "Four sailors drowned and nine were rescued off the cape, the harbour master said.",
    "a2": "Six sailors drowned and nine were rescued off the cape, a rescue service said.",
    "a3": "Seven sailors had drowned off the cape by Friday.",
    "b1": "Four miners died in the eastern shaft.",
}


def pair(a, b, relation, kinds=()):
    return {"a": a, "b": b, "relation": relation, "kinds": list(kinds), "note": ""}


def fact(name, event, measure, mentions, pairs, relation):
    return {
        "row": "fact", "fact": name, "event": event, "event_name": event, "fact_name": f"{measure}, {event}",
        "measure": measure, "type": "quantity", "relation": relation, "kinds": [], "planted": True, "pairs": pairs,
        "mentions": [{"id": i, "article": a, "text": TEXTS[a], "value": v} for i, a, v in mentions],
    }  # fmt: skip


ROWS = [
    {"row": "event", "event": "cape", "articles": ["a1", "a2", "a3"]},
    {"row": "event", "event": "mine", "articles": ["b1"]},
    {"row": "lookalike", "a_event": "cape", "b_event": "mine"},
    fact("f1", "cape", "killed", [("m1", "a1", "Four"), ("m2", "a2", "Six"), ("m3", "a3", "Seven")],
         [pair("m1", "m2", "conflict", ["number"]), pair("m1", "m3", "update"), pair("m2", "m3", "update")], "conflict"),
    fact("f2", "cape", "rescued", [("m1", "a1", "nine"), ("m2", "a2", "nine")], [pair("m1", "m2", "same")], "same"),
]  # fmt: skip


@pytest.fixture
def truth_path(tmp_path):
    path = tmp_path / "truth.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS))
    return path


def finding(number, measure, relation, articles, pairs, event="e1"):
    claims = tuple(
        FindingClaim(id=f"{a}/0", article=a, outlet=None, text=TEXTS[a], start=0, end=len(TEXTS[a]), origin=a)
        for a in articles
    )
    return Finding(
        id=f"F{number}", event=event, event_id=event, fact=measure, name=f"{measure}, cape", relation=relation,
        severity=0.5, confidence=0.9, claims=claims, origins=1, explanation="because",
        pairs=tuple(FindingPair(a=f"{a}/0", b=f"{b}/0", relation=r) for a, b, r in pairs),
    )  # fmt: skip


def report(*findings):
    return Report(
        created=datetime(2026, 1, 1, tzinfo=UTC), program_version="0", inputs=(), models=(), settings={},
        articles=tuple(ArticleInfo(id=a, outlet=None) for a in TEXTS), findings=findings, skipped=(), counts={},
    )  # fmt: skip


def test_all_found_and_right(truth_path):
    made = report(
        finding(1, "killed", "conflict", ["a1", "a2", "a3"],
                [("a1", "a2", "conflict"), ("a1", "a3", "update"), ("a2", "a3", "update")]),
        finding(2, "rescued", "same", ["a1", "a2"], [("a1", "a2", "same")]),
    )  # fmt: skip
    scores = score_demo(made, read_truth(truth_path))
    assert scores.metrics["recall"].value == scores.metrics["precision"].value == 1
    assert scores.metrics["pair_precision"].value == scores.metrics["pair_recall"].value == 1
    assert scores.confusion == {"conflict": {"conflict": 1}, "update": {"update": 2}, "same": {"same": 1}}
    assert not (scores.misses or scores.false_alarms or scores.false_agreement or scores.wrong_merges)


def test_a_conflict_over_the_wrong_figure_is_no_hit(truth_path):
    # Both sentences also disagree on the dead; the report says that they disagree on the rescued, and they do not.
    made = report(finding(1, "rescued", "conflict", ["a1", "a2"], [("a1", "a2", "conflict")]))
    scores = score_demo(made, read_truth(truth_path))
    assert scores.metrics["recall"].value == 0 and scores.metrics["precision"].value == 0
    assert scores.false_alarms[0].truth == {"same": 1} and scores.misses[0].fact == "f1"
    assert scores.misses[0].reported == {}


def test_false_agreement_and_missed_updates(truth_path):
    made = report(finding(1, "killed", "same", ["a1", "a2", "a3"], [("a1", "a2", "same"), ("a2", "a3", "conflict")]))
    scores = score_demo(made, read_truth(truth_path))
    assert len(scores.false_agreement) == 1 and scores.false_agreement[0].startswith("f1")
    assert scores.metrics["false_agreement"].value == 1 and scores.misses[0].reported == {"same": 1}
    assert len(scores.missed_updates) == 1
    # the pair a2-a3 was called a conflict and is an update: no pair of the report's one is right
    assert scores.metrics["pair_precision"].value == 0
    # two of the four labelled pairs were joined at all
    assert scores.metrics["pairs_joined"].value == 2 / 4
    # no conflict finding: precision has nothing to measure
    assert scores.metrics["precision"].value is None


def test_wrong_merge_and_unlabelled_alarm(truth_path):
    made = report(finding(1, "killed", "conflict", ["a3", "b1"], [("a3", "b1", "conflict")]))
    scores = score_demo(made, read_truth(truth_path))
    assert [m.split(":")[0] for m in scores.wrong_merges] == ["finding F1 killed, cape", "event e1 e1"]
    assert scores.false_alarms[0].truth == {"unlabelled": 1}
    assert scores.metrics["pair_precision"].value == 0 and scores.metrics["pair_precision_labelled"].value is None
    text = demo_table(scores)
    assert "missed: 1" in text and "no data" in text and "joins cape, mine" in text


def test_an_empty_report_misses_everything(truth_path):
    scores = score_demo(report(), read_truth(truth_path))
    assert scores.metrics["recall"].value == 0 and scores.metrics["precision"].value is None
    assert len(scores.unmatched_mentions) == 5


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Four sailors drowned", "CAPE, Jan. 3 - Four sailors drowned, the navy said.", True),
        ("Four sailors drowned off the cape, the navy said", "Four sailors drowned off the cape on Friday, the navy has said", True),
        ("Four sailors drowned", "Nine sailors were rescued", False),
        ("", "Four sailors", False),
        ("Four sailors", "Four old sailors", False),  # too short to be judged by shared words
    ],
)  # fmt: skip
def test_overlap(a, b, same):
    assert overlaps(a, b) is same and overlaps(b, a) is same


def test_truth_is_also_a_set_of_pairs(truth_path):
    (truth_path.parent / "articles").mkdir()
    meta = {"outlet": "The Cape Sun", "published": "2026-01-03"}
    (truth_path.parent / "articles" / "a1.meta.json").write_text(json.dumps(meta))
    dataset = load(truth_path)
    assert [item.gold for item in dataset.items] == ["contradiction", "neutral", "neutral", "entailment"]
    first = dataset.items[0]
    assert (first.a_outlet, first.a_date, first.b_outlet, first.group, first.differs) == (
        "The Cape Sun", "2026-01-03", None, "cape", True,
    )  # fmt: skip


def test_what_is_no_report_or_truth_is_said(tmp_path):
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(EvalError, match="is no report"):
        read_report(tmp_path / "x.json")
    (tmp_path / "t.jsonl").write_text('{"row": "fact"}')
    with pytest.raises(EvalError, match="row 1: has no 'pairs'"):
        read_truth(tmp_path / "t.jsonl")
