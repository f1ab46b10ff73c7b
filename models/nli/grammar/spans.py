"""Quantity phrases: what they allow (intervals), how they are written, and the label of one against another.

A limit is a pair (value, side): side 1 just above the value, -1 just below, 0 the value itself, so that open ends
compare as tuples. A vague phrase ("about 500") has a narrow and a wide reading; a label counts only if both agree.
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

E, N, C = "entailment", "neutral", "contradiction"
LABELS = (E, N, C)


class Span(NamedTuple):
    """Every value from low to high, both limits included."""

    low: tuple[float, int]
    high: tuple[float, int]


BOTTOM, TOP = (-math.inf, 0), (math.inf, 0)
ANY = Span(BOTTOM, TOP)


def label(premise: Span, hypothesis: Span) -> str:
    """Premise within hypothesis: entailment; no common value: contradiction; else neutral."""
    if premise.low >= hypothesis.low and premise.high <= hypothesis.high:
        return E
    return C if premise.high < hypothesis.low or hypothesis.high < premise.low else N


class Quantity(NamedTuple):
    """A form of words with its figure (and second figure of a range); `whole` for what is counted in ones."""

    form: str
    value: float
    second: float
    whole: bool

    def spans(self) -> tuple[Span, ...]:
        v, w, form = self.value, self.second, self.form
        if form == "exact":
            return (Span((v, 0), (v, 0)),)
        if form == "more":
            return (Span((v + 1, 0) if self.whole else (v, 1), TOP),)
        if form == "least":
            return (Span((v, 0), TOP),)
        if form == "less":
            return (Span(BOTTOM, (v - 1, 0) if self.whole else (v, -1)),)
        if form == "most":
            return (Span(BOTTOM, (v, 0)),)
        if form == "range":
            return (Span((v, 0), (w, 0)),)
        if form == "about":
            return (Span((v * 0.97, 0), (v * 1.03, 0)), Span((v * 0.82, 0), (v * 1.2, 0)))
        if form == "nearly":
            return (Span((v * 0.95, 0), (v, -1)), Span((v * 0.75, 0), (v, -1)))
        raise ValueError(f"form {form!r} is unknown. Use one of {', '.join(WORDS)}.")


def compare(premise: Quantity, hypothesis: Quantity) -> str | None:
    """The label of one quantity phrase against another of the same thing; None where the vague readings differ."""
    found = None
    for p in premise.spans():
        for h in hypothesis.spans():
            this = label(p, h)
            if found is not None and this != found:
                return None
            found = this
    return found


# form -> wordings; X is the figure with its unit words, Y the second figure
WORDS: dict[str, tuple[str, ...]] = {
    "exact": ("X",) * 20 + ("exactly X", "only X", "just X", "a total of X"),
    "more": ("more than X",) * 6 + ("over X",) * 3 + ("upwards of X", "in excess of X", "greater than X", "above X"),
    "least": ("at least X",) * 4 + ("no fewer than X", "no less than X", "a minimum of X", "not less than X"),
    "less": ("less than X",) * 6 + ("fewer than X",) * 3 + ("under X",) * 3 + ("below X",),
    "most": ("at most X", "up to X", "no more than X", "not more than X", "a maximum of X"),
    "range": ("between X and Y", "between X and Y", "from X to Y", "X to Y"),
    "about": ("about X", "around X", "roughly X", "approximately X", "some X"),
    "nearly": ("nearly X", "almost X", "just under X", "close to X"),
}
FORMS = ("exact", "more", "less", "least", "most", "range", "about", "nearly")
WEIGHTS = (30, 24, 24, 8, 7, 4, 3, 2)
CUMULATIVE = tuple(sum(WEIGHTS[: i + 1]) for i in range(len(WEIGHTS)))

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen").split()  # fmt: skip
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n: int) -> str:
    """Number words for 0 to 999,999."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    return f"{in_words(n // 1000)} thousand" + (f" {in_words(n % 1000)}" if n % 1000 else "")


def figure(rng: random.Random, v: float, unit: str) -> str:
    """A figure in digits, separators, words or millions."""
    r = rng.random()
    if unit == "percent":
        return f"{v:g}" + ("%" if r < 0.6 else " percent" if r < 0.8 else " per cent")
    whole = v == int(v)
    if v >= 1e6 and round(v / 1e5) * 1e5 == v and r < 0.9:
        text = f"{v / 1e6:g} million" if v < 1e9 else f"{v / 1e9:g} billion" if r < 0.7 else f"{v / 1e6:,.10g} million"
    elif not whole:
        text = f"{v:,.2f}" if unit == "money" else f"{v:,.10g}"
    elif unit != "money" and (v <= 12 and r < 0.4 or v <= 100 and r < 0.12 or v % 100 == 0 and v < 1e5 and r < 0.06):
        return in_words(int(v))
    else:
        text = f"{int(v):,}" if r < 0.75 else str(int(v))
    if unit == "money":
        return f"${text}" if r < 0.85 else f"{text} dollars"
    return text


def phrase(rng: random.Random, q: Quantity, unit: str, noun: str) -> str:
    """A quantity in words: bound, figure and noun."""
    word = WORDS[q.form][int(rng.random() * len(WORDS[q.form]))]
    first = figure(rng, q.value, unit)
    if q.form == "range":
        return f"{word.replace('Y', figure(rng, q.second, unit)).replace('X', first)} {noun}".rstrip()
    if q.form in ("least", "most") and rng.random() < 0.2 and noun:
        return f"{first} {noun} or {'more' if q.form == 'least' else 'fewer' if q.whole else 'less'}"
    return f"{word.replace('X', first)} {noun}".rstrip()


def neat(rng: random.Random, v: float, unit: str, low: float, high: float) -> float:
    """A value of the kind people write: whole, rounded, or with one or two decimals, within limits."""
    if v < low or v > high:
        v = low if v < low else high
    if unit == "percent":
        return float(max(1, min(99, round(v) if rng.random() < 0.75 else round(v, 1))))
    if unit == "money" and v < 1000 and rng.random() < 0.25:
        return round(v, 2)
    if unit == "real" and v < 1000 and rng.random() < 0.25:
        return round(v, 1)
    if v >= 1000 and rng.random() < 0.6 or v >= 1e6:
        return float(round(v, (1 if rng.random() < 0.6 else 2) - int(math.log10(v))))
    if v >= 30 and rng.random() < 0.35:
        return float(round(v, -1))
    return float(max(2, round(v)))


def draw(rng: random.Random, unit: str, low: float, high: float) -> float:
    return neat(rng, math.exp(rng.uniform(math.log(low), math.log(high))), unit, low, high)


def near(rng: random.Random, v: float, unit: str, low: float, high: float) -> float:
    """Another value of the same thing: the same, one apart, close, or several times as large or small."""
    r = rng.random()
    if r < 0.15:
        return v
    if r < 0.25 and unit != "percent":
        return max(1.0, v + rng.choice((-1, 1)))
    size = 0.12 if r < 0.45 else 0.7 if r < 0.8 else 2.0
    return neat(rng, v * math.exp(rng.uniform(-size, size)), unit, min(low, v), max(high, v))


def form(rng: random.Random) -> str:
    return rng.choices(FORMS, cum_weights=CUMULATIVE)[0]


def make(rng: random.Random, kind: str, v: float, unit: str) -> Quantity:
    """A quantity of a form; a range reaches a little beyond its first value."""
    second = v
    if kind == "range":
        second = neat(rng, v * rng.uniform(1.1, 1.9) + 1, unit, v, v * 3 + 2)
        if second <= v:
            second = v + 1
        if unit == "percent" and second > 100:
            kind = "exact"
    return Quantity(kind, v, second, unit == "count")


def premise_for(
    rng: random.Random, wanted: str, hypothesis: Quantity, unit: str, low: float, high: float
) -> Quantity | None:
    """A premise quantity that has the wanted label against the hypothesis, by drawing and testing."""
    for _ in range(24):
        kind = (
            "exact"
            if wanted != N and rng.random() < 0.6 or hypothesis.form == "exact" and wanted == C and rng.random() < 0.3
            else form(rng)
        )
        q = make(rng, kind, near(rng, hypothesis.value, unit, low, high), unit)
        if compare(q, hypothesis) == wanted:
            return q
    return None
