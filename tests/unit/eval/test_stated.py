"""Scores of stated counts, by hand."""

import pytest

from checker.schema import Article
from eval.errors import NoData
from eval.stated import measure, one_regex

ROWS = [
    {"id": "a", "killed": 2, "injured": None, "shooter": "not_hurt"},
    {"id": "b", "killed": 1, "injured": 3, "shooter": "dead_not_counted"},
    {"id": "c", "killed": None, "injured": 1, "shooter": "not_hurt"},
]
ARTICLES = {row["id"]: Article(id=row["id"], text="Something happened in a town.") for row in ROWS}
SAID = {"a": {"killed": 2, "injured": None}, "b": {"killed": 2, "injured": None}, "c": {"killed": 1, "injured": 1}}


def test_f1_counts_silence_and_invention_as_errors():
    scores = measure(ARTICLES, ROWS, lambda article: SAID[article.id], samples=10)
    # killed: 1 right, 3 said, 2 stated; injured: 1 right, 1 said, 2 stated
    assert scores.metrics["f1_killed"].value == pytest.approx(2 * 1 / 5)
    assert scores.metrics["f1_injured"].value == pytest.approx(2 * 1 / 3)


def test_errors_have_causes():
    causes = measure(ARTICLES, ROWS, lambda article: SAID[article.id], samples=10).causes
    assert causes == {"killed": {"shooter counted": 1, "the other victims' count": 1}, "injured": {"not read": 1}}


def test_an_article_that_is_missing_is_read_as_silence():
    scores = measure({"a": ARTICLES["a"]}, ROWS, lambda article: SAID[article.id], samples=10)
    assert scores.metrics["recall_killed"].value == pytest.approx(1 / 2)


def test_no_labelled_article_is_no_data():
    with pytest.raises(NoData):
        measure({}, ROWS, lambda article: {})


def test_the_regular_expression_reads_words_and_figures():
    article = Article(id="x", title="Three people killed", text="Officials said 12 others were injured.")
    assert one_regex(article) == {"killed": 3, "injured": 12}
