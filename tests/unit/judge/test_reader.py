"""The relation model's wordings, and how it is heard in a report."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from checker.judge.outcome import Outcome
from checker.judge.reader import CLASSES, heard, mean_share, ordered, wordings
from checker.read.claims import read_pair_claim
from checker.settings import JudgeSettings

SETTINGS = JudgeSettings(read_doubt=0.2, read_against=0.8)


def claim(text, day=None, side="a"):
    return read_pair_claim(text, id=side, published=datetime(2025, 5, day, tzinfo=UTC) if day else None)


def shares(against=0.0, **given):
    given = given | {"conflict": against / 2, "dispute": against / 2}
    rest = (1 - sum(given.values())) / (len(CLASSES) - len(given))
    return {name: given.get(name, rest) for name in CLASSES} | {"against": against}


def test_the_earlier_claim_stands_first_with_the_days_between():
    assert ordered("Nine died.", "Seven died.", date(2025, 5, 3), date(2025, 5, 1)) == ("Seven died.", "2 days later: Nine died.")
    assert ordered("Nine died.", "Seven died.", date(2025, 5, 1), date(2025, 5, 2)) == ("Nine died.", "1 day later: Seven died.")
    assert ordered("Nine died.", "Seven died.", None, date(2025, 5, 2)) == ("Nine died.", "Undated: Seven died.")


@pytest.mark.parametrize(("x", "y"), [(1, 3), (2, 2), (None, 2), (None, None)])
def test_swapping_the_claims_gives_the_same_wordings(x, y):
    a, b = claim("Nine people died.", x, "a"), claim("Seven people died.", y, "b")
    assert wordings(a, b) == wordings(b, a)


def test_shares_are_the_mean_of_both_orders():
    rows = [np.eye(len(CLASSES))[0], np.eye(len(CLASSES))[4]]
    made = mean_share(rows, CLASSES)
    assert made["same"] == made["conflict"] == made["against"] == 0.5
    assert sum(made[name] for name in CLASSES) == pytest.approx(1)


def test_a_conflict_that_the_texts_do_not_read_like_is_taken_back():
    a, b = claim("Nine people died in Graz."), claim("Two of the dead were children.", side="b")
    conflict = Outcome("conflict", "values_apart", "apart", ("number",))
    after, step = heard(a, b, conflict, shares(compatible=0.8, against=0.05), SETTINGS, words=False, same_article=False)
    assert (after.relation, after.rule) == ("compatible", "read_otherwise") and step.weight == 0.05
    kept, _ = heard(a, b, conflict, shares(against=0.3), SETTINGS, words=False, same_article=False)
    assert kept is conflict


def test_words_alone_can_be_in_conflict_where_the_model_is_sure():
    a, b = claim("The mayor opened the bridge."), claim("The bridge never opened.", side="b")
    scope = Outcome("different_scope", "other_aspect", "aspects")
    said = shares(against=0.9)
    assert heard(a, b, scope, said, SETTINGS, words=True, same_article=False)[0].rule == "read_against"
    assert heard(a, b, scope, said, SETTINGS, words=False, same_article=False)[0] is scope
    assert heard(a, b, scope, said, SETTINGS, words=True, same_article=True)[0] is scope
    plan = claim("The mayor will open the bridge.")
    assert heard(plan, b, scope, said, SETTINGS, words=True, same_article=False)[0] is scope


@pytest.mark.parametrize(
    ("kinds", "words", "against", "kept"),
    [
        (("number",), False, 0.35, True), (("number",), False, 0.25, False),
        (("negation",), True, 0.55, True), (("negation",), True, 0.45, False),
        (("other",), True, 0.75, True), (("other",), True, 0.65, False),
    ],
)  # fmt: skip
def test_the_less_the_texts_show_the_surer_the_model_must_be(kinds, words, against, kept):
    a, b = claim("The mayor opened the bridge."), claim("The bridge never opened.", side="b")
    conflict = Outcome("conflict", "contradiction", "apart", kinds)
    after, _ = heard(a, b, conflict, shares(against=against), JudgeSettings(), words=words, same_article=False)
    assert (after is conflict) == kept
