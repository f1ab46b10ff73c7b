"""Loading of models: bundled, a local folder or a hub id, behind the Protocols of `checker.protocols`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from checker.models.locate import bundled_folder
from checker.protocols import Embedder, PairClassifier
from checker.settings import ModelSettings

__all__ = ["bundled_folder", "load_embedder", "load_nli"]


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


def _load(role: Literal["nli", "embedder"], settings: ModelSettings):
    name = settings.nli if role == "nli" else settings.embedder
    folder = bundled_folder(role) if name == "bundled" else name
    if settings.backend != "torch" and _is_onnx(folder):
        from checker.models import onnx

        return (onnx.OnnxClassifier if role == "nli" else onnx.OnnxEmbedder)(folder, settings)
    from checker.models import hub

    return (hub.HubClassifier if role == "nli" else hub.HubEmbedder)(str(folder), settings)


def _is_onnx(folder) -> bool:
    from pathlib import Path

    return (Path(folder) / "model.onnx").is_file() and (Path(folder) / "manifest.json").is_file()
