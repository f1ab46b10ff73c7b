"""Sentence splitting on sentences of our own; every expected piece is written out by hand."""

import pytest

from checker.read.sentences import LONGEST, paragraph_breaks, paragraph_of, split


def pieces(text):
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He met U.S. President Ada Novak in Bern.",
        "The blast came at 12:50 p.m. (0950 GMT), acting Gov. Ivan Melnyk said.",
        "Lt. Gen. Otto Brandt and Dr. Amy Li spoke.",
        "John F. Kennedy Airport was shut on Jan. 3.",
        "Mills vs. Stone Inc. et al. was heard by Judge No. 4.",
    ],
)
def test_abbreviations_do_not_split(text):
    assert pieces(text) == [text]


def test_plain_sentences_split():
    assert pieces("It rained. It stopped! Did it?") == ["It rained.", "It stopped!", "Did it?"]


def test_long_quotations_split_inside():
    text = '"We are ready. We need a place. Nothing else," she said. He left.'
    assert pieces(text) == ['"We are ready.', "We need a place.", 'Nothing else," she said.', "He left."]


def test_ellipses_split_before_a_capital_only():
    assert pieces("He promised one thing… He did another.") == ["He promised one thing…", "He did another."]
    assert pieces("She had reasons... to stay.") == ["She had reasons... to stay."]


def test_a_question_keeps_who_asked_it():
    text = '"Why was nobody told?" the widow asked. She wept.'
    assert pieces(text) == ['"Why was nobody told?" the widow asked.', "She wept."]


def test_line_breaks_always_split_and_offsets_are_exact():
    text = "A title without a stop\n\n  First line.  Second one.\r\nThird"
    assert pieces(text) == ["A title without a stop", "First line.", "Second one.", "Third"]


def test_sentence_after_hour_of_day_splits_before_a_plain_word():
    assert pieces("It opens at 5 p.m. Police will close the road.") == [
        "It opens at 5 p.m.",
        "Police will close the road.",
    ]


def test_endless_lines_are_cut():
    assert max(b - a for a, b in split("word " * 2000)) <= LONGEST


def test_paragraphs():
    text = "One. Two.\n\nThree."
    breaks = paragraph_breaks(text)
    assert breaks == [0, 11]
    assert [paragraph_of(breaks, a) for a, _ in split(text)] == [0, 0, 1]


def test_empty():
    assert split("") == []
    assert split(" \n ") == []
