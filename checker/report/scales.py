"""The two scales of a plot: as-of time across, values upwards, each with a few round ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from checker.report import text as words

# Values further apart than this factor get a logarithmic scale: on a linear one the small ones would sit on zero.
LOG_RATIO = 50.0


class TimeScale:
    """Maps UTC time to x. With one time only, it stands in the middle."""

    def __init__(self, times: Sequence[datetime], left: float, right: float):
        self.times, self.left, self.right = times, left, right

    def __call__(self, when: datetime) -> float:
        first, last = self.times[0], self.times[-1]
        if first == last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * ((words.utc(when) - first) / (last - first))

    def labels(self) -> list[tuple[float, str]]:
        """At most four ticks, at whole hours, days, months or years."""
        if not self.times:
            return []
        first, last = self.times[0], self.times[-1]
        if first == last:
            return [(self(first), words.moment(first))]
        ticks = _time_ticks(self.times, most=4 if self.right - self.left > 250 else 3)
        return [(self(at), label) for at, label in ticks]


def _time_ticks(times: Sequence[datetime], most: int) -> list[tuple[datetime, str]]:
    first, last = times[0], times[-1]
    span = last - first
    clock = any((t.hour, t.minute, t.second) != (0, 0, 0) for t in times)
    if span < timedelta(hours=36) and clock:
        step = next((h for h in (1, 2, 3, 6, 12) if span / timedelta(hours=h) <= most - 1), 24)
        at = first.replace(minute=0, second=0, microsecond=0)
        ticks = []
        while at <= last:
            if at >= first and at.hour % step == 0:
                label = words.day(at, year=False) if at.hour == 0 else f"{at.hour:02d}:00"
                ticks.append((at, label))
            at += timedelta(hours=1)
        if ticks and not any(at.hour == 0 for at, _ in ticks):  # some tick must name the day
            ticks[0] = (ticks[0][0], f"{ticks[0][1]}, {words.day(ticks[0][0], year=False)}")
        return ticks if len(ticks) > 1 else [(first, words.moment(first)), (last, words.moment(last))]
    days = span / timedelta(days=1)
    year = first.year != last.year or days > 300
    step = next((d for d in (1, 2, 3, 7, 14, 30, 91, 182, 365) if days / d <= most - 1), math.ceil(days / (most - 1)))
    start = first.replace(hour=0, minute=0, second=0, microsecond=0)
    if start < first:
        start += timedelta(days=1)
    ticks = []
    at = start
    while at <= last:
        ticks.append((at, _short(at, year)))
        if at > datetime.max.replace(tzinfo=UTC) - timedelta(days=step):
            break
        at += timedelta(days=step)
    return ticks


def _short(at: datetime, year: bool) -> str:
    return f"{at.day} {words.day(at).split()[1][:3]}" + (f" {at.year}" if year else "")


@dataclass(frozen=True)
class ValueScale:
    """Maps a value to y, on a linear or a logarithmic scale."""

    low: float
    high: float
    top: float
    bottom: float
    log: bool
    ticks: tuple[float, ...]

    def __call__(self, value: float) -> float:
        a, b, v = (math.log10(n) if self.log else n for n in (self.low, self.high, value))
        return self.bottom - (self.bottom - self.top) * ((v - a) / (b - a))


def value_scale(values: Sequence[float], top: float, bottom: float) -> ValueScale:
    """A scale that holds all `values` (finite, at least one), with round ticks."""
    low, high = min(values), max(values)
    log = low > 0 and high / low > LOG_RATIO
    if low == high:
        pad = max(abs(low) * 0.1, 1.0)
        low, high = low - pad, high + pad
    if log:
        powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        # 10.0 ** 309 overflows, and a value near the largest float rounds up to it
        ticks = [10.0**p for p in powers if p <= 308 and low <= 10.0**p <= high]
        ticks = ticks[:: max(1, math.ceil(len(ticks) / 5))]
    else:
        ticks = _nice(low, high, whole=all(v == int(v) for v in values))
    return ValueScale(low, high, top, bottom, log, tuple(ticks))


def _nice(low: float, high: float, most: int = 4, whole: bool = False) -> list[float]:
    """Round ticks inside [low, high]: steps of 1, 2 or 5 times a power of ten; no half a person for `whole` values."""
    raw = max((high - low) / most, 1.0 if whole else 0.0)
    if not math.isfinite(raw) or raw <= 0:
        return [low]
    power = 10.0 ** math.floor(math.log10(raw))
    step = next((power * m for m in (1, 2, 5, 10) if power * m >= raw), power * 10)
    first = math.ceil(low / step)
    return [n * step for n in range(first, first + most + 2) if low <= n * step <= high]
