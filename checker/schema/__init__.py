"""The records that flow through the program: frozen pydantic models, one for each thing in the domain."""

from checker.schema.article import Article, Copy, Skipped
from checker.schema.claim import Assertion, Attribution, Claim, Modality, Place, Quantity, Times, TimeSpan
from checker.schema.decisions import Decisions, Dismiss, Group
from checker.schema.report import (
    ArticleInfo,
    Change,
    Dismissed,
    Finding,
    FindingClaim,
    FindingPair,
    ModelInfo,
    Report,
    StatedCount,
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
    "Change",
    "Claim",
    "Comparison",
    "Copy",
    "Decisions",
    "DirectedProbabilities",
    "Dismiss",
    "Dismissed",
    "Finding",
    "FindingClaim",
    "FindingPair",
    "Group",
    "Modality",
    "ModelInfo",
    "Place",
    "Probabilities",
    "Quantity",
    "Relation",
    "Report",
    "SideSpan",
    "StatedCount",
    "Skipped",
    "TimeSpan",
    "TimelinePoint",
    "Times",
    "TraceStep",
    "Verdict",
]
