"""Specification cases: what passes, and that no exception goes without its reason."""

import json

import pytest

from eval.errors import NoData
from eval.specs import measure, passes


def case(text, words=None, value=None, unit=None):
    results = [] if words is None else [
        {"Text": words, "Resolution": {"value": value, "unit": unit}, "Start": text.index(words), "End": text.index(words) + len(words) - 1}
    ]  # fmt: skip
    return {"Input": text, "Results": results}


@pytest.mark.parametrize(
    ("model", "row", "right"),
    [
        ("Number_NumberModel", case("They bought forty-two pears.", "forty-two", "42"), True),
        ("Number_NumberModel", case("They bought forty-two pears.", "forty-two", "43"), False),
        ("Number_NumberModel", case("They bought pears."), True),
        ("Number_NumberModel", case("They bought 7 pears."), False),
        ("Number_NumberRangeModel", case("From 10 to 20 pears.", "From 10 to 20", "[10,20)"), True),
        ("Number_NumberRangeModel", case("More than 12 pears.", "More than 12", "(12,)"), True),
        ("Number_PercentModel", case("Sales rose 4%.", "4%", "4%"), True),
        ("Number_OrdinalModel", case("It was the third pear.", "third", "3"), True),
        ("Number_OrdinalModel", case("It was the last pear.", "last", "end+0"), True),  # a relative position is passed over
        ("NumberWithUnit_DimensionModel", case("The road is 3 kilometers long.", "3 kilometers", "3", "Kilometer"), True),
    ],
)
def test_a_case_passes_or_fails(model, row, right):
    assert passes(model, row["Input"], row["Results"]) is right


def test_a_failure_without_reason_is_named_and_a_healed_one_too(tmp_path):
    rows = [case("They bought forty-two pears.", "forty-two", "43"), case("They bought 7 pears.", "7", "7"), case("One by 9 pears.", "9", "8")]
    (tmp_path / "Number_NumberModel.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    score = measure(tmp_path, {"Number_NumberModel": {"a joke": [0, 1]}})[0]
    assert (score.cases, score.passed, score.reasons, score.unnamed, score.healed) == (3, 1, {"a joke": 1}, (2,), (1,))


def test_a_folder_without_specifications_is_no_data(tmp_path):
    with pytest.raises(NoData):
        measure(tmp_path)
