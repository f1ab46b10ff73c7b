"""Negating a sentence by rule, so that labelled pairs give more labelled pairs.

A hypothesis that is entailed contradicts once negated, a contradicted one is entailed, and an undecided one stays
undecided. Only sentences whose first verb form is plain are negated; the others are left alone.
"""

from __future__ import annotations

import re

_BE = frozenset("is are was were am".split())
_MODAL = frozenset("will would can could should may might must did does do".split())
_HAVE = frozenset("has have had".split())
_NEGATIVE = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|few|hardly|barely|only)\b|n't\b", re.IGNORECASE)
_QUANTIFIED = re.compile(r"\b(?:all|every|each|some|any|both|most|many|several|at least|more than|less than|fewer than|and|or|but|because|that|who|which|if)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:A|An|Some|Two|Three|People|Several)\s+(?=[a-z])")
_PARTICIPLE = re.compile(r"[a-z]+ed$|^(?:been|begun|born|broken|brought|built|become|come|done|drawn|driven|fallen|felt|found|given|gone|grown|had|held|hit|kept|known|led|left|lost|made|met|paid|put|read|run|said|seen|sent|set|shot|shown|sold|spent|spoken|struck|taken|told|thought|won|worn|written)$")
_PAST = {
    "became": "become", "began": "begin", "broke": "break", "brought": "bring", "built": "build", "came": "come", "fell": "fall", "gave": "give",
    "got": "get", "grew": "grow", "held": "hold", "kept": "keep", "knew": "know", "led": "lead", "left": "leave", "lost": "lose", "made": "make",
    "met": "meet", "paid": "pay", "ran": "run", "said": "say", "saw": "see", "sent": "send", "sold": "sell", "spent": "spend", "spoke": "speak",
    "stood": "stand", "struck": "strike", "took": "take", "told": "tell", "went": "go", "won": "win", "wrote": "write",
}  # fmt: skip


def negate(sentence: str) -> str | None:
    """The sentence with its first verb negated; None where that is not plain.

    >>> negate("The bridge was closed on Friday.")
    'The bridge was not closed on Friday.'
    >>> negate("The army won the battle.")
    'The army did not win the battle.'
    >>> negate("Nobody was hurt.") is None
    True
    """
    if _NEGATIVE.search(sentence):
        return None
    words = sentence.split()
    for at, word in enumerate(words[:12]):
        low = word.lower()
        if at == 0 or _QUANTIFIED.fullmatch(low):
            if at:
                return None  # a clause of its own, or a quantified subject: where the negation goes changes what it says
            continue
        following = words[at + 1].lower().strip(".,") if at + 1 < len(words) else ""
        if low in _BE or low in _MODAL:
            return " ".join([*words[: at + 1], "not", *words[at + 1 :]]) if following else None
        if low in _HAVE:
            if _PARTICIPLE.search(following):
                return " ".join([*words[: at + 1], "not", *words[at + 1 :]])
            helper = {"has": "does", "have": "do", "had": "did"}[low]
            return " ".join([*words[:at], helper, "not", "have", *words[at + 1 :]]) if following else None
        if low in _PAST and word == low:
            return " ".join([*words[:at], "did", "not", _PAST[low], *words[at + 1 :]])
    return None


def none_of(sentence: str) -> str | None:
    """The sentence with its indefinite subject turned into "No ..."; None where it has none.

    >>> none_of("A man is asleep.")
    'No man is asleep.'
    """
    if _NEGATIVE.search(sentence) or not (subject := _INDEFINITE.match(sentence)):
        return None
    rest = sentence[subject.end() :] if not subject.group().startswith("People") else "people " + sentence[subject.end() :]
    return f"No {rest}"
