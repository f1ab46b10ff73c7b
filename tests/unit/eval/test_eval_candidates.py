"""Candidate recall before judging, on made claims and made candidates."""

from pathlib import Path

import pytest

from eval.candidates import Proposed, gold_pairs, measure
from eval.errors import EvalError, NoData
from eval.loaders.source import Source


def claim(name, event, *facts):
    says = [{"fact": f"{event}:{fact}", "measure": "killed" if fact == "dead" else None, "text": "x", "start": 0, "end": 1,
             "low": None, "high": None} for fact in facts]  # fmt: skip
    return {"claim": name, "event": event, "outlet": "Post", "published": "2025-03-01", "text": f"{name} said so.", "says": says}


ROWS = [claim("a1", "a", "dead", "why"), claim("a2", "a", "dead"), claim("a3", "a", "dead", "why"), claim("b1", "b", "why"),
        claim("b2", "b", "why"), claim("b3", "b")]  # fmt: skip


def source(rows):
    return Source(Path("claims.jsonl"), "claims", "0", rows)


def pairs(*names):
    return frozenset(frozenset(name.split()) for name in names)


def test_gold_pairs_are_claims_of_one_fact():
    assert gold_pairs(ROWS) == {
        frozenset(("a1", "a2")): ("a", True), frozenset(("a2", "a3")): ("a", True), frozenset(("a1", "a3")): ("a", True),
        frozenset(("b1", "b2")): ("b", False),
    }  # fmt: skip


def test_recall_by_hand():
    found = Proposed(events=pairs("a1 a2", "a1 a3", "a2 a3", "a1 b1"), facts=pairs("a1 a2"), propositions=pairs("a1 a3", "a1 b1"))
    told = Proposed(events=pairs("a1 a2", "a1 a3", "a2 a3", "b1 b2"), facts=pairs("a1 a2", "a1 a3"), propositions=pairs("b1 b2"))
    asked = []

    def propose(rows, true_events):
        asked.append(true_events)
        return told if true_events else found

    got = measure(source(ROWS), propose, samples=10)
    values = {name: m.value for name, m in got.metrics.items()}
    assert asked == [False, True] and (got.claims, got.gold) == (6, 4)
    assert values["event_recall"] == 3 / 4  # all of event a, nothing of b
    assert values["candidate_recall"] == 2 / 4
    assert values["candidate_recall_true_events"] == 3 / 4
    assert values["candidate_recall_figures"] == pytest.approx(2 / 3) and values["candidate_recall_propositions"] == 0
    assert values["candidate_recall_true_events_propositions"] == 1
    assert values["candidate_precision"] == pytest.approx(2 / 3)  # a1-b1 is no pair of one fact
    assert got.lost == ("a2 a3", "b1 b2")


def test_other_files_and_lone_facts_are_errors():
    with pytest.raises(EvalError, match="holds no claims"):
        measure(source([{"a": "x", "b": "y"}]))
    with pytest.raises(NoData, match="no two claims speak of one fact"):
        measure(source([claim("a1", "a", "dead"), claim("b1", "b", "dead")]))


def test_the_checker_proposes_what_is_plain():
    rows = [claim("a1", "a", "dead"), claim("a2", "a", "dead"), claim("b1", "b", "dead")]
    texts = ("Nine miners were killed when a shaft caved in at Varg on Monday.",
             "The cave-in at the Varg shaft killed eleven miners, rescuers said.",
             "Four pupils were killed in a bus crash in Lisbon.")  # fmt: skip
    got = measure(source([row | {"text": text} for row, text in zip(rows, texts, strict=True)]), samples=10)
    assert got.metrics["candidate_recall_true_events"].value == 1.0
