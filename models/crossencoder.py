"""Shared by the recipes that train a cross-encoder: batches of near-equal length, the forward pass, a resumable loop."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
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


def hides_padding(att: torch.Tensor) -> torch.Tensor:
    """The attention mask as what is added to the attention scores."""
    return ((1.0 - att.float()) * -1e4)[:, None, None, :]


def scores(model, encoder, inp: torch.Tensor, att: torch.Tensor, typ: torch.Tensor) -> torch.Tensor:
    """The model's logits, with the encoder passed apart: compiling the whole model recompiles for every length."""
    return scores_of(model, encoder, model.bert.embeddings(input_ids=inp, token_type_ids=typ), att)


def scores_of(model, encoder, hidden: torch.Tensor, att: torch.Tensor) -> torch.Tensor:
    """The model's logits from the states that `encoder` (all of its layers, or the upper ones) is given."""
    return model.classifier(model.bert.pooler(encoder(hidden, attention_mask=hides_padding(att))[0]))


class Layers(torch.nn.Module):
    """Some layers of an encoder, called as the whole encoder is."""

    def __init__(self, layers) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, hidden: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor]:
        for layer in self.layers:
            out = layer(hidden, attention_mask=attention_mask)
            hidden = out[0] if isinstance(out, tuple) else out
        return (hidden,)


def states_below(model, frozen: int, ids: list[np.ndarray], types: list[int], batch: int = 64) -> list[np.ndarray]:
    """What the first `frozen` layers make of each pair, (tokens, width) in float16, computed once: those layers do not learn."""
    device = next(model.parameters()).device
    lower = Layers(model.bert.encoder.layer[:frozen])
    out: list[np.ndarray] = [np.empty(0)] * len(ids)
    order = np.argsort([len(i) for i in ids], kind="stable")
    model.eval()
    with torch.no_grad():
        for start in range(0, len(order), batch):
            which = order[start : start + batch]
            inp, att, typ = (t.to(device) for t in collate(ids, types, which))
            hidden = lower(model.bert.embeddings(input_ids=inp, token_type_ids=typ), attention_mask=hides_padding(att))[0]
            for row, i in zip(hidden.half().cpu().numpy(), which, strict=True):
                out[i] = row[: len(ids[i])].copy()
    return out


def padded(states: list[np.ndarray], which: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """The states of some pairs as one batch, and its attention mask."""
    longest = max(len(states[i]) for i in which)
    hidden = torch.zeros(len(which), longest, states[which[0]].shape[1])
    att = torch.zeros(len(which), longest)
    for row, i in enumerate(which):
        n = len(states[i])
        hidden[row, :n] = torch.from_numpy(states[i]).float()
        att[row, :n] = 1
    return hidden, att


def fast_bf16(device: str) -> bool:
    """Whether bfloat16 is computed natively; emulated (AVX2 only) it is 20 times slower than float32."""
    if device == "cuda":
        return torch.cuda.is_bf16_supported()
    flags = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    return "avx512_bf16" in flags or "amx_bf16" in flags


def fit(
    model, tokenizer, ids: list[np.ndarray], types: list[int], labels: torch.Tensor, out: Path, *, optimizer: torch.optim.Optimizer,
    rate: Callable[[int], float], total: int, batch: int, seed: int, save_every: int, bf16: bool, compiled: bool,
    weight: torch.Tensor | None = None, after_epoch: Callable[[], None] | None = None, frozen: int = 0,
) -> None:  # fmt: skip
    """Train for `total` steps and write `out/final`; goes on from `out/checkpoint.pt` where there is one.

    Args:
        ids, types: as `encode` gives them.
        rate: step -> learning rate.
        weight: of each class in the loss; None weighs all alike.
        after_epoch: called when every pair has been seen once more.
        frozen: so many layers, from below, stay as they are: what they give is computed once, and a step costs less.
    """
    device = next(model.parameters()).device
    part = Layers(model.bert.encoder.layer[frozen:]) if frozen else model.bert.encoder
    encoder = torch.compile(part, dynamic=True) if compiled else part
    lengths = np.array([len(i) for i in ids])
    per_epoch = -(-len(ids) // batch)
    state_file, step = out / "checkpoint.pt", 0
    if state_file.exists():
        state = torch.load(state_file, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        if state["optimizer"]:
            optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
        print(f"resumed at step {step}", flush=True)
    states = states_below(model, frozen, ids, types) if frozen else None
    trained = [p for p in model.parameters() if p.requires_grad]
    model.train()
    started, seen, running = time.time(), 0, []
    log = (out / "log.jsonl").open("a")
    while step < total:
        epoch = step // per_epoch
        for which in batches(lengths, batch, seed + epoch)[step - epoch * per_epoch :]:
            if step >= total:
                break
            for group in optimizer.param_groups:
                group["lr"] = rate(step)
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=bf16):
                if states is not None:
                    logits = scores_of(model, encoder, *(t.to(device) for t in padded(states, which)))
                else:
                    logits = scores(model, encoder, *(t.to(device) for t in collate(ids, types, which)))
            loss = torch.nn.functional.cross_entropy(logits.float(), labels[which].to(device), weight=weight, label_smoothing=0.05)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            seen += len(which)
            running.append(loss.item())
            if step % 50 == 0:
                row = {"step": step, "of": total, "loss": round(float(np.mean(running[-50:])), 4),
                       "pairs_per_s": round(seen / (time.time() - started), 1)}  # fmt: skip
                log.write(json.dumps(row) + "\n")
                log.flush()
                print(row, flush=True)
            if step % save_every == 0 or step == total:
                temporary = state_file.with_suffix(".tmp")
                torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, temporary)
                temporary.replace(state_file)
            if after_epoch is not None and step % per_epoch == 0:
                after_epoch()
    model.eval()
    model.save_pretrained(out / "final")
    tokenizer.save_pretrained(out / "final")
