"""What "the strike", "he" and "the city" stand for: names found earlier in the article, marked as added."""

from __future__ import annotations

from checker.read.speakers import Register
from checker.read.tokens import bare
from checker.read.verbs import REPORTING
from checker.read.voices import Sentence
from checker.schema import Place

_PERSONAL = frozenset({"he", "she", "they", "it"})
_DEMONSTRATIVE = frozenset({"the", "this", "that", "these", "those"})
# Definite descriptions that need an event before them.
_EVENTS = frozenset(
    """strike strikes attack attacks raid blast explosion explosions crash collapse incident accident shooting fire
    quake earthquake flood storm tremor eruption election vote match game meeting talks summit deal agreement ruling
    trial case protest protests rally operation bombing bombings bombardment killing killings murder derailment
    outbreak disaster incidents hearing verdict merger takeover strike proposal ceasefire truce claim allegation
    decision law bill measure report study survey outage spill landslide avalanche wildfire stabbing robbery"""
    .split()
)  # fmt: skip
_PLACES = frozenset("city town village region country capital state province district area county island site".split())
_PEOPLE = frozenset(
    """president minister mayor governor leader suspect victim man woman driver shooter gunman boy girl teen
    teenager official spokesman spokeswoman company firm ministry team""".split()
)
MOST = 3
BACK = 6  # sentences looked back


def antecedents(
    sentences: list[Sentence], i: int, register: Register, recent: list[str], places: list[list[Place]]
) -> tuple[str, ...]:
    """Names for the pronoun or definite description that opens sentence `i`; empty where it stands alone."""
    t = sentences[i].tokens
    first = next(
        (
            x
            for x in range(min(4, len(t)))
            if t.low[x]
            not in (
                "but",
                "and",
                "however",
                ",",
                "meanwhile",
                "in",
                "at",
                "'",
                '"',
                "“",
                "‘",
                "after",
                "during",
                "since",
            )
        ),
        None,
    )
    if first is None:
        return ()
    low = t.low[first]
    if low in _PERSONAL or low in ("his", "her", "their", "its"):
        follows = t.low[first + 1] if first + 1 < len(t) else ""
        if low == "it" and follows not in REPORTING and follows not in ("has", "had", "will", "did", "would", "also"):
            return ()  # "It is still dangerous": nothing is meant
        head = {"his": "he", "her": "she", "their": "they", "its": "it"}.get(low, low)
        found = register.resolve([head], recent)
        return (found,) if found else ()
    if low in _DEMONSTRATIVE and first + 1 < len(t):
        for x in range(first + 1, min(len(t), first + 4)):
            noun = bare(t.low[x])
            if noun in _EVENTS:
                return _event(sentences, i, noun, places)
            if noun in _PLACES:
                return _place(i, places, noun)
            if noun in _PEOPLE:
                found = register.resolve([noun], recent)
                return (found,) if found else ()
            if t.upper[x]:
                return ()
    return ()


def _event(sentences: list[Sentence], i: int, noun: str, places: list[list[Place]]) -> tuple[str, ...]:
    """The earlier sentence's phrase with the same noun or a name beside it: capitalised words around the noun."""
    stem = noun.rstrip("s")
    for j in range(i - 1, max(-1, i - 1 - BACK), -1):
        t = sentences[j].tokens
        for x in range(len(t)):
            if t.low[x].rstrip("s") == stem and x:
                first = x
                while (
                    first > 0
                    and x - first < 4
                    and t.text[first - 1][0].isalnum()
                    and t.low[first - 1] not in ("the", "a", "an", "in", "of", "that", "and", "by", "to")
                ):
                    first -= 1
                if first < x:
                    return (t.span(first, x + 1),)
    for j in range(i - 1, max(-1, i - 1 - BACK), -1):
        names = tuple(dict.fromkeys(p.name for p in places[j] if p.role in ("location", "target")))
        if names:
            return names[:MOST]
    return ()


def _place(i: int, places: list[list[Place]], noun: str) -> tuple[str, ...]:
    wanted = {
        "city": "city",
        "town": "city",
        "village": "city",
        "capital": "city",
        "region": "region",
        "province": "region",
        "state": "region",
        "country": "country",
        "district": "district",
        "county": "district",
    }.get(noun)
    for j in range(i - 1, max(-1, i - 1 - BACK), -1):
        for place in reversed(places[j]):
            if wanted is None or place.kind == wanted:
                return (place.name,)
    return ()
