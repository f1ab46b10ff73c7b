"""Quotation marks: which parts of a text are somebody's words.

Straight double, curly double, guillemets, and single quotes as British papers and some aggregators use them. An
apostrophe is no quote: a single mark opens only before a word and after a blank, and closes only after a word or a
stop and before a blank or a stop; "soldiers' families" inside a quotation does not close it where a better mark
follows. A quotation that is not closed runs to the end of its paragraph, as in papers where each paragraph of a long
quotation begins with a mark and only the last one ends with it.
"""

from __future__ import annotations

import re

_OPENERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_SINGLE_OPEN = "'‘"
_SINGLE_CLOSE = "'’"
_STOPS = ",.!?…"
_MARK = re.compile(r"[\"“”„«»'‘’]")
MOST_MARKS = 60  # marks looked at for the end of a single-quoted quotation
LONGEST = 3000  # characters: a longer "quotation" is a lost mark


def quotations(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the quotations in one paragraph `text[start:end]`, marks included, in order, not overlapping."""
    end = len(text) if end is None else end
    marks = [m.start() for m in _MARK.finditer(text, start, end)]
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(marks):
        position = marks[i]
        mark = text[position]
        closing = None
        if mark in _OPENERS and _opens(text, position, start, end, mark):
            closing = _double_close(text, marks, i, mark, end)
        elif mark in _SINGLE_OPEN and _opens(text, position, start, end, mark):
            closing = _single_close(text, marks, i, start, end)
            if closing is None:
                i += 1
                continue
        else:
            i += 1
            continue
        stop = end if closing is None else marks[closing] + 1
        if stop - position <= LONGEST:
            spans.append((position, stop))
        if closing is None:
            break
        i = closing + 1
    return spans


def _opens(text: str, at: int, start: int, end: int, mark: str) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if after.isspace():
        return False
    if mark == '"' or mark in _SINGLE_OPEN:
        return before.isspace() or before in "([—–-/:“\"'‘"
    return True


def _double_close(text: str, marks: list[int], i: int, mark: str, end: int) -> int | None:
    closers = _OPENERS[mark]
    for j in range(i + 1, len(marks)):
        if text[marks[j]] in closers:
            return j
        # a page that mixes them: “ closed by a straight mark
        if mark == "“" and text[marks[j]] == '"':
            return j
    return None


def _single_close(text: str, marks: list[int], i: int, start: int, end: int) -> int | None:
    weak: int | None = None
    for j in range(i + 1, min(len(marks), i + MOST_MARKS)):
        at = marks[j]
        mark = text[at]
        if at - marks[i] > LONGEST:
            break
        if mark in _SINGLE_CLOSE:
            before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
            if after.isalnum() or before.isspace():
                if mark in _SINGLE_OPEN and before.isspace() and weak is not None:
                    return weak  # the next quotation opens: the plural possessive was the end after all
                continue
            if before == "s" and after == " " and at + 2 < end and text[at + 2].islower():
                weak = j if weak is None else weak
                continue  # "soldiers' families": closes only if nothing better follows
            return j
        elif mark in _OPENERS and weak is not None:
            return weak
    return weak
