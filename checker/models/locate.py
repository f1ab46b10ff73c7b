"""Where the bundled models lie: inside the wheel, or in the checkout beside the package."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from checker.errors import ModelError

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_folder(role: str) -> Path:
    """The folder of the bundled model `role` ('nli' or 'embedder').

    Raises:
        ModelError: this installation does not hold it.
    """
    for root in (_PACKAGE / "bundled", _PACKAGE.parent / "models"):
        if (root / role / "manifest.json").is_file():
            return root / role
    raise ModelError(
        f"The bundled {role} model is not in this installation (looked in {_PACKAGE / 'bundled'}). "
        f"Install the wheel again, or name another model with the setting models.{role}."
    )


@lru_cache(maxsize=8)
def verified_manifest(folder: Path) -> dict:
    """manifest.json of `folder`, once every file that it lists has the stated sha256.

    Raises:
        ModelError: a file is missing or damaged.
    """
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        files = manifest["files"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path} cannot be read as a model manifest: {error}. Install the model again.") from error
    for name, expected in files.items():
        file = folder / name
        if not file.is_file():
            raise ModelError(f"Model file {file} is missing. Install the model again.")
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if found != expected:
            raise ModelError(
                f"Model file {file} is damaged: its sha256 is {found[:12]}..., the manifest says {expected[:12]}.... "
                "Install the model again."
            )
    return manifest
