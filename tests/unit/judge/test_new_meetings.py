"""Meetings of claims that word lists alone do not see, and what keeps figures apart."""

from datetime import datetime

import numpy as np
import pytest

from checker.judge import PairContext, judge_pair
from checker.judge.propositions import evidence
from checker.judge.relation import load
from checker.read import read_article, read_pair_claim
from checker.schema import Article
from checker.settings import JudgeSettings

NEUTRAL = np.array([[0.1, 0.8, 0.1], [0.1, 0.8, 0.1]])


def claim(text, name="a", day="2025-03-08", outlet=None):
    return read_pair_claim(text, id=name, outlet=outlet or name, published=datetime.fromisoformat(day))


def ruled(a, b, nli=NEUTRAL, **context):
    """The rules' verdict within one event, both ways round."""
    one = judge_pair(a, b, nli, PairContext(same_event=True, **context), JudgeSettings(), weigh_relation=False)
    two = judge_pair(b, a, nli[::-1], PairContext(same_event=True, **context), JudgeSettings(), weigh_relation=False)
    assert (one.relation, one.kinds) == (two.relation, two.kinds)
    return one


def test_one_happening_with_two_dates():
    a = claim("The ferry Lia capsized off Korcula on Tuesday morning.", day="2025-03-06")
    b = claim("The ferry Lia capsized off Korcula on Monday evening.", "b", day="2025-03-07")
    assert evidence(a, b).kind == "date"
    assert ruled(a, b).relation in ("conflict", "dispute")


def test_a_second_visit_is_no_conflict_of_dates():
    a = claim("The minister visited Split on Tuesday.", day="2025-03-06")
    b = claim("The minister visited Split on Monday.", "b", day="2025-03-07")
    assert evidence(a, b).kind is None  # a visit can be repeated


def test_two_parties_that_fired_first():
    a = claim("Border guards of Tarnia fired first, Colonel Ines Roth said.")
    b = claim("Soldiers from Veld opened fire first, Major Otto Blum said.", "b")
    verdict = ruled(a, b)
    assert verdict.relation == "dispute"
    assert "role_swap" in verdict.kinds


def test_destroyed_against_not_hit():
    a = claim("The grain silo was destroyed in the raid, the mayor said.")
    b = claim("The grain silo was not hit, the army said.", "b")
    assert evidence(a, b).kind == "negation"


def test_the_right_number_with_the_wrong_noun():
    a = claim("The blast in Graz killed three people and wounded 17, Mayor Pia Lang said.")
    b = claim("Mayor Pia Lang said 17 people were killed in the blast in Graz.", "b")
    verdict = ruled(a, b)
    assert verdict.relation == "conflict"
    assert verdict.kinds == ("category_swap",)


def test_a_whole_is_no_rival_of_its_part():
    a = claim("Five of the train's eight coaches were derailed near Brod.")
    b = claim("Five coaches were derailed near Brod.", "b")
    assert ruled(a, b).relation in ("same", "compatible")


def test_an_unfinished_count_is_brought_up_to_date():
    a = claim("With 80 per cent of the ballots counted, Ana Peric had 53 per cent of the vote.", day="2025-05-18")
    b = claim("Ana Peric won 51 per cent of the vote.", "b", day="2025-05-19")
    verdict = ruled(a, b)
    assert (verdict.relation, verdict.kinds) == ("update", ("correction",))


def test_an_event_of_last_year_is_not_this_one():
    a = claim("Thirteen people were shot at a party in Lund on Sunday.")
    b = claim("The shooting comes two years after nine people were shot at a party in Lund.", "b")
    assert ruled(a, b).relation not in ("conflict", "dispute")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Police spoke of 12,000.", "Police"),
        ("Prague police put attendance at 9,000.", "Prague police"),
        ("He put out the fire with three buckets.", None),
        ("She gave birth to two girls.", None),
    ],
)
def test_who_states_a_figure_is_credited(text, speaker):
    assert claim(text).speaker == speaker


def test_an_elliptical_figure_counts_what_the_sentence_before_counts():
    text = "The organisers said that 40,000 people had taken part in the march. Police spoke of 12,000."
    claims = read_article(Article(id="x", outlet="Post", text=text))
    (figure,) = [q for q in claims[1].quantities if q.comparable]
    assert (figure.value, figure.measure) == (12000.0, "attended")


def test_the_relation_model_ships_and_is_even_handed():
    model = load()
    assert model is not None
    a = claim("Six people were killed in the tram crash in Porto, the mayor said.")
    b = claim("Eight people died when a tram left its rails in Porto, the fire brigade said.", "b")
    context = PairContext(same_event=True, alone=True, cosine=0.6)
    one = judge_pair(a, b, NEUTRAL, context, JudgeSettings())
    two = judge_pair(b, a, NEUTRAL[::-1], context, JudgeSettings())
    assert (one.relation, one.kinds, one.confidence) == (two.relation, two.kinds, two.confidence)
    assert any(step.rule == "relation_model" for step in one.trace)


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("The shop's owner and her niece both died behind the counter, their cousin Ada Venn said.", "both"),
        ("Two of the later victims were killed on the stairs, guard Ada Venn said.", "part_of_whole"),
        ("None of those people was killed, Ada Venn said.", "partitive"),
        ("The gunman killed his two daughters, Ada Venn said.", "part_of_whole"),
    ],
)
def test_a_part_is_no_rival_of_the_total(part, rule):
    total = claim("Five people were killed at the market in Bruck, police chief Olaf Brandt said.", day="2025-03-08")
    verdict = ruled(claim(part, "b"), total)
    assert verdict.relation not in ("conflict", "dispute")
    assert rule in {c.rule for c in verdict.comparisons}


def test_those_who_came_to_one_hospital_are_a_part():
    a = claim("Five people were shot at the market in Bruck, police chief Olaf Brandt said.")
    b = claim("Three shooting victims had turned up at St Brice hospital, nurse Ada Venn said.", "b")
    assert "came_in" in {c.rule for c in ruled(a, b).comparisons}


def test_both_against_fewer_is_still_a_conflict():
    a = claim("Both officers were killed in the ambush near Bruck, police chief Olaf Brandt said.")
    b = claim("One officer was killed in the ambush near Bruck, Mayor Ada Venn said.", "b")
    assert ruled(a, b).relation == "dispute"


CONTRADICTS = np.array([[0.02, 0.08, 0.9], [0.02, 0.08, 0.9]])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("None of the wounds looked life-threatening, medics said.", "Medics said the wounds look non-life-threatening."),
        ("Harbour police are searching the dock.", "Harbour police have no suspect for the theft and are searching the dock."),
        ("The driver was told to stop the van but he didn't.", "Officers told the driver to stop the van."),
        ("The officer said that the girl was cleaning the rifle when it went off.", "The officer said that Norwood was cleaning the rifle when it went off."),
    ],
)
def test_a_negation_of_something_else_and_a_name_for_a_person_contradict_nothing(a, b):
    """Even where a small NLI model is sure that they do."""
    assert ruled(claim(a), claim(b, "b"), CONTRADICTS).relation not in ("conflict", "dispute")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council did not sign the lease.", "The council signed the lease."),
        ("No gas escaped from the tank at Bruck.", "Gas escaped from the tank at Bruck."),
    ],
)
def test_a_negation_of_what_is_said_still_contradicts(a, b):
    assert ruled(claim(a), claim(b, "b"), CONTRADICTS).relation == "conflict"


def test_what_one_speaker_says_of_himself_contradicts_no_other():
    a = claim("“They were only neighbours,” her sister Ida Blau said.")
    b = claim("“I lost two good neighbours that night,” Jan Kern said.", "b")
    assert ruled(a, b, CONTRADICTS).relation not in ("conflict", "dispute")


def test_stated_probabilities_follow_the_temperature_and_the_label_stays():
    a, b = claim("The council did not sign the lease."), claim("The council signed the lease.", "b")
    plain, cooler = (
        judge_pair(a, b, CONTRADICTS, PairContext(same_event=True), JudgeSettings(temperature=t), weigh_relation=False) for t in (1.0, 2.0)
    )
    first, second = plain.probabilities.a_to_b, cooler.probabilities.a_to_b
    # p ** (1/2), normalised
    roots = [p**0.5 for p in (first.entailment, first.neutral, first.contradiction)]
    assert second.contradiction == pytest.approx(roots[2] / sum(roots), abs=2e-4)
    assert plain.label == cooler.label == "contradiction"


def test_a_wounded_man_who_died_is_no_dispute_of_the_wounded():
    a = claim("The brawl in Bruck killed two people and injured five, police chief Olaf Brandt said.", day="2025-03-08")
    b = claim("Three people were killed and four injured in the brawl in Bruck, Mayor Ada Venn said.", "b", day="2025-03-12")
    verdict = ruled(a, b)
    assert verdict.relation == "update" and "died_since" in {c.rule for c in verdict.comparisons}
    # with two fewer wounded than more dead the wounded are disputed
    c = claim("Three people were killed and two injured in the brawl in Bruck, Mayor Ada Venn said.", "b", day="2025-03-12")
    assert ruled(a, c).relation == "dispute"


def test_the_third_victim_brings_the_toll_to_three():
    a = claim("Two people were killed in the fire in Bruck, police chief Olaf Brandt said.", day="2025-03-08")
    b = claim("A third victim of the fire in Bruck has died in hospital.", "b", day="2025-03-10")
    verdict = ruled(a, b)
    assert (verdict.relation, verdict.kinds) == ("update", ("growth",))


@pytest.mark.parametrize("text", ["The two guards were not injured in the raid on Bruck.", "Her cousin was unhurt in the raid on Bruck.",
                                  "Nobody else was injured in the raid on Bruck."])  # fmt: skip
def test_somebody_unhurt_is_not_nobody_hurt(text):
    some = claim("The raid on Bruck injured four people, police chief Olaf Brandt said.")
    assert ruled(claim(text, "b"), some).relation not in ("conflict", "dispute")
    nobody = claim("Nobody was injured in the raid on Bruck, Mayor Ada Venn said.", "b")
    assert ruled(nobody, some).relation == "dispute"


@pytest.mark.parametrize(
    "a, b, rule",
    [
        ("Seven people, including the gunman, were killed in the flats.", "The gunman shot six people dead.", "culprit_counted"),
        ("Four were killed, counting himself, the sheriff said.", "Three people were killed at the plant.", "culprit_counted"),
        ("Five officers were killed in Talsi.", "He was one of the Talsi officers killed on Thursday, a cousin said.", "partitive"),
        ("Four civilians were shot in Talsi.", "The three other civilians who were shot were stable.", "the_others"),
        ("Three people were killed at the party.", "The man killed two people at a fire pit before firing from the roof.", "one_stage"),
        ("Five people were shot in Talsi.", "Three people who had been shot in Talsi were discharged from hospital.", "in_care"),
        ("Four people were shot in Talsi.", "He shot three people in the legs and another person in the arm in Talsi.", "and_another"),
        ("Four people were killed in Talsi.", "Talsi has had eight people killed for the year.", "running_count"),
    ],
)
def test_figures_of_another_scope_are_no_conflict(a, b, rule):
    verdict = ruled(claim(a), claim(b, "b"), one_moment=True)
    assert verdict.relation not in ("conflict", "dispute")
    assert rule in [c.rule for c in verdict.comparisons] or verdict.relation == "compatible"


@pytest.mark.parametrize(
    "a, b",
    [
        ("Nine people, including the gunman, were killed in the flats.", "The gunman shot six people dead."),
        ("Seven people were killed in the flats.", "Six people were killed in the flats."),
        ("Three people were killed in Talsi.", "Two people were killed in Talsi and another in a car was injured."),
        ("Three people were killed at the party.", "Two people were killed at the party before police shot the man."),
        ("212 prisoners were released from Velm on Friday.", "150 prisoners were released from Velm on Friday."),
    ],
)
def test_a_difference_that_no_scope_explains_stays_one(a, b):
    assert ruled(claim(a), claim(b, "b"), one_moment=True).relation in ("conflict", "dispute")


def test_figures_that_add_up_to_the_other_total():
    a = claim("Five people were shot in Talsi.")
    apart = "Three people who had been shot went by ambulance and {} people who had been shot went by car."
    assert ruled(a, claim(apart.format("two"), "b"), one_moment=True).relation == "compatible"
    assert ruled(a, claim(apart.format("four"), "b"), one_moment=True).relation in ("conflict", "dispute")


def test_a_figure_that_the_text_calls_wrong_is_no_claim():
    a = claim("Police said one person was killed at the club in Talsi.")
    wrong = ruled(a, claim("The mayor's office says the report that two people were killed at the club in Talsi was incorrect.", "b"), one_moment=True)
    assert wrong.relation not in ("conflict", "dispute")
    plain = ruled(a, claim("The mayor's office says two people were killed at the club in Talsi.", "b"), one_moment=True)
    assert plain.relation in ("conflict", "dispute")
