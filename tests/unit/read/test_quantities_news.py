"""Business, sport and politics: moves, levels, names with figures, compounds, parallels. Every sentence is made up."""

import pytest

from checker.read.quantities import find_quantities


def brief(text):
    """(value or (low, high), unit or counted, change) of every quantity that may be compared."""
    return [
        ((q.low, q.high) if q.bound == "range" else q.value, q.unit or q.counted, q.change)
        for q in find_quantities(text)
        if q.comparable
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They owed 3 million and a half", 3.5e6),
        ("They owed two million and one half", 2.5e6),
        ("They owed six million and two thirds", 6e6 + 2e6 / 3),
        ("They owed one hundred and three quarters", 100.75),
        ("They owed three quarters of a million", 750_000),
        ("They owed a quarter billion", 2.5e8),
        ("They owed three lakh crore", 3e12),
        ("They owed 4 thousand 3 hundred", 4300),
        ("They owed 7,5 million", 7.5e6),
        ("They owed 10M", 1e7),
        ("They owed 1.2b", 1.2e9),
        ("They owed minus five point five", -5.5),
    ],
)
def test_values(text, value):
    (quantity,) = find_quantities(text)
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The bid is worth PS2.7m", 2.7e6, "GBP"),
        ("The bid is worth PS21,700", 21_700, "GBP"),
        ("The bid is worth 75 USD million", 7.5e7, "USD"),
        ("The bid is worth 30 MEUR", 3e7, "EUR"),
        ("The bid is worth 40 rmb", 40, "CNY"),
        ("The bid is worth 10 chinese yuan", 10, "CNY"),
        ("A $5-million bid", 5e6, "USD"),
        ("The share cost 312p", 3.12, "GBP"),
        ("Inflation was 12,5 %", 12.5, "%"),
        ("Temperatures fell to -12C", -12, "degC"),
        ("He is 5 ft 6 in", 5.5, "ft"),
        ("Take \u00bd teaspoon", 0.5, "teaspoon"),
    ],
)
def test_units(text, value, unit):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text", ["He bought a PS5", "It streams in 1080p", "The sp 500 rose", "Sea levels by 2100", "Call 020-7946-0018"]
)
def test_figures_that_are_no_amounts(text):
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth slowed from 4.8 to 4.7 percent", [(4.8, "%", None), (4.7, "%", "down_to")]),
        ("He slimmed, dropping from 208 pounds to 193", [(208, "lb", None), (193, "lb", "down_to")]),
        ("Growth of 1.5% to 2% is expected", [((1.5, 2), "%", "up_by")]),
        ("The rouble weakened 1.2% to 92.3", [(1.2, "%", "down_by"), (92.3, None, "down_to")]),
        ("Acme gained 10 sen to RM31.20", [(0.1, "MYR", "up_by"), (31.2, "MYR", "up_to")]),
        ("The index closed up 215 points, or 0.6%", [(215, "point", "up_by"), (0.6, "%", "up_by")]),
        ("Rents have gone up by a third since May", [(pytest.approx(1 / 3), None, "up_by")]),
        (
            "Output was down 7 per cent on the month and 12 per cent on the year",
            [(7, "%", "down_by"), (12, "%", "down_by")],
        ),
        ("It cooled by 1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit)", [((1, 1.5), "degC", None), ((1.8, 2.7), "degF", None)]),
        ("Oil traded lower, down 3 per cent", [(3, "%", "down_by")]),
        ("The poll has a margin of plus or minus 3 points", [(3, "point", None)]),
    ],
)  # fmt: skip
def test_moves_and_levels(text, expected):
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("More than 10 but fewer than 20 people fell ill", (10, 20)),
        ("At most 100 and at least 20 people fell ill", (20, 100)),
        ("Roughly 70 to 80 guests left", (70, 80)),
        ("Some 20~30 guests left", (20, 30)),
    ],
)
def test_two_bounds_are_one_range(text, limits):
    (quantity,) = find_quantities(text)
    assert (quantity.bound, quantity.low, quantity.high) == ("range", *limits)


def test_ages_that_span():
    (quantity,) = find_quantities("The victims are 20 to 30 years old")
    assert (quantity.kind, quantity.low, quantity.high) == ("age", 20, 30)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It sold 63,000 Model 3 sedans", ["sedan"]),
        ("It ordered two new 737 Max jets", ["jet"]),
        ("It made 8 million 250ml bottles", ["bottle", "ml"]),
        ("They met 24 Ukrainian and Russian envoys", ["envoy"]),
        ("They met 12 US senators", ["senator"]),
        ("They met one of my local grocers", ["grocer"]),
        ("The 12-member panel met", ["member"]),
        ("The four-storey house fell", ["storey"]),
        ("A 300-strong crowd sang", ["person"]),
        ("There were 95,800 who had no work", ["person"]),
        ("It passed by 231 votes to 180", ["vote", "vote"]),
        ("They offered 435 homes by open sale and 187 by tender", ["home", "home"]),
        ("One in four pensioners lives alone", ["pensioner"]),
        ("One in 12 adults smokes", ["adult"]),
        ("One fourth of the US population was ill", ["population"]),
    ],
)
def test_counted_nouns(text, counted):
    assert [q.unit or q.counted for q in find_quantities(text) if q.comparable] == counted


@pytest.mark.parametrize(
    "text", ["It is a two-way street", "A 3-in-1 test", "Both in Rome and in Paris", "A third man left"]
)
def test_what_counts_nothing(text):
    assert not [q for q in find_quantities(text) if q.comparable and (q.unit or q.counted)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police spoke of 12,000.", 12_000),
        ("The ministry put it at 14.", 14),
        ("The union says 40,000.", 40_000),
        ("That was down from 12.", 12),
        ("The figure stood at nine.", 9),
    ],
)
def test_elliptical_counts_stand_without_a_noun(text, value):
    (quantity,) = find_quantities(text)
    assert (quantity.kind, quantity.value, quantity.counted, quantity.measure) == ("count", value, None, None)


def test_both_counts_people_that_something_happened_to():
    (quantity,) = find_quantities("Both were killed.")
    assert (quantity.value, quantity.counted, quantity.measure) == (2, "person", "killed")
