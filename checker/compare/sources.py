"""Who says so: whether two speakers are one, and whether a speaker is resolved at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

SameSpeaker = Literal["same", "different", "unknown"]

# Plural and unnamed sources: they do not make a side (DESIGN, `dispute`).
UNRESOLVED = frozenset(
    """official officials authority authorities source sources witness witnesses resident residents report reports
    media analyst analysts expert experts people spokesman spokeswoman spokesperson local locals neighbour neighbours
    neighbor neighbors observer observers rescuer rescuers responder responders survivor survivors investigator
    investigators he she they it who man woman eyewitness eyewitnesses somebody someone others outlets channels
    diplomat diplomats aide aides insider insiders employee employees worker workers"""
    .split()
)  # fmt: skip
_TITLES = frozenset(
    """mr mrs ms dr sir president prime minister mayor governor gov acting regional chief head spokesman spokeswoman
    spokesperson deputy general gen lt lieutenant colonel col major captain sergeant sheriff officer secretary chairman
    chairwoman chair director commander judge senator sen rep foreign defence defense interior finance health local
    the of for a an and in on at to his her their city national state former executive commissioner superintendent
    police fire coach professor prof premier chancellor king queen pope ambassador"""
    .split()
)  # fmt: skip
# Last words that many institutions share: "Northern Command" and "Southern Command" are two.
_BODIES = frozenset(
    """command army navy ministry office department hospital company corporation brigade division regiment university college school
    party union agency authority council committee commission association federation court bank group institute service services
    center centre news times post herald bureau county administration staff forces corps railways airlines energy board fund league
    prison airport parliament senate congress assembly embassy"""
    .split()
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(maxsize=8192)
def _words(speaker: str) -> tuple[str, ...]:
    return tuple(_POSSESSIVE.sub("", w) for w in _WORD.findall(speaker))


@lru_cache(maxsize=8192)
def resolved(speaker: str | None) -> bool:
    """Whether the speaker is somebody: a named person or institution, or a role that only one body holds."""
    if not speaker:
        return False
    words = [w.lower() for w in _words(speaker)]
    if not words:
        return False
    if any(w[:1].isupper() and w.lower() not in _TITLES | UNRESOLVED for w in _words(speaker)):
        return words[-1] not in UNRESOLVED or len(words) > 2
    return not any(w in UNRESOLVED for w in words)


@lru_cache(maxsize=8192)
def names(speaker: str) -> frozenset[str]:
    """The lower-case words of the speaker that name somebody, titles and articles aside."""
    return frozenset(w.lower() for w in _words(speaker) if w[:1].isupper() and w.lower() not in _TITLES)


def same_speaker(a: str | None, b: str | None) -> SameSpeaker:
    """Whether two speakers are one: a shared surname or institution name, or one role inside the other.

    "Klitschko", "Mayor Vitali Klitschko" and "Kyiv mayor Klitschko" are one; "the mayor" is unknown beside them.
    Two bodies of one kind ("Northern Command", "Southern Command") are different.
    """
    if not a or not b:
        return "unknown"
    left, right = [w.lower() for w in _words(a)], [w.lower() for w in _words(b)]
    if left == right:
        return "same" if resolved(a) else "unknown"
    if not resolved(a) or not resolved(b):
        return "unknown"
    left_names, right_names = names(a), names(b)
    if left_names and right_names:
        if left_names <= right_names or right_names <= left_names:
            return "same" if _last_name(a) & right_names or _last_name(b) & left_names else "unknown"
        if _last_name(a) and _last_name(a) == _last_name(b) and not _last_name(a) & _BODIES:
            return "same"
        return "different"
    content = {w for w in left if w not in {"the", "a", "of"}}, {w for w in right if w not in {"the", "a", "of"}}
    if content[0] <= content[1] or content[1] <= content[0]:
        return "same"
    return "different" if not content[0] & content[1] else "unknown"


def _last_name(speaker: str) -> frozenset[str]:
    words = [w for w in _words(speaker) if w[:1].isupper() and w.lower() not in _TITLES]
    return frozenset({words[-1].lower()}) if words else frozenset()
