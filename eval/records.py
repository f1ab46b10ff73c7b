"""The records of the harness: items with their gold answers, data sets, and predictions with provenance."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from checker.schema.base import Record

Task = Literal["pairs", "documents", "quantities", "clusters"]
NLI = ("entailment", "neutral", "contradiction")


class LabelSpace(Record):
    """The labels a set is scored in, and which of them each NLI label becomes.

    A set that knows only 'entailment' and 'not_entailment' is scored two-way: the three-way arg max is
    taken first and then mapped, as is usual for HANS and RTE.
    """

    name: str
    labels: tuple[str, ...]
    of_nli: dict[str, str]
    positive: str = Field(description="the label whose probability ranks the items for the area under ROC")

    def label(self, nli: str) -> str:
        """The label of this space for an NLI label."""
        return self.of_nli[nli]

    def probabilities(self, nli: dict[str, float]) -> dict[str, float]:
        """Probabilities in this space; NLI labels that fall together are summed."""
        result = dict.fromkeys(self.labels, 0.0)
        for label, value in nli.items():
            result[self.of_nli[label]] += float(value)
        return result


def _two_way(name: str, positive: str, of: str) -> LabelSpace:
    negative = f"not_{positive}"
    mapping = {label: positive if label == of else negative for label in NLI}
    return LabelSpace(name=name, labels=(positive, negative), of_nli=mapping, positive=positive)


THREE_WAY = LabelSpace(name="nli", labels=NLI, of_nli={x: x for x in NLI}, positive="contradiction")
ENTAILMENT = _two_way("entailment", "entailment", "entailment")
CONTRADICTION = _two_way("contradiction", "contradiction", "contradiction")
PARAPHRASE = _two_way("paraphrase", "paraphrase", "entailment")


class Pair(Record):
    """Two texts with a gold label. `group` is what must be resampled and split together: event, page, premise."""

    id: str
    a: str
    b: str
    gold: str
    group: str
    relation: str | None = None
    kinds: tuple[str, ...] = ()
    differs: bool = Field(default=False, description="the two texts give different figures")
    a_date: str | None = None
    b_date: str | None = None
    a_outlet: str | None = None
    same_event: bool | None = Field(default=None, description="what a labeller is told: one event, two, or nothing")
    b_outlet: str | None = None
    slices: dict[str, str] = Field(default_factory=dict, description="e.g. difficulty, event_type, category")


class ClaimList(Record):
    """A document as its claims; gold says whether the document contradicts itself."""

    id: str
    claims: tuple[str, ...]
    gold: str
    group: str
    slices: dict[str, str] = Field(default_factory=dict)


class GoldQuantity(Record):
    """A quantity as the set gives it. `change` is one of '=', '~', '<', '>', 'up', 'down'; the span is None where unknown."""

    value: str
    unit: str | None = None
    change: str = "="
    start: int | None = None
    end: int | None = None


class Sentence(Record):
    """A sentence with its gold quantities."""

    id: str
    text: str
    gold: tuple[GoldQuantity, ...]
    group: str


class Document(Record):
    """An article with the event it belongs to, and the counts that the event really had."""

    id: str
    text: str
    gold: str = Field(description="id of the event")
    group: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    counts: dict[str, float] = Field(default_factory=dict, description="measure -> true final count")


class Dataset(Record):
    """A loaded set. `sha256` is that of the file's bytes as given."""

    name: str
    task: Task
    space: LabelSpace = THREE_WAY
    items: tuple[Pair, ...] | tuple[ClaimList, ...] | tuple[Sentence, ...] | tuple[Document, ...]
    path: str
    sha256: str
    notes: tuple[str, ...] = ()
    format: str | None = Field(default=None, description="the format that the caller named; None where the rows told")


class Output(Record):
    """What a system says about one item, in the set's label space where the item has labels."""

    label: str | None = None
    probabilities: dict[str, float] | None = None
    relation: str | None = None
    kinds: tuple[str, ...] = ()
    abstained: bool = False
    confidence: float | None = None
    explanation: str = ""
    found: tuple[dict[str, Any], ...] = Field(default=(), description="quantities: value, unit, change, start, end")
    cluster: str | None = None


class Prediction(Output):
    """An output beside its item's gold answer, so that scoring needs neither the set nor a model."""

    id: str
    group: str
    gold: str | None = None
    gold_relation: str | None = None
    gold_kinds: tuple[str, ...] = ()
    gold_quantities: tuple[GoldQuantity, ...] = ()
    differs: bool = False
    slices: dict[str, str] = Field(default_factory=dict)
    a: str | None = None
    b: str | None = None


class Header(Record):
    """Provenance of a predictions file."""

    format: Literal["checker-eval-predictions/1"] = "checker-eval-predictions/1"
    system: str
    dataset: str
    task: Task
    space: LabelSpace
    notes: tuple[str, ...] = ()
    items: int
    limit: int | None
    seed: int
    commit: str | None
    dirty: bool | None
    created: str
    seconds: float
    machine: str
    packages: dict[str, str]
    data: dict[str, Any]
    models: tuple[dict[str, Any], ...] = ()
    settings: dict[str, Any] = Field(default_factory=dict)
