"""Shared by the recipes: PyTorch encoder -> ONNX, int8 per channel, with a manifest of hashes.

Tried by hand on dynamic-quantised MiniLM: per-tensor scales flip a third of the pairs near a threshold,
per-channel a sixth, per-channel without the feed-forward output a tenth; hence `EXCLUDE_OUTPUT`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch

OPSET = 17


class Logits(torch.nn.Module):
    """A sequence classifier that gives its logits alone, to be traced."""

    def __init__(self, model: torch.nn.Module):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The temperature of least negative log-likelihood (Guo et al. 2017), by a fine grid."""

    def loss(t: float) -> float:
        z = logits / t
        z = z - z.max(axis=1, keepdims=True)
        return float(-(z[np.arange(len(z)), labels] - np.log(np.exp(z).sum(axis=1))).mean())

    return float(min(np.arange(0.5, 3.01, 0.01), key=loss))


def calibration_error(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Expected calibration error of the top label, by the bins of the harness."""
    from checker.measure.calibration import bin_rows, ece

    top, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    return float(ece(bin_rows(top, right).sum(axis=0)))


def export(model: torch.nn.Module, output: str, target: Path) -> None:
    """Trace `model(input_ids, attention_mask, token_type_ids)` with dynamic batch and length axes."""
    ids = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        model, (ids, ids, torch.zeros_like(ids)), str(target), dynamo=False, opset_version=OPSET,
        input_names=["input_ids", "attention_mask", "token_type_ids"], output_names=[output],
        dynamic_axes={n: {0: "batch", 1: "length"} for n in ("input_ids", "attention_mask", "token_type_ids")}
        | {output: {0: "batch"}},
    )  # fmt: skip


def quantize(source: Path, target: Path, *, skip_ffn_output: bool) -> None:
    """Dynamic int8 quantisation of the weights, one scale per output channel."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    skip = []
    if skip_ffn_output:
        for node in onnx.load(source).graph.node:
            if node.op_type == "MatMul" and "/output/dense" in node.name and "attention" not in node.name:
                skip.append(node.name)
    quantize_dynamic(
        source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=skip,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip


def write_manifest(folder: Path, **fields) -> None:
    """Write manifest.json: name, version and the sha256 of every file that loading reads."""
    files = {
        f.name: hashlib.sha256(f.read_bytes()).hexdigest()
        for f in sorted(folder.iterdir())
        if f.suffix in {".onnx", ".json"} and f.name != "manifest.json"
    }
    (folder / "manifest.json").write_text(json.dumps({**fields, "files": files}, indent=2) + "\n")


def copy_tokenizer(source: Path, target: Path) -> None:
    shutil.copy(source / "tokenizer.json", target / "tokenizer.json")
