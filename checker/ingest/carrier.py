"""The carrier: the agency that a text is credited to. Apart from the publisher, and from speakers and sources.

"told Interfax" and "the Journal reported" name a source inside the text, not its carrier; "Photo via AP" credits a
picture. Neither counts.
"""

from __future__ import annotations

import re

from checker.ingest.agencies import KNOWN_PATTERN, TEXT_PATTERN, canonical

# A dateline stands within so many characters of the start of one of the first lines.
DATELINE_CHARACTERS = 140
HEAD_LINES = 4
TAIL_LINES = 3

_DATELINE = re.compile(r"^(?P<place>[^()\n]{0,90}?)\s*\((?P<agency>[^()\n]{2,40})\)\s*(?:--|—|–|-)\s*(?=\S)")
_SLASHED = re.compile(r"^(?P<place>[^/\n]{3,60})[.,]?\s*/(?P<agency>[A-Z][A-Za-z -]{1,20})/[.\s]")
_NAME = re.compile(r"(?:[A-Z0-9][\w&.'’/-]*|of|and|the|de)(?: (?:[A-Z0-9][\w&.'’/-]*|of|and|the|de|for)){0,3}")
_PLACE = re.compile(r"[^\W\d_]{2,}")
_FINAL = re.compile(r"[.!?…\"'”’)]\s*(?P<credit>\((?P<agency>[^()\n]{2,40})\)\.?)$")
_SIGNED = re.compile(
    rf"^(?:(?:--|—|–|-)\s*|source\s*:\s*|via\s+|with\s+thanks\s+to\s+)?(?P<agency>{KNOWN_PATTERN})\.?$", re.IGNORECASE
)
_BYLINE = re.compile(
    rf"^by\s+(?:.{{1,80}}?(?:\s*[,|/•·–—-]\s*|\s+(?:(?:of|via|for)\s+)?)(?:the\s+)?)?(?P<agency>{KNOWN_PATTERN})"
    r"(?:\s+(?:writers?|staff|correspondents?|reporters?))?$",
    re.IGNORECASE,
)
_GLUED_BYLINE = re.compile(r"^By\s.{0,80}?(?P<agency>Associated Press|Agence France-Presse|Reuters|Bloomberg News)$")
_OTHER_BYLINE = re.compile(
    r"^By\s.{2,60}?[,|/]\s*(?P<agency>(?:[A-Z]\w+ ){0,3}?(?:[A-Z]\w*(?:wire|press)|News Agency|News Service|Press))$"
)
_COPYRIGHT = re.compile(
    rf"^(?:copyright|©|\(c\)|\(©)[\s©]*(?:\d{{4}}\s*)?(?:by\s+)?(?:the\s+)?(?P<agency>{KNOWN_PATTERN})\b(?!\s+(?:photo|images?))",
    re.IGNORECASE,
)
# "a Reuters photographer at the scene said" reports for the text; "a Reuters photographer was hurt" is its subject.
_STAFF = r"(?:photographers?|reporters?|journalists?|correspondents?|witness(?:es)?|cameram[ae]n|crews?|videographers?)"
_OWN_STAFF = re.compile(
    rf"\b(?P<agency>{TEXT_PATTERN})(?:['’]s?)?\s+{_STAFF}\s+"
    r"(?:who|there|said|says|saw|heard|reported|witnessed|counted|described|at|on|in|near)\b"
    rf"|\b(?:according to|said|told)\s+(?:an?\s+|the\s+|two\s+)?(?P<cited>{TEXT_PATTERN})\s+{_STAFF}\b"
)
_AGENCY_WORD = re.compile(
    r"(?:wire|press|news|agency|agencia|agence|agentur|times|post|service|media|tribune)", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-Z]{2,5}")
# What stands in brackets at the end of a text and is no credit.
_NOT_CREDITS = frozenset(
    """ends end more video photo photos file updated update laughs laughter applause sic continued developing live
    pictured opinion editorial analysis advertisement corrected correction""".split()
)
_MONTH_DAY = re.compile(r"^(?:[A-Z][a-z]{2,8}\.?\s+\d|\d)")


def find_carrier(text: str, outlet: str | None = None, raw: str | None = None) -> str | None:
    """The agency credited for `text`, or None.

    Args:
        text: the article as cleaned.
        outlet: its publisher: a station's own call sign in its dateline ("DOVER (WXYZ) -") is no carrier.
        raw: the article before cleaning, where credits and copyright lines still stand; `text` by default.
    """
    lines = [line.strip() for line in (raw if raw is not None else text).split("\n")]
    lines = [line for line in lines if line]
    cleaned = [line for line in text.split("\n") if line]
    found = (
        _from_head(lines[:HEAD_LINES])
        or _from_head(cleaned[:1])
        or _from_tail(cleaned[-TAIL_LINES:])
        or _from_tail(lines[-TAIL_LINES:])
    )
    if not found:
        found = next((m["agency"] for line in lines if len(line) < 300 and (m := _COPYRIGHT.match(line))), None)
    if not found and (match := _OWN_STAFF.search(text)):
        found = match["agency"] or match["cited"]
    if not found:
        return None
    found = " ".join(found.split())
    # "(WXYZ/AP) -": the station adapted the agency's text
    found = next((part for part in re.split(r"\s*(?:/|,| and | with )\s*", found) if canonical(part)), found)
    return canonical(found) or (None if _is_own(found, outlet) else found)


def strip_final_credit(text: str) -> str:
    """`text` without a bracketed credit at its very end ("... in May.(AP)"); the carrier keeps it."""
    match = _final(text)
    return text[: match.start("credit")].rstrip() if match else text


def is_byline(line: str) -> bool:
    """Whether a line is a byline ("By our correspondent in Mwanza") and not a sentence."""
    return (
        len(line) <= 100
        and re.match(r"(?i:by)\s+\S", line) is not None
        and not line.endswith((".", "?", "!", ":", ","))
    )


def _from_head(lines: list[str]) -> str | None:
    for line in lines:
        if agency := _dateline(line):
            return agency
        if len(line) > 120:
            continue
        for pattern in (_GLUED_BYLINE, _BYLINE, _OTHER_BYLINE):
            if match := pattern.match(line):
                return match["agency"]
        if (match := _SIGNED.match(line)) and canonical(match["agency"]):
            return match["agency"]
    return None


def _dateline(line: str) -> str | None:
    head = line[:DATELINE_CHARACTERS]
    if match := _SLASHED.match(head):
        return match["agency"] if canonical(match["agency"]) else None
    match = _DATELINE.match(head)
    if not match or not _plausible(match["agency"]):
        return None
    words = _PLACE.findall(match["place"])
    if not words:
        # "(WXYZ) -" may stand alone; "(DOVER) -" is the place
        return match["agency"] if not match["place"].strip() and _credit_like(match["agency"]) else None
    # A dateline's city is in capitals; in title case only a known agency makes it one ("New Delhi (Reuters) -").
    if words[0].isupper() or (canonical(match["agency"]) and words[0][0].isupper() and len(words) <= 6):
        return match["agency"]
    return None


def _plausible(name: str) -> bool:
    """Whether `name` can be an agency's: known, or one to four capitalised words that are no date."""
    return canonical(name) is not None or (_NAME.fullmatch(name) is not None and not _MONTH_DAY.match(name))


def _credit_like(name: str) -> bool:
    """Whether `name` is an agency's even without a place before it: known, an acronym, '... News', 'Norwire'."""
    return canonical(name) is not None or (
        _NAME.fullmatch(name) is not None
        and name.casefold() not in _NOT_CREDITS
        and not name[0].isdigit()
        and (_ACRONYM.fullmatch(name) is not None or _AGENCY_WORD.search(name) is not None)
    )


def _final(text: str) -> re.Match[str] | None:
    match = _FINAL.search(text[-200:].rstrip())
    if not match:
        return None
    if not _credit_like(match["agency"].strip()):
        return None
    # search again in the whole text, so that the match's offsets are the text's
    whole = text.rstrip()
    return _FINAL.search(whole, max(0, len(whole) - 200))


def _from_tail(lines: list[str]) -> str | None:
    for line in reversed(lines):
        if match := _final(line):
            return match["agency"].strip()
        if match := _SIGNED.match(line):
            return match["agency"]
    return None


def _is_own(name: str, outlet: str | None) -> bool:
    """Whether the name in a dateline is the outlet's own: 'WATE' of wate.example, 'CBS4' of denver.cbslocal.example."""
    if not outlet:
        return False
    mine, theirs = (re.sub(r"[\W_]+", "", value.casefold()) for value in (name, outlet))
    stem = re.sub(r"\d+$", "", mine) or mine
    return bool(stem) and bool(theirs) and (stem in theirs or theirs in mine)
