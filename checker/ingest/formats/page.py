"""Saved web pages: the main text and metadata by trafilatura, offline; aggregator pages by the shape of their list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from checker.ingest.build import article, to_lines
from checker.ingest.dates import has_clock, parse_iso
from checker.ingest.decode import decode
from checker.ingest.fields import Fields
from checker.ingest.formats.base import Draft, Source
from checker.ingest.formats.text import drafts_of_lines
from checker.ingest.pages import split_page
from checker.ingest.problems import Problems

_BLOCKS = frozenset(
    """p div section article main aside header footer nav ul ol li h1 h2 h3 h4 h5 h6 blockquote figure figcaption table
    tr td th dl dt dd form pre hr address button time a span""".split()
)
# Elements that end a line only when they hold a whole line themselves are inline in prose: a link in a sentence.
_INLINE = frozenset({"a", "span", "time"})
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"})
MAX_DEPTH = 200
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='dc.date.issued' or @name='DC.date.issued']/@content",
)


def page_lines(tree: Any) -> list[str]:
    """The visible text of a page, one line a block, in order. Links and spans stay inside the sentence they are in."""
    lines: list[str] = []
    current: list[str] = []

    def flush() -> None:
        line = " ".join("".join(current).split())
        current.clear()
        if line:
            lines.append(line)

    # An explicit stack: a page nested a thousand deep must not end the run.
    stack: list[tuple[str, Any]] = [("open", tree)]
    while stack:
        step, node = stack.pop()
        if step == "text":
            current.append(node)
            continue
        name = node.tag if isinstance(node.tag, str) else None
        if step == "close":
            if name in _BLOCKS and not _in_sentence(node):
                flush()
            continue
        if name is None or name in _SILENT:
            continue
        if (name in _BLOCKS and not _in_sentence(node)) or name == "br":
            flush()
        todo: list[tuple[str, Any]] = [("text", node.text)] if node.text else []
        for child in node:
            todo.append(("open", child))
            if child.tail:
                todo.append(("text", child.tail))
        todo.append(("close", node))
        stack.extend(reversed(todo))
    flush()
    return lines


def _in_sentence(node: Any) -> bool:
    """Whether an inline element has text beside it on its line."""
    if node.tag not in _INLINE:
        return False
    before, parent = node.getprevious(), node.getparent()
    if parent is None:
        return False
    left = before.tail if before is not None else parent.text
    return bool((left and left.strip()) or (node.tail and node.tail.strip()))


def stated_time(tree: Any) -> datetime | None:
    """The publication time that the page's markup states: JSON-LD, meta elements, microdata."""
    values = [value for path in _PUBLISHED for value in tree.xpath(path)]
    values += [value for value in (_find(item, "datePublished") for item in _json_ld(tree)) if isinstance(value, str)]
    for value in values:
        try:
            return parse_iso(str(value))[0]
        except ValueError:
            continue
    return None


def _json_ld(tree: Any) -> list[Any]:
    found = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found.append(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue
    return found


def _find(item: Any, name: str, depth: int = 0) -> Any:
    """The first value of `name` at the top, in a list or in an @graph; not in the nested items of related articles."""
    if isinstance(item, list) and depth < 4:
        return next((value for part in item[:50] if (value := _find(part, name, depth + 1)) is not None), None)
    if isinstance(item, dict):
        return item[name] if name in item else _find(item.get("@graph", []), name, depth + 1)
    return None


def stated_outlet(tree: Any) -> str | None:
    """The site's name that the markup states; an address is not a name."""
    for path in ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content"):
        for value in tree.xpath(path):
            if str(value).strip():
                return " ".join(str(value).split())
    for item in _json_ld(tree):
        publisher = _find(item, "publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and not urlsplit(name).scheme:
            return " ".join(name.split())
    return None


def read_page(data: bytes, source: Source, problems: Problems) -> Iterator[Draft]:
    """Drafts of an `.html` file.

    Raises:
        NotText: the bytes are no text.
    """
    html = decode(data, html=True)
    found = _parse(html)
    if found is None:
        problems.error(
            "bad_html", "The file holds no HTML that can be read.", "Save the page again, or save its text as .txt.",
            source=source.name,
        )  # fmt: skip
        return
    lines = page_lines(found)
    if split_page(lines)[1]:
        yield from drafts_of_lines(lines, source, problems)
        return
    text, meta = _extract(html)
    if not text:
        problems.error(
            "no_text", "No article text was found on the page.", "Save the article's text as .txt, or remove the file.",
            source=source.name,
        )  # fmt: skip
        return
    fields = source.fields
    when = fields.published or stated_time(found)
    page = {
        "outlet": fields.outlet or stated_outlet(found),
        "title": fields.title or meta.get("title"),
        "url": fields.url or meta.get("url"),
    }
    if fields.published is None:
        granularity = "second" if when is not None and has_clock(when) else "day"
        if when is None and meta.get("date"):
            when = parse_iso(meta["date"])[0]
        if when is not None:
            page |= {"published": when, "published_basis": "printed", "published_granularity": granularity}
    fields = Fields(**{**vars(fields), **page})
    built = article("\n".join(to_lines(text)), fields, id=fields.id or source.path.stem, source=source.name)
    if built is None:
        problems.error(
            "no_text", "Nothing but boilerplate is on the page.",
            "Save the article's text as .txt, or remove the file.",
            source=source.name,
        )  # fmt: skip
        return
    yield Draft(built, explicit=fields.id is not None)


def _parse(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        # bytes, since lxml refuses text that declares an encoding
        return lxml_html.document_fromstring(
            html.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _extract(html: str) -> tuple[str | None, dict[str, str | None]]:
    """(main text, {title, url, date}) by trafilatura; dates only where the page's markup or byline states one."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            html,
            include_comments=False,
            include_tables=False,
            include_images=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )
    except Exception:  # noqa: BLE001 third-party parser on arbitrary markup: the caller reports the page as not read
        return None, {}
    if document is None:
        return None, {}
    return document.text, {"title": document.title, "url": document.url, "date": document.date}
