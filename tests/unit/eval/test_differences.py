"""Differences between outlets, on incidents made up here; expected figures worked out by hand."""

from datetime import UTC, datetime

import pytest

from checker import build_report
from checker.schema import Article
from checker.settings import ModelSettings, Settings
from eval.differences import _differ, measure, measure_report, named, read_labels
from eval.errors import EvalError, NoData


def article(name, outlet, text, day=3):
    return Article(id=name, outlet=outlet, text=text, published=datetime(2025, 5, day, tzinfo=UTC), published_basis="printed")


ARTICLES = {
    "a1": article("a1", "Bruck Post", "Four people were killed in a shooting in Bruck on Saturday, police said."),
    "a2": article("a2", "Bruck Echo", "Six people were killed in a shooting in Bruck on Saturday, police said.", day=5),
    "b1": article("b1", "Bruck Post", "Three people were killed in a shooting in Linden on Saturday."),
    "b2": article("b2", "Bruck Echo", "Two people were killed in a shooting in Linden on Saturday.", day=5),
    "c1": article("c1", "Bruck Post", "One man was killed in a shooting in Sall on Saturday."),
    "c2": article("c2", "Bruck Echo", "One man was killed in a shooting in Sall on Saturday."),
}


def label(incident, names, weight=1.0, **difference):
    return {"incident": incident, "weight": weight, "articles": names, "differences": [difference] if difference else []}


def test_found_and_named():
    rows = [
        label("1", ["a1", "a2"], measure="killed", a="a1", b="a2", a_value=4, b_value=6, relation="growth"),
        label("2", ["b1", "b2"], measure="killed", a="b1", b="b2", a_value=3, b_value=2, relation="conflict"),
        label("3", ["c1", "c2"], weight=5.0),
    ]
    made = measure(ARTICLES, rows, samples=50)
    assert (made.metrics["precision"].value, made.metrics["recall"].value) == (1.0, 1.0)
    assert made.relations == {"growth": {"growth": 1}, "conflict": {"conflict": 1}}
    assert made.metrics["relation_accuracy"].value == 1.0


def test_weights_count_for_the_incidents_that_a_row_stands_for():
    # found and labelled, weight 2; labelled and not found, weight 3; found and not labelled, weight 1
    rows = [
        label("1", ["a1", "a2"], 2.0, measure="killed", a="a1", b="a2", a_value=4, b_value=6, relation="growth"),
        label("2", ["c1", "c2"], 3.0, measure="killed", a="c1", b="c2", a_value=1, b_value=2, relation="scope"),
        label("3", ["b1", "b2"], 1.0),
    ]
    made = measure(ARTICLES, rows, samples=50)
    assert made.metrics["precision"].value == pytest.approx(2 / 3)
    assert made.metrics["recall"].value == pytest.approx(2 / 5)
    assert made.relations["both true"] == {"not read": 1}  # the article states one, the label says two


def test_one_outlet_alone_makes_no_difference():
    assert not _differ([("Post", 3), ("Post", 4), ("Echo", None)])
    assert _differ([("Post", 3), ("Echo", 4)])
    assert named("shooter") == "both true" and named("growth") == "growth"


def test_what_a_report_shows():
    """Four against six two days later is growth; three against two, two days later, a conflict; one against one nothing."""
    records = [a.model_dump(mode="json", include={"id", "outlet", "text", "published"}) for a in ARTICLES.values()]
    report = build_report(records=records, settings=Settings(models=ModelSettings(relation="none")))
    rows = [
        label("1", ["a1", "a2"], measure="killed", a="a1", b="a2", a_value=4, b_value=6, relation="growth"),
        label("2", ["b1", "b2"], measure="killed", a="b1", b="b2", a_value=3, b_value=2, relation="conflict"),
        label("3", ["c1", "c2"], measure="killed", a="c1", b="c2", a_value=1, b_value=2, relation="scope"),
    ]
    made = measure_report(report, rows, samples=50)
    assert made.relations == {"growth": {"growth": 1}, "conflict": {"conflict": 1}, "both true": {"not shown": 1}}
    assert made.metrics["recall"].value == pytest.approx(2 / 3)
    assert made.metrics["precision"].value == made.metrics["conflict_precision"].value == 1.0
    with pytest.raises(NoData):
        measure_report(report, [label("1", ["z"])])


def test_errors(tmp_path):
    with pytest.raises(NoData):
        measure({}, [label("1", ["a1"])])
    bad = tmp_path / "labels.jsonl"
    bad.write_text('{"incident": "1", "weight": 1, "articles": []}\n')
    with pytest.raises(EvalError, match="differences is missing"):
        read_labels(bad)
