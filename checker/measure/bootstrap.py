"""Bootstrap intervals that resample whole groups (events, pages, premises), since items of a group are not independent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from pydantic import Field

from checker.errors import NoData
from checker.schema.base import Record

SAMPLES = 1000
LEVEL = 0.95
CHUNK = 100  # resamples held at a time: 100 x 30,000 groups of float64 are 24 MB
# With too few groups a percentile interval is too narrow to be believed, so none is given (a choice, not a theorem).
LEAST_GROUPS = 5

Statistics = Callable[[np.ndarray], dict[str, np.ndarray]]


class Estimate(Record):
    """A metric with its percentile bootstrap interval. `value` None means that there was nothing to measure."""

    value: float | None
    low: float | None = Field(default=None, description="None where fewer than LEAST_GROUPS groups were resampled")
    high: float | None = None
    n: int = Field(description="items it rests on")
    groups: int

    def __str__(self) -> str:
        if self.value is None:
            return "no data"
        if self.low is None or self.high is None:
            return f"{self.value:.3f}"
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def weights(groups: int, samples: int = SAMPLES, seed: int = 0, chunk: int = CHUNK) -> Iterator[np.ndarray]:
    """Yield arrays (at most `chunk`, groups): how often each group was drawn, with replacement, in each resample."""
    rng = np.random.default_rng(seed)
    for start in range(0, samples, chunk):
        size = min(chunk, samples - start)
        draws = rng.integers(groups, size=(size, groups)) + np.arange(size)[:, None] * groups
        yield np.bincount(draws.ravel(), minlength=size * groups).reshape(size, groups).astype(np.float64)


def resample(statistics: Statistics, groups: int, samples: int = SAMPLES, seed: int = 0) -> dict[str, np.ndarray]:
    """The statistics of each resample, one array of `samples` values for each name."""
    parts: dict[str, list[np.ndarray]] = {}
    for chunk in weights(groups, samples, seed):
        for name, values in statistics(chunk).items():
            parts.setdefault(name, []).append(values)
    return {name: np.concatenate(values) for name, values in parts.items()}


def percentile_interval(values: np.ndarray, level: float = LEVEL) -> tuple[float, float] | None:
    """The central `level` interval of the finite values; None where none is finite."""
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return None
    tail = 100 * (1 - level) / 2
    low, high = np.percentile(finite, [tail, 100 - tail])
    return float(low), float(high)


def estimates(
    statistics: Statistics, groups: int, counts: dict[str, int], n: int, samples: int = SAMPLES, seed: int = 0
) -> dict[str, Estimate]:
    """Point values over all groups once, with intervals over resampled groups.

    Args:
        statistics: from weights (samples, groups) to one value a resample for each metric.
        groups: number of groups.
        counts: items that a metric rests on, where that is not all `n`.
        n: number of items.

    Raises:
        NoData: there are no items.
    """
    if n == 0 or groups == 0:
        raise NoData("There is nothing to measure: 0 items. Give predictions that hold at least one.")
    points = statistics(np.ones((1, groups)))
    drawn = resample(statistics, groups, samples, seed) if groups >= LEAST_GROUPS else {}
    result = {}
    for name, value in points.items():
        finite = bool(np.isfinite(value[0]))
        interval = percentile_interval(drawn[name]) if finite and name in drawn else None
        result[name] = Estimate(
            value=float(value[0]) if finite else None,
            low=interval[0] if interval else None, high=interval[1] if interval else None,
            n=counts.get(name, n), groups=groups,
        )  # fmt: skip
    return result


def group_index(groups: Sequence[str]) -> tuple[np.ndarray, int]:
    """The index of each item's group, numbered in order of first sight, and how many there are."""
    numbers: dict[str, int] = {}
    index = np.array([numbers.setdefault(group, len(numbers)) for group in groups], dtype=np.int64)
    return index, len(numbers)


def group_sums(values: np.ndarray, index: np.ndarray, groups: int) -> np.ndarray:
    """Sum rows of `values` (n, ...) within groups -> (groups, ...)."""
    result = np.zeros((groups, *values.shape[1:]))
    np.add.at(result, index, values)
    return result


def weighted(sums: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Totals over resampled groups: weights (s, groups) by sums (groups, ...) -> (s, ...)."""
    return (w @ sums.reshape(len(sums), -1)).reshape(len(w), *sums.shape[1:])
