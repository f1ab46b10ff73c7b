"""Lines that are the page's and not the article's: menus, adverts, app banners, comment blocks, link lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A line of an article that is prose: long enough and closed like a sentence.
PROSE_CHARACTERS = 70
# After a link list's heading a closed line of this length is the article going on: links seldom end in a full stop.
RESUME_CHARACTERS = 50
# A heading or menu item is short; a longer line is never matched whole against the lists below.
MAX_BOILERPLATE_CHARACTERS = 240
# Words of a last line without a full stop that is taken for an image's alternative text or a menu item.
STRAY_WORDS = 4

_CLOSED = re.compile(r"[.!?…][\"'”’»)\]]*$")

# Everything from such a line on is not the article.
_HARD_STOP = re.compile(
    r"""(?:
      try\ our\ ai\ (?:features|tools).*
    | explore\ what\ .{0,60}\bcan\ do\ for\ you:?
    | (?:\d{1,6}\s+)?(?:reader\ |user\ |pending\ |view\ |show\ |see\ |all\ |join\ the\ )*
      (?:comments?|conversation|discussion)(?:\s*\(\d{1,6}\))?:?
    | no\ comments(?:\ yet)?[.…]*
    | (?:leave|post|add|write)\ (?:a|your)\ (?:comment|reply)
    | be\ the\ first\ to\ comment.*
    | comments\ (?:are\ )?(?:closed|disabled|off).*
    | download\ (?:the|our|your)\ (?:free\ )?(?:[\w-]+\ ){0,3}app(?:\ (?:now|today|here))?[.!]?
    | get\ started\ now:.*
    | (?:app-?store|google-?play|play-?store)+
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# The heading of a list of links: short lines after it are its items; prose after it is the article again.
_SOFT_STOP = re.compile(
    r"""(?:
      (?:read|see|watch|view|look)\ (?:also|more|next|now)\s*:?(?:\ .*)?
    | also\ (?:read|see|watch)\s*:?(?:\ .*)?
    | (?:related|recommended|latest|trending|popular|top|more|most\ read|most\ popular|other|further|similar|featured)
      (?:\ (?:articles?|stories|story|news|posts?|reading|topics?|links?|content|coverage|headlines|videos?))*\s*:?
    | more\ (?:from|on|in|about|stories|news)\b.{0,60}
    | (?:you\ may|you\ might)\ (?:also\ )?(?:like|be\ interested\ in).{0,20}
    | (?:don['’]t\ miss|editor['’]?s?['’]?\ (?:picks?|choice)|up\ next|what\ to\ read\ next|recommended\ for\ you)\s*:?
    | (?:news)?letters?(?:\ sign-?up)?
    | hash-?tags?\s*:?
    | tags?\s*:.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)

# Single lines that are dropped wherever they stand.
_DROP = re.compile(
    r"""(?:
      skip\ (?:to|over)\ (?:the\ )?(?:main\ )?(?:content|navigation|menu|search)
    | (?:site\ )?(?:logo|menu|home|search|navigation|image|photos?|picture|avatar|icon|thumbnail|banner|play|pause|
      mute|close|enlarge|print|e-?mail|share|save|copy\ link|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|
      instagram|youtube|
      log\ ?in|sign\ (?:in|up)|subscribe|register|loading|a\ a|advertisement|advert|ad|sponsored|promoted|listen|
      back\ to\ top|show\ caption|hide\ caption|breaking\ news\ staff|staff\ reports?)[.…:]*
    | image\ \d{1,3}\ of\ \d{1,3}
    | (?:advertise?ment|sponsored\ content|ads?\ by)\b.{0,60}
    | (?:story|article)\ continues\ (?:below|after).{0,40}
    | (?:share|follow|like|find|tweet|e-?mail)\ (?:this|us|our)\b.{0,120}
    | (?:click|tap)\ here\ .{0,120}
    | please\ (?:enable|turn\ on)\ javascript.*
    | (?:you\ must\ )?enter\ the\ characters\ .*
    | (?:sign\ up|subscribe|register)\ (?:for|to|here|now)\b.{0,120}
    | (?:we\ use|this\ (?:web)?site\ uses)\ cookies.*
    | (?:accept|manage|reject)(?:\ all)?\ cookies
    | (?:close\ )?get\ e-?mail\ (?:notifications|alerts).*
    | your\ (?:notification|subscription|account|comment|password|e-?mail\ address)\ .*
    | there\ was\ (?:a\ problem|an\ error)\ (?:saving|submitting|loading|with\ your|processing).*
    | whenever\ .{1,80}\ posts?\ new\ content.*
    | e-?mail\ notifications\ are\ .*
    | (?:we\ have\ sent\ you|please\ check\ your\ e-?mail|if\ you\ do\ not\ receive\ the).*
    | just\ one\ more\ thing[.…]*
    | (?:copyright|©|\(c\)\ (?=\d{4}))[^.]{0,100}(?:\b(?:inc|co|corp|ltd|llc)\.)?[^.]{0,60}\.?
    | (?:copyright|©|\(c\)).{0,120}(?:reserved|republication|reprint|may\ not\ be|permission|material).{0,160}
    | \(©.{0,60}\)
    | all\ rights\ reserved.{0,160}
    | (?:terms\ of\ (?:use|service)|privacy\ policy|cookie\ (?:policy|settings))[.|•\s].{0,120}
    | (?:report\ an\ error|submit\ a\ tip)\b.{0,80}
    | (?:\#\w[\w-]{0,60}[\s,]*){1,30}
    | \d{1,2}:\d{2}(?:\ /\ \d{1,2}:\d{2})?
    | \d{1,3}\ (?:min(?:ute)?s?\ read|shares?|views?|likes?)
    | [_*=~—–-]{3,}
    | https?://\S+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TEASER = re.compile(
    r"(?:\[[^\[\]]{0,200}\]|(?:VIDEO|PHOTOS?|GALLERY|RELATED|MORE|READ MORE|WATCH|LISTEN)\s*:\s.{0,200})"
)


def is_closed(line: str) -> bool:
    """Whether `line` ends like a sentence."""
    return _CLOSED.search(line[-8:]) is not None


def is_prose(line: str) -> bool:
    """Whether `line` looks like a sentence or paragraph rather than a heading, label or link."""
    return len(line) >= PROSE_CHARACTERS and is_closed(line)


def is_dropped(line: str) -> bool:
    """Whether `line` is boilerplate on its own, wherever it stands."""
    return len(line) <= MAX_BOILERPLATE_CHARACTERS and (
        _DROP.fullmatch(line) is not None or (_TEASER.fullmatch(line) is not None and not is_prose(line))
    )


def is_soft_stop(line: str) -> bool:
    """Whether `line` heads a list of links."""
    return len(line) <= MAX_BOILERPLATE_CHARACTERS and not is_prose(line) and _SOFT_STOP.fullmatch(line) is not None


def is_hard_stop(line: str) -> bool:
    """Whether the article is over at `line`."""
    return len(line) <= MAX_BOILERPLATE_CHARACTERS and _HARD_STOP.fullmatch(line) is not None


def strip_boilerplate(lines: Sequence[str], *, page: bool = False) -> list[str]:
    """The article's lines among the stripped `lines`; blank ones are kept as paragraph breaks.

    Args:
        lines: stripped lines.
        page: the lines are a whole page's, so that a stray word before the end ("Grey banner", an image's
            alternative text) is dropped too.
    """
    kept: list[str] = []
    listing = stopped = False
    for line in lines:
        if not line:
            kept.append("")
            continue
        if is_hard_stop(line) and any(kept):
            stopped = True
            break
        if is_dropped(line):
            continue
        if is_soft_stop(line):
            listing = True
            continue
        if listing and not (len(line) >= RESUME_CHARACTERS and is_closed(line)):
            continue
        listing = False
        kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    if page or stopped:
        _drop_strays(kept)
    return kept


def _drop_strays(kept: list[str]) -> None:
    """Drop short last lines without a full stop, as long as prose stands before them."""
    while len(kept) > 1 and (not kept[-1] or (not is_closed(kept[-1]) and len(kept[-1].split()) <= STRAY_WORDS)):
        if not any(is_closed(line) for line in kept[:-1]):
            return
        kept.pop()


def join(lines: Sequence[str]) -> str:
    """Lines to text: one blank line at most between paragraphs, none at the ends."""
    out: list[str] = []
    for line in lines:
        if line or (out and out[-1]):
            out.append(line)
    return "\n".join(out).strip()
