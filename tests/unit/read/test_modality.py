"""Modality of whole sentences, as DESIGN's words define them."""

import pytest

from checker.read import read_text


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A bus crashed near Graz.", "asserted"),
        ("A bus crashed near Graz, police said.", "reported"),
        ("A bus reportedly crashed near Graz.", "reported"),
        ("The mayor is said to have thanked the crew.", "reported"),
        ("No injuries were reported.", "reported"),
        ("The ministry denied that records were leaked.", "denied"),
        ("The mayor rejected the claim that he took money.", "denied"),
        ("The minister dismissed the report as baseless.", "denied"),
        ("There is no evidence that the vote was rigged, officials said.", "denied"),
        ("The union rejected the pay offer.", "asserted"),
        ("The judge denied bail to the driver.", "asserted"),
        ("It did not claim the attack was its own.", "asserted"),
        ("The dam could break, engineers said.", "hypothetical"),
        ("If the dam breaks, homes will flood.", "hypothetical"),
        ("The firm will cut 300 jobs.", "planned"),
        ("The firm is ready to return the money, its owner said.", "planned"),
        ("The two sides agreed to exchange prisoners.", "planned"),
        ("The minister said he would visit Rome.", "planned"),
        ("The president is to visit Rome in May.", "planned"),
        ("The minister said the court must release him.", "demanded"),
        ("The bishop called on both sides to stop.", "demanded"),
        ("Residents urged the city to repair the road.", "demanded"),
        ("Analysts expect prices to fall.", "forecast"),
        ("Prices are expected to fall.", "forecast"),
        ("In my view, the plan is a mistake, Cole said.", "opinion"),
        ("The coach believes the team is strong.", "opinion"),
        ("The senator said the delay is unacceptable.", "opinion"),
        ("The woman is in good condition, doctors said.", "reported"),
        ("Is the bridge safe?", "question"),
        ('"Why was nobody told?" the widow asked.', "question"),
        ('Stone rejected the offer, saying, "Who would sign that?"', "reported"),
        ("Envoys exchanged drafts and agreed to meet again.", "asserted"),
        ("She arrived in May and left.", "asserted"),
    ],
)
def test_modality(text, modality):
    assert read_text(text)[0].modality == modality


def test_a_done_thing_inside_a_plan_is_reported():
    claim = read_text("The mayor said the city will sue the firm that killed 12 workers.")[0]
    killed = next(a for a in claim.assertions if a.predicate == "killed")
    assert (claim.modality, killed.modality) == ("planned", "reported")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Anyone with information is asked to call 555-0100.", "demanded"),
        ("Police are asking the public for help in finding the van.", "demanded"),
        ("If you saw the van, please contact the harbour police.", "demanded"),
        ("The harbour police could not find the van.", "asserted"),
        ('"He was a wonderful neighbour," Ida Lang said.', "opinion"),
        ('"I love this town," Ida Lang said.', "opinion"),
        ("Police believe the van was stolen.", "reported"),
        ('"We had nothing to do with it," the owner said.', "denied"),
        ("The owner said the story is not true.", "denied"),
        ("The trial is May 20.", "planned"),
        ("Lang appears in court on Thursday.", "planned"),
        ("A longer break would help the other side, the general claimed.", "forecast"),
    ],
)
def test_speech_acts(text, modality):
    assert read_text(text)[0].modality == modality


@pytest.mark.parametrize(
    ("text", "value", "modality"),
    [
        ("He was aiming to kill six of the clerks, detectives believe.", 6, "planned"),
        ("The driver tried to hit three cyclists and wounded one man.", 3, "hypothetical"),
        ("A man charged after the brawl that injured nine people has denied that he threw a stone.", 9, "asserted"),
        ("The ministry denied that nine people were injured.", 9, "denied"),
        ("The driver tried to flee, and three cyclists were wounded.", 3, "asserted"),
    ],
)
def test_what_was_meant_is_not_what_was_done(text, value, modality):
    (claim,) = read_text(text)
    assert [x.modality for x in claim.assertions if x.quantity and x.quantity.value == value] == [modality]
