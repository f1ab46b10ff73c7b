"""The hand-labelled set itself is sound and full, and its built files are what its dossiers say."""

from pathlib import Path

import pytest

from eval.dossiers import check, check_files, pairs_of, read_set
from eval.dossiers.artifacts import artifacts
from eval.dossiers.balance import counts, thin
from eval.dossiers.kappa import agreement, read_second
from eval.dossiers.records import read_dossiers
from eval.loaders import load

DATA = Path(__file__).parents[3] / "data"
# Cohen's kappa that the second pass must reach.
LEAST_KAPPA = 0.75
LEAST_TWICE = 500


@pytest.fixture(scope="module")
def whole():
    return read_set(DATA)


@pytest.fixture(scope="module")
def rows(whole):
    return pairs_of(*whole)


def test_nothing_is_broken():
    assert check_files(DATA) == []


def test_nothing_is_thin(whole, rows):
    assert thin(whole[0], rows) == []


def test_spans_slice_back(rows):
    spans = 0
    for row in (row for some in rows.values() for row in some):
        for span in row["spans"]:
            assert row[span["side"]][span["start"] : span["end"]] == span["text"] != ""
            spans += 1
    assert spans > 3000


def test_no_event_is_in_two_splits(rows):
    events = [{row["event"] for row in some} for some in rows.values()]
    assert all(events) and sum(map(len, events)) == len(set.union(*events))


def test_little_is_given_away(rows):
    made = artifacts(rows["train"], rows["dev"])
    assert [f"{a.model} on {a.target}: {a.above}" for a in made if a.too_good] == []
    assert sum(a.held for a in made) == 6


def test_two_labellers_agree():
    made = agreement(read_dossiers(DATA / "dossiers"), read_second(DATA), samples=100)
    assert made.n >= LEAST_TWICE and made.overall["kappa"].value >= LEAST_KAPPA


def test_the_harness_reads_what_is_built(rows):
    for split, some in rows.items():
        pairs, claims = (load(DATA / folder / f"{split}.jsonl") for folder in ("pairs", "claims"))
        assert pairs.task == "pairs" and len(pairs.items) == len(some)
        assert claims.task == "clusters" and {c.gold for c in claims.items} == {r["event"] for r in some}
    figures = load(DATA / "claims" / "train.jsonl", "figures")
    assert figures.task == "quantities" and all(g.start is not None for s in figures.items for g in s.gold)


def test_counts_add_up(whole, rows):
    table = {(what, which): tuple(map(int, numbers)) for what, which, *numbers in counts(whole[0], rows)}
    for numbers in table.values():
        assert numbers[0] == sum(numbers[1:])
    pairs = table["size", "pairs"][0]
    for key in ("relation", "label", "difficulty", "event type"):
        assert sum(n[0] for (what, _), n in table.items() if what == key) == pairs


def test_a_broken_label_is_named(whole):
    dossiers, splits = whole
    d = dossiers[0]
    pair = d.pairs[0].model_copy(update={"relation": "conflict", "kinds": (), "label": "neutral"})
    problems = check([d.model_copy(update={"pairs": (pair, *d.pairs[1:])}), *dossiers[1:]], splits)
    assert any("does not go with conflict" in p for p in problems)
    assert any("has a kind such as" in p for p in problems)
