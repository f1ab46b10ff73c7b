"""What is counted, what happened to it, and how the numbers of a sentence stand to each other."""

import pytest

from checker.read.quantities import find_quantities


def measures(text):
    return [(q.measure, q.value) for q in find_quantities(text) if q.kind == "count"]


@pytest.mark.parametrize(
    "text",
    [
        "12 miners were killed on Friday",
        "The blast killed 12 miners",
        "A blast left 12 miners dead",
        "Blast kills 12",
        "12 dead in mine blast",
        "The fire claimed the lives of 12 miners",
        "Twelve miners lost their lives",
        "12 miners died in the shaft",
        "There were 12 deaths",
        "There were 12 fatalities",
        "The death toll rose to 12",
        "The number of dead stands at 12",
        "It buried the shaft, killing 12 men",
        "12 people, including a foreman, were killed",
        "12 people in the village of Orel were killed",
        "12 bodies have been recovered",
        "Guards shot and killed 12 people",
    ],
)
def test_killed_in_every_wording(text):
    assert ("killed", 12.0) in measures(text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("12 riders were wounded", "injured"),
        ("The crash hurt 12 riders", "injured"),
        ("12 injuries were reported", "injured"),
        ("12 people suffered gunshot wounds", "injured"),
        ("12 people were shot and injured", "injured"),
        ("12 people were shot at a fair", "shot"),
        ("12 riders were taken to hospital", "hospitalized"),
        ("12 riders remain missing", "missing"),
        ("Police arrested 12 riders", "detained"),
        ("12 riders were taken into custody", "detained"),
        ("There were 12 arrests", "detained"),
        ("Crews rescued 12 riders", "rescued"),
        ("12 riders are trapped", "trapped"),
        ("Gunmen abducted 12 pupils", "kidnapped"),
        ("The navy launched 12 drones", "launched"),
        ("The navy fired 12 missiles", "launched"),
        ("The firm fired 12 workers", "laid_off"),
        ("The guard fired 12 shots", "shots_fired"),
        ("Gunners shot down 12 drones", "downed"),
        ("12 drones were intercepted", "downed"),
        ("Gunners destroyed 12 drones", "downed"),
        ("The fire destroyed 12 houses", "destroyed"),
        ("The fire damaged 12 houses", "damaged"),
        ("12 flights were delayed", "delayed"),
        ("They evacuated 12 residents", "evacuated"),
        ("The flood displaced 12 families", "displaced"),
        ("The sides agreed to exchange 12 captives", "exchanged"),
        ("They returned 12 bodies", "returned"),
        ("12 new cases were confirmed", "infected"),
        ("12 nurses walked out", "striking"),
        ("12 homes are without power", "without_power"),
        ("The party won 12 seats", "won"),
        ("12 people marched", "attended"),
        ("The maker recalled 12 cars", "recalled"),
    ],
)
def test_measures(text, measure):
    assert (measure, 12.0) in measures(text)


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Turnout was 61%", "turnout", 61),
        ("He took 52% of the vote", "vote_share", 52),
        ("It made a profit of $2bn", "profit", 2e9),
        ("The firm was fined $5 million", "fine", 5e6),
        ("He was sentenced to 12 years in prison", "sentence", 12),
        ("A 6.4-magnitude quake struck", "magnitude", 6.4),
        ("A quake of magnitude 6.4 struck", "magnitude", 6.4),
        ("Police seized 3 tonnes of cocaine", "seized", 3),
        ("It brought winds of 155 mph", "wind_speed", 155),
        ("The bridge cost $4m", "cost", 4e6),
    ],
)
def test_amounts_of_something(text, measure, value):
    assert [(q.measure, q.value) for q in find_quantities(text)] == [(measure, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six were killed and over 80 injured", [("killed", 6), ("injured", 80)]),
        ("Killing four and injuring 20, it burned on", [("killed", 4), ("injured", 20)]),
        ("4 killed, 20 wounded in raid", [("killed", 4), ("injured", 20)]),
        ("Two dead and a dozen hurt in raid", [("killed", 2), ("injured", 12)]),
        ("A flood left nine villagers dead and many others hurt", [("killed", 9), ("injured", None)]),
        ("Four gunmen killed 12 people", [(None, 4), ("killed", 12)]),
        ("A bomber killed himself and 15 others", [("killed", 15)]),
        ("Four were shot, one fatally", [("shot", 4), ("killed", 1)]),
        ("Nineteen of the 52 passengers died", [("killed", 19), (None, 52)]),
    ],
)
def test_ellipsis_and_actors(text, expected):
    assert measures(text) == expected


def test_counted_nouns_and_what_narrows_them():
    (soldiers,) = find_quantities("At least 9 Kenyan service members were killed")
    assert (soldiers.counted, soldiers.modifiers) == ("service member", ("kenyan",))
    (prisoners,) = find_quantities("They will exchange 205 prisoners of war each")
    assert (prisoners.counted, prisoners.role) == ("prisoner of war", "each")
    (calls,) = find_quantities("They held six phone calls Monday")
    assert calls.counted == "phone call"
    (officers,) = find_quantities("Two Hills County officers left")
    assert (officers.counted, officers.modifiers) == ("officer", ("hills", "county"))
    (bare,) = find_quantities("20 wounded in raid")
    assert bare.counted == "person"


def test_a_stated_part_takes_measure_and_noun_from_its_whole():
    whole, part = find_quantities("It downed 80 Russian drones over several towns, including 12 near the coast")[:2]
    parts = [q for q in find_quantities("It downed 80 Russian drones, including 12 near the coast")]
    assert [(q.measure, q.counted, q.role, q.of) for q in parts] == [
        ("downed", "drone", "total", None),
        ("downed", "drone", "part", 80),
    ]
    assert whole.value == 80 and part is not whole


def test_injured_hospitalised_and_killed_in_one_sentence():
    found = find_quantities("He said 31 riders were hurt, 9 of them in hospital, besides the two deaths")
    assert [(q.measure, q.value, q.role, q.of) for q in found] == [
        ("injured", 31, "total", None),
        ("hospitalized", 9, "part", 31),
        ("killed", 2, "total", None),
    ]


def test_some_of_a_number_with_a_verb_of_its_own_is_the_total_of_that_verb():
    # all that was downed, out of 95 launched: comparable with "80 were downed" elsewhere
    downed, launched = find_quantities("Gunners shot down 70 of 95 drones launched overnight")
    assert (downed.measure, downed.role, downed.of, downed.counted) == ("downed", "total", 95, "drone")
    assert (launched.measure, launched.value) == ("launched", 95)


def test_additional_and_siblings():
    _, more = find_quantities("They returned 400 bodies and will return nearly 200 more")
    assert (more.measure, more.role) == ("returned", "additional")
    men, women = find_quantities("Two men and three women were killed")
    assert [(q.measure, q.role, q.of) for q in (men, women)] == [("killed", "part", 5), ("killed", "part", 5)]
    one, others = find_quantities("The shell killed a 61-year-old man and injured three others")
    assert (one.value, one.measure, one.text) == (1, "killed", "a 61-year-old man")
    assert (others.value, others.measure, others.role) == (3, "injured", "total")


@pytest.mark.parametrize(
    ("text", "measure", "span"),
    [
        ("A man was shot dead on Friday", "killed", "A man"),
        ("One man died", "killed", "One"),
        ("A 7-year-old boy was killed", "killed", "A 7-year-old boy"),
        ("The shot left a 7-year-old injured", "injured", "a 7-year-old"),
        ("Man killed in crash", "killed", "Man"),
        ("Police shot and killed a woman", "killed", "a woman"),
        ("A girl was shot in the hand", "shot", "A girl"),
    ],
)
def test_single_victims(text, measure, span):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.measure, quantity.text) == (1, measure, span)


@pytest.mark.parametrize(
    ("text", "measure", "role"),
    [
        ("There were no casualties", "casualties", "total"),
        ("No injuries were reported", "injured", "total"),
        ("Nobody was hurt", "injured", "total"),
        ("No one was killed", "killed", "total"),
        ("The blaze killed no one", "killed", "total"),
        ("No officers were injured", "injured", "total"),
        ("It fell without loss of life", "killed", "total"),
        ("It fell without causing injuries", "injured", "total"),
        ("There were no immediate reports of casualties", "casualties", "total"),
        ("No further injuries were reported", "injured", "additional"),
        ("No one else was hurt", "injured", "additional"),
        ("The pilot was unhurt", "injured", "part"),
        ("No arrests have been made", "detained", "total"),
    ],
)
def test_zero_forms(text, measure, role):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.measure, quantity.role) == (0, 0, 0, measure, role)


def test_no_deaths_or_injuries_are_two_zeros():
    assert [(q.measure, q.text) for q in find_quantities("There were no deaths or injuries")] == [
        ("killed", "no deaths"),
        ("injured", "injuries"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose by 40 to 300", [("up_by", 40), ("up_to", 300)]),
        ("Sales are up 12%", [("up_by", 12)]),
        ("Sales rose 12% to $3bn", [("up_by", 12), ("up_to", 3e9)]),
        ("The rate fell to 3%", [("down_to", 3)]),
        ("The rate rose from 3% to 5%", [(None, 3), ("up_to", 5)]),
        ("They raised the rate by 25 basis points to 5.5%", [("up_by", 25), ("up_to", 5.5)]),
        ("The share lost 1.9%", [("down_by", 1.9)]),
        ("They won a 7% increase", [("up_by", 7)]),
        ("The toll rose to 12", [("up_to", 12)]),
        ("They shot down 12 drones", [(None, 12)]),
    ],
)
def test_changes(text, expected):
    assert [(q.change, q.value) for q in find_quantities(text)] == expected


def test_spans_follow_the_offset():
    text = "At least 12 people were hurt"
    (quantity,) = find_quantities(text, offset=100)
    assert (quantity.start, quantity.end) == (100, 111)
    assert text[0:11] == quantity.text
