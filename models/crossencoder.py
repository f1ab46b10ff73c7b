"""Shared by the recipes that train a cross-encoder: batches of near-equal length, and the forward pass."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch


def batches(lengths: np.ndarray, size: int, seed: int) -> list[np.ndarray]:
    """Batches of near-equal length (sorted inside large random chunks), in random order."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(lengths))
    out = []
    for start in range(0, len(order), size * 64):
        chunk = order[start : start + size * 64]
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        out += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(out)  # type: ignore[arg-type]
    return out


def encode(tokenizer, pairs: list[tuple[str, str, int]], longest: int) -> tuple[list[np.ndarray], list[int]]:
    """Token ids of each pair, and where its hypothesis begins. In slices: the tokenizer's own records are large."""
    ids, second = [], []
    for start in range(0, len(pairs), 5_000):
        part = pairs[start : start + 5_000]
        made = tokenizer([p[0] for p in part], [p[1] for p in part], truncation="longest_first", max_length=longest)
        ids += [np.array(row, dtype=np.int64) for row in made["input_ids"]]
        second += [len(row) - sum(row) for row in made["token_type_ids"]]
    return ids, second


def collate(ids: list[np.ndarray], types: list[int], which: np.ndarray) -> tuple[torch.Tensor, ...]:
    longest = max(len(ids[i]) for i in which)
    inp = torch.zeros(len(which), longest, dtype=torch.long)
    typ = torch.zeros_like(inp)
    att = torch.zeros_like(inp)
    for row, i in enumerate(which):
        n = len(ids[i])
        inp[row, :n] = torch.from_numpy(ids[i])
        typ[row, types[i] : n] = 1
        att[row, :n] = 1
    return inp, att, typ


def scores(model, encoder, inp: torch.Tensor, att: torch.Tensor, typ: torch.Tensor) -> torch.Tensor:
    """The model's logits, with the encoder passed apart: compiling the whole model recompiles for every length."""
    hidden = model.bert.embeddings(input_ids=inp, token_type_ids=typ)
    bias = ((1.0 - att.float()) * -1e4)[:, None, None, :]
    return model.classifier(model.bert.pooler(encoder(hidden, attention_mask=bias)[0]))


def fast_bf16(device: str) -> bool:
    """Whether bfloat16 is computed natively; emulated (AVX2 only) it is 20 times slower than float32."""
    if device == "cuda":
        return torch.cuda.is_bf16_supported()
    flags = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    return "avx512_bf16" in flags or "amx_bf16" in flags
