"""Zero forms: "no casualties", "nobody was hurt", "without loss of life", "unhurt" are the number 0 of that measure.

"No casualties" is zero of `casualties`: neither killed nor injured. "The driver was unhurt" speaks of the driver only,
so it is a zero with role `part`. "No further injuries" is zero with role `additional`.
"""

from __future__ import annotations

from checker.read.quantity.counted import read_noun
from checker.read.quantity.mention import Mention
from checker.read.quantity.objects import find_before
from checker.read.quantity.subjects import find_behind
from checker.read.quantity.tokens import Tokens, wordset

_NOUNS = {
    "casualties": "casualties", "casualty": "casualties", "injuries": "injured", "injury": "injured",
    "deaths": "killed", "death": "killed", "fatalities": "killed", "fatality": "killed", "arrests": "detained",
    "arrest": "detained", "victims": "casualties", "survivors": "survived", "wounded": "injured", "injured": "injured",
    "dead": "killed", "hospitalizations": "hospitalized",
}  # fmt: skip
_BETWEEN = wordset(
    "confirmed immediate immediately reported reports report of any further other new serious civilian major word known "
    "additional human military more fresh apparent personal life-threatening initial official news signs sign there "
    "were was have been information on about ukrainian russian israeli palestinian american local"
)
_ADDITIONAL = wordset("further other new additional more fresh")
_NARROW = wordset("serious civilian major military life-threatening ukrainian russian israeli palestinian american")
_CAUSES = wordset(
    "cause caused causing result resulted in any report reported suffer suffered lead led to immediately been there"
)
_UNHURT = frozenset({"unhurt", "uninjured", "unharmed", "unscathed"})
_HARM = {"hurt": "injured", "injured": "injured", "wounded": "injured", "harmed": "injured", "killed": "killed",
         "arrested": "detained", "detained": "detained"}  # fmt: skip
_STARTS = frozenset({"no", "nobody", "none", "without", "not", "n't", "no-one"}) | _UNHURT
_BE = wordset("was were is are been")
MAX_BETWEEN = 6


def find_zeros(t: Tokens) -> list[Mention]:
    """Return the zero forms of a sentence in order, as mentions whose value, measure and limits are settled."""
    found: list[Mention] = []
    for i in range(t.size):
        word = t.low[i]
        if word in _STARTS or word.endswith("n't"):
            if found and i < found[-1].b:
                continue
            found.extend(_at(t, i, word))
    return found


def _zero(i: int, j: int, measure: str, **more) -> Mention:
    return Mention(i, j, 0.0, low=0.0, high=0.0, measure=measure, final=True, after=j, zero=True, **more)


def _at(t: Tokens, i: int, word: str) -> list[Mention]:
    if word in _UNHURT:
        return [_zero(i, i + 1, "injured", role="part", counted="person")]
    if word == "not" or word.endswith("n't"):
        return _negated(t, i)
    if (
        word == "nobody"
        or word == "no-one"
        or (word == "no" and t.at(i + 1) in ("one", "-") and t.at(i + 1 + (t.at(i + 1) == "-")) == "one")
    ):
        j = i + (1 if word != "no" else 2 if t.at(i + 1) == "one" else 3)
        return _nobody(t, i, j)
    if word == "none":
        j = i + 1
        if t.at(j) == "of":
            while j < min(i + 6, t.size) and t.low[j] not in _BE and t.low[j] not in ("has", "have", "had"):
                j += 1
        return [_with_role(z, "part") for z in _nobody(t, i, j)]
    nouns = _nouns(t, i, i + 1, _BETWEEN | _CAUSES if word == "without" else _BETWEEN)
    if nouns or word == "without":
        return nouns
    probe = Mention(i, i + 1, 2.0)
    read_noun(t, probe)
    if probe.head < 0:
        return []
    measure = find_behind(t, probe)
    if not measure:
        return []
    return [_zero(i, probe.after, measure, counted=probe.counted, modifiers=probe.modifiers,
                  role="additional" if probe.other else "total")]  # fmt: skip


def _with_role(m: Mention, role: str) -> Mention:
    m.role = role
    return m


def _nobody(t: Tokens, i: int, j: int) -> list[Mention]:
    role = "total"
    if t.at(j) == "else":
        role, j = "additional", j + 1
    if any(w in ("seriously", "critically", "badly", "severely") for w in t.low[j : j + 4]):
        return []
    probe = Mention(i, j, 2.0, after=j)
    measure = find_behind(t, probe) or find_before(t, probe)
    return [_zero(i, j, measure, role=role, counted="person")] if measure else []


def _nouns(t: Tokens, i: int, k: int, between: frozenset[str]) -> list[Mention]:
    """ "no [immediate reports of] deaths [or injuries]"."""
    found: list[Mention] = []
    begin, steps, extra, narrow = i, 0, False, []
    while k < t.size and steps <= MAX_BETWEEN:
        word = t.low[k]
        loss = t.matches(k, ("loss", "of", "life"))
        if word in _NOUNS or loss:
            end = k + 3 if loss else k + 1
            if (
                word in ("dead", "wounded", "injured", "death", "arrest")
                and t.kind_at(end) == "w"
                and t.low[end] not in _AFTER_NOUN
            ):
                return found
            found.append(_zero(begin, end, "killed" if loss else _NOUNS[word], counted="person",
                               role="additional" if extra else "total", modifiers=tuple(narrow)))  # fmt: skip
            if t.at(end) in ("or", "and", "nor", ","):
                begin = k = end + 1
                if t.at(k) in ("or", "and", "nor"):
                    begin = k = k + 1
                narrow, steps = [], MAX_BETWEEN - 1
                continue
            return found
        if word not in between:
            return found
        extra = extra or word in _ADDITIONAL
        if word in _NARROW:
            narrow.append(word)
        k += 1
        steps += 1
    return found


_AFTER_NOUN = wordset(
    "or and in at from were was have has had after as on when reported so but among is are yet to nor of by during"
)


def _negated(t: Tokens, i: int) -> list[Mention]:
    """ "was not hurt" (one known person or group) and "did not cause any injuries"."""
    k = i + 1
    if t.at(k) in ("seriously", "badly", "critically"):
        return []
    if t.at(k) in ("physically", "believed", "thought"):
        k += 1
    if (
        t.at(k) in _HARM
        and t.low[k] not in ("killed", "arrested", "detained")
        and (t.at(i - 1) in _BE or t.low[i] in ("wasn't", "weren't"))
    ):
        return [_zero(i, k + 1, _HARM[t.low[k]], role="part", counted="person")]
    if t.at(k) in _CAUSES:
        return _nouns(t, i, k, _CAUSES | _BETWEEN)
    return []
