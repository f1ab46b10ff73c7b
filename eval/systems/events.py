"""The checker's own events over a set of articles: read, embed, find events; an article goes where its main unit went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from checker.compare.prototypes import Reading
from checker.protocols import Embedder
from checker.schema import Article, Claim
from checker.settings import MatchSettings
from eval.records import Dataset, Document, Output


def article_of(item: Document) -> Article:
    """A set's document as ingest would hand it on; a date without a time is its day."""
    published = datetime.fromisoformat(item.published) if item.published else None
    if published and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return Article(
        id=item.id, outlet=item.outlet, title=item.title, text=item.text, published=published,
        published_basis="printed" if published else "unknown",
    )  # fmt: skip


def cluster(dataset: Dataset, embedder: Embedder, settings: MatchSettings | None = None) -> list[Output]:
    """The event of each article's main unit. An article without a claim stands alone."""
    from checker.match import find_events
    from checker.read import read_article

    articles = [article_of(item) for item in dataset.items]
    claims = [claim for article in articles for claim in read_article(article)]
    vectors = embedder.encode([claim.text for claim in claims])
    main: dict[int, str] = {}
    for event in find_events(articles, claims, vectors, settings or MatchSettings()):
        for unit in event.units:
            if unit.main:
                main[unit.article] = event.id
    return [Output(cluster=main.get(number)) for number in range(len(articles))]


def readings_of(claims: Sequence[Claim], embedder: Embedder) -> dict[str, Reading]:
    """What the masked phrases of all figures of the claims count by example, as the pipeline gives it to match."""
    from checker.compare.phrases import phrase_of
    from checker.compare.prototypes import Bank, examples, readings

    wanted = list(dict.fromkeys(phrase_of(c, q) for c in claims for q in c.quantities if q.comparable))
    if not wanted:
        return {}
    bank = Bank(embedder.encode([phrase for _, phrase in examples()]))
    return dict(zip(wanted, readings(embedder.encode(wanted), bank), strict=True))
