"""The bundled weights: loading, hashes, windows, and labels of foreign models."""

import json
import shutil

import numpy as np
import pytest

from checker.errors import ModelError
from checker.models import bundled_folder, load_embedder, load_nli
from checker.models.hub import label_columns
from checker.models.onnx import OnnxClassifier
from checker.models.windows import join_windows, length_batches, windows
from checker.settings import ModelSettings


def test_nli_tells_a_paraphrase_from_a_contradiction():
    rows = load_nli().predict(
        [("A man is sleeping on a bench.", "A man is asleep."), ("A man is sleeping on a bench.", "Nobody is sleeping.")]
    )
    assert rows.shape == (2, 3) and np.allclose(rows.sum(axis=1), 1, atol=1e-5)
    assert rows[0].argmax() == 0 and rows[1].argmax() == 2


def test_batching_does_not_change_an_answer():
    model = load_nli()
    pairs = [("A short one.", "One."), ("A much longer sentence about a ferry that sank in a lake.", "A ferry sank.")]
    together, alone = model.predict(pairs), np.concatenate([model.predict([p]) for p in pairs])
    # dynamic int8 scales activations by batch, so padding neighbours move a probability a little
    assert np.abs(together - alone).max() < 0.06


def test_long_premises_are_windowed_not_cut():
    filler = "The committee discussed the budget of the town at length. " * 60
    model = load_nli()
    row = model.predict([(filler + "A man is sleeping on a bench.", "A man is asleep on a bench.")])[0]
    plain = model.predict([(filler, "A man is asleep on a bench.")])[0]
    assert row[0] > plain[0] + 0.2  # the last sentence was read


def test_embedder_rows_have_unit_length_and_order():
    vectors = load_embedder().encode(["A ferry sank.", "A boat went down.", "The bank raised its rate."])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert load_embedder().encode([]).shape[0] == 0


def test_damaged_and_missing_files_are_named(tmp_path):
    folder = tmp_path / "nli"
    shutil.copytree(bundled_folder("nli"), folder, ignore=shutil.ignore_patterns("run", "*.py"))
    tokenizer = folder / "tokenizer.json"
    tokenizer.write_bytes(tokenizer.read_bytes() + b" ")
    with pytest.raises(ModelError, match="tokenizer.json is damaged"):
        OnnxClassifier(folder, ModelSettings())


def test_missing_model_says_what_to_do():
    with pytest.raises(ModelError, match="bundled"):
        load_nli(ModelSettings(nli="no/such-model"))


def test_labels_are_read_from_the_model():
    assert label_columns("x", {0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"}) == [1, 2, 0]
    with pytest.raises(ModelError, match="id2label"):
        label_columns("x", {0: "LABEL_0", 1: "LABEL_1"})


def test_windows_cover_everything_with_overlap():
    spans = windows(100, 40, 10)
    assert spans[0] == (0, 40) and spans[-1] == (60, 100)
    assert all(b[0] < a[1] for a, b in zip(spans, spans[1:], strict=False))
    assert windows(10, 40, 10) == [(0, 10)]


def test_least_neutral_window_speaks():
    rows = np.array([[0.1, 0.8, 0.1], [0.7, 0.2, 0.1]])
    assert join_windows(rows).tolist() == [0.7, 0.2, 0.1]


def test_batches_hold_every_index_once():
    seen = sorted(int(i) for batch in length_batches([5, 1, 9, 3, 7], 2) for i in batch)
    assert seen == [0, 1, 2, 3, 4]


def test_manifest_lists_the_hashes_that_reports_carry():
    manifest = json.loads((bundled_folder("nli") / "manifest.json").read_text(encoding="utf-8"))
    assert load_nli().info.sha256 == manifest["files"]["model.onnx"]


def test_the_relation_model_gives_a_distribution_over_its_classes():
    from checker.judge.reader import CLASSES
    from checker.models import load_relation

    model = load_relation(ModelSettings())
    made = model.predict([("Nine died.", "Same day: Twelve died."), ("Nine died.", "Same day: The mayor resigned.")])
    assert set(model.classes) == set(CLASSES)
    assert made.shape == (2, len(CLASSES))
    assert np.allclose(made.sum(axis=1), 1, atol=1e-5)
    assert model.predict([]).shape == (0, len(CLASSES))


def test_texts_beyond_its_room_are_cut_and_counted():
    from checker.models import load_relation

    model = load_relation(ModelSettings())
    before = model.truncated
    first, second = model._cut(list(range(500)), list(range(20)))
    assert (len(first) + len(second), len(second)) == (model.most - 3, 20)  # the short one is kept whole
    first, second = model._cut(list(range(500)), list(range(500)))
    assert abs(len(first) - len(second)) <= 1 and model.truncated == before + 2


def test_no_relation_model_by_name():
    from checker.models import load_relation

    assert load_relation(ModelSettings(relation="none")) is None


def test_a_folder_that_is_no_relation_model_is_named(tmp_path):
    from checker.models import load_relation

    with pytest.raises(ModelError, match="models/relation/export.py"):
        load_relation(ModelSettings(relation=str(tmp_path)))
