"""The onnxruntime back end: the bundled int8 models, no torch."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from checker.models.locate import verified_manifest
from checker.models.windows import join_windows, length_batches, windows
from checker.schema import ModelInfo
from checker.settings import ModelSettings

LABELS = ("entailment", "neutral", "contradiction")


class _OnnxModel:
    """Session, tokenizer and provenance."""

    def __init__(self, folder: str | Path, settings: ModelSettings, role: str):
        import onnxruntime
        from tokenizers import Tokenizer

        folder = Path(folder)
        self.settings = settings
        self.manifest = verified_manifest(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = settings.threads or len(os.sched_getaffinity(0)) if hasattr(
            os, "sched_getaffinity"
        ) else (settings.threads or os.cpu_count() or 1)  # fmt: skip
        options.log_severity_level = 3
        # spinning workers steal the cores from whatever else the laptop runs
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.info = ModelInfo(
            role=role,
            name=self.manifest["name"],
            version=self.manifest.get("version"),
            backend="onnxruntime",
            sha256=self.manifest["files"]["model.onnx"],
        )

    def run(self, ids: list[list[int]], types: list[list[int]]) -> np.ndarray:
        width = max(len(row) for row in ids)
        inp = np.zeros((len(ids), width), dtype=np.int64)
        att, typ = np.zeros_like(inp), np.zeros_like(inp)
        for row, (one, kind) in enumerate(zip(ids, types, strict=True)):
            inp[row, : len(one)], att[row, : len(one)], typ[row, : len(one)] = one, 1, kind
        return self.session.run(None, {"input_ids": inp, "attention_mask": att, "token_type_ids": typ})[0]


class _OnnxCrossEncoder(_OnnxModel):
    """A model that reads two texts at once."""

    def __init__(self, folder: str | Path, settings: ModelSettings, role: str):
        super().__init__(folder, settings, role)
        self.temperature = float(self.manifest.get("temperature", 1.0))
        self.truncated = 0
        self.cls, self.sep = self.tokenizer.token_to_id("[CLS]"), self.tokenizer.token_to_id("[SEP]")

    def tokens_of(self, pairs: Sequence[tuple[str, str]]) -> dict[str, list[int]]:
        """The token ids of every text of the pairs, each text read once."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        encoded = self.tokenizer.encode_batch(texts, add_special_tokens=False)
        return {text: one.ids for text, one in zip(texts, encoded, strict=True)}

    def scores(self, rows: Sequence[tuple[list[int], list[int]]], labels: int) -> np.ndarray:
        """Raw scores of rows of (first, second) token ids, shape (rows, labels), in batches of near-equal length."""
        ids = [[self.cls, *first, self.sep, *second, self.sep] for first, second in rows]
        types = [[0] * (len(first) + 2) + [1] * (len(second) + 1) for first, second in rows]
        out = np.zeros((len(rows), labels), dtype=np.float32)
        for which in length_batches([len(i) for i in ids], self.settings.batch):
            out[which] = self.run([ids[i] for i in which], [types[i] for i in which])
        return out


class OnnxEmbedder(_OnnxModel):
    """Sentence embeddings; texts over `max_tokens` are cut at the end (claims are sentences)."""

    def __init__(self, folder: str | Path, settings: ModelSettings):
        super().__init__(folder, settings, "embedder")
        self.tokenizer.enable_truncation(settings.max_tokens)
        self.dim = self.session.get_outputs()[0].shape[-1]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        if not texts:
            return np.zeros((0, 384), dtype=np.float32)
        encoded = self.tokenizer.encode_batch(list(texts))
        out: np.ndarray | None = None
        for which in length_batches([len(e.ids) for e in encoded], self.settings.batch):
            vectors = self.run([encoded[i].ids for i in which], [encoded[i].type_ids for i in which])
            if out is None:
                out = np.zeros((len(texts), vectors.shape[1]), dtype=np.float32)
            out[which] = vectors
        assert out is not None
        return out


class OnnxClassifier(_OnnxCrossEncoder):
    """NLI cross-encoder. Long premises are windowed; a hypothesis longer than half the room is cut, as flagged
    by `truncated`."""

    def __init__(self, folder: str | Path, settings: ModelSettings):
        super().__init__(folder, settings, "nli")
        order = [name.lower() for name in self.manifest["labels"]]
        self.columns = [order.index(label) for label in LABELS]
        self.bias = np.asarray(self.manifest.get("bias", [0.0, 0.0, 0.0]), dtype=np.float32)

    def logits(self, pairs: Sequence[tuple[str, str]]) -> tuple[np.ndarray, np.ndarray]:
        """Raw scores of every window in label order, and the pair that each row belongs to."""
        tokens, room = self.tokens_of(pairs), self.settings.max_tokens - 3
        rows, owner = [], []
        for index, (premise, hypothesis) in enumerate(pairs):
            first, second = tokens[premise], tokens[hypothesis]
            if len(second) > room // 2 and len(first) + len(second) > room:
                self.truncated += 1
                second = second[: room // 2]
            for start, end in windows(len(first), room - len(second), self.settings.stride):
                rows.append((first[start:end], second))
                owner.append(index)
        return self.scores(rows, len(LABELS))[:, self.columns], np.asarray(owner)

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        logits, owner = self.logits(pairs)
        probabilities = softmax(logits / self.temperature + self.bias)
        if len(owner) == len(pairs):
            return probabilities
        return np.stack([join_windows(probabilities[owner == i]) for i in range(len(pairs))])


class OnnxRelation(_OnnxCrossEncoder):
    """Cross-encoder of the relation of two claims; see `checker.judge.reader` for what it is given."""

    def __init__(self, folder: str | Path, settings: ModelSettings):
        super().__init__(folder, settings, "relation")
        self.classes = tuple(self.manifest["labels"])
        self.most = int(self.manifest["max_tokens"])

    def _cut(self, first: list[int], second: list[int]) -> tuple[list[int], list[int]]:
        """Both texts within the room that the model was trained for; the longer is cut first."""
        room = self.most - 3
        if len(first) + len(second) > room:
            self.truncated += 1
            least = min(len(first), len(second), room // 2)
            first, second = (first[: room - least], second[:least]) if len(first) > len(second) else (first[:least], second[: room - least])
        return first, second

    def logits(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Raw scores, shape (pairs, classes)."""
        tokens = self.tokens_of(pairs)
        return self.scores([self._cut(tokens[a], tokens[b]) for a, b in pairs], len(self.classes))

    def predict(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        if not pairs:
            return np.zeros((0, len(self.classes)), dtype=np.float32)
        return softmax(self.logits(pairs) / self.temperature)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Row-wise softmax of a 2-D array."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return (shifted / shifted.sum(axis=1, keepdims=True)).astype(np.float32)
