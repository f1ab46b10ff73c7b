"""The training events are well formed, and share no sentence with the hand-labelled set."""

from pathlib import Path

import pytest

from eval.dossiers.records import read_dossiers
from eval.dossiers.training import FILE, TrainingEvent, read_training, shared_words
from eval.errors import EvalError

DATA = Path(__file__).parents[3] / "data"
CLAIMS = [{"outlet": "A", "text": "Nine people died in the fire."}, {"outlet": "B", "text": "The fire took eleven lives, police say."}]


def event(**fields):
    return {"id": "x-1", "event": "fire", "claims": CLAIMS, "pairs": {"1-2": "conflict:number"}} | fields


def test_the_file_is_sound_and_leaks_nothing():
    events = read_training(DATA / FILE)
    assert len({e.id for e in events}) == len(events) > 200
    texts = [c.text for e in events for c in e.claims]
    assert len(set(texts)) == len(texts)
    assert shared_words(events, read_dossiers(DATA / "dossiers")) == []


@pytest.mark.parametrize("pairs", [{}, {"1-2": "conflict:growth"}, {"1-2": "same", "1-3": "same"}, {"1-2": "alike"}])
def test_a_bad_label_is_refused(pairs):
    with pytest.raises(ValueError):
        TrainingEvent.model_validate(event(pairs=pairs))


def test_a_bad_line_is_named(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"id": "x"}\n')
    with pytest.raises(EvalError, match="events.jsonl:1"):
        read_training(path)
