"""Alignment of figures: phrases without their value, measures by example, one thing or two."""

import numpy as np
import pytest

from checker.compare.alignment import Side, aligned, comparable_kinds, features
from checker.compare.phrases import phrase_of
from checker.compare.prototypes import Bank, Likeness, examples, likeness, names_of, readings
from checker.compare.roles import is_whole
from checker.read import read_pair_claim


def figure(text, which=0):
    claim = read_pair_claim(text)
    return claim, [q for q in claim.quantities if q.comparable][which]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Rescuers found four bodies in the hall, the mayor said.", "Rescuers found N bodies in the hall"),
        ("The owner paid 3 million euros for it.", "The owner paid $N for it."),
        ("Turnout was 61 per cent.", "Turnout was N per cent"),
    ],
)
def test_a_phrase_keeps_the_words_and_hides_the_value(text, phrase):
    assert phrase_of(*figure(text)).rstrip(". ") == phrase.rstrip(".")


def test_the_phrase_does_not_depend_on_the_value():
    assert phrase_of(*figure("At least 12 people marched.")) == phrase_of(*figure("Some 40,000 people marched."))


def test_alignment_is_symmetric_and_grows_with_likeness():
    (a, q), (b, r) = figure("Gunmen led 11 passengers away."), figure("Nineteen people had been taken.")
    x, y = Side(q, phrase_of(a, q), a.text), Side(r, phrase_of(b, r), b.text)
    low, high = Likeness(0.2, 0.1), Likeness(0.8, 0.9)
    assert aligned(x, y, low, 0.3) == aligned(y, x, low, 0.3)
    assert aligned(x, y, low, 0.3) < aligned(x, y, high, 0.3)


def test_other_dimensions_never_align():
    (a, q), (b, r) = figure("It cost 40 euros."), figure("It fell 40 metres.")
    assert not comparable_kinds(q, r)
    assert aligned(Side(q, "", a.text), Side(r, "", b.text), Likeness(1.0, 1.0), 1.0) == 0.0


def test_two_lengths_need_an_example_in_common_unless_the_caller_vouches():
    (a, q), (b, r) = figure("A rope of 40 metres was there."), figure("She wore 60 metres of silk.")
    sides = Side(q, phrase_of(a, q), a.text), Side(r, phrase_of(b, r), b.text)
    assert aligned(*sides, Likeness(0.9, 0.9), 0.9) == 0.0
    assert aligned(*sides, Likeness(0.9, 0.9), 0.9, strict=False) > 0.0


def test_every_weight_has_its_feature():
    from checker.compare.alignment import WEIGHTS

    (a, q), (b, r) = figure("Four died."), figure("Five died.")
    names = features(Side(q, "", a.text), Side(r, "", b.text), Likeness(0.0, 0.0), 0.0)
    assert set(WEIGHTS) == set(names) | {"bias"}


def test_a_phrase_is_read_by_its_nearest_example():
    """Toy vectors: every measure has an axis of its own, so that the softmax can be worked out by hand."""
    names = names_of()
    axes = np.eye(len(names), dtype=np.float32)
    bank = Bank(np.stack([axes[names.index(m)] for m, _ in examples()]))
    killed, between = axes[names.index("killed")], (axes[0] + axes[1]) / np.sqrt(2)
    (near, unsure) = readings(np.stack([killed, between]), bank)
    assert near.measure == "killed"
    # two measures at cosine .71 share the probability, half each: still sure enough to name one, never to agree fully
    assert unsure.shares.max() == pytest.approx(0.5, abs=0.01)
    assert likeness(near, near).agreement == pytest.approx(1.0, abs=0.01)
    assert likeness(near, near).measure == "killed"


def test_a_whole_that_only_frames_its_part_is_seen():
    claim = read_pair_claim("Crews shot down 61 of the 84 drones.")
    whole = next(q for q in claim.quantities if q.value == 84)
    part = next(q for q in claim.quantities if q.value == 61)
    assert is_whole(whole, claim)
    assert not is_whole(part, claim)
