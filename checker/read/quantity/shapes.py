"""Written shapes that are no amounts: dates, year ranges, clock times, scores, phone numbers, calibers, decades of age."""

from __future__ import annotations

import re

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import Tokens, wordset

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|APR(?:IL)?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|PT|MT|IST|JST|MSK|local time|Moscow time)"
_MERIDIEM = r"(?:[ap]\.\s?m\.?|[ap]m|[AP]\.M\.?|[AP]M)(?![A-Za-z])"
# "In May 16 people died": a figure behind a month is no day when what it counts follows.
_NOT_A_DAY = (
    r"(?!\s+(?:people|persons?|others|civilians|soldiers|men|women|children|percent|per cent|drones|missiles|members|"
    r"were|million|billion|thousand|hundred|dead|killed|injured)\b)"
)
_SHAPES = re.compile(
    "|".join(
        (
            (
                r"(?P<date>"
                rf"(?<![\w$])[0-9]{{4}}-[01][0-9]-[0-3][0-9](?:T[0-9:.]+Z?)?(?![\w])"
                r"|(?<![\w$.-])[0-3]?[0-9][./-][0-3]?[0-9][./-](?:[12][0-9]{3}|[0-9]{2})(?![\w])"
                rf"|(?<!\w){_MONTH}\s+[0-3]?[0-9](?:st|nd|rd|th)?(?![\w:%]|[.,][0-9]{{3}}(?![0-9])|\.[0-9])"
                rf"(?:\s?(?:[-\u2013]|to|and)\s?[0-3]?[0-9](?![\w,.]*[0-9]))?{_NOT_A_DAY}(?:,?\s+{_YEAR}(?!\w))?"
                rf"|(?<![\w$.,])[0-3]?[0-9](?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w)(?:,?\s+{_YEAR}(?!\w))?"
                rf"|(?<!\w){_MONTH},?\s+(?:of\s+)?{_YEAR}(?![\w,.]*[0-9])(?!s\b))"
            ),
            (
                rf"(?P<year>(?<![\w$.,]){_YEAR}\s?[-\u2013/]\s?(?:{_YEAR}|[0-9]{{2}})(?![\w%]|\.[0-9])|(?<![\w$.,]){_YEAR[:-5]}[0-9]0['\u2019]?s(?!\w)"
                r"|['\u2018\u2019][0-9]0s(?!\w))"
            ),
            (
                rf"(?P<time>(?<![\w.,$])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:\s?{_MERIDIEM})?(?:\s?{_ZONE}(?!\w))?"
                rf"|(?<![\w.,$])[01]?[0-9](?:\.[0-5][0-9])?\s?{_MERIDIEM}(?:\s?{_ZONE}(?!\w))?"
                rf"|(?<![\w.,$])[0-2][0-9][0-5][0-9]\s?(?:hours\b|hrs\b|h\b|{_ZONE}(?!\w))|(?<![\w.,$])[0-9]{{1,2}} o['\u2019]clock)"
            ),
            (
                r"(?P<identifier>(?<![\w$])(?:\+[0-9]{1,3}[-. ]?)?\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}(?!\w)"
                r"|(?<![\w$,.-])[0-9]{3}-[0-9]{4}(?![\w-])"
                r"|(?<![\w$,.-])0[0-9]{2,4}[- ][0-9]{3,4}[- ][0-9]{3,4}(?![\w-])"
                r"|(?<![\w$,.])[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+)*(?!\w)"
                r"|(?<![\w$,.])(?:9/11|24/7|7/7)(?![\w/])"
                r"|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\S{1,200}|#[\w-]*[0-9][\w-]*|[@][\w]*[0-9]\w*"
                r"|(?<![\w$,.])\.?[0-9]{1,3}(?:\.[0-9]{1,2})?[- ]?(?:caliber|calibre|cal\.?|gauge)(?!\w)"
                r"|(?<![\w$,.])(?:9|10|5\.56|7\.62|5\.7|40|45)\s?-?mm(?=[ -](?:\w+[- ]){0,2}(?:hand)?(?:gun|pistol|rifle|semi|round|bullet|shell|casing|ammunition|Glock|weapon|Luger|cartridge)))"
            ),
            (
                r"(?P<age>(?<=\b[Hh]is )[1-9]0s(?!\w)|(?<=\b[Hh]er )[1-9]0s(?!\w)|(?<=\b[Tt]heir )[1-9]0s(?!\w)"
                r"|(?:early|late|mid)[- ][1-9]0s(?!\w)|(?<![\w$])[1-9]0s(?!\w))"
            ),
            r"(?P<score>(?<![\w$.,:/-])[0-9]{1,3}[-\u2013][0-9]{1,3}(?:[-\u2013][0-9]{1,3})?(?![\w%$]|[.,:/-][0-9]|[-\u2013 ]?(?:year|month|day|week|mile|km|foot|hour|inch|point|percent|per)))",
        )
    )
)
_SCORE_WORDS = wordset(
    "win wins won winning beat beats beating beaten defeat defeats defeated lose loses lost lead leads led victory draw "
    "drew drawn loss score scores scored vote voted record set sets over game match tie tied rout routed final half-time "
    "ahead against aggregate innings ruling ruled decision advantage deficit run triumph thrash thrashed"
)


def mark_shapes(t: Tokens, mentions: list[Mention]) -> list[Mention]:
    """Replace mentions inside a written date, time, year range, score or identifier by one of that kind."""
    spans = []
    for match in _SHAPES.finditer(t.source):
        kind = match.lastgroup
        if kind == "score":
            kind = _score_kind(t, match)
            if kind is None:
                continue
        spans.append((match.start(), match.end(), kind))
    if not spans:
        return mentions
    kept: list[Mention] = []
    pending = iter(spans)
    span = next(pending, None)
    k = 0
    for m in mentions:
        while span and span[1] <= t.start[m.i]:
            span = next(pending, None)
        if span is None or t.end[m.j - 1] <= span[0]:
            kept.append(m)
            continue
        if kept and t.start[kept[-1].a] < span[1] and t.end[kept[-1].b - 1] > span[0]:
            continue
        k = max(k, kept[-1].b if kept else 0)
        while k < t.size and t.end[k] <= span[0]:
            k += 1
        end = k
        while end < t.size and t.start[end] < span[1]:
            end += 1
        value = m.value if span[2] in ("year", "age") else None
        decade = span[2] == "age" and value is not None
        kept.append(Mention(k, end, value, kind=span[2], final=True, low=value, unit="year" if decade else None,
                            high=value + 9 if decade else value, bound="range" if decade else "exact"))  # fmt: skip
    return kept


def _score_kind(t: Tokens, match: re.Match) -> str | None:
    parts = [int(p) for p in re.split("[-\u2013]", match.group())]
    if len(parts) == 3:
        return "score"
    first, second = parts
    if first > second:
        return "score"
    if t.has_any(_SCORE_WORDS) and second < 200:
        tail = match.end()
        word = re.match(r"\s+([a-z]+)", t.source[tail : tail + 30])
        if word and word.group(1) in (
            "people",
            "percent",
            "million",
            "billion",
            "years",
            "days",
            "months",
            "minutes",
            "hours",
            "weeks",
        ):
            return None
        return "score"
    return None
