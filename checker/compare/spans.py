"""Time spans: do they meet, which is later, how far apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from checker.schema import TimeSpan

SpanRelation = Literal["same", "overlap", "before", "after", "unknown"]


def aware(moment: datetime) -> datetime:
    """`moment` with a time zone; a naive one is taken as UTC, so that any two can be ordered."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def relate(a: TimeSpan, b: TimeSpan) -> SpanRelation:
    """How span `a` lies to span `b`. Unknown where either has no start."""
    if a.start is None or b.start is None:
        return "unknown"
    a0, b0 = aware(a.start), aware(b.start)
    a1, b1 = aware(a.end or a.start), aware(b.end or b.start)
    if a0 == b0 and a1 == b1:
        return "same"
    if a1 <= b0 and a0 < b0:
        return "before"
    if b1 <= a0 and b0 < a0:
        return "after"
    return "overlap"


def hours_between(a: TimeSpan, b: TimeSpan) -> float | None:
    """Hours from `a`'s start to `b`'s, positive when `b` is later; None where either is unknown."""
    if a.start is None or b.start is None:
        return None
    return (aware(b.start) - aware(a.start)).total_seconds() / 3600.0


def coarse(span: TimeSpan) -> bool:
    """Whether the span is a day or longer, so that two of them on one day cannot be ordered."""
    return span.granularity not in ("minute", "hour", "part_of_day")
