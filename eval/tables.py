"""Scores as plain text tables."""

from __future__ import annotations

from collections.abc import Sequence

from eval.compare import Comparison
from eval.demo import DemoScores
from eval.dossiers.kappa import Agreement
from eval.gate import Check
from eval.score import HEADLINE, Scores

# The metrics of the compact table; --all shows the rest.
MAIN = (
    "accuracy", "macro_f1", "majority", "f1_contradiction", "precision_contradiction", "recall_contradiction",
    "false_alarm", "false_agreement", "coverage", "accuracy_covered", "ece", "brier", "auc", "relation_accuracy",
    "relation_macro_f1", "relation_false_alarm", "relation_false_agreement",
)  # fmt: skip
FLIPS_SHOWN = 10
TEXT_SHOWN = 160


def table(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> str:
    """Left-aligned columns."""
    every = [list(header), *rows] if header else list(rows)
    widths = [max(len(str(row[i])) for row in every) for i in range(len(every[0]))] if every else []
    lines = ["  ".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in every]
    if header:
        lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def scores_table(scores: Scores, all_metrics: bool = False) -> str:
    """One system on one set: each metric with its interval and the items it rests on."""
    show = [m for m in scores.metrics if all_metrics or scores.task not in ("pairs", "documents") or m in MAIN]
    rows = [(name, str(scores.metrics[name]), str(scores.metrics[name].n)) for name in show]
    head = f"{scores.system} on {scores.dataset}: {scores.n} items in {scores.groups} groups"
    parts = [head, table(rows, ("metric", "value [95% interval]", "n"))]
    if scores.slices:
        slices = [(name, str(metrics["accuracy"]), str(metrics["accuracy"].n)) for name, metrics in scores.slices.items()]
        parts.append(table(slices, ("slice", "accuracy", "n")))
    return "\n\n".join(parts)


def headline_row(scores: Scores) -> tuple[str, ...]:
    """Set, system, n and the headline metrics in one cell."""
    shown = [f"{name} {scores.metrics[name]}" for name in HEADLINE[scores.task] if name in scores.metrics]
    return scores.dataset, scores.system, str(scores.n), ", ".join(shown)


def comparison_table(result: Comparison) -> str:
    """Differences, marked where the interval leaves out 0, and the first flips."""
    rows = []
    for name, d in result.metrics.items():
        if d.difference is None:
            continue
        interval = f"[{d.low:+.3f}, {d.high:+.3f}]" if d.low is not None else "too few groups"
        rows.append((name, f"{d.a:.3f}", f"{d.b:.3f}", f"{d.difference:+.3f}", interval, "*" if d.clear else ""))
    head = f"A = {result.a}, B = {result.b} on {result.dataset}: {result.n} items in both"
    if result.only_a or result.only_b:
        head += f"; {result.only_a} only in A and {result.only_b} only in B left out"
    won = {side: sum(f.better == side for f in result.flips) for side in ("a", "b", "neither")}
    flips = f"{len(result.flips)} flipped: {won['b']} to right, {won['a']} to wrong, {won['neither']} wrong to wrong"
    lines = [
        f"  {f.id}: gold {f.gold}, A {f.a_says}, B {f.b_says}: {(f.a or '')[:TEXT_SHOWN]!r} / {(f.b or '')[:TEXT_SHOWN]!r}"
        for f in result.flips[:FLIPS_SHOWN]
    ]
    header = ("metric", "A", "B", "B - A", "95% interval", "clear")
    return "\n\n".join([head, table(rows, header), "\n".join([flips, *lines])])


def demo_summary(scores: DemoScores) -> str:
    """The demonstration's figures and the confusion of pairs."""
    c = scores.counts
    head = (
        f"planted conflicts and disputes found: {c['found']} of {c['planted']}; "
        f"conflict and dispute findings right: {c['against_findings'] - c['false_alarms']} of {c['against_findings']}; "
        f"false agreement: {len(scores.false_agreement)} pairs; wrong merges: {len(scores.wrong_merges)}"
    )
    rows = [(name, str(value), str(value.n)) for name, value in scores.metrics.items()]
    figures = table(rows, ("metric", "value [95% interval, by event]", "n"))
    pairs = "pairs, truth (rows) against report (columns):\n" + confusion_table(scores.confusion)
    return f"{head}\n\n{figures}\n\n{pairs}"


def demo_table(scores: DemoScores) -> str:
    """The summary, and every miss and false alarm by name."""
    parts = [demo_summary(scores)]
    sections = (
        ("missed", [f"{m.fact} {m.relation} {','.join(m.kinds)}: {m.name} (reported: {m.reported or 'not joined'})"
                    for m in scores.misses]),
        ("false alarms", [f"{a.finding} {a.relation}: {a.name} (truth: {a.truth}): {a.explanation}"
                          for a in scores.false_alarms]),
        ("false agreement", scores.false_agreement),
        ("missed updates", scores.missed_updates),
        ("wrong merges", scores.wrong_merges),
        ("mentions in no finding", scores.unmatched_mentions),
    )  # fmt: skip
    for name, lines in sections:
        if lines:
            parts.append("\n".join([f"{name}: {len(lines)}", *(f"  {line}" for line in lines)]))
    return "\n\n".join(parts)


def confusion_table(confusion: dict[str, dict[str, int]]) -> str:
    """A square table of counts; a blank is 0."""
    columns = list(dict.fromkeys([*confusion, *(name for row in confusion.values() for name in row)]))
    rows = [[name, *(str(row.get(column, "") or "") for column in columns)] for name, row in confusion.items()]
    return table(rows, ("truth", *columns))


def gate_table(checks: Sequence[Check]) -> str:
    """Each check, and how many fell or were skipped."""

    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    rows = [(c.state, c.result, c.metric, number(c.recorded), number(c.limit), number(c.now), c.reason) for c in checks]
    states = {state: sum(check.state == state for check in checks) for state in ("ok", "fell", "skipped")}
    head = ", ".join(f"{count} {state}" for state, count in states.items())
    return table(rows, ("state", "result", "metric", "recorded", "limit", "now", "why")) + f"\n\n{head}" if rows else head


def agreement_table(made: Agreement) -> str:
    """Kappa overall and by relation, the confusion of the two labellers, and what they differ on."""
    rows = [(name, str(value), str(value.n), "", "") for name, value in made.overall.items()]
    rows += [
        (f"kappa, {name}", str(value), str(value.n), str(made.first[name]), str(made.second[name]))
        for name, value in made.by_relation.items()
    ]
    rows.append(("same kinds", str(made.same_kinds), str(made.same_kinds.n), "", ""))
    lines = [f"  {d.a} {d.b}: {d.first} / {d.second}{f' -> {d.final}' if d.final else ''}{f' ({d.note})' if d.note else ''}" for d in made.disagreements]
    return "\n\n".join([
        f"{made.n} pairs labelled twice",
        table(rows, ("measure", "value [95% interval, by event]", "n", "first", "second")),
        "first label (rows) against second (columns):\n" + confusion_table(made.confusion),
        "\n".join([f"{len(lines)} disagreements", *lines]),
    ])  # fmt: skip
