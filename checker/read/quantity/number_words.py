"""Number words: what each is worth, and the longest well-formed number that a run of them spells."""

from __future__ import annotations

import math

from checker.read.quantity.tokens import DASHES, Tokens

UNITS = {
    w: float(n)
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"nought": 0.0, "naught": 0.0, "nil": 0.0}
TENS = {
    w: 10.0 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
# "1.5m", "2bn", "40k": `m` and `b` are also metre and bit or byte, so they need money or a noun beside them.
SUFFIXES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12}
UNSURE_SUFFIXES = {"m": 1e6, "b": 1e9}
PLURAL_SCALES = {
    "dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
FRACTION_CHARACTERS = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
    "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6,
}  # fmt: skip
ORDINALS = {
    w: float(n)
    for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"], 1
    )
} | {
    "twentieth": 20.0, "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "sixtieth": 60.0, "seventieth": 70.0,
    "eightieth": 80.0, "ninetieth": 90.0, "hundredth": 100.0, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9,
    "trillionth": 1e12,
}  # fmt: skip
DENOMINATORS = {w: n for w, n in ORDINALS.items() if n > 2} | {"half": 2.0, "quarter": 4.0}
DENOMINATORS |= {w + "s": n for w, n in DENOMINATORS.items() if w != "half"} | {"halves": 2.0}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
MULTIPLES = {"twice": 2.0, "thrice": 3.0}
# Plural words mean at least two of the unit; "several", "a few" and "a handful" at least three (ACLED codes unclear
# plurals with fixed floors in the same way; its own floors can be set).
VAGUE = {
    "dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "tens of thousands": 2e4,
    "hundreds of thousands": 2e5, "millions": 2e6, "tens of millions": 2e7, "hundreds of millions": 2e8,
    "billions": 2e9, "tens of billions": 2e10, "hundreds of billions": 2e11, "trillions": 2e12,
    "several": 3.0, "few": 3.0, "a few": 3.0, "a handful": 3.0, "a couple": 2.0, "many": 3.0, "multiple": 2.0,
    "numerous": 3.0,
}  # fmt: skip
_WORDS = frozenset(UNITS) | frozenset(TENS)
_LARGE = frozenset(SCALES)
TRIGGERS = (
    _WORDS | _LARGE | frozenset(PLURAL_SCALES) | frozenset(ORDINALS) | frozenset(DENOMINATORS) | frozenset(MULTIPLES)
    | {"both", "several", "few", "handful", "couple", "many", "multiple", "numerous"}
)  # fmt: skip
MAX_EXPONENT = 15


def step_of(text: str, scale: float) -> float:
    """Return the place value of the last significant digit of a figure ('1,200' -> 100; '2.5' x 1e6 -> 1e5)."""
    text = _plain(text)
    if "." in text:
        return scale * 10.0 ** -len(text.rsplit(".", 1)[1])
    digits = text.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    return scale * 10.0 ** min(zeros, max(len(digits) - 1, 0), MAX_EXPONENT)


def step_of_value(value: float) -> float:
    """Return the largest power of ten that divides a whole value (300 -> 100), 1 for 0 or a fraction."""
    if not value or value != int(value) or abs(value) > 10.0**MAX_EXPONENT:
        return 1.0
    step, rest = 1.0, abs(int(value))
    while rest % 10 == 0:
        rest //= 10
        step *= 10.0
    return step


def _plain(text: str) -> str:
    """Read the comma of "12,5" as a decimal point; the commas of "1,200" and "12,34,567" group thousands."""
    head, comma, tail = text.rpartition(",")
    return f"{head}.{tail}" if comma and len(tail) < 3 else text


def figure(text: str) -> float:
    """Return the value of a figure token; a number too long for a float is infinite and is dropped by the caller."""
    return float("".join(c for c in _plain(text) if c in "0123456789."))


def skip_dash(t: Tokens, k: int) -> int:
    """Skip one glued dash inside a number ("twenty-five", "2.5-million"); returns the next index."""
    if k + 1 < t.size and t.low[k] in DASHES and t.glued[k] and t.glued[k + 1]:
        return k + 1
    return k


_OPEN = frozenset({"start", "hundred", "scale"})
# "three lakh crore", "two thousand crore": Indian papers multiply these.
_SCALE_PAIRS = frozenset({("lakh", "crore"), ("thousand", "crore"), ("million", "million")})


def _fraction_at(t: Tokens, k: int) -> bool:
    """Whether a fraction in words starts at k ("three quarters", "fifty-four hundredths"); looks four tokens ahead."""
    if t.at(k) not in _WORDS:
        return False
    n = skip_dash(t, k + 1)
    if t.low[k] in TENS and t.at(n) in UNITS:
        n = skip_dash(t, n + 1)
    return t.at(n) in DENOMINATORS


def fraction_behind(t: Tokens, k: int, scale: float) -> tuple[float, int] | None:
    """Read the fraction that goes on with a number: "(two million) and a half", "(three) and two thirds".

    Args:
        t: the tokens.
        k: index behind the number.
        scale: the number's last scale word, 1 if none.

    Returns:
        What it adds and the index behind it: half of the scale behind million and above, else the bare fraction; "a
        quarter million" names its own scale.
    """
    if t.at(k) != "and":
        return None
    top, n = 1.0, k + 2
    if t.at(k + 1) not in ("a", "one"):
        if not _fraction_at(t, k + 1):
            return None
        top, n = words_at(t, k + 1) or (0.0, k + 1)
        n = skip_dash(t, n)
    bottom = DENOMINATORS.get(t.at(n))
    if bottom is None or not 0 < top < 100:
        return None
    part, n = top / bottom, n + 1
    if t.at(n) in SCALES and t.low[n] not in ("score", "dozen"):
        return part * SCALES[t.low[n]], n + 1
    return part * (scale if scale >= MILLION else 1.0), n


MILLION = 1e6


def words_at(t: Tokens, i: int) -> tuple[float, int] | None:
    """Read the longest well-formed cardinal in words from token i: (value, index behind it), or None.

    "twenty five", "one hundred and five", "two thousand three hundred"; "two three" are two numbers.
    """
    total, current, state, limit, chunk, last = 0.0, 0.0, "start", math.inf, 0.0, ""
    k = end = i
    while k < t.size:
        word = t.low[k]
        if word in UNITS:
            if not (state in _OPEN or state == "tens" and 0 < UNITS[word] < 10):
                break
            current, state = current + UNITS[word], "unit"
        elif word in TENS:
            if state not in _OPEN:
                break
            current, state = current + TENS[word], "tens"
        elif word == "hundred":
            if state == "start":
                current = 1.0
            elif state not in ("unit", "tens") or not 0 < current < 100:
                break
            current, state = current * 100, "hundred"
        elif word == "dozen":
            return (
                (current * 12, k + 1) if state == "unit" and not total else None if end == i else (total + current, end)
            )
        elif word in SCALES and word != "score":
            if state == "scale" and (last, word) in _SCALE_PAIRS:
                total += chunk * (SCALES[word] - 1.0)
                limit, last = math.inf, word
            else:
                if SCALES[word] >= limit or state == "scale":
                    break
                chunk = (1.0 if state == "start" else current) * SCALES[word]
                total += chunk
                current, state, limit, last = 0.0, "scale", SCALES[word], word
        else:
            break
        end = k = k + 1
        k = skip_dash(t, k)
        if (
            t.at(k) == "and" and state in ("hundred", "scale") and (t.at(k + 1) in UNITS or t.at(k + 1) in TENS)
            and not _fraction_at(t, k + 1)
        ):  # fmt: skip
            k += 1
    return None if end == i else (total + current, end)
