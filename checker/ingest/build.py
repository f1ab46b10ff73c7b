"""From text and fields to an `Article`: cleaning, title, times, carrier, flags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.ingest.boilerplate import is_closed, join, strip_boilerplate
from checker.ingest.captions import drop_captions
from checker.ingest.carrier import find_carrier, is_byline, strip_final_credit
from checker.ingest.corruption import corruption_reasons
from checker.ingest.dates import Stated
from checker.ingest.fields import Fields
from checker.ingest.pages import Part, split_page, when_of
from checker.schema import Article

# Lines of a hard-wrapped file have about this many characters, and most of them end inside a sentence.
WRAPPED_CHARACTERS = (45, 100)
WRAPPED_OPEN_SHARE = 0.6

_SPACES = re.compile(r"[^\S\n]+")


def to_lines(text: str) -> list[str]:
    """The stripped lines of `text`, runs of spaces made one."""
    return [_SPACES.sub(" ", line).strip() for line in text.split("\n")]


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join hard-wrapped lines into paragraphs, so that no sentence is cut by a line's end.

    Lines are wrapped when the next line's first word would not have fitted on them, and most end inside a sentence.
    A block of two lines (a headline and its paragraph, perhaps) is joined only where longer blocks show the file
    to be wrapped.
    """
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    known = any(len(block) > 2 and _is_wrapped(block) for block in blocks)
    out: list[str] = []
    for block in blocks:
        joined = known and len(block) > 1 and _is_wrapped(block)
        out.extend([" ".join(block)] if joined else block)
        out.append("")
    return out[:-1]


def _is_wrapped(block: Sequence[str]) -> bool:
    low, high = WRAPPED_CHARACTERS
    inner, width = block[:-1], max(len(line) for line in block)
    return (
        width <= high
        and all(len(line) >= low for line in inner)
        and all(len(a) + 1 + len(b.split(" ", 1)[0]) > width for a, b in pairwise(block))
        and sum(not is_closed(line) for line in inner) >= WRAPPED_OPEN_SHARE * len(inner)
        and not any(line[0] in "-•*·–—" for line in block[1:])
    )


def article(
    text: str,
    fields: Fields,
    *,
    id: str,
    source: str,
    page: str | None = None,
    stated: Stated | None = None,
    whole: bool = False,
) -> Article | None:
    """Build one article from its text; None when nothing but boilerplate is in it.

    Args:
        text: the text as read; the article's text is this, cleaned, and all later spans refer to that.
        fields: validated metadata; what it states goes before what the text shows.
        id: the article's id.
        source: path, or path:line.
        page: path of the page that it was split from.
        stated: the publication time printed on the page, resolved.
        whole: the lines are those of a whole page.
    """
    raw = to_lines(text)
    lines = drop_captions(strip_boilerplate(raw, page=whole))
    title = fields.title
    if title:
        lines = [line for line in lines if line.casefold() != title.casefold()] if len(lines) > 1 else lines
    credited = join(lines)
    top = next((i for i, line in enumerate(lines) if line), None)
    if top is not None and is_byline(lines[top]) and any(lines[top + 1 :]):
        lines[top] = ""
    cleaned = strip_final_credit(join(lines))
    if not cleaned:
        return None
    original = "\n".join(raw)
    reasons = list(corruption_reasons(cleaned, original))
    flags = ["corrupted"] if reasons else []
    when = {
        "published": fields.published,
        "published_basis": fields.published_basis,
        "published_granularity": fields.published_granularity,
        "published_text": fields.published_text,
    }
    if fields.published is None and stated is not None:
        when = {
            "published": stated.when,
            "published_basis": stated.basis,
            "published_granularity": stated.granularity,
            "published_text": stated.text,
        }
        if stated.note:
            reasons.append(f"published: {stated.note}")
        if stated.ambiguous:
            flags.append("ambiguous_date")
    return Article(
        id=id,
        outlet=fields.outlet,
        carrier=fields.carrier or find_carrier(credited, fields.outlet, original),
        title=title,
        url=fields.url,
        **when,
        retrieved=fields.retrieved,
        retrieved_basis=fields.retrieved_basis,
        text=cleaned,
        source=source,
        page=page,
        flags=tuple(flags),
        flag_reasons=tuple(reasons),
    )


def articles_of_page(lines: Sequence[str], fields: Fields, *, id: str, source: str) -> list[Article]:
    """The articles of a text file or page: one, or a main article `id#0` and related ones `id#1`...

    Outlet, title, address and publication time in `fields` are the main article's; the retrieval time is all of theirs.
    """
    main, related = split_page(lines)
    shared = Fields(
        retrieved=fields.retrieved, retrieved_basis=fields.retrieved_basis, retrieved_clock=fields.retrieved_clock
    )
    found = []
    for number, part in enumerate((main, *related)):
        own = fields if number == 0 else shared
        own = Fields(**{**vars(own), "outlet": own.outlet or part.outlet, "title": own.title or part.title})
        built = article(
            "\n".join(_body(part)),
            own,
            id=f"{id}#{number}" if related else id,
            source=source,
            page=source if related else None,
            stated=when_of(part, fields.retrieved, fields.retrieved_clock, lines),
            whole=bool(related),
        )
        if built:
            found.append(built)
    return found


def _body(part: Part) -> Sequence[str]:
    """The part's lines; a part that is a headline and nothing else is its headline, since that is a claim too."""
    return part.lines if any(part.lines) or not part.title else (part.title,)
