"""Which changes of a tree make a figure one of a dirty tree."""

import subprocess

import pytest

from eval import provenance


@pytest.fixture
def tree(tmp_path, monkeypatch):
    (tmp_path / "eval" / "results").mkdir(parents=True)
    (tmp_path / "eval" / "results" / "models.json").write_text("{}")
    (tmp_path / "judge.py").write_text("")
    for command in (("init", "-q"), ("add", "."), ("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "first")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    return tmp_path


def test_a_sweep_that_saves_its_results_does_not_mark_its_own_later_runs(tree):
    (tree / "eval" / "results" / "models.json").write_text('{"results": []}')
    (tree / "eval" / "results" / "new.json").write_text("{}")
    assert provenance.commit()[1] is False


@pytest.mark.parametrize("name", ["judge.py", "eval/score.py"])
def test_any_other_change_makes_the_tree_dirty(tree, name):
    (tree / name).write_text("changed")
    assert provenance.commit()[1] is True
