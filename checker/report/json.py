"""The report as JSON: the record itself, and its schema. Nothing is left out here."""

from __future__ import annotations

import json
from typing import Any

from checker.schema import Report


def render_json(report: Report) -> str:
    """`report` as indented JSON; `Report.model_validate_json` reads it back to an equal record."""
    try:
        return report.model_dump_json(indent=2) + "\n"
    except ValueError:
        # A file name that is not UTF-8 reaches `inputs` with lone surrogates, which JSON in UTF-8 cannot hold.
        return (
            json.dumps(_clean(report.model_dump(mode="python")), indent=2, ensure_ascii=False, default=_encode) + "\n"
        )


def json_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of `report.json`."""
    schema = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_clean(k): _clean(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(v) for v in value]
    return value


def _encode(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else _clean(str(value))
