"""The validator of the hand-labelled set: what is broken, and what is thin."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from checker.schema.verdict import GRAVITY
from eval.dossiers.records import Dossier, DossierPair

AGAINST = ("conflict", "dispute")
LABELS = {
    "unrelated": {"neutral"}, "different_scope": {"neutral"}, "same": {"entailment"}, "compatible": {"entailment", "neutral"},
    "update": {"neutral"}, "conflict": {"contradiction"}, "dispute": {"contradiction"}, "undetermined": {"neutral"},
}  # fmt: skip
UPDATES = {"growth", "correction", "reversal", "fulfilment", "other"}
# Word 5-grams that two claims of different splits may share, over those of the shorter: news has set phrases.
MOST_SHARED = 0.3
# What the set is to have at least.
WANTED = {"events": 60, "claims": 450, "pairs": 1500, "each relation": 40, "differ without conflict": 400}


def check(dossiers: Sequence[Dossier], splits: dict[str, str]) -> list[str]:
    """Everything that is broken, as messages; an empty list for a sound set."""
    problems: list[str] = []
    texts = {c.id: c.text for d in dossiers for c in d.claims}
    for name, count in Counter(c.id for d in dossiers for c in d.claims).items():
        if count > 1:
            problems.append(f"claim id {name} occurs {count} times")
    for d in dossiers:
        problems += _dossier(d, texts)
        if d.event.id not in splits:
            problems.append(f"event {d.event.id} has no split")
    problems += _leaks(dossiers, splits)
    return problems


def _dossier(d: Dossier, texts: dict[str, str]) -> list[str]:
    out, event = [], d.event.id
    facts = {f.id for f in d.facts}
    for claim in d.claims:
        for said in claim.says:
            if said.fact not in facts:
                out.append(f"{claim.id}: fact {said.fact!r} is not among the facts of {event}")
            if said.value not in claim.text:
                out.append(f"{claim.id}: value {said.value!r} is not in the text")
    seen = Counter(frozenset((p.a, p.b)) for p in d.pairs)
    for a, b in itertools.combinations([c.id for c in d.claims], 2):
        if seen[frozenset((a, b))] != 1:
            out.append(f"pair {a}, {b} is labelled {seen[frozenset((a, b))]} times")
    for pair in (*d.pairs, *d.lookalike_pairs):
        out += _pair(pair, texts)
    return out


def _pair(p: DossierPair, texts: dict[str, str]) -> list[str]:
    name, out = f"{p.a}-{p.b}", []
    if p.a not in texts or p.b not in texts:
        return [f"{name}: names a claim that does not exist"]
    if p.label not in LABELS[p.relation]:
        out.append(f"{name}: label {p.label} does not go with {p.relation}")
    kinds = set(p.kinds)
    if p.relation == "update" and (not kinds or kinds - UPDATES):
        out.append(f"{name}: an update has a kind of {', '.join(sorted(UPDATES))}, not {sorted(kinds)}")
    if p.relation in AGAINST and (not kinds or kinds & (UPDATES - {"other"})):
        out.append(f"{name}: a {p.relation} has a kind such as number or negation, not {sorted(kinds)}")
    if p.relation not in (*AGAINST, "update") and kinds:
        out.append(f"{name}: {p.relation} has no kinds, but {sorted(kinds)} are given")
    for side, spans in (("a", p.a_spans), ("b", p.b_spans)):
        out += [f"{name}: span {s!r} is not in the text of {side}" for s in spans if s not in texts[getattr(p, side)]]
        if not spans and p.relation != "unrelated":
            out.append(f"{name}: {p.relation} without a deciding span in {side}")
    return out


def _leaks(dossiers: Sequence[Dossier], splits: dict[str, str]) -> list[str]:
    grams = {c.id: (splits.get(d.event.id), _grams(c.text)) for d in dossiers for c in d.claims}
    out = []
    for (a, (s, x)), (b, (t, y)) in itertools.combinations(grams.items(), 2):
        if s != t and x and y and len(x & y) > MOST_SHARED * min(len(x), len(y)):
            out.append(f"claims {a} ({s}) and {b} ({t}) share much of their words: keep them in one split or rewrite one")
    return out


def _grams(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    return frozenset(tuple(words[i : i + 5]) for i in range(len(words) - 4))


def counts(rows: dict[str, list[dict]]) -> list[tuple[str, str, int]]:
    """(what, which, pairs) of the built rows: relations by split, kinds, event types, difficulty."""
    out = [("split", split, len(some)) for split, some in rows.items()]
    everything = [row for some in rows.values() for row in some]
    for relation in GRAVITY:
        out.append(("relation", relation, sum(r["relation"] == relation for r in everything)))
    for key in ("kinds", "event_type", "difficulty"):
        found = Counter(x for r in everything for x in (r[key] if key == "kinds" else [r[key]]))
        out += [(key.removesuffix("s").replace("_", " "), name, n) for name, n in sorted(found.items())]
    out.append(("differ", "differ without conflict", sum(r["differs"] and r["relation"] not in AGAINST for r in everything)))
    return out


def thin(dossiers: Sequence[Dossier], rows: dict[str, list[dict]]) -> list[str]:
    """What the set still lacks of what it is to have."""
    everything = [row for some in rows.values() for row in some]
    relations = Counter(r["relation"] for r in everything)
    have = {
        "events": len(dossiers), "claims": sum(len(d.claims) for d in dossiers), "pairs": len(everything),
        "each relation": min(relations[r] for r in GRAVITY),
        "differ without conflict": sum(r["differs"] and r["relation"] not in AGAINST for r in everything),
    }  # fmt: skip
    return [f"{name}: {have[name]} of {wanted}" for name, wanted in WANTED.items() if have[name] < wanted]
