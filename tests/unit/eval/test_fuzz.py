"""The fuzzer finds what it is there to find, and nothing in a sound text."""

import random

import pytest

from eval import fuzz as fuzzing
from eval.fuzz import fuzz, mutate, slices

TEXT = "Nine people died near Graz on Friday, police said. Mayor Ida Lang spoke of 12 injured."


def test_mutations_are_the_same_for_a_seed():
    assert mutate(TEXT, [TEXT], random.Random(4)) == mutate(TEXT, [TEXT], random.Random(4)) != TEXT


def test_a_sound_reader_has_no_failures():
    result = fuzz([TEXT], 0.5)
    assert result.texts > 0 and result.failures == ()


def test_a_crash_and_a_false_span_are_found(monkeypatch):
    def broken(text):
        raise ValueError("no such sentence")

    monkeypatch.setattr(fuzzing, "read", broken)
    assert fuzz([TEXT], 0.05).failures[0].kind == "crash"


def test_a_span_that_does_not_slice_back_is_told():
    claims = fuzzing.read(TEXT)
    assert slices(TEXT, claims) is None
    assert "is " in slices(TEXT[1:], claims)


def test_growth_is_measured_against_one_text():
    # ten copies take 30 ticks where one takes 2
    ticks = iter([0, 2, 2, 4, 4, 6, 6, 36, 36, 66, 66, 96])
    assert fuzzing.growth(TEXT, lambda: next(ticks)) == pytest.approx(15)
