"""Loading of models: bundled, a local folder or a hub id, behind the Protocols of `checker.protocols`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from checker.errors import ModelError
from checker.models.locate import bundled_folder
from checker.protocols import Embedder, PairClassifier, RelationClassifier
from checker.settings import ModelSettings

__all__ = ["bundled_folder", "load_embedder", "load_nli", "load_relation"]


@lru_cache(maxsize=4)
def load_nli(settings: ModelSettings | None = None) -> PairClassifier:
    """The NLI model that the settings name; loaded once in a process.

    Raises:
        ModelError: the model is missing, damaged, has no NLI labels, or cannot be fetched from here.
    """
    return _load("nli", settings or ModelSettings())


@lru_cache(maxsize=4)
def load_embedder(settings: ModelSettings | None = None) -> Embedder:
    """The sentence embedder that the settings name; loaded once in a process."""
    return _load("embedder", settings or ModelSettings())


@lru_cache(maxsize=4)
def load_relation(settings: ModelSettings | None = None) -> RelationClassifier | None:
    """The relation model that the settings name, loaded once in a process; None where they name 'none'.

    Raises:
        ModelError: the model is missing or damaged, or is no folder of this program's own making.
    """
    settings = settings or ModelSettings()
    if settings.relation == "none":
        return None
    folder = bundled_folder("relation") if settings.relation == "bundled" else Path(settings.relation)
    if not _is_onnx(folder):
        raise ModelError(
            f"models.relation is {str(folder)!r}, which holds no model.onnx with a manifest.json. "
            "Name a folder made by models/relation/export.py, 'bundled', or 'none'."
        )
    from checker.models.onnx import OnnxRelation

    return OnnxRelation(folder, settings)


def _load(role: Literal["nli", "embedder"], settings: ModelSettings):
    name = settings.nli if role == "nli" else settings.embedder
    folder = bundled_folder(role) if name == "bundled" else name
    if settings.backend != "torch" and _is_onnx(folder):
        from checker.models import onnx

        return (onnx.OnnxClassifier if role == "nli" else onnx.OnnxEmbedder)(folder, settings)
    from checker.models import hub

    return (hub.HubClassifier if role == "nli" else hub.HubEmbedder)(str(folder), settings)


def _is_onnx(folder) -> bool:
    return (Path(folder) / "model.onnx").is_file() and (Path(folder) / "manifest.json").is_file()
