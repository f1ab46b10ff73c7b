"""The plot: where marks stand, what they look like, and what is left out."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from sample_report import HOSTILE, at

from checker.report.axis import MAX_MARKS, RADIUS, Point, plot
from checker.report.scales import TimeScale, value_scale

TENTH = at(10)


def point(letter="A", as_of=TENTH, low=12.0, high=12.0, bound="exact", text="12", tone=0, **more) -> Point:
    return Point(letter, tone, more.pop("outlet", "Harbour Post"), as_of, low, high, bound, text, **more)


def draw(*points: Point) -> ElementTree.Element:
    return ElementTree.fromstring(plot(points).svg)


def discs(svg) -> dict[str, tuple[float, float]]:
    found = {}
    for group in svg.iter("g"):
        circle, name = group.find("circle"), group.find("text[@class='letter']")
        found[name.text] = (float(circle.get("cx")), float(circle.get("cy")))
    return found


def test_later_is_right_and_more_is_up():
    places = discs(draw(point("A", at(1), 4, 4), point("B", at(3), 16, 16, tone=1)))
    assert places["A"][0] < places["B"][0]
    assert places["A"][1] > places["B"][1]


def test_open_bounds_are_arrows_and_ranges_are_bars():
    def lines(p):
        return len(draw(p, point("Z", low=1, high=1)).findall("g/path")), len(draw(p).findall("g/line"))

    assert lines(point(high=None, bound="at_least")) == (1, 1)
    assert lines(point(low=None, bound="at_most")) == (1, 1)
    assert lines(point(low=10, high=20, bound="range")) == (0, 3)  # the bar and its two caps
    assert lines(point()) == (0, 0)


def test_a_vague_word_is_in_its_own_lane_as_a_word():
    svg = draw(point(low=60, high=60, text="60"), point("B", low=24, high=None, bound="vague", text="dozens", tone=1))
    texts = ["".join(t.itertext()) for t in svg.iter("text")]
    assert "“dozens”" in texts
    assert not [t for t in texts if "24" in t]
    places = discs(svg)
    assert places["B"][1] < places["A"][1]  # above the scale


def test_undated_values_stand_in_their_own_column():
    svg = draw(point(as_of=at(1)), point("B", as_of=at(2), tone=1), point("C", as_of=None, tone=2))
    places = discs(svg)
    assert places["C"][0] > places["B"][0] + 2 * RADIUS
    assert "time not" in [t.text for t in svg.iter("text")]


def test_marks_of_one_moment_do_not_cover_each_other():
    places = list(discs(draw(*(point(chr(65 + i), tone=i, outlet=f"O{i}") for i in range(10)))).values())
    for i, a in enumerate(places):
        for b in places[:i]:
            assert abs(a[0] - b[0]) >= 2 * RADIUS or abs(a[1] - b[1]) >= 2 * RADIUS


def test_equal_values_of_one_outlet_are_one_mark():
    assert set(discs(draw(point("A"), point("B"), point("C", tone=1, outlet="Coast Daily")))) == {"A+", "C"}


def test_what_is_not_drawn_is_counted():
    drawn = plot([point(str(i), low=i, high=i, tone=i, outlet=str(i)) for i in range(MAX_MARKS + 6)])
    assert drawn.left_out == 6


def test_no_picture_where_it_says_nothing():
    assert plot([]) is None
    assert plot([point(low=None, high=None, text="")]) is None
    assert plot([point(low=None, high=None, as_of=at(d), text="") for d in (1, 2)]) is not None


def test_hostile_labels_are_escaped():
    svg = plot([point(text=HOSTILE, outlet=HOSTILE, letter="<b>")]).svg
    assert "<script" not in svg and "<b>" not in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize(
    "values",
    [(0, 0), (1e300, -1e300), (1e-300, 1e300), (float("inf"), 3), (-5, -5), (1e308, 1.7e308), (float("nan"), 1)],
)
def test_extreme_values_do_not_stop_it(values):
    drawn = plot([point("A", low=values[0], high=values[0]), point("B", low=values[1], high=values[1], tone=1)])
    numbers = re.findall(r' (?:x|y|x1|x2|y1|y2|cx|cy)="([^"]+)"', drawn.svg)
    assert numbers and all(abs(float(n)) < 2000 for n in numbers)


def test_extreme_times_do_not_stop_it():
    times = [datetime.min, datetime.max.replace(tzinfo=UTC), at(1)]
    assert plot([point(str(i), as_of=t, tone=i) for i, t in enumerate(times)]).svg


def test_value_ticks_are_round_and_whole():
    # 2..4 in quarters would be 2.5 and 3.5: half a person.
    assert value_scale([3], 0, 100).ticks == (2, 3, 4)
    assert value_scale([12, 45], 0, 100).ticks == (20, 30, 40)  # (45-12)/4 = 8.25 -> steps of 10
    assert value_scale([30, 2100], 0, 100).ticks == (100, 1000)  # 70 times: logarithmic


def test_time_ticks_name_days_or_hours():
    labels = [label for _, label in TimeScale([at(1), at(4)], 0, 300).labels()]
    assert labels == ["1 Mar", "2 Mar", "3 Mar", "4 Mar"]
    labels = [label for _, label in TimeScale([at(1, 6), at(1, 15)], 0, 300).labels()]
    assert labels == ["06:00, 1 March", "09:00", "12:00", "15:00"]
    assert [label for _, label in TimeScale([at(1)], 0, 300).labels()] == ["1 March 2031"]
