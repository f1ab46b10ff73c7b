"""Who says so: speakers, chains and what is carried over, on sentences of our own."""

import pytest

from checker.read import read_article, read_text
from checker.schema import Article


def speaker(text):
    return read_text(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lviv Mayor Andriy Koval said two homes burned.", "Lviv Mayor Andriy Koval"),
        ("Two homes burned, Lviv Mayor Andriy Koval said.", "Lviv Mayor Andriy Koval"),
        ("Two homes burned, said Olga Marsh, head of the fire service.", "Olga Marsh"),
        ('"We lost two homes," said Olga Marsh.', "Olga Marsh"),
        ("According to the transport ministry, 14 flights were delayed.", "transport ministry"),
        ("Fourteen flights were delayed, according to officials in Oslo.", "officials in Oslo"),
        ("Peru's navy said it had found the boat.", "Peru's navy"),
        ("The boat was found, a spokesman for the navy said on Friday.", "spokesman for the navy"),
        ("The bank's chairman, Luis Ortega, said profits rose.", "bank's chairman Luis Ortega"),
        ("Profits rose, the bank said in a statement.", "bank"),
        ("A statement from the coast guard said the boat sank.", "coast guard"),
        ("Police: driver was speeding", "Police"),
        ("No New Trains Planned, Ministry Says", "Ministry"),
        ("Maria Silva condemned the attack, saying children had been hurt.", "Maria Silva"),
        ("Experts believe the bridge was weak.", "Experts"),
        ("Local acting Gov. Pavel Orlov said Sunday that the line was cut.", "Local acting Gov. Pavel Orlov"),
        ("The mine's owner told reporters that the shaft was safe.", "mine's owner"),
        ("In a post on Sunday, Koval said that the fire was out.", "Koval"),
    ],
)
def test_speaker(text, expected):
    assert speaker(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two homes burned on Friday.",
        "The ministry did not say when the line would open.",
        "It did not claim the attack was its own.",
        "The storm claimed 12 lives.",
        "The group claimed responsibility.",
        "The company reported for duty.",
        "The plan has provided hope that trains will run.",
        "Footage shows flames over the roof.",
        "The judge denied bail to the driver.",
    ],
)
def test_nobody_is_credited(text):
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("Koval told Reuters that two homes burned.", "Koval", ("Reuters",)),
        ("Minister Ada Stone told Norway's NRK news agency that it was over.", "Minister Ada Stone", ()),
        (
            "Interfax reported, citing the transport ministry, that the line reopened.",
            "transport ministry",
            ("Interfax",),
        ),
        ("Koval agreed that repairs were late, as reported by TASS.", "Koval", ("TASS",)),
        ("The envoy has told BBC's Amy Reed that talks failed.", "envoy", ("BBC",)),
    ],
)
def test_chains(text, who, via):
    claim = read_text(text)[-1]
    assert (claim.speaker, claim.attribution.via) == (who, via)


def test_pronouns_and_surnames_take_the_fullest_form():
    claims = read_text(
        "Lviv Mayor Andriy Koval said two homes burned. He added that nobody was hurt. Koval said work went on."
    )
    assert [c.speaker for c in claims] == ["Lviv Mayor Andriy Koval"] * 3
    assert [c.attribution.carried for c in claims] == [False, True, False]


def test_short_names_of_bodies():
    claims = read_text(
        "Peru's Defence Ministry said a boat sank. The Defence Ministry said five sailors were missing. "
        "The ministry said the search went on."
    )
    assert [c.speaker for c in claims] == ["Peru's Defence Ministry"] * 3


def test_the_statement_is_whoever_made_it():
    claims = read_text("Ghana's army said two soldiers died. The blast came at dawn, the statement said.")
    assert claims[1].speaker == "Ghana's army"
    assert claims[1].attribution.carried


def test_she_is_not_a_man():
    text = "Anna Berg said the road was open. Peter Holm said the bridge was shut. She said buses ran."
    assert read_text(text)[2].speaker == "Anna Berg"


def test_running_quotations():
    text = "'Nothing is agreed,' envoy Paul Ng told reporters. 'They will meet again.'\nThe hall was empty."
    claims = read_text(text)
    assert [c.speaker for c in claims] == ["envoy Paul Ng", "envoy Paul Ng", None]
    assert claims[1].attribution.carried and claims[1].attribution.quoted


def test_a_quotation_over_sentences_takes_the_speaker_named_at_its_end():
    claims = read_text('"The dam is old. It must be rebuilt," engineer Tom Bauer said.')
    assert [c.speaker for c in claims] == ["engineer Tom Bauer"] * 2


def test_other_nations_diplomat_is_not_taken():
    text = "French envoy Luc Morel said talks failed. The Dutch diplomat said they went well."
    assert read_text(text)[1].speaker == "Dutch diplomat"


def test_inner_credit_holds_for_its_clause_only():
    claim = read_text("Rebels seized the town, but the army said it had repelled the attack.")[0]
    by = {a.predicate: a.speaker for a in claim.assertions}
    assert by == {"seize": None, "repel": "army"}


def test_what_follows_the_credit_is_the_outlets():
    claim = read_text("The city will hold talks, the mayor said, even as a storm killed 12 sailors.")[0]
    killed = next(a for a in claim.assertions if a.predicate == "killed")
    assert (killed.speaker, killed.modality) == (None, "asserted")


def test_publisher_carrier_and_speaker_stay_apart():
    article = Article(id="n", outlet="The Daily Example", carrier="AP", text="A bus crashed, police said.")
    claim = read_article(article)[0]
    assert (claim.id, claim.publisher, claim.carrier, claim.speaker) == ("n/0", "The Daily Example", "AP", "police")
