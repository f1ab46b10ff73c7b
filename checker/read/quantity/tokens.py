"""Tokens of one sentence, as parallel lists: reading looks at neighbours all the time, so access must be cheap."""

from __future__ import annotations

import re

# "12,5 %", "7,5 million": a decimal comma, as agencies outside the English-speaking countries leave it.
_DECIMAL_COMMA = (
    r"[0-9]{1,3},[0-9]{1,2}(?=[ \u00a0\u202f]?(?:%|€|per ?cent\b|pct\b|percentage\b|[mb]illions?\b|trillions?\b|[mb]ln\b|[mb]n\b|"
    r"km\b|kg\b|euros?\b))"
)
_TOKEN = re.compile(
    rf"(?P<n>{_DECIMAL_COMMA}|"
    r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?|[0-9]{1,3}(?:[,\u00a0\u202f\u2009][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<w>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
    r"|(?P<s>\S)"
)
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")


def wordset(text: str) -> frozenset[str]:
    """Return the words of a string as a set: long word lists stay readable that way."""
    return frozenset(text.split())


class Tokens:
    """The tokens of a sentence.

    `kind[i]` is 'n' (figure), 'w' (word) or 's' (one other character); `low` is lower case with straight
    apostrophes; `glued[i]` says that no space stands before token i.
    """

    __slots__ = ("_vocabulary", "end", "glued", "kind", "low", "raw", "size", "source", "start", "title_case")

    def __init__(self, source: str):
        self.source = source
        self.raw, self.low, self.start, self.end, self.kind, self.glued = [], [], [], [], [], []
        last = -1
        capitals = words = 0
        for match in _TOKEN.finditer(source):
            start, end = match.span()
            raw = match.group()
            kind = match.lastgroup
            self.raw.append(raw)
            self.low.append(raw.lower().replace("\u2019", "'") if kind == "w" else raw)
            self.start.append(start)
            self.end.append(end)
            self.kind.append(kind)
            self.glued.append(start == last)
            last = end
            if kind == "w" and len(raw) > 3:
                words += 1
                capitals += raw[0].isupper()
        self.size = len(self.raw)
        self._vocabulary: frozenset[str] | None = None
        # Headlines Capitalise Each Word: there a capital does not make a name of the word before a figure.
        self.title_case = words >= 3 and capitals >= 0.8 * words

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether any of the words is in the sentence; its words are gathered once, so that asking often is cheap."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.low)
        return not self._vocabulary.isdisjoint(words)

    def at(self, i: int) -> str:
        """Return the lower-case token at i, or '' outside the sentence."""
        return self.low[i] if 0 <= i < self.size else ""

    def kind_at(self, i: int) -> str:
        """Return the kind of token i, or '' outside the sentence."""
        return self.kind[i] if 0 <= i < self.size else ""

    def is_glued(self, i: int) -> bool:
        """Whether token i exists and follows its neighbour without a space."""
        return 0 < i < self.size and self.glued[i]

    def is_name(self, i: int) -> bool:
        """Whether token i is a capitalised word."""
        return 0 <= i < self.size and self.kind[i] == "w" and self.raw[i][0].isupper()

    def matches(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Whether the lower-case tokens from i on are the phrase."""
        return 0 <= i and tuple(self.low[i : i + len(phrase)]) == phrase
