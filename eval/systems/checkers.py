"""The checker's parts and the whole, as systems. The checker is reached only through its public surface."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from checker.protocols import Embedder, PairClassifier
from checker.schema import Quantity, Verdict
from eval.records import NLI, ClaimList, Dataset, LabelSpace, Output, Pair
from eval.systems.claim_pairs import neighbours
from eval.systems.figures import figures_of

CHANGES = {"up_by": "up", "down_by": "down"}  # a level reached has no direction in the set
BOUNDS = {
    "approximate": "~", "vague": "~", "at_least": ">", "more_than": ">", "at_most": "<", "fewer_than": "<",
}  # fmt: skip
# Kinds that NewsQuant does not mark as quantities.
NOT_QUANTITIES = frozenset({"date", "year", "time", "identifier", "ordinal", "rank", "score"})
TRACE_STEPS = 8  # steps of the trace kept for the report's worst errors


def embedder(model: str | None = None) -> Embedder:
    """The bundled embedder, or the one at `model`."""
    from checker.models import load_embedder
    from checker.settings import ModelSettings

    return load_embedder(ModelSettings(embedder=model) if model else None)


def classifier(model: str | None = None) -> PairClassifier:
    """The bundled NLI model, or the one at `model`."""
    from checker.models import load_nli
    from checker.settings import ModelSettings

    return load_nli(ModelSettings(nli=model) if model else None)


def output_of_nli(probabilities: Sequence[float], space: LabelSpace) -> Output:
    """An output from three probabilities (entailment, neutral, contradiction): arg max, then mapped to the space."""
    by_label = dict(zip(NLI, (float(p) for p in probabilities), strict=True))
    label = max(NLI, key=lambda name: by_label[name])
    return Output(label=space.label(label), probabilities=space.probabilities(by_label), confidence=by_label[label])


class Nli:
    """An NLI model alone: premise A, hypothesis B."""

    name = "nli"
    tasks = ("pairs", "documents")

    def __init__(self, model: str | None = None, classifier_: PairClassifier | None = None):
        self._classifier = classifier_ or classifier(model)
        self.models = (self._classifier.info,)
        self.settings: dict[str, Any] = {"model": model or "bundled"}

    def predict(self, dataset: Dataset) -> list[Output]:
        """Labels with probabilities; a document's are those of its most contradictory pair of claims."""
        if dataset.task == "documents":
            return documents(dataset, self._of_pairs)
        rows = self._classifier.predict([(item.a, item.b) for item in dataset.items])
        return [output_of_nli(row, dataset.space) for row in rows]

    def _of_pairs(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, str]]:
        both = self._classifier.predict([*pairs, *((b, a) for a, b in pairs)])[:, 2]
        return [(float(p), "") for p in np.maximum(both[: len(pairs)], both[len(pairs) :])]


def documents(dataset: Dataset, score: Callable[[Sequence[tuple[str, str]]], list[tuple[float, str]]]) -> list[Output]:
    """A document contradicts itself as much as the most contradictory of its near pairs of claims do."""
    every: list[tuple[int, tuple[str, str]]] = []
    for number, item in enumerate(dataset.items):
        assert isinstance(item, ClaimList)
        every += [(number, pair) for pair in neighbours(item.claims)]
    best: dict[int, tuple[float, str]] = {}
    scores = score([pair for _, pair in every]) if every else []
    for (number, (a, b)), (p, reason) in zip(every, scores, strict=True):
        best[number] = max(best.get(number, (0.0, "")), (p, f"{a} | {b} | {reason}"))
    outputs = []
    for number in range(len(dataset.items)):
        p, reason = best.get(number, (0.0, "no two claims to compare"))
        probabilities = {"contradiction": p, "not_contradiction": 1 - p}
        label = "contradiction" if p > 0.5 else "not_contradiction"
        outputs.append(Output(label=label, probabilities=probabilities, confidence=max(p, 1 - p), explanation=reason))
    return outputs


def output_of_verdict(verdict: Verdict, space: LabelSpace) -> Output:
    """A verdict as an output, with its reasons for the report."""
    stated = verdict.probabilities.a_to_b.model_dump()
    steps = [f"{step.step}: {step.rule}: {step.result}" for step in verdict.trace[:TRACE_STEPS]]
    return Output(
        label=space.label(verdict.label), probabilities=space.probabilities(stated), relation=verdict.relation,
        kinds=verdict.kinds, abstained=verdict.abstained, confidence=verdict.confidence,
        explanation="\n".join([verdict.explanation, *steps]),
    )  # fmt: skip


def request(pair: Pair) -> dict[str, Any]:
    """A pair as `check_pairs` takes it."""
    meta = ("a_date", "b_date", "a_outlet", "b_outlet", "same_event")
    return {"id": pair.id, "a": pair.a, "b": pair.b} | {k: getattr(pair, k) for k in meta if getattr(pair, k)}


class Judge:
    """`checker.check_pairs` with one of its judges; for sentences, the quantity reader; for articles, the events."""

    def __init__(
        self, judge: str, check: Callable[..., list[Verdict]] | None = None, find: Callable[[str], list[dict[str, Any]]] | None = None
    ):
        self.name = judge
        self.tasks = ("pairs", "documents", "quantities", "clusters") if judge == "full" else ("pairs", "documents")
        self._check = check
        self._find = find or found
        self.models: tuple[Any, ...] = ()
        self.settings: dict[str, Any] = {"judge": judge}

    def predict(self, dataset: Dataset) -> list[Output]:
        """Verdicts as outputs."""
        if dataset.task == "quantities":
            spans = any(gold.start is not None for item in dataset.items for gold in item.gold)
            return [Output(found=tuple((figures_of if spans else self._find)(item.text))) for item in dataset.items]
        if dataset.task == "clusters":
            from eval.systems.events import cluster

            loaded = embedder()
            self.models = (loaded.info,)
            return cluster(dataset, loaded)
        if self.name == "full" and self._check is None:
            from checker.models import load_relation

            self.models = tuple(m.info for m in (classifier(), embedder(), load_relation()) if m is not None)
        if dataset.task == "documents":
            return documents(dataset, self._of_pairs)
        return [output_of_verdict(v, dataset.space) for v in self._verdicts([request(p) for p in dataset.items])]

    def _verdicts(self, requests: list[dict[str, Any]]) -> list[Verdict]:
        if self._check is None:
            from checker import check_pairs

            self._check = check_pairs
        return list(self._check(requests, judge=self.name))

    def _of_pairs(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, str]]:
        verdicts = self._verdicts([{"a": a, "b": b} for a, b in pairs])
        return [
            (max(v.probabilities.a_to_b.contradiction, v.probabilities.b_to_a.contradiction), v.explanation)
            for v in verdicts
        ]


def found(text: str, find: Callable[[str], Sequence[Quantity]] | None = None) -> list[dict[str, Any]]:
    """The reader's quantities of a sentence in NewsQuant's terms, by the conventions that its sentences show.

    A move "from A to B" is one value A-B; "8 or 9" is two; "one of the tallest" is 1; a score is its text; minor units
    stay minor ("18 sen"); a level reached ("rose to 12") and a step named by a noun ("a 5% rise") have no direction.

    Args:
        find: text -> quantities; None is the checker's reader.
    """
    from checker.read.quantities import find_quantities

    read = [q for q in (find or find_quantities)(text) if not _unmarked(q)]
    result: list[dict[str, Any]] = []
    moved = False
    for q, after in itertools.zip_longest(read, read[1:]):
        if moved:
            moved = False
        elif after is not None and _moves(text, q, after):
            value = f"{_plain(q.value)}-{_plain(after.value)}"
            result.append({"value": value, "unit": _unit(q) or _unit(after), "change": "="})
            moved = True
        elif q.kind == "rank" and q.text.lower() == "one":
            result.append({"value": "1", "unit": q.counted, "change": "="})
        elif q.kind == "score" and _TWO_SIDES.fullmatch(q.text):
            result.append({"value": q.text.replace("\u2013", "-"), "unit": None, "change": "="})
        elif q.kind in NOT_QUANTITIES:
            continue
        elif q.bound == "range" and _OR.search(q.text) and q.low is not None and q.high is not None:
            result += [{"value": _plain(v), "unit": _unit(q), "change": "="} for v in (q.low, q.high)]
        else:
            result.append(as_newsquant(q, text[q.end :]))
    return result


_TWO_SIDES = re.compile("[0-9]+[-\u2013][0-9]+")
_OR = re.compile(r"\bor\b")
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_MINOR = re.compile(r"\b(?:cents?|pence|penny|sen|kopecks)\b|(?<=[0-9])p\b", re.IGNORECASE)
_SOFT = re.compile(r"(?:about|around|some|roughly|approximately|nearly|almost|an estimated)\b|[~\u2248]", re.IGNORECASE)
_STEP_NOUN = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:increase|rise|drop|fall|decline|cut|gain|jump|growth|reduction|hike|surge)\b", re.IGNORECASE
)


def _moves(text: str, a: Quantity, b: Quantity) -> bool:
    return (
        text[a.end : b.start].strip() == "to" and _FROM.search(text[: a.start]) is not None and a.kind == b.kind
        and a.kind not in NOT_QUANTITIES and a.value is not None and b.value is not None
    )  # fmt: skip


def _unit(quantity: Quantity) -> str | None:
    return quantity.unit or quantity.counted


def _unmarked(quantity: Quantity) -> bool:
    """Whether the set leaves such words alone: "a few", "several"."""
    return quantity.bound == "vague" and quantity.value is None and (quantity.low or 0) < 10


def _plain(number: float) -> str:
    """A number without an exponent, whose minus would read as a range."""
    return f"{number:.9f}".rstrip("0").rstrip(".")


def as_newsquant(quantity: Quantity, behind: str = "") -> dict[str, Any]:
    """value, unit and change: a range's ends joined by '-', the change before the bound; `behind` is the text after."""
    minor = _MINOR.search(quantity.text) if quantity.kind == "money" and quantity.value is not None else None
    if quantity.bound == "range" and quantity.low is not None and quantity.high is not None:
        value = f"{_plain(quantity.low)}-{_plain(quantity.high)}"
    elif quantity.bound == "vague" and quantity.value is None and quantity.low is not None and quantity.low >= 10:
        # NewsQuant writes "millions" as the decade that the word names: 1000000-10000000.
        decade = 10.0 ** math.floor(math.log10(quantity.low))
        value = f"{_plain(decade)}-{_plain(decade * 10)}"
        return {"value": value, "unit": quantity.unit or quantity.counted, "change": "="}
    else:
        number = next((n for n in (quantity.value, quantity.low, quantity.high) if n is not None), None)
        value = quantity.text if number is None else _plain(number)
    bound = "~" if quantity.bound == "range" and _SOFT.match(quantity.text) else BOUNDS.get(quantity.bound, "=")
    change = bound if _STEP_NOUN.match(behind) else CHANGES.get(quantity.change or "") or bound
    if minor:
        return {"value": _plain(quantity.value * 100), "unit": minor.group().lower(), "change": change}
    return {"value": value, "unit": _unit(quantity), "change": change}
