"""Which claims of a document are worth comparing: all pairs of a long document are too many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

NEIGHBOURS = 4  # nearest claims by TF-IDF cosine that each claim is compared with


def neighbours(claims: Sequence[str], k: int = NEIGHBOURS) -> list[tuple[str, str]]:
    """The pairs (earlier, later) in which one claim is among the other's `k` nearest."""
    if len(claims) < 2:
        return []
    from sklearn.feature_extraction.text import TfidfVectorizer

    # Character n-grams meet "accelerated" with "acceleration", and never leave an empty vocabulary.
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True).fit_transform(
        [claim or " " for claim in claims]
    )
    similar = (vectors @ vectors.T).toarray()
    np.fill_diagonal(similar, -1)
    nearest = np.argsort(-similar, axis=1, kind="stable")[:, :k]
    pairs = {(min(i, j), max(i, j)) for i, row in enumerate(nearest.tolist()) for j in row if i != j}
    return [(claims[i], claims[j]) for i, j in sorted(pairs)]
