"""Who a sentence credits: reporting verbs outside quotations, "according to", headlines that name their source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from checker.read.phrases import left_phrase, right_phrase, strip_determiners
from checker.read.tokens import POSSESSIVE, Tokens
from checker.read.verbs import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENTS,
    OUTLETS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SPEAKER_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)

Position = Literal["pre", "post", "inverted", "according", "headline"]

# Words that may stand between a speaker and the verb.
_BETWEEN = frozenset(
    """has have had also later earlier previously recently repeatedly initially then now already first again further
    simply only just once even still both all himself herself themselves itself tweeted not never""".split()
)
_NEGATORS = frozenset({"not", "n't", "never", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "without"})
_MODAL = frozenset({"would", "could", "will", "can", "may", "might", "should", "to", "must"})
# "claimed 12 lives", "claimed responsibility", "reported for duty" credit nobody.
_NOT_SAID: dict[str, frozenset[str]] = {
    "claim": frozenset({"lives", "life", "responsibility", "victory", "gold", "win", "title", "victims", "asylum"}),
    "report": frozenset({"for", "to", "back"}),
    "find": frozenset({"dead", "guilty", "shot", "unresponsive", "lying", "him", "her", "it", "them"}),
    "show": frozenset({"up"}),
    "post": frozenset({"bail", "bond", "a", "an", "record"}),
    "add": frozenset({"to"}),
    "continue": frozenset({"to"}),
    "call": frozenset({"off"}),
    "tell": frozenset({"apart"}),
    "observe": frozenset({"a"}),
    "expect": frozenset({"to"}),
}
# These act on a plain noun and then still credit the subject ("accused the mayor of fraud").
_CLAUSE_STARTS = frozenset(
    """that the a an he she they it there this these those his her their its in at on if when no more some many all
    we i you who what where how why to both nearly about at around most one two three four five six seven eight nine
    ten dozens hundreds thousands over under""".split()
)
_PLURAL = frozenset("police they people some many others media family authorities men women who critics supporters both".split())
_FRONTED = frozenset({"speaking", "asked", "writing", "responding", "commenting", "addressing", "citing", "quoting"})


@dataclass(frozen=True)
class Credit:
    """A place in a sentence that credits somebody.

    `a`..`b` are the speaker's tokens, `verb` the index of the verb (or of "according"); `content` is the token range
    that the speaker answers for; `embedded` marks credits inside a subordinate clause.
    """

    speaker: str
    a: int
    b: int
    verb: int
    lemma: str
    position: Position
    content: tuple[int, int]
    tail: tuple[int, int] = (0, 0)
    via: tuple[str, ...] = ()
    embedded: bool = False
    weight: int = 2


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
        elif low in REPORTING:
            credit = _verb(t, i)
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
        elif t.low[i] in (";",):
            return False
        elif t.low[i] in ("but", "and", "while", "who", "which") and i > 0 and not t.quoted[i] and commas:
            return False
    quoted = sum(t.quoted[:a])
    return quoted == 0 or quoted < a / 2 or commas == 0


def _verb(t: Tokens, i: int) -> Credit | None:
    form = t.low[i]
    lemma, takes = REPORTING[form]
    if t.upper[i] and i > 0 and not _title_case(t):
        return None
    after = t.low[i + 1] if i + 1 < len(t) else ""
    blocked = _NOT_SAID.get(lemma)
    if blocked and any(word in blocked for word in t.low[i + 1 : i + 6] if word not in ("that",)) and after != "that":
        near = t.low[i + 1 : i + 3] if lemma not in ("claim",) else t.low[i + 1 : i + 6]
        if any(word in blocked for word in near):
            return None
    inverted = _inverted(t, i, lemma, takes)
    if inverted is not None:
        return inverted
    if form == lemma and form not in ("say", "tell", "report", "believe", "claim", "deny", "insist", "argue", "warn",
                                      "think", "expect", "hope", "fear", "estimate", "allege", "show", "suggest", "indicate"):  # fmt: skip
        return None
    if form.endswith("ing"):
        return None
    stop, negated = i, False
    while stop > 0 and (t.low[stop - 1] in _BETWEEN or t.low[stop - 1] in ("did", "does", "do", "is", "was", "were", "are")
                        or (t.low[stop - 1].endswith("ly") and not t.upper[stop - 1]) or t.low[stop - 1] in _NEGATORS
                        or t.low[stop - 1] in _MODAL):  # fmt: skip
        word = t.low[stop - 1]
        negated = negated or word in _NEGATORS
        if word in ("is", "was", "were", "are", "to") or word in _MODAL:
            return None  # passive ("was told"), or not said ("would say")
        stop -= 1
    stop = _skip_time(t, stop)
    if negated:
        return None
    if stop == 0:
        return None
    embedded, floor = False, 0
    phrase, tail_from = _speaker_left(t, stop)
    if phrase is None:
        return None
    a, b = phrase
    if t.low[a:b] == ["i"] or t.low[a] in ("you", "we", "who", "i"):
        return None
    k = a - 1
    while k >= floor and (t.low[k] in DETERMINERS or t.low[k] in ("and", "but")) and not t.quoted[k]:
        k -= 1
    left = t.low[k] if k >= 0 else ""
    if left in SUBORDINATORS and left not in ("as",) and k >= 0 and not t.quoted[k]:
        embedded = True
    # bare infinitive or plain present without a plural speaker: "to say", "officials say" keep, "may report" drop
    head = t.low[b - 1]
    if form == lemma and not (head in _PLURAL or (head.endswith("s") and (head in SPEAKER_NOUNS or t.upper[b - 1]))):
        return None  # "provides hope that": a noun after all
    post = _is_post(t, a, i)
    if post:
        end = _tail_end(t, i + 1)
        weight = 2 if takes == "say" or takes == "noun" else 1
        via = _via(t, i)
        return Credit(_name(t, a, b), a, b, i, lemma, "post", (0, _content_end(t, a)), (a, end), via, embedded, weight)
    if not _can_speak(t, a, b, takes, lemma):
        return None
    if not _complement(t, i, lemma, takes):
        return None
    begin = _after_time(t, i + 1)
    weight = 2 if takes == "say" else 1
    if not embedded and k >= 0 and left not in ("", ",", ":", ";", "-", "–", "—", "'", '"', ")", "|", "as", "in", "at", "on") \
            and t.text[k][0].isalnum() and not _fronted_end(t, k):  # fmt: skip
        embedded = True
    return Credit(_name(t, a, b), a, b, i, lemma, "pre", (begin, len(t)), (a, begin), _via(t, i), embedded, weight)


def _title_case(t: Tokens) -> bool:
    """Whether most words are capitalised, as in headlines: "No Talks Scheduled, Kremlin Says"."""
    words = [i for i in range(len(t)) if t.text[i][0].isalpha() and len(t.text[i]) > 3]
    return len(words) >= 3 and sum(t.upper[i] for i in words) >= 0.75 * len(words)


def _fronted_end(t: Tokens, k: int) -> bool:
    return t.low[k] in TIME_WORDS or (k > 0 and t.low[k - 1] in PREPOSITIONS) or t.upper[k]


def _skip_time(t: Tokens, stop: int) -> int:
    """Past "on Friday", "Thursday", "in a statement" between speaker and verb."""
    if stop >= 2 and t.low[stop - 1] in WEEKDAYS:
        return stop - 2 if t.low[stop - 2] == "on" else (stop - 1 if stop >= 2 else stop)
    return stop


def _speaker_left(t: Tokens, stop: int) -> tuple[tuple[int, int] | None, int]:
    """The speaker's tokens left of the verb, across an apposition in commas."""
    if t.low[stop - 1] in (",", ")", "—", "–"):
        opener = {")": "(", ",": ",", "—": "—", "–": "–"}[t.low[stop - 1]]
        j = stop - 2
        while j > 0 and stop - j < 26 and t.low[j] != opener and not t.quoted[j]:
            if t.low[j] in (";", ":"):
                return None, stop
            j -= 1
        if j <= 0 or t.low[j] != opener or t.quoted[j]:
            return None, stop
        if opener == ",":
            # a list of clauses between commas is no apposition: it must not hold a finite auxiliary of its own
            inner = t.low[j + 1 : stop - 1]
            relative = inner and inner[0] in ("who", "which", "whose", "where", "known", "citing", "speaking", "in", "at", "on")
            if not relative and any(w in AUXILIARIES for w in inner):
                return None, stop
        phrase = left_phrase(t, j)
        if phrase is None:
            return None, stop
        a, b = phrase[0], phrase[1]
        # "Ukraine's top army chief, Oleksandr Syrskyi, said": the name is in the apposition
        inner_first = j + 1
        if (
            opener == ","
            and 1 <= stop - 1 - inner_first <= 4
            and all(t.upper[x] for x in range(inner_first, stop - 1))
            and t.low[inner_first] not in PREPOSITIONS
            and not t.upper[b - 1]
        ):
            return (strip_determiners(t, a, b), stop - 1), stop
        return (strip_determiners(t, a, b), b), stop
    phrase = left_phrase(t, stop)
    if phrase is None:
        return None, stop
    return (strip_determiners(t, *phrase), phrase[1]), stop


def _name(t: Tokens, a: int, b: int) -> str:
    """The phrase as written, without a comma of an apposition and without a possessive at its end.

    "The ground forces' statement" and "a statement from the ministry" are the forces' and the ministry's words.
    """
    if t.low[b - 1] in DOCUMENTS and b - a > 1:
        for x in range(b - 2, a - 1, -1):
            if t.text[x].endswith(POSSESSIVE) or t.text[x] in ("'", "’"):
                return t.span(a, x).strip() if t.text[x] in ("'", "’") else _name(t, a, x + 1)
    for x in range(a + 1, b - 1):
        if t.low[x] in ("from", "by") and t.low[x - 1] in DOCUMENTS:
            return _name(t, strip_determiners(t, x + 1, b), b)
    text = t.span(a, b).replace(" ,", ",")
    text = text.replace(", ", " ")
    for ending in POSSESSIVE:
        text = text.removesuffix(ending)
    return " ".join(text.split())


_BY_READERS = frozenset({"show", "find", "suggest", "indicate", "signal", "observe", "conclude"})


def _can_speak(t: Tokens, a: int, b: int, takes: str, lemma: str = "") -> bool:
    last = t.low[b - 1]
    if lemma in _BY_READERS and last not in SPEAKER_NOUNS and last not in PRONOUNS:
        return t.upper[b - 1] and lemma not in ("show", "signal")  # "footage shows" is what the outlet sees
    if last in PRONOUNS:
        return last != "it" or takes != "clause"
    if takes == "say":
        return t.text[b - 1][0].isalpha()
    if any(low in SPEAKER_NOUNS for low in t.low[a:b]):
        return True
    return any(t.upper[i] and (i > 0 or b - a > 1 or t.low[i] not in _CLAUSE_STARTS) for i in range(a, b))


def _complement(t: Tokens, i: int, lemma: str, takes: str) -> bool:
    """Whether what follows the verb is something said."""
    if i + 1 >= len(t):
        return True
    j = _after_time(t, i + 1)
    if j >= len(t):
        return True
    after = t.low[j]
    if t.low[j - 1] == "that" and j > i + 1:
        return True
    if takes == "noun":
        return after not in (".", ",") or lemma == "deny"
    if lemma == "call":
        return after in ("on", "for")
    if takes == "say":
        return after not in (".",)
    if t.low[j] in ("that", ":", '"', "'", "“", "‘") or t.quoted[j] or (after == "," and j + 1 < len(t) and t.quoted[j + 1]):
        return True
    if lemma in ("believe", "think", "hope", "fear", "feel", "expect", "conclude", "suggest", "know", "understand", "doubt"):
        return after not in ("to", "for", "about", "of")
    if lemma in ("urge", "demand", "vow", "pledge", "promise", "threaten", "agree", "propose"):
        return lemma not in ("agree", "propose")  # acts, unless "that" follows
    return after in ("he", "she", "they", "there", "we") or (
        lemma in ("add", "note", "maintain", "write", "recall", "find", "show", "indicate", "mention", "remark", "explain")
        and after in _CLAUSE_STARTS
        and _has_verb(t, j + 1)
        and lemma not in ("write", "find", "add")
    )  # fmt: skip


def _has_verb(t: Tokens, j: int) -> bool:
    return any(t.low[x] in AUXILIARIES or t.low[x].endswith("ed") for x in range(j, min(len(t), j + 12)))


def _after_time(t: Tokens, j: int) -> int:
    """Past "on Sunday", "in a statement", "reporters", "that" after the verb: where the content begins."""
    n = len(t)
    start = j
    for x in range(j, min(n, j + 7)):
        if t.low[x] == "that" and x > j and any(t.low[y] in TIME_WORDS or t.low[y] in ("ago", "year", "reporters") for y in range(j, x)):
            return x + 1  # "said a year ago that", "said earlier this week that"
        if t.low[x] in AUXILIARIES or t.low[x] in PRONOUNS or t.low[x] in REPORTING or not t.text[x][0].isalnum():
            break
    while j < n:
        low = t.low[j]
        if low in WEEKDAYS or low in ("yesterday", "today", "reporters", "journalists", "earlier", "later", "late", "early"):
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


def _is_post(t: Tokens, a: int, verb: int) -> bool:
    """Whether the speaker and verb follow what was said: "..., officials said".

    A comma or a closing quotation stands before the speaker, and the sentence ends after the verb or goes on after
    a stop, a time, or a setting.
    """
    k = a - 1
    while k >= 0 and t.low[k] in DETERMINERS and not t.quoted[k]:
        k -= 1
    if k < 1:
        return False
    before_ok = t.low[k] in (",", "—", "–", "-", "?", "!", "”") or t.quoted[k] or t.text[k] in "\"”’'"
    as_said = t.low[k] == "as"
    if not (before_ok or as_said):
        return False
    j = verb + 1
    if j >= len(t):
        return True
    low = t.low[j]
    if low in (".", ",", ";", "?", "!", '"', "—", "–", "-", ":", "…", ")") and not t.quoted[j]:
        if low == ":" or (low == "," and j + 1 < len(t) and t.quoted[j + 1] and not t.quoted[k]):
            return False
        return True
    if t.low[k] == "," and _only_fronted(t, k) and not t.quoted[max(0, k - 1)]:
        return False
    if low in WEEKDAYS or low in ("yesterday", "today", "late", "early", "earlier", "later", "reporters", "journalists"):
        return not _content_follows(t, j)
    if low in ("on", "in", "at", "during", "after", "as", "via", "of", "while", "when", "to", "before", "following", "through", "from", "by", "about"):
        return not _content_follows(t, j)
    if REPORTING[t.low[verb]][0] in ("tell", "warn", "inform", "assure"):
        return not _content_follows(t, j + 1)
    return bool(t.quoted[k]) and not _content_follows(t, j)


def _content_follows(t: Tokens, j: int) -> bool:
    """Whether "that", a colon or a quotation comes before the next comma: then the content is to the right."""
    for x in range(j, min(len(t), j + 14)):
        if t.low[x] in ("that", ":") or (t.quoted[x] and not t.quoted[x - 1]):
            return not (t.low[x] == "that" and x > j and t.low[x - 1] not in WEEKDAYS and t.low[x - 1] in ("statement", "interview")) or True
        if t.low[x] in (",", ".", ";"):
            return False
        if t.low[x] in AUXILIARIES and x > j + 1 and t.low[j] in WEEKDAYS:
            return True
    return False


def _only_fronted(t: Tokens, comma: int) -> bool:
    """Whether all before the comma is a fronted adverbial: "In a statement on Telegram,", "Earlier on Sunday,"."""
    first = t.low[0]
    if first in PREPOSITIONS or first in TIME_WORDS or first in _FRONTED or first in ("meanwhile", "however", "but", "and", "also", "hours", "days"):
        return not any(t.low[x] in AUXILIARIES for x in range(comma))
    return False


def _content_end(t: Tokens, a: int) -> int:
    k = a - 1
    while k > 0 and (t.low[k] in DETERMINERS or not t.text[k][0].isalnum()) and not t.quoted[k]:
        k -= 1
    return k + 1


def _tail_end(t: Tokens, j: int) -> int:
    """End of the credit's own tail ("said on Telegram on Friday"), at the next comma or the sentence's end."""
    while j < len(t) and t.low[j] not in (",", ";", ".", "—", "–") and not t.quoted[j]:
        if t.low[j] in ("as", "after", "while", "when", "before"):
            break
        j += 1
    return j


def _inverted(t: Tokens, i: int, lemma: str, takes: str) -> Credit | None:
    """`"...", said Ivan Petrenko, head of ...`: the verb follows a comma or quotation, the speaker the verb."""
    if i == 0 or i + 1 >= len(t) or t.low[i] == lemma or t.low[i].endswith("ing"):
        return None
    before = t.low[i - 1]
    quoted = t.quoted[i - 1]
    if not (quoted or before == "," or before in "\"”’'"):
        return None
    if lemma not in ("say", "add", "tell", "explain", "write", "claim", "note", "insist", "argue", "warn", "ask", "state", "reply", "announce", "report"):
        return None
    if t.low[i + 1] in PRONOUNS and not quoted:
        return None
    if not (t.text[i + 1][0].isalnum()) or t.low[i + 1] in PREPOSITIONS or t.low[i + 1] in ("that",) or t.low[i + 1] in WEEKDAYS:
        return None
    phrase = right_phrase(t, i + 1)
    if phrase is None:
        return None
    a, b = strip_determiners(t, *phrase), phrase[1]
    if b < len(t) and t.low[b] in AUXILIARIES:
        return None
    if not _can_speak(t, a, b, "noun"):
        return None
    if not quoted and before == ",":
        # "Ivan, a baker, said the strike ...": an apposition before and content after is the other order
        content_after = b < len(t) and (t.text[b][0].isalnum() and t.low[b] not in PREPOSITIONS and t.low[b] not in WEEKDAYS)
        if content_after or _only_fronted(t, i - 1):
            return None
        if not (t.upper[a] or t.low[b - 1] in SPEAKER_NOUNS or any(w in SPEAKER_NOUNS for w in t.low[a:b])):
            return None
    return Credit(_name(t, a, b), a, b, i, lemma, "inverted", (0, i), (i, _tail_end(t, b)), (), False, 3)


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
    return Credit(_name(t, a, b), a, b, i, "according to", "according", content, (i, b), (), False, 3)


def _headline(t: Tokens) -> Credit | None:
    """Headlines that name their source: "Police: boy, 7, shot", "Talks "dead" – Russia's envoy"."""
    for x in range(1, min(len(t), 6)):
        if t.low[x] == ":" and not t.quoted[x]:
            if t.low[x - 1] in SPEAKER_NOUNS and not (x + 1 < len(t) and t.text[x + 1][0].isdigit() and x > 3) and x < 5 and t.upper[0]:
                return Credit(_name(t, 0, x), 0, x, x, ":", "headline", (x + 1, len(t)), (0, x), (), False, 2)
            return None
    for x in range(len(t) - 2, max(2, len(t) - 8), -1):
        if t.low[x] in ("–", "—", "-") and not t.quoted[x]:
            last = t.low[len(t) - 1]
            if last in SPEAKER_NOUNS and t.low[len(t) - 1] != ".":
                a = strip_determiners(t, x + 1, len(t))
                return Credit(_name(t, a, len(t)), a, len(t), x, "–", "headline", (0, x), (x, len(t)), (), False, 2)
            return None
    return None


def _via(t: Tokens, i: int) -> tuple[str, ...]:
    """The outlet that was told, as in "told Interfax", "told Russia's Interfax news agency", "told RT's anchor"."""
    if REPORTING[t.low[i]][0] != "tell":
        return ()
    phrase = right_phrase(t, i + 1)
    return outlet_in(t, *phrase) if phrase else ()


def outlet_in(t: Tokens, a: int, b: int) -> tuple[str, ...]:
    """The outlet named in tokens a..b: its capitalised run, without a country's possessive before it."""
    for x in range(a, b):
        base = t.low[x][:-2] if t.low[x].endswith("'s") else t.low[x]
        if base in OUTLETS and t.upper[x]:
            first, last = x, x
            while first > a and t.upper[first - 1] and not t.text[first - 1].endswith(POSSESSIVE):
                first -= 1
            while last + 1 < b and t.upper[last + 1] and not t.text[last].endswith(POSSESSIVE):
                last += 1
            name = t.span(first, last + 1)
            for ending in POSSESSIVE:
                name = name.removesuffix(ending)
            return (name,)
    return ()


def chain(t: Tokens, credit: Credit | None) -> Credit | None:
    """Follow chains: "Interfax reported, citing the ministry"; "as reported by TASS"; "comments carried by Interfax"."""
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
                speaker = replace(credit, speaker=_name(t, a, phrase[1]), a=a, b=phrase[1])
                via = (*via, *outlet)
        if t.low[i + 1] == "by" and low in ("reported", "carried", "published", "cited", "quoted", "broadcast"):
            phrase = right_phrase(t, i + 2)
            if phrase:
                via = (*via, *outlet_in(t, *phrase))
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
            if b >= i or not _can_speak(t, a, b, "noun") or t.low[a] in PREPOSITIONS:
                return None
            lemma = REPORTING.get(t.low[i], (t.low[i], ""))[0]
            begin = _after_time(t, i + 1)
            return Credit(_name(t, a, b), a, b, i, lemma, "pre", (begin, len(t)), (i, begin), (), False, 1)
    return None
