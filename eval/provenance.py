"""What a result must carry to be believed: commit, packages, hashes, machine, time."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = (
    "numpy", "scipy", "scikit-learn", "onnxruntime", "tokenizers", "torch", "transformers", "sentence-transformers",
    "text2num", "dateparser", "sentencex", "pydantic",
)  # fmt: skip


def _git(*arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def commit() -> tuple[str | None, bool | None]:
    """The commit and whether the tree differs from it; None outside a repository or before the first commit.

    The results folder does not count: no figure is made from it, and a sweep that writes there must not mark its own later runs.
    """
    head = _git("rev-parse", "--verify", "-q", "HEAD")
    status = _git("status", "--porcelain", "--", ".", ":(exclude)eval/results")
    return head or None, None if status is None else bool(status)


def versions(names: Sequence[str] = PACKAGES) -> dict[str, str]:
    """Installed versions of the packages that decide figures, with the interpreter's."""
    result = {"python": platform.python_version()}
    for name in names:
        try:
            result[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return result


def machine() -> str:
    """Processor, usable cores and system in words, without the host's name."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores"


def sha256(path: Path) -> str:
    """Hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def model_info(info: Any) -> dict[str, Any]:
    """A model's record as plain data."""
    return info.model_dump() if hasattr(info, "model_dump") else dict(info)


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def public_path(path: str | Path) -> str:
    """A path as a result may name it: relative to the repository, or the bare name, never someone's home folder."""
    full = Path(path).resolve()
    return str(full.relative_to(ROOT)) if full.is_relative_to(ROOT) else full.name
