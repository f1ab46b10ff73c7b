"""Single people that something happened to: "a 61-year-old man was killed" is a count of one.

Only an indefinite noun phrase counts ("a man", "another woman"): "the man" is somebody already mentioned, and a name
is no count. The candidate is kept only where a measure is found for it; "a man told reporters" is none. "A third man died" says
that at least three have.
"""

from __future__ import annotations

from dataclasses import replace

from checker.read.quantity.counted import is_person
from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset
from checker.read.quantity.words import STOP, is_plural

MEASURES = wordset(
    "killed injured shot missing hospitalized detained kidnapped rescued trapped charged convicted deported freed"
)
_CUES = wordset(
    "killed killing kills kill dead died dies death deaths shot shooting fatally injured injuring injures wounded wounding "
    "hurt missing hospitalized hospital arrested detained custody kidnapped abducted rescued trapped stabbed charged "
    "convicted deported freed drowned perished injuries slain murdered murder lives gunned grazed condition pronounced "
    "struck killings slaying wounds wound"
)
_GROUPS = frozenset({"couple", "police", "staff", "crew", "personnel", "infantry", "clergy"})
_IDENTIFIES = frozenset({"was", "is", "as", "be", "became", "like"})
MAX_WORDS = 9
ORDINALS = {w: n for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2)}
_NO_VICTIMS = frozenset({"suspect", "gunman", "shooter", "attacker", "militant"})
_DIES = frozenset({"dies", "died", "dead"})
_ENDS = wordset("and but or while when where after before as because whose which told said says")


def find_singles(t: Tokens) -> list[Mention]:
    """Return candidates for single victims: an indefinite article up to a person noun in the singular."""
    if _CUES.isdisjoint(t.low):
        return []
    found: list[Mention] = []
    for i in range(t.size):
        if t.at(i - 1) in _IDENTIFIES:
            continue  # "he was a resident of the town and died there"
        nth = i + (t.low[i] == "a")  # "the fifth man died" is the fifth of those named, who need not be the fifth that died
        if t.at(nth) in ORDINALS and (nth > i or i == 0) and (ordinal := _ordinal(t, i, nth)):
            found.append(ordinal)
            continue
        if t.low[i] in ("a", "an", "another") and t.kind[i] == "w":
            single = _phrase(t, i, i + 1)
        elif (i == 0 or t.low[i - 1] == ":") and t.low[i] not in STOP:
            # "Man killed in crash": headlines leave the article out
            single = _phrase(t, i, i)
        else:
            continue
        if single:
            found.append(single)
    return found


def _ordinal(t: Tokens, i: int, nth: int) -> Mention | None:
    """ "A third man died", "Fourth victim dies of wounds": the toll as the sentence counts it."""
    made = _phrase(t, i, nth + 1)
    if made is None or made.counted in _NO_VICTIMS:
        return None
    for k in range(made.after, min(t.size, made.after + MAX_WORDS)):
        if t.low[k] in _DIES:
            break
        if t.kind[k] == "s" or t.low[k] in _ENDS:
            return None  # "a third man was wounded when two died": the wounded may have died since
    else:
        return None
    value = float(ORDINALS[t.at(nth)])
    return replace(made, value=value, low=value, high=None, bound="at_least", other=False)


def _phrase(t: Tokens, i: int, first: int) -> Mention | None:
    head = -1
    modifiers: list[int] = []
    for k in range(first, min(first + MAX_WORDS, t.size)):
        word = t.low[k]
        if t.kind[k] == "s":
            if word in DASHES and t.glued[k] and t.is_glued(k + 1):
                continue
            break
        if t.kind[k] == "n":
            if t.at(k + 1) not in DASHES and t.at(k + 1) not in ("year", "month", "week"):
                break
            continue
        if word == "old" and head < 0 and (t.kind_at(k + 1) != "w" or t.at(k + 1) in STOP or t.at(k + 1) in _CUES):
            # "left a 2-year-old injured"
            return _single(t, i, k, "person", [])
        if word in STOP or (word.endswith("'s") and head >= 0):
            break
        if first == i and is_plural(word):
            break  # "Students mourn teen killed in crash" starts with another subject
        if is_person(word):
            head = k
        elif head >= 0:
            break
        modifiers.append(k)
    if head < 0:
        return None
    name = t.low[head]
    before = [t.low[k] for k in modifiers if k < head]
    if name in _GROUPS or (t.at(i - 1) == "," and t.at(head + 1) == ","):
        # "one of them, a man, has died": an apposition counts nobody anew
        return None
    if before and f"{before[-1]} {name}" in (
        "police officer",
        "service member",
        "family member",
        "staff member",
        "crew member",
        "security guard",
        "bus driver",
        "aid worker",
    ):
        name = f"{before.pop()} {name}"
    return _single(t, i, head, name, before)


def _single(t: Tokens, i: int, head: int, name: str, before: list[str]) -> Mention:
    narrow = tuple(w.removesuffix("'s") for w in before if w not in ("year", "month", "week", "old", "more", "other"))
    after = head + 1
    if t.at(after) == "," and t.kind_at(after + 1) == "n" and t.at(after + 2) == ",":
        after += 3  # "Woman, 34, dies"
    return Mention(i, head + 1, 1.0, low=1.0, high=1.0, counted=name, modifiers=narrow, head=head, after=after,
                   final=True, single=True, other=t.low[i] == "another")  # fmt: skip
