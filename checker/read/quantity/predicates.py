"""Tables of predicates: which words, in which place, say what happened to what is counted."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.read.quantity.lexica import load, phrase_table
from checker.read.quantity.tokens import Tokens, wordset

"""Measures of people: what has no noun counts persons."""
HUMAN = wordset(
    "killed injured casualties shot missing hospitalized rescued survived evacuated displaced homeless detained charged "
    "convicted kidnapped infected vaccinated attended voted striking laid_off hired sentenced quarantined deported "
    "aboard trapped stranded unhurt freed"
)
CASUALTIES = frozenset({"killed", "injured", "casualties", "shot", "missing", "hospitalized"})
FAR = 14
"""Tokens that a predicate may be away from its number."""
BOUNDARY = frozenset({";", ":", "\u2014", "\u201c", "\u201d", '"', "(", ")", "but", "while", "when", "after", "before",
                       "because", "since", "where", "although", "though", "if", "that", "said", "says", "as", "until",
                       "whereas", "unless", "so", "then", "told", "which"})  # fmt: skip
"""Tokens that end a clause for the purposes of this reader."""


class Predicates(NamedTuple):
    """The look-up tables of predicates.

    `behind` finds phrases by their first token, with (measure, form): 'participle' may be active or passive, 'finite'
    has its subject before it, 'state' is a predicate of what stands before it. `before` finds phrases that take the
    number as object by their last token. `nouns` are counted themselves.
    """

    behind: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]]
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    nouns: dict[str, str]


def _forms(spec: str) -> tuple[str, str, str, str, str]:
    """(base, third person, past, participle, gerund) of a verb given as base or with its irregular forms."""
    parts = spec.split(":")
    base = parts[0]
    if len(parts) == 5:
        return tuple(parts)  # type: ignore[return-value]
    if base.endswith("e"):
        past, gerund = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past, gerund = base[:-1] + "ied", base + "ing"
    else:
        past, gerund = base + "ed", base + "ing"
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else (
        base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
    )  # fmt: skip
    return (base, parts[1] if len(parts) > 1 else third, parts[2] if len(parts) > 2 else past,
            parts[3] if len(parts) > 3 else past, parts[4] if len(parts) > 4 else gerund)  # fmt: skip


@cache
def predicates() -> Predicates:
    """Build the tables from the lexicon, once."""
    behind: dict[str, tuple[str, str]] = {}
    before: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for measure, entry in load("measures").items():
        if measure == "comment":
            continue
        for spec in entry.get("verbs", ()):
            base, third, past, participle, gerund = _forms(spec)
            for form in (past, participle):
                behind.setdefault(form, (measure, "participle"))
            for form in (base, third, past, gerund):
                before.setdefault(form, measure)
        for spec in entry.get("intransitive", ()):
            for form in _forms(spec):
                behind.setdefault(form, (measure, "finite"))
        for phrase in entry.get("after", ()):
            behind[phrase] = (measure, "participle" if phrase.endswith("ed") and " " not in phrase else "state")
        for phrase in entry.get("before", ()):
            before[phrase] = measure
        for noun in entry.get("nouns", ()):
            nouns[noun] = measure
    last: dict[str, list] = {}
    for phrase, measure in before.items():
        words = tuple(Tokens(phrase).low)
        last.setdefault(words[-1], []).append((words, measure))
    for rows in last.values():
        rows.sort(key=lambda row: -len(row[0]))
    return Predicates(phrase_table(behind), last, nouns)
