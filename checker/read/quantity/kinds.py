"""Numbers that are no amounts: dates, years, clock times, ages, scores, phone numbers, addresses, names with figures.

They are kept as quantities of their own kind, so that nobody compares them as counts. Written shapes ("16 May 2025",
"0950 GMT") are found by one regular expression; what depends on neighbours ("Flight 302", "Mary, 34,") by looking at
the tokens.
"""

from __future__ import annotations

import re

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens
from checker.read.quantity.units import is_currency_word
from checker.read.quantity.words import is_plural, singular

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
            r"(?P<date>"
            rf"(?<![\w$])[0-9]{{4}}-[01][0-9]-[0-3][0-9](?:T[0-9:.]+Z?)?(?![\w])"
            r"|(?<![\w$.-])[0-3]?[0-9][./-][0-3]?[0-9][./-](?:[12][0-9]{3}|[0-9]{2})(?![\w])"
            rf"|(?<!\w){_MONTH}\s+[0-3]?[0-9](?:st|nd|rd|th)?(?![\w:%]|[.,][0-9]{{3}}(?![0-9])|\.[0-9])"
            rf"(?:\s?(?:[-\u2013]|to|and)\s?[0-3]?[0-9](?![\w,.]*[0-9]))?{_NOT_A_DAY}(?:,?\s+{_YEAR}(?!\w))?"
            rf"|(?<![\w$.,])[0-3]?[0-9](?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w)(?:,?\s+{_YEAR}(?!\w))?"
            rf"|(?<!\w){_MONTH},?\s+(?:of\s+)?{_YEAR}(?![\w,.]*[0-9])(?!s\b))",
            rf"(?P<year>(?<![\w$.,]){_YEAR}\s?[-\u2013/]\s?(?:{_YEAR}|[0-9]{{2}})(?![\w%]|\.[0-9])|(?<![\w$.,]){_YEAR[:-5]}[0-9]0['\u2019]?s(?!\w)"
            r"|['\u2018\u2019][0-9]0s(?!\w))",
            rf"(?P<time>(?<![\w.,$])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:\s?{_MERIDIEM})?(?:\s?{_ZONE}(?!\w))?"
            rf"|(?<![\w.,$])[01]?[0-9](?:\.[0-5][0-9])?\s?{_MERIDIEM}(?:\s?{_ZONE}(?!\w))?"
            rf"|(?<![\w.,$])[0-2][0-9][0-5][0-9]\s?(?:hours\b|hrs\b|h\b|{_ZONE}(?!\w))|(?<![\w.,$])[0-9]{{1,2}} o['\u2019]clock)",
            r"(?P<identifier>(?<![\w$])(?:\+[0-9]{1,3}[-. ]?)?\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}(?!\w)"
            r"|(?<![\w$,.-])[0-9]{3}-[0-9]{4}(?![\w-])"
            r"|(?<![\w$,.])[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+)*(?!\w)"
            r"|(?<![\w$,.])(?:9/11|24/7|7/7)(?![\w/])"
            r"|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\S{1,200}|#[\w-]*[0-9][\w-]*|[@][\w]*[0-9]\w*"
            r"|(?<![\w$,.])\.?[0-9]{1,2}(?:\.[0-9]{1,2})?[- ]?(?:caliber|calibre|cal\.?|gauge)(?!\w)"
            r"|(?<![\w$,.])(?:9|10|5\.56|7\.62|5\.7|40|45)\s?-?mm(?=[ -](?:\w+[- ]){0,2}(?:hand)?(?:gun|pistol|rifle|semi|round|bullet|shell|casing|ammunition|Glock|weapon|Luger|cartridge)))",
            r"(?P<age>(?<=\b[Hh]is )[1-9]0s(?!\w)|(?<=\b[Hh]er )[1-9]0s(?!\w)|(?<=\b[Tt]heir )[1-9]0s(?!\w)"
            r"|(?:early|late|mid)[- ][1-9]0s(?!\w)|(?<![\w$])[1-9]0s(?!\w))",
            r"(?P<score>(?<![\w$.,:/-])[0-9]{1,3}[-\u2013][0-9]{1,3}(?:[-\u2013][0-9]{1,3})?(?![\w%$]|[.,:/-][0-9]|[-\u2013 ]?(?:year|month|day|week|mile|km|foot|hour|inch|point|percent|per)))",
        )
    )
)
_SCORE_WORDS = frozenset(
    "win wins won winning beat beats beating beaten defeat defeats defeated lose loses lost lead leads led victory draw "
    "drew drawn loss score scores scored vote voted record set sets over game match tie tied rout routed final half-time "
    "ahead against aggregate innings ruling ruled decision advantage deficit run triumph thrash thrashed".split()
)
_ID_STRICT = frozenset(
    "flight route highway hwy interstate article articles section sections chapter no no. nos number numbers category "
    "version room suite apartment apt page pages exit gate channel precinct resolution proposition bus tram train "
    "boeing airbus amendment clause paragraph footnote volume vol boxcar mig route i sr psalm verse isbn issn inc "
    "model formula windows iphone ipad galaxy pixel playstation xbox covid covid-19 agenda psalms fortune".split()
)
_ID_LOOSE = frozenset(
    "phase stage level tier type class grade line platform pier ward unit district zone sector terminal runway lot box "
    "case episode season game round week day group act part step item table figure question series mark mk lane track "
    "rule title form block building school squad column seed option period quarter pool stand court test bag "
    "age ages year".split()
)
_AGE_PREFIX = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_BEFORE_YEAR = frozenset(
    "in since of from until till by during before after early late mid between through year fiscal autumn spring summer "
    "winter season around about for and or to vs the a last next this that christmas easter".split()
)
_ADDRESS = frozenset(
    "street st avenue ave road rd drive dr boulevard blvd lane ln court ct place pl highway hwy parkway pkwy way terrace "
    "circle square block".split()
)
_COMPOUND_PREFIX = frozenset({"sub", "mid", "pre", "post", "now", "then", "late", "early", "under", "over", "non", "all"})
_PERSON = frozenset(
    "man woman boy girl victim suspect son daughter mother father wife husband brother sister driver officer student "
    "teen teenager child resident pilot singer actor player defendant gunman attacker shooter striker midfielder "
    "defender goalkeeper".split()
)
_AGE_GROUPS = frozenset("child adult person man woman boy girl people kid youth teenager minor those anyone patient player".split())
_CLOSERS = frozenset({",", ".", ")", ";", "", "and", "who", "was", "is", "of", "from", "died", "has", "had", "told", "said", "\u2014", "-", "\u2013"})  # fmt: skip
_FULL_NAME_STOPS = frozenset(
    "the a an in on at by of for to from and but as with after before since until russia ukraine police officials "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday meanwhile more over about nearly almost "
    "some only just at least up under around between he she they it we you i this that these those when while where "
    "there then if because so who what another all both each every no not or yet also however january february march "
    "april may june july august september october november december than kills killed hurt hurts injures injured leaves "
    "including says say said arrest arrested".split()
)
MAX_AGE = 120
YEARS = (1500.0, 2100.0)
RECENT = (1900.0, 2100.0)


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
    if any(word in _SCORE_WORDS for word in t.low) and second < 200:
        tail = match.end()
        word = re.match(r"\s+([a-z]+)", t.source[tail : tail + 30])
        if word and word.group(1) in ("people", "percent", "million", "billion", "years", "days", "months", "minutes", "hours", "weeks"):
            return None
        return "score"
    return None


def set_kind(t: Tokens, m: Mention) -> None:
    """Set the kind of a mention that its neighbours show to be no amount."""
    if m.kind in ("ordinal",):
        return
    if m.kind not in ("count", "fraction") or m.vague:
        return
    i, j = m.i, m.j
    if t.kind[i] == "n":
        if _glued_name(t, m):
            m.kind = "identifier"
            return
        if t.is_glued(j) and t.kind_at(j) == "w" and len(t.raw[j]) <= 2 and t.raw[j].isupper() and t.raw[j] not in _UNIT_CAPS:
            m.kind, m.b = "identifier", j + 1
            return
    if m.kind != "fraction":
        _is_age(t, m)


def set_kind_by_context(t: Tokens, m: Mention) -> None:
    """Years, addresses, ranks and names with figures ("Flight 302"), for what has no unit."""
    if m.kind != "count" or m.vague or m.unit:
        return
    i, j = m.i, m.j
    before = t.at(i - 1)
    if m.words and not (t.raw[i][0].isupper() and i > 0 and not t.title_case):
        if before in ("number", "no.", "chapter", "article") or (before in ("phase", "category", "stage", "level", "grade", "version")):
            m.kind = "rank" if before in ("number", "no.") else "identifier"
        return
    if m.value is None:
        return
    if _is_year(t, m):
        m.kind = "year"
        return
    if t.kind[i] == "n" and _is_address(t, m):
        m.kind = "identifier"
        return
    if t.kind[i] == "n" and before == "[" and t.at(j) == "]":
        m.kind = "identifier"  # a footnote
        return
    if t.is_glued(j) and t.kind_at(j) == "w" and t.kind[i] == "n":
        if t.low[j] == "x":
            m.kind, m.b = "multiple", j + 1
        else:
            m.kind, m.b = "identifier", j + 1
        return
    if before == "#" or (before == "." and t.at(i - 2) in ("no", "nos") and t.is_glued(i - 1)):
        m.kind = "rank"
        return
    if j > i + 1 or is_currency_word(t.raw[i - 1]):
        return
    counted = _counts_something(t, m)
    if t.is_name(j) and not t.title_case and counted and any(_is_number(t, k) for k in range(max(0, i - 3), i)):
        # "two new 737 Max jets": a figure inside what another number counts is a name
        m.kind = "identifier"
        return
    if len(t.raw[i - 1]) == 1 and t.is_name(i - 1) and i > 1 and t.low[i - 1] not in ("a", "i"):
        m.kind = "identifier"
        return
    if before in _ID_STRICT and (before not in ("i", "no", "number", "numbers", "bus", "train", "tram", "page") or not counted):
        m.kind = "rank" if before in ("no", "number") else "identifier"
    elif before in _ID_LOOSE and not counted and t.at(i - 2) not in ("per", "a", "each", "every"):
        m.kind = "identifier"
    elif before == "top" or before == "first" and False:
        pass
    elif t.is_name(i - 1) and not t.title_case and before not in _FULL_NAME_STOPS and not counted:
        if i >= 2 or t.kind[i] == "n":
            m.kind = "identifier"


_UNIT_CAPS = frozenset({"GB", "MB", "TB", "KB", "MW", "GW", "KW", "HP", "HZ", "KM", "M", "B", "K", "BN", "W", "V", "C", "F", "PM", "AM", "L", "G"})


def _glued_name(t: Tokens, m: Mention) -> bool:
    """"F-16", "Su-34", "S22", "COVID-19": the figure is part of a name."""
    i = m.i
    if not t.is_glued(i):
        return False
    prev = t.low[i - 1]
    if prev in DASHES and t.is_glued(i - 1) and t.kind_at(i - 2) == "w":
        if t.is_glued(i - 2) and t.kind_at(i - 3) == "n" or t.low[i - 2] in _SCALE_WORDS:
            return False  # "5k-20k", "$3 billion-5 billion"
        return t.low[i - 2] not in _COMPOUND_PREFIX and not t.low[i - 2].endswith(("ly",)) and t.low[i - 2] not in ("to", "or", "plus")
    if prev == "." and t.is_glued(i - 1) and t.kind_at(i - 2) == "w" and t.low[i - 2] not in ("no", "nos", "vol"):
        return t.raw[i - 2].isupper()
    if t.kind[i - 1] == "w":
        if t.at(i - 2) in DASHES and t.is_glued(i - 1):
            return True
        return not is_currency_word(t.raw[i - 1])
    return False


def _is_age(t: Tokens, m: Mention) -> bool:
    k = m.j
    hyphen = t.at(k) in DASHES and t.is_glued(k)
    n = k + 1 if t.at(k) in DASHES else k
    unit = t.at(n)
    if unit in ("year", "years", "month", "months", "week", "weeks", "day", "days", "yr", "yrs"):
        n2 = n + 1
        if t.at(n2) in DASHES:
            n2 += 1
        if t.at(n2) in ("old", "olds"):
            m.kind, m.unit, m.b = "age", unit.rstrip("s") if not unit.startswith("yr") else "year", n2 + 1
            return True
        if t.at(n2) == "of" and t.at(n2 + 1) == "age":
            m.kind, m.unit, m.b = "age", unit.rstrip("s"), n2 + 2
            return True
    if unit in ("yo", "y") and (unit == "yo" or t.at(n + 1) == "/"):
        m.kind, m.unit, m.b = "age", "year", n + 1
        return True
    before = t.at(m.i - 1)
    small = m.value is not None and 0 < m.value <= MAX_AGE and m.value == int(m.value)
    if not small or hyphen:
        return False
    if before in ("aged", "age", "ages") or before == "of" and t.at(m.i - 2) in ("age", "ages"):
        m.kind, m.unit = "age", "year"
        return True
    if before in ("turned", "turns", "turning") and t.at(k) in _CLOSERS:
        m.kind, m.unit = "age", "year"
        return True
    if before == "and" and t.at(m.i - 3) in ("ages", "aged") and t.kind_at(m.i - 2) == "n":
        m.kind, m.unit = "age", "year"
        return True
    if before in ("under", "over") and singular(t.at(m.i - 2)) in _AGE_GROUPS and t.kind_at(k) != "n" and not is_plural(t.at(k)):
        m.kind, m.unit = "age", "year"
        return True
    if before == "both" and m.i >= 2 and t.at(m.i - 2) == ",":
        m.kind, m.unit = "age", "year"
        return True
    if before == "," and t.is_glued(m.i - 1) and t.at(k) in _CLOSERS and t.kind[m.i] == "n" and not t.is_glued(m.i):
        name = t.at(m.i - 2)
        if t.at(k) in (",", ".", "", ";", ")") or t.at(k) in ("and", "of", "who", "was", "is", "from"):
            if name in _PERSON or (t.is_name(m.i - 2) and (t.is_name(m.i - 3) or name in ("jr", "sr"))) or name == ".":
                if name != "." or t.at(m.i - 3) in ("jr", "sr"):
                    if t.kind_at(m.i - 2) != "n":
                        m.kind, m.unit = "age", "year"
                        return True
            if t.is_name(m.i - 2) and t.at(k) == ",":
                m.kind, m.unit = "age", "year"
                return True
    if before == "(" and t.at(k) == ")" and t.is_name(m.i - 2):
        m.kind, m.unit = "age", "year"
        return True
    return False


def _is_year(t: Tokens, m: Mention) -> bool:
    text = t.raw[m.i]
    if m.j != m.i + 1 or len(text) != 4 or not text.isdigit() or m.value is None:
        return False
    if not YEARS[0] <= m.value < YEARS[1]:
        return False
    before = t.at(m.i - 1)
    if before in ("$", "\u00a3", "\u20ac", "than", "least", "nearly", "almost", "approximately", "roughly", "some") or t.at(m.j) == "%":
        return False
    if before in _NOT_BEFORE_YEAR or (t.at(m.j) in DASHES and t.kind_at(m.j + 1) == "n"):
        return False
    pair = before in ("and", "to", "or") and t.kind_at(m.i - 2) == "n" and len(t.raw[m.i - 2]) == 4 and t.raw[m.i - 2] >= "15"
    if m.value < RECENT[0]:
        return pair or (before in _BEFORE_OLD_YEAR and not _counts_something(t, m))
    if t.at(m.j) in _COUNTED_AFTER and before not in _BEFORE_OLD_YEAR:
        return False
    # "2000 workers" is a count, "2018 sales" a year: a round figure with a plural straight behind is no year
    return pair or before in _BEFORE_OLD_YEAR or not (m.value % 50 == 0 and _counts_something(t, m))


_BEFORE_OLD_YEAR = frozenset("in since from until till by during before after early late mid year fiscal spring summer autumn winter circa between".split())
_NOT_BEFORE_YEAR = frozenset("about over under killed wounded injured".split())
_COUNTED_AFTER = frozenset("people men women children workers jobs soldiers troops residents others employees homes houses".split())


def _is_number(t: Tokens, k: int) -> bool:
    return t.kind[k] == "n" or t.low[k] in _NUMBER_WORDS


_NUMBER_WORDS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


_SCALE_WORDS = frozenset({"hundred", "thousand", "million", "billion", "trillion", "percent"})


def _is_address(t: Tokens, m: Mention) -> bool:
    j = m.j
    if t.at(j) == "block" or (t.at(j) == "-" and t.at(j + 1) == "block"):
        return True
    seen = 0
    for k in range(j, min(j + 5, t.size)):
        word = t.low[k]
        if word in _ADDRESS and seen and t.is_name(k):
            return True
        if not (t.is_name(k) or t.kind[k] == "n" or word in (".", "st", "nd", "rd", "th", "-")):
            return False
        seen += 1
    return False


def _counts_something(t: Tokens, m: Mention) -> bool:
    """Whether a lower-case plural noun or a unit follows ("12 people", "2000 workers")."""
    for k in range(m.j, min(m.j + 3, t.size)):
        if t.kind[k] != "w":
            return False
        word = t.raw[k]
        if word[0].isupper() and k == m.j and not t.title_case:
            continue
        if is_plural(t.low[k]):
            return True
        if t.low[k] in _FOLLOW_STOP:
            return False
    return False


_FOLLOW_STOP = frozenset(
    "in on at by of for to from and but as with after before since until was is were are has had will would the a an its "
    "his her their it he she they that which who said says when while where".split()
)
