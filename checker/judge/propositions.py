"""Propositions of two claims: NLI in both directions, with lexical evidence beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from checker.compare.groups import antonyms, implies, is_person, one_happening
from checker.compare.places import relate_places
from checker.compare.sources import resolved, same_speaker
from checker.compare.spans import hours_between, relate
from checker.compare.words import content, overlap
from checker.judge.context import PairContext
from checker.judge.outcome import Outcome
from checker.judge.sides import sides
from checker.judge.timing import REVISES, Timing
from checker.schema import Assertion, Claim, TimeSpan, TraceStep
from checker.schema.verdict import Kind
from checker.settings import JudgeSettings

_CAUSE = re.compile(
    r"\b(caused|because of|due to|blamed? (?:on|for)|blaming|result of|led to|triggered|sparked by|set off by|owing to)\b", re.I
)
# The cause as a noun phrase before or behind its verb.
_CAUSES = re.compile(
    r"((?:\b(?:an?|the|its|his|their)\s+)?(?:[\w'’-]+\s+){0,5}[\w'’-]+),?(?:\s+and not [\w\s'’-]{1,30},?)?\s+(?:had\s+|have\s+|has\s+)?"
    r"(?:caused|triggered|set off|was behind|were behind|was to blame|were to blame|brought about)\b", re.I,
)  # fmt: skip
_CAUSED_BY = re.compile(
    r"\b(?:caused by|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )due to|because of|blamed on|as a result of|triggered by|set off by|brought about by|owing to|sparked by)"
    r"\s+((?:an?\s+|the\s+)?(?:[\w'’-]+\s*){1,5})", re.I,
)  # fmt: skip
# States that exclude each other, as news words them.
STATES = tuple(
    (re.compile(left, re.I), re.compile(right, re.I))
    for left, right in (
        (r"\bunder control\b|\bcontained\b", r"\bout of control\b|\buncontrolled\b|\buncontained\b"),
        (r"\bsurviv(?:ed|es|ing)\b|\balive\b", r"\bdied\b|\bdead\b|\bwas killed\b|\bwere killed\b|\bperished\b"),
        (r"\bstill standing\b|\bintact\b|\bundamaged\b|\bunscathed\b", r"\bdestroyed\b|\bwashed away\b|\bcollapsed\b|\bdamaged\b"),
        (r"\b(?:is|was|are|were|remains?|remained) open\b|\breopened\b", r"\b(?:is|was|are|were|remains?|remained) (?:closed|shut)\b"),
        (r"\bguilty\b|\bconvicted\b", r"\bnot guilty\b|\bacquitted\b|\bcleared of\b"),
        (r"\bunanimous(?:ly)?\b", r"\bsplit (?:vote|decision)\b|\bdivided\b"),
        (r"\bin favou?r of\b|\bsupports?\b|\bsupported\b|\bbacks?\b|\bbacked\b", r"\bopposes?\b|\bopposed\b|\bvoted against\b"),
    )
)
# The row of STATES on life and death, and a count of people, with which it says nothing.
_LIFE = 1
_COUNTS = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?|scores?|several)\b", re.I)
STATE_OVERLAP = 0.4
_KNOWLEDGE = re.compile(
    r"\b(?:(?:not|n['’]t|never|no)\s+(?:yet\s+|immediately\s+|been\s+|have\s+)*(?:known|clear|released?|announced?|identified|named|"
    r"respond(?:ed)?|confirmed|disclosed?|provided?|said|say|know|suspects?|information|details|word|idea)|unknown|unclear)\b", re.I,
)  # fmt: skip
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without)\b|n['’]t\b", re.I)
# What a negation denies: the words behind it, up to the end of the clause.
_DENIED_WORDS = re.compile(rf"(?:{_NEGATION.pattern})([^,;.:()—]*?)(?=[,;.:()—]|\b(?:and|but|while|although|though)\b|$)", re.I)
_PREFIXED = re.compile(r"\bnon[- ]?([a-z][a-z-]{2,})", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me)\b")
# Shared content below which even a confident NLI model is not believed, and above which a lone "not" is a sign.
LEAST_OVERLAP = 0.25
NEGATED_OVERLAP = 0.6
UNSIGNED_MEAN = 0.5
UNSIGNED_OVERLAP = 0.4
# A mean from which less overlap will do: "was run by" one company, and by another.
UNSIGNED_SURE = 0.75
_NUMBERS = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|hundreds?)\b", re.IGNORECASE)
# What both directions must say at the least before a lone "not" counts in a report.
NEGATED_BOTH = 0.5
# Or what the two must share of all their content words: the same sentence, with and without "not".
NEGATED_ALIKE = 0.6
# Content words that two contradicting claims share at the least: "officials denied the claim" contradicts nothing alone.
LEAST_SHARED = 2
# NLI models take two different figures for a contradiction whatever they count; figures have a judge of their own.
FIGURES_AGAINST = 0.92
_DATED = frozenset({"minute", "hour", "part_of_day", "day"})
_TOLD = frozenset({"asserted", "reported", "denied"})
ENTAILMENT, NEUTRAL, CONTRADICTION = 0, 1, 2


@dataclass(frozen=True)
class Evidence:
    """What the words themselves say against each other."""

    kind: Kind | None
    words: tuple[str, str] | None = None
    subject: float = 0.0
    close: bool = False  # the two acts are done to one thing in the same words


def evidence(a: Claim, b: Claim) -> Evidence:
    """The strongest lexical sign that two claims exclude each other: role swap, antonym, negation. Symmetric."""
    subject = overlap(a.text, b.text)
    best = Evidence(None, None, subject)
    for x in a.assertions:
        for y in b.assertions:
            if x.kind != "proposition" or y.kind != "proposition" or not x.predicate or not y.predicate:
                continue
            if x.predicate == y.predicate:
                if _swapped(x, y):
                    return Evidence("role_swap", (x.text, y.text), subject)
                if x.polarity != y.polarity and _related(x, y) and denies_what_is_said(a.text, b.text):
                    best = Evidence("negation", (x.text, y.text), subject, _close(x, y))
            elif x.polarity != y.polarity and _related(x, y) and (
                implies(x.predicate, y.predicate) if x.polarity == "positive" else implies(y.predicate, x.predicate)
            ):
                best = Evidence("negation", (x.text, y.text), subject, _close(x, y))
            elif antonyms(x.predicate, y.predicate) and x.polarity == y.polarity and _related(x, y):
                best = best if best.kind else Evidence("antonym", (x.text, y.text), subject)
    if best.kind is None and subject >= STATE_OVERLAP and _opposite_states(a.text, b.text):
        best = Evidence("antonym", (a.text, b.text), subject)
    if best.kind is None and (dates := _two_dates(a, b)):
        best = Evidence("date", dates, max(subject, STATE_OVERLAP))
    if best.kind is None and (firsts := _two_firsts(a, b)):
        best = Evidence("role_swap", firsts, max(subject, STATE_OVERLAP), close=True)
    if best.kind is None and (causes := _two_causes(a.text, b.text)):
        best = Evidence("cause", causes, subject)
    return best


def denies_what_is_said(a: str, b: str) -> bool:
    """Whether the negation of one text bears on words of the other: "do not have a suspect" denies no investigation.

    "None is life-threatening" and "non-life-threatening" deny the same, and "he didn't" alone denies nothing that is named.
    """
    for denying, other in ((a, b), (b, a)):
        denied = [content(m.group(1)) for m in _DENIED_WORDS.finditer(denying)]
        prefixed = {stem for m in _PREFIXED.finditer(other) for stem in content(m.group(1))}
        if any(words and words & content(other) and not words & prefixed for words in denied):
            return True
    return False


# Only one party can have done it: "X fired first" and "Y opened fire first", "X won" and "Y won".
_FIRST = re.compile(r"\b(?:(?:fired|shot|opened fire|attacked|struck|started shooting|broke (?:the|a) \w+) first|fired the first|first (?:to|who) (?:fire|shoot|attack|strike|open fire|break))\b", re.I)


def _two_firsts(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Two texts that name another party as the one that was first."""
    found = _FIRST.search(a.text), _FIRST.search(b.text)
    if not (found[0] and found[1]):
        return None
    actors = [content(c.text[max(0, m.start() - 60) : m.start()].rsplit(",", 1)[-1]) for c, m in zip((a, b), found, strict=True)]
    if not actors[0] or not actors[1] or actors[0] <= actors[1] or actors[1] <= actors[0]:
        return None
    return a.text, b.text


# Two days of one happening further apart than this are two happenings.
_MOST_DAYS = 10.0
_NEAR_ACT = 60  # characters between an act and the time phrase that dates it


def _two_dates(a: Claim, b: Claim) -> tuple[str, str] | None:
    """One happening that the two claims date apart: "capsized on Tuesday" and "the ferry that capsized on Monday evening"."""
    left, right = a.times.event, b.times.event
    if not (left.text and right.text and left.start and right.start) or not {left.granularity, right.granularity} <= _DATED:
        return None
    if relate(left, right) not in ("before", "after") or abs(hours_between(left, right) or 0.0) > 24 * _MOST_DAYS:
        return None
    for x in a.assertions:
        for y in b.assertions:
            if x.kind != "proposition" or y.kind != "proposition" or not x.predicate or not y.predicate:
                continue
            if not one_happening(x.predicate, y.predicate) or x.polarity != y.polarity or not {x.modality, y.modality} <= _TOLD:
                continue
            parties = [content(f"{z.actor or ''} {z.object or ''}") for z in (x, y)]
            if parties[0] & parties[1] and _dated(a, x, left) and _dated(b, y, right):
                return left.text, right.text
    return None


def _dated(claim: Claim, x: Assertion, span: TimeSpan) -> bool:
    """Whether the claim's time phrase stands near the act."""
    at = claim.text.find((span.text or "").split(",")[0])
    first, last = x.start - claim.start, x.end - claim.start
    return at >= 0 and min(abs(at - last), abs(first - at), abs(first - at - len(span.text or ""))) <= _NEAR_ACT


def _opposite_states(a: str, b: str) -> bool:
    for k, (left, right) in enumerate(STATES):
        if k == _LIFE and (_COUNTS.search(a) or _COUNTS.search(b)):
            continue  # "64 were pulled out alive", "nine are dead": parts of a crowd, not one fate
        here = (bool(left.search(a)), bool(right.search(a)), bool(left.search(b)), bool(right.search(b)))
        if here in ((True, False, False, True), (False, True, True, False)):
            return True
    return False


def _cause(text: str) -> frozenset[str] | None:
    """Content words of what the text names as the cause, or None."""
    if match := _CAUSED_BY.search(text):
        return content(match.group(1))
    if match := _CAUSES.search(text):
        return content(match.group(1))
    return None


def _two_causes(a: str, b: str) -> tuple[str, str] | None:
    left, right = _cause(a), _cause(b)
    if not left or not right or left & right:
        return None
    return a, b


def _related(x: Assertion, y: Assertion) -> bool:
    """Whether the two share their object, or their actor where an object is missing."""
    left, right = content(x.object or ""), content(y.object or "")
    if left and right:
        return bool(left & right)
    actors = content(x.actor or ""), content(y.actor or "")
    return bool(actors[0] & actors[1])


def _close(x: Assertion, y: Assertion) -> bool:
    """Whether the objects (where neither has one, the subjects) are one in words: all content words of the shorter are in the longer."""
    left, right = content(x.object or ""), content(y.object or "")
    if not left and not right:  # "chlorine escaped", "no chlorine escaped"
        left, right = content(x.actor or ""), content(y.actor or "")
    return bool(left and right) and (left <= right or right <= left)


def _swapped(x: Assertion, y: Assertion) -> bool:
    if not (x.actor and x.object and y.actor and y.object):
        return False
    xa, xo, ya, yo = (content(t) for t in (x.actor, x.object, y.actor, y.object))
    crossed, straight = len(xa & yo) + len(xo & ya), len(xa & ya) + len(xo & yo)
    return bool(xa & yo) and bool(xo & ya) and crossed > straight


def compare_claims(
    a: Claim, b: Claim, nli: np.ndarray | None, when: Timing, context: PairContext, settings: JudgeSettings
) -> tuple[Outcome, tuple[TraceStep, ...]]:
    """The relation of two claims as propositions.

    Args:
        nli: shape (2, 3): entailment, neutral, contradiction for A -> B and B -> A; None leaves it to the words.
    """
    seen = evidence(a, b)
    trace = [TraceStep(step="proposition", compared=seen.words, rule=seen.kind or "no_lexical_sign",
                       result=f"shared content {seen.subject:.2f}")]  # fmt: skip
    contra = ent = 0.0
    both = (0.0, 0.0)
    if nli is not None:
        contra = float(nli[:, CONTRADICTION].mean())
        both = float(nli[0, ENTAILMENT]), float(nli[1, ENTAILMENT])
        ent = max(both)
        strongest = ("entailment", "neutral", "contradiction")[int(nli.mean(axis=0).argmax())]
        trace.append(TraceStep(step="nli", rule="both_directions", result=strongest, weight=ent - contra))
    related = bool(context.same_event) or seen.subject >= settings.topic_overlap
    if context.cosine is not None:
        related = related or context.cosine >= 0.55
    if not related:
        return Outcome("unrelated", "no_shared_subject", "the claims share no subject", confidence=0.8), tuple(trace)
    place = relate_places([p for p in a.places if not p.added], [p for p in b.places if not p.added])
    modal = {a.modality, b.modality}
    if place == "disjoint" and not context.same_event and seen.kind is None:
        return Outcome("different_scope", "other_place", "the places differ", confidence=0.7), tuple(trace)
    strength = _strength(nli, context)
    one_voice = resolved(a.speaker) and same_speaker(a.speaker, b.speaker) == "same"
    sure = context.alone or nli is None or one_voice or _alike(a, b) >= NEGATED_ALIKE or float(nli[:, CONTRADICTION].min()) >= NEGATED_BOTH
    bears = denies_what_is_said(a.text, b.text)
    if seen.kind is None and sure and bears and one_negates(a, b) and seen.subject >= NEGATED_OVERLAP and contra >= settings.weak_contradiction:
        seen = Evidence("negation", (a.text, b.text), seen.subject)
    figures = all(any(q.comparable for q in c.quantities) for c in (a, b))
    enough = FIGURES_AGAINST if figures else settings.contradiction
    against = strength >= enough and seen.subject >= LEAST_OVERLAP
    if seen.kind is None and not bears and any(_NEGATION.search(c.text) for c in (a, b)):
        against = False  # a small NLI model takes any "not" for a contradiction
    if seen.kind is None and context.same_event and nli is not None:
        # without a sign in the words, the model must be sure both ways and the claims must be much alike
        against = against and not all(_NUMBERS.search(c.text) for c in (a, b))  # ages, clock times: figures have a judge
        least = LEAST_OVERLAP if contra >= UNSIGNED_SURE else UNSIGNED_OVERLAP
        against = against and contra >= UNSIGNED_MEAN and seen.subject >= least and not of_themselves(a, b) and not one_is_named(a.text, b.text)
    against = against or (seen.kind is not None and strength >= settings.weak_contradiction)
    # verbs that exclude each other, on one object in one event, need no model
    against = against or (seen.kind in ("cause", "date") and bool(context.same_event))
    against = against or (seen.kind == "negation" and seen.close and bool(context.same_event))
    against = against or (seen.kind in ("antonym", "role_swap") and bool(context.same_event) and seen.subject >= 0.3)
    if "denied" in modal and modal != {"denied"} and contra >= settings.weak_contradiction and seen.subject >= 0.3:
        against = True
    if context.same_article and not (
        resolved(a.speaker) and resolved(b.speaker) and same_speaker(a.speaker, b.speaker) == "different"
    ):
        against = False  # one report seldom contradicts itself; it tells of two sides, or of two things
    if against and seen.kind not in ("antonym", "role_swap", "cause", "date") and (
        _KNOWLEDGE.search(a.text) or _KNOWLEDGE.search(b.text)
    ):
        against = False  # what is not known yet may be known in the next report
    shared = len(content(a.text) & content(b.text))
    against = against and (shared >= LEAST_SHARED or seen.kind in ("cause", "date") or seen.close)
    if against and modal & {"hypothetical", "question", "forecast", "opinion"} and len(modal) > 1:
        return Outcome("different_scope", "modality", "one of the two is not asserted", confidence=0.6), tuple(trace)
    if against:
        return _against(a, b, seen, strength, when, modal), tuple(trace)
    if modal >= {"planned"} and len(modal) > 1 and ent >= settings.entailment and "denied" not in modal:
        return Outcome("update", "fulfilment", "planned, then done", ("fulfilment",), confidence=0.6), tuple(trace)
    if min(both) >= settings.entailment:
        return Outcome("same", "entails_both_ways", "each claim follows from the other", confidence=min(both)), tuple(trace)
    if ent >= settings.entailment:
        return Outcome("compatible", "entails_one_way", "one claim says more than the other", confidence=ent), tuple(trace)
    if seen.subject >= 2 * settings.topic_overlap or context.same_event:
        return Outcome("different_scope", "other_aspect", "the claims speak of different aspects", confidence=0.6), tuple(trace)
    return Outcome("unrelated", "no_shared_subject", "the claims hardly share a subject", confidence=0.6), tuple(trace)


def _strength(nli: np.ndarray | None, context: PairContext) -> float:
    """P(contradiction) of the pair, the same in both orders.

    NLI reads a claim with more detail as neutral one way and as a contradiction the other: within one event the
    stronger direction counts, among lone claims the mean of the stronger and of both.
    """
    if nli is None:
        return 0.0
    top, mean = float(nli[:, CONTRADICTION].max()), float(nli[:, CONTRADICTION].mean())
    return top if context.same_event else (top + mean) / 2


def one_negates(a: Claim, b: Claim) -> bool:
    """Whether exactly one of the two texts has a negation."""
    return (_NEGATION.search(a.text) is None) != (_NEGATION.search(b.text) is None)


def one_is_named(a: str, b: str) -> bool:
    """Whether all that differs is that one text names whom the other describes: "the teen", "Garcia"."""
    left, right = content(a), content(b)
    only = left - right, right - left
    if not only[0] or not only[1] or len(left & right) < 2 * max(map(len, only)):
        return False
    names = [content(" ".join(re.findall(r"(?<=[\w,] )[A-Z][\w'’-]+", text))) for text in (a, b)]
    return any(one <= named and all(is_person(word) for word in rest) for one, named, rest in ((only[0], names[0], only[1]), (only[1], names[1], only[0])))


def of_themselves(a: Claim, b: Claim) -> bool:
    """Whether two speakers talk, one of them in the first person: "I lost two friends" says nothing of another's."""
    spoken = any(_FIRST_PERSON.search(c.text) for c in (a, b))
    return spoken and resolved(a.speaker) and resolved(b.speaker) and same_speaker(a.speaker, b.speaker) == "different"


def _alike(a: Claim, b: Claim) -> float:
    """Shared content stems over all of both texts (Jaccard)."""
    left, right = content(a.text), content(b.text)
    return len(left & right) / len(left | right) if left | right else 0.0


def _against(a: Claim, b: Claim, seen: Evidence, contra: float, when: Timing, modal: set[str]) -> Outcome:
    kind: Kind = seen.kind or ("negation" if "denied" in modal else _kind(a, b))
    if when.order in ("a_later", "b_later"):
        later = a if when.order == "a_later" else b
        one_voice = same_speaker(a.speaker, b.speaker) == "same" or _same_actor(a, b)
        if kind in ("antonym", "negation") and one_voice and abs(when.hours or 0) >= 20:
            return Outcome("update", "reversal", "the position changed", ("reversal",), confidence=0.6)
        if REVISES.search(later.text) and same_speaker(a.speaker, b.speaker) != "different":
            return Outcome("update", "revision", "the later text revises the earlier", ("correction",), confidence=0.6)
    if when.order == "unknown" and kind in ("antonym", "negation"):
        return Outcome("undetermined", "order_missing", "a changed position, or two accounts of one", (kind,),
                       missing="the dates of the two claims", confidence=0.55)  # fmt: skip
    relation, why = sides(a, b)
    return Outcome(relation, "contradiction", why, (kind,), confidence=min(0.9, max(0.5, contra)))


def _same_actor(a: Claim, b: Claim) -> bool:
    for x in a.assertions:
        for y in b.assertions:
            if x.predicate and y.predicate and x.actor and y.actor and content(x.actor) & content(y.actor):
                if antonyms(x.predicate, y.predicate) or x.polarity != y.polarity:
                    return True
    return False


def _kind(a: Claim, b: Claim) -> Kind:
    if _CAUSE.search(a.text) and _CAUSE.search(b.text):
        return "cause"
    names = [{w for w in re.findall(r"\b[A-Z][\w'’-]+", c.text[1:])} for c in (a, b)]
    if names[0] and names[1] and names[0] - names[1] and names[1] - names[0] and overlap(a.text, b.text) > 0.5:
        return "entity"
    return "other"
