"""Scores of speakers and modality, by hand."""

import pytest

from checker.read import read_text
from checker.schema import Article
from eval.errors import EvalError, NoData
from eval.voices import measure, read_labels, speaks

TEXT = "A bus crashed near Graz. Two people died, mayor Ida Lang said. Anyone with information is asked to call police."


def label(words, speaker=None, modality="asserted", carried=False):
    start = TEXT.index(words)
    forms = [[TEXT.index(f), TEXT.index(f) + len(f)] for f in speaker or ()] or None
    return {"article": "x", "start": start, "end": start + len(words), "speaker": forms, "carried": carried, "modality": modality}


LABELS = {"x": [
    label("A bus crashed near Graz."),
    label("Two people died, mayor Ida Lang said.", ["Ida Lang"], "reported"),
    label("Anyone with information is asked to call police.", None, "asserted"),
]}  # fmt: skip


def test_speakers_and_modality_are_scored():
    article = Article(id="x", text=TEXT)
    scores = measure({"x": (TEXT, article)}, LABELS, lambda a: read_text(a.text), samples=10)
    assert scores.metrics["speaker_exact"].value == 1
    assert scores.metrics["modality_accuracy"].value == pytest.approx(2 / 3)  # the last is an appeal, whatever the label says
    assert scores.confusion["asserted"] == {"asserted": 1, "demanded": 1}


def test_white_space_that_ingest_mends_does_not_move_labels():
    loose = TEXT.replace(". ", ".\n\n   ")
    shifted = {"x": [{**row, "start": loose.index(TEXT[row["start"] : row["end"]].split(".")[0]), "end": 0} for row in LABELS["x"][:1]]}
    shifted["x"][0]["end"] = shifted["x"][0]["start"] + len("A bus crashed near Graz.")
    scores = measure({"x": (loose, Article(id="x", text=TEXT))}, shifted, lambda a: read_text(a.text), samples=10)
    assert scores.absent == 0 and scores.metrics["speaker_exact"].value == 1


@pytest.mark.parametrize(
    ("read", "forms", "right"),
    [
        ("Mayor Ida Lang", ["Ida Lang"], True),
        ("the police", ["Police"], True),
        (None, [], True),
        (None, ["police"], False),
        ("police", [], False),
        ("Lang", ["Ida Lang"], True),
        ("Ida Lung", ["Ida Lang"], False),
    ],
)
def test_forms_of_one_speaker(read, forms, right):
    assert speaks(read, forms) is right


def test_bad_labels_are_named(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text('{"article": "x"}\n')
    with pytest.raises(EvalError, match="labels.jsonl:1"):
        read_labels(path)


def test_no_labelled_article_is_no_data():
    with pytest.raises(NoData):
        measure({}, LABELS)
