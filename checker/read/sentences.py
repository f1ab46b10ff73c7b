"""Sentences with exact offsets: sentencex for the abbreviations, a second split for what it leaves whole."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from sentencex import get_sentence_boundaries

# A line break always ends a sentence: titles, bylines and list items carry no full stop.
_LINES = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
# Where a second split may be: end mark(s), closing quotes or brackets, blank, then a capital, digit or opening quote.
_END = re.compile(r"(?<=[^\s.])(?:\.{1,4}|…|[!?]{1,3})[\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[]{0,2}[A-Z0-9À-ÞА-Я])")
# Words whose full stop does not end a sentence (lower case, without the stop).
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gov gen lt col maj capt sgt adm sen rep reps st rev hon cpl cmdr supt det insp brig pvt amb jr
    sr no vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec fig al approx dept est gmt mt ft u.s
    u.k u.n e.g i.e p.m a.m d.c ph.d vol op cf ave blvd rd hwy pres sgts lts messrs mme rt ste univ bros mfg pfc spc
    pte dist atty asst assoc""".split()
)  # fmt: skip
# After these a sentence does end where a plain capitalised word follows ("at 5 p.m. Police said").
_MAY_END = frozenset({"p.m", "a.m", "inc", "co", "corp", "ltd", "jr", "sr", "etc", "d.c", "u.s", "u.k", "u.n"})
_STARTERS = frozenset(
    """the a an he she it they we i in on at but and after before when police officials meanwhile no there this that
    these those his her its their as for if according two three four five six seven eight nine ten one authorities
    witnesses residents""".split()
)  # fmt: skip
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_FIRST_WORD = re.compile(r"[\"“‘'«(\[]*([^\W_]+)")
_QUOTED_END = re.compile(r"[?!]+[\"”’']\Z")
_CREDIT = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+|the\s|he\s|she\s|[a-z]+\s){1,5}?(?:said|asked|added|wrote|told|wondered|replied|shouted|exclaimed)\b"
)
_LEFT_WINDOW = 24  # characters looked at before a stop: the longest abbreviation is far shorter
LONGEST = 1500  # characters of a sentence; lists and tables without stops are cut
_SENTENCEX_LIMIT = 20_000  # characters of one line handed over at a time, so that a file without breaks stays linear


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`, in order, without surrounding white space. Never empty, never overlapping."""
    spans: list[tuple[int, int]] = []
    for line in _LINES.finditer(text):
        for start, end in _line(line.group()):
            spans.append((line.start() + start, line.start() + end))
    return spans


def paragraph_breaks(text: str) -> list[int]:
    """Offsets at which a paragraph (line) begins, ascending."""
    return [match.start() for match in _LINES.finditer(text)]


def paragraph_of(breaks: list[int], offset: int) -> int:
    """Index of the paragraph that holds `offset`."""
    return bisect_right(breaks, offset) - 1


def _line(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for chunk_start in range(0, len(line), _SENTENCEX_LIMIT):
        chunk = line[chunk_start : chunk_start + _SENTENCEX_LIMIT]
        for start, end in _first_split(chunk):
            for a, b in _second_split(chunk, start, end):
                trimmed = _trim(chunk, a, b)
                if trimmed:
                    spans.append((chunk_start + trimmed[0], chunk_start + trimmed[1]))
    return [piece for span in _rejoin(line, spans) for piece in _bounded(line, *span)]


def _bounded(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is too long to be a sentence at a blank, so that later rules see a bounded number of words."""
    pieces: list[tuple[int, int]] = []
    while end - start > LONGEST:
        cut = line.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        trimmed = _trim(line, start, cut)
        if trimmed:
            pieces.append(trimmed)
        start = cut
    trimmed = _trim(line, start, end)
    return [*pieces, trimmed] if trimmed else pieces


def _first_split(chunk: str) -> list[tuple[int, int]]:
    """sentencex's spans; where its offsets do not slice back (odd Unicode), the whole chunk."""
    spans, last = [], 0
    for boundary in get_sentence_boundaries("en", chunk):
        start, end = boundary["start_index"], boundary["end_index"]
        if start != last or not start < end <= len(chunk) or chunk[start:end] != boundary["text"]:
            return [(0, len(chunk))]
        spans.append((start, end))
        last = end
    return spans if last == len(chunk) else [(0, len(chunk))]


def _second_split(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split inside long quotations and after ellipses, which sentencex keeps whole."""
    cuts = [start]
    for match in _END.finditer(chunk, start, end):
        if not _abbreviated(chunk, match.start(), match.group(), match.end()):
            cuts.append(match.end())
    cuts.append(end)
    return list(itertools.pairwise(cuts))


def _abbreviated(chunk: str, stop: int, mark: str, after: int) -> bool:
    if not mark.startswith(".") or mark.startswith(".."):
        return False
    word = _LAST_WORD.search(chunk[max(0, stop - _LEFT_WINDOW) : stop])
    if word is None:
        return False
    left = word.group().lower()
    if left in _MAY_END:
        right = _FIRST_WORD.match(chunk, after)
        return right is None or right.group(1).lower() not in _STARTERS
    if left in _ABBREVIATIONS:
        return True
    # initials: "John F. Kennedy", "J. K. Rowling"; "vitamin C. The" is rarer than a middle initial
    return len(left) == 1 and left.isalpha() and word.group().isupper()


def _rejoin(line: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Undo first splits after a title or initial, and glue closing quotes that were left over to their sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined:
            before = joined[-1]
            left = line[max(before[0], before[1] - _LEFT_WINDOW) : before[1]]
            only_marks = not any(c.isalnum() for c in line[start : min(end, start + 8)]) and end - start <= 8
            continued = line[start].islower() and before[1] > 0 and left[-1] not in "!?"
            titled = left.endswith(".") and _abbreviated(line, before[1] - 1, ".", start)
            if only_marks or titled or continued or _credits_quote(line, left, start, end):
                joined[-1] = (before[0], end)
                continue
        joined.append((start, end))
    return joined


def _credits_quote(line: str, before: str, start: int, end: int) -> bool:
    """Whether a "sentence" only names the speaker of the quoted question before it: `"Why?" the mayor asked.`"""
    return _QUOTED_END.search(before) is not None and _CREDIT.match(line, start, end) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
