"""The rooms: a stage imports the ground floor only, and only pipeline knows their order (DESIGN, "Rooms")."""

import ast
from pathlib import Path

import pytest

import checker

ROOT = Path(checker.__file__).parent
STAGES = {"ingest", "read", "match", "judge", "report"}
GROUND = {"schema", "settings", "errors", "protocols", "compare"}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("checker."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("checker."))


@pytest.mark.parametrize("stage", sorted(STAGES | {"compare", "schema"}))
def test_rooms_import_the_ground_floor_only(stage):
    allowed = (GROUND | {stage}) if stage in STAGES else {"schema", "compare", "errors"}
    for path in (ROOT / stage).rglob("*.py"):
        extra = set(imported(path)) - allowed
        assert not extra, f"{path.relative_to(ROOT)} imports {sorted(extra)}"


def test_the_public_surface_is_what_it_says():
    assert checker.__all__ == ["build_report", "check_pair", "check_pairs"]
    for name in checker.__all__:
        assert callable(getattr(checker, name))
