"""Aggregator pages: one main article and a list of related ones, told apart by the shape of the list.

A related article begins with its outlet, a time, and the outlet again (with a bullet where the page's markup was
kept): three lines that no article has. Its title stands after them, and often once or twice before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checker.ingest.boilerplate import is_closed, is_dropped, is_hard_stop, is_prose, is_soft_stop
from checker.ingest.carrier import is_byline
from checker.ingest.dates import (
    Stated,
    day_first_evidence,
    is_relative,
    printed_date,
    resolve_printed,
    resolve_relative,
    trailing_date,
)

MAX_OUTLET_CHARACTERS = 60
MAX_OUTLET_WORDS = 7
MAX_TITLE_CHARACTERS = 250
MIN_TITLE_WORDS = 3
# Lines of a page's top among which its byline and its title are looked for.
TOP_LINES = 8
# A line that follows a title is so much longer than it, unless a blank line parts them.
BODY_RATIO = 1.5

_BULLET = re.compile(r"^(?:[-–—•·*▪●|]\s*)")
_ONE_LINE = re.compile(r"^(?P<a>.{1,80}?)\s*(?:[•·|,]|\s[-–—]\s)\s*(?P<b>.{1,80})$")
_NOT_OUTLETS = re.compile(r"(?i)by\s|published|updated|posted|related|comments?$|share$|video$|photo")


@dataclass(frozen=True)
class Part:
    """A piece of a page: `lines` are its body's stripped lines, still to be cleaned; `stated` is its printed time."""

    lines: tuple[str, ...]
    title: str | None = None
    outlet: str | None = None
    stated: str | None = None
    relative: bool = False


@dataclass(frozen=True)
class _Head:
    first: int  # index of the first line that belongs to the block (its repeated title)
    body: int  # index of the first line after the head
    outlet: str
    stated: str
    relative: bool
    title: str | None = None  # where the headline stands before the head only


def split_page(lines: Sequence[str]) -> tuple[Part, tuple[Part, ...]]:
    """Split the stripped lines of a page into its main article and its related ones.

    A page without related articles is its main article; the main article of a page that is only a list has no lines.
    """
    heads = _heads(lines)
    if not heads:
        return _main(lines, page=False), ()
    ends = [head.first for head in heads[1:]] + [len(lines)]
    related = tuple(_related(lines, head, end) for head, end in zip(heads, ends, strict=True))
    return _main(lines[: heads[0].first], page=True), related


def when_of(part: Part, retrieved: datetime | None, clock: bool, page_lines: Sequence[str] = ()) -> Stated | None:
    """The publication time that `part` states, resolved against the page's own retrieval time; None without one."""
    if part.stated is None:
        return None
    if part.relative:
        return resolve_relative(part.stated, retrieved, clock)
    text = "\n".join(part.lines)
    return resolve_printed(part.stated, text, retrieved=retrieved, day_first=day_first_evidence(list(page_lines)))


def _is_outlet(line: str) -> bool:
    return (
        0 < len(line) <= MAX_OUTLET_CHARACTERS
        and len(line.split()) <= MAX_OUTLET_WORDS
        and any(character.isalpha() for character in line)
        and not line.endswith((".", "?", "!", ":", ",", ";"))
        and not _NOT_OUTLETS.match(line)
        and not is_relative(line)
        and printed_date(line) is None
        and not _BULLET.match(line)
    )


def _time(line: str) -> tuple[str, bool] | None:
    """(words, relative) of a line that is a time and nothing else."""
    if len(line) > 80:
        return None
    if is_relative(line):
        return line, True
    words = printed_date(line)
    return (words, False) if words else None


def _same_name(a: str, b: str) -> bool:
    return " ".join(_BULLET.sub("", a).split()).casefold() == " ".join(b.split()).casefold()


def _heads(lines: Sequence[str]) -> list[_Head]:
    filled = [i for i, line in enumerate(lines) if line]
    heads: list[_Head] = []
    in_list = False
    at = 0
    while at < len(filled):
        line = lines[filled[at]]
        in_list = in_list or is_soft_stop(line)
        found = _head_at(lines, filled, at, in_list)
        if found is None:
            at += 1
            continue
        used, outlet, stated, relative = found
        body = filled[at + used] if at + used < len(filled) else len(lines)
        first = filled[at]
        title = lines[body] if body < len(lines) else ""
        for back in range(at - 1, max(-1, at - 4), -1):
            if heads and filled[back] < heads[-1].body:
                break
            if title and lines[filled[back]] == title:
                first = filled[back]
        before = None
        if first == filled[at] and at and is_prose(title) and not (heads and filled[at - 1] <= heads[-1].body):
            before = _headline(lines[filled[at - 1]])
            first = filled[at - 1] if before else first
        heads.append(_Head(first, body, outlet, stated, relative, before))
        at += used
    return heads


def _headline(line: str) -> str | None:
    """`line` when it can be the headline of the block that it stands before: short, open, no heading of a list."""
    if (
        len(line) > MAX_TITLE_CHARACTERS
        or is_closed(line)
        or is_soft_stop(line)
        or is_hard_stop(line)
        or is_dropped(line)
    ):
        return None
    return line if len(line.split()) >= MIN_TITLE_WORDS else None


def _head_at(lines: Sequence[str], filled: list[int], at: int, in_list: bool) -> tuple[int, str, str, bool] | None:
    """(lines used, outlet, time, relative) of the block head that starts at the `at`-th filled line."""
    line = lines[filled[at]]
    after = [lines[i] for i in filled[at + 1 : at + 3]]
    if _is_outlet(line) and after and (time := _time(after[0])):
        if len(after) > 1 and _same_name(after[1], line):
            return 3, line, *time
        # Without the outlet's repetition the shape is weaker: only inside a list that a heading announces.
        return (2, line, *time) if in_list else None
    if not in_list or not (match := _ONE_LINE.match(line)) or len(line) > 100:
        return None
    for outlet, words in ((match["a"], match["b"]), (match["b"], match["a"])):
        if _is_outlet(outlet) and (time := _time(words)):
            return 1, outlet, *time
    return None


def _related(lines: Sequence[str], head: _Head, end: int) -> Part:
    body = list(lines[head.body : end])
    title = head.title
    filled = [line for line in body if line]
    if (
        title is None
        and len(filled) > 1
        and len(filled[0]) <= MAX_TITLE_CHARACTERS
        and not (is_prose(filled[0]) and filled[0].endswith("."))
    ):
        title = filled[0]
        body = body[body.index(title) + 1 :]
    return Part(tuple(body), title, head.outlet, head.stated, head.relative)


def _main(lines: Sequence[str], *, page: bool) -> Part:
    """The main article: its title, then a byline with outlet and date, then the body."""
    body = list(lines)
    title = _take_title(body)
    part = Part((), title)
    filled = [i for i, line in enumerate(body) if line][:TOP_LINES]
    taken: set[int] = set()
    for order, i in enumerate(filled):
        line = body[i]
        if is_prose(line):
            break
        following = body[filled[order + 1]] if order + 1 < len(filled) else ""
        if page and _is_outlet(line) and (time := _time(following)):
            part = replace(part, outlet=line, stated=time[0], relative=time[1])
            taken |= {i, filled[order + 1]}
            if order + 2 < len(filled) and _same_name(body[filled[order + 2]], line):
                taken.add(filled[order + 2])
            break
        if time := _time(line):
            part = replace(part, stated=time[0], relative=time[1])
            taken.add(i)
            break
        if named := trailing_date(line):
            name, stated = named
            # A name glued to its date ("Harbour Courier23-05-2025") is two elements of a page run together.
            glued = line.startswith(name + stated)
            outlet = name if (page or glued) and _is_outlet(name) else None
            if outlet or _NOT_OUTLETS.match(name):
                part = replace(part, outlet=outlet, stated=stated)
                taken.add(i)
                break
    return replace(part, lines=tuple(line for i, line in enumerate(body) if i not in taken))


def _take_title(body: list[str]) -> str | None:
    """Take the headline out of `body` and return it: a first line that is repeated, or is written like a headline."""
    filled = [i for i, line in enumerate(body) if line and not is_dropped(line)]
    if len(filled) < 2:
        return None
    first = body[filled[0]]
    # a byline or a date may stand between the headline and the text
    texts = (i for i in filled[1:] if not (is_byline(body[i]) or _time(body[i]) or trailing_date(body[i])))
    next_at = next(texts, filled[1])
    second = body[next_at]
    if len(first) > MAX_TITLE_CHARACTERS:
        return None
    repeated = any(body[i] == first for i in filled[1:])
    parted = filled[1] > filled[0] + 1 or next_at != filled[1]
    longer = len(second) >= BODY_RATIO * len(first) and is_closed(second)
    if not repeated and (
        first.endswith((".", ",", ";", ":")) or not (parted or longer) or _time(first) or trailing_date(first)
    ):
        return None
    if not repeated and not any(is_prose(body[i]) for i in filled[1:]):
        return None
    for i in filled:
        if body[i] == first:
            body[i] = ""
    return first
