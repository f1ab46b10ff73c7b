"""What a percentage, a sum, a measurement or a duration is of: turnout, profit, wind speed, a sentence."""

from __future__ import annotations

from functools import cache

from checker.read.quantity.lexica import load
from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset

REACH = 14


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list] = {}
    for measure, phrases in load("amounts").items():
        if measure != "comment":
            for phrase in phrases:
                words = tuple(phrase.split())
                table.setdefault(words[0], []).append((words, measure))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def find_amount(t: Tokens, m: Mention, ends: set[int]) -> str | None:
    """What a percentage, sum, measurement or duration is of: the nearest such noun or verb in the clause."""
    amounts = _table()
    if m.kind == "count":
        return None
    allowed = _BY_KIND.get(m.kind)
    k = m.b
    if t.at(k) in DASHES:
        k += 1
    for n in range(k, min(k + 4, t.size)):
        if (
            t.kind[n] != "w"
            and t.low[n] not in DASHES
            or t.low[n] in ("and", "from", "after", "as", "for", "by", "with", "on", "to", "but", "while", "at", "of")
        ):
            break
        measure = _amount_at(amounts, t, n, allowed)
        if measure and (n == k or t.low[n - 1] not in ("to", "from")):
            return measure
    bottom = max(0, m.a - REACH)
    for n in range(m.a - 1, bottom - 1, -1):
        if t.low[n] in (";", ":", "but", "while") or (t.low[n] == "," and n < m.a - 8):
            break
        if n in ends and m.kind != "percent" and not (m.kind == "money" and t.at(m.a - 1) in ("to", "from")):
            break
        measure = _amount_at(amounts, t, n, allowed)
        if measure:
            return measure
    return None


def is_magnitude(t: Tokens, m: Mention) -> bool:
    """ "a 6.4-magnitude quake", "of magnitude 6.4", "a magnitude of 6.4", "put the magnitude at 6.4"."""
    if t.at(m.a - 1) == "magnitude" or (t.at(m.a - 1) in ("of", "at", "was", "as") and t.at(m.a - 2) == "magnitude"):
        return True
    return t.at(m.b) in DASHES and t.at(m.b + 1) == "magnitude" or t.at(m.b) == "magnitude"


def is_vote_share(t: Tokens, m: Mention) -> bool:
    return (
        t.matches(m.b, ("of", "the", "vote"))
        or t.matches(m.b, ("of", "votes"))
        or t.matches(m.b, ("of", "the", "votes"))
    )


def _amount_at(amounts: dict, t: Tokens, n: int, allowed: frozenset[str] | None) -> str | None:
    for phrase, measure in amounts.get(t.low[n], ()):
        if (allowed is None or measure in allowed) and t.matches(n, phrase):
            return measure
    return None


_MONEY = wordset("profit loss revenue share_price market_value price fine cost damage bail ransom reward aid investment deal_value budget deficit debt tax salary raised stolen dividend gdp seized")  # fmt: skip
_BY_KIND = {
    "money": _MONEY,
    "percent": _MONEY - {"bail", "ransom", "reward", "fine", "stolen"} | wordset("turnout vote_share approval unemployment inflation interest_rate margin population emissions"),
    "measurement": wordset("magnitude depth height length width wind_speed speed temperature rainfall snowfall burned_area distance spill emissions seized stolen"),
    "duration": frozenset({"sentence", "ceasefire"}),
}  # fmt: skip
