"""The torch back end: any hub or local model, for users who have it or have access."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.errors import ModelError
from checker.models.windows import length_batches
from checker.schema import ModelInfo
from checker.settings import ModelSettings

LABELS = ("entailment", "neutral", "contradiction")
_EXTRA = "The torch back end needs the extra: pip install 'claim-checker[torch]'."


def _explain(name: str, error: Exception) -> ModelError:
    return ModelError(
        f"Model {name!r} could not be loaded: {str(error).splitlines()[0] if str(error) else type(error).__name__} "
        "Give a folder that holds the model, or fetch the hub id once on a machine with access to the hub and copy "
        "it here; without access use 'bundled'."
    )


class HubClassifier:
    """A sequence-classification model with NLI labels, read from its own `id2label`."""

    def __init__(self, name: str, settings: ModelSettings):
        try:
            import torch
            from transformers import AutoModelForSequenceClassification, AutoTokenizer
        except ImportError as error:
            raise ModelError(f"{_EXTRA} (missing: {error.name})") from error
        try:
            self.tokenizer = AutoTokenizer.from_pretrained(name)
            model = AutoModelForSequenceClassification.from_pretrained(name)
        except (OSError, ValueError) as error:
            raise _explain(name, error) from error
        self.columns = label_columns(name, model.config.id2label)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model = model.to(self.device).eval()
        self.settings = settings
        self.truncated = 0
        self.info = ModelInfo(role="nli", name=name, backend=f"torch {torch.__version__} on {self.device}")

    def logits(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Raw scores, shape (len(pairs), 3), in the order entailment, neutral, contradiction."""
        import torch

        most = self.settings.max_tokens
        encoded = self.tokenizer(
            [p for p, _ in pairs], [h for _, h in pairs], truncation="longest_first", max_length=most
        )
        lengths = [len(i) for i in encoded["input_ids"]]
        self.truncated += sum(length >= most for length in lengths)
        out = np.zeros((len(pairs), 3), dtype=np.float32)
        with torch.inference_mode():
            for which in length_batches(lengths, self.settings.batch):
                batch = self.tokenizer.pad(
                    {key: [values[i] for i in which] for key, values in encoded.items()}, return_tensors="pt"
                ).to(self.device)
                out[which] = self.model(**batch).logits.float().cpu().numpy()[:, self.columns]
        return out

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        from checker.models.onnx import softmax

        return softmax(self.logits(pairs)) if pairs else np.zeros((0, 3), dtype=np.float32)


class HubEmbedder:
    """A sentence-transformers model."""

    def __init__(self, name: str, settings: ModelSettings):
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError(f"{_EXTRA} (missing: {error.name})") from error
        try:
            self.model = SentenceTransformer(name)
        except (OSError, ValueError) as error:
            raise _explain(name, error) from error
        self.settings = settings
        self.info = ModelInfo(role="embedder", name=name, backend="sentence-transformers")

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.asarray(
            self.model.encode(
                list(texts), batch_size=self.settings.batch, normalize_embeddings=True, show_progress_bar=False
            ),
            dtype=np.float32,
        )


def label_columns(name: str, id2label: dict) -> list[int]:
    """The model's columns for entailment, neutral, contradiction.

    Raises:
        ModelError: the model's labels are not the three of NLI; published models disagree on the order,
            so it is never assumed.
    """
    names = {str(label).lower(): int(index) for index, label in id2label.items()}
    try:
        return [names[label] for label in LABELS]
    except KeyError as error:
        raise ModelError(
            f"Model {name!r} has the labels {sorted(names)}, not {list(LABELS)}. "
            "Use a three-way NLI model, or set id2label in its config.json."
        ) from error
