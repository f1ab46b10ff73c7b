"""What the judge knows of a pair beyond the two claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.compare.prototypes import Likeness


@dataclass(frozen=True)
class PairContext:
    """Circumstances of a comparison.

    Attributes:
        same_event: matched as one event by the articles around the claims; None where only the claims are known.
        one_moment: the caller gave no date on either side, which says "compare these as they stand": the as-of
            times are then taken as one. Articles without dates are different: their order is unknown.
        same_article: both claims come from one article.
        alone: the two were given as a pair, to be compared: nobody had to find them among thousands.
        cosine: similarity of the two claims' embeddings, or None.
        phrases: how the masked phrases of two quantities compare, by where they start (in A, in B); pairs that are
            not in it are compared by shared words.
        shares: probabilities of the relation of the two claims by the relation model; None where it was not asked.
    """

    same_event: bool | None = None
    one_moment: bool = False
    same_article: bool = False
    alone: bool = False
    cosine: float | None = None
    phrases: Mapping[tuple[int, int], Likeness] = field(default_factory=dict)
    shares: Mapping[str, float] | None = None
