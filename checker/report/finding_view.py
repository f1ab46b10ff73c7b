"""What a page shows of one finding: letters, outlet colours, marked runs of text, the plot and the gravest pairs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.report import axis
from checker.report import text as words
from checker.schema import ArticleInfo, Finding, FindingClaim, FindingPair, Quantity
from checker.schema.verdict import GRAVITY

# Claims and pairs of one finding that stand open; the rest are folded away (claims) or counted (pairs).
OPEN_CLAIMS = 4
FULL_CLAIMS = 40
FULL_PAIRS = 12
FULL_TRACES = 4
# Differing words in the list at the top, as each text has them.
VALUES_SHOWN = 4
CONTRASTS = ("conflict", "dispute", "undetermined")
_OPENERS = "\"'“‘«„(["
_CLOSERS = ".!?…\"'”’»)]"


@dataclass(frozen=True)
class ClaimView:
    """A claim with its letter and outlet colour; `parts` are runs of its text, each marked or not."""

    letter: str
    tone: int
    claim: FindingClaim
    parts: tuple[tuple[str, bool], ...]
    value: str
    notes: tuple[str, ...]

    @property
    def direction(self) -> str:
        """'rtl' where the first letter with a direction is Arabic, Hebrew or the like (as HTML's dir=auto has it)."""
        strong = (unicodedata.bidirectional(sign) for sign in self.claim.text)
        return "rtl" if next((s for s in strong if s in ("L", "R", "AL")), "L") != "L" else "ltr"

    @property
    def before(self) -> str:
        """The context before, with '…' where it starts inside a sentence."""
        before = self.claim.before.strip()
        return before if not before or before[0].isupper() or before[0] in _OPENERS else "…" + before

    @property
    def after(self) -> str:
        """The context after, with '…' where it stops inside a sentence."""
        after = self.claim.after.strip()
        return after if not after or after[-1] in _CLOSERS else after + "…"

    @property
    def link(self) -> str | None:
        """The claim's address, if it is one that a reader may safely follow."""
        return safe_link(self.claim.url)


@dataclass(frozen=True)
class PairView:
    """A pair by its claims' letters; `trace` says whether its own trace is shown."""

    a: str
    b: str
    pair: FindingPair
    trace: bool


@dataclass(frozen=True)
class FindingView:
    """A finding, ready to be laid out. `index` is its place in `report.findings`; `rank` starts at 1."""

    index: int
    finding: Finding
    articles: dict[str, ArticleInfo] = field(repr=False)
    first: bool = False

    @property
    def rank(self) -> int:
        return self.index + 1

    @property
    def anchor(self) -> str:
        return f"f{self.rank}"

    @property
    def tag(self) -> str:
        return words.relation(self.finding.relation)

    @property
    def kinds(self) -> list[str]:
        return [words.kind(k) for k in self.finding.kinds]

    @property
    def flags(self) -> list[str]:
        return [words.flag(f) for f in self.finding.flags]

    @property
    def where(self) -> str:
        """'Bryn, Aland · 31 May to 1 June 2025'."""
        return " · ".join(filter(None, [", ".join(self.finding.places) or "place not stated", self.window]))

    @property
    def window(self) -> str:
        return words.window(*self.finding.event_window)

    @property
    def outlets(self) -> list[str]:
        """Outlets in order of first appearance; unknown ones once."""
        return list(dict.fromkeys(words.outlet(c.outlet) for c in self.finding.claims))

    @cached_property
    def letters(self) -> dict[str, str]:
        return {claim.id: letter(i) for i, claim in enumerate(self._ordered)}

    @cached_property
    def _ordered(self) -> list[FindingClaim]:
        """The two claims of the gravest pair first, then the rest as given: the reader wants those two sentences."""
        claims = list(self.finding.claims)
        if not self.finding.pairs or self.finding.relation not in CONTRASTS:
            return claims  # an update reads best in the order of time
        gravest = min(self.finding.pairs, key=lambda pair: GRAVITY.index(pair.relation))
        lead = [c for wanted in (gravest.a, gravest.b) for c in claims if c.id == wanted][:2]
        ids = {c.id for c in lead}
        return lead + [c for c in claims if c.id not in ids]

    @cached_property
    def _tones(self) -> dict[str, int]:
        return {key: i for i, key in enumerate(dict.fromkeys(_outlet_key(c) for c in self._ordered))}

    @cached_property
    def claims(self) -> list[ClaimView]:
        return [self._claim(c) for c in self._ordered]

    def _claim(self, claim: FindingClaim) -> ClaimView:
        notes = [words.flag(f) for f in claim.flags]
        info = self.articles.get(claim.article)
        if info is not None and info.copy_of:
            other = self.articles.get(info.copy_of)
            notes.append(f"repeats the text of {_title(other) if other else info.copy_of}")
        if info is not None and "corrupted" in info.flags and "corrupted" not in claim.flags:
            notes.append(words.flag("corrupted"))
        if claim.modality != "asserted":
            notes.insert(0, claim.modality)
        value = ", ".join(dict.fromkeys(words.quantity(q) for q in claim.quantities))
        parts = tuple(runs(claim.text, claim.highlights))
        tone = self._tones[_outlet_key(claim)]
        return ClaimView(self.letters[claim.id], tone, claim, parts, value, tuple(dict.fromkeys(notes)))

    @property
    def values(self) -> str:
        """The differing words themselves, as each text has them: '12 · 19 · at least 12'."""
        said = [q.text for c in self._ordered for q in c.quantities]
        said = said or ["".join(run for run, hit in c.parts if hit) for c in self.claims]
        return _few([s.strip() for s in dict.fromkeys(said) if s.strip()], VALUES_SHOWN, " · ")

    @property
    def legend(self) -> list[tuple[int, str, str]]:
        """(tone, outlet, letters) for the plot."""
        groups: dict[int, list[ClaimView]] = {}
        for view in self.claims:
            groups.setdefault(view.tone, []).append(view)
        return [
            (tone, words.outlet(group[0].claim.outlet), _few([v.letter for v in group]))
            for tone, group in groups.items()
        ]

    @property
    def weighed(self) -> bool:
        """Whether a step of the trace carries a weight."""
        return any(step.weight is not None for step in self.finding.trace)

    @cached_property
    def plot(self) -> axis.Plot | None:
        return axis.plot(list(self._points()), self.finding.unit)

    def _points(self) -> Iterator[axis.Point]:
        by_id = {c.id: c for c in self._ordered}
        tones = self._tones
        for at in self.finding.timeline:
            claim = by_id.get(at.claim)
            tone = tones[_outlet_key(claim)] if claim else len(tones)
            yield axis.Point(
                self.letters.get(at.claim, "·"), tone, words.outlet(at.outlet), at.as_of, at.low, at.high, at.bound,
                at.text, at.superseded,
            )  # fmt: skip
        if self.finding.timeline:
            return
        for claim in self._ordered:
            for q in claim.quantities or (None,):
                yield self._point(claim, q)

    def _point(self, claim: FindingClaim, q: Quantity | None) -> axis.Point:
        low, high, bound, text = (q.low, q.high, q.bound, q.text) if q else (None, None, "exact", "")
        tone, outlet = self._tones[_outlet_key(claim)], words.outlet(claim.outlet)
        return axis.Point(self.letters[claim.id], tone, outlet, claim.times.as_of.start, low, high, bound, text)

    @cached_property
    def pairs(self) -> list[PairView]:
        """The gravest pairs first, at most `FULL_PAIRS`."""
        ordered = sorted(self.finding.pairs, key=lambda pair: GRAVITY.index(pair.relation))[:FULL_PAIRS]
        views, traces = [], 0
        for pair in ordered:
            trace = bool(pair.trace) and pair.trace != self.finding.trace and traces < FULL_TRACES
            traces += trace
            views.append(PairView(self.letters.get(pair.a, pair.a), self.letters.get(pair.b, pair.b), pair, trace))
        return views


def runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Cut `text` at `spans`; yields (run, marked). Overlapping spans are joined, those outside are cut to fit.

    >>> list(runs("at least 12 died", [(0, 11)]))
    [('at least 12', True), (' died', False)]
    """
    at = 0
    for start, end in sorted((max(0, s), min(len(text), e)) for s, e in spans):
        start = max(start, at)
        if end <= start:
            continue
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def letter(index: int) -> str:
    """0 -> 'A', 25 -> 'Z', 26 -> 'AA'."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def safe_link(url: str | None) -> str | None:
    """`url` if it is http or https; anything else ('javascript:') is shown as text and never linked."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _outlet_key(claim: FindingClaim) -> str:
    """Each unknown outlet is its own, so that two of them are never drawn as one voice."""
    return f"o:{claim.outlet}" if claim.outlet else f"?:{claim.article}"


def _title(info: ArticleInfo) -> str:
    return f"“{info.title}” ({words.outlet(info.outlet)})" if info.title else f"{info.id} ({words.outlet(info.outlet)})"


def _few(names: list[str], most: int = 6, between: str = ", ") -> str:
    return between.join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
