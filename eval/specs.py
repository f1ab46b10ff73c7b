"""The reader against the English specifications of Recognizers-Text (MIT), as far as they apply: pass rates by file.

A case passes where each expected result is read at its place with its value (and unit, where the model has one); a case that
expects nothing passes where nothing of the model's kind is read. Units without a number and relative positions ("the last
one") are no quantities here, and are passed over. What does not pass is named, with its reason, in
`specs_exceptions.json`: file -> reason -> numbers of cases (from 0). Some specifications contradict what this reader is for
("a couple" is no exact 2 here), and say so there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import Field

from checker.schema import Quantity
from checker.schema.base import Record
from eval.errors import NoData
from eval.loaders.source import read_source

EXCEPTIONS = Path(__file__).with_name("specs_exceptions.json")
SAME = 1e-6  # relative
# The unit words of the specifications in the symbols of the reader, where lower-casing and its own table do not do.
Row = Mapping[str, Any]


class FileScore(Record):
    """One file's cases. `unnamed` fail without a reason on record; `healed` are on record and pass."""

    name: str
    cases: int
    passed: int
    reasons: dict[str, int]
    unnamed: tuple[int, ...] = ()
    healed: tuple[int, ...] = Field(default=())


def _number(text: str | None) -> float | None:
    try:
        return float(str(text).replace(",", ""))
    except ValueError:
        return None


def _equal(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= SAME * max(1.0, abs(a), abs(b))


def _near(found: Sequence[Quantity], result: Row) -> list[Quantity]:
    """Quantities that share characters with an expected result; `End` is inclusive there."""
    return [q for q in found if q.start <= result["End"] and q.end > result["Start"]]


def _value(q: Quantity) -> float | None:
    return q.value if q.value is not None else q.low if q.low == q.high else None


def number(found: Sequence[Quantity], result: Row) -> bool:
    """A plain number: its value, whatever the reader takes it to count."""
    wanted = _number(result["Resolution"]["value"])
    return any(_equal(_value(q), wanted) or _equal(q.low, wanted) or _equal(q.high, wanted) for q in _near(found, result))


def percent(found: Sequence[Quantity], result: Row) -> bool:
    """A percentage: its number, in per cent."""
    wanted = _number(str(result["Resolution"]["value"]).rstrip("%"))
    return any(q.kind == "percent" and (_equal(_value(q), wanted) or _equal(q.low, wanted)) for q in _near(found, result))


def ordinal(found: Sequence[Quantity], result: Row) -> bool:
    """A rank or ordinal: its number."""
    wanted = _number(result["Resolution"].get("value"))
    return any(q.kind in ("ordinal", "rank", "date", "fraction") and _equal(_value(q), wanted) for q in _near(found, result))


def unit(found: Sequence[Quantity], result: Row) -> bool:
    """A number with a unit: its value, or that in the reader's base unit."""
    wanted = _number(result["Resolution"].get("value"))
    if wanted is None:
        return bool(_near(found, result))
    name = (result["Resolution"].get("unit") or "").lower()
    for q in _near(found, result):
        scale = {"cent": 100.0, "pence": 100.0, "penny": 100.0}.get(name, 1.0)
        if any(_equal(v, wanted) for v in (_value(q), q.low, q.high)) or (q.value is not None and _equal(q.value * scale, wanted)):
            return True
        if any(_equal(v, converted) for converted in _converted(wanted, name) for v in (_value(q), q.low, q.high)):
            return True
    return False


def _converted(value: float, name: str) -> list[float]:
    """The value in SI units, where pint knows the unit."""
    import pint

    registry = _registry()
    for spelling in (name, name.replace(" ", "_"), {"f": "degF", "c": "degC", "k": "kelvin"}.get(name, name)):
        try:
            return [float(registry.Quantity(value, spelling).to_base_units().magnitude), float(registry.Quantity(value, spelling).to_root_units().magnitude)]
        except (pint.errors.PintError, AttributeError, TypeError, ValueError, AssertionError):
            continue
    return []


def _registry():
    import pint

    return pint.application_registry.get()


def interval(found: Sequence[Quantity], result: Row) -> bool:
    """A range in interval notation, "[10,20)": both ends, open ones unbounded."""
    text = result["Resolution"]["value"]
    if "," not in text:
        return number(found, result)
    low, high = (_number(part) for part in text.strip("()[]").split(",", 1))
    near = _near(found, result)
    for q in near:
        ends = [(q.low, low), (q.high, high)]
        if all((a is None and b is None) or _equal(a, b) for a, b in ends):
            return True
    # "greater than 5 and less than 10" is read as two bounds
    lows, highs = {q.low for q in near if q.high is None}, {q.high for q in near if q.low is None}
    return low is not None and high is not None and any(_equal(a, low) for a in lows) and any(_equal(a, high) for a in highs)


MODELS: dict[str, tuple[Callable[[Sequence[Quantity], Row], bool], Callable[[Quantity], bool]]] = {
    "Number_NumberModel": (number, lambda q: q.kind == "count" and q.value is not None),
    "Number_NumberRangeModel": (interval, lambda q: q.bound != "exact" and q.kind == "count"),
    "Number_OrdinalModel": (ordinal, lambda q: q.kind in ("ordinal", "rank")),
    "Number_PercentModel": (percent, lambda q: q.kind == "percent"),
    "NumberWithUnit_AgeModel": (unit, lambda q: q.kind == "age"),
    "NumberWithUnit_CurrencyModel": (unit, lambda q: q.kind == "money"),
    "NumberWithUnit_DimensionModel": (unit, lambda q: q.kind == "measurement"),
    "NumberWithUnit_TemperatureModel": (unit, lambda q: q.kind == "measurement"),
}


def passes(model: str, text: str, results: Sequence[Row]) -> bool:
    """Whether the reader gives what a case expects."""
    from checker.read.quantities import find_quantities

    agrees, of_kind = MODELS[model]
    found = find_quantities(text)
    if not results:
        return not any(of_kind(q) for q in found)
    return all(agrees(found, result) for result in results if _figure(result))


def _figure(result: Row) -> bool:
    """Whether an expected result is a figure at all: a unit without a number, and "the last one", are none here."""
    value = str(result["Resolution"].get("value"))
    return any(c.isdigit() for c in value) and not value.startswith(("end", "current"))


def measure(folder: Path, exceptions: Mapping[str, Mapping[str, Sequence[int]]] | None = None) -> list[FileScore]:
    """Pass rate of each specification file in `folder`.

    Raises:
        NoData: the folder holds none of the files.
    """
    known = exceptions if exceptions is not None else json.loads(EXCEPTIONS.read_text(encoding="utf-8")) if EXCEPTIONS.exists() else {}
    out = []
    for name in MODELS:
        paths = sorted(folder.glob(f"{name}.json*"))
        if not paths:
            continue
        rows = read_source(paths[0]).rows
        failed = {n for n, row in enumerate(rows) if not passes(name, row["Input"], row["Results"])}
        reason_of = {n: reason for reason, numbers in known.get(name, {}).items() for n in numbers}
        reasons: dict[str, int] = {}
        for n in sorted(failed & reason_of.keys()):
            reasons[reason_of[n]] = reasons.get(reason_of[n], 0) + 1
        out.append(FileScore(name=name, cases=len(rows), passed=len(rows) - len(failed), reasons=reasons,
                             unnamed=tuple(sorted(failed - reason_of.keys())), healed=tuple(sorted(reason_of.keys() - failed))))  # fmt: skip
    if not out:
        raise NoData(f"{folder}: holds none of {', '.join(MODELS)}. Give the folder of the specifications.")
    return out
