"""`checker pairs --labels`: a user's own figures, and settings fitted to their labels."""

import csv
import json

import pytest
from typer.testing import CliRunner

from checker import fitting
from checker.cli import app
from checker.errors import InputError
from checker.fitting import as_toml, fit
from checker.labels import gold_of, own_figures
from checker.schema import DirectedProbabilities, Probabilities, Verdict
from checker.settings import Settings


def verdict(relation, p=0.8):
    label = {"conflict": "contradiction", "dispute": "contradiction", "same": "entailment"}.get(relation, "neutral")
    rest = (1 - p) / 2
    values = {name: p if name == label else rest for name in ("entailment", "neutral", "contradiction")}
    both = Probabilities(**values)
    return Verdict(label=label, relation=relation, confidence=p, explanation="", abstained=relation == "undetermined",
                   probabilities=DirectedProbabilities(a_to_b=both, b_to_a=both))  # fmt: skip


def gold(relations, differs=True):
    rows = [{"a": "9 died" if differs else "They died", "b": "12 died", "relation": r} for r in relations]
    return gold_of(rows, range(2, 2 + len(rows)), "mine.csv")


def test_figures_by_hand():
    truth = gold(["conflict", "dispute", "same", "update", "compatible", "undetermined"])
    said = [verdict(r) for r in ("conflict", "same", "same", "conflict", "unrelated", "undetermined")]
    got = {name: m.value for name, m in own_figures(truth, said).items()}
    # labels c c e n n n against c e e c n n: 4 of 6
    assert got["accuracy"] == pytest.approx(4 / 6) and got["constant"] == 0.5
    assert got["relation_accuracy"] == pytest.approx(3 / 6)
    assert got["false_alarm"] == pytest.approx(1 / 4)  # the update, of four that differ and are no contradiction
    assert got["false_agreement"] == pytest.approx(1 / 2)  # the dispute, called same
    assert got["coverage"] == pytest.approx(5 / 6)
    # F1: contradiction 1 hit of 2 and 2; entailment 1 of 2 and 1; neutral 2 of 2 and 3
    assert got["macro_f1"] == pytest.approx((2 / 4 + 2 / 3 + 4 / 5) / 3)
    assert got["calibration_error"] == pytest.approx(abs(4 / 6 - 0.8))


def test_few_pairs_get_no_interval_and_events_go_together():
    few = own_figures(gold(["same"] * 19), [verdict("same")] * 19)
    assert few["accuracy"].low is None
    many = own_figures(gold(["same"] * 20), [verdict("same")] * 20)
    assert (many["accuracy"].low, many["accuracy"].groups) == (1.0, 20)
    rows = [{"a": "x", "b": "y", "label": "neutral", "event": "flood"}] * 3
    assert {g.group for g in gold_of(rows, (1, 2, 3), "f")} == {"flood"}


def test_a_label_of_its_own_counts_before_that_of_the_relation():
    rows = [{"a": "x", "b": "y", "relation": "Compatible", "label": "entailment"}, {"a": "x", "b": "y", "relation": "different scope"}]
    one, two = gold_of(rows, (1, 2), "f")
    assert (one.label, one.relation, one.implied) == ("entailment", "compatible", False)
    assert (two.label, two.relation, two.implied) == ("neutral", "different_scope", True)


@pytest.mark.parametrize(
    ("row", "said"),
    [({}, "mine.csv:7: has neither a relation nor a label"), ({"relation": "differs"}, "mine.csv:7: relation is 'differs'"),
     ({"label": "no"}, "mine.csv:7: label is 'no'")],
)  # fmt: skip
def test_a_row_without_a_right_label_is_named(row, said):
    with pytest.raises(InputError, match=said):
        gold_of([{"a": "x", "b": "y"} | row], (7,), "mine.csv")


def judge_of(shares):
    """Verdicts of a judge that says conflict from `against` on."""

    def judge(settings):
        return [verdict("conflict" if p >= settings.judge.against else "unrelated", 0.9) for p in shares]

    return judge


def test_fit_finds_the_threshold_that_parts_the_labels():
    # conflicts have shares of .25, all else .15: only a threshold between them, 0.2, is right
    truth = gold(["conflict", "update"] * 15)
    made = fit(truth, Settings(), judge_of([0.25, 0.15] * 15))
    assert made.threshold == 0.2 and made.after == 1.0
    # at the default .4 nothing is a conflict: F1 of neutral 2 * 15 / (30 + 15), of contradiction 0
    assert made.before == pytest.approx((2 * 15 / 45) / 2)
    assert made.held_out == 1.0
    # sure .9 and always right: less doubt would be better
    assert made.temperature < 1 and made.loss_after < made.loss_before


def test_fit_keeps_what_is_no_worse_and_refuses_too_few():
    truth = gold(["conflict", "update"] * 15)
    assert fit(truth, Settings(), judge_of([0.9, 0.05] * 15)).threshold == Settings().judge.against
    # one more right of 600 is a gain of under .005
    many, shares = gold(["conflict", "update"] * 300), [0.9, 0.05] * 300
    assert fit(many, Settings(), judge_of([0.37, *shares[1:]])).threshold == Settings().judge.against
    with pytest.raises(InputError, match="30 pairs with 0 contradictions are too few"):
        fit(gold(["update"] * 30), Settings(), judge_of([0.1] * 30))
    with pytest.raises(InputError, match="4 pairs with 2 contradictions"):
        fit(truth[:4], Settings(), judge_of([0.9, 0.1] * 2))


def test_too_sure_probabilities_get_a_temperature_above_one():
    truth = gold(["conflict", "update"] * 20)
    said = [verdict("conflict", 0.98) if n % 3 else verdict("same", 0.98) for n in range(40)]
    assert fit(truth, Settings(), lambda _: said).temperature > 1.5


def test_the_written_settings_are_read_again(tmp_path):
    base = Settings.model_validate({"read": {"vague": {"dozens": 20}}, "models": {"nli": "C:\\models \"x\""}})
    made = fit(gold(["conflict", "update"] * 15), base, judge_of([0.25, 0.15] * 15))
    path = tmp_path / "mine.toml"
    path.write_text(as_toml(base, made, "mine.csv"), encoding="utf-8")
    again = Settings.load(path)
    assert again.judge.against == 0.2 and again.read == base.read and again.models == base.models
    assert "macro-F1 0.333 before, 1.000 after" in path.read_text()
    assert getattr(again.judge, fitting.SETTING) == made.threshold


@pytest.fixture
def labelled(tmp_path):
    path = tmp_path / "mine.csv"
    deaths = [("Nine miners died at Varg.", "Twelve miners died at Varg.", "conflict"),
              ("Nine miners died at Varg.", "At least six miners died at Varg.", "compatible"),
              ("Nine miners died at Varg.", "Nine miners were killed at Varg.", "same")]  # fmt: skip
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([("a", "b", "relation"), *(deaths * 7)])
    return path


def test_twenty_rows_of_a_spreadsheet_give_figures_with_one_command(labelled, tmp_path):
    out = tmp_path / "judged.csv"
    done = CliRunner().invoke(app, ["pairs", str(labelled), "--labels", "--judge", "numbers", "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert "21 pairs" in done.stdout and "accuracy             1.000" in done.stdout and "false alarm          0.000" in done.stdout
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert rows[0]["gold_relation"] == rows[0]["relation"] == "conflict"


def test_usage_errors_are_messages(labelled, tmp_path):
    run = CliRunner().invoke
    assert run(app, ["pairs", str(labelled)]).exit_code == 2
    assert run(app, ["pairs", str(labelled), "--fit", str(tmp_path / "s.toml"), "-o", "x"]).exit_code == 2
    numbers = run(app, ["pairs", str(labelled), "--labels", "--fit", str(tmp_path / "s.toml"), "--judge", "numbers"])
    assert numbers.exit_code == 2 and "tunes the whole judge" in numbers.stderr
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    assert "has no pairs" in run(app, ["pairs", str(empty), "--labels"]).stderr
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps({"a": "x", "b": "y", "relation": "same"}) + "\n" + json.dumps({"a": "x", "b": "y"}))
    assert "bad.jsonl:2: has neither" in run(app, ["pairs", str(bad), "--labels"]).stderr


