"""Predictions files, scores, comparison, page, gate and leaderboard, on predictions made by hand."""

import json
import re

import pytest
from typer.testing import CliRunner

from eval import files, gate, leaderboard, results_file
from eval.cli import app
from eval.compare import compare
from eval.errors import EvalError, NoData
from eval.html.page import page
from eval.quantity_scores import agrees, canonical
from eval.records import THREE_WAY, GoldQuantity, Header, Prediction
from eval.score import score
from eval.units import unit_key

SHORT = {"e": "entailment", "n": "neutral", "c": "contradiction"}


def header(task="pairs", items=0, system="fake", **more):
    return Header(
        system=system, dataset="boats", task=task, space=THREE_WAY, items=items, limit=None, seed=0, commit="c",
        dirty=False, created="2026-01-01T00:00:00+00:00", seconds=1.0, machine="m", packages={},
        data={"path": "boats.jsonl", "sha256": "0", "rows": items}, **more,
    )  # fmt: skip


def predictions(golds, said, **more):
    """One group for each item; probability .8 for what is said."""
    rows = []
    for number, (g, s) in enumerate(zip(golds, said, strict=True)):
        shares = dict.fromkeys(THREE_WAY.labels, 0.1) | {SHORT[s]: 0.8}
        rows.append(
            Prediction(id=str(number), group=str(number), gold=SHORT[g], label=SHORT[s], probabilities=shares, **more)
        )
    return rows


def values(rows, **more):
    return {name: e.value for name, e in score(header(items=len(rows), **more), rows, samples=50).metrics.items()}


def test_rates_by_hand():
    # Figures differ everywhere. Not in conflict by gold: items 0-3 (e e n n), called contradiction: item 3 -> 1/4.
    # In conflict: items 4-7, called entailment: item 6 -> 1/4. Right: 0, 1, 2, 4, 5 -> 5/8.
    got = values(predictions("eenncccc", "eenccc" + "en", differs=True))
    assert got["false_alarm"] == pytest.approx(1 / 4)
    assert got["false_agreement"] == pytest.approx(1 / 4)
    assert got["accuracy"] == pytest.approx(5 / 8)
    # Brier of a right answer at .8: .04 + .01 + .01 = .06; of a wrong one: .64 + .81 + .01 = 1.46
    assert got["brier"] == pytest.approx((5 * 0.06 + 3 * 1.46) / 8)
    # All in one bin: |5/8 - .8|
    assert got["ece"] == pytest.approx(0.8 - 5 / 8)


def test_false_alarms_count_only_pairs_that_differ():
    assert values(predictions("en", "cc", differs=False))["false_alarm"] is None


def test_abstentions_lower_coverage():
    rows = predictions("nc", "nn")
    rows[1] = rows[1].model_copy(update={"abstained": True})
    got = values(rows)
    assert (got["coverage"], got["accuracy_covered"], got["accuracy"]) == (0.5, 1.0, 0.5)


def test_relations_are_scored_where_both_sides_have_them():
    rows = predictions("ccn", "cec", differs=True)
    relations = (("conflict", "conflict"), ("dispute", "same"), ("update", "conflict"))
    rows = [r.model_copy(update={"gold_relation": g, "relation": s}) for r, (g, s) in zip(rows, relations, strict=True)]
    got = values(rows)
    assert got["relation_accuracy"] == pytest.approx(1 / 3)
    assert got["relation_false_alarm"] == 1.0  # the update, called conflict
    assert got["relation_false_agreement"] == 1 / 2  # the dispute, called same
    assert "relation_accuracy" not in values(predictions("cc", "ce"))


def test_slices():
    rows = predictions("ec", "ee")
    rows = [r.model_copy(update={"slices": {"difficulty": d}}) for r, d in zip(rows, ("easy", "hard"), strict=True)]
    slices = score(header(items=2), rows, samples=10).slices
    assert slices["difficulty=easy"]["accuracy"].value == 1 and slices["difficulty=hard"]["accuracy"].value == 0


def test_quantities_by_hand():
    gold = (GoldQuantity(value="15.0", unit="boats", change="~"), GoldQuantity(value="3", unit="-"))
    found = ({"value": "15", "unit": "boat", "change": "="}, {"value": "7", "unit": None, "change": "="})
    row = Prediction(id="1", group="1", gold_quantities=gold, found=found)
    got = values([row], task="quantities")
    # One of two values met: 2*1/(2+2); with its unit too; with its change not (~ against =)
    assert (got["f1_value"], got["f1_value_unit"], got["f1_value_change"]) == (0.5, 0.5, 0.0)
    # A sentence without quantities in which none is found tells nothing
    assert values([Prediction(id="1", group="1")], task="quantities")["f1_value"] is None


def test_spans_of_quantities_by_hand():
    # "Nine died and 40 million kronor were lost" with the reader at 0-4, at 14-24 (of 14-31) and at an age it made up
    gold = (GoldQuantity(value="9", start=0, end=4), GoldQuantity(value="40000000", start=14, end=31),
            GoldQuantity(value="3", start=50, end=55))  # fmt: skip
    found = ({"value": "9", "start": 0, "end": 4}, {"value": "40", "start": 14, "end": 24}, {"value": "7", "start": 60, "end": 61},
             {"value": "9", "start": 2, "end": 4})  # fmt: skip
    got = values([Prediction(id="1", group="1", gold_quantities=gold, found=found)], task="quantities")
    # two of three gold spans met (the second reading of the first one finds it taken), one of them with its value
    assert (got["recall_span"], got["precision_span"]) == (pytest.approx(2 / 3), 2 / 4)
    assert got["f1_span"] == pytest.approx(4 / 7) and got["f1_span_value"] == pytest.approx(2 / 7)
    one_reading = ({"value": "9", "start": 0, "end": 31},)
    assert values([Prediction(id="1", group="1", gold_quantities=gold, found=one_reading)], task="quantities")["recall_span"] == pytest.approx(1 / 3)
    assert "f1_value_unit" not in got  # gold has no units
    wide = GoldQuantity(value="395000-414999", start=0, end=12)
    assert agrees({"value": "400000", "change": "~"}, wide) and not agrees({"value": "400000", "change": "="}, wide)
    assert not agrees({"value": "420000", "change": "~"}, wide) and not agrees({"value": "dozens", "change": "~"}, wide)
    plain = (GoldQuantity(value="9", unit="man"),)
    without = values([Prediction(id="1", group="1", gold_quantities=plain, found=found)], task="quantities")
    assert "f1_span" not in without and "f1_value_unit" in without


@pytest.mark.parametrize(
    ("value", "key"),
    [("15.0", "15"), ("1,200", "1200"), ("1000-2000.0", "1000-2000"), ("-4.0", "-4"), ("-2-5", "-2-5"), ("Dozens ", "dozens")],
)  # fmt: skip
def test_canonical_values(value, key):
    assert canonical(value) == key


@pytest.mark.parametrize(
    ("a", "b"),
    [("Boats", "boat"), ("yd", "yard"), ("USD", "$"), ("%", "percentage"), (None, "-"), ("dollar per gram", "USD/gram"),
     ("mi/h", "mile per hour"), ("new season", "season"), ("m²", "square metre"), ("glass", "glass")],
)  # fmt: skip
def test_units_with_two_spellings(a, b):
    assert unit_key(a) == unit_key(b)


def test_units_that_differ():
    assert len({unit_key(u) for u in ("yard", "metre", "mile", "dollar", "canadian dollar", "boat", "-", "mile per hour")}) == 8


def test_clusters():
    rows = [
        Prediction(id=i, group=g, gold=g, cluster=c)
        for i, g, c in (("1", "q", "x"), ("2", "q", "x"), ("3", "f", "x"), ("4", "f", "y"))
    ]
    got = values(rows, task="clusters")
    # Cluster x: q 2/3, q 2/3, f 1/3; y: 1 -> precision (2/3+2/3+1/3+1)/4 = 2/3; recall (1+1+1/2+1/2)/4 = 3/4
    assert got["b_cubed_precision"] == pytest.approx(2 / 3) and got["b_cubed_recall"] == pytest.approx(3 / 4)
    assert got["b_cubed_f1"] == pytest.approx(2 * (2 / 3) * (3 / 4) / (2 / 3 + 3 / 4))
    assert got["wrong_merge_rate"] == 1 / 2


def test_no_predictions_is_an_error():
    with pytest.raises(NoData):
        score(header(), [])


def test_compare_pairs_the_noise_and_lists_flips():
    golds = "ecn" * 20
    a = predictions(golds, "ecn" * 19 + "eee")
    b = predictions(golds, "ecn" * 20)
    result = compare((header(items=60), a), (header(items=60, system="b"), b), samples=200)
    # A misses two of 60
    assert result.metrics["accuracy"].difference == pytest.approx(2 / 60)
    assert [(f.id, f.gold, f.better) for f in result.flips] == [("58", "contradiction", "b"), ("59", "neutral", "b")]
    same = compare((header(items=60), a), (header(items=60), a), samples=50).metrics["accuracy"]
    assert (same.difference, same.low, same.high, same.clear) == (0, 0, 0, False)


def test_compare_refuses_different_sets():
    other = header(items=1).model_copy(update={"data": {"path": "x", "sha256": "1", "rows": 1}})
    with pytest.raises(EvalError, match="different files"):
        compare((header(items=1), predictions("e", "e")), (other, predictions("e", "e")))


def test_predictions_files_keep_everything_and_notice_a_cut(tmp_path):
    rows, path = predictions("ec", "ee", kinds=("number",)), tmp_path / "p.jsonl"
    files.write(path, header(items=2), rows)
    assert files.read(path) == (header(items=2), rows)
    path.write_text("\n".join(path.read_text().split("\n")[:2]))
    with pytest.raises(EvalError, match="holds 1 of 2"):
        files.read(path)
    path.write_text("{}")
    with pytest.raises(EvalError, match="no header"):
        files.read(path)


def test_page_escapes_texts_and_needs_nothing_from_elsewhere():
    rows = predictions("ec", "en", a="<b>nine</b> & more", b="ten", explanation="number: 9 is not 10")
    html = page([(header(items=2), rows)])
    assert "<b>nine</b>" not in html and "&lt;b&gt;nine&lt;/b&gt; &amp; more" in html
    assert html.count("<svg") == 2 and "number: 9 is not 10" in html
    assert not re.search(r"(src|href)=", html)


def result_of(rows, **more):
    head = header(items=len(rows), **more)
    return results_file.of_scores(head, score(head, rows, samples=200))


def test_gate_fails_only_outside_the_interval():
    good = result_of(predictions("ecn" * 20, "ecn" * 18 + "nnnnnn", differs=True))
    low = good.metrics["accuracy"].low
    assert low < good.metrics["accuracy"].value

    def now(**changed):
        metrics = dict(good.metrics)
        for name, value in changed.items():
            metrics[name] = metrics[name].model_copy(update={"value": value})
        return {check.metric: check.state for check in gate.judge(good, metrics)}

    assert set(now().values()) == {"ok"}
    assert now(accuracy=low + 1e-9)["accuracy"] == "ok" and now(accuracy=low - 1e-9)["accuracy"] == "fell"
    # lower is better: a false alarm rate above its interval has fallen
    assert now(false_alarm=0.99)["false_alarm"] == "fell" and now(false_alarm=0.0)["false_alarm"] == "ok"
    assert now(accuracy=None)["accuracy"] == "fell"


def test_gate_lets_one_item_pass_where_the_interval_has_no_width():
    good = result_of(predictions("ecn" * 20, "ecn" * 20, differs=True))
    assert good.metrics["false_agreement"].high == 0.0 and good.metrics["false_agreement"].n == 20

    def state(value):
        metrics = good.metrics | {"false_agreement": good.metrics["false_agreement"].model_copy(update={"value": value})}
        return {check.metric: check.state for check in gate.judge(good, metrics)}["false_agreement"]

    assert state(1 / 20) == "ok" and state(2 / 20) == "fell"


def test_gate_does_not_pass_over_changed_data_of_the_repository(monkeypatch, tmp_path):
    monkeypatch.setattr(gate.provenance, "ROOT", tmp_path)
    (tmp_path / "boats.jsonl").write_text("changed")
    good = result_of(predictions("ecn" * 4, "ecn" * 4)).model_copy(update={"path": "boats.jsonl"})
    (check,) = gate.run_gate([good])
    assert check.state == "fell" and "record again" in check.reason


def test_gate_says_what_it_skipped_and_checks_what_it_finds(tmp_path):
    data = tmp_path / "sets" / "boats.jsonl"
    data.parent.mkdir()
    data.write_text("".join(
        json.dumps({"premise": f"boat {i}", "hypothesis": "it sank", "label": "neutral"}) + "\n" for i in range(6)
    ))  # fmt: skip
    out, recorded = tmp_path / "p.jsonl", tmp_path / "recorded.json"
    runner = CliRunner()
    assert runner.invoke(app, ["run", "constant", str(data), "-o", str(out)]).exit_code == 0
    assert runner.invoke(app, ["gate", "--recorded", str(recorded), "--record", str(out)]).exit_code == 0
    skipped = runner.invoke(app, ["gate", "--recorded", str(recorded)])
    assert skipped.exit_code == 0 and "give its folder with --data" in skipped.stdout
    found = ["gate", "--recorded", str(recorded), "--data", str(data.parent)]
    assert "0 fell, 0 skipped" in runner.invoke(app, found).stdout
    # Someone recorded better figures than this tree reaches
    text = json.loads(recorded.read_text())
    text["results"][0]["metrics"]["accuracy"] |= {"value": 1.2, "low": 1.1, "high": 1.3}
    recorded.write_text(json.dumps(text))
    fell = runner.invoke(app, found)
    assert fell.exit_code == 1 and "outside the recorded interval" in fell.stdout
    assert str(tmp_path) not in recorded.read_text()  # nobody's folders in what is committed


def test_leaderboard_puts_published_figures_beside_ours(tmp_path):
    rows = predictions("ecn" * 4, "ecn" * 4)
    ours = result_of(rows).model_copy(update={"dataset": "equate_redditnli", "name": "fake@equate_redditnli"})
    results_file.add(tmp_path / "a.json", [ours])
    text = leaderboard.write(tmp_path).read_text()
    section = text[text.index("## equate_redditnli"):].split("\n## ")[0]
    assert "| fake | 12 | 1.000" in section and "0.692" in section and "constant answer scores .66" in section
    assert "Not measured yet" in text[text.index("## newsquant"):]


def test_command_line_errors_are_messages(tmp_path, capsys, monkeypatch):
    from eval import cli

    monkeypatch.setattr("sys.argv", ["eval", "score", str(tmp_path / "none")])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    assert "cannot be read" in capsys.readouterr().err
