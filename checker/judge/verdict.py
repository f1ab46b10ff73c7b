"""One verdict from the comparisons of two claims."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from checker.compare.groups import is_person, same_counted
from checker.compare.places import locations, relate_places
from checker.compare.spans import hours_between
from checker.compare.words import overlap
from checker.judge import inference
from checker.judge.context import PairContext
from checker.judge.inference import Inferred
from checker.judge.outcome import Outcome
from checker.judge.propositions import compare_claims, evidence
from checker.judge.quantities import Focus, Met, compare_all
from checker.judge.reader import heard, ranked
from checker.judge.relation import DECIDING, Model, features, load, weigh
from checker.judge.scope import OF_PEOPLE
from checker.judge.timing import Timing, timing
from checker.schema import Claim, Comparison, DirectedProbabilities, Probabilities, SideSpan, TraceStep, Verdict
from checker.schema.verdict import GRAVITY, Kind, Label, Relation
from checker.settings import JudgeSettings

# Figures that met with this strength count one thing by measures that are read, and not by likeness alone.
FIRM = 3
# Shared content from which two claims that speak of different aspects still have one subject.
SUBJECT_OVERLAP = 0.5
LABELS: tuple[Label, ...] = ("entailment", "neutral", "contradiction")


def judge_pair(
    a: Claim,
    b: Claim,
    nli: np.ndarray | None,
    context: PairContext,
    settings: JudgeSettings,
    *,
    focus: Focus | None = None,
    identifier: str | None = None,
    weigh_relation: bool = True,
) -> Verdict:
    """The verdict on two claims.

    Args:
        a, b: the claims.
        nli: shape (2, 3), probabilities of entailment, neutral and contradiction for A -> B and B -> A; None judges
            by the quantities alone.
        context: what is known of the pair beyond the claims.
        settings: thresholds.
        focus: the quantities of the fact under which the claims met (where they start, by claim id); None compares
            all, and the propositions as well.
        identifier: kept as the verdict's id.
        weigh_relation: whether the relation model has the last word on a lone pair; False leaves it to the rules.

    Returns:
        The gravest of the comparisons, by the order of DESIGN's relations.
    """
    when = timing(a, b, context, settings)
    met, outcomes, trace = by_rules(a, b, nli, when, context, settings, focus)
    outcome, winner = gravest(outcomes)
    if winner is not None:
        trace = [*winner.trace, *trace]
    after, step, against, found = outcome, None, None, None
    if context.shares is not None and not context.alone:
        after, step = heard(a, b, outcome, context.shares, settings, words=winner is None, same_article=context.same_article)
    elif weigh_relation and context.alone and focus is None and nli is not None and (model := load()) is not None:
        found = inferred(a, b, nli, outcome, winner, met, context, settings)
        if found is not None:
            after, step = _inferred_outcome(a, b, outcome, winner, met, found)
        else:
            after, step, against = _weighed_outcome(a, b, nli, outcome, winner, met, when, context, settings, model)
    if step is not None:
        trace.append(step)
    if after.relation != outcome.relation:
        winner = winner if winner is not None and winner.outcome.relation == after.relation else None
        outcomes = [*outcomes, (after, None)]
    trace.append(TraceStep(step="relation", rule=after.rule, result=f"{after.relation}: {after.reason}", weight=None))
    comparisons = [_lowered(m.comparison(a, b), after) for m in met]
    comparisons += [_lowered(_as_comparison(a, b, o), after) for o, m in outcomes if m is None]
    kinds: tuple[Kind, ...] = tuple(
        dict.fromkeys(k for o, _ in [(after, None), *outcomes] if o.relation == after.relation for k in o.kinds)
    )
    if found is not None:
        probabilities, label = _stated(after.relation, found)
    else:
        probabilities = _probabilities(after, winner.entails if winner else _entails(nli, settings), nli, against)
        label = _label(after.relation, probabilities)
    return Verdict(
        id=identifier,
        label=label,
        probabilities=tempered(probabilities, settings.temperature),
        relation=after.relation,
        kinds=tuple(sorted(kinds)),
        flags=tuple(sorted(set(after.flags))),
        confidence=round(min(1.0, after.confidence), 4),
        abstained=after.relation == "undetermined",
        missing=after.missing,
        comparisons=tuple(comparisons),
        explanation=_explain(a, b, after, winner),
        trace=tuple(trace),
        spans=_spans(a, b, winner),
    )


def _firm(winner: Met | None) -> bool:
    """Whether figures decided whose measures are read."""
    return winner is not None and winner.strength >= FIRM


def _inferred_outcome(a: Claim, b: Claim, ruled: Outcome, winner: Met | None, met: list[Met], found: Inferred) -> tuple[Outcome, TraceStep]:
    """The outcome on a text and a claim about it, and the step that says so."""
    numeric = of_figures(met)
    after = inference.concluded(a, b, ruled, found, numeric, evidence(a, b), firm=_firm(winner) and numeric in DECIDING)
    says = f"excludes {found.against:.2f}, a entails b {found.a_to_b:.2f}, b entails a {found.b_to_a:.2f}"
    return after, TraceStep(step="inference", rule="text_and_claim", weight=round(found.against, 3), result=says)


def _weighed_outcome(
    a: Claim, b: Claim, nli: np.ndarray, ruled: Outcome, winner: Met | None, met: list[Met], when: Timing, context: PairContext,
    settings: JudgeSettings, model: Model,
) -> tuple[Outcome, TraceStep, float]:  # fmt: skip
    """The outcome on two reports as the relation model weighs it, the step, and P(conflict or dispute)."""
    told = one_event(a, b, context, settings) if context.same_event is None else context.same_event
    numeric, seen = of_figures(met), evidence(a, b)
    values = features(a, b, nli, numeric, seen, when, context, told=told)
    weights = model.undated if model.undated and inference.bare(a, b, context) else model
    shares = weights.probabilities(values)
    dispute = model.sides.probabilities(values)["dispute"] if model.sides else 0.0
    after = weigh(a, b, ruled, numeric, seen, shares, settings.against, firm=_firm(winner), dispute=dispute)
    return after, TraceStep(step="weighing", rule="relation_model", weight=round(shares["against"], 3), result=ranked(shares)), shares["against"]


def gravest(outcomes: list[tuple[Outcome, Met | None]]) -> tuple[Outcome, Met | None]:
    """The outcome that decides, by the order of DESIGN's relations, and the figures behind it."""
    return min(outcomes, key=lambda pair: (GRAVITY.index(pair[0].relation), -pair[0].confidence))


def inferred(
    a: Claim, b: Claim, nli: np.ndarray, ruled: Outcome, winner: Met | None, met: list[Met], context: PairContext, settings: JudgeSettings
) -> Inferred | None:
    """What is inferred of two bare texts; None where more is known of them, or where they read as two reports.

    Args:
        ruled: what the rules say, with the figures behind it in `winner`.
        met: the figures that were compared.
    """
    model = inference.load()
    if model is None or not inference.bare(a, b, context):
        return None
    near = surface_of(a, b, context)
    if model.hypothesis.probability(near) < inference.HYPOTHESIS:
        return None
    values, entails = inference_features(a, b, nli, ruled, winner, met, near, context, settings)
    return inference.infer(a, b, nli, values, entails, model)


def surface_of(a: Claim, b: Claim, context: PairContext) -> dict[str, float]:
    """What tells a text and a claim about it from two reports."""
    figures = sum(any(q.comparable for q in c.quantities) for c in (a, b))
    return inference.surface(a.text, b.text, context.cosine or 0.0, figures)


def inference_features(
    a: Claim, b: Claim, nli: np.ndarray, ruled: Outcome, winner: Met | None, met: list[Met], near: dict[str, float], context: PairContext,
    settings: JudgeSettings,
) -> tuple[dict[str, float], tuple[bool, bool]]:  # fmt: skip
    """What the models of `inference` see of both texts beside their surface, and whether figures entail each other."""
    entails = winner.entails if winner is not None else (False, False)
    told = one_event(a, b, context, settings)
    values = inference.against_features(a, b, nli, ruled.relation, of_figures(met), evidence(a, b), near, entails, told=told)
    return values, entails


def by_rules(
    a: Claim, b: Claim, nli: np.ndarray | None, when: Timing, context: PairContext, settings: JudgeSettings, focus: Focus | None = None
) -> tuple[list[Met], list[tuple[Outcome, Met | None]], list[TraceStep]]:
    """What the rules say: the figures that met, every outcome with the figures behind it (None: words), and the steps."""
    met = compare_all(a, b, when, context, settings, focus)
    if context.same_event is None:
        met = only_one_event(a, b, met, context, settings)
    deciding = [m for m in met if m.outcome.relation not in ("different_scope", "unrelated")]
    trace: list[TraceStep] = []
    outcomes: list[tuple[Outcome, Met | None]] = [(m.outcome, m) for m in met]
    if focus is None and nli is not None:
        outcome, steps = compare_claims(a, b, nli, when, context, settings)
        trace += steps
        # Figures that were compared speak for themselves: NLI models call "14" against "at least 12" a
        # contradiction. It is heard beside them only where the words themselves exclude each other.
        lexical = any(k in ("role_swap", "negation", "antonym") for k in outcome.kinds)
        agreed_scope = any(m.outcome.rule not in ("other_measure", "other_category", "other_unit") for m in met)
        if not (deciding or (met and agreed_scope and outcome.relation in ("conflict", "dispute"))) or lexical:
            outcomes.append((outcome, None))
    if not outcomes:
        related = overlap(a.text, b.text) >= settings.topic_overlap
        outcomes = [(Outcome("different_scope" if related else "unrelated", "no_shared_quantity",
                             "no quantity of one measure is in both", confidence=0.5), None)]  # fmt: skip
    return met, [(_subject(a, b, o, m), m) for o, m in outcomes], trace


def _lowered(comparison: Comparison, after: Outcome) -> Comparison:
    """A comparison that is graver than what was decided in the end says what was decided: the gravest one is the verdict."""
    if GRAVITY.index(comparison.relation) >= GRAVITY.index(after.relation):
        return comparison
    return comparison.model_copy(
        update={"relation": after.relation, "rule": after.rule, "reason": after.reason, "kinds": after.kinds, "flags": after.flags}
    )


def of_figures(met: list[Met]) -> Relation | None:
    """The gravest relation of the figures, None where none met."""
    return min((m.outcome.relation for m in met), key=GRAVITY.index, default=None)


# Figures that miss each other by these rules have a subject in common only where both count people or one thing.
_MISSED = frozenset({"other_measure", "other_category", "other_unit", "other_aspect", "change_against_level"})


def _subject(a: Claim, b: Claim, outcome: Outcome, met: Met | None) -> Outcome:
    """`different_scope` where the two have a subject in common ("killed" and "injured"), `unrelated` where they have none.

    The toll and the price of the ticket are of one event, and no answer to each other.
    """
    if outcome.relation != "different_scope" or outcome.rule not in _MISSED:
        return outcome
    if met is not None and met.x.quantity is not None and met.y.quantity is not None:
        q, r = met.x.quantity, met.y.quantity
        people = q.kind == r.kind == "count" and all(z.measure in OF_PEOPLE or (z.counted and is_person(z.counted)) for z in (q, r))
        one = bool(q.counted and r.counted) and same_counted(q.counted, r.counted)  # type: ignore[arg-type]
        if people or one or (q.measure and q.measure == r.measure):
            return outcome
    elif met is None and overlap(a.text, b.text) >= SUBJECT_OVERLAP:
        return outcome
    return replace(outcome, relation="unrelated", rule="no_shared_subject")


def only_one_event(a: Claim, b: Claim, met: list[Met], context: PairContext, settings: JudgeSettings) -> list[Met]:
    """Without the articles, figures meet only where the claims can be of one event.

    They share content, a name or a place, or are near in meaning; and neither their places nor their dates lie apart.
    """
    if one_event(a, b, context, settings):
        return met
    away = Outcome("unrelated", "no_shared_subject", "the claims share no subject", confidence=0.7)
    return [Met(m.x, m.y, away, (False, False), m.trace) for m in met]


_NAME = re.compile(r"(?<=[\w,;:’'\"“] )[A-Z][\w’'-]{2,}")
_NO_NAMES = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split())


def one_event(a: Claim, b: Claim, context: PairContext, settings: JudgeSettings) -> bool:
    """Whether two lone claims can be of one event. Symmetric."""
    if relate_places(locations(a.places, stated=True), locations(b.places, stated=True)) == "disjoint":
        return False
    gap = hours_between(a.times.published, b.times.published)
    if gap is not None and abs(gap) > 24 * settings.pair_days:
        return False
    if overlap(a.text, b.text) >= settings.topic_overlap or (context.cosine or 0.0) >= settings.pair_cosine:
        return True
    left, right = (set(_NAME.findall(c.text)) - _NO_NAMES for c in (a, b))
    return bool(left & right)


def _as_comparison(a: Claim, b: Claim, outcome: Outcome) -> Comparison:
    return Comparison(a=a.text, b=b.text, relation=outcome.relation, rule=outcome.rule, reason=outcome.reason,
                      kinds=outcome.kinds, flags=outcome.flags, a_span=(0, len(a.text)), b_span=(0, len(b.text)))  # fmt: skip


def _entails(nli: np.ndarray | None, settings: JudgeSettings) -> tuple[bool, bool]:
    if nli is None:
        return False, False
    return bool(nli[0, 0] >= settings.entailment), bool(nli[1, 0] >= settings.entailment)


# P(contradiction) of a pair that is called neither conflict nor dispute, and P(entailment) of one that is called neutral, stay
# below these, so that the label is the likeliest.
MOST_QUIET, MOST_QUIET_SAME, MOST_ENTAILED = 0.42, 0.3, 0.25


def _probabilities(
    outcome: Outcome, entails: tuple[bool, bool], nli: np.ndarray | None, against: float | None = None
) -> DirectedProbabilities:
    """Probabilities that agree with the relation; P(contradiction) is one in both directions, so swapping keeps it.

    Args:
        against: P(conflict or dispute) by the relation model, where it was asked: it ranks the pairs that are called neither.
    """
    sure = min(0.98, max(0.5, outcome.confidence))
    rows = []
    for direction in (0, 1):
        prior = nli[direction] if nli is not None else np.array([1 / 3, 1 / 3, 1 / 3])
        rest = max(1e-6, float(prior[0] + prior[1]))
        share = float(prior[0]) / rest if nli is not None else 0.3
        if outcome.relation in ("conflict", "dispute"):
            contradiction = sure
            entailment = (1 - sure) * min(share, 0.5)
        else:
            entailed = outcome.relation == "same" or (outcome.relation == "compatible" and entails[direction])
            most = MOST_QUIET_SAME if entailed else MOST_QUIET
            contradiction = min(most, (1 - sure) * 0.5 if against is None else against)
            entailment = (1 - contradiction) * (max(0.6, sure) if entailed else min(share * (1 - sure), MOST_ENTAILED))
        rows.append(Probabilities(entailment=round(entailment, 4), contradiction=round(contradiction, 4),
                                  neutral=round(1 - round(entailment, 4) - round(contradiction, 4), 4)))  # fmt: skip
    return DirectedProbabilities(a_to_b=rows[0], b_to_a=rows[1])


def _stated(relation: Relation, found: Inferred) -> tuple[DirectedProbabilities, Label]:
    """The inferred probabilities and the label of A -> B; where another label is the likelier by itself, the two share their sum."""
    rows = []
    labels: list[Label] = []
    for row, entailed in zip(found.rows(), (found.a_to_b, found.b_to_a), strict=True):
        if relation in ("conflict", "dispute"):
            label: Label = "contradiction"
        elif relation == "same" or (relation == "compatible" and entailed >= inference.ENTAILED):
            label = "entailment"
        else:
            label = "neutral"
        mine, likeliest = LABELS.index(label), int(row.argmax())
        if mine != likeliest:
            half = (row[mine] + row[likeliest]) / 2
            row[mine], row[likeliest] = half + _EDGE, half - _EDGE
        entailment, contradiction = round(float(row[0]), 4), round(float(row[2]), 4)
        rows.append(Probabilities(entailment=entailment, contradiction=contradiction, neutral=round(1 - entailment - contradiction, 4)))
        labels.append(label)
    return DirectedProbabilities(a_to_b=rows[0], b_to_a=rows[1]), labels[0]


# By how much the label that was decided on leads one that would else be the likeliest.
_EDGE = 0.001


def tempered(probabilities: DirectedProbabilities, temperature: float) -> DirectedProbabilities:
    """Probabilities at a temperature (Guo et al. 2017); the likeliest label stays."""
    if temperature == 1:
        return probabilities
    rows = []
    for row in (probabilities.a_to_b, probabilities.b_to_a):
        p = np.array([row.entailment, row.neutral, row.contradiction]) ** (1 / temperature)
        entailment, _, contradiction = (round(float(x), 4) for x in p / p.sum())
        rows.append(Probabilities(entailment=entailment, neutral=round(1 - entailment - contradiction, 4), contradiction=contradiction))
    return DirectedProbabilities(a_to_b=rows[0], b_to_a=rows[1])


def _label(relation: Relation, probabilities: DirectedProbabilities) -> Label:
    if relation in ("conflict", "dispute"):
        return "contradiction"
    if relation == "same":
        return "entailment"
    if relation == "compatible":
        return "entailment" if probabilities.a_to_b.entailment > 0.5 else "neutral"
    return "neutral"


def _explain(a: Claim, b: Claim, outcome: Outcome, winner: Met | None) -> str:
    start = {
        "conflict": "These cannot both be true",
        "dispute": "Two sides give accounts that cannot both be true",
        "update": "The later report brings the earlier one up to date",
        "undetermined": "This cannot be decided from the texts",
        "compatible": "Both can be true",
        "same": "Both say the same",
        "different_scope": "These are about different things, though near each other",
        "unrelated": "These are about different events",
    }[outcome.relation]
    words = ""
    if winner is not None and winner.x.quantity and winner.y.quantity:
        what = winner.x.quantity.measure or winner.x.quantity.counted
        words = f": “{winner.x.quantity.text}” and “{winner.y.quantity.text}”" + (
            f" ({what.replace('_', ' ')})" if what else ""
        )
    tail = f" Missing: {outcome.missing}." if outcome.missing else ""
    reason = outcome.reason[:1].upper() + outcome.reason[1:]
    return f"{start}{words}. {reason}.{tail}"


def _spans(a: Claim, b: Claim, winner: Met | None) -> tuple[SideSpan, ...]:
    if winner is None:
        return (
            SideSpan(side="a", start=0, end=len(a.text), text=a.text, role="claim"),
            SideSpan(side="b", start=0, end=len(b.text), text=b.text, role="claim"),
        )
    out = []
    for side, claim, span in (("a", a, winner.comparison(a, b).a_span), ("b", b, winner.comparison(a, b).b_span)):
        start, end = span or (0, 0)
        out.append(SideSpan(side=side, start=start, end=end, text=claim.text[start:end], role="quantity"))
    return tuple(out)
