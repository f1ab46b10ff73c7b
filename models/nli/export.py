"""Recipe: the trained cross-encoder as int8 ONNX with its temperature, fitted on dev data.

    python models/nli/export.py --run models/nli/run [--also OTHER_RUN] --data DIR

With `--also`, what ships is the mean of the two runs' weights (Wortsman et al. 2022, "model soups").
`DIR/dev` holds the dev files; the temperature is fitted on one half of `CALIBRATION` sets (by premise), and the
expected calibration error is printed on the other half.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from transformers import AutoModelForSequenceClassification, AutoTokenizer

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parent.parent))
from export_onnx import Logits, calibration_error, copy_tokenizer, export, fit_temperature, quantize, write_manifest  # noqa: E402
from train import LABELS, clean  # noqa: E402

CALIBRATION = ("mnli_dev_matched", "snli_dev", "vitaminc_real", "lingnli_val")
ROWS = 2000  # of each set: with fewer, the noise of its bins alone gives a calibration error of .03


def calibration_rows(data: Path) -> tuple[list[tuple[str, str]], np.ndarray, np.ndarray]:
    """Pairs, labels, and the half (0 or 1, by hash of the premise) that each belongs to."""
    pairs, labels, half = [], [], []
    for stem in CALIBRATION:
        with gzip.open(data / "dev" / f"{stem}.jsonl.gz", "rt", encoding="utf-8") as handle:
            rows = [json.loads(line) for line in handle]
        rng = np.random.default_rng(5)
        for i in rng.permutation(len(rows))[:ROWS]:
            row = rows[i]
            if row["label"] in LABELS:
                premise = clean(row["premise"])
                pairs.append((premise, clean(row["hypothesis"])))
                labels.append(LABELS.index(row["label"]))
                half.append(hashlib.sha256(premise.encode()).digest()[0] % 2)
    return pairs, np.array(labels), np.array(half)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--also", type=Path, help="another run from which the weights are averaged with this one's")
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ship(mean_of(args.run / "final", args.also / "final", Path(folder)) if args.also else args.run / "final", args.data)


def mean_of(one: Path, other: Path, out: Path) -> Path:
    """A folder with the mean of two runs' weights and the tokenizer of the first."""
    model, second = (AutoModelForSequenceClassification.from_pretrained(f, attn_implementation="eager") for f in (one, other))
    theirs = second.state_dict()
    model.load_state_dict({k: (v + theirs[k]) / 2 if v.is_floating_point() else v for k, v in model.state_dict().items()})
    model.save_pretrained(out)
    AutoTokenizer.from_pretrained(one).save_pretrained(out)
    return out


def ship(final: Path, data: Path) -> None:
    """Write `model.onnx`, tokenizer and manifest of the weights in `final`, and print the figures of the file that ships."""
    model = AutoModelForSequenceClassification.from_pretrained(final, attn_implementation="eager").eval()
    labels = [model.config.id2label[i] for i in range(3)]
    with tempfile.TemporaryDirectory() as folder:
        fp32 = Path(folder) / "fp32.onnx"
        export(Logits(model), "logits", fp32)
        quantize(fp32, HERE / "model.onnx", skip_ffn_output=True)
    copy_tokenizer(final, HERE)
    fields = dict(name="checker-nli-minilm", version="3", role="nli", labels=labels, quantization="int8 per channel")
    write_manifest(HERE, **fields, temperature=1.0)

    from checker.models.hub import HubClassifier
    from checker.models.onnx import OnnxClassifier, softmax
    from checker.settings import ModelSettings

    pairs, truth, half = calibration_rows(data)
    onnx = OnnxClassifier(HERE, ModelSettings())
    scores, owner = onnx.logits(pairs)
    keep = np.unique(owner, return_index=True)[1]
    scores = scores[keep]
    temperature = fit_temperature(scores[half == 0], truth[half == 0])
    write_manifest(HERE, **fields, temperature=round(temperature, 3))
    exact = HubClassifier(str(final), ModelSettings()).logits(pairs)
    drift = np.abs(softmax(scores / temperature) - softmax(exact / temperature))
    held = half == 1
    print(json.dumps({
        "temperature": temperature,
        "ece_before": calibration_error(softmax(scores[held]), truth[held]),
        "ece_after": calibration_error(softmax(scores[held] / temperature), truth[held]),
        "accuracy_int8": float((scores.argmax(1) == truth)[held].mean()),
        "accuracy_fp32": float((exact.argmax(1) == truth)[held].mean()),
        "drift_max": float(drift.max()), "drift_mean": float(drift.mean()),
        "label_flips": float((scores.argmax(1) != exact.argmax(1)).mean()),
    }, indent=2))  # fmt: skip


if __name__ == "__main__":
    main()
