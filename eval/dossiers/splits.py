"""Which split an event belongs to: once given, for ever; look-alikes together; each type of event spread over the splits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.dossiers.records import Dossier
from eval.errors import EvalError

SHARES = {"train": 0.5, "dev": 0.25, "test": 0.25}
SPLITS = tuple(SHARES)
FILE = "splits.json"
# Writers name types freely; for the spread over splits, near ones are one.
KIN = {
    kind: name
    for name, kinds in {
        "accident": "accident transport fire", "disaster": "disaster earthquake flood weather environment wildfire",
        "economy": "economy business statistics company_results labour strike", "court": "court crime trial",
        "health": "health epidemic outbreak", "politics": "politics election protest referendum",
        "diplomacy": "talks treaty exchange prisoner_exchange", "war": "war attack conflict naval refugees hostages",
    }.items()
    for kind in kinds.split()
}  # fmt: skip


def family_of(kind: str) -> str:
    """The type of event under which an event's type is spread over the splits."""
    return KIN.get(kind.strip().lower().replace(" ", "_"), kind)


def families(dossiers: Sequence[Dossier]) -> list[tuple[Dossier, ...]]:
    """Events that look alike, joined through all that they look like; by the lowest id."""
    head = {d.event.id: d.event.id for d in dossiers}

    def root(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    for d in dossiers:
        if d.event.lookalike_of in head:
            one, two = sorted((root(d.event.id), root(d.event.lookalike_of)))
            head[two] = one
    groups: dict[str, list[Dossier]] = {}
    for d in sorted(dossiers, key=lambda d: d.event.id):
        groups.setdefault(root(d.event.id), []).append(d)
    return [tuple(group) for _, group in sorted(groups.items())]


def assign(dossiers: Sequence[Dossier], known: Mapping[str, str]) -> dict[str, str]:
    """A split for every event. Events that `known` has keep theirs, so that adding dossiers never moves old ones.

    A new family of look-alikes follows a member that has a split; else it goes where its types of event lack most of
    their share, then where the whole set does. Families are taken by lowest id, so the outcome is always the same.

    Raises:
        EvalError: a known split is none, or look-alikes are in two splits.
    """
    wrong = next((f"{name}: {split}" for name, split in known.items() if split not in SHARES), None)
    if wrong:
        raise EvalError(f"{FILE}: {wrong!r} is no split. Use {', '.join(SPLITS)}.")
    out = {d.event.id: known[d.event.id] for d in dossiers if d.event.id in known}
    have: Counter[tuple[str | None, str]] = Counter()
    for d in dossiers:
        if d.event.id in out:
            have.update({(family_of(d.event.type), out[d.event.id]): 1, (None, out[d.event.id]): 1})
    for family in families(dossiers):
        given = {out[d.event.id] for d in family if d.event.id in out}
        if len(given) > 1:
            names = ", ".join(f"{d.event.id} ({out.get(d.event.id)})" for d in family)
            raise EvalError(f"{FILE}: {names} look alike and are in two splits. Put them in one.")
        new = [d for d in family if d.event.id not in out]
        if new:
            split = given.pop() if given else _neediest(family, have)
            for d in new:
                out[d.event.id] = split
                have.update({(family_of(d.event.type), split): 1, (None, split): 1})
    return dict(sorted(out.items()))


def _neediest(family: Sequence[Dossier], have: Counter) -> str:
    def lack(kind: str | None, split: str) -> float:
        total = sum(have[kind, s] for s in SPLITS) + sum(kind in (None, family_of(d.event.type)) for d in family)
        return SHARES[split] * total - have[kind, split]

    types = sorted({family_of(d.event.type) for d in family})
    return max(SPLITS, key=lambda s: (sum(lack(t, s) for t in types), lack(None, s), -SPLITS.index(s)))


def read_splits(folder: Path) -> dict[str, str]:
    """The recorded splits; none where nothing is recorded yet."""
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise EvalError(f"{path}: cannot be read ({error}). It must be one JSON object: event id -> split.") from error


def write_splits(folder: Path, splits: Mapping[str, str]) -> None:
    """Record the splits, an event a line."""
    text = json.dumps(dict(sorted(splits.items())), indent=0, ensure_ascii=False)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")
