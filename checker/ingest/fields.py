"""The fields of an article row, a sidecar or front matter: one validation for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from checker.ingest.dates import Granularity, has_clock, parse_iso
from checker.ingest.decode import tidy

TEXT_FIELDS = ("id", "outlet", "carrier", "title", "url", "published_text")
DATE_FIELDS = ("published", "retrieved")
CHOICES = {
    "published_basis": ("printed", "inferred", "unknown"),
    "retrieved_basis": ("printed", "inferred", "unknown"),
    "published_granularity": ("second", "hour", "day"),
}
KNOWN = frozenset((*TEXT_FIELDS, *DATE_FIELDS, *CHOICES))
# Longer than any name, headline or address: such a value is text in the wrong column.
MAX_FIELD_CHARACTERS = 4_000


class FieldProblem(ValueError):
    """A field with a value that cannot be used: `code`, the reason (value and rule) and the remedy."""

    def __init__(self, code: str, reason: str, remedy: str):
        super().__init__(reason)
        self.code, self.reason, self.remedy = code, reason, remedy


@dataclass(frozen=True)
class Fields:
    """Validated metadata. `retrieved_clock` tells a retrieval time from a retrieval date."""

    id: str | None = None
    outlet: str | None = None
    carrier: str | None = None
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_basis: str = "unknown"
    published_granularity: Granularity = "day"
    published_text: str | None = None
    retrieved: datetime | None = None
    retrieved_basis: str = "unknown"
    retrieved_clock: bool = False

    def with_retrieved(self, retrieved: datetime | None) -> Fields:
        """These fields with `retrieved` as the retrieval time where they state none (basis: stated by the user)."""
        if self.retrieved is not None or retrieved is None:
            return self
        return replace(self, retrieved=retrieved, retrieved_basis="printed", retrieved_clock=has_clock(retrieved))


def unknown_fields(raw: Mapping[Any, Any], also: frozenset[str] = frozenset()) -> list[str]:
    """Names in `raw` that mean nothing here, sorted: a misspelt one must not be lost in silence."""
    return sorted(str(name) for name in raw if name not in KNOWN and name not in also)


def validate(raw: Mapping[Any, Any]) -> Fields:
    """Read the known fields of `raw`; empty values are unknown, other fields are left alone.

    Raises:
        FieldProblem: a field has a wrong type, is no ISO 8601 date, or is not one of the choices.
    """
    found: dict[str, Any] = {}
    for name in TEXT_FIELDS:
        if (value := _text(name, raw.get(name))) is not None:
            found[name] = value
    for name, choices in CHOICES.items():
        if (value := _text(name, raw.get(name))) is not None:
            if value not in choices:
                raise FieldProblem(
                    "bad_field",
                    f"{name!r} is {value!r}, which is not one of {', '.join(choices)}.",
                    "Use one of these.",
                )
            found[name] = value
    for name in DATE_FIELDS:
        when, clock = _date(name, raw.get(name))
        if when is None:
            found.pop(f"{name}_basis", None)
            continue
        found[name] = when
        found.setdefault(f"{name}_basis", "printed")
        if name == "published":
            found.setdefault("published_granularity", "second" if clock else "day")
        else:
            found["retrieved_clock"] = clock
    return Fields(**found)


def _text(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise FieldProblem(
            "bad_field", f"{name!r} is a {type(value).__name__}, where text is expected.", "Give a string or null."
        )
    value = " ".join(tidy(str(value)).split())
    if len(value) > MAX_FIELD_CHARACTERS:
        raise FieldProblem(
            "bad_field",
            f"{name!r} has {len(value)} characters, more than {MAX_FIELD_CHARACTERS}.",
            "Put the article's text into the field 'text'.",
        )
    return value or None


def _date(name: str, value: Any) -> tuple[datetime | None, bool]:
    if isinstance(value, datetime):
        return value, has_clock(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day), False
    if value is None or (isinstance(value, str) and not value.strip()):
        return None, False
    try:
        return parse_iso(value if isinstance(value, str) else "")
    except ValueError as error:
        shown = str(value)[:60]
        raise FieldProblem(
            "bad_date",
            f"{name!r} is {shown!r}, which is not an ISO 8601 date ({error}).",
            "Write it as 2025-05-23 or 2025-05-23T14:30:00Z, or leave it out where it is unknown.",
        ) from error
