"""Values, units, kinds and bounds. Every sentence is made up; expected values are worked out by hand."""

import pint
import pytest

from checker.read.quantities import find_quantities
from checker.read.quantity.bounds import width
from checker.read.quantity.lexica import load
from checker.read.quantity.number_words import step_of, words_at
from checker.read.quantity.tokens import Tokens


def read(text, **options):
    return find_quantities(text, **options)


def only(text, **options):
    (quantity,) = find_quantities(text, **options)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They counted 940 000 ballots", 940_000),
        ("They counted 1,204 ballots", 1204),
        ("They counted 12,34,567 ballots", 1_234_567),  # lakh grouping
        ("They counted 1.5m ballots", 1.5e6),
        ("They counted 2.5bn ballots", 2.5e9),
        ("They counted 40k ballots", 40_000),
        ("They counted 4 hundred million ballots", 4e8),
        ("They counted two and a half million ballots", 2.5e6),
        ("They counted one hundred and five ballots", 105),
        ("They counted twenty-five thousand three hundred ballots", 25_300),
        ("They counted a dozen ballots", 12),
        ("They counted half a million ballots", 500_000),
        ("They counted two dozen ballots", 24),
        ("They counted six and a quarter ballots", 6.25),
        ("They counted two point five million ballots", 2.5e6),
    ],
)
def test_counts_in_figures_and_words(text, value):
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.counted) == ("count", value, "ballot")


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("One in five homes has no heating", 0.2, "One in five"),
        ("A third of the homes burned", 1 / 3, "A third"),
        ("Two-thirds of the homes burned", 2 / 3, "Two-thirds"),
        ("Half of the homes burned", 0.5, "Half"),
        ("3 out of 10 homes burned", 0.3, "3 out of 10"),
    ],
)
def test_fractions(text, value, span):
    quantity = only(text)
    assert (quantity.kind, quantity.text) == ("fraction", span)
    assert quantity.value == pytest.approx(value)


def test_a_third_round_is_an_ordinal():
    assert [(q.kind, q.value) for q in read("A third round of bids is planned")] == [("ordinal", 3.0)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("a $3.5 billion plan", "money", 3.5e9, "USD"),
        ("a €1.5m grant", "money", 1.5e6, "EUR"),
        ("a bill of US$61 million", "money", 61e6, "USD"),
        ("a bill of C$6", "money", 6, "CAD"),
        ("a bill of EUR70m", "money", 70e6, "EUR"),
        ("a bill of 900 roubles", "money", 900, "RUB"),
        ("a bill of 34 cents", "money", 0.34, "USD"),
        ("a bill of 3 dollars and 50 cents", "money", 3.5, "USD"),
        ("petrol at $3.20 per gallon", "money", 3.2, "USD/gallon"),
        ("a share of 52.3%", "percent", 52.3, "%"),
        ("a share of 9 per cent", "percent", 9, "%"),
        ("a gap of 4 percentage points", "percent", 4, "pp"),
        ("a cut of 25 basis points", "percent", 25, "bp"),
        ("a 2½-hour play", "duration", 2.5, "h"),
        ("a wall 300 metres long", "measurement", 300, "m"),
        ("a 10-square-mile fire", "measurement", 10, "mi ** 2"),
        ("gusts of 140mph", "measurement", 140, "mph"),
        ("it was -12 degrees Celsius", "measurement", -12, "degC"),
        ("he is 6 feet 3 inches tall", "measurement", 6.25, "ft"),
        ("a haul of 3 tonnes", "measurement", 3, "t"),
    ],
)
def test_units(text, kind, value, unit):
    quantity = only(text)
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.value == pytest.approx(value)


def test_every_unit_symbol_is_known_to_pint():
    registry = pint.UnitRegistry()
    ours = {"pp", "bp", "%"}  # shares: compare knows them without pint
    for kinds in load("units").values():
        for symbol in kinds:
            if symbol not in ours:
                registry.Unit(symbol)


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("at least 12 ships", "at_least", 12, None),
        ("no fewer than 12 ships", "at_least", 12, None),
        ("12 or more ships", "at_least", 12, None),
        ("12-plus ships", "at_least", 12, None),
        ("more than 40 ships", "more_than", 40, None),
        ("over 40 ships", "more_than", 40, None),
        ("upwards of 40 ships", "more_than", 40, None),
        ("up to 40 ships", "at_most", None, 40),
        ("as many as 40 ships", "at_most", None, 40),
        ("no more than 40 ships", "at_most", None, 40),
        ("fewer than 40 ships", "fewer_than", None, 40),
        ("just under 40 ships", "fewer_than", None, 40),
        ("about 300 ships", "approximate", 250, 350),  # half of 100
        ("some 300 ships", "approximate", 250, 350),
        ("around 15 ships", "approximate", 13.5, 16.5),  # 10% at least
        ("roughly 1,000 ships", "approximate", 750, 1250),  # 25% at most
        ("nearly 3,000 ships", "approximate", 2500, 3000),  # from below only
        ("20 or so ships", "approximate", 15, 25),
        ("between 20 and 30 ships", "range", 20, 30),
        ("20 to 30 ships", "range", 20, 30),
        ("20-30 ships", "range", 20, 30),
        ("from 20 to 30 ships", "range", 20, 30),
        ("1 to 2 thousand ships", "range", 1000, 2000),
        ("four to five thousand ships", "range", 4000, 5000),
        ("exactly 12 ships", "exact", 12, 12),
        ("only 12 ships", "exact", 12, 12),
        ("dozens of ships", "vague", 24, None),
        ("tens of thousands of ships", "vague", 20_000, None),
        ("a few hundred ships", "vague", 300, None),
    ],
)
def test_bounds(text, bound, low, high):
    quantity = only(f"The port holds {text}.")
    assert (quantity.bound, quantity.low, quantity.high, quantity.counted) == (bound, low, high, "ship")


def test_a_bound_word_is_part_of_the_text_and_a_vague_word_has_no_value():
    assert only("They saw at least 12 ships").text == "at least 12"
    dozens = only("They saw dozens of ships")
    assert (dozens.text, dozens.value) == ("dozens", None)


def test_floors_of_vague_words_are_settings():
    assert only("They saw dozens of ships", vague={"dozens": 12}).low == 12


def test_alternatives_are_a_range_with_both_in_the_text():
    quantity = only("They proposed a 20 or 40-day truce")
    assert (quantity.text, quantity.low, quantity.high, quantity.unit) == ("20 or 40-day", 20, 40, "d")


def test_a_conversion_in_brackets_is_found_and_shares_the_bound():
    first, second = read("It lies more than 80 km (50 miles) away")
    assert (first.unit, first.low, first.bound) == ("km", 80, "more_than")
    assert (second.unit, second.low, second.bound, second.role) == ("mi", 50, "more_than", "total")


def test_over_is_no_bound_in_phrasal_verbs_and_spans_of_time():
    assert read("He handed over 500 files")[0].bound == "exact"
    assert read("It fell over two years")[0].bound == "exact"
    assert read("He has lived there for over two years")[0].bound == "more_than"


def test_width_is_held_between_a_tenth_and_a_quarter():
    assert (width(300, 100), width(15, 1), width(1000, 1000)) == (50, 1.5, 250)
    assert (step_of("1,200", 1), step_of("2.5", 1e6), step_of("128", 1)) == (100, 1e5, 1)


def test_number_words_stop_where_a_number_ends():
    assert words_at(Tokens("two three"), 0) == (2.0, 1)
    assert words_at(Tokens("twenty five hundred"), 0) == (2500.0, 3)
    assert words_at(Tokens("people"), 0) is None
