"""Settings fitted to a user's own labelled pairs: the conflict threshold, and the temperature of the stated probabilities."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from checker.errors import InputError
from checker.labels import LABELS, Gold, label_of
from checker.measure.bootstrap import group_index
from checker.measure.classification import confusion_by_group, macro_f1
from checker.schema import Verdict
from checker.settings import Settings

# The setting that decides when a lone pair is called conflict or dispute, and the values that are tried.
SETTING = "against"
THRESHOLDS = (0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8)
# Fewer pairs, or fewer contradictions, say nothing about a threshold.
LEAST_PAIRS = 20
LEAST_CONTRADICTIONS = 5
# A threshold other than the present one must be better by so much macro-F1: less is noise.
LEAST_GAIN = 0.005
FOLDS = 5
TEMPERATURES = (0.25, 4.0)
FLOOR = 1e-4  # of a probability, before its logarithm


@dataclass(frozen=True)
class Fit:
    """What was fitted. `before` and `after` are macro-F1 on the pairs themselves; `held_out` is that of thresholds chosen
    on other events, which is what to expect of new pairs."""

    threshold: float
    before: float
    after: float
    held_out: float
    temperature: float
    loss_before: float
    loss_after: float


def fit(gold: Sequence[Gold], settings: Settings, judge: Callable[[Settings], Sequence[Verdict]]) -> Fit:
    """Choose the threshold of most macro-F1, and the temperature of least log-loss with it.

    Args:
        gold: the labels.
        settings: where to start from; the present threshold is kept unless another is clearly better.
        judge: verdicts under given settings.

    Raises:
        InputError: too few pairs or contradictions to fit anything.
    """
    against = sum(g.label == "contradiction" for g in gold)
    if len(gold) < LEAST_PAIRS or against < LEAST_CONTRADICTIONS or against == len(gold):
        raise InputError(f"{len(gold)} pairs with {against} contradictions are too few to fit to. Label at least {LEAST_PAIRS} "
                         f"pairs, {LEAST_CONTRADICTIONS} of them contradictions and some of them not.", code="few_labels")  # fmt: skip
    present = getattr(settings.judge, SETTING)
    tried = sorted({*THRESHOLDS, present})
    verdicts = [judge(with_threshold(settings, value)) for value in tried]
    number = {label: k for k, label in enumerate(LABELS)}
    truth = np.array([number[g.label] for g in gold])
    said = [np.array([number[label_of(v, g)] for v, g in zip(some, gold, strict=True)]) for some in verdicts]
    index, groups = group_index([g.group for g in gold])
    tables = np.stack([confusion_by_group(truth, s, index, groups, len(LABELS)) for s in said])
    start = tried.index(present)
    best = _best(tables.sum(1), start)
    temperature, loss_before, loss_after = _temperature(verdicts[best], truth)
    return Fit(
        threshold=tried[best], before=float(macro_f1(tables[start].sum(0))), after=float(macro_f1(tables[best].sum(0))),
        held_out=_held_out(tables, start), temperature=temperature, loss_before=loss_before, loss_after=loss_after,
    )  # fmt: skip


def with_threshold(settings: Settings, value: float) -> Settings:
    """The settings with another conflict threshold."""
    return settings.model_copy(update={"judge": settings.judge.model_copy(update={SETTING: value})})


def _best(tables: np.ndarray, start: int) -> int:
    """The threshold of most macro-F1; the present one unless another gains enough, the nearest of equals."""
    scores = macro_f1(tables)
    order = sorted(range(len(scores)), key=lambda k: (-round(float(scores[k]), 9), abs(k - start)))
    return order[0] if scores[order[0]] >= scores[start] + LEAST_GAIN else start


def _held_out(tables: np.ndarray, start: int) -> float:
    """Macro-F1 over folds of events, each answered with the threshold chosen on the others."""
    groups = tables.shape[1]
    total = np.zeros(tables.shape[2:])
    for fold in range(min(FOLDS, groups)):
        out = np.arange(groups) % FOLDS == fold
        total += tables[_best(tables[:, ~out].sum(1), start), out].sum(0)
    return float(macro_f1(total))


def _temperature(verdicts: Sequence[Verdict], truth: np.ndarray) -> tuple[float, float, float]:
    """Temperature of least mean log-loss (Guo et al. 2017), with the loss at 1 and at it. Above 1 the stated
    probabilities were too sure."""
    from scipy.optimize import minimize_scalar

    p = np.array([[getattr(v.probabilities.a_to_b, label) for label in LABELS] for v in verdicts])
    logs = np.log(np.maximum(p, FLOOR))

    def loss(log_t: float) -> float:
        scaled = logs / np.exp(log_t)
        scaled -= scaled.max(axis=1, keepdims=True)
        total = np.log(np.exp(scaled).sum(axis=1))
        return float((total - scaled[np.arange(len(truth)), truth]).mean())

    found = minimize_scalar(loss, bounds=tuple(np.log(TEMPERATURES)), method="bounded")
    if found.fun < loss(0.0):
        return round(float(np.exp(found.x)), 3), loss(0.0), float(found.fun)
    return 1.0, loss(0.0), loss(0.0)


def as_toml(settings: Settings, made: Fit, source: str) -> str:
    """A settings file: what differs from the defaults, with the fitted values."""
    judge: dict[str, Any] = {SETTING: made.threshold, "temperature": round(settings.judge.temperature * made.temperature, 3)}
    tuned = settings.model_copy(update={"judge": settings.judge.model_copy(update=judge)})
    lines = [
        f"# Fitted to {json.dumps(source)}: macro-F1 {made.before:.3f} before, {made.after:.3f} after, "
        f"{made.held_out:.3f} on pairs it was not fitted to.",
        f"# Temperature of the stated probabilities: {made.temperature:g} (log-loss {made.loss_before:.3f} -> {made.loss_after:.3f}).",
    ]
    defaults = Settings().model_dump()
    for section, values in tuned.model_dump().items():
        own = {k: v for k, v in values.items() if v != defaults[section][k] or (section == "judge" and k in judge)}
        if own:
            lines += ["", f"[{section}]"]
            lines += [f"{key} = {_value(value)}" for key, value in own.items()]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(str(k))} = {_value(v)}" for k, v in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)
