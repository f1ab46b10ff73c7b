"""The words of one sentence, as parallel lists: the rules of this stage look at neighbours, not at characters."""

from __future__ import annotations

import re

# "U.S.", "Gov.", "p.m." keep their points; "Russia's" and "state-run" are one word; everything else is one character.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|(?:Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Mr|Mrs|Ms|Dr|Prof|St|Rev|Hon|Cpl|Cmdr|Supt|Det|Insp|Brig|Pvt|Amb"
    r"|Jr|Sr|No)\.(?=\s)"
    r"|\d+(?:[.,:/]\d+)*(?:[-‑]\w+)*|\w+(?:['’\-‑&]\w+)*|\S"
)
POSSESSIVE = ("'s", "’s")


class Tokens:
    """Words of a sentence.

    Attributes:
        text: the words as written; `low` lower-cased, `start` and `end` their offsets in `source`.
        upper: whether the word begins with a capital.
        quoted: whether the word lies inside quotation marks (set by the caller from the article's quotes).
    """

    __slots__ = ("end", "low", "quoted", "source", "start", "text", "upper")

    def __init__(self, source: str, quotes: tuple[tuple[int, int], ...] = ()):
        self.source = source
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        for match in _TOKEN.finditer(source):
            self.text.append(match.group())
            self.start.append(match.start())
            self.end.append(match.end())
        self.low = [word.lower().replace("’", "'") for word in self.text]
        self.upper = [word[0].isupper() for word in self.text]
        self.quoted = [False] * len(self.text)
        if quotes:
            which = 0
            for i, start in enumerate(self.start):
                while which < len(quotes) and quotes[which][1] <= start:
                    which += 1
                if which < len(quotes) and quotes[which][0] <= start:
                    self.quoted[i] = True

    def __len__(self) -> int:
        return len(self.text)

    def span(self, a: int, b: int) -> str:
        """The source text from token `a` up to token `b` (exclusive)."""
        return self.source[self.start[a] : self.end[b - 1]] if a < b else ""

    def word(self, i: int) -> bool:
        """Whether token `i` exists and is a word or number, not punctuation."""
        return 0 <= i < len(self.text) and self.text[i][0].isalnum()


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word
