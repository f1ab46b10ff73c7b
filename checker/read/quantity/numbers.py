"""Numbers in figures and words: spans and values, without asking yet what they count."""

from __future__ import annotations

import math

from checker.read.quantity.mention import Mention
from checker.read.quantity.number_words import (
    DENOMINATORS,
    FRACTION_CHARACTERS,
    MILLION,
    MULTIPLES,
    ORDINAL_ENDINGS,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SUFFIXES,
    TENS,
    TRIGGERS,
    UNITS,
    UNSURE_SUFFIXES,
    VAGUE,
    figure,
    fraction_behind,
    skip_dash,
    step_of,
    step_of_value,
    words_at,
)
from checker.read.quantity.shares import MOST_PARTS, fraction_mention, is_a_share, share_of_scale
from checker.read.quantity.tokens import Tokens, wordset
from checker.read.quantity.units import is_currency_before
from checker.read.quantity.words import AUXILIARIES, STOP, is_plural


def _scale_after(t: Tokens, k: int) -> tuple[float, int]:
    """Return the product of the scale words behind a figure, and the index behind them."""
    scale = 1.0
    while True:
        n = skip_dash(t, k)
        word = t.at(n)
        if word in SCALES and word != "score" and (word != "dozen" or scale == 1.0):
            scale *= SCALES[word]
            k = n + 1
        else:
            return scale, k


def _suffix_after(t: Tokens, k: int, money: bool) -> tuple[float, int]:
    word = t.at(k)
    if t.kind_at(k) != "w":
        return 1.0, k
    glued = t.glued[k]
    if word in SUFFIXES and (glued or len(word) > 1):
        return SUFFIXES[word], k + 1
    if word in UNSURE_SUFFIXES:
        noun = t.kind_at(k + 1) == "w" and t.at(k + 1) not in _NOT_NOUN and t.at(k + 1) not in _RACES
        # "1.2b" has no metres in it
        if money or (glued and (noun or word == "b" and "." in t.raw[k - 1])):
            return UNSURE_SUFFIXES[word], k + 1
    if t.raw[k] == "M" and glued and t.at(k + 1) not in _RACES:
        return UNSURE_SUFFIXES["m"], k + 1  # metres are written small
    if money and t.raw[k] == "MM":
        return UNSURE_SUFFIXES["m"], k + 1
    return 1.0, k


_RACES = wordset(
    "race sprint freestyle backstroke breaststroke butterfly medley final finals dash hurdles relay heat heats run swim "
    "steeplechase world olympic european champion champions record gold silver bronze title bronze semi-final semifinal "
    "men's women's"
)
_NOT_NOUN = wordset(
    "of in to from at on by for and or with high tall long wide deep away above below over under below the a an per "
    "is was were are as into than off but race sprint freestyle backstroke final dash hurdles diameter length"
)
_FRACTION_ARTICLES = frozenset({"a", "an", "one"})
_HALF_AFTER = wordset("of the a an its their his her our all that this these those")
_HALF_BEFORE = wordset("in by nearly almost about roughly around over than under least cut to only just some")


def _ordinal_value(t: Tokens, k: int) -> tuple[float, int] | None:
    """ "twenty-first", "one hundred and fifth": the ordinal that starts at k."""
    word = t.at(k)
    if word in ORDINALS:
        return ORDINALS[word], k + 1
    if word in UNITS or word in TENS or word in SCALES:
        read = words_at(t, k)
        if read:
            n = skip_dash(t, read[1])
            if t.at(n) == "and":
                n += 1
            last = ORDINALS.get(t.at(n), 0.0)
            if last >= 100 and read[0] < last and n == read[1]:
                return read[0] * last, n + 1  # "two hundredth"
            # "twenty-first", "one hundred and fifth", but not "twenty twelfth"
            if 0 < last < max(10.0, read[0]) and (read[0] % 100 == 0 or (read[0] % 10 == 0 and last < 10)):
                return read[0] + last, n + 1
    return None


def scan(t: Tokens) -> list[Mention]:
    """Return the numbers of a sentence in order, not overlapping; ordinals and fractions with their kind."""
    found: list[Mention] = []
    i = 0
    while i < t.size:
        kind = t.kind[i]
        mention = None
        if kind == "n":
            mention = _figure_at(t, i)
        elif t.raw[i] in FRACTION_CHARACTERS:  # letters to the tokeniser
            mention = Mention(i, i + 1, FRACTION_CHARACTERS[t.raw[i]], step=0.01, kind="fraction")
        elif kind == "w":
            if t.low[i] in TRIGGERS or t.low[i] in ("a", "an"):
                mention = _word_at(t, i)
        if mention is None or mention.value is not None and not math.isfinite(mention.value):
            i += 1
            continue
        found.append(mention)
        i = mention.j
    return found


def _figure_at(t: Tokens, i: int) -> Mention | None:
    text = t.raw[i]
    value = figure(text)
    k = i + 1
    if t.is_glued(k) and t.low[k] in ORDINAL_ENDINGS:
        return Mention(i, k + 1, value, kind="ordinal")
    # "940 000": groups of exactly three figures behind one plain space
    plain = text
    while (
        len(plain) <= 3 * (k - i) and text[0] != "0" and t.kind_at(k) == "n" and not t.glued[k]
        and len(t.raw[k]) == 3 and t.raw[k].isdigit() and t.start[k] == t.end[k - 1] + 1
    ):  # fmt: skip
        plain += t.raw[k]
        k += 1
    if k > i + 1:
        text, value = plain, figure(plain)
    if t.is_glued(k) and t.raw[k] in FRACTION_CHARACTERS:
        return Mention(i, k + 1, value + FRACTION_CHARACTERS[t.raw[k]], step=0.1)
    # "3 1/2" and "1/3"; what is a date is told apart later
    if t.at(k) == "/" and t.is_glued(k) and t.is_glued(k + 1) and t.kind_at(k + 1) == "n" and t.at(k + 2) != "/":
        bottom = figure(t.raw[k + 1])
        if bottom > value and bottom <= 16 and value.is_integer() and t.at(k - 2) != "/":
            return Mention(_sign(t, i), k + 2, _signed(t, i) * value / bottom, step=0.01, kind="fraction")
    if (
        t.kind_at(k) == "n"
        and t.at(k + 1) == "/"
        and t.kind_at(k + 2) == "n"
        and t.is_glued(k + 1)
        and t.is_glued(k + 2)
    ):
        top, bottom = figure(t.raw[k]), figure(t.raw[k + 2])
        if 0 < top < bottom <= 16 and t.at(k + 3) != "/":
            return Mention(i, k + 3, value + top / bottom, step=0.1)
    money = i > 0 and (t.raw[i - 1] in "$€£¥₹₽₩₺₴₪" or is_currency_before(t, i))
    scale, end = _suffix_after(t, k, money)
    if end == k:
        scale, end = _scale_after(t, k)
    more = fraction_behind(t, end, scale)
    if more and t.at(k + 1) != "one":
        return Mention(i, more[1], value * scale + more[0], step=0.1 * scale, scale=scale)
    if scale > 1 and t.kind_at(end) == "n":
        below = _scale_after(t, end + 1)
        if 1 < below[0] < scale and end + 1 < below[1]:
            # "4 thousand 3 hundred", "2 crore 40 lakh"
            total = value * scale + figure(t.raw[end]) * below[0]
            return Mention(i, below[1], total, step=step_of(t.raw[end], below[0]))
    if scale == 1.0 and end == k and t.at(k) == "dozens":
        return Mention(i, k + 1, value * 12, step=12.0)
    # 4.1 x 1e9 is 4099999999.9999995 to a float
    total = round(value * scale, 3) if scale >= MILLION else value * scale
    return Mention(_sign(t, i), end, _signed(t, i) * total, step=step_of(text, scale), scale=scale)


def _sign(t: Tokens, i: int) -> int:
    """Index of the sign that belongs to the figure at i, or i: "-5", "+0.2%", "minus 12"; not "F-16" or "3 - 1"."""
    if t.at(i - 1) == "minus":
        return i if t.at(i - 2) == "or" else i - 1  # "plus or minus 3 points"
    if i and t.low[i - 1] in _SIGNS and t.is_glued(i) and not t.glued[i - 1]:
        return i - 1
    return i


def _signed(t: Tokens, i: int) -> float:
    return -1.0 if _sign(t, i) < i and t.low[i - 1] != "+" else 1.0


_SIGNS = frozenset("-\u2212+")


def _word_at(t: Tokens, i: int) -> Mention | None:
    word = t.low[i]
    if word in ("a", "an"):
        return _article_at(t, i)
    ordinal = _ordinal_value(t, i)
    if word in PLURAL_SCALES:
        return _vague_at(t, i)
    if word in ("several", "few", "many", "multiple", "numerous"):
        if t.at(i - 1) in ("as", "how", "so", "too", "very", "not"):
            return None
        return _few_at(t, i, i, word)
    if word in ("half", "quarter"):
        return _half_at(t, i)
    if word in MULTIPLES:
        return Mention(i, i + 1, MULTIPLES[word], kind="multiple", words=True)
    if word == "both":
        return Mention(i, i + 1, 2.0, kind="loose", words=True) if _both_counts(t, i + 1) else None
    if word in ("couple", "handful", "dozen", "score"):
        return None
    read = words_at(t, i)
    if read is None:
        if ordinal:
            return Mention(i, ordinal[1], ordinal[0], kind="ordinal", words=True)
        return None
    value, end = read
    n = skip_dash(t, end)
    # "two-thirds", "one third", "three quarters of"
    if t.at(n) in DENOMINATORS and t.kind_at(n) == "w":
        bottom = t.low[n]
        plural = bottom.endswith("s") or bottom == "halves"
        scaled = share_of_scale(t, n + 1)
        if ((plural and 0 < value <= MOST_PARTS) or (value == 1 and not bottom.endswith("s"))) and not (
            bottom in ("quarters", "quarter")
            and n == end
            and (t.kind_at(n + 1) == "w" and t.at(n + 1) != "of" and not scaled)
        ):
            return fraction_mention(t, i, n + 1, value / DENOMINATORS[bottom])
    if ordinal and ordinal[1] > end:
        return Mention(i, ordinal[1], ordinal[0], kind="ordinal", words=True)
    if t.at(end) == "dozens" and value < 100:
        return Mention(i, end + 1, value * 12, step=12.0, words=True)
    largest = SCALES.get(t.low[end - 1], 1.0)
    if t.matches(end, ("-", "and", "-", "a", "-", "half")) or (
        largest < MILLION and t.matches(end, ("and", "a", "half"))
    ):
        # "two and a half million"
        end += 3 if t.at(end) == "and" else 6
        scale, end = _scale_after(t, end)
        return Mention(i, end, (value + 0.5) * scale, step=0.1 * scale, words=True)
    more = fraction_behind(t, end, largest)
    if more:
        return Mention(i, more[1], value + more[0], step=step_of_value(value) / 10, words=True)
    # "two point five million"
    if t.at(end) == "point" and t.at(end + 1) in UNITS:
        digits, k = "", end + 1
        while t.at(k) in UNITS and UNITS[t.low[k]] < 10:
            digits += str(int(UNITS[t.low[k]]))
            k += 1
        if digits:
            scale, k = _scale_after(t, k)
            sign, a = (-1.0, i - 1) if t.at(i - 1) in ("minus", "negative") else (1.0, i)
            number = sign * float(f"{int(value)}.{digits}") * scale
            return Mention(a, k, number, step=scale * 10.0 ** -len(digits), words=True)
    scale = largest if value and value % largest == 0 and end - i > 1 else 1.0
    if i and t.low[i - 1] in ("minus", "negative"):
        return Mention(i - 1, end, -value, step=step_of_value(value), words=True, scale=scale)
    return Mention(i, end, value, step=step_of_value(value), words=True, scale=scale)


def _article_at(t: Tokens, i: int) -> Mention | None:
    """ "a dozen", "a hundred", "a couple of", "a few", "a handful of", "a third of", "a half-dozen"."""
    word = t.at(i + 1)
    if word in ("few", "handful", "couple"):
        return _few_at(t, i, i + 1, "a " + word)
    if word == "dozen":
        return Mention(i, i + 2, 12.0, step=1.0, words=True)
    if word in SCALES and word != "score":
        read = words_at(t, i + 1)
        if read:
            return Mention(i, read[1], read[0], step=step_of_value(read[0]), words=True)
    if word == "half" and t.at(skip_dash(t, i + 2)) in ("dozen", "million", "billion"):
        k = skip_dash(t, i + 2)
        return Mention(i, k + 1, SCALES[t.low[k]] / 2, step=SCALES[t.low[k]] / 2, words=True)
    if word in DENOMINATORS and not word.endswith("s") and (share_of_scale(t, i + 2) or is_a_share(t, i, word)):
        if word == "quarter" and t.at(i + 3) in ("a", "an") and t.at(i + 4) in ("century", "hour", "mile"):
            return None
        return fraction_mention(t, i, i + 2, 1 / DENOMINATORS[word])
    return None


_BOTH_BEFORE = AUXILIARIES | {"died", "survived", "suffered", "of"}


def _both_counts(t: Tokens, k: int) -> bool:
    """ "Both were killed", "both men died"; not "both in Iran and in Iraq", "both the pilot and his passenger"."""
    return t.at(k) in _BOTH_BEFORE or is_plural(t.at(k)) or is_plural(t.at(k + 1)) and t.at(k) not in STOP


def _half_at(t: Tokens, i: int) -> Mention | None:
    k = skip_dash(t, i + 1)
    nxt, prev = t.at(k), t.at(i - 1)
    if t.low[i] == "quarter":
        return fraction_mention(t, i, i + 1, 0.25) if t.at(skip_dash(t, i + 1)) in ("million", "billion") else None
    if nxt in ("a", "dozen", "million", "billion") or k > i + 1:
        k += nxt == "a"
        k = skip_dash(t, k)
        word = t.at(k)
        if word in ("million", "billion", "dozen"):
            return Mention(i, k + 1, SCALES[word] / 2, step=SCALES[word] / 2, words=True)
        if k > i + 1 and word in ("hour", "century", "mile", "decade", "day", "year", "ton", "tonne") and nxt == "a":
            return Mention(i, k, 0.5, step=0.1, words=True)
        if k > i + 1 and nxt != "a":
            return None
    if t.low[i] == "half" and (nxt in _HALF_AFTER or prev in _HALF_BEFORE) and prev not in ("first", "second"):
        return Mention(i, i + 1, 0.5, step=0.01, kind="fraction", words=True)
    return None


def _vague_at(t: Tokens, i: int) -> Mention | None:
    word, k, key = t.low[i], i + 1, t.low[i]
    scale = PLURAL_SCALES[word]
    if word == "scores" and t.at(k) not in _SCORES_AFTER:
        return None  # "the scores were level"
    if t.at(k) == "of" and t.at(k + 1) in PLURAL_SCALES:
        key = f"{word} of {t.low[k + 1]}"
        scale *= PLURAL_SCALES[t.low[k + 1]]
        k += 2
    elif word == "tens":
        return None
    return Mention(i, k, None, step=scale, vague=key, words=True, low=2 * scale, bound="vague")


_SCORES_AFTER = wordset("of more killed injured wounded dead hurt missing died arrested")


def _few_at(t: Tokens, i: int, k: int, key: str) -> Mention | None:
    scale = 1.0
    n = k + 1
    if t.at(n) == "of" and t.at(n + 1) in SCALES:
        n += 1
    if t.at(n) in SCALES and t.low[n] != "score":
        scale = SCALES[t.low[n]]
        return Mention(i, n + 1, None, step=scale, vague=f"{key} {t.low[n]}", words=True,
                       low=VAGUE.get(key, 3.0) * scale, bound="vague")  # fmt: skip
    if key in ("few", "many", "multiple", "numerous") and i == k:
        return Mention(i, k + 1, None, vague=key, words=True, low=VAGUE[key], bound="vague", kind="loose")
    return Mention(i, k + 1, 2.0 if key == "a couple" else None, vague=key, words=True, low=VAGUE[key], bound="vague")
