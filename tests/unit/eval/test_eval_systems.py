"""Systems on small sets, with fakes of the models behind the Protocols."""

import numpy as np
import pytest

from checker.schema import DirectedProbabilities, ModelInfo, Probabilities, Quantity, Verdict
from eval.errors import EvalError
from eval.records import (
    CONTRADICTION,
    ENTAILMENT,
    THREE_WAY,
    ClaimList,
    Dataset,
    Document,
    GoldQuantity,
    Pair,
    Sentence,
)
from eval.run import predict
from eval.systems import DESCRIPTIONS, create
from eval.systems.checkers import Judge, Nli, as_newsquant
from eval.systems.claim_pairs import neighbours
from eval.systems.documents import Components
from eval.systems.events import cluster
from eval.systems.features import Cosines, Trained, overlap
from eval.systems.figures import as_figure


def pairs(*golds, space=THREE_WAY):
    items = tuple(
        Pair(id=str(i), a=f"boat {i} sank", b=f"{gold} {i}", gold=gold, group=str(i // 2)) for i, gold in enumerate(golds)
    )
    return Dataset(name="boats", task="pairs", space=space, items=items, path="boats.jsonl", sha256="0")


class FakeNli:
    """Contradiction when the hypothesis says so."""

    info = ModelInfo(role="nli", name="fake", backend="none", sha256="f")

    def predict(self, pairs):
        return np.array(
            [[0.1, 0.2, 0.7] if "contradiction" in b else [0.6, 0.3, 0.1] for _, b in pairs], dtype=np.float32
        )


def test_constant_is_the_majority():
    outputs = create("constant").predict(pairs("neutral", "neutral", "entailment"))
    assert {o.label for o in outputs} == {"neutral"}
    assert outputs[0].probabilities == pytest.approx({"entailment": 1 / 3, "neutral": 2 / 3, "contradiction": 0})


def test_constant_of_a_dev_set_does_not_look_at_the_answers():
    dev = pairs("entailment", "entailment")
    assert create("constant", dev=dev).predict(pairs("neutral"))[0].label == "entailment"


def test_one_claim_finds_what_the_labels_leak():
    # The hypotheses hold their own label: one claim is enough, and cross-validation must see it.
    dataset = pairs(*(["neutral", "contradiction"] * 15))
    header, rows = predict(create("one-claim"), dataset)
    assert sum(row.label == row.gold for row in rows) == 30
    assert header.settings["trained_on"] == "5 folds by group"


def test_overlap_by_hand():
    # "nine boats sank" and "ten boats sank today": 2 shared, 5 in all; 2 of 3; 2 of 4
    pair = Pair(id="1", a="Nine boats sank", b="ten boats sank today", gold="neutral", group="1")
    assert overlap(pair) == pytest.approx((2 / 5, 2 / 3, 2 / 4))


def test_one_group_cannot_be_cross_validated():
    with pytest.raises(EvalError, match="needs two groups"):
        create("overlap").predict(pairs("neutral", "entailment"))


def test_embedder_encodes_each_text_once():
    seen = []

    class Embedder:
        info = ModelInfo(role="embedder", name="fake", backend="none")

        def encode(self, texts):
            seen.extend(texts)
            return np.tile(np.array([1.0, 0.0], dtype=np.float32), (len(texts), 1))

    system = Trained("embedder", Cosines(Embedder()), None, 0)
    system.predict(pairs(*(["neutral", "entailment"] * 6)))
    assert len(seen) == len(set(seen)) == 24


def test_nli_maps_three_labels_to_two():
    system = Nli(classifier_=FakeNli())
    outputs = system.predict(pairs("contradiction", "entailment"))
    assert [o.label for o in outputs] == ["contradiction", "entailment"]
    two = system.predict(pairs("not_entailment", "entailment", space=ENTAILMENT))
    # .6 entailment for both hypotheses, neither says "contradiction"
    assert two[0].probabilities == pytest.approx({"entailment": 0.6, "not_entailment": 0.4}, abs=1e-6)


def test_a_document_is_as_contradictory_as_its_worst_pair():
    items = (
        ClaimList(id="1", claims=("boats sank", "contradiction of boats", "boats"), gold="contradiction", group="1"),
        ClaimList(id="2", claims=("boats sank",), gold="not_contradiction", group="2"),
    )
    dataset = Dataset(name="d", task="documents", space=CONTRADICTION, items=items, path="d", sha256="0")
    first, second = Nli(classifier_=FakeNli()).predict(dataset)
    assert first.label == "contradiction" and first.probabilities["contradiction"] == pytest.approx(0.7)
    assert second.label == "not_contradiction" and second.probabilities["contradiction"] == 0


def test_neighbours_meets_the_near_and_not_all():
    claims = ["the boat sank", "the boat sank fast", "votes were counted", "the votes were counted twice"]
    assert neighbours(claims, k=1) == [(claims[0], claims[1]), (claims[2], claims[3])]
    assert neighbours(["alone"]) == []


def test_the_judge_gives_relations_and_reasons():
    p = Probabilities(entailment=0.1, neutral=0.1, contradiction=0.8)
    verdict = Verdict(
        label="contradiction", probabilities=DirectedProbabilities(a_to_b=p, b_to_a=p), relation="conflict",
        kinds=("number",), confidence=0.9, explanation="9 is not 10",
    )  # fmt: skip
    asked = []

    def check(requests, judge):
        asked.extend(requests)
        assert judge == "numbers"
        return [verdict] * len(requests)

    output = Judge("numbers", check).predict(pairs("contradiction"))[0]
    assert (output.relation, output.kinds, output.explanation) == ("conflict", ("number",), "9 is not 10")
    assert asked == [{"id": "0", "a": "boat 0 sank", "b": "contradiction 0"}]


def test_quantities_in_newsquants_terms():
    def q(**more):
        return Quantity(**({"start": 0, "end": 1, "text": "x", "value": 12.0, "low": 12.0, "high": 12.0} | more))

    assert as_newsquant(q(counted="boat")) == {"value": "12", "unit": "boat", "change": "="}
    assert as_newsquant(q(bound="at_least", high=None))["change"] == ">"
    assert as_newsquant(q(bound="range", low=3.0, high=5.0))["value"] == "3-5"
    assert as_newsquant(q(change="down_by", unit="%")) == {"value": "12", "unit": "%", "change": "down"}
    assert as_newsquant(q(change="down_to", unit="%"))["change"] == "="  # a level reached has no direction in the set
    assert as_newsquant(q(bound="vague", value=None, low=2e6, high=None, text="millions"))["value"] == "1000000-10000000"


def test_components_join_what_is_alike():
    texts = ["ferry sank lake storm", "ferry sank lake storm wind", "votes counted capital", "votes counted capital again"]
    items = tuple(Document(id=str(i), text=t, gold="g", group="g") for i, t in enumerate(texts))
    dataset = Dataset(name="d", task="clusters", items=items, path="d", sha256="0")
    labels = [o.cluster for o in Components().predict(dataset)]
    assert labels[0] == labels[1] != labels[2] == labels[3]


def test_wrong_task_and_unknown_names():
    with pytest.raises(EvalError, match="asks for clusters"):
        predict(create("constant"), Dataset(name="d", task="clusters", items=(), path="d", sha256="0"))
    with pytest.raises(EvalError, match="not known"):
        create("oracle")
    with pytest.raises(EvalError, match="takes none"):
        create("overlap", model="x")
    assert {"constant", "one-claim", "overlap", "tfidf", "embedder", "nli", "numbers", "full"} == set(DESCRIPTIONS)


def test_events_of_the_checker_as_clusters():
    class Embedder:
        """Ferry or not."""

        info = ModelInfo(role="embedder", name="fake", backend="none")

        def encode(self, texts):
            rows = [[1.0, 0.0] if "ferry" in t.lower() else [0.0, 1.0] for t in texts]
            return np.array(rows, dtype=np.float32).reshape(-1, 2)

    ferry = "A ferry sank off the cape on Friday, drowning nine sailors, the harbour master said."
    votes = "The governing party won 61 of 120 seats in the election, the commission announced."
    texts = [ferry, ferry.replace("drowning", "killing"), votes, ""]
    items = tuple(
        Document(id=str(i), text=t, gold="g", group="g", published="2026-03-06") for i, t in enumerate(texts)
    )
    clusters = [o.cluster for o in cluster(Dataset(name="d", task="clusters", items=items, path="d", sha256="0"), Embedder())]
    assert clusters[0] == clusters[1] != clusters[2] and clusters[3] is None


def test_figures_come_with_their_spans_where_gold_has_them():
    text = "Nine of the 30 passengers died."
    gold = (GoldQuantity(value="9", start=0, end=4),)
    item = Sentence(id="1", text=text, gold=gold, group="1")
    dataset = Dataset(name="d", task="quantities", items=(item,), path="d", sha256="0")
    (output,) = create("full").predict(dataset)
    assert {(f["value"], text[f["start"] : f["end"]].split()[0]) for f in output.found} >= {("9", "Nine"), ("30", "30")}


@pytest.mark.parametrize(
    ("low", "high", "value", "shown", "change"),
    [(12.0, 12.0, 12.0, "12", "="), (12.0, None, 12.0, "12", ">"), (None, 5.0, None, "5", "<"), (3.0, 5.0, None, "3-5", "="),
     (4e7, 4e7, 4e7, "40000000", "=")],
)  # fmt: skip
def test_a_figure_in_words_of_the_set(low, high, value, shown, change):
    q = Quantity(start=3, end=9, text="x", low=low, high=high, value=value, bound="exact", kind="count")
    got = as_figure(q)
    assert (got["value"], got["change"], got["start"], got["end"]) == (shown, change, 3, 9)
    assert as_figure(q.model_copy(update={"bound": "approximate"}))["change"] == "~"
