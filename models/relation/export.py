"""Recipe: the trained relation model as int8 ONNX, with its temperature.

    python models/relation/export.py --run models/relation/run

The temperature is fitted on the training pairs of the hand-labelled set (the model was trained on other events); the figures
printed are of its development pairs, of the file that ships.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from transformers import AutoModelForSequenceClassification

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]
from export_onnx import Logits, calibration_error, copy_tokenizer, export, fit_temperature, quantize, write_manifest  # noqa: E402

from checker.judge.reader import CLASSES  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--max-length", type=int, default=144)
    args = parser.parse_args()
    final = args.run / "final"
    model = AutoModelForSequenceClassification.from_pretrained(final, attn_implementation="eager").eval()
    classes = [model.config.id2label[i] for i in range(len(CLASSES))]
    with tempfile.TemporaryDirectory() as folder:
        fp32 = Path(folder) / "fp32.onnx"
        export(Logits(model), "logits", fp32)
        quantize(fp32, HERE / "model.onnx", skip_ffn_output=True)
    copy_tokenizer(final, HERE)
    fields = dict(name="checker-relation-minilm", version="1", role="relation", labels=classes, quantization="int8 per channel",
                  max_tokens=args.max_length)  # fmt: skip
    write_manifest(HERE, **fields, temperature=1.0)

    from train import own

    from checker.models.onnx import OnnxRelation, softmax
    from checker.settings import ModelSettings

    onnx = OnnxRelation(HERE, ModelSettings())

    def scored(split: str) -> tuple[np.ndarray, np.ndarray]:
        rows = own(split)
        flat = [reading for readings, *_ in rows for reading in readings]
        owner = [n for n, (readings, *_) in enumerate(rows) for _ in readings]
        return onnx.logits(flat), np.array([rows[n][1] for n in owner])

    logits, gold = scored("train")

    temperature = fit_temperature(logits, gold)
    write_manifest(HERE, **fields, temperature=round(temperature, 3))
    logits, gold = scored("dev")
    p = softmax(logits / temperature)
    found = {"temperature": temperature, "dev_accuracy": float((p.argmax(axis=1) == gold).mean()), "dev_ece": calibration_error(p, gold)}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
