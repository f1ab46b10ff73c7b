"""Image captions inside an article, found by the credit that they carry. A photo's agency is not the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.ingest.agencies import KNOWN_PATTERN
from checker.ingest.dates import WEEKDAYS

# A caption is a sentence or two; a longer stretch before a credit is text that lost its full stops.
MAX_CAPTION_CHARACTERS = 500
MAX_CREDIT_CHARACTERS = 160

_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?)\b\s*(?:by|via|from|courtesy|credit|illustration|:|/)"
    r"|(?:file|ap|afp|reuters|pool|handout|stock|staff|courtesy)\s(?:photo|image|picture)s?\b"
    r"|getty\simages|shutterstock|istock|courtesy\s*[,:/]|courtesy\sof\s"
)
# '(Photo: Kay Lens)', '(AP Photo/Kay Lens)', '(Courtesy, Harbour Police)'; '(Kay Lens/Reuters)' names a person, where
# '(WXYZ/AP)' is a dateline's.
_PARENTHESIS = re.compile(
    rf"[(\[](?:(?i:[^()\[\]]{{0,80}}?\b(?:{_PICTURE})[^()\[\]]{{0,80}}|photos?)"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}\s?/\s?(?:{KNOWN_PATTERN}))\s?[)\]]\.?"
)
# 'Fans leave the stadium. | REUTERS': the bar is the sign, whoever the capitals name.
_BAR = re.compile(r"\s\|\s+([A-Z][A-Z./&-]{1,30}(?:[ /][A-Z][A-Z.&-]+){0,3})(?=\s|$)")
# A line that is a credit and nothing else.
_CREDIT_LINE = re.compile(
    rf"""(?:
      (?:(?:file\ )?photo(?:graph)?s?|image|picture|credit|illustration)
      \s*(?:credit)?\s*(?:by|via|:|\|)\s*.{{2,100}}
    | .{{0,100}}\b(?:photos?|image|picture|pool|file|handout|getty\ images)
      \s+(?:via|by|from|courtesy\ of)\s+.{{2,60}}
    | .{{0,60}}\b(?:getty\ images|ap\ photo|afp\ photo|reuters\ photo|shutterstock|istock)\b.{{0,60}}
    | view\ (?:full\ )?caption\b.{{0,100}}
    | (?:[^\s/]+\ ){{0,4}}[^\s/]+\s*/\s*(?:{KNOWN_PATTERN})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Captions in agency style are dated in full at their end, or say where in the picture somebody stands.
_DATED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}),?\s+[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}},\s+\d{{4}}\.?$", re.IGNORECASE)
_STANDS = re.compile(
    r"[\s,(](?:left|right|centre|center|(?:left|right) to (?:left|right)|pictured|front row)(?:[,)]|\s*$)"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9À-ÖØ-Þ])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gov|Gen|Sen|Rep|Lt|Col|Capt|Sgt|Prof|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec))\.$"
)


def drop_captions(lines: Sequence[str]) -> list[str]:
    """`lines` without credits and the captions that belong to them.

    A line that is only a credit goes, with the caption beside it if that one is written like a caption. A line of
    its own that ends in a credit goes whole. In running text, "Smoke rises over the port. | WIREPHOTO More text"
    loses the sentence before the bar, and "(Photo: Kay Lens)" only the parenthesis.
    """
    kept: list[str] = []
    after_credit = False
    for line in lines:
        if not line:
            kept.append(line)
            continue
        if len(line) <= MAX_CREDIT_CHARACTERS and not line.endswith((".", "?", "!")) and _CREDIT_LINE.fullmatch(line):
            while kept and not kept[-1]:
                kept.pop()
            if kept and _like_caption(kept[-1]):
                kept.pop()
            after_credit = True
            continue
        if after_credit and _like_caption(line):
            after_credit = False
            continue
        after_credit = False
        if rest := _without_inline(line):
            kept.append(rest)
    return kept


def _like_caption(line: str) -> bool:
    return len(line) <= MAX_CAPTION_CHARACTERS and bool(_DATED.search(line) or _STANDS.search(line))


def _without_inline(line: str) -> str:
    """`line` without the captions and credits in it; empty when the whole line is a caption."""
    if "|" in line:
        pieces, at = [], 0
        for match in _BAR.finditer(line):
            start = _caption_start(line, at, match.start())
            pieces.append(line[at:start].strip())
            at = match.end()
        line = " ".join(piece for piece in (*pieces, line[at:].strip()) if piece)
    if "(" not in line and "[" not in line:
        return line
    last = next(reversed([*_PARENTHESIS.finditer(line)]), None)
    if last is None:
        return line
    own_line = last.end() == len(line) and len(line) <= MAX_CAPTION_CHARACTERS
    if own_line and len(_SENTENCE_END.findall(line[: last.start()].rstrip(" ."))) <= 1:
        return ""
    return re.sub(r"[ \t]{2,}", " ", _PARENTHESIS.sub("", line)).strip()


def _caption_start(line: str, floor: int, end: int) -> int:
    """Where the sentence that ends at `end` begins, not before `floor` nor more than a caption's length back."""
    lowest = max(floor, end - MAX_CAPTION_CHARACTERS)
    start = floor if lowest == floor else end
    for match in _SENTENCE_END.finditer(line, lowest, end):
        if match.end() < end and not _ABBREVIATION.search(line[max(0, match.start() - 6) : match.start() + 1]):
            start = match.end()
    return start
