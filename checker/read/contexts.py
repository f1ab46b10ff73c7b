"""Event and as-of times of a sentence, told apart by where the time phrase stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from checker.read.events import EVENTS
from checker.read.times import Phrase, clock, find_times, resolve
from checker.read.voices import Sentence
from checker.schema import TimeSpan

_AS_OF = re.compile(
    r"\b(?:as of|as at)\s+(?:the\s|late\s|early\s|[\d:]+ ?[ap]\.?m\.?,?\s|noon\s|midnight\s)?(?:on\s)?$", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?:early\s|late\s)?$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:from|than|versus|against|compared (?:with|to)|over|on)\s+(?:the\s|a\s)?$", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:toll|tally|count|number of (?:dead|deaths|injured|victims|cases)|deaths?)\b.{0,40}"
    r"\b(?:rose|risen|climbed|increased|grew|stood|stands|now|reached|was raised|revised|jumped)\b",
    re.IGNORECASE,
)
_SUBORDINATE = frozenset(
    "since after before until who which whose when where that because while if following despite".split()
)
_LOOKS_AHEAD = frozenset(
    """will would to scheduled due expected must should planned plans set slated may could might going ready agreed
    won't 'll""".split()
)  # fmt: skip
_COARSE = {"minute": 0, "hour": 0, "part_of_day": 0, "day": 1, "days": 1, "week": 2, "month": 3, "year": 5, None: 4}


@dataclass(frozen=True)
class When:
    """What a sentence says of time; None where it says nothing."""

    event: TimeSpan | None
    as_of: TimeSpan | None
    clock: tuple[int, int, str] | None = None  # a time of day without a day
    spoken: bool = False  # the clock is that of the speaking: "a spokeswoman said at 5 p.m."


def when(sentence: Sentence, base: datetime | None, *, future: bool) -> When:
    """Read the times of a sentence against publication at `base`; `future` where it speaks of plans."""
    source = sentence.tokens.source
    phrases = find_times(source)
    at = (
        clock(source)
        if ":" in source
        or ".m" in source
        or "noon" in source
        or "midnight" in source
        or " am" in source
        or " pm" in source
        else None
    )
    if not phrases:
        if at is not None:
            return When(None, None, at, _clock_in_tail(sentence, at[2]))
        return When(None, None)
    spoken: TimeSpan | None = None
    aheads: dict[int, bool] = {}
    candidates: list[tuple[tuple, Phrase]] = []
    for phrase in phrases:
        if phrase.kind == "later":
            candidates.append(((2, 9, phrase.start), phrase))
            continue
        ahead = future and _ahead(sentence, phrase)
        before = source[max(0, phrase.start - 20) : phrase.start]
        if phrase.kind in ("ago", "unit", "later") and _COMPARED.search(before):
            continue  # "up 8% from a year ago" dates the figure compared with
        if _AS_OF.search(before):
            spoken = resolve(phrase, base)
        elif _in_tail(sentence, phrase) or (
            (_BY.search(before) or phrase.text.lower().startswith("by ")) and not future
        ):
            spoken = spoken or resolve(phrase, base)
        else:
            granularity = resolve(phrase, base, future=ahead).granularity
            since = phrase.text.lower().startswith(("since", "until"))
            candidates.append(((_subordinate(sentence, phrase) or since, _COARSE[granularity], phrase.start), phrase))
            aheads[phrase.start] = ahead
    toll = _TOLL.search(source) is not None
    event: TimeSpan | None = None
    if candidates:
        (subordinate, _, _), best = min(candidates, key=lambda c: c[0])
        event = resolve(best, base, future=aheads.get(best.start, False))
        if toll and spoken is None and event.start is not None and not subordinate:
            return _of_toll(source, candidates, base, aheads)
    if event is not None and at is not None:
        event = at_clock(event, at)
    return When(event, spoken)


def _of_toll(
    source: str, candidates: list[tuple[tuple, Phrase]], base: datetime | None, aheads: dict[int, bool]
) -> When:
    """The times of a sentence on a toll: "the toll of Tuesday's fire rose to seven on Wednesday".

    A day in the possessive is the event's; a free one is that of the count.
    """
    owned = [c for c in candidates if source[c[1].end : c[1].end + 2] in ("'s", "’s")]
    free = [c for c in candidates if c not in owned]

    def best(some: list[tuple[tuple, Phrase]]) -> TimeSpan | None:
        if not some:
            return None
        _, phrase = min(some, key=lambda c: c[0])
        return resolve(phrase, base, future=aheads.get(phrase.start, False))

    return When(best(owned), best(free))


def _ahead(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the verb before the phrase looks ahead: only Friday in "was booked Thursday, is to appear Friday"."""
    t = sentence.tokens
    for i in range(_token_at(sentence, phrase.start) - 1, -1, -1):
        low = t.low[i]
        if low in _LOOKS_AHEAD:
            return True
        if low in ("was", "were", "had") or (low.endswith("ed") and EVENTS.get(low) is not None):
            return False
    return True


def at_clock(event: TimeSpan, at: tuple[int, int, str]) -> TimeSpan:
    """The event's day with a time of day in it."""
    if event.start is None or event.granularity not in ("day", "part_of_day"):
        return event
    day = event.start.replace(hour=0, minute=0)
    moment = day + timedelta(hours=at[0], minutes=at[1])
    text = f"{event.text}, {at[2]}"
    return TimeSpan(start=moment, end=moment + timedelta(minutes=1), basis="inferred", text=text, granularity="minute")


def _token_at(sentence: Sentence, offset: int) -> int:
    t = sentence.tokens
    for i, end in enumerate(t.end):
        if end > offset:
            return i
    return len(t)


def _in_tail(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase dates the speaking: "said on Sunday", "Speaking Saturday, X said", "told reporters Friday"."""
    i = _token_at(sentence, phrase.start)
    for credit in sentence.credits:
        first, last = credit.tail
        if first <= i < last:
            return True
        if credit.position in ("post", "inverted") and first <= i < last:
            return True
        if (
            credit.position == "pre"
            and credit is sentence.credit
            and i < credit.a
            and _fronted_time(sentence, i, credit.a)
        ):
            return True
        if credit.a <= i < credit.verb:
            return True
    return False


def _clock_in_tail(sentence: Sentence, words: str) -> bool:
    """Whether the time of day stands behind the verb of saying: "..., she said at 5 p.m.", "by 5 p.m."."""
    source = sentence.tokens.source
    at = source.find(words)
    if at < 0:
        return False
    if re.search(r"\b(?:by|as of|as at)\s+$", source[max(0, at - 8) : at], re.IGNORECASE):
        return True
    i = _token_at(sentence, at)
    t = sentence.tokens
    return any(c.verb < i <= c.verb + 4 and t.low[i - 1] == "at" and c.position != "pre" for c in sentence.credits)


def _fronted_time(sentence: Sentence, i: int, a: int) -> bool:
    """A fronted time right before the speaker: "Earlier Sunday, the army said", "Speaking Saturday, ..."."""
    t = sentence.tokens
    head = t.low[:a]
    if "," not in head and i > 2:
        return False
    return i <= 2 or (t.low[0] in ("speaking", "in", "at", "during", "asked", "addressing") and a - i <= 8)


def _subordinate(sentence: Sentence, phrase: Phrase) -> bool:
    t = sentence.tokens
    i = _token_at(sentence, phrase.start)
    j = i - 1
    while (j > 0 and i - j < 12 and t.low[j] not in (",", ";", ".")) or (j > 0 and j == i - 1 and t.low[j] == ","):
        if t.low[j] in _SUBORDINATE and not (
            sentence.credit and sentence.credit.verb < j <= sentence.credit.content[0]
        ):
            return True
        j -= 1
    return False
