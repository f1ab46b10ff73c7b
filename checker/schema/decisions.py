"""What the user decided about events and findings; later runs respect it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from checker.errors import InputError
from checker.schema.base import Record


class Dismiss(Record):
    """A finding that the user looked at and put aside.

    It stays aside in later runs as long as it holds these claims and no value that it did not have then: a new figure
    brings it back, with the flag `dismissed_earlier`.
    """

    fact: str = Field(description="the finding's `fact`")
    claims: tuple[str, ...] = Field(min_length=1, description="ids of the claims that it had")
    values: tuple[str, ...] = Field(default=(), description="the figures that it had, as written")
    reason: str = Field(min_length=1)


class Group(Record):
    """Articles that tell of one event (`join`), or of different ones (`split`), by their ids."""

    articles: tuple[str, ...] = Field(min_length=2)
    reason: str = ""


class Decisions(Record):
    """The file of decisions, TOML with the tables `[[dismiss]]`, `[[join]]` and `[[split]]`."""

    dismiss: tuple[Dismiss, ...] = ()
    join: tuple[Group, ...] = ()
    split: tuple[Group, ...] = ()

    @classmethod
    def load(cls, path: str | Path | None) -> Decisions:
        """Read a file of decisions; None gives none.

        Raises:
            InputError: the file cannot be read, or an entry has an unknown, missing or contradicting field.
        """
        if path is None:
            return cls()
        where = str(path)
        try:
            found = cls.model_validate(tomllib.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise InputError(f"the file of decisions cannot be read: {error}. Give a TOML file.", source=where,
                             code="decisions") from error  # fmt: skip
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise InputError(
                f"decision {place!r} is invalid: {first['msg']} (got {first.get('input')!r}). "
                "[[dismiss]] takes fact, claims, values and reason; [[join]] and [[split]] take articles and reason.",
                source=where, code="decisions",
            ) from error  # fmt: skip
        for group in found.split:
            both = next((j for j in found.join if len(set(j.articles) & set(group.articles)) > 1), None)
            if both:
                shared = sorted(set(both.articles) & set(group.articles))
                raise InputError(
                    f"articles {', '.join(shared)} are joined and split. Remove one of the two decisions.", source=where,
                    code="decisions",
                )  # fmt: skip
        return found


def as_toml(entry: Dismiss) -> str:
    """One `[[dismiss]]` table, to append to the file."""
    lines = ["[[dismiss]]", f"fact = {json.dumps(entry.fact)}", f"claims = {json.dumps(list(entry.claims))}",
             f"values = {json.dumps(list(entry.values))}", f"reason = {json.dumps(entry.reason)}"]  # fmt: skip
    return "\n".join(lines) + "\n"
