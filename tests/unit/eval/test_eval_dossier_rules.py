"""The rules of the hand-labelled set, on two small made dossiers."""

import json

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from eval.dossiers.adjudicate import adjudicated
from eval.dossiers.artifacts import artifacts
from eval.dossiers.balance import thin
from eval.dossiers.build import build, claims_of, pairs_of, turned, turns
from eval.dossiers.check import check, check_files
from eval.dossiers.difficulty import difficulty, points
from eval.dossiers.kappa import agreement, kappa, read_second
from eval.dossiers.leaks import leaks
from eval.dossiers.records import Dossier, DossierClaim, DossierPair, SecondLabel, read_dossiers
from eval.dossiers.splits import SHARES, assign, families
from eval.errors import EvalError

TEXTS = {
    "e1": ("Nine miners died when the shaft caved in at Varg.", "Eleven men lost their lives underground, the owner admitted.",
           "Snow will fall over the district until Friday."),
    "e2": ("Four pupils were hurt as a school bus left the road.", "A tyre had burst, mechanics found.",
           "Nobody in the bus was hurt at all, the headmaster insisted."),
}  # fmt: skip


def dossier(event="e1", lookalike=None, kind="accident"):
    texts = TEXTS.get(event) or tuple(f"{event} {n} " + text for n, text in enumerate(TEXTS["e1"]))
    claims = [
        {"id": f"{event}c{n}", "outlet": f"Post {n}", "published": f"2025-03-0{n}", "as_of": f"2025-03-0{n}", "text": text, "says": []}
        for n, text in enumerate(texts, 1)
    ]
    claims[0]["says"] = [{"fact": "f", "value": texts[0].split()[0]}]
    claims[1]["says"] = [{"fact": "f", "value": texts[1].split()[0], "low": 11, "high": 11}]
    pairs = [
        {"a": f"{event}c1", "b": f"{event}c2", "relation": "update", "kinds": ["growth"], "label": "neutral",
         "a_spans": [texts[0].split()[0]], "b_spans": [texts[1].split()[0]]},
        {"a": f"{event}c1", "b": f"{event}c3", "relation": "unrelated", "label": "neutral"},
        {"a": f"{event}c2", "b": f"{event}c3", "relation": "unrelated", "label": "neutral"},
    ]  # fmt: skip
    raw = {
        "event": {"id": event, "name": event, "type": kind, "place": "Varg", "start": "2025-03-01", "end": "2025-03-03",
                  "lookalike_of": lookalike},
        "claims": claims, "facts": [{"id": "f", "name": "killed", "measure": "killed", "low": 9, "best": 11, "high": 11, "origins": 2}],
        "pairs": pairs,
    }  # fmt: skip
    if lookalike:
        raw["lookalike_pairs"] = [{"a": f"{event}c1", "b": f"{lookalike}c1", "relation": "unrelated", "label": "neutral"}]
    return raw


def made(*raws):
    return [Dossier.model_validate(raw) for raw in raws]


SPLITS = {"e1": "train", "e2": "train"}


def changed(raw, path, value):
    raw = json.loads(json.dumps(raw))
    target = raw
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return raw


def test_a_sound_set_has_no_problems():
    assert check(made(dossier("e1"), dossier("e2", "e1")), SPLITS) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("claims", 0, "says", 0, "value"), "Ten", "value 'Ten' is not in the text"),
        (("claims", 0, "says", 0, "fact"), "g", "fact 'g' is not among the facts"),
        (("claims", 1, "published"), "2 March", "published '2 March' is no ISO date"),
        (("claims", 1, "as_of"), "2025-03-09", "after its publication"),
        (("claims", 2, "id"), "x3", "the id of a claim of e2 starts with e2c"),
        (("pairs", 0, "b_spans"), ["twelve"], "span 'twelve' is not in the text of b"),
        (("pairs", 0, "a_spans"), [], "without a deciding span in a"),
        (("pairs", 0, "kinds"), ["number"], "an update has a kind of"),
        (("pairs", 1, "kinds"), ["number"], "unrelated has no kinds"),
        (("pairs", 1, "label"), "entailment", "does not go with unrelated"),
        (("pairs", 1, "b"), "e2c2", "labelled 2 times"),
        (("pairs", 1, "b"), "e1c1", "with a claim that is not"),
        (("lookalike_pairs", 0, "b"), "e2c2", "a look-alike pair has one claim of e2 and one of e1"),
        (("event", "lookalike_of"), "e9", "looks like 'e9', which is no other event"),
        (("event", "end"), "2025-02-01", "must be ISO dates in order"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(path, value, said):
    problems = check(made(dossier("e1"), changed(dossier("e2", "e1"), path, value)), SPLITS)
    assert any(said in problem for problem in problems), problems


def test_a_broken_file_names_file_field_rule_and_remedy(tmp_path):
    raw = changed(dossier(), ("pairs", 0, "relation"), "differs")
    raw["claims"][0]["speker"] = "Mayor"
    raw["claims"][1]["says"][0] |= {"low": 12, "high": 11}
    (tmp_path / "01-mine.json").write_text(json.dumps(raw))
    with pytest.raises(EvalError) as caught:
        read_dossiers(tmp_path)
    text = str(caught.value)
    assert "01-mine.json: pairs.0.relation" in text and "'differs'" in text and "Use one of the words named." in text
    assert "01-mine.json: claims.0.speker" in text and "correct its spelling" in text
    assert "low 12 is above high 11" in text
    with pytest.raises(EvalError, match="holds no dossier"):
        read_dossiers(tmp_path / "none")


def test_splits_are_stable_together_and_in_their_shares():
    many = made(*(dossier(f"e{n:02}", kind="flood" if n % 2 else "court") for n in range(40)), dossier("e40", "e03"))
    first = assign(many[:20], {})
    assert assign(list(reversed(many[:20])), {}) == first
    whole = assign(many, first)
    assert {k: v for k, v in whole.items() if k in first} == first
    assert whole["e40"] == whole["e03"]
    for split, share in SHARES.items():
        assert abs(sum(s == split for s in whole.values()) / len(whole) - share) < 0.05
        assert any(whole[d.event.id] == split for d in many if d.event.type == "court")
    with pytest.raises(EvalError, match="look alike and are in two splits"):
        assign(many, first | {"e40": "test", "e03": "dev"})
    with pytest.raises(EvalError, match="is no split"):
        assign(many, {"e00": "holdout"})


def test_families_join_through_others():
    some = made(dossier("e1"), dossier("e2", "e1"), dossier("e3", "e2"), dossier("e4"))
    assert [[d.event.id for d in family] for family in families(some)] == [["e1", "e2", "e3"], ["e4"]]


def test_build_is_repeatable_and_check_sees_what_is_stale(tmp_path):
    (tmp_path / "dossiers").mkdir()
    for name in ("e1", "e2"):
        raw = dossier(name, "e1" if name == "e2" else None)
        (tmp_path / "dossiers" / f"{name}.json").write_text(json.dumps(raw))
    counts = build(tmp_path)
    assert sum(n for name, n in counts.items() if name.startswith("pairs")) == 7 and check_files(tmp_path) == []
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.jsonl")}
    build(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.jsonl")} == before
    path = next(path for path in before if path.parent.name == "pairs" and before[path])
    path.write_text(path.read_text().replace("update", "same"))
    assert check_files(tmp_path) == [f"pairs/{path.name} is not what the dossiers give: run `python -m eval set build`"]


def test_rows_carry_everything_and_sides_turn_by_a_coin():
    dossiers = made(dossier("e1"), dossier("e2", "e1"))
    rows = pairs_of(dossiers, SPLITS)["train"]
    row = next(r for r in rows if r["id"] == "e1c1-e1c2")
    pair = dossiers[0].pairs[0]
    texts = [TEXTS["e1"][1], TEXTS["e1"][0]] if turns(pair) else list(TEXTS["e1"][:2])
    assert [row["a"], row["b"]] == texts and row["same_event"] is True
    assert {s["text"] for s in row["spans"]} == {"Nine", "Eleven"}
    for span in row["spans"]:
        assert row[span["side"]][span["start"] : span["end"]] == span["text"]
    assert turned(turned(pair)) == pair
    lookalike = next(r for r in rows if set(r["id"].split("-")) == {"e1c1", "e2c1"})
    assert "same_event" not in lookalike
    coins = [turns(DossierPair(a=f"e{n}c1", b=f"e{n}c2", relation="same", label="entailment")) for n in range(200)]
    assert 70 < sum(coins) < 130


def test_claims_are_articles_with_their_figures():
    row = claims_of(made(dossier("e1")), SPLITS)["train"][1]
    assert (row["claim"], row["event"], row["published"]) == ("e1c2", "e1", "2025-03-02")
    assert row["says"] == [
        {"fact": "e1:f", "measure": "killed", "text": "Eleven", "start": 0, "end": 6, "low": 11.0, "high": 11.0}
    ]


@pytest.mark.parametrize(
    ("relation", "a", "b", "spans", "expected"),
    [
        # like words, other figures, conflict: nothing misleads
        ("conflict", "9 miners died in the Varg shaft.", "12 miners died in the Varg shaft.", ["9"], 0),
        # no figure differs (1), unlike words (1), the speaker decides (1)
        ("dispute", "A spark set the gas alight.", "Somebody threw a cigarette, the owner claims.", ["spark"], 3),
        # figures differ though both can be true (1), unlike words (1), number word (1)
        ("compatible", "Two thirds of the town is under water.", "Of 90 streets 61 were flooded.", ["Two thirds"], 3),
        # nothing shared, nothing in common
        ("unrelated", "9 miners died in the Varg shaft.", "The bridge will reopen.", [], 0),
        # one figure for two things (1) in like words (1)
        ("different_scope", "12 miners were killed in the Varg shaft.", "12 miners were hurt in the Varg shaft.", ["12"], 2),
        # like words, one figure, agreement
        ("same", "The Varg shaft was closed by inspectors.", "Inspectors closed the Varg shaft.", ["closed"], 0),
    ],
)  # fmt: skip
def test_difficulty_by_hand(relation, a, b, spans, expected):
    pair = DossierPair(a="a", b="b", relation=relation, label="neutral", a_spans=spans)
    x, y = DossierClaim(id="a", outlet=None, text=a), DossierClaim(id="b", outlet=None, text=b)
    assert points(pair, x, y) == expected
    assert difficulty(pair, x, y) == ("easy", "easy", "medium", "hard")[expected]


def test_nearly_one_text_in_two_splits_is_a_leak():
    raw = dossier("e2")
    raw["claims"][0]["text"] = "Four miners died when the shaft caved in at Olm."
    some = made(dossier("e1"), raw)
    apart = leaks(some, {"e1": "train", "e2": "test"})
    assert len(apart) == 1 and "e1c1 (train) and e2c1 (test) are nearly one text" in apart[0]
    assert leaks(some, SPLITS) == []
    raw["claims"][0]["text"] = TEXTS["e1"][0]
    assert any("one and the same" in p for p in leaks(made(dossier("e1"), raw), SPLITS))


def test_thin_says_what_lacks():
    dossiers = made(dossier("e1"))
    lacks = thin(dossiers, pairs_of(dossiers, SPLITS))
    assert "events: 1 of at least 60" in lacks and "relation dispute: 0 of at least 40" in lacks
    assert any(line.startswith("split dev: 0%") for line in lacks)


def test_adjudications_replace_labels(tmp_path):
    dossiers = made(dossier("e1"))
    row = {"a": "e1c2", "b": "e1c1", "first": "update", "second": "dispute", "final": "dispute", "kinds": ["number"],
           "reason": "the owner against the paper"}  # fmt: skip
    (tmp_path / "adjudicated.jsonl").write_text(json.dumps(row))
    pair = adjudicated(dossiers, tmp_path)[0].pairs[0]
    assert (pair.relation, pair.kinds, pair.label, pair.a_spans) == ("dispute", ("number",), "contradiction", ("Nine",))
    assert dossiers[0].pairs[0].relation == "update"
    for change, said in (({"first": "same"}, "but the dossier says update"), ({"b": "e1c9"}, "no labelled pair")):
        (tmp_path / "adjudicated.jsonl").write_text(json.dumps(row | change))
        with pytest.raises(EvalError, match=said):
            adjudicated(dossiers, tmp_path)
    (tmp_path / "adjudicated.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(row))
    with pytest.raises(EvalError, match="settled twice"):
        adjudicated(dossiers, tmp_path)
    (tmp_path / "adjudicated.jsonl").write_text(json.dumps(row | {"final": None}))
    with pytest.raises(EvalError, match="row 1: final"):
        adjudicated(dossiers, tmp_path)


def test_kappa_by_hand_and_against_scikit_learn():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: agreement .7, by chance .5 * .6 + .5 * .4 = .5, kappa .2 / .5
    assert kappa(np.array([[20, 5], [10, 15]])) == pytest.approx(0.4)
    assert np.isnan(kappa(np.array([[7, 0], [0, 0]])))
    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 4, 200), rng.integers(0, 4, 200)
    y[:90] = x[:90]
    table = np.zeros((4, 4))
    np.add.at(table, (x, y), 1)
    assert kappa(table) == pytest.approx(cohen_kappa_score(x, y))


def test_second_pass_against_the_first(tmp_path):
    dossiers = made(dossier("e1"), dossier("e2"))
    rows = [
        {"a": "e1c2", "b": "e1c1", "relation": "update", "kinds": ["correction"]},
        {"a": "e1c1", "b": "e1c3", "relation": "unrelated"},
        {"a": "e2c1", "b": "e2c2", "relation": "dispute", "kinds": ["number"]},
        {"a": "e2c1", "b": "e2c3", "second": "unrelated", "first": "same", "final": "unrelated"},
    ]
    (tmp_path / "second_pass").mkdir()
    (tmp_path / "second_pass" / "p.jsonl").write_text("\n".join(map(json.dumps, rows)))
    got = agreement(dossiers, read_second(tmp_path), samples=20)
    first, second = ["update", "unrelated", "update", "same"], ["update", "unrelated", "dispute", "unrelated"]
    assert got.n == 4 and got.overall["agreement"].value == 0.5
    assert got.overall["kappa"].value == pytest.approx(cohen_kappa_score(first, second))
    updates = cohen_kappa_score([r == "update" for r in first], [r == "update" for r in second])
    assert got.by_relation["update"].value == pytest.approx(updates) and "conflict" not in got.by_relation
    assert [(d.first, d.second, d.final) for d in got.disagreements] == [("update", "dispute", None), ("same", "unrelated", "unrelated")]
    assert (got.same_kinds.value, got.same_kinds.n) == (0.0, 1)
    with pytest.raises(EvalError, match="no labelled pair"):
        agreement(dossiers, [SecondLabel(a="e1c1", b="e9c1", second="same")])
    with pytest.raises(EvalError, match="labelled twice"):
        agreement(dossiers, [SecondLabel(a="e1c1", b="e1c2", second="same")] * 2)
    with pytest.raises(EvalError, match="there is no label"):
        agreement(dossiers, [])


def test_artifacts_find_what_one_claim_gives_away():
    def row(n, relation, a):
        return {"event": f"e{n % 8}", "relation": relation, "label": "neutral" if relation == "same" else "contradiction", "a": a,
                "b": f"the mayor spoke {n}", "a_date": None, "b_date": None, "a_outlet": "x", "b_outlet": "y", "differs": False}  # fmt: skip

    leaky = [row(n, r, f"{'denied' if r == 'conflict' else 'confirmed'} by the mayor") for n in range(40) for r in ("same", "conflict")]
    found = {(a.model, a.target, a.measure): a for a in artifacts(leaky, leaky)}
    assert found["claim a only", "relation", "accuracy"].score.value == 1.0
    assert found["claim a only", "relation", "accuracy"].constant.value == 0.5
    assert found["claim a only", "relation", "accuracy"].too_good
    assert found["claim b only", "label", "balanced accuracy"].above.value == pytest.approx(0, abs=0.05)
    assert not found["claim a only", "label", "balanced accuracy"].held
