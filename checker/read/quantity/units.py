"""Units and currencies beside a number.

The unit is the pint symbol of the unit as written ('km', 'mi', '%'), money the ISO 4217 code. Nothing is converted
here: `checker.compare` does that with pint. Minor units are the exception (34 cents are 0.34 USD), since ISO 4217 has
no code for them.
"""

from __future__ import annotations

from functools import cache

from checker.read.quantity.lexica import load, phrase_table
from checker.read.quantity.mention import Mention
from checker.read.quantity.number_words import SCALES
from checker.read.quantity.tokens import DASHES, Tokens, wordset

# These short forms are units only when they are glued to the figure or spelt in the right case: "5 m wide",
# "300g"; "a 3 in 5 chance" holds no inches, "no. 4 sec" no seconds.
_GLUED_ONLY = frozenset({"g", "l", "m", "pc", "b", "t", "dm", "deg", "sec", "min", "mi", "in"})
_NOT_WITH_WORDS = frozenset({"m", "g", "l", "mb", "kb", "gb", "tb", "kt", "t", "h", "pp", "pc", "kv", "w"})
_SPACED_M = wordset("high tall long wide deep above below away from of in depth height length freestyle sprint")
_RATE_WORDS = frozenset({"per", "an", "a", "/"})
_RATE_UNITS = wordset(
    "gram kilogram kg tonne ton ounce litre liter gallon barrel hour day week month year minute second mile kilometer "
    "kilometre share person head unit night"
)


@cache
def _tables() -> tuple[dict, dict, dict, dict, frozenset]:
    units = load("units")
    entries = {}
    for kind, symbols in units.items():
        for symbol, names in symbols.items():
            for name in names:
                entries[name] = (kind, symbol)
    money = load("currencies")
    words = {name: ("money", code) for name, code in money["words"].items()}
    words |= {
        code.lower(): ("money", "CNY" if code == "RMB" else code) for code in money["iso"] if code not in ("TRY",)
    }
    before = {code.lower(): "CNY" if code == "RMB" else code for code in money["iso"]} | money["codes"]
    return phrase_table(entries), phrase_table(words), money["symbols"], before, money["prefixes"]


# ISO 4217 codes that are no words, so that "10 usd" needs no capitals.
_PLAIN_CODES = wordset(
    "usd eur gbp jpy cny rmb inr aud cad nzd hkd sgd chf sek nok dkk pln czk huf zar brl mxn krw twd thb myr idr aed sar "
    "rub uah ils won"
)


@cache
def _iso_codes() -> frozenset[str]:
    return frozenset(code.lower() for code in load("currencies")["iso"]) | {"real", "som", "lev", "kip"}


def _longest(table: dict, t: Tokens, k: int) -> tuple[object, int] | None:
    for phrase, value in table.get(t.at(k), ()):
        if t.matches(k, phrase) and not (phrase[-1] == "2" and not t.glued[k + len(phrase) - 1]):
            return value, k + len(phrase)
    return None


def _lookup(table: dict, t: Tokens, k: int) -> tuple[object, int] | None:
    """Longest phrase at k; inside hyphenated compounds ("10-square-mile") hyphens count as spaces."""
    hit = _longest(table, t, k)
    if hit is None and t.kind_at(k) == "w" and t.at(k + 1) in DASHES and t.is_glued(k + 1):
        pair = (t.low[k], t.at(k + 2))
        for phrase, value in table.get(t.low[k], ()):
            if phrase == pair:
                return value, k + 3
    return hit


def set_unit(t: Tokens, m: Mention) -> None:
    """Give the mention its unit and kind, and widen `a:b` over the words that name it."""
    units, money, symbols, codes, prefixes = _tables()
    k = m.i - 1
    if k >= 0 and not (m.value is None and m.vague is None):
        sign = t.raw[k]
        if sign in "=" and k > 0 and t.is_glued(k + 1):
            k -= 1
            sign = t.raw[k]
        if sign in symbols and t.kind[k] == "s":
            m.kind, m.unit, m.a = "money", symbols[sign], k
            if (
                t.kind_at(k - 1) == "w"
                and t.low[k - 1] in prefixes
                and (t.is_glued(k) or t.raw[k - 1].isupper() and t.raw[k - 1] != "A")
            ):
                m.unit, m.a = (prefixes[t.low[k - 1]] if sign == "$" else m.unit), k - 1
        elif t.raw[k] == "Y" and k + 2 == m.i:
            m.kind, m.unit, m.a = "money", "JPY", k  # "Y=100 million" on old wires
        elif k + 1 == m.i and is_garbled_pound(t, m.i):
            m.kind, m.unit, m.a = "money", "GBP", k
        elif is_currency_word(t.raw[k]) and (len(t.raw[k]) == 3 or t.is_glued(m.i) or t.low[k] in ("rs", "rm")):
            m.kind, m.unit, m.a = "money", codes[t.low[k]], k
    n = m.j
    hyphen = t.at(n) in DASHES and t.is_glued(n) and t.is_glued(n + 1)
    if hyphen:
        n += 1
    elif t.at(n) in ("-", "\u2013") and not t.is_glued(n):
        n = m.j
    if n >= t.size:
        return
    if (
        t.raw[n] in symbols
        and t.kind[n] == "s"
        and m.kind != "money"
        and (t.glued[n] or t.kind_at(n + 1) != "n" or not t.glued[n + 1])
    ):
        m.kind, m.unit, m.b = "money", symbols[t.raw[n]], n + 1
        return
    if m.kind == "money":
        if t.low[n] in ("us", "u.s.", "usd") and t.raw[n].isupper() and m.unit == "USD":
            m.b = n + 1  # "$75 U.S. per barrel"
        hit = _lookup(money, t, n)
        if hit and hit[0][1] != "crown":
            m.b = hit[1]
            if t.raw[n].lower() != "cents":
                m.unit = hit[0][1] if "/" not in hit[0][1] and m.unit == "USD" else m.unit
        _rate(t, m)
        return
    of = n
    if m.vague and t.at(n) == "of":
        of = n + 1
    hit = _lookup(units, t, of)
    cash = _lookup(money, t, of)
    if not cash and not hit and t.is_name(of) and t.low[of].endswith(("an", "ese", "ish", "ss", "ch")):
        # "500 Chinese yuan": the nationality belongs to the currency
        cash = _lookup(money, t, of + 1)
        of += 1
    if cash and (not hit or cash[1] > hit[1]):
        code = cash[0][1]
        if (
            t.low[of] == "real"
            or (t.low[of] == "won" and not _won_is_money(t, m, of))
            or (
                cash[1] == of + 1
                and t.low[of] in _iso_codes()
                and t.low[of] not in _PLAIN_CODES
                and not t.raw[of].isupper()
            )
        ):
            return
        if "/" in code:
            code = code.split("/")[0]
            if m.value is not None:
                m.value, m.step = m.value / 100, m.step / 100
        m.kind, m.unit, m.unit_word, m.b = "money", code, t.low[cash[1] - 1], cash[1]
        scale = SCALES.get(t.at(m.b), 0.0)
        if scale >= 1e3 and m.value is not None and m.scale == 1.0 and t.raw[m.b - 1].isupper():
            # "75 USD million"
            m.value, m.step, m.scale, m.j, m.b = m.value * scale, m.step * scale, scale, m.b + 1, m.b + 1
        _rate(t, m)
        return
    if not hit:
        _short_form(t, m, n)
        return
    kind, symbol = hit[0]
    word = t.low[of]
    glued = t.is_glued(of)
    if m.kind == "ordinal" or m.kind == "fraction" and kind == "percent":
        return
    if word in _NOT_WITH_WORDS and m.words or word == "in" and (hyphen or m.words or t.at(hit[1]) in DASHES):
        return  # "a 3-in-1 test" measures nothing
    if word in _GLUED_ONLY and not glued and not hyphen and not _stands_alone(t, m, word, hit[1]):
        return
    if kind == "duration" and t.raw[of][0].isupper() and not t.title_case and glued:
        return
    if word == "second" and hit[1] == of + 1 and not hyphen and (m.value is None or m.value != 1):
        return
    if kind == "measurement" and word in ("feet", "foot") and t.matches(of, ("foot", "soldiers")):
        return
    if word in ("pound", "pounds") and _pounds_are_money(t, m):
        kind, symbol = "money", "GBP"
    m.kind, m.unit, m.unit_word, m.b = kind, symbol, word, hit[1]
    if kind in ("percent", "measurement") or t.at(m.b + 1) in ("week", "day"):
        _rate(t, m)


_VIDEO_LINES = frozenset({360.0, 480.0, 720.0, 1080.0, 1440.0, 2160.0, 4320.0})
_WINDS = wordset("wind winds gust gusts speed speeds storm hurricane cyclone typhoon sustained aircraft jet")
_WARMTH = wordset(
    "temperature temperatures degrees heat cold warm mercury high highs low lows freezing warmed warming cooled cooling warmer colder cooler hotter "
    "hottest coldest heatwave thermometer celsius fahrenheit minus"
)


def _short_form(t: Tokens, m: Mention, n: int) -> None:
    """ "15p" is pence (but "1080p" a picture), "-12C" a temperature where the sentence speaks of one."""
    if (
        t.raw[n][0] == "M"
        and len(t.raw[n]) == 4
        and t.raw[n].isupper()
        and t.low[n][1:] in _iso_codes()
        and m.value is not None
    ):
        # "30 MUSD", as company reports in Europe write millions
        m.kind, m.unit, m.b, m.value, m.step, m.scale = "money", t.raw[n][1:], n + 1, m.value * 1e6, m.step * 1e6, 1e6
        return
    if n == m.j and t.low[n] in ("kt", "kts") and t.has_any(_WINDS):
        m.kind, m.unit, m.b = "measurement", "knot", n + 1
    if not t.is_glued(n) or n != m.j or t.kind[m.j - 1] != "n" or m.value is None:
        return
    if t.raw[n] == "p" and m.value not in _VIDEO_LINES and not (t.is_glued(n + 1) and t.kind[n + 1] != "s"):
        m.kind, m.unit, m.b = "money", "GBP", n + 1
        m.unit_word, m.value, m.step = "p", m.value / 100, m.step / 100
        _rate(t, m)
    elif t.raw[n] in ("C", "F") and abs(m.value) < 150 and t.has_any(_WARMTH):
        m.kind, m.unit, m.b = "measurement", "degC" if t.raw[n] == "C" else "degF", n + 1


def _stands_alone(t: Tokens, m: Mention, word: str, end: int) -> bool:
    """Whether a short unit with a space before it is one: "9 min", "5 m wide", "20 g."; not "3 in 5"."""
    if end > m.j + 1 or word == "in" and t.at(m.i - 1) in ("ft", "foot", "feet"):
        return True
    if m.words or word not in ("m", "min", "sec", "pc", "g", "l"):
        return False
    return word in ("min", "sec", "pc") or t.at(end) in _SPACED_M or t.kind_at(end) != "w"


def _won_is_money(t: Tokens, m: Mention, k: int) -> bool:
    return m.value is not None and m.value >= 100 and t.at(k + 1) not in ("the", "a", "their", "his", "her", "by", "in")


_MONEY_CUES = wordset("cost costs worth pay paid price fine fined bill tax spend spent sell sold raise raised")


def _pounds_are_money(t: Tokens, m: Mention) -> bool:
    near = t.low[max(0, m.i - 8) : m.i]
    return (m.value or 0) >= 1e6 or any(word in _MONEY_CUES for word in near)


def _rate(t: Tokens, m: Mention) -> None:
    """ "$10 per gram", "2.11 dollars a gallon": a price is not the sum it is quoted in."""
    k = m.b
    if (
        t.at(k) in _RATE_WORDS
        and t.at(k + 1) in _RATE_UNITS
        and t.at(k + 2) not in ("earlier", "ago", "later", "before")
    ) and (t.low[k] != "a" and t.low[k] != "an" or m.kind in ("money", "duration")):
        m.unit = f"{m.unit}/{t.low[k + 1]}"
        m.b = k + 2


def is_currency_word(raw: str) -> bool:
    """Whether a word glued to a figure is a currency ("EUR50m", "RM23.50", "Rs500"), by its spelling."""
    codes = _tables()[3]
    low = raw.lower()
    return (low in codes and (raw.isupper() or low in ("rs", "rp", "rm"))) and raw not in ("A", "C", "S", "Y", "FR")


def is_currency_before(t: Tokens, i: int) -> bool:
    """Whether the word straight before the figure at i is a currency, an ASCII rendering of the pound sign included."""
    return i > 0 and t.kind[i - 1] == "w" and (is_currency_word(t.raw[i - 1]) or is_garbled_pound(t, i))


def is_garbled_pound(t: Tokens, i: int) -> bool:
    """ "PS8.1bn", "PS21,700": wires without a pound sign write PS; "PS5" alone is a games console."""
    if i < 1 or t.raw[i - 1] != "PS" or not t.is_glued(i):
        return False
    return len(t.raw[i]) > 1 or (t.is_glued(i + 1) and t.low[i + 1] in _MONEY_SUFFIXES) or t.at(i + 1) in _MONEY_SCALES


_MONEY_SUFFIXES = frozenset({"k", "m", "b", "bn", "mn", "tn"})
_MONEY_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
