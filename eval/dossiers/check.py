"""The validator of the hand-labelled set: what is broken. What is thin is told by `eval.dossiers.balance`."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from eval.dossiers.build import files_of, read_set
from eval.dossiers.kappa import read_second, unsettled
from eval.dossiers.leaks import leaks
from eval.dossiers.records import Dossier, DossierClaim, DossierPair
from eval.dossiers.splits import FILE, read_splits

AGAINST = ("conflict", "dispute")
LABELS = {
    "unrelated": {"neutral"}, "different_scope": {"neutral"}, "same": {"entailment"}, "compatible": {"entailment", "neutral"},
    "update": {"neutral"}, "conflict": {"contradiction"}, "dispute": {"contradiction"}, "undetermined": {"neutral"},
}  # fmt: skip
UPDATES = {"growth", "correction", "reversal", "fulfilment", "other"}


def check(dossiers: Sequence[Dossier], splits: Mapping[str, str]) -> list[str]:
    """Everything that is broken in the dossiers, as messages; an empty list for a sound set."""
    problems: list[str] = []
    texts = {c.id: c.text for d in dossiers for c in d.claims}
    for what, names in (("claim", (c.id for d in dossiers for c in d.claims)), ("event", (d.event.id for d in dossiers))):
        problems += [f"{what} id {name} occurs {n} times" for name, n in Counter(names).items() if n > 1]
    events = {d.event.id for d in dossiers}
    for d in dossiers:
        problems += _event(d, events) + _dossier(d) + _pairs(d, texts)
    return problems + leaks(dossiers, splits)


def check_files(folder: Path) -> list[str]:
    """All of `check`, and whether the recorded splits and the built files are those of the dossiers."""
    dossiers, splits = read_set(folder)
    problems = check(dossiers, splits)
    if problems:
        return problems
    problems += unsettled(dossiers, read_second(folder))
    recorded = read_splits(folder)
    missing = [name for name in splits if name not in recorded]
    if missing:
        problems.append(f"{FILE} lacks {', '.join(missing)}: run `python -m eval set build`")
    for name, text in files_of(dossiers, splits).items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(f"{name} is not what the dossiers give: run `python -m eval set build`")
    return problems


def _event(d: Dossier, events: set[str]) -> list[str]:
    e, out = d.event, []
    start, end = _day(e.start), _day(e.end)
    if start is None or end is None or start > end:
        out.append(f"{e.id}: start {e.start!r} and end {e.end!r} must be ISO dates in order")
    if e.lookalike_of is not None and (e.lookalike_of not in events or e.lookalike_of == e.id):
        out.append(f"{e.id}: looks like {e.lookalike_of!r}, which is no other event of the set")
    if d.lookalike_pairs and e.lookalike_of is None:
        out.append(f"{e.id}: has pairs with a look-alike, but names none in lookalike_of")
    return out


def _dossier(d: Dossier) -> list[str]:
    out, event = [], d.event.id
    facts = {f.id for f in d.facts}
    if len(facts) < len(d.facts):
        out.append(f"{event}: a fact id occurs twice")
    for claim in d.claims:
        out += _claim(claim, event)
        for said in claim.says:
            if said.fact not in facts:
                out.append(f"{claim.id}: fact {said.fact!r} is not among the facts of {event}")
            if said.value not in claim.text:
                out.append(f"{claim.id}: value {said.value!r} is not in the text")
    return out


def _claim(claim: DossierClaim, event: str) -> list[str]:
    out = []
    if not claim.id.startswith(f"{event}c"):
        out.append(f"{claim.id}: the id of a claim of {event} starts with {event}c")
    for name in ("published", "as_of"):
        value = getattr(claim, name)
        if value is not None and _day(value) is None:
            out.append(f"{claim.id}: {name} {value!r} is no ISO date")
    if claim.published and claim.as_of and claim.as_of[:10] > claim.published[:10]:
        out.append(f"{claim.id}: as of {claim.as_of}, which is after its publication on {claim.published}")
    return out


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _pairs(d: Dossier, texts: Mapping[str, str]) -> list[str]:
    own = [c.id for c in d.claims]
    seen = Counter(frozenset((p.a, p.b)) for p in d.pairs)
    out = [
        f"pair {a}, {b} is labelled {seen[frozenset((a, b))]} times"
        for a, b in itertools.combinations(own, 2) if seen[frozenset((a, b))] != 1
    ]  # fmt: skip
    out += [f"{p.a}-{p.b}: a pair of {d.event.id} with a claim that is not" for p in d.pairs if not {p.a, p.b} <= set(own)]
    twin = f"{d.event.lookalike_of}c"
    for p in d.lookalike_pairs:
        strange = [name for name in (p.a, p.b) if name not in own and not name.startswith(twin)]
        if strange or (p.a in own) == (p.b in own):
            out.append(f"{p.a}-{p.b}: a look-alike pair has one claim of {d.event.id} and one of {d.event.lookalike_of}")
    for pair in d.labelled:
        out += _pair(pair, texts)
    return out


def _pair(p: DossierPair, texts: Mapping[str, str]) -> list[str]:
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
