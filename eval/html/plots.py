"""Plots as inline SVG: reliability and risk-coverage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SIZE, MARGIN = 290, 46
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
COLOURS = ("#1b6ca8", "#c44536", "#2d7d46", "#7d5ba6", "#b8860b", "#444444")
POINTS = 200  # of a curve; more cannot be seen at this size


def _x(value: float) -> float:
    return round(MARGIN + value * (SIZE - 2 * MARGIN), 1)


def _y(value: float, top: float = 1.0) -> float:
    return round(SIZE - MARGIN - value / top * (SIZE - 2 * MARGIN), 1)


def _frame(title: str, x_label: str, y_label: str, body: Sequence[str], top: float = 1.0) -> str:
    side = SIZE - 2 * MARGIN
    parts = [
        f'<svg viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}" role="img" aria-label="{title}">',
        f"<title>{title}</title>",
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{side}" height="{side}" fill="none" stroke="#bbb"/>',
    ]
    for tick in TICKS:
        parts.append(f'<text x="{_x(tick)}" y="{SIZE - MARGIN + 14}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{MARGIN - 5}" y="{_y(tick) + 3}" text-anchor="end">{tick * top:.2g}</text>')
    parts += [
        f'<text x="{SIZE / 2}" y="{SIZE - 6}" text-anchor="middle">{x_label}</text>',
        f'<text x="10" y="{SIZE / 2}" text-anchor="middle" transform="rotate(-90 10 {SIZE / 2})">{y_label}</text>',
        f'<text x="{SIZE / 2}" y="{MARGIN - 14}" text-anchor="middle" font-weight="bold">{title}</text>',
    ]
    return "".join([*parts, *body, "</svg>"])


def reliability(bins: np.ndarray) -> str:
    """Accuracy against mean confidence for bin sums (bins, 3: n, confidence, correct); a dot's area shows n."""
    body = [
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4 3"/>'
    ]
    most = max(float(bins[:, 0].max()), 1.0)
    for n, confidence, correct in bins:
        if n:
            radius = round(2 + 8 * (n / most) ** 0.5, 1)
            body.append(
                f'<circle cx="{_x(confidence / n)}" cy="{_y(correct / n)}" r="{radius}" fill="{COLOURS[0]}" '
                f'fill-opacity="0.6"><title>{int(n)} items: confidence {confidence / n:.2f}, '
                f"accuracy {correct / n:.2f}</title></circle>"
            )
    return _frame("Reliability", "confidence", "accuracy", body)


def risk_coverage(curves: Sequence[tuple[str, np.ndarray, np.ndarray]]) -> str:
    """Error rate against coverage for (name, coverage, risk) curves; names are already escaped."""
    top = max([float(risk.max()) for _, _, risk in curves if len(risk)] + [0.05])
    body = []
    for number, (name, coverage, risk) in enumerate(curves):
        keep = np.unique(np.linspace(0, len(risk) - 1, min(POINTS, len(risk))).astype(int))
        points = " ".join(f"{_x(float(coverage[i]))},{_y(float(risk[i]), top)}" for i in keep)
        colour = COLOURS[number % len(COLOURS)]
        body.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        body.append(f'<text x="{MARGIN + 6}" y="{MARGIN + 14 + 12 * number}" fill="{colour}">{name}</text>')
    return _frame("Risk and coverage", "coverage", "error rate", body, top)
