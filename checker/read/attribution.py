"""Who a sentence credits: reporting verbs outside quotations, "according to", headlines that name their source."""

from __future__ import annotations

from dataclasses import replace

from checker.read.credit import Credit, can_speak, credit_name, outlet_in
from checker.read.phrases import right_phrase, strip_determiners
from checker.read.saying import verb_credit
from checker.read.tails import after_time
from checker.read.tokens import Tokens
from checker.read.verbs import DOCUMENTS, PREPOSITIONS, REPORTING, SPEAKER_NOUNS

_RECKONING = frozenset("reckoning count estimate estimates tally account calculations figures".split())


def find_credits(t: Tokens) -> list[Credit]:
    """Every credit of the sentence, in order."""
    credits: list[Credit] = []
    n = len(t)
    for i in range(n):
        low = t.low[i]
        if t.quoted[i]:
            continue
        if low == "according" and i + 1 < n and t.low[i + 1] == "to":
            credit = _according(t, i, i + 2)
        elif low in _RECKONING and 0 < i < n - 2 and t.low[i + 1] == "of" and "by" in t.low[max(0, i - 3) : i]:
            credit = _according(t, i, i + 2)  # "25,000 strong by the reckoning of the organisers"
        elif low in REPORTING:
            credit = verb_credit(t, i)
        else:
            continue
        if credit is not None and not (credits and credits[-1].a == credit.a and credits[-1].verb == credit.verb):
            credits.append(credit)
    if not credits:
        headline = _headline(t)
        if headline is not None:
            credits.append(headline)
    return credits


def main_credit(t: Tokens, credits: list[Credit]) -> Credit | None:
    """The credit that the whole sentence stands under, or None where it speaks in the outlet's own voice."""
    free = [c for c in credits if not c.embedded]
    if not free:
        return None
    after = [c for c in free if c.position in ("post", "inverted", "according", "headline")]
    first = free[0]
    if first.position == "pre":
        fronted = _begins(t, first.a)
        later = [c for c in after if c.weight > first.weight or not fronted]
        if fronted and not later:
            return first
        if later:
            return later[-1]
        return None if not fronted else first
    return after[-1]


def _begins(t: Tokens, a: int) -> bool:
    """Whether the speaker opens the sentence, perhaps after a short fronted phrase ("In a statement on Friday,")."""
    commas = 0
    for i in range(a):
        if t.low[i] == "," and not t.quoted[i]:
            commas += 1
        elif t.low[i] in (";",) or (
            t.low[i] in ("but", "and", "while", "who", "which") and i > 0 and not t.quoted[i] and commas
        ):
            return False
    quoted = sum(t.quoted[:a])
    return quoted == 0 or quoted < a / 2 or commas == 0


def _according(t: Tokens, i: int, begin: int) -> Credit | None:
    phrase = right_phrase(t, begin)
    if phrase is None:
        return None
    a, b = strip_determiners(t, *phrase), phrase[1]
    # "a statement from the ministry", "figures released by the agency": whoever made it
    for x in range(a, b - 1):
        if t.low[x] in ("from", "of", "by") and t.low[x - 1] in DOCUMENTS | {"figures", "data", "reports", "report"}:
            a = strip_determiners(t, x + 1, b)
            break
    comma = b < len(t) and t.low[b] == ","
    content = (0, i) if i > 1 else (b + (1 if comma else 0), len(t))
    return Credit(credit_name(t, a, b), a, b, i, "according to", "according", content, (i, b), (), False, 3)


def _headline(t: Tokens) -> Credit | None:
    """Headlines that name their source: "Police: boy, 7, shot", "Talks "dead" – Russia's envoy"."""
    for x in range(1, min(len(t), 6)):
        if t.low[x] == ":" and not t.quoted[x]:
            if (
                t.low[x - 1] in SPEAKER_NOUNS
                and not (x + 1 < len(t) and t.text[x + 1][0].isdigit() and x > 3)
                and x < 5
                and t.upper[0]
            ):
                return Credit(credit_name(t, 0, x), 0, x, x, ":", "headline", (x + 1, len(t)), (0, x), (), False, 2)
            return None
    for x in range(len(t) - 2, max(2, len(t) - 8), -1):
        if t.low[x] in ("–", "—", "-") and not t.quoted[x]:
            last = t.low[len(t) - 1]
            if last in SPEAKER_NOUNS and t.low[len(t) - 1] != ".":
                a = strip_determiners(t, x + 1, len(t))
                return Credit(
                    credit_name(t, a, len(t)), a, len(t), x, "–", "headline", (0, x), (x, len(t)), (), False, 2
                )
            return None
    return None


def chain(t: Tokens, credit: Credit | None) -> Credit | None:
    """Follow chains: "Interfax reported, citing the ministry"; "as reported by TASS"; "remarks carried by AFP"."""
    via: tuple[str, ...] = credit.via if credit else ()
    speaker = credit
    for i in range(len(t) - 1):
        if t.quoted[i]:
            continue
        low = t.low[i]
        if low in ("citing", "quoting", "quoted", "cited") and credit is not None:
            phrase = right_phrase(t, i + 1)
            outlet = outlet_in(t, credit.a, credit.b)
            if phrase and outlet and low in ("citing", "quoting"):
                a = strip_determiners(t, *phrase)
                speaker = replace(credit, speaker=credit_name(t, a, phrase[1]), a=a, b=phrase[1])
                via = (*via, *outlet)
        if t.low[i + 1] == "by" and low in ("reported", "carried", "published", "cited", "quoted", "broadcast"):
            phrase = right_phrase(t, i + 2)
            outlet = outlet_in(t, *phrase) if phrase else ()
            if outlet and phrase and speaker is None:
                a = strip_determiners(t, *phrase)
                speaker = Credit(
                    outlet[0],
                    a,
                    phrase[1],
                    i,
                    REPORTING.get(low, (low, ""))[0],
                    "according",
                    (0, len(t)),
                    (i, phrase[1]),
                )
                continue
            via = (*via, *outlet)
    if speaker is None or not via:
        return speaker
    return replace(speaker, via=tuple(dict.fromkeys(via)))


_PARTICIPLES = frozenset(
    """saying adding stressing claiming arguing noting insisting warning telling asserting alleging explaining
    emphasizing emphasising stating declaring announcing vowing predicting confirming denying""".split()
)


def participle_credit(t: Tokens) -> Credit | None:
    """ "X condemned the strike, saying civilians are killed": what follows is X's, who opens the sentence."""
    for i in range(2, len(t) - 1):
        if t.low[i] in _PARTICIPLES and t.low[i - 1] == "," and not t.quoted[i]:
            subject = right_phrase(t, 0)
            if subject is None:
                return None
            a, b = strip_determiners(t, *subject), subject[1]
            if b >= i or not can_speak(t, a, b, "noun") or t.low[a] in PREPOSITIONS:
                return None
            lemma = REPORTING.get(t.low[i], (t.low[i], ""))[0]
            begin = after_time(t, i + 1)
            return Credit(credit_name(t, a, b), a, b, i, lemma, "pre", (begin, len(t)), (i, begin), (), False, 1)
    return None
