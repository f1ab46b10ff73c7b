"""The setting of a credit: "said on Sunday in a statement that", and where the content begins after it."""

from __future__ import annotations

from checker.read.tokens import Tokens
from checker.read.verbs import AUXILIARIES, PRONOUNS, REPORTING, TIME_WORDS, WEEKDAYS


def after_time(t: Tokens, j: int) -> int:
    """Past "on Sunday", "in a statement", "reporters", "that" after the verb: where the content begins."""
    n = len(t)
    start = j
    for x in range(j, min(n, j + 7)):
        if (
            t.low[x] == "that"
            and x > j
            and any(t.low[y] in TIME_WORDS or t.low[y] in ("ago", "year", "reporters") for y in range(j, x))
        ):
            return x + 1  # "said a year ago that", "said earlier this week that"
        if t.low[x] in AUXILIARIES or t.low[x] in PRONOUNS or t.low[x] in REPORTING or not t.text[x][0].isalnum():
            break
    while j < n:
        low = t.low[j]
        if low in WEEKDAYS or low in (
            "yesterday",
            "today",
            "reporters",
            "journalists",
            "earlier",
            "later",
            "late",
            "early",
        ):
            j += 1
        elif low in ("on", "in", "at", "during", "to", "via", "through") and j - start < 24:
            stop = j + 1
            while stop < n and t.text[stop][0].isalnum() and t.low[stop] not in ("that",) and stop - j < 10:
                if t.low[stop] in AUXILIARIES or t.low[stop] in PRONOUNS:
                    break
                stop += 1
            # only where "that" or a quotation confirms that it was the setting and not the content
            if stop < n and (t.low[stop] in ("that", ":", ",") or t.quoted[stop] or t.low[stop] in WEEKDAYS):
                j = stop
            elif j + 1 < n and t.low[j + 1] in WEEKDAYS:
                j += 2
            else:
                return j
        elif low == "that" and j + 1 < n:
            return j + 1
        else:
            break
    return j


def tail_end(t: Tokens, j: int) -> int:
    """End of the credit's own tail ("said on Telegram on Friday"), at the next comma or the sentence's end."""
    while j < len(t) and t.low[j] not in (",", ";", ".", "—", "–") and not t.quoted[j]:
        if t.low[j] in ("as", "after", "while", "when", "before"):
            break
        j += 1
    return j
