"""Whatever the text, quantities slice back to it, stand in order, do not overlap, and their limits are in order."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.quantities import find_quantities
from checker.read.quantity.number_words import TENS, UNITS, words_at
from checker.read.quantity.tokens import Tokens

_LIST = (
    "at least more than up to no one nobody none of them the a an 12 1,000 3 2.5 million bn $ % km two twenty hundred "
    "thousand and dozens several people soldiers were was killed injured wounded dead died , . ; ( ) - \u2013 \u00bd including "
    "another each rose fell by from between to or May 16 2025 9/11 1/2 year old aged man woman shot missing not unhurt "
    "without casualties drones downed of in \u201c \u201d ' half third first 3-1 F-16 10:30 p.m. 0950 GMT Route 9 70s "
    "PS8.1bn 5p 12C 30 MUSD USD 12,5 percent quarter fifth both who US Model 737 Max 500ml 12-member four-storey -strong "
    "lakh crore but fewer votes against per cent up down by share 20~30 M usd ft in kt wind degrees cents \u2154 Ukrainian"
)
_WORDS = st.sampled_from(_LIST.split())
_NEWS = st.lists(_WORDS, max_size=40).map(" ".join)


def _check(text: str, offset: int) -> None:
    found = find_quantities(text, offset=offset)
    last = offset
    for quantity in found:
        assert last <= quantity.start < quantity.end <= offset + len(text)
        assert text[quantity.start - offset : quantity.end - offset] == quantity.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        for number in (quantity.value, quantity.low, quantity.high, quantity.of):
            assert number is None or math.isfinite(number)
        last = quantity.end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.integers(0, 10_000))
def test_any_text_is_read(text, offset):
    _check(text, offset)


@settings(max_examples=600, deadline=None)
@given(_NEWS, st.integers(0, 10_000))
def test_any_order_of_news_words_is_read(text, offset):
    _check(text, offset)


@settings(max_examples=100, deadline=None)
@given(_NEWS)
def test_an_offset_only_shifts(text):
    plain, shifted = find_quantities(text), find_quantities(text, offset=17)
    assert [q.model_copy(update={"start": q.start + 17, "end": q.end + 17}) for q in plain] == list(shifted)


def _spell(n: int) -> str:
    """An oracle of its own: English number words for 0 <= n < 1,000,000, built top down by division."""
    ones = [w for w, v in sorted(UNITS.items(), key=lambda item: item[1]) if w not in ("nought", "naught", "nil")]
    tens = list(TENS)
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10 - 2] + (f"-{ones[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ones[n // 100]} hundred" + (f" and {_spell(n % 100)}" if n % 100 else "")
    return f"{_spell(n // 1000)} thousand" + (f" {_spell(n % 1000)}" if n % 1000 else "")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 999_999))
def test_spelt_numbers_come_back(n):
    tokens = Tokens(_spell(n))
    assert words_at(tokens, 0) == (float(n), tokens.size)


@settings(max_examples=200, deadline=None)
@given(st.integers(1000, 999_999_999))
def test_separators_do_not_change_a_value(n):
    # below 10,000 a figure without separators can be a year
    comma, space = f"{n:,}", f"{n:,}".replace(",", "\u00a0")
    assert [q.value for q in find_quantities(f"killed {comma} people")] == [float(n)]
    assert [q.value for q in find_quantities(f"killed {space} people")] == [float(n)]


def _seconds(text: str) -> float:
    start = time.process_time()
    find_quantities(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    ["12C heat ", "one hundred and ", "from 3 to 4% ", "5 and three fifths ", "2 Model 3 and ", "9-2 win 8 or $9 "],
)
def test_time_grows_with_length(unit):
    # a quadratic reader would need about 100 times as long; 40 leaves room for a busy machine
    short, long = unit * 200, unit * 2000
    base = min(_seconds(short) for _ in range(3))
    assert min(_seconds(long) for _ in range(2)) < 40 * max(base, 0.001)
