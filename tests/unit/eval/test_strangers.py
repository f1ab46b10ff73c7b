"""Pairs of sentences of different incidents."""

import gzip
import json

import pytest

from eval.errors import EvalError
from eval.loaders import load
from eval.loaders.strangers import lead

TOWNS = ("Olza", "Brod", "Kemi", "Lund", "Pori", "Vasa")


def rows():
    for n, town in enumerate(TOWNS):
        for outlet in ("Post", "Echo"):
            yield {
                "doc_id": f"{town}-{outlet}", "incident": str(n), "city": town, "outlet": f"{town} {outlet}", "dct": f"2024-0{n + 1}-03",
                "title": town, "text": f"By Staff\n\nTwo men were shot near the {('harbour', 'station')[n % 2]} of {town} late on Friday, the {outlet} has learnt. More soon.",
            }  # fmt: skip


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as handle:
        handle.writelines(json.dumps(row) + "\n" for row in rows())
    return path


def test_no_pair_is_of_one_incident_and_none_is_drawn_twice(articles):
    dataset = load(articles, "strangers")
    assert {pair.gold for pair in dataset.items} == {"not_contradiction"}
    towns = [{word for word in TOWNS if word in pair.a} | {word for word in TOWNS if word in pair.b} for pair in dataset.items]
    assert all(len(both) == 2 for both in towns)
    ids = [frozenset((pair.a, pair.b)) for pair in dataset.items]
    assert len(ids) == len(set(ids)) > 6


def test_look_alikes_share_more_than_random_pairs(articles):
    alike = [pair for pair in load(articles, "strangers").items if pair.slices["drawn"] == "look-alike"]
    assert alike and all(("harbour" in pair.a) == ("harbour" in pair.b) for pair in alike)


def test_the_same_file_gives_the_same_pairs(articles):
    assert load(articles, "strangers").items == load(articles, "strangers").items


def test_articles_stay_articles_unless_the_format_is_named(articles):
    assert load(articles).task == "clusters"


def test_the_lead_is_a_whole_sentence_of_some_length():
    assert lead("By Staff\n\nPolice said. Nine people were taken to the hospital of Olza after a fire on Friday. More.") == (
        "Nine people were taken to the hospital of Olza after a fire on Friday."
    )
    assert lead("Short.\n\nAlso short.") is None


def test_articles_without_sentences_are_refused(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"doc_id": "1", "incident": "1", "text": "Short."}) + "\n")
    with pytest.raises(EvalError, match="10 to 45 words"):
        load(path, "strangers")


def test_the_command_that_makes_a_result_again_names_the_format(articles):
    from eval.results_file import of_scores
    from eval.run import predict
    from eval.score import score
    from eval.systems import create

    header, rows = predict(create("constant"), load(articles, "strangers"))
    assert " --format strangers" in of_scores(header, score(header, rows, 10)).command
    plain, clustered = predict(create("tfidf"), load(articles))
    assert "--format" not in of_scores(plain, score(plain, clustered, 10)).command
