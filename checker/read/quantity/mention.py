"""A number on its way to becoming a quantity; the only mutable thing in the reader, and private to it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Mention:
    """Token ranges are half open: `i:j` the number itself, `a:b` with the words that bound it or name its unit."""

    i: int
    j: int
    value: float | None
    step: float = 1.0
    """The place value of the last significant digit: 300 -> 100, 2.5 million -> 100,000."""
    scale: float = 1.0
    """The scale word or suffix: 1e6 in "2.5 million"."""
    kind: str = "count"
    words: bool = False
    vague: str | None = None
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str | None = None
    unit_word: str | None = None
    a: int = -1
    b: int = -1
    counted: str | None = None
    head: int = -1
    """Token index of the counted noun, -1 if none."""
    after: int = -1
    """Token index just behind the noun phrase."""
    modifiers: tuple[str, ...] = ()
    measure: str | None = None
    change: str | None = None
    role: str = "total"
    of: float | None = None
    other: bool = False
    """"another seven", "two others", "200 more": additional if the same measure was counted before."""
    zero: bool = False
    covered: list[Mention] = field(default_factory=list)
    """Mentions inside a single victim's phrase (its age), which stand again if the victim is dropped."""
    single: bool = False
    """"a 61-year-old man": a count of one without a number; kept only with a measure."""
    final: bool = False
    """Low and high are settled: a range, a zero form, a vague word."""

    def __post_init__(self) -> None:
        self.a = self.i if self.a < 0 else self.a
        self.b = self.j if self.b < 0 else self.b
