"""The plot of a finding: values with their bounds over as-of time, as inline SVG.

Marks carry a letter, which is the claim's letter in the list beside the plot, and a colour class by outlet, so
that colour is never the only sign. An exact value is a disc; a range is a bar; an open bound is an arrow; a vague
word stands in a lane of its own, as a word, because "dozens" has no place on a scale of numbers; a value without
an as-of time stands in a column of its own, because no time may be invented for it.

No inline style is written: the page's content security policy allows only its own style sheet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup, escape

from checker.report import text as words
from checker.report.scales import TimeScale, ValueScale, value_scale

# Drawing units; the page shows them 1:1 on a wide screen and slightly smaller on a phone.
WIDTH = 400
PLOT_HEIGHT = 150
LEFT, RIGHT, TOP, FOOT = 52, 18, 20, 34
UNDATED_WIDTH = 76
LANE = 20
RADIUS = 9
ARROW = 26
TONES = 8
# More marks than this cannot be told apart at this size; the rest are counted under the plot and listed beside it.
MAX_MARKS = 24
MAX_LANES = 8
WORD_CHARACTERS = 22
# Mean width of a letter at the size of labels; only used to keep labels apart.
LETTER_WIDTH = 6.4


@dataclass(frozen=True)
class Point:
    """One mark. `tone` is the outlet's colour index; `low`/`high` are None where open."""

    letter: str
    tone: int
    outlet: str
    as_of: datetime | None
    low: float | None
    high: float | None
    bound: str
    text: str
    superseded: bool = False

    @property
    def numeric(self) -> bool:
        """Whether it has a place on the scale of values."""
        finite = [v for v in (self.low, self.high) if v is not None and math.isfinite(v)]
        return bool(finite) and self.bound != "vague"


# Nothing that news counts is larger, and floats near their limit overflow when a scale is laid out.
LARGEST = 1e18


def _clip(value: float | None) -> float | None:
    return value if value is None or not math.isfinite(value) else max(-LARGEST, min(LARGEST, value))


@dataclass(frozen=True)
class Plot:
    """The drawing, and how many points are not in it."""

    svg: Markup
    left_out: int = 0


def plot(points: Sequence[Point], unit: str | None = None) -> Plot | None:
    """Draw `points`; None where a picture says nothing (no amounts, and not two different times)."""
    points = _merge([replace(p, low=_clip(p.low), high=_clip(p.high)) for p in points])
    numeric = [p for p in points if p.numeric]
    lanes = [p for p in points if not p.numeric]
    times = sorted({words.utc(p.as_of) for p in points if p.as_of is not None})
    if not numeric and len(times) < 2:
        return None
    left_out = len(numeric[MAX_MARKS:]) + len(lanes[MAX_LANES:])
    numeric, lanes = numeric[:MAX_MARKS], lanes[:MAX_LANES]
    undated = any(p.as_of is None for p in numeric + lanes)
    # Where no value has a time there is no time axis to draw: all stand in the one column.
    right = WIDTH - RIGHT - (UNDATED_WIDTH if undated and times else 0)
    top = TOP + LANE * len(lanes)
    height = PLOT_HEIGHT if numeric else 0
    base = top + height
    x = TimeScale(times, LEFT + 20, right - 16)
    out: list[str] = []
    if numeric:
        values = [v for p in numeric for v in (p.low, p.high) if v is not None and math.isfinite(v)]
        y = value_scale(values, top + ARROW - 8, base - ARROW + 2)
        for tick in y.ticks:
            at = y(tick)
            out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>')
            label = words.number(tick) + ("%" if unit == "%" else "")
            out.append(f'<text class="tick" x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{escape(label)}</text>')
        if y.log:
            out.append(f'<text class="note" x="{LEFT}" y="{base + FOOT - 2}">log scale</text>')
    out.append(f'<line class="base" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{base}" y2="{base}"/>')
    for at, label in x.labels():
        out.append(f'<line class="base" x1="{at:.1f}" x2="{at:.1f}" y1="{base}" y2="{base + 4}"/>')
        out.append(f'<text class="tick" x="{at:.1f}" y="{base + 17}" text-anchor="middle">{escape(label)}</text>')
    column = (right + WIDTH - RIGHT) / 2 if times else (LEFT + WIDTH - RIGHT) / 2
    if undated:
        if times:
            out.append(f'<line class="gutter" x1="{right}" x2="{right}" y1="{TOP - 8}" y2="{base}"/>')
        for row, part in enumerate(("time not", "stated")):
            out.append(
                f'<text class="tick" x="{column:.1f}" y="{base + 15 + 12 * row}" text-anchor="middle">{part}</text>'
            )
    for row, point in enumerate(lanes):
        out.append(_lane(point, x(point.as_of) if point.as_of else column, TOP + LANE * row))
    placed: list[_Placed] = []
    for point in sorted(numeric, key=lambda p: (x(p.as_of) if p.as_of else column, p.low or p.high or 0.0)):
        out.append(_mark(point, x(point.as_of) if point.as_of else column, y, placed))
    out += _labels(placed, right if undated and times else WIDTH)
    title = "; ".join(_sentence(p, unit) for p in numeric + lanes)
    total = base + FOOT
    return Plot(
        Markup(
            f'<svg class="axis" viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}" role="img">'
            f"<title>{escape('Values by as-of time. ' + title)}</title>{''.join(out)}</svg>"
        ),
        left_out,
    )


def _merge(points: Sequence[Point]) -> list[Point]:
    """One mark for equal values of one outlet at one time, so that repeats do not hide each other."""
    merged: dict[tuple, list[Point]] = {}
    for point in points:
        when = words.utc(point.as_of) if point.as_of else None
        said = point.text.strip().casefold() if not point.numeric else ""
        key = (point.tone, point.outlet, when, point.low, point.high, point.bound, said, point.superseded)
        merged.setdefault(key, []).append(point)
    return [group[0] if len(group) == 1 else _group(group) for group in merged.values()]


def _group(group: list[Point]) -> Point:
    first = group[0]
    return Point(
        f"{first.letter}+", first.tone, first.outlet, first.as_of, first.low, first.high, first.bound, first.text,
        first.superseded,
    )  # fmt: skip


def _sentence(point: Point, unit: str | None) -> str:
    value = words.bounds(point.low, point.high, point.bound, point.text, unit)
    return f"{point.letter} {value}, {point.outlet}, as of {words.moment(point.as_of)}"


@dataclass(frozen=True)
class _Placed:
    """A mark's place: its column, the height it takes, and the disc's middle."""

    point: Point
    x: float
    top: float
    bottom: float
    centre: float


def _mark(point: Point, x: float, y: ValueScale, placed: list[_Placed]) -> str:
    low = point.low if point.low is not None and math.isfinite(point.low) else None
    high = point.high if point.high is not None and math.isfinite(point.high) else None
    if low is not None and high is not None:
        up, down = y(max(low, high)), y(min(low, high))
        centre = (up + down) / 2
    elif low is not None:
        centre = down = y(low)
        up = down - ARROW
    else:
        centre = up = y(high)  # type: ignore[arg-type]
        down = up + ARROW
    top, bottom = min(up, centre - RADIUS), max(down, centre + RADIUS)
    x = _free(x, top, bottom, placed)
    placed.append(_Placed(point, x, top, bottom, centre))
    lines = ""
    if high is None:
        lines = (
            _line(x, centre, up) + f'<path d="M{x - 4:.1f} {up + 6:.1f}L{x:.1f} {up:.1f}L{x + 4:.1f} {up + 6:.1f}"/>'
        )
    elif low is None:
        lines = _line(x, centre, down) + (
            f'<path d="M{x - 4:.1f} {down - 6:.1f}L{x:.1f} {down:.1f}L{x + 4:.1f} {down - 6:.1f}"/>'
        )
    elif down - up > 1:
        caps = "".join(f'<line x1="{x - 5:.1f}" x2="{x + 5:.1f}" y1="{at:.1f}" y2="{at:.1f}"/>' for at in (up, down))
        lines = _line(x, up, down) + caps
    return f'<g class="{_classes(point)}">{lines}{_disc(point, x, centre)}</g>'


def _lane(point: Point, x: float, y: float) -> str:
    """A vague word, or a statement without an amount, in its own line above the scale."""
    if not point.text.strip() or point.bound != "vague":
        return f'<g class="{_classes(point)}">{_disc(point, x, y)}</g>'
    said = _shorten(point.text)
    # The word goes where there is room: to the left of a mark in the right half.
    left = x > WIDTH / 2
    at, anchor = (x - RADIUS - 4, "end") if left else (x + RADIUS + 4, "start")
    label = f'<text class="word" x="{at:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">“{escape(said)}”</text>'
    return f'<g class="{_classes(point)}">{_disc(point, x, y)}{label}</g>'


def _classes(point: Point) -> str:
    return f"t{point.tone % TONES}" + (" old" if point.superseded else "")


def _line(x: float, a: float, b: float) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{a:.1f}" y2="{b:.1f}"/>'


def _disc(point: Point, x: float, y: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/>'
        f'<text class="letter" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{escape(point.letter)}</text>'
    )


def _free(x: float, top: float, bottom: float, placed: Sequence[_Placed]) -> float:
    """The place nearest to `x` where the mark covers no other; marks of one moment stand side by side."""
    gap = 2 * RADIUS + 2
    for step in range(2 * MAX_MARKS + 1):
        at = x + gap * ((step + 1) // 2) * (1 if step % 2 else -1)
        inside = LEFT + RADIUS <= at <= WIDTH - RADIUS
        if inside and all(abs(at - p.x) >= gap or bottom < p.top or top > p.bottom for p in placed):
            return at
    return x


def _labels(placed: Sequence[_Placed], gutter: float) -> list[str]:
    """The text's own words beside each mark, where they cover nothing; else the letter alone must do.

    `gutter` is where the column of undated values begins: a label must not run across it.
    """
    boxes = [(p.x - RADIUS, p.top, p.x + RADIUS, p.bottom) for p in placed]
    out = []
    for p in placed:
        said = _shorten(p.point.text)
        width = len(said) * LETTER_WIDTH
        start, stop = (LEFT, gutter) if p.x < gutter else (gutter, WIDTH)
        places = (
            ("start", p.x + RADIUS + 4, 0.0, p.centre),
            ("end", p.x - RADIUS - 4, 1.0, p.centre),
            ("middle", p.x, 0.5, p.bottom + 7),
            ("middle", p.x, 0.5, p.top - 7),
        )
        for anchor, at, share, middle in places if said else ():
            left = at - width * share
            box = (left, middle - 6, left + width, middle + 6)
            if start <= left and box[2] <= stop and not any(_meet(box, other) for other in boxes):
                y = f"{middle + 4:.1f}"
                out.append(f'<text class="said" x="{at:.1f}" y="{y}" text-anchor="{anchor}">{escape(said)}</text>')
                boxes.append(box)
                break
    return out


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WORD_CHARACTERS else flat[: WORD_CHARACTERS - 1] + "…"
