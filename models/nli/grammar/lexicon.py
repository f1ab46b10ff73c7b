"""Reads the two grammars (`train.txt`, `dev.txt`): word lists and scenes. They share no word list entry and no frame."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Facet(NamedTuple):
    """One measured thing of a scene: its nouns, unit ('count', 'real', 'money', 'percent'), range and clauses."""

    key: str
    nouns: tuple[str, ...]
    unit: str
    low: float
    high: float
    says: tuple[str, ...]


class Scene(NamedTuple):
    """A subject list with facets, and frames that tell several facets in one sentence (with the facets they use)."""

    name: str
    subject: str
    facets: dict[str, Facet]
    frames: tuple[tuple[str, tuple[str, ...]], ...]
    loose: frozenset[str]  # frames that do not entail the clauses of their facets


class Grammar(NamedTuple):
    lists: dict[str, tuple[str, ...]]
    scenes: tuple[Scene, ...]


@cache
def load(split: str) -> Grammar:
    """The grammar of 'train' or 'dev'."""
    lists: dict[str, tuple[str, ...]] = {}
    scenes: list[Scene] = []
    for line in (Path(__file__).parent / f"{split}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("scene "):
            _, name, subject = line.split()
            scenes.append(Scene(name, subject, {}, (), frozenset()))
        elif line.startswith("  "):
            head, says = line.strip().split(" : ")
            key, rest = head.split(" ", 1)
            kind, low, high = rest.rsplit(" ", 2)
            unit = "real" if kind.startswith("real:") else kind if kind in ("money", "percent") else "count"
            names = kind.removeprefix("real:")
            nouns = (
                ("",) if unit in ("money", "percent") else lists[names] if names in lists else tuple(names.split(","))
            )
            scenes[-1].facets[key] = Facet(key, nouns, unit, float(low), float(high), tuple(says.split(" / ")))
        elif line.startswith("*"):
            text = line.split(" ", 1)[1]
            keys = tuple(k for k in re.findall(r"{(\w+)}", text) if k != "s")
            loose = {text} if line.startswith("*?") else set()
            scenes[-1] = scenes[-1]._replace(frames=(*scenes[-1].frames, (text, keys)), loose=scenes[-1].loose | loose)
        else:
            name, items = line.split(" = ", 1)
            lists[name] = tuple(item.strip() for item in items.split(" | "))
    return Grammar(lists, tuple(scenes))
