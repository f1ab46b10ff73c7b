"""Judged pairs to findings: one finding for each fact, not one for each pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from checker.compare.spans import aware
from checker.report.naming import event_name, fact_name, place_names, settled_by
from checker.report.origins import origins_of
from checker.schema import Article, Claim, Finding, FindingClaim, FindingPair, Quantity, TimelinePoint, Verdict
from checker.schema.verdict import GRAVITY, Relation
from checker.settings import ReportSettings

MEETS: frozenset[Relation] = frozenset(GRAVITY) - {"different_scope", "unrelated"}
SEVERITY = {"conflict": 0.8, "dispute": 0.7, "undetermined": 0.4, "update": 0.3, "compatible": 0.1, "same": 0.05}
# Lives weigh more than property in the order of a report; the rest is in between.
WEIGHT = {"killed": 1.2, "casualties": 1.2, "injured": 1.1, "missing": 1.1}


@dataclass(frozen=True)
class JudgedFact:
    """A fact's claims (all of one event) with the verdicts on their pairs, by position in `claims`.

    `measure` is None for propositions; `focus` says where the fact's quantities start, by claim id; `event_titles` are the titles of the articles that tell of the event.
    """

    event_id: str
    event_titles: tuple[str, ...]
    measure: str | None
    focus: Mapping[str, frozenset[int]]
    claims: tuple[Claim, ...]
    verdicts: Mapping[tuple[int, int], Verdict]
    _met: dict[str, frozenset[int]] = field(default_factory=dict, repr=False, compare=False)

    def met(self) -> Mapping[str, frozenset[int]]:
        """Where the figures that met another claim's start in their articles, by claim id."""
        if not self._met:
            found: dict[str, set[int]] = {"": set()}
            for (i, j), verdict in self.verdicts.items():
                if verdict.relation in MEETS:
                    for span in verdict.spans:
                        claim = self.claims[i if span.side == "a" else j]
                        if span.role == "quantity":
                            found.setdefault(claim.id, set()).add(claim.start + span.start)
            self._met.update({k: frozenset(v) for k, v in found.items()})
        return self._met


def findings_of(fact: JudgedFact, articles: Mapping[str, Article], settings: ReportSettings) -> list[Finding]:
    """The findings of a fact: its claims joined by every pair that meets; pairs of other scope fall apart."""
    groups = _groups(len(fact.claims), [p for p, v in fact.verdicts.items() if v.relation in MEETS])
    return [_finding(fact, group, articles, settings) for group in groups if len(group) > 1]


def rank(findings: Sequence[Finding]) -> list[Finding]:
    """Conflicts first, then by severity, confidence and reach."""
    order = {"conflict": 0, "dispute": 1, "update": 3, "undetermined": 2}
    return sorted(
        findings, key=lambda f: (order.get(f.relation, 4), -f.severity * f.confidence, -f.outlets, f.id)
    )


def _groups(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    parent = list(range(count))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        parent[find(i)] = find(j)
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(find(i), []).append(i)
    return list(groups.values())


def principal(fact: JudgedFact, claim: Claim) -> Quantity | None:
    """The claim's figure for the fact: one that met another claim's, a total of the measure itself before parts."""
    met = fact.met().get(claim.id, frozenset())
    chosen = [q for q in claim.quantities if q.start in fact.focus.get(claim.id, ()) and q.comparable]
    chosen.sort(
        key=lambda q: (q.start not in met, q.measure != fact.measure, q.role != "total", len(q.modifiers), q.start)
    )
    return chosen[0] if chosen else None


def _when(claim: Claim) -> datetime | None:
    start = claim.times.as_of.start or claim.times.published.start
    return aware(start) if start else None


def _finding(fact: JudgedFact, group: list[int], articles: Mapping[str, Article], settings: ReportSettings) -> Finding:
    late = datetime.max.replace(tzinfo=aware(datetime.min).tzinfo)
    group = sorted(group, key=lambda i: (_when(fact.claims[i]) or late, fact.claims[i].id))
    claims = [fact.claims[i] for i in group]
    verdicts = {p: v for p, v in fact.verdicts.items() if p[0] in group and p[1] in group and v.relation in MEETS}
    pairs = _pairs(fact, group, verdicts)
    relation: Relation = min((p.relation for p in pairs), key=GRAVITY.index)
    leading = [p for p in pairs if p.relation == relation]
    lead = max(leading, key=lambda p: (p.confidence, p.a, p.b))
    origins = origins_of(claims, articles)
    highlights = _highlights(fact, verdicts)
    points = _timeline(fact, claims, pairs)
    low, best, high, rule = _limits(fact, claims, origins, settings)
    figures = [q for c in claims if (q := principal(fact, c))]
    outlets = {c.publisher or f"?{c.article}" for c in claims}
    name = fact_name(fact.measure, claims)
    windows = [aware(c.times.event.start) for c in claims if c.times.event.start and c.times.event.text]
    ends = [aware(c.times.event.end) for c in claims if c.times.event.end and c.times.event.text]
    return Finding(
        id=f"f:{fact.measure or 'claim'}:{min(c.id for c in claims)}",
        event=event_name(fact.event_titles, claims),
        event_id=fact.event_id,
        fact=(fact.measure or "what is claimed").replace("_", " "),
        name=name,
        relation=relation,
        kinds=tuple(sorted({k for p in leading for k in p.kinds})),
        flags=tuple(sorted({f for p in leading for f in p.flags})),
        severity=round(_severity(relation, fact.measure, figures, len(outlets)), 3),
        confidence=round(lead.confidence, 3),
        claims=tuple(
            _claim(c, articles[c.article], origins[i], highlights.get(group[i], ()), fact, settings)
            for i, c in enumerate(claims)
        ),
        pairs=tuple(pairs),
        low=low, best=best, high=high, best_rule=rule,
        unit=next((u for u, _ in Counter(q.unit for q in figures).most_common(1)), None),
        timeline=points,
        origins=len(set(origins)),
        origin_names=tuple(dict.fromkeys(origins)),
        outlets=len(outlets),
        explanation=lead.explanation,
        settled_by=settled_by(relation, lead, {c.id: c for c in claims}, verdicts.values()),
        trace=lead.trace,
        event_window=(min(windows) if windows else None, max(ends) if ends else None),
        places=place_names(claims),
    )  # fmt: skip


def _pairs(fact: JudgedFact, group: list[int], verdicts: Mapping[tuple[int, int], Verdict]) -> list[FindingPair]:
    out = []
    for (i, j), verdict in sorted(verdicts.items()):
        a, b = fact.claims[i], fact.claims[j]
        flags = list(verdict.flags)
        if verdict.relation in ("conflict", "dispute") and _stale(fact, group, a, b):
            flags.append("stale")
        rule = next((c.rule for c in verdict.comparisons if c.relation == verdict.relation), "")
        out.append(
            FindingPair(a=a.id, b=b.id, relation=verdict.relation, kinds=verdict.kinds, flags=tuple(flags), rule=rule,
                        explanation=verdict.explanation, confidence=verdict.confidence, trace=verdict.trace)
        )  # fmt: skip
    return out


def _stale(fact: JudgedFact, group: list[int], a: Claim, b: Claim) -> bool:
    """Whether the later claim repeats a figure that was given before the other claim's."""
    first, second = _when(a), _when(b)
    if not first or not second or first == second:
        return False
    early, late = (a, b) if first < second else (b, a)
    figure = principal(fact, late)
    if figure is None or figure.value is None:
        return False
    start = min(first, second)
    for i in group:
        other = fact.claims[i]
        when, q = _when(other), principal(fact, other)
        if other.id not in (early.id, late.id) and when and when < start and q and q.value == figure.value:
            return True
    return False


def _highlights(fact: JudgedFact, verdicts: Mapping[tuple[int, int], Verdict]) -> dict[int, tuple[tuple[int, int], ...]]:
    spans: dict[int, set[tuple[int, int]]] = {}
    for (i, j), verdict in verdicts.items():
        for span in verdict.spans:
            if span.role == "quantity":
                spans.setdefault(i if span.side == "a" else j, set()).add((span.start, span.end))
    return {i: tuple(sorted(s)) for i, s in spans.items()}


def _claim(
    claim: Claim, article: Article, origin: str, highlights, fact: JudgedFact, settings: ReportSettings
) -> FindingClaim:
    room = settings.context_characters
    return FindingClaim(
        id=claim.id, article=article.id, outlet=article.outlet, carrier=claim.carrier, speaker=claim.speaker,
        attribution=claim.attribution, modality=claim.modality, text=claim.text,
        before=article.text[max(0, claim.start - room) : claim.start],
        after=article.text[claim.end : claim.end + room],
        start=claim.start, end=claim.end, title=article.title, url=article.url, times=claim.times,
        places=claim.places, quantities=tuple(q for q in claim.quantities if q.start in fact.focus.get(claim.id, ())),
        highlights=tuple(highlights), origin=origin, flags=tuple(dict.fromkeys((*article.flags, *claim.flags))),
    )  # fmt: skip


def _timeline(fact: JudgedFact, claims: Sequence[Claim], pairs: Sequence[FindingPair]) -> tuple[TimelinePoint, ...]:
    superseded = set()
    for pair in pairs:
        if pair.relation == "update":
            a, b = (next(c for c in claims if c.id == name) for name in (pair.a, pair.b))
            first, second = _when(a), _when(b)
            if first and second and first != second:
                superseded.add(a.id if first < second else b.id)
    points = []
    for claim in claims:
        q = principal(fact, claim)
        if q is None:
            continue
        span = claim.times.as_of if claim.times.as_of.start else claim.times.published
        points.append(
            TimelinePoint(claim=claim.id, outlet=claim.publisher, as_of=span.start, basis=span.basis, low=q.low,
                          high=q.high, bound=q.bound, text=q.text, superseded=claim.id in superseded)
        )  # fmt: skip
    return tuple(points)


def _limits(fact: JudgedFact, claims: Sequence[Claim], origins: Sequence[str], settings: ReportSettings):
    """Low, best and high of the stated totals. Best is one of the stated figures, never an average."""
    stated = []
    for claim, origin in zip(claims, origins, strict=True):
        q = principal(fact, claim)
        if q is not None and q.role == "total" and claim.modality in ("asserted", "reported"):
            number = q.value if q.value is not None else q.low
            if number is not None and q.bound != "vague":
                stated.append((_when(claim), number, origin, q))
    if not stated:
        return None, None, None, None
    units = [q.unit for _, _, _, q in stated]
    unit = max(dict.fromkeys(units), key=units.count)  # 30 days and several months have no common scale here
    stated = [s for s in stated if s[3].unit == unit]
    numbers = [n for _, n, _, _ in stated]
    known = [s for s in stated if s[0] is not None]
    newest = [s for s in known if s[0] == max(k[0] for k in known)] or stated
    if settings.best_rule == "ucdp":
        support = {n: len({o for _, m, o, _ in stated if m == n}) for n in numbers}
        best = max(sorted(support), key=lambda n: support[n])
        rule = "best supported: the figure with the most independent origins (UCDP practice)"
    elif settings.best_rule == "acled":
        best, rule = min(n for _, n, _, _ in newest), "most conservative of the newest figures (ACLED practice)"
    else:
        exact = [s for s in newest if s[3].bound == "exact"] or newest
        best, rule = max(n for _, n, _, _ in exact), "newest figure by as-of time; the higher where two are as new"
    return min(numbers), best, max(numbers), rule


def _severity(relation: Relation, measure: str | None, figures: Sequence[Quantity], outlets: int) -> float:
    base = SEVERITY[relation] * WEIGHT.get(measure or "", 1.0 if measure else 0.85)
    values = [q.value for q in figures if q.value]
    spread = (max(values) - min(values)) / max(values) if len(values) > 1 and max(values) > 0 else 0.0
    return min(1.0, base * (0.8 + 0.3 * spread) + 0.02 * min(outlets, 5))
