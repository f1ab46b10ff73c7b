from datetime import UTC, datetime

import pytest

from checker.compare.places import relate_paths
from checker.compare.sources import resolved, same_speaker
from checker.compare.spans import relate
from checker.schema import TimeSpan


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mayor Ana Horvat", "Horvat", "same"),
        ("Zagreb Mayor Ana Horvat", "mayor Ana Horvat", "same"),
        ("Mayor Ana Horvat", "Governor Ivo Maric", "different"),
        ("officials", "Mayor Ana Horvat", "unknown"),
        ("the Defence Ministry", "Defence Ministry", "same"),
        (None, "Horvat", "unknown"),
        ("Northern Command", "the Southern Command", "different"),
        ("the Army's Northern Command", "Northern Command", "same"),
        ("Maria Miller", "prosecutor Miller", "same"),
    ],
)
def test_same_speaker(a, b, expected):
    assert same_speaker(a, b) == expected
    assert same_speaker(b, a) == expected


def test_unnamed_sources_are_not_resolved():
    assert not resolved("officials")
    assert not resolved("Ukrainian officials")
    assert resolved("Mayor Ana Horvat")
    assert resolved("police")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("kyiv", "ukraine"), ("kyiv", "ukraine"), "same"),
        (("kyiv", "ukraine"), ("ukraine",), "within"),
        (("ukraine",), ("kyiv", "ukraine"), "contains"),
        (("kyiv", "ukraine"), ("lviv", "ukraine"), "disjoint"),
        (("paris", "france"), ("paris", "united states"), "disjoint"),
        ((), ("kyiv", "ukraine"), "unknown"),
    ],
)
def test_place_paths(a, b, expected):
    assert relate_paths(a, b) == expected


def test_spans_with_exclusive_ends():
    def day(n):
        return TimeSpan(start=datetime(2026, 3, n, tzinfo=UTC), end=datetime(2026, 3, n + 1, tzinfo=UTC))

    assert relate(day(3), day(4)) == "before"  # 3 March ends where 4 March starts
    assert relate(day(4), day(3)) == "after"
    assert relate(day(3), day(3)) == "same"
    assert relate(day(3), TimeSpan()) == "unknown"
