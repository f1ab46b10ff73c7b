"""Markdown: front matter with the article's fields, then text whose markup is taken off. Links keep their text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from checker.ingest.build import articles_of_page, to_lines
from checker.ingest.decode import decode
from checker.ingest.fields import unknown_fields, validate
from checker.ingest.formats.base import Draft, Source
from checker.ingest.problems import Problems

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_TAG = re.compile(r"<[^<>]{0,2000}>")
# Front matter is a few lines; looking further would read a thematic break deep in the text as its end.
MAX_FRONT_CHARACTERS = 10_000


def split_front_matter(text: str) -> tuple[dict[str, str | None], str, list[str]]:
    """(fields, body, lines that are no `name: value` pair). Values may be in single or double quotes."""
    match = _FRONT.match(text[:MAX_FRONT_CHARACTERS])
    if not match:
        return {}, text, []
    fields: dict[str, str | None] = {}
    odd: list[str] = []
    for line in match[1].split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if pair := _PAIR.match(line):
            fields[pair[1]] = _unquote((pair[2] or "").strip())
        elif not line.startswith((" ", "\t", "-")):  # nested values of a field that is reported as unknown
            odd.append(line)
    return fields, text[match.end() :], odd


def _unquote(value: str) -> str | None:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        try:
            return json.loads(value)
        except ValueError:
            return value[1:-1]
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    value = re.sub(r"\s+#.*$", "", value)
    return None if value in ("", "~", "null", "Null", "NULL") else value


def strip_markdown(text: str) -> tuple[str | None, str]:
    """(first heading, text without markup); one line a paragraph, paragraphs parted by blank lines.

    The heading is the one of level 1 with which the text begins, else None; the text holds it too.

    An ordered list keeps its numbers: a paragraph that begins "2024. was" would lose a figure with them.
    """
    from markdown_it import MarkdownIt

    out: list[str] = []
    prefix = ""
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(text)
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            prefix = f"{token.info}{token.markup} "
        elif token.type == "inline":
            out.append(prefix + "".join(_inline(child) for child in token.children or ()))
            prefix = ""
        elif token.type in ("code_block", "fence"):
            out.append(token.content.strip("\n"))
        elif token.type == "html_block":
            out.append(_TAG.sub("", token.content).strip())
    headed = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    heading = " ".join(out[0].split()) if headed and out else None
    return heading or None, "\n\n".join(part for part in out if part.strip())


def _inline(token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" else ""  # images, raw tags and the marks of emphasis


def read_markdown(data: bytes, source: Source, problems: Problems) -> Iterator[Draft]:
    """Drafts of a `.md` file; the sidecar's fields go before those of the front matter.

    Raises:
        NotText: the bytes are no text.
        FieldProblem: a field of the front matter cannot be used.
    """
    front, body, odd = split_front_matter(decode(data))
    given = validate({**front, **{k: v for k, v in source.raw_fields.items() if v is not None}})
    if unknown := unknown_fields(front) + odd:
        problems.note(
            "unknown_field", f"Ignored in the front matter: {', '.join(repr(name[:40]) for name in unknown[:12])}.",
            "Rename a misspelt field; others need no action.", source=source.name,
        )  # fmt: skip
    heading, text = strip_markdown(body)
    given = replace(given.with_retrieved(source.retrieved), title=given.title or heading)
    lines = to_lines(text)
    built = articles_of_page(lines, given, id=given.id or source.path.stem, source=source.name)
    if not built:
        problems.error(
            "no_text", "No text is in the file.", "Write the article below the front matter, or remove the file.",
            source=source.name,
        )  # fmt: skip
    for one in built:
        yield Draft(one, explicit=given.id is not None)
