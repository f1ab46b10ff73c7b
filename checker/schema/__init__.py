"""The records that flow through the program: frozen pydantic models, one for each thing in the domain."""

from checker.schema.article import Article, Copy, Skipped
from checker.schema.claim import Assertion, Attribution, Claim, Modality, Place, Quantity, Times, TimeSpan
from checker.schema.report import (
    ArticleInfo,
    Finding,
    FindingClaim,
    FindingPair,
    ModelInfo,
    Report,
    TimelinePoint,
)
from checker.schema.verdict import (
    Comparison,
    DirectedProbabilities,
    Probabilities,
    Relation,
    SideSpan,
    TraceStep,
    Verdict,
)

__all__ = [
    "Article",
    "ArticleInfo",
    "Assertion",
    "Attribution",
    "Claim",
    "Comparison",
    "Copy",
    "DirectedProbabilities",
    "Finding",
    "FindingClaim",
    "FindingPair",
    "Modality",
    "ModelInfo",
    "Place",
    "Probabilities",
    "Quantity",
    "Relation",
    "Report",
    "SideSpan",
    "Skipped",
    "TimeSpan",
    "TimelinePoint",
    "Times",
    "TraceStep",
    "Verdict",
]
