"""Quantity assertions of two claims, compared pair by pair."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.compare.measures import SWAPPED
from checker.compare.roles import compare_roles, is_whole, part_of
from checker.compare.sources import resolved, same_speaker
from checker.compare.words import overlap
from checker.judge.context import PairContext
from checker.judge.outcome import Outcome, of_numbers
from checker.judge.scope import Scope, quantity_scope
from checker.judge.sides import sides
from checker.judge.timing import Timing
from checker.schema import Assertion, Claim, Comparison, Quantity, TraceStep
from checker.settings import JudgeSettings

# Where the quantities of one fact start, by claim id.
Focus = Mapping[str, frozenset[int]]
NOT_FACTS = ("hypothetical", "forecast", "demanded", "question")
# A right number with the wrong noun is only telling when the number is not a common one.
SWAP_FROM = 5
# Where one claim gives both nouns, the number must be rarer still, and the reports near in time: a toll may have grown.
TELLING_SWAP = 10
# A partner this much weaker than a figure's best one is none.
PARTNER_SLACK = 0.15
# Counts up to this recur in every report; and the probability from which unlike measures are set against each other.
SMALL = 3
SURELY = 0.6
SWAP_HOURS = 48.0
# Shared content that a "no casualties" needs with a toll to be of one site.
ZERO_OVERLAP = 0.25
_ONLY_KNOWN = re.compile(r"\b(?:report|known|so far|immediate|initial|confirm|yet|information|preliminary)", re.IGNORECASE)
_BOTH = re.compile(r"both\b", re.IGNORECASE)
_COUNTED_ONE = re.compile(r"(?:\w+ ){0,3}(?:one|1)\b", re.IGNORECASE)
# Words near one of two figures that make it a figure of something else: rule, words, reason.
_APART = (
    ("habitual", re.compile(
        r"\b(?:daily|routinely|regularly|typically|usually|on average|(?:every|each|per) (?:day|night|week|month|year)"
        r"|per annum|annually|an? (?:year|month|week|day|night)(?=[,.;]|\s+(?:in|on|across|nationwide)\b|$))", re.IGNORECASE),
     "one figure is what happens regularly, the other of one occasion"),
    ("running_count", re.compile(
        r"\b(?:(?:this|last|so far this) (?:year|season|month)|year[- ]to[- ]date|in (?:19|20)\d\d|of the year"
        r"|since (?:the )?(?:start|beginning|(?:19|20)\d\d)|(?:for|in) the (?:past |last )?(?:year|month|season|decade)"
        r"|(?:in|over) the (?:past|last) (?:\w+ )?(?:\w+ )?(?:weeks|months|years))\b", re.IGNORECASE), "one figure counts a year or a season, the other one event"),
    ("earlier_event", re.compile(
        r"\blast (?:summer|winter|spring|fall|autumn|year|month|january|february|march|april|may|june|july|august|september|october|november"
        r"|december)\b|\b(?:a|one|two|three|several|\d+) (?:years?|months?) (?:ago|earlier|before|after)\b|\bin a (?:previous|similar|separate|different)\b",
        re.IGNORECASE), "one figure is of an earlier event that its article recalls"),
    ("several_events", re.compile(
        r"\b(?:separate|unrelated|string of|series of|multiple|several|different)\s+(?:\w+\s+)?(?:shootings|incidents|cases"
        r"|attacks|crashes|strikes|fires|accidents|quakes|storms|protests|raids)\b|\bin \w+ (?:shootings|incidents)\b",
        re.IGNORECASE), "one figure is of several events together"),
    ("condition", re.compile(r"\b(?:critical|serious|stable|fair|good|grave)(?:ly|-to-critical)?\s+(?:but stable\s+)?(?:condition|injur|wound|hurt)"
        r"|\bcritical\b", re.IGNORECASE), "one figure is of those in one condition"),
    ("partitive", re.compile(
        r"(?:\x00 of|\b(?:none|no one) of(?= [^\x00]{3,20}\x00)) (?:them|those|these|whom|which|the (?:\w+ )?(?:victims|injured|wounded|dead|others|people|men|women"
        r"|individuals|bodies|\d+|two|three|four|five|six|seven|eight|nine|ten)|(?:the|those) (?:[\w'’-]+ ){1,4}(?:killed|slain|injured|wounded|shot|hurt|who))\b",
        re.IGNORECASE),
     "one figure is a part that the sentence takes out of a whole"),
    ("the_others", re.compile(r"\bthe (?:other [\w-]+|[\w-]+ other)\b[^\x00.;]{0,20}\x00|\bthe (?:[\w-]+ )?\x00 others?\b|\bthe [\w-]+\x00 other\b", re.IGNORECASE),
     "one figure is of the others, without those whom the text has named"),
    ("one_stage", re.compile(r"\x00[^.;\x00]{0,60}\bbefore (?:firing|shooting|killing|moving|heading|going|driving|walking|opening fire|turning (?:to|on))\b", re.IGNORECASE),
     "one figure is of the first of several scenes"),
    ("and_another", re.compile(r"\x00[^.;\x00]{0,60}\band another (?:\w+ )?(?:in|at|on|near)\b(?![^.;]{0,40}\b(?:injur|wound|hurt|kill|critical|missing|arrest"
                               r"|dead|died|hospital))", re.IGNORECASE), "the sentence counts another one beside those of its figure"),
    ("in_care", re.compile(r"\x00[^.;\x00]{0,40}\b(?:discharged from|discharged\b(?! (?:a|the|his|her|their) )|treated and released|(?:released from|remain(?:s|ed|ing)? (?:in|at)) (?:the |an? )?(?:\w+ )?(?:hospital|clinic)|remain(?:s|ed)? hospitali[sz]ed)", re.IGNORECASE),
     "one figure is of those who left hospital, or are still there"),
    ("came_in", re.compile(r"\x00.{0,50}\b(?:(?:turned|showed) up|arrived|walked in(?:to)?|drove|checked in(?:to)?)\b.{0,30}\b(?:hospital|medical|clinic"
                           r"|emergency|trauma)\b", re.IGNORECASE | re.DOTALL), "one figure is of those who came to one hospital"),
)  # fmt: skip
# "Nobody was hurt in the raid" is said of the whole event, "no casualties at the depot" of one site.
_WHOLE_EVENT = re.compile(
    r"\x00.{0,30}?\b(?:in|during|by|from) (?:the|this|that) (?:\w+ )?(?:attacks?|raids?|strikes?|incident|crash|accident|explosion|blast|fire|blaze"
    r"|earthquake|quake|storm|flood(?:s|ing)?|collapse|derailment|collision|shooting|clash(?:es)?|protests?|march|demonstration|bombing|shelling"
    r"|operation|landslide|tornado|hurricane|typhoon|cyclone|eruption|stampede|crush)\b", re.IGNORECASE,
)  # fmt: skip
# How far from a figure the words that place it are looked for, in characters.
_AROUND = 90


def _around(claim: Claim, q: Quantity) -> str:
    """The text round a quantity, with a NUL character at its end so that patterns can anchor there."""
    start, end = q.start - claim.start, q.end - claim.start
    return claim.text[max(0, start - _AROUND) : end] + "\x00" + claim.text[end : end + _AROUND]


@dataclass(frozen=True)
class Met:
    """One comparison with its trace and the confidence of its outcome."""

    x: Assertion
    y: Assertion
    outcome: Outcome
    entails: tuple[bool, bool]
    trace: tuple[TraceStep, ...]
    strength: float = 0.0

    def comparison(self, a: Claim, b: Claim) -> Comparison:
        return Comparison(
            a=self.x.quantity.text if self.x.quantity else self.x.text,
            b=self.y.quantity.text if self.y.quantity else self.y.text,
            relation=self.outcome.relation, rule=self.outcome.rule, reason=self.outcome.reason,
            kinds=self.outcome.kinds, flags=self.outcome.flags,
            a_span=_span(self.x, a), b_span=_span(self.y, b),
        )  # fmt: skip


def _span(x: Assertion, claim: Claim) -> tuple[int, int]:
    start, end = (x.quantity.start, x.quantity.end) if x.quantity else (x.start, x.end)
    return max(0, start - claim.start), min(len(claim.text), end - claim.start)


def compare_all(
    a: Claim, b: Claim, when: Timing, context: PairContext, settings: JudgeSettings,
    focus: Focus | None = None,
) -> list[Met]:
    """Every pair of comparable quantities; one that agrees with a figure of the other claim is not held against others.

    Args:
        focus: where the quantities to compare start, by claim id; None compares all.
    """  # fmt: skip
    left = [x for x in a.assertions if _usable(x, a, focus) and not _replaced(x, a)]
    right = [y for y in b.assertions if _usable(y, b, focus) and not _replaced(y, b)]
    met = [compare_two(a, b, x, y, when, context, settings) for x in left for y in right]
    met = _sums_apart(_wholes_apart(_parts_apart(_best_partners(met)), a, b))
    agreeing = [m for m in met if m.outcome.relation in ("same", "compatible")]
    settled = {id(m.x) for m in agreeing if m.outcome.relation == "same"} | {
        id(m.y) for m in agreeing if m.outcome.relation == "same"
    }
    kept = [
        m for m in met
        if m.outcome.relation == "same" or not _settled(m, settled)
    ]  # fmt: skip
    return _died_since(_swaps(a, b, kept, focus, when, context), when)


def _sums_apart(met: list[Met]) -> list[Met]:
    """ "Three went by ambulance and two by car" is no rival of "five": figures of one claim that add up to the other's."""
    parts: dict[int, dict[int, Assertion]] = {}
    for m in met:
        for own, other in ((m.x, m.y), (m.y, m.x)):
            q, r = own.quantity, other.quantity
            if m.outcome.rule != "better_partner" and q and r and q.measure and q.measure == r.measure and q.bound == r.bound == "exact":
                parts.setdefault(id(other), {})[id(own)] = own
    out = []
    for m in met:
        for own, other in ((m.x, m.y), (m.y, m.x)):
            figures = [z.quantity.value for z in parts.get(id(other), {}).values() if z.quantity and z.quantity.value]
            total = other.quantity.value if other.quantity else None
            if m.outcome.relation in _OPEN and id(own) in parts.get(id(other), {}) and len(figures) > 1 and sum(figures) == total:
                m = replace(m, outcome=Outcome("compatible", "adds_up", "the figures of the one add up to that of the other", confidence=0.75))
                break
        out.append(m)
    return out


_OPEN = frozenset({"conflict", "dispute", "update", "undetermined"})


def _died_since(met: list[Met], when: Timing) -> list[Met]:
    """ "Two killed and five hurt", and later "three killed and four hurt": one of the hurt has died, and nothing is disputed."""
    if when.order not in ("a_later", "b_later"):
        return met
    grown = max((_rise(m, when) for m in met if _of_measure(m, "killed") and m.outcome.relation == "update"), default=0.0)
    out = []
    for m in met:
        if _of_measure(m, "injured") and m.outcome.relation in ("conflict", "dispute") and 0 < -_rise(m, when) <= grown:
            since = Outcome("update", "died_since", "as many as are fewer among the injured are more among the dead", ("other",), confidence=0.7)
            m = replace(m, outcome=since)
        out.append(m)
    return out


def _of_measure(m: Met, measure: str) -> bool:
    return all(z.quantity is not None and z.quantity.measure == measure for z in (m.x, m.y))


def _rise(m: Met, when: Timing) -> float:
    """The later figure less the earlier one."""
    early, late = (m.x, m.y) if when.order == "b_later" else (m.y, m.x)
    values = [z.quantity.value if z.quantity and z.quantity.value is not None else 0.0 for z in (early, late)]
    return values[1] - values[0]


def _settled(m: Met, settled: set[int]) -> bool:
    return id(m.x) in settled or id(m.y) in settled


_FROM = re.compile(r"\b(?:from|instead of|rather than|not)\s+(?:the\s+|an?\s+)?(?:earlier\s+|initial\s+|previous\s+)?$", re.IGNORECASE)


_WRONG = re.compile(
    r"[^.;:,]{0,60}?\b(?:was|were|is|are|has been|have been|proved|turned out to be) (?:\w+ly )?(?:incorrect|wrong|false|untrue|inaccurate"
    r"|mistaken|in error|erroneous|unfounded)\b", re.IGNORECASE,
)  # fmt: skip


def _replaced(x: Assertion, claim: Claim) -> bool:
    """Whether the claim itself gives the figure as one that does not hold: "revised to 12 from 15", "the report of a second victim was wrong"."""
    assert x.quantity is not None
    if _WRONG.match(claim.text[x.quantity.end - claim.start :]):
        return True
    before = claim.text[: max(0, x.quantity.start - claim.start)][-40:]
    others = [q for q in claim.quantities if q.measure == x.quantity.measure and q.start != x.quantity.start]
    return bool(others) and _FROM.search(before) is not None


def _usable(x: Assertion, claim: Claim, focus: Focus | None) -> bool:
    return x.quantity is not None and x.quantity.comparable and not is_whole(x.quantity, claim) and (
        focus is None or x.quantity.start in focus.get(claim.id, ())
    )


def compare_two(
    a: Claim, b: Claim, x: Assertion, y: Assertion, when: Timing, context: PairContext, settings: JudgeSettings
) -> Met:
    """Two quantity assertions: scope, modality, roles and intervals, then time and speakers."""
    scope = quantity_scope(a, b, x, y, context, settings)
    met = replace(_compare(a, b, x, y, scope, when, context, settings), strength=scope.strength)
    if met.outcome.relation in ("conflict", "dispute") and not context.alone and not _telling(x, y, scope.strength):
        away = Outcome("different_scope", "weak_meeting", "the two figures may count one thing, but not surely enough to set them against each other")
        met = replace(met, outcome=away)
    return met


def _telling(x: Assertion, y: Assertion, strength: float) -> bool:
    """Whether two figures found among many count one thing surely enough for a conflict.

    Measures that are read are (strength 3). Small numbers of people recur in every report ("one was taken to hospital"),
    so that examples alone do not make them one.
    """
    if strength >= 3:
        return True
    values = [abs(z.quantity.value) for z in (x, y) if z.quantity and z.quantity.value is not None]
    return min(values, default=0.0) > SMALL and (strength >= 1 or strength >= SURELY)


def _compare(
    a: Claim, b: Claim, x: Assertion, y: Assertion, scope: Scope, when: Timing, context: PairContext, settings: JudgeSettings
) -> Met:
    q, r = x.quantity, y.quantity
    assert q is not None and r is not None
    words = (q.text, r.text)
    trace = [TraceStep(step="scope", compared=words, rule=scope.rule, result=scope.reason or "one scope")]
    if not scope.meets:
        return Met(x, y, Outcome("different_scope", scope.rule, scope.reason), (False, False), tuple(trace))
    outcome = _modality(a, b, x, y)
    if outcome is not None:
        trace.append(TraceStep(step="scope", compared=(x.modality, y.modality), rule=outcome.rule, result=outcome.reason))
        if outcome.relation != "update" or compare_roles(q, r).result in ("equal", "compatible"):
            return Met(x, y, outcome, (False, False), tuple(trace))
        outcome = Outcome("different_scope", "planned", "a plan and what came of it may differ")
        return Met(x, y, outcome, (False, False), tuple(trace))
    if scope.part and q.role == r.role == "total":
        result = compare_roles(q, r)
        if result.result != "equal" or _narrow_apart(q, r):
            result = part_of(q, r) if scope.part == "a" else part_of(r, q)
    else:
        result = compare_roles(q, r, tolerance=settings.tolerance)
    trace.append(TraceStep(step="quantity", compared=words, rule=result.rule, result=result.reason, weight=_weight(result)))
    if result.result == "incomparable":
        return Met(x, y, Outcome("different_scope", result.rule, result.reason), (False, False), tuple(trace))
    if result.result == "equal":
        return Met(x, y, Outcome("same", result.rule, result.reason, confidence=0.9), (True, True), tuple(trace))
    if result.result == "compatible":
        inside = _inside(q.low, q.high, r.low, r.high), _inside(r.low, r.high, q.low, q.high)
        if "part" in result.rule or "each" in result.rule:
            inside = (False, False)
        return Met(x, y, Outcome("compatible", result.rule, result.reason, confidence=0.8), inside, tuple(trace))
    if (apart := _site(a, b, q, r)) is not None:
        trace.append(TraceStep(step="scope", compared=words, rule=apart.rule, result=apart.reason))
        return Met(x, y, Outcome("different_scope", apart.rule, apart.reason), (False, False), tuple(trace))
    if context.same_article and not _two_voices(x, y):
        # one report that gives two figures counts two things, or one is a part; it seldom contradicts itself
        away = Outcome("different_scope", "one_article", "one article gives both figures, and no two sides stand behind them")
        return Met(x, y, away, (False, False), tuple(trace))
    if (q.high == 0) != (r.high == 0) and _none_at_all(a, b, q, r) and when.order != "unknown":
        relation, why = sides(a, b, x.speaker, y.speaker)
        outcome = Outcome(relation, "none_against_some", why, ("negation", "number"), confidence=0.65)
    else:
        outcome = of_numbers(a, b, x, y, when, context, vague=result.vague, kind="number")
    trace.append(TraceStep(step="time", compared=None, rule=when.order, result=when.basis))
    trace.append(TraceStep(step="speaker", compared=(x.speaker or "own voice", y.speaker or "own voice"),
                           rule=outcome.rule, result=outcome.reason))  # fmt: skip
    return Met(x, y, outcome, (False, False), tuple(trace))


def _narrow_apart(q: Quantity, r: Quantity) -> bool:
    """Whether the nouns themselves differ ("nine children", "nine people"); "nine in hospital" are the nine injured."""
    return q.measure == r.measure


def _site(a: Claim, b: Claim, q: Quantity, r: Quantity) -> Scope | None:
    """Scope that only two figures which exclude each other show.

    "No casualties" is mostly said of one site of several, so it meets a toll only in like words; and what happens
    "almost daily" is not one day's figure.
    """
    zero = next(((c, z) for c, z in ((a, q), (b, r)) if z.high == 0), None)
    one_site = zero is None or q.high == r.high or overlap(a.text, b.text) >= ZERO_OVERLAP or _WHOLE_EVENT.search(_around(*zero))
    if not one_site:
        return Scope(False, "other_site", "“none” and a toll, and nothing shows that one site is meant")
    if any(_BOTH.match(x.text) and (y.value or 0) > 2 for x, y in ((q, r), (r, q))):
        return Scope(False, "both", "“both” takes up two people named before, who may be a part")
    if abs((q.value or 0) - (r.value or 0)) == 1 and (_counts_culprit(a, q) != _counts_culprit(b, r)):
        return Scope(False, "culprit_counted", "one figure counts the one who did it, and the other is less or more by one")
    if {q.measure, r.measure} == {"shot", "injured"}:
        return Scope(False, "shot_or_hurt", "of those who were shot some may have died, and of those who were hurt some were not shot")
    if _individual(q) != _individual(r) and max(q.value or 0, r.value or 0) > 1:
        return Scope(False, "individual", "one figure is a single person among those counted")
    for rule, pattern, reason in _APART:
        if (pattern.search(_around(a, q)) is None) != (pattern.search(_around(b, r)) is None):
            return Scope(False, rule, reason)
    return None


_CULPRIT = re.compile(
    r"\b(?:including|counting|among them|plus|as well as|along with)\s+(?:the\s+|an?\s+|one\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:gunm[ae]n|shooters?|suspects?|attackers?|killers?|bombers?|assailants?|perpetrators?|himself|herself)\b", re.IGNORECASE,
)  # fmt: skip


def _counts_culprit(claim: Claim, q: Quantity) -> bool:
    """Whether the text says that a toll has the culprit in it: "seven people, including the gunman", "four, counting himself"."""
    return _CULPRIT.search(_around(claim, q).partition("\x00")[2].partition(". ")[0]) is not None


def _individual(q: Quantity) -> bool:
    """Whether the quantity is somebody ("a 17-year-old girl") rather than a count ("one person")."""
    return q.value == 1 and _COUNTED_ONE.match(q.text) is None


def _parts_apart(met: list[Met]) -> list[Met]:
    """A part meets the other claim's total only where its own total does: "63 of 485" is no part of another night's 105."""
    out = []
    for m in met:
        q, r = m.x.quantity, m.y.quantity
        assert q is not None and r is not None
        if {q.role, r.role} == {"part", "total"} and m.outcome.relation != "different_scope" and q.value != r.value:
            whole_is_y = q.role == "part"
            own = [
                n for n in met
                if (n.y is m.y if whole_is_y else n.x is m.x) and n is not m and n.x.quantity and n.y.quantity
                and n.x.quantity.role == n.y.quantity.role == "total"
                and n.x.quantity.measure == (q.measure if whole_is_y else n.x.quantity.measure)
                and n.y.quantity.measure == (n.y.quantity.measure if whole_is_y else r.measure)
            ]  # fmt: skip
            if own and not any(n.outcome.relation in ("same", "compatible", "update") for n in own):
                away = Outcome("different_scope", "part_of_other_whole", "the part belongs to another whole")
                m = Met(m.x, m.y, away, (False, False), m.trace)
        out.append(m)
    return out


def _best_partners(met: list[Met]) -> list[Met]:
    """Each figure keeps its strongest partners: "12 dead" meets "29 dead" and not "two, who turned up alive" beside it."""
    best: dict[int, float] = {}
    for m in met:
        for side in (m.x, m.y):
            best[id(side)] = max(best.get(id(side), 0.0), m.strength)
    out = []
    for m in met:
        if m.outcome.relation != "different_scope" and m.strength < max(best[id(m.x)], best[id(m.y)]) - PARTNER_SLACK:
            away = Outcome("different_scope", "better_partner", "one of the two figures has a nearer match in the other claim")
            m = Met(m.x, m.y, away, (False, False), m.trace)
        out.append(m)
    return out


def _wholes_apart(met: list[Met], a: Claim, b: Claim) -> list[Met]:
    """A stated whole is no rival of what its part agrees with: "five of the eight carriages" and "five carriages"."""
    agreed = {(id(m.x), id(m.y)) for m in met if m.outcome.relation in ("same", "compatible")}

    def is_whole(x: Assertion, own: list[Assertion], other: Assertion, first: bool) -> bool:
        parts = [z for z in own if z.quantity and x.quantity and z is not x and z.quantity.of == x.quantity.value]
        return any(((id(z), id(other)) if first else (id(other), id(z))) in agreed for z in parts)

    out = []
    for m in met:
        if m.outcome.relation in ("conflict", "dispute", "update", "undetermined") and (
            is_whole(m.x, list(a.assertions), m.y, True) or is_whole(m.y, list(b.assertions), m.x, False)
        ):
            away = Outcome("different_scope", "whole_of_part", "one figure is the whole of which the other claim gives the part")
            m = Met(m.x, m.y, away, (False, False), m.trace)
        out.append(m)
    return out


def _weight(result) -> float:
    return {"equal": 1.0, "compatible": 0.6, "conflicting": -1.0}.get(result.result, 0.0)


def _inside(low, high, other_low, other_high) -> bool:
    """Whether [low, high] lies inside the other interval: then the one entails the other."""
    return (other_low is None or (low is not None and low >= other_low)) and (
        other_high is None or (high is not None and high <= other_high)
    )


def _two_voices(x: Assertion, y: Assertion) -> bool:
    return resolved(x.speaker) and resolved(y.speaker) and same_speaker(x.speaker, y.speaker) == "different"


def _none_at_all(a: Claim, b: Claim, q: Quantity, r: Quantity) -> bool:
    """Whether one claim says outright that nobody was hurt, which a later count cannot grow from.

    "No injuries were reported" only says what was known, and may be overtaken.
    """
    zero, claim = (q, a) if q.high == 0 else (r, b)
    return zero.measure in ("killed", "injured", "casualties") and _ONLY_KNOWN.search(claim.text) is None


def _modality(a: Claim, b: Claim, x: Assertion, y: Assertion) -> Outcome | None:
    pair = {x.modality, y.modality}
    if not pair & {"asserted", "reported", "denied"}:
        return None  # two plans, or a plan and a forecast of it, compare as they stand
    for modality in NOT_FACTS:
        if modality in pair:
            return Outcome("different_scope", f"modality_{modality}", f"one of the two is {modality}, not asserted")
    if "denied" in pair and pair != {"denied"}:
        return None if x.quantity and y.quantity and compare_roles(x.quantity, y.quantity).result != "equal" else (
            _denied(a, b, x, y)
        )  # fmt: skip
    if "planned" in pair and pair != {"planned"}:
        return Outcome("update", "fulfilment", "planned, then done", ("fulfilment",), confidence=0.7)
    return None


def _denied(a: Claim, b: Claim, x: Assertion, y: Assertion) -> Outcome:
    relation, why = sides(a, b, x.speaker, y.speaker)
    return Outcome(relation, "denied", f"the figure is denied: {why}", ("negation",), confidence=0.75)


def _swaps(a: Claim, b: Claim, met: list[Met], focus: Focus | None, when: Timing, context: PairContext) -> list[Met]:
    """Category swaps: one claim says of the killed what the other says of the injured.

    Three ways to see one: neither claim gives the other's measure; both give both, crosswise; or one gives both and
    the other repeats a telling number with the other's noun (killed 3 and wounded 17 / 17 were killed).
    """
    if when.order == "unknown" or not (context.same_event or context.cosine is None or context.cosine > 0.6):
        return met
    left, right = ([x for x in c.assertions if _usable(x, c, None) and not _replaced(x, c)] for c in (a, b))
    out = list(met)
    for x in left:
        for y in right:
            q, r = x.quantity, y.quantity
            assert q is not None and r is not None
            if frozenset({q.measure, r.measure}) not in SWAPPED or q.measure == r.measure or q.unit != r.unit:
                continue
            if q.value is None or q.value != r.value or not (_usable(x, a, focus) or _usable(y, b, focus)):
                continue
            own = [z.quantity for z in left if z.quantity and z.quantity.measure == r.measure]
            other = [z.quantity for z in right if z.quantity and z.quantity.measure == q.measure]
            if not own and not other:
                swap = q.value >= SWAP_FROM
            elif own and other:
                swap = own[0].value == other[0].value != q.value
            else:
                near = when.hours is None or abs(when.hours) <= SWAP_HOURS
                swap = q.value >= TELLING_SWAP and near and all(z.value != q.value for z in own or other)
            if swap:
                relation, why = sides(a, b, x.speaker, y.speaker)
                outcome = Outcome(relation, "category_swap", f"one figure, two nouns ({q.measure}, {r.measure}): {why}",
                                  ("category_swap",), confidence=0.6)  # fmt: skip
                step = TraceStep(step="quantity", compared=(q.text, r.text), rule="category_swap", result=outcome.reason)
                out = [m for m in out if m.x is not x and m.y is not y]
                out.append(Met(x, y, outcome, (False, False), (step,)))
    return out
