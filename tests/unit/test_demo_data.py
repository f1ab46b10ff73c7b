"""The demonstration articles and their truth agree: every mention is in its article, every pair is labelled."""

import csv
import itertools
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checker.schema.verdict import GRAVITY

DEMO = Path(__file__).parents[2] / "data" / "demo"
ARTICLES = DEMO / "articles"
KINDS = {
    "conflict": {
        "number", "date", "place", "negation", "antonym", "role_swap", "category_swap", "entity", "cause",
        "attribution", "other",
    },
    "update": {"growth", "correction", "reversal", "fulfilment"},
}  # fmt: skip
KINDS["dispute"] = KINDS["conflict"]
# Facts with more mentions need not label every pair.
ALL_PAIRS_UP_TO = 6


def squeeze(text: str) -> str:
    return " ".join(text.split())


class _Paragraphs(HTMLParser):
    """The text of the `article` element of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.parts = False, []

    def handle_starttag(self, tag, attrs):
        self.inside = self.inside or tag == "article"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "article"

    def handle_data(self, data):
        if self.inside:
            self.parts.append(data)


def _load() -> dict[str, dict]:
    """Every article by its id; ids that occur twice raise."""
    found: dict[str, dict] = {}

    def add(row: dict) -> None:
        assert row["id"] not in found, f"the id {row['id']} occurs twice"
        found[row["id"]] = row

    for path in sorted(ARTICLES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            add(json.loads(line))
    for path in sorted(ARTICLES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                add(row)
    for path in sorted(ARTICLES.glob("*.txt")):
        meta = json.loads(path.with_name(path.stem + ".meta.json").read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        if "retrieved" not in meta:
            add({**meta, "text": text})
            continue
        main, related = text.split("Related Articles", 1)
        add({"id": f"{path.stem}#0", "outlet": None, "text": main})
        # A related article: its outlet, "7 hours ago", "- outlet", title, body; one a line.
        for number, block in enumerate(re.split(r"\n\n+", related.strip()), 1):
            outlet, _, _, title, body = block.split("\n")
            add({"id": f"{path.stem}#{number}", "outlet": outlet, "title": title, "text": body})
    for path in sorted(ARTICLES.glob("*.html")):
        page = path.read_text(encoding="utf-8")
        parser = _Paragraphs()
        parser.feed(page)
        outlet = re.search(r'og:site_name" content="([^"]+)"', page).group(1)
        add({"id": path.stem, "outlet": outlet, "text": squeeze(" ".join(parser.parts)), "squeezed": True})
    for path in sorted(ARTICLES.glob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        meta = dict(line.split(": ", 1) for line in front.splitlines())
        row = {"id": meta["id"], "outlet": json.loads(meta["outlet"]), "text": squeeze(body), "squeezed": True}
        add(row)
    return found


@pytest.fixture(scope="module")
def articles() -> dict[str, dict]:
    return _load()


@pytest.fixture(scope="module")
def truth() -> dict[str, list[dict]]:
    rows = [json.loads(line) for line in (DEMO / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    return {kind: [r for r in rows if r["row"] == kind] for kind in ("fact", "lookalike", "event")}


def test_size_and_spread(articles, truth):
    assert len(articles) >= 60
    assert len({a["outlet"] for a in articles.values() if a["outlet"]}) >= 8
    assert len(truth["event"]) >= 12
    assert len(truth["lookalike"]) >= 10


def test_every_reader_has_work():
    suffixes = Counter(path.suffix for path in ARTICLES.iterdir())
    assert {".jsonl", ".csv", ".txt", ".html", ".md", ".json"} == set(suffixes)


def test_articles_are_of_news_length(articles):
    for row in articles.values():
        assert 70 <= len(row["text"].split()) <= 270, row["id"]


def test_each_article_tells_one_event(articles, truth):
    told = [a for event in truth["event"] for a in event["articles"]]
    assert sorted(told) == sorted(articles)
    assert all(event["articles"] for event in truth["event"])


def test_mentions_are_verbatim(articles, truth):
    for fact in truth["fact"]:
        for mention in fact["mentions"]:
            row = articles[mention["article"]]
            text = squeeze(mention["text"]) if row.get("squeezed") else mention["text"]
            assert text in row["text"], (fact["fact"], mention["id"])
            if mention["value"] is not None:
                assert mention["value"] in mention["text"], (fact["fact"], mention["id"])
            assert (mention["value"] is None) == (fact["type"] == "proposition")


def test_pairs_are_complete_and_well_labelled(truth):
    for fact in truth["fact"]:
        ids = [m["id"] for m in fact["mentions"]]
        pairs = [(p["a"], p["b"]) for p in fact["pairs"]]
        assert len(set(ids)) == len(ids) >= 2
        assert len(set(pairs)) == len(pairs)
        if len(ids) <= ALL_PAIRS_UP_TO:
            assert set(pairs) == set(itertools.combinations(ids, 2)), fact["fact"]
        for pair in fact["pairs"]:
            assert pair["relation"] in GRAVITY and pair["note"]
            allowed = KINDS.get(pair["relation"], set())
            assert set(pair["kinds"]) <= allowed, (fact["fact"], pair)
            assert bool(pair["kinds"]) == bool(allowed), (fact["fact"], pair)
        gravest = min((p["relation"] for p in fact["pairs"]), key=GRAVITY.index)
        assert fact["relation"] == gravest
        assert fact["kinds"] == sorted({k for p in fact["pairs"] if p["relation"] == gravest for k in p["kinds"]})
        assert fact["origins"] >= 1


def test_what_is_planted(truth):
    relations = Counter(fact["relation"] for fact in truth["fact"])
    assert relations["conflict"] >= 14
    assert relations["dispute"] >= 8
    assert relations["update"] >= 12
    assert relations["same"] + relations["compatible"] >= 25
    assert relations["undetermined"] >= 1
    pairs = [p for fact in truth["fact"] for p in fact["pairs"]]
    kinds = {kind for p in pairs for kind in p["kinds"]}
    assert kinds == (KINDS["conflict"] | KINDS["update"]) - {"other"}
    assert any("stale" in p.get("flags", ()) for p in pairs)


def test_references_resolve(truth):
    events = {e["event"] for e in truth["event"]}
    assert len(events) == len(truth["event"])
    facts = [f["fact"] for f in truth["fact"]]
    assert len(set(facts)) == len(facts)
    assert {f["event"] for f in truth["fact"]} <= events
    for row in truth["lookalike"]:
        assert {row["a_event"], row["b_event"]} <= events and row["a_event"] != row["b_event"]
