"""Copies are linked to the earliest, never thrown away. Similarities are counted by hand or by brute force."""

import random
import time
from datetime import datetime, timedelta

import pytest

from checker.ingest.copies import grams_of, is_near, link_copies, similarity, words_of
from checker.schema import Article


def words(n, seed):
    rng = random.Random(seed)
    return ["".join(rng.choice("abcdefghij") for _ in range(5)) for _ in range(n)]


def article(id, tokens, day=None):
    return Article(id=id, text=" ".join(tokens), published=datetime(2025, 1, day) if day else None)


def links(articles):
    return {a.id: (a.copy_of.of, a.copy_of.kind) if a.copy_of else None for a in link_copies(articles)}


def test_exact_copy_whatever_its_case_and_punctuation():
    a = Article(id="a", text="The bridge at Sall is closed, the clerk said.", published=datetime(2025, 1, 2))
    b = Article(id="b", text="The bridge at Sall is  closed the clerk SAID", published=datetime(2025, 1, 1))
    assert links([a, b]) == {"a": ("b", "exact"), "b": None}


def test_undated_is_later_than_dated_and_then_first_read():
    w = words(50, 1)
    assert links([article("a", w), article("b", w, 5), article("c", w)]) == {
        "a": ("b", "exact"), "b": None, "c": ("b", "exact"),
    }  # fmt: skip
    assert links([article("a", w), article("c", w)]) == {"a": None, "c": ("a", "exact")}


def test_near_copy_and_its_similarity():
    w = words(104, 2)
    # 104 words have 100 5-grams; a changed word in the middle replaces 5 of them: 95 shared of 105
    changed = [*w[:50], "otherword", *w[51:]]
    got = link_copies([article("a", w, 1), article("b", changed, 2)])
    assert got[1].copy_of.kind == "near"
    assert got[1].copy_of.similarity == pytest.approx(95 / 105)


def test_a_text_cut_short_is_a_copy_and_one_paragraph_in_a_round_up_is_not():
    w = words(300, 3)
    assert links([article("whole", w, 1), article("cut", w[:80], 2)])["cut"] == ("whole", "near")
    assert links([article("cut", w[:80], 1), article("whole", w, 2)])["whole"] == ("cut", "near")
    assert links([article("a", words(2000, 4) + w[:60], 1), article("b", w[:60], 2)])["b"] is None


def test_different_reports_with_a_common_phrase_are_not_copies():
    phrase = words(12, 5)
    many = [article(str(n), [*words(80, 100 + n), *phrase], 1 + n % 20) for n in range(40)]
    assert set(links(many).values()) == {None}


def test_a_chain_is_linked_to_its_head():
    w = words(104, 6)
    second = [*w[:30], *words(15, 7), *w[45:]]
    third = [*second[:60], *words(15, 8), *second[75:]]
    got = links([article("a", w, 1), article("b", second, 2), article("c", third, 3)])
    assert got["b"][0] == "a" and got["c"][0] == "a"


def test_more_copies_than_postings_are_all_linked():
    w = words(150, 9)
    many = [article("source", w, 1)] + [article(f"c{n}", [*w, f"ending{n}"], 2) for n in range(100)]
    got = links(many)
    assert all(got[f"c{n}"] == ("source", "near") for n in range(100))


def test_similarity_agrees_with_sets():
    a, b = words(40, 10), words(40, 10)[:25] + words(30, 11)
    grams = [{tuple(x[i : i + 5]) for i in range(len(x) - 4)} for x in (a, b)]
    shared, union = len(grams[0] & grams[1]), len(grams[0] | grams[1])
    assert similarity(grams_of(a), grams_of(b)) == (shared / union, shared / min(map(len, grams)))


def test_short_and_empty_texts():
    assert words_of("... !?") == []
    assert is_near(grams_of([]), grams_of([])) is None
    assert len(grams_of(["one", "two"])) == 1
    empty = Article(id="e", text="!?")
    assert link_copies([empty, empty.model_copy(update={"id": "f"})])[1].copy_of is None


def test_articles_are_returned_in_order_and_old_links_are_dropped():
    w = words(50, 12)
    first = link_copies([article("a", w, 1), article("b", w, 2)])
    assert link_copies(first) == first
    assert link_copies(first[1:])[0].copy_of is None


def test_a_thousand_articles_take_seconds():
    start = datetime(2025, 1, 1)
    pool = [words(400, n) for n in range(900)]
    many = [Article(id=str(n), text=" ".join(w), published=start + timedelta(hours=n)) for n, w in enumerate(pool)]
    many += [
        Article(id=f"c{n}", text=" ".join([*pool[n], "end"]), published=start + timedelta(days=90)) for n in range(300)
    ]
    began = time.process_time()
    got = link_copies(many)
    assert sum(a.copy_of is not None for a in got) == 300
    assert time.process_time() - began < 10
