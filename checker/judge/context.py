"""What the judge knows of a pair beyond the two claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PairContext:
    """Circumstances of a comparison.

    Attributes:
        same_event: matched as one event by the articles around the claims; None where only the claims are known.
        one_moment: the caller gave no date on either side, which says "compare these as they stand": the as-of
            times are then taken as one. Articles without dates are different: their order is unknown.
        same_article: both claims come from one article.
        cosine: similarity of the two claims' embeddings, or None.
    """

    same_event: bool | None = None
    one_moment: bool = False
    same_article: bool = False
    cosine: float | None = None
