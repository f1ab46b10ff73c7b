"""Every format is read off its rows, with the labels that it has."""

import gzip
import json

import pytest

from checker.measure.figures import differ, figures
from eval.errors import EvalError
from eval.loaders import load


def write(path, rows, header=None):
    if header:
        text = "\n".join("\t".join(row) for row in (header, *rows))
    else:
        text = "\n".join(json.dumps(row) for row in rows)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def nli(label="neutral", **more):
    return {"premise": "Nine boats sank.", "hypothesis": "Ten boats sank.", "label": label, **more}


def test_nli_jsonl_gz(tmp_path):
    dataset = load(write(tmp_path / "boats.jsonl.gz", [nli("contradiction"), nli("entailment")]))
    assert (dataset.name, dataset.space.name, len(dataset.items)) == ("boats", "nli", 2)
    assert dataset.items[0].gold == "contradiction" and dataset.items[0].differs
    assert dataset.items[0].group == dataset.items[1].group == "Nine boats sank."
    assert "never says neutral" in dataset.notes[0]


def test_pages_are_groups_where_the_set_has_them(tmp_path):
    rows = [nli(page="Boats"), nli(page="Ships")]
    assert [item.group for item in load(write(tmp_path / "v.jsonl", rows)).items] == ["Boats", "Ships"]


def test_two_way_sets_are_scored_two_way(tmp_path):
    space = load(write(tmp_path / "rte.jsonl", [nli("not_entailment"), nli("entailment")])).space
    assert space.labels == ("entailment", "not_entailment")
    assert space.label("contradiction") == space.label("neutral") == "not_entailment"
    # .2 + .5 fall together
    shares = space.probabilities({"entailment": 0.3, "neutral": 0.2, "contradiction": 0.5})
    assert shares == pytest.approx({"entailment": 0.3, "not_entailment": 0.7})


def test_official_tsv_keeps_bare_quotation_marks_and_drops_pairs_without_gold(tmp_path):
    rows = [
        ("entailment", 'He said "go', "He spoke.", "p1"),
        ("-", "A man.", "A boy.", "p2"),
        ("neutral", "A dog.", 'A "big dog.', "p3"),
    ]
    path = write(tmp_path / "snli_1.0_dev.tsv", rows, ("gold_label", "sentence1", "sentence2", "pairID"))
    dataset = load(path)
    assert [item.id for item in dataset.items] == ["p1", "p3"]
    assert dataset.items[0].a == 'He said "go' and dataset.notes[0].startswith("1 rows without")


def test_fever_style_rows(tmp_path):
    row = {"claim": "Ten boats sank.", "evidence": "Nine boats sank.", "label": "REFUTES", "page": "Boats"}
    item = load(write(tmp_path / "fever.jsonl", [row])).items[0]
    assert (item.a, item.b, item.gold) == ("Nine boats sank.", "Ten boats sank.", "contradiction")


def test_own_pairs(tmp_path):
    row = {
        "a": "Nine sailors drowned.", "b": "Ten sailors drowned.", "relation": "conflict", "kinds": ["number"],
        "event": "e1", "difficulty": "easy",
    }  # fmt: skip
    rows = [row, {**row, "relation": "update", "kinds": "growth", "event": "e2"}]
    first, second = load(write(tmp_path / "own.jsonl", rows)).items
    assert (first.gold, first.relation, first.group, first.kinds) == ("contradiction", "conflict", "e1", ("number",))
    assert (second.gold, second.slices["kind"]) == ("neutral", "growth")
    assert first.slices["difficulty"] == "easy"


def test_a_wrong_relation_names_its_row(tmp_path):
    path = write(tmp_path / "own.jsonl", [{"a": "x", "b": "y", "relation": "clash"}])
    with pytest.raises(EvalError, match=r"row 1: relation 'clash' is none of"):
        load(path)


def test_mrpc_emergent_and_negation(tmp_path):
    mrpc = load(write(tmp_path / "m.jsonl", [{"label": 1, "a": "x", "b": "y"}, {"label": 0, "a": "x", "b": "z"}]))
    assert [item.gold for item in mrpc.items] == ["paraphrase", "not_paraphrase"]
    row = {"claimHeadline": "c", "articleHeadline": "h", "articleHeadlineStance": "against", "claimId": "7", "id": "1"}
    stance = load(write(tmp_path / "e.jsonl", [row])).items[0]
    assert (stance.a, stance.b, stance.gold, stance.group) == ("h", "c", "contradiction", "7")
    negation = load(write(tmp_path / "s.jsonl", [{"t": "t", "h": "h", "contradiction": "NO", "src": "q"}]))
    assert negation.space.name == "contradiction" and negation.items[0].gold == "not_contradiction"


def test_contradoc(tmp_path):
    rows = [{"id": "12_1", "label": 1, "claims": ["a", "b"]}, {"id": "12_2", "label": 0, "claims": ["a"]}]
    rows.append({"id": "story_train_8", "label": 0, "claims": ["a"]})
    dataset = load(write(tmp_path / "c.jsonl", rows))
    assert dataset.task == "documents" and [d.gold for d in dataset.items] == ["contradiction"] + ["not_contradiction"] * 2
    assert [d.group for d in dataset.items] == ["12", "12", "story_train_8"]


def test_newsquant(tmp_path):
    row = {"text": "Nine boats", "quantities": [{"value": "9", "unit": "boats", "normalized_unit": "boat", "change": "~"}]}
    item = load(write(tmp_path / "q.jsonl", [row])).items[0]
    assert item.gold[0].model_dump(exclude_none=True) == {"value": "9", "unit": "boat", "change": "~"}


def test_articles_with_events(tmp_path):
    row = {"doc_id": "d", "incident": "5", "text": "t", "gold_killed": "2", "gold_injured": "", "dct": "2020-01-02"}
    dataset = load(write(tmp_path / "articles.jsonl", [row, {**row, "incident": "6"}]))
    assert [item.id for item in dataset.items] == ["d", "d#2"] and dataset.items[0].counts == {"killed": 2.0}
    ecb = {"doc": "3_1ecbplus.xml", "topic": 3, "sentences": [[[1, "A"], [2, "quake"]], [[3, "struck"]]]}
    item = load(write(tmp_path / "ecb.jsonl", [ecb])).items[0]
    assert (item.text, item.gold, item.group) == ("A quake\nstruck", "3-ecbplus", "3")


def test_unknown_rows_and_missing_files_say_what_to_do(tmp_path):
    with pytest.raises(EvalError, match="format .* is not known. Give one of: demo, "):
        load(write(tmp_path / "x.jsonl", [{"what": 1}]))
    with pytest.raises(EvalError, match="cannot be read"):
        load(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"a": 1}\n{oops')
    with pytest.raises(EvalError, match=r"bad.jsonl:2: is not JSON"):
        load(tmp_path / "bad.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(EvalError, match="has no rows"):
        load(tmp_path / "empty.jsonl")


def test_figures():
    assert figures("Twelve of 1,200 boats, 3.5 metres long") == {12.0, 1200.0, 3.5}
    assert differ("nine boats", "10 boats") and not differ("9 boats", "nine boats") and not differ("boats", "9 boats")


CLAIM = {
    "claim": "e1c1", "event": "e1", "event_type": "accident", "outlet": "Post", "published": "2025-03-01", "text": "Nine of 30 died.",
    "says": [{"fact": "e1:dead", "measure": "killed", "text": "Nine", "start": 0, "end": 4, "low": 9, "high": 9},
             {"fact": "e1:why", "measure": None, "text": "died", "start": 11, "end": 15, "low": None, "high": None}],
}  # fmt: skip


def test_own_claims_are_articles_of_their_events(tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(CLAIM))
    dataset = load(path)
    assert (dataset.task, dataset.items[0].gold, dataset.items[0].published) == ("clusters", "e1", "2025-03-01")


def test_own_claims_are_sentences_with_their_figures_where_asked(tmp_path):
    path = tmp_path / "dev.jsonl"
    open_ended = CLAIM | {"claim": "e1c2", "says": [CLAIM["says"][0] | {"high": None}]}
    path.write_text(json.dumps(CLAIM) + "\n" + json.dumps(open_ended) + "\n" + json.dumps(CLAIM | {"claim": "e1c3", "says": []}))
    dataset = load(path, "figures")
    assert [[(g.value, g.change, g.start, g.end) for g in item.gold] for item in dataset.items] == [[("9", "=", 0, 4)], [("9", ">", 0, 4)]]
    assert "recall" in dataset.notes[0]


def test_a_claim_without_text_is_named(tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(CLAIM | {"text": " "}))
    with pytest.raises(EvalError, match="row 1: text is ' '"):
        load(path)
