"""Claims of different splits, or of one, that are nearly one text: what is learnt on the one answers the other."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.compare.words import content
from eval.dossiers.difficulty import NUMBER_WORDS
from eval.dossiers.records import Dossier

GRAM = 4
# Masked word 4-grams that two claims may share, over those of the shorter, where they share several: news has set phrases
# ("were killed and eight wounded", "per cent of the"), but claims of one frame with other figures share more.
MOST_SHARED = 0.5
SEVERAL = 3
# Content stems that two claims may share, over all that either has, where both have some.
MOST_ALIKE = 0.6
LEAST_STEMS = 5
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d[\d.,:]*")


def masked(text: str) -> list[str]:
    """The words with figures and number words as one sign, so that "killed 9" and "killed eleven" are the same frame."""
    return _WORD.findall(_FIGURE.sub(" 0 ", NUMBER_WORDS.sub(" 0 ", text)).lower())


def grams(text: str) -> frozenset[tuple[str, ...]]:
    """Masked word n-grams; the whole, for a text of fewer words."""
    words = masked(text)
    return frozenset(tuple(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1))) if words else frozenset()


def leaks(dossiers: Sequence[Dossier], splits: Mapping[str, str]) -> list[str]:
    """Claims that say nearly the same words and are in two splits, or are the same text anywhere."""
    claims = [(c.id, splits.get(d.event.id), c.text) for d in dossiers for c in d.claims]
    out = [
        f"the text of claims {', '.join(c for c, _, t in claims if t == text)} is one and the same: rewrite all but one"
        for text, n in Counter(text for _, _, text in claims).items() if n > 1
    ]  # fmt: skip
    shingles = {name: grams(text) for name, _, text in claims}
    where: dict[tuple[str, ...], list[str]] = {}
    for name, some in shingles.items():
        for gram in some:
            where.setdefault(gram, []).append(name)
    shared: Counter[tuple[str, str]] = Counter(
        pair for names in where.values() for pair in itertools.combinations(names, 2)
    )
    split = {name: s for name, s, _ in claims}
    for (a, b), n in sorted(shared.items()):
        if split[a] != split[b] and n >= SEVERAL and n > MOST_SHARED * min(len(shingles[a]), len(shingles[b])):
            out.append(_message(a, b, split))
    for (a, s, x), (b, t, y) in itertools.combinations(claims, 2):
        left, right = content(x), content(y)
        if s != t and min(len(left), len(right)) >= LEAST_STEMS and len(left & right) > MOST_ALIKE * len(left | right):
            out.append(_message(a, b, split))
    return list(dict.fromkeys(out))


def _message(a: str, b: str, split: Mapping[str, str | None]) -> str:
    return f"claims {a} ({split[a]}) and {b} ({split[b]}) are nearly one text: rewrite one, or keep both in one split"
