"""How many of what the hand-labelled set has, and what it is to have at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from checker.schema.verdict import GRAVITY
from eval.dossiers.records import Dossier
from eval.dossiers.splits import SHARES, SPLITS

AGAINST = ("conflict", "dispute")
COMMON_KINDS = ("number", "negation", "antonym", "growth")
# What the set is to have at least.
LEAST_EVENTS, LEAST_CLAIMS, LEAST_PAIRS = 60, 450, 1500
LEAST_OF_EACH = 40
LEAST_DIFFERING = 400
# How far the share of a split's events may be from what it should be.
SPLIT_SLACK = 0.08
# The relation that most pairs have, as a share of all: above it, a constant answer is too good.
MOST_OF_ONE = 0.75

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def differing(rows: Sequence[Mapping[str, Any]]) -> int:
    """Pairs that differ in a figure and are not in conflict or dispute."""
    return sum(bool(r["differs"]) and r["relation"] not in AGAINST for r in rows)


def counts(dossiers: Sequence[Dossier], rows: Rows) -> list[tuple[str, ...]]:
    """Rows of (what, which, all, train, dev, test): events, claims and pairs, then pairs by relation, kind, type and
    difficulty."""
    every = {"all": [r for split in SPLITS for r in rows[split]]} | {split: list(rows[split]) for split in SPLITS}
    split_of = {r["event"]: split for split in SPLITS for r in rows[split]}
    out: list[tuple[str, ...]] = []

    def add(what: str, which: str, number) -> None:
        out.append((what, which, *(str(number(name)) for name in every)))

    def of(name: str) -> list[Dossier]:
        return [d for d in dossiers if name in ("all", split_of.get(d.event.id))]

    add("size", "events", lambda name: len(of(name)))
    add("size", "claims", lambda name: sum(len(d.claims) for d in of(name)))
    add("size", "facts", lambda name: sum(len(d.facts) for d in of(name)))
    add("size", "pairs", lambda name: len(every[name]))
    add("size", "look-alike pairs", lambda name: sum("same_event" not in r for r in every[name]))
    add("size", "differ without conflict", lambda name: differing(every[name]))
    for key in ("relation", "kinds", "label", "difficulty", "event_type"):
        tallies = {name: Counter(x for r in some for x in (r[key] if key == "kinds" else [r[key]])) for name, some in every.items()}
        names = list(GRAVITY) if key == "relation" else sorted(tallies["all"])
        for value in names:
            add(key.removesuffix("s").replace("_", " "), value, lambda name, v=value, t=tallies: t[name][v])
    return out


def thin(dossiers: Sequence[Dossier], rows: Rows) -> list[str]:
    """What the set still lacks of what it is to have; an empty list for a full set."""
    every = [r for split in SPLITS for r in rows[split]]
    relations = Counter(r["relation"] for r in every)
    kinds = Counter(k for r in every for k in r["kinds"])
    wanted = [
        ("events", len(dossiers), LEAST_EVENTS), ("claims", sum(len(d.claims) for d in dossiers), LEAST_CLAIMS),
        ("pairs", len(every), LEAST_PAIRS), ("pairs that differ without conflict", differing(every), LEAST_DIFFERING),
        *((f"relation {r}", relations[r], LEAST_OF_EACH) for r in GRAVITY),
        *((f"kind {k}", kinds[k], LEAST_OF_EACH) for k in COMMON_KINDS),
    ]  # fmt: skip
    out = [f"{name}: {have} of at least {least}" for name, have, least in wanted if have < least]
    name, most = relations.most_common(1)[0] if relations else ("", 0)
    if most > MOST_OF_ONE * len(every):
        out.append(f"relation {name}: {most} of {len(every)} pairs, at most {MOST_OF_ONE:.0%} wanted")
    events = Counter(split for split in SPLITS for _ in {r["event"] for r in rows[split]})
    for split, share in SHARES.items():
        have = events[split] / max(1, events.total())
        if abs(have - share) > SPLIT_SLACK:
            out.append(f"split {split}: {have:.0%} of the events, {share:.0%} wanted")
    return out
