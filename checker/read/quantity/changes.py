"""Changes: "rose by 40 to 300" is a step of 40 up and a level of 300."""

from __future__ import annotations

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import Tokens, wordset

_UP = wordset(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing grow grows grew "
    "grown growing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains gained "
    "gaining advance advanced advances advancing swell swells swelled swelling expand expands expanded expanding rally "
    "rallied rallies raise raises raised raising lifted lifts lift boost boosted boosts double doubled doubles doubling "
    "tripled triples tripling quadrupled spiked spikes spike hike hikes hiked added strengthened strengthens firmed "
    "appreciated rebounded rebounds accelerated accelerates accelerating widened widens"
)
_DOWN = wordset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
    "decreased decreasing slip slips slipped slipping tumble tumbles tumbled tumbling plunge plunges plunged plunging "
    "sink sinks sank sunk shrink shrinks shrank shrunk shrinking slide slides slid sliding ease eased eases easing "
    "narrow narrowed narrows cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering slump slumps "
    "slow slows slowed slowing slumped slumping plummet plummets plummeted plummeting dip dips dipped dipping contract contracted shed sheds "
    "trimmed slashed halved lost weakened weakens depreciated retreated retreats crashed skidded dived tanked"
)
# These are as often something else ("lost 12 men", "raised $5m", "added 3 players"): they need a percentage.
_UNSURE = wordset(
    "raise raises raised raising added lost cut cuts cutting gain gains gained shed sheds contract expand expanded "
    "lift lifted lifts boost boosted boosts advance advanced double doubled lower grow grows grew drop dropped drops"
)
_UP_NOUNS = wordset("increase rise gain jump hike growth surge rally climb boost uptick advance raise")
_DOWN_NOUNS = wordset("decrease drop fall decline cut reduction dip slump plunge slide contraction shortfall fall-off")
_FILLERS = wordset(
    "only just again slightly sharply further also another about nearly some more than over at least around almost up "
    "down overall even steadily reportedly now then still already as much many the high low a record of total by "
    "modestly"
)
REACH = 6
_LIGHT = frozenset({"percent", "money", "measurement", "fraction", "multiple", "duration"})


def _direction(word: str) -> str | None:
    return "up" if word in _UP or word in _UP_NOUNS else "down" if word in _DOWN or word in _DOWN_NOUNS else None


def change_before(t: Tokens, m: Mention, *, lenient: bool = False) -> str | None:
    """Return the change that the words before a mention give it: up_by, down_by, up_to, down_to."""
    k = m.a - 1
    prep = None
    if m.kind == "percent" and t.raw[m.i] in "+-\u2212" and m.value is not None:
        return "up_by" if t.raw[m.i] == "+" else "down_by"
    if t.at(k) in ("by", "to", "from", "of"):
        prep = t.low[k]
        k -= 1
    word = t.at(k)
    if word in ("up", "down") and (prep == "by" or prep is None):
        previous = t.at(k - 1)
        # "closed down 15p", "ended up 120 points", "have gone up by a third"
        ended = previous in _ENDED and (m.kind in _LIGHT or m.counted == "point")
        if prep == "by" and not ended and not _direction(previous):
            return None
        if m.kind in ("percent",) or ended or (
            m.kind in _LIGHT and (previous in (",", "(", "", "is", "was", "were", "are") or _direction(previous))
        ):  # fmt: skip
            return f"{word}_by"
        if previous in (",", "is", "was", "were", "are", "-", "\u2014") and m.kind == "count":
            return f"{word}_by"
        if previous in _VERBS_BEFORE_UP:
            pass
        return None
    if prep in ("from", "to") and word in ("up", "down"):
        return (
            f"{word}_to"
            if prep == "to" and (t.at(k - 1) in (",", "is", "was", "are", "were") or m.kind == "percent")
            else (f"{word}_from" if prep == "from" else None)
        )
    steps = 0
    while k >= 0 and steps < 4 and t.low[k] in _FILLERS | {"to", "by"} and not _direction(t.low[k]):
        if t.low[k] in ("to", "by") and prep is None:
            prep = t.low[k]
        k -= 1
        steps += 1
    word = t.at(k)
    way = _direction(word)
    if not way and (prep == "by" or prep == "to" and m.kind in _LIGHT) and m.kind in (*_LIGHT, "count"):
        # "raised its key rate by 25 basis points"
        for n in range(k, max(-1, k - REACH), -1):
            if t.kind[n] == "s" or t.low[n] in ("by", "to", "and", "after", "from", "in", "that", "for"):
                break
            if t.low[n] in _UP or t.low[n] in _DOWN:
                word, way = t.low[n], _direction(t.low[n])
                break
    if not way:
        return None
    if prep == "of" and word not in _UP_NOUNS and word not in _DOWN_NOUNS:
        return None
    if prep == "to":
        return f"{way}_to"
    if prep == "from":
        return f"{way}_from"
    if prep in ("by", "of"):
        return f"{way}_by"
    if m.kind in ("percent", "fraction") or m.unit == "pp":
        return f"{way}_by"
    if lenient and word in _UP | _DOWN:
        return f"{way}_by"
    if m.counted == "point" and m.kind == "count":
        return f"{way}_by"
    if m.kind in ("money", "measurement") and m.unit != "year" and (word not in _UNSURE or _reaches_level(t, m)):
        return f"{way}_by"
    return None


def _reaches_level(t: Tokens, m: Mention) -> bool:
    """ "added 15 sen to RM2.70", "lost $2 to $50": a step, since a level follows in the same terms."""
    if t.at(m.b) != "to" or m.kind != "money":
        return False
    return t.kind_at(m.b + 1) == "n" or t.kind_at(m.b + 2) == "n" and (
        t.raw[m.b + 1] in "$€£¥₹" or t.raw[m.b + 1].isupper()
    )  # fmt: skip


_ENDED = wordset(
    "closed closes closing ended ends ending finished finishing opened opening traded trading went gone go goes going is was were are been be"
)
_VERBS_BEFORE_UP = frozenset({"shot", "broke", "set", "made", "gave", "picked", "took", "brought", "rounded"})


_LENGTHS = frozenset({"m", "km", "ft", "mi", "yd", "cm"})


def set_changes(t: Tokens, mentions: list[Mention]) -> None:
    """Fill `change` of comparable mentions, left to right."""
    previous: Mention | None = None
    for m in mentions:
        change = change_before(t, m)
        if change is None and previous is not None and previous.change and m.kind in ("count", *_LIGHT):
            gap = t.low[max(previous.b, previous.after) : m.a]
            if gap and gap[-1] == "to" and len(gap) <= 4 and ("," not in gap or gap == [",", "to"]):
                change = previous.change.split("_")[0] + "_to"
        if change is None and previous is not None and m.kind == "percent" and _restates(t, previous, m):
            change = previous.change
        if change is None and previous is not None and _coordinated(t, previous, m):
            change = previous.change
        if change is None and m.kind in ("percent", "money", "measurement"):
            change = _noun_after(t, m)
        if change is None and m.kind == "percent":
            word = t.at(m.b)
            if word in ("higher", "lower", "up", "down") and t.at(m.b + 1) not in ("to",):
                change = "up_by" if word in ("higher", "up") else "down_by"
        if m.kind == "measurement" and m.unit in _LENGTHS and change in ("up_by", "down_by"):
            change = None  # "the bus dropped 250 metres" is how far, not by how much less
        if change in ("up_by", "down_by", "up_to", "down_to"):
            m.change = change
        elif change:
            m.role = "total"
        previous = m
        if change and change.endswith("_from"):
            # "rose from 3% to 5%": the level before carries the direction to its partner, and is no change itself
            previous = Mention(m.i, m.j, m.value, change=change, a=m.a, b=m.b, after=m.after)


_PERIODS = wordset("on from in over the a an last this previous same year month week day quarter ago earlier before year-on-year in and , annually")  # fmt: skip


def _coordinated(t: Tokens, x: Mention, m: Mention) -> bool:
    """ "down 7.1 per cent on the month and 12.4 per cent on the year": one verb for both."""
    between = t.low[max(x.b, x.after) : m.a]
    return (
        x.change in ("up_by", "down_by") and m.kind == x.kind == "percent" and 0 < len(between) <= 8
        and between[-1] == "and" and _PERIODS.issuperset(between)
    )  # fmt: skip


def _restates(t: Tokens, x: Mention, m: Mention) -> bool:
    """ "lost 84 points, or 1.2%": the percentage says the same step again."""
    between = tuple(t.low[max(x.b, x.after) : m.a])
    return x.change in ("up_by", "down_by") and between in ((",", "or"), ("or",), ("(",))


def _noun_after(t: Tokens, m: Mention) -> str | None:
    for k in range(m.b, min(m.b + 3, t.size)):
        word = t.low[k]
        if word in _UP_NOUNS:
            return "up_by"
        if word in _DOWN_NOUNS:
            return "down_by"
        if t.kind[k] != "w" or word in ("of", "to", "in", "on", "the", "and", "for", "after", "by", "at", "a"):
            return None
    return None
