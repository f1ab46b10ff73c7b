"""Two bare texts, one a claim about the other: NLI leads, and the rules of figures correct it."""

from datetime import datetime
from itertools import product

import numpy as np
import pytest

from checker.judge import PairContext, judge_pair
from checker.judge.inference import HYPOTHESIS, Inferred, a_is_longer, bare, concluded, load, surface
from checker.judge.outcome import Outcome
from checker.judge.propositions import evidence
from checker.read import read_pair_claim
from checker.settings import JudgeSettings

BARE = PairContext(alone=True, one_moment=True, cosine=0.7)
PREMISE = "The reservoir above Sitno holds 40 million cubic metres of water and serves six villages in the valley."
CLAIM = "The reservoir serves six villages."


def claim(text, name="a", outlet=None, day=None):
    return read_pair_claim(text, id=name, outlet=outlet, published=datetime.fromisoformat(day) if day else None)


def nli(entailment, contradiction, back=(0.1, 0.1)):
    rows = ((entailment, 1 - entailment - contradiction, contradiction), (back[0], 1 - sum(back), back[1]))
    return np.array(rows)


@pytest.mark.parametrize(
    "a, b, context, expected",
    [
        (claim(PREMISE), claim(CLAIM, "b"), BARE, True),
        (claim(PREMISE, outlet="Sitno Post"), claim(CLAIM, "b"), BARE, False),
        (claim(PREMISE), claim(CLAIM, "b"), PairContext(alone=True, one_moment=True, same_event=True), False),
        (claim(PREMISE, day="2025-05-01"), claim(CLAIM, "b", day="2025-05-01"), BARE, False),
        (claim(PREMISE), claim(CLAIM, "b"), PairContext(one_moment=True), False),
    ],
)
def test_only_texts_of_which_nothing_else_is_known_are_bare(a, b, context, expected):
    assert bare(a, b, context) is expected


def test_the_surface_is_the_same_when_the_texts_are_swapped():
    assert surface(PREMISE, CLAIM, 0.7, 2) == surface(CLAIM, PREMISE, 0.7, 2)
    assert a_is_longer(PREMISE, CLAIM) and not a_is_longer(CLAIM, PREMISE)


def test_a_claim_about_a_text_is_told_from_two_reports():
    model = load()
    assert model is not None
    reports = (
        "Rescue crews pulled nine bodies from the flooded mine near Olza before dawn on Friday, the regional governor told reporters.",
        "Families waited at the gate as officials raised the number of dead miners to twelve and suspended the search.",
    )
    assert model.hypothesis.probability(surface(PREMISE, CLAIM, 0.8, 2)) > 2 * HYPOTHESIS
    assert model.hypothesis.probability(surface(*reports, 0.6, 2)) < HYPOTHESIS


@pytest.mark.parametrize(
    "probabilities, label, relation",
    [
        (nli(0.95, 0.02), "entailment", "compatible"),
        (nli(0.03, 0.04), "neutral", "compatible"),
        (nli(0.01, 0.97, (0.02, 0.9)), "contradiction", "conflict"),
        (nli(0.95, 0.02, (0.95, 0.02)), "entailment", "same"),
    ],
)
def test_nli_leads(probabilities, label, relation):
    a, b = claim("The dam above Sitno was built in stages by prisoners of war."), claim("Prisoners of war built the dam.", "b")
    verdict = judge_pair(a, b, probabilities, BARE, JudgeSettings())
    assert verdict.label == label
    assert verdict.relation == relation or (label == "neutral" and verdict.relation in ("unrelated", "different_scope"))
    assert [step.rule for step in verdict.trace if step.step == "inference"] == ["text_and_claim"]


def test_figures_that_cannot_both_be_true_outweigh_an_unsure_model():
    a = claim("The county counted 412 flooded houses, more than in any year before.")
    unsure = nli(0.4, 0.3, (0.3, 0.3))
    apart = judge_pair(a, claim("The county counted 610 flooded houses.", "b"), unsure, BARE, JudgeSettings())
    bound = judge_pair(a, claim("The county counted more than 400 flooded houses.", "b"), unsure, BARE, JudgeSettings())
    assert (apart.label, bound.label) == ("contradiction", "entailment")


@pytest.mark.parametrize("row, back", list(product([(0.9, 0.05), (0.4, 0.4), (0.05, 0.9), (0.33, 0.34), (0.1, 0.1)], repeat=2)))
def test_the_label_is_the_likeliest_and_swapping_keeps_the_relation(row, back):
    a, b = claim(PREMISE), claim("The reservoir serves four villages.", "b")
    probabilities = nli(*row, back)
    one = judge_pair(a, b, probabilities, BARE, JudgeSettings())
    two = judge_pair(b, a, probabilities[::-1], BARE, JudgeSettings())
    assert (one.relation, one.kinds, one.missing) == (two.relation, two.kinds, two.missing)
    assert one.probabilities.a_to_b == two.probabilities.b_to_a
    for verdict in (one, two):
        stated = verdict.probabilities.a_to_b.model_dump()
        assert max(stated, key=lambda name: stated[name]) == verdict.label
        assert sum(stated.values()) == pytest.approx(1, abs=1e-3)


def test_what_the_rules_leave_open_stays_open_where_nothing_is_inferred():
    a, b = claim(PREMISE), claim(CLAIM, "b")
    ruled = Outcome("undetermined", "vague_word", "a vague word", missing="a figure")
    found = Inferred(0.2, 0.1, 0.1, contradiction=False)
    assert concluded(a, b, ruled, found, None, evidence(a, b)) == ruled
    loud = Outcome("conflict", "values_apart", "apart", ("number",))
    assert concluded(a, b, loud, found, "conflict", evidence(a, b)).relation == "compatible"
