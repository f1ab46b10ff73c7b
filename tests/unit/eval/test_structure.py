"""Speakers and counted nouns read off a tree; the trees are made by hand, so no trained pipeline is needed."""

import pytest

pytest.importorskip("spacy")
import spacy  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

from checker.read.quantities import find_quantities  # noqa: E402
from eval.errors import EvalError  # noqa: E402
from eval.structure import counted, load, speaker  # noqa: E402

VOCAB = spacy.blank("en").vocab


def tree(words, heads, deps, pos):
    return Doc(VOCAB, words=words, heads=heads, deps=deps, pos=pos, lemmas=[w.lower().rstrip("s") for w in words])


SAID = tree(
    ["Nine", "miners", "died", ",", "mayor", "Ida", "Lang", "said"],
    [1, 2, 7, 2, 6, 6, 7, 7],
    ["nummod", "nsubj", "ccomp", "punct", "compound", "flat", "nsubj", "ROOT"],
    ["NUM", "NOUN", "VERB", "PUNCT", "NOUN", "PROPN", "PROPN", "VERB"],
)


def test_the_subject_of_a_reporting_verb_with_a_clause_speaks():
    assert speaker(SAID) == "mayor Ida Lang"


def test_a_pronoun_and_a_verb_without_a_clause_give_no_speaker():
    he = tree(["He", "said", "nothing"], [1, 1, 1], ["nsubj", "ROOT", "obj"], ["PRON", "VERB", "PRON"])
    assert speaker(he) is None


def test_according_to_whom():
    doc = tree(
        ["According", "to", "police", ",", "nine", "died"], [2, 0, 5, 5, 5, 5],
        ["case", "fixed", "obl", "punct", "nsubj", "ROOT"], ["VERB", "ADP", "NOUN", "PUNCT", "NUM", "VERB"],
    )  # fmt: skip
    assert speaker(doc) == "police"


def test_a_number_counts_the_noun_that_it_modifies():
    quantity = find_quantities(SAID.text)[0]
    assert counted(SAID, quantity) == "miner"


def test_a_missing_pipeline_is_named(tmp_path):
    with pytest.raises(EvalError, match="nothing-here"):
        load(str(tmp_path / "nothing-here"))
