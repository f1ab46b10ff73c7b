"""Names of places, demonyms and first names, offline. See LICENSE.md for the sources."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Kind = Literal["country", "region", "city", "district", "site", "unknown"]
_KINDS: dict[str, Kind] = {"c": "city", "r": "region", "n": "country", "d": "district"}
_ALIAS_PEOPLE = 5_000_000  # weight of a hand-written alias: it wins over a namesake town


class Entry(NamedTuple):
    """A place that a name may mean. `path` goes outwards, lower case; `wordlike` names need more evidence."""

    kind: Kind
    path: tuple[str, ...]
    people: int
    wordlike: bool
    alias: bool = False


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Lower case without diacritics, plain apostrophes, no points after the letters of an abbreviation kept."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@dataclass
class Gazetteer:
    """The tables. `heads` maps a first word to the longest number of words of the names that begin with it."""

    raw: dict[str, list[str]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    extra: dict[str, list[Entry]] = field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    capitals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first_names: dict[str, str] = field(default_factory=dict)
    _cache: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The places called `key` (folded), most people first; empty if none."""
        known = self._cache.get(key)
        if known is None:
            listed = [*self.extra.get(key, ()), *(_entry(key, row) for row in self.raw.get(key, ()))]
            known = self._cache[key] = tuple(sorted(listed, key=lambda e: -e.people))
        return known


def _entry(key: str, row: str) -> Entry:
    kind, canonical, inside, people, flag = row.split("\t")
    path = (canonical or key, *(part for part in inside.split("|") if part))
    return Entry(_KINDS[kind], path, int(people), flag == "w", bool(canonical) and kind == "c")


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load the tables once (some 50 ms)."""
    folder = files(__package__)
    g = Gazetteer()
    raw, heads = g.raw, g.heads
    for line in gzip.decompress((folder / "places.tsv.gz").read_bytes()).decode().splitlines():
        key, rest = line.split("\t", 1)
        listed = raw.get(key)
        if listed is None:
            raw[key] = [rest]
            _head(heads, key)
        else:
            listed.append(rest)
    for line in (folder / "extra.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        kind, name, value = line.split("\t")
        if kind == "f":
            g.first_names[name] = value
        elif kind == "a":
            g.demonyms[name] = tuple(value.split("|"))
        elif kind == "k":
            g.capitals[name] = tuple(value.split("|"))
        elif kind == "s":
            g.states[name] = tuple(value.split("|"))
        else:
            key = fold(name)
            g.extra.setdefault(key, []).append(Entry(_KINDS[kind], tuple(value.split("|")), _ALIAS_PEOPLE, False))
            _head(heads, key)
    for line in (folder / "names.tsv").read_text(encoding="utf-8").splitlines():
        name, gender = line.split("\t")
        g.first_names.setdefault(name, gender)
    return g


def _head(heads: dict[str, int], key: str) -> None:
    words = key.split(" ")
    if heads.get(words[0], 0) < len(words):
        heads[words[0]] = len(words)
