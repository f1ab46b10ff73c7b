"""The bench as text."""

from __future__ import annotations

from eval.bench import Bench
from eval.tables import table


def bench_table(bench: Bench) -> str:
    """Stages, ratios, and what they were measured on."""
    stages = []
    for s in bench.stages:
        if s.skipped:
            stages.append((s.stage, "", "", "", f"{s.wall:.1f}", "", "", f"skipped: {s.skipped}"))
            continue
        stages.append(
            (s.stage, str(s.items), f"{s.rate:.1f} {s.unit}/s", f"{s.seconds:.2f}", f"{s.wall:.1f}", f"{s.cpu:.1f}",
             f"{s.peak_mib:.0f}" if s.peak_mib else "", "")
        )  # fmt: skip
    head = (
        f"{bench.articles}, up to {bench.limit} articles; {bench.machine}; commit {bench.commit or 'none'}"
        f"{', dirty' if bench.dirty else ''}"
    )
    header = ("stage", "items", "rate", "work s", "process s", "cpu s", "peak MiB", "")
    parts = [head, table(stages, header)]
    if bench.ratios:
        rows = [
            (r.name, f"{r.ratio:.2f}" if r.ratio else "no data", f"{r.ours:.1f}" if r.ours else "",
             f"{r.peer:.1f}" if r.peer else "", r.reason or r.what)
            for r in bench.ratios
        ]  # fmt: skip
        parts.append("ratios of rates, ours to the peer's:\n" + table(rows, ("pair", "ratio", "ours/s", "peer/s", "")))
    return "\n\n".join(parts)
