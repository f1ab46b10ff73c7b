"""Acts: who did what to whom, voice and negation."""

import pytest

from checker.read import read_pair_claim, read_text


def acts(text):
    return [
        (a.actor, a.predicate, a.object, a.polarity)
        for a in read_text(text)[0].assertions
        if a.kind == "proposition" and a.predicate
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union rejected the pay offer.", ("union", "reject", "pay offer", "positive")),
        ("The pay offer was rejected by the union.", ("union", "reject", "pay offer", "positive")),
        ("The union did not accept the offer.", ("union", "accept", "offer", "negative")),
        ("Neither side has accepted the offer.", ("Neither side", "accept", "offer", "negative")),
        ("Rebels seized the town last week.", ("Rebels", "seize", "town", "positive")),
        ("The minister resigned.", ("minister", "resign", None, "positive")),
        ("Boris Novak, the coach, signed a contract.", ("Boris Novak", "sign", "contract", "positive")),
        ("The shop, which closed in May, reopened.", ("shop", "close", None, "positive")),
        ("A blast caused two roofs to collapse.", ("two roofs", "collapse", None, "positive")),
        ("Peru's navy says it found a boat.", ("Peru's navy", "find", "boat", "positive")),
        ("Spies last weekend destroyed a depot.", ("Spies", "destroy", "depot", "positive")),
    ],
)
def test_act(text, expected):
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text", ["The strike was long.", "A detained man slept.", "Five miners are missing.", "It is open to talks."]
)
def test_nouns_and_adjectives_are_no_acts(text):
    assert acts(text) == []


def test_quantities_come_with_their_actor():
    claim = read_text("Peru's navy said it shot down 105 drones overnight, including 35 over Lima.")[0]
    found = [(a.actor, a.predicate, a.object, a.quantity.value) for a in claim.assertions if a.kind == "quantity"]
    assert found == [("Peru's navy", "downed", "drone", 105.0), ("Peru's navy", "downed", "drone", 35.0)]


def test_a_sentence_without_acts_asserts_itself():
    claim = read_text("The road is not safe.")[0]
    assert [(a.kind, a.predicate, a.text, a.polarity) for a in claim.assertions] == [
        ("proposition", None, "The road is not safe.", "negative")
    ]


def test_fragments_are_no_claims():
    assert [c.text for c in read_text("NHK\n\n7 hours ago\n\nA bus crashed near Graz.")] == ["A bus crashed near Graz."]


def test_pair_claim_is_the_whole_text():
    text = " Five died.  Police said 12 were hurt on 3 May 2024. "
    claim = read_pair_claim(text, id="q", outlet="X")
    assert (claim.id, claim.start, claim.end, claim.text, claim.publisher) == ("q/0", 0, len(text), text, "X")
    assert claim.speaker == "Police"
    assert [q.value for q in claim.quantities if q.comparable] == [5.0, 12.0]
    assert claim.times.event.text == "3 May 2024"
    assert read_pair_claim("").text == ""


def test_antecedents_are_added_names():
    text = "A missile strike on Poltava killed five. The strike came at dawn. The city was dark."
    claims = read_text(text)
    assert claims[1].antecedents == ("missile strike",)
    assert claims[2].antecedents == ("Poltava",)
    assert "missile" not in claims[1].text
