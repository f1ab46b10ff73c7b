"""The wheel as a user gets it: built, installed into an empty environment, run outside the checkout."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command, cwd):
    # nothing of this checkout or its environment may leak in
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run([str(c) for c in command], cwd=cwd, env=clean, capture_output=True, text=True, timeout=600)


def test_wheel_installs_into_an_empty_environment_and_works(tmp_path):
    built = run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("claim_checker-*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    installed = run(python, "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    command = python.parent / "checker"
    answer = run(command, "pair", "A man is sleeping.", "Nobody is sleeping.", "--judge", "nli", "--json", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout)["label"] == "contradiction"
    (tmp_path / "a.txt").write_text("Seven people were killed in a fire in Plovdiv, police said.", encoding="utf-8")
    page = "<html><head><title>Fire</title></head><body><article><p>Seven people were killed in a fire in Plovdiv on Tuesday, police said.</p><p>The warehouse held paint and burned for six hours, the fire service added later.</p></article></body></html>"
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    answer = run(command, "report", "a.txt", "b.html", "-o", "out", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "out" / "report.html").stat().st_size > 1000
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["counts"]["articles"] == 2
    torch = run(python, "-c", "import torch", cwd=tmp_path)
    assert torch.returncode != 0, "the base install must not bring torch"
