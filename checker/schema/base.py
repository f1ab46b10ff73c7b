"""The base of every record."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value; unknown fields are refused so that a misspelt one is never lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")
