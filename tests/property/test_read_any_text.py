"""Any text at all goes through reading; every span slices back to its text; the cost grows with the length."""

import itertools
import time
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.read import read_article, read_pair_claim, read_text
from checker.read.sentences import split
from checker.schema import Article

_WORDS = st.sampled_from(
    """Police said that Kyiv officials " ' “ ” ‘ ’ , . ; : ( ) — – - ? ! he she it told Reuters according to on Friday
    overnight in London , Ontario 12 more than 40 were killed was rejected by the ministry Mayor Anna Petrova denied
    will could must if 30-day a.m. U.S. Gov. … \n \n\n 31 May 2024 last week between late Tuesday and early Thursday
    regions of Bryansk and Kursk district County Calif. 's said, "we saying citing as reported TASS no evidence \u2028
    İstanbul ﬁre 𝟙𝟚 \u200b é́ ß ﷺ""".split(" ")
)
_NEWS = st.lists(_WORDS, max_size=60).map(" ".join)
_FAST = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _check(text, claims):
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        for part in (*claim.quantities, *claim.assertions):
            assert text[part.start : part.end] == part.text
            assert claim.start <= part.start <= part.end <= claim.end
        for place in claim.places:
            if place.start is not None:
                assert text[place.start : place.end] == place.name
            else:
                assert place.added
        if claim.attribution is not None and claim.attribution.start is not None:
            assert text[claim.attribution.start : claim.attribution.end] == claim.attribution.text


@_FAST
@given(st.text(max_size=300))
def test_any_unicode_is_read(text):
    _check(text, read_text(text, published=datetime(2024, 5, 31)))
    claim = read_pair_claim(text)
    assert (claim.start, claim.end, claim.text) == (0, len(text), text)


@_FAST
@given(_NEWS)
def test_news_like_text_is_read(text):
    article = Article(id="x", text=text, title=text[:40], published=datetime(2024, 5, 31), published_basis="printed")
    claims = read_article(article)
    _check(text, claims)
    assert [c.id for c in claims] == [f"x/{n}" for n in range(len(claims))]
    pair = read_pair_claim(text, published=datetime(2024, 5, 31))
    _check(text, [pair])


@_FAST
@given(st.one_of(st.text(max_size=300), _NEWS))
def test_sentences_are_ordered_and_cover_all_that_is_not_blank(text):
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    covered = set()
    for a, b in spans:
        covered.update(range(a, b))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@_FAST
@given(_NEWS)
def test_reading_twice_gives_the_same(text):
    assert read_text(text) == read_text(text)


def test_ten_times_the_text_costs_at_most_about_ten_times():
    unit = "Police in Kyiv said on Friday that 'two drones' hit \"a school, Mayor Anna Petrova told Reuters, and "

    def cost(times):
        begin = time.process_time()
        read_text(unit * times)
        return time.process_time() - begin

    cost(5)
    small, large = min(cost(30) for _ in range(3)), cost(300)
    assert large < 25 * max(small, 0.005)  # quadratic work would be 100 times
