"""The clustering baseline: connected components of a similarity graph of articles."""

from __future__ import annotations

from typing import Any

import numpy as np

from eval.records import Dataset, Output

THRESHOLD = 0.45  # of TF-IDF cosine; a looser one joins most of a news corpus through chains
DENSE_THRESHOLD = 0.75  # of an embedder's cosine
CHUNK = 1024  # rows of the similarity matrix held at a time


class Components:
    """Joins articles whose cosine reaches a threshold, and all that such joins connect."""

    def __init__(self, embedder: Any = None, threshold: float | None = None):
        self._embedder = embedder
        self.threshold = threshold if threshold is not None else DENSE_THRESHOLD if embedder else THRESHOLD

    def predict(self, dataset: Dataset) -> list[Output]:
        """A cluster for each article."""
        from scipy.sparse import coo_matrix
        from scipy.sparse.csgraph import connected_components

        texts = [f"{item.title or ''}\n{item.text}" for item in dataset.items]
        rows, columns = self._edges(texts)
        graph = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(texts)))
        _, labels = connected_components(graph, directed=False)
        return [Output(cluster=str(label)) for label in labels]

    def _edges(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        if self._embedder is not None:
            vectors = self._embedder.encode(texts)
        else:
            from sklearn.feature_extraction.text import TfidfVectorizer

            vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.5).fit_transform(texts)
        rows, columns = [], []
        for start in range(0, len(texts), CHUNK):
            similar = vectors[start : start + CHUNK] @ vectors.T
            similar = similar.toarray() if hasattr(similar, "toarray") else similar
            r, c = np.nonzero(similar >= self.threshold)
            rows.append(r + start)
            columns.append(c)
        return np.concatenate(rows), np.concatenate(columns)
