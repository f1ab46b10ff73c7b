"""Numbers that are no amounts by what stands around them: years, ages, addresses, ranks, names with figures.

They are kept as quantities of their own kind, so that nobody compares them as counts.
"""

from __future__ import annotations

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset
from checker.read.quantity.units import is_currency_before, is_currency_word
from checker.read.quantity.words import is_plural, singular

_ID_STRICT = wordset(
    "flight route highway hwy interstate article articles section sections chapter no no. nos number numbers category "
    "version room suite apartment apt page pages exit gate channel precinct resolution proposition bus tram train "
    "boeing airbus amendment clause paragraph footnote volume vol boxcar mig route i sr psalm verse isbn issn inc "
    "model formula windows iphone ipad galaxy pixel playstation xbox covid covid-19 agenda psalms fortune"
)
_ID_LOOSE = wordset(
    "phase stage level tier type class grade line platform pier ward unit district zone sector terminal runway lot box "
    "case episode season game round week day group act part step item table figure question series mark mk lane track "
    "rule title form block building school squad column seed option period quarter pool stand court test bag "
    "age ages year"
)
_DECADES = frozenset(range(10, 100, 10))
_AGE_PREFIX = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_BEFORE_YEAR = wordset(
    "in since of from until till by during before after early late mid between through year fiscal autumn spring summer "
    "winter season around about for and or to vs the a last next this that christmas easter"
)
_ADDRESS = wordset(
    "street st avenue ave road rd drive dr boulevard blvd lane ln court ct place pl highway hwy parkway pkwy way terrace "
    "circle square block"
)
_COMPOUND_PREFIX = frozenset(
    {"sub", "mid", "pre", "post", "now", "then", "late", "early", "under", "over", "non", "all"}
)
_PERSON = wordset(
    "man woman boy girl victim suspect son daughter mother father wife husband brother sister driver officer student "
    "teen teenager child resident pilot singer actor player defendant gunman attacker shooter striker midfielder "
    "defender goalkeeper"
)
_AGE_GROUPS = wordset(
    "child adult person man woman boy girl people kid youth teenager minor those anyone patient player"
)
_CLOSERS = wordset(", . ) ; and who was is of from") | {""}
_WHEN = wordset("last this on in earlier today yesterday next tomorrow")
_FULL_NAME_STOPS = wordset(
    "the a an in on at by of for to from and but as with after before since until russia ukraine police officials "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday meanwhile more over about nearly almost "
    "some only just at least up under around between he she they it we you i this that these those when while where "
    "there then if because so who what another all both each every no not or yet also however january february march "
    "april may june july august september october november december than kills killed hurt hurts injures injured leaves "
    "including says say said arrest arrested roughly approximately between exactly fewer less further additional yet well "
    "nor either from perhaps maybe possibly probably so even of down up through within without including per both currently"
)
# "the sp 500", "the nasdaq 100": figures in the names of share indexes, however they are spelt.
_INDEXES = wordset("sp s&p nasdaq ftse dax nikkei cac stoxx russell kospi nifty ibex asx csi topix tsx smi aex omx mib")
MAX_AGE = 120
YEARS = (1500.0, 2101.0)
RECENT = (1900.0, 2100.0)


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
        if (
            t.is_glued(j)
            and t.kind_at(j) == "w"
            and len(t.raw[j]) <= 2
            and t.raw[j].isupper()
            and t.raw[j] not in _UNIT_CAPS
        ):
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
        if before in ("number", "no.", "chapter", "article") or (
            before in ("phase", "category", "stage", "level", "grade", "version")
        ):
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
    if t.raw[i] == "911":
        m.kind = "identifier"
        return
    if before == "#" or (before == "." and t.at(i - 2) in ("no", "nos") and t.is_glued(i - 1)):
        m.kind = "rank"
        return
    if j > i + 1 or is_currency_word(t.raw[i - 1]):
        return
    counted = _counts_something(t, m)
    if counted and t.is_name(i - 1) and not t.title_case and t.kind[i] == "n" and _names_what_is_counted(t, i):
        m.kind = "identifier"  # "63,000 Model 3 sedans"
        return
    if t.is_name(j) and not t.title_case and counted and any(_is_number(t, k) for k in range(max(0, i - 3), i)):
        # "two new 320 Neo jets": a figure inside what another number counts is a name
        m.kind = "identifier"
        return
    if len(t.raw[i - 1]) == 1 and t.is_name(i - 1) and i > 1 and t.low[i - 1] not in ("a", "i"):
        m.kind = "identifier"
        return
    if before in _INDEXES and not counted or before == "p" and t.at(i - 2) == "&":
        m.kind = "identifier"
        return
    if before in _ID_STRICT and (
        before not in ("i", "no", "number", "numbers", "bus", "train", "tram", "page") or not counted
    ):
        m.kind = "rank" if before in ("no", "number") else "identifier"
    elif (
        before in _ID_LOOSE
        and not counted
        and t.at(i - 2) not in ("per", "a", "each", "every")
        or (
            t.is_name(i - 1)
            and not t.title_case
            and not counted
            and before not in _FULL_NAME_STOPS
            and (i >= 2 or t.kind[i] == "n")
        )
    ):
        m.kind = "identifier"


def _names_what_is_counted(t: Tokens, i: int) -> bool:
    """Whether only a name of one or two words, no day and no stop word, stands between the figure at i and a number."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if t.kind[k] == "n" and k < i - 1:
            return True
        if not t.is_name(k) or t.low[k] in _FULL_NAME_STOPS:
            return False
    return False


_UNIT_CAPS = frozenset(
    {
        "GB",
        "MB",
        "TB",
        "KB",
        "MW",
        "GW",
        "KW",
        "HP",
        "HZ",
        "KM",
        "M",
        "B",
        "K",
        "BN",
        "W",
        "V",
        "C",
        "F",
        "PM",
        "AM",
        "L",
        "G",
    }
)


def _glued_name(t: Tokens, m: Mention) -> bool:
    """ "F-16", "Su-34", "S22", "COVID-19": the figure is part of a name."""
    i = m.i
    if not t.is_glued(i):
        return False
    prev = t.low[i - 1]
    if prev in DASHES and t.is_glued(i - 1) and t.kind_at(i - 2) == "w":
        if t.is_glued(i - 2) and t.kind_at(i - 3) == "n" or t.low[i - 2] in _SCALE_WORDS:
            return False  # "5k-20k", "$3 billion-5 billion"
        return (
            t.low[i - 2] not in _COMPOUND_PREFIX
            and not t.low[i - 2].endswith(("ly",))
            and t.low[i - 2] not in ("to", "or", "plus")
        )
    if prev == "." and t.is_glued(i - 1) and t.kind_at(i - 2) == "w" and t.low[i - 2] not in ("no", "nos", "vol"):
        return t.raw[i - 2].isupper()
    if t.kind[i - 1] == "w":
        if t.at(i - 2) in DASHES and t.is_glued(i - 1):
            return True
        return not is_currency_before(t, i)
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
    if unit in ("'", "\u2019") and t.at(n + 1) == "s" and t.is_glued(n) and t.is_glued(n + 1) and m.value in _DECADES:
        m.kind, m.unit, m.b = "age", "year", n + 2  # "a man in his 20's"
        return True
    before = t.at(m.i - 1)
    small = m.value is not None and 0 < m.value <= MAX_AGE and m.value == int(m.value)
    if not small or hyphen:
        return False
    if before in ("aged", "age", "ages") or before == "of" and t.at(m.i - 2) in ("age", "ages"):
        m.kind, m.unit = "age", "year"
        return True
    if before in ("turned", "turns", "turning") and (t.at(k) in _CLOSERS or t.at(k) in _WHEN):
        m.kind, m.unit = "age", "year"
        return True
    if before == "and" and t.at(m.i - 3) in ("ages", "aged") and t.kind_at(m.i - 2) == "n":
        m.kind, m.unit = "age", "year"
        return True
    # "two men, 25 and 30, were shot"
    first = m.i if before == "," else m.i - 2 if before == "and" and t.kind_at(m.i - 2) == "n" else -1
    if first > 1 and t.at(first - 1) == "," and is_plural(t.at(first - 2)) and singular(t.at(first - 2)) in _AGE_GROUPS:
        after = first + 3
        if t.at(first + 1) == "and" and t.kind_at(first + 2) == "n" and (t.at(after) in _CLOSERS or t.at(after) in ("were", "was", "and")):
            m.kind, m.unit = "age", "year"
            return True
    if (
        before in ("under", "over")
        and singular(t.at(m.i - 2)) in _AGE_GROUPS
        and t.kind_at(k) != "n"
        and not is_plural(t.at(k))
    ):
        m.kind, m.unit = "age", "year"
        return True
    if before == "both" and m.i >= 2 and t.at(m.i - 2) == ",":
        m.kind, m.unit = "age", "year"
        return True
    if before == "," and t.is_glued(m.i - 1) and t.kind[m.i] == "n" and not t.is_glued(m.i) and _apposed(t, m):
        m.kind, m.unit = "age", "year"
        return True
    if before == "(" and t.at(k) == ")" and t.is_name(m.i - 2):
        m.kind, m.unit = "age", "year"
        return True
    return False


def _apposed(t: Tokens, m: Mention) -> bool:
    """ "Mary Hill, 34, and", "the victim, 34, was", "John Ross Jr., 24.": a figure between commas behind a person."""
    name, after = m.i - 2, t.at(m.j)
    if t.kind_at(name) == "n":
        return False
    if t.is_name(name) and after == ",":
        return True
    if after not in _CLOSERS:
        return False
    if t.at(name) == ".":
        return t.at(name - 1) in ("jr", "sr")
    return t.at(name) in _PERSON or (t.is_name(name) and (t.is_name(name - 1) or t.at(name) in ("jr", "sr")))


def _is_year(t: Tokens, m: Mention) -> bool:
    text = t.raw[m.i]
    if m.j != m.i + 1 or len(text) != 4 or not text.isdigit() or m.value is None:
        return False
    if not YEARS[0] <= m.value < YEARS[1]:
        return False
    before = t.at(m.i - 1)
    if (
        before in ("$", "\u00a3", "\u20ac", "than", "least", "nearly", "almost", "approximately", "roughly", "some")
        or t.at(m.j) == "%"
    ):
        return False
    if before in _NOT_BEFORE_YEAR or (t.at(m.j) in DASHES and t.kind_at(m.j + 1) == "n"):
        return False
    pair = (
        before in ("and", "to", "or")
        and t.kind_at(m.i - 2) == "n"
        and len(t.raw[m.i - 2]) == 4
        and t.raw[m.i - 2] >= "15"
    )
    if not RECENT[0] <= m.value < RECENT[1]:
        return pair or (before in _BEFORE_OLD_YEAR and not _counts_something(t, m))
    if t.at(m.j) in _COUNTED_AFTER and before not in _BEFORE_OLD_YEAR:
        return False
    # "2000 workers" is a count, "2018 sales" a year: a round figure with a plural straight behind is no year
    return pair or before in _BEFORE_OLD_YEAR or not (m.value % 50 == 0 and _counts_something(t, m))


_BEFORE_OLD_YEAR = wordset(
    "in since from until till by during before after early late mid year fiscal spring summer autumn winter circa between"
)
_NOT_BEFORE_YEAR = wordset("about over under killed wounded injured")
_COUNTED_AFTER = wordset(
    "people men women children workers jobs soldiers troops residents others employees homes houses"
)


def _is_number(t: Tokens, k: int) -> bool:
    return t.kind[k] == "n" or t.low[k] in _NUMBER_WORDS


_NUMBER_WORDS = wordset("two three four five six seven eight nine ten eleven twelve")


_SCALE_WORDS = frozenset({"hundred", "thousand", "million", "billion", "trillion", "percent"})


def _is_address(t: Tokens, m: Mention) -> bool:
    j = m.j
    if t.at(j) == "block" or (t.at(j) == "-" and t.at(j + 1) == "block"):
        return True
    for k in range(j, min(j + 5, t.size)):
        word = t.low[k]
        if word in _ADDRESS and k > j and t.is_name(k):
            return True
        if not (t.is_name(k) or t.kind[k] == "n" or word in (".", "st", "nd", "rd", "th", "-")):
            return False
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


_FOLLOW_STOP = wordset(
    "in on at by of for to from and but as with after before since until was is were are has had will would the a an its "
    "his her their it he she they that which who said says when while where"
)
