"""Events that the user joined or split stay so."""

from datetime import datetime

import numpy as np

from checker.match import find_events
from checker.read import read_article
from checker.schema import Article, Decisions, Group
from checker.settings import MatchSettings

TEXTS = {
    "a": "A tram left its rails in Porto on Sunday and six people died, the mayor said.",
    "b": "Eight people died when a tram left its rails in Porto on Sunday, the fire brigade said.",
    "c": "The parliament in Tirana passed a law on land with 74 votes.",
}


def events(decisions=None):
    articles = [Article(id=k, outlet=k, title=None, text=t, published=datetime(2025, 5, 5)) for k, t in TEXTS.items()]
    claims = [c for a in articles for c in read_article(a)]
    vectors = np.zeros((len(claims), 2), dtype=np.float32)
    for n, c in enumerate(claims):
        vectors[n, 1 if c.article == "c" else 0] = 1.0  # a and b are alike in every respect, c in none
    found = find_events(articles, claims, vectors, MatchSettings(), decisions)
    return {frozenset(claims[n].article for n in e.claims) for e in found}


def test_without_decisions_the_like_articles_are_one_event():
    assert events() == {frozenset("ab"), frozenset("c")}


def test_a_join_joins_and_a_split_splits():
    assert events(Decisions(join=(Group(articles=("a", "c")),))) == {frozenset("abc")}
    assert events(Decisions(split=(Group(articles=("a", "b")),))) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_decisions_on_articles_that_are_not_there_change_nothing():
    assert events(Decisions(split=(Group(articles=("x", "y")),), join=(Group(articles=("a", "z")),))) == events()
