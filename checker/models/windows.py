"""Batching by length and windowing of long premises, shared by the back ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np


def length_batches(lengths: Sequence[int], size: int) -> Iterator[np.ndarray]:
    """Index arrays of at most `size` items of near-equal length, longest first (memory peaks early)."""
    order = np.argsort(-np.asarray(lengths), kind="stable")
    for start in range(0, len(order), size):
        yield order[start : start + size]


def windows(length: int, room: int, stride: int) -> list[tuple[int, int]]:
    """Spans that cover `length` tokens with at most `room` each; neighbours share `stride` tokens."""
    if length <= room:
        return [(0, length)]
    step = max(1, room - min(stride, room // 2))
    starts = list(range(0, length - room, step)) + [length - room]
    return [(start, start + room) for start in starts]


def join_windows(probabilities: np.ndarray) -> np.ndarray:
    """One distribution for several windows of one premise: the window that is least neutral speaks.

    A hypothesis is decided where the premise speaks of it; the other windows are about something else.

    Args:
        probabilities: shape (windows, 3): entailment, neutral, contradiction.
    """
    return probabilities[int(np.argmin(probabilities[:, 1]))]
