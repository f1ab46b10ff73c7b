"""Reporting verbs: whether one credits somebody, whom, and for which part of the sentence."""

from __future__ import annotations

from checker.read.credit import Credit, can_speak, credit_name, outlet_in
from checker.read.phrases import left_phrase, right_phrase, strip_determiners
from checker.read.tails import after_time, tail_end
from checker.read.tokens import Tokens
from checker.read.verbs import (
    AUXILIARIES,
    CLAIM_NOUNS,
    CLAUSE_STARTS,
    DENIED_ACTS,
    DETERMINERS,
    FALSE_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    PROPOSALS,
    REPORTING,
    SPEAKER_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)

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


_PLURAL = frozenset(
    "police they people some many others media family authorities men women who critics supporters both".split()
)


_PASSIVE = frozenset({"is", "was", "were", "are"})
# Present plurals that credit ("officials say"); other bare forms are infinitives or nouns.
_PLAIN_FORMS = frozenset(
    """say tell report believe claim deny insist argue warn think expect hope fear estimate allege show suggest
    indicate""".split()
)
# What may stand right before a speaker that opens its clause.
_OPENINGS = frozenset(["", ",", ":", ";", "-", "–", "—", "'", '"', ")", "|", "as", "in", "at", "on"])
_FRONTED = frozenset(
    """speaking asked writing responding commenting addressing citing quoting meanwhile however but and also hours
    days""".split()
)
_RELATIVE = frozenset("who which whose where known citing speaking in at on".split())
_THINKING = frozenset("believe think hope fear feel expect conclude suggest know understand doubt".split())
_TELLING = frozenset("note maintain recall show indicate mention remark explain".split())
_INVERTS = frozenset("say add explain write claim note insist argue warn ask state reply announce report".split())
# What may follow a verb that closes its sentence: "..., the mayor said on Telegram".
_SETTING = frozenset(
    """yesterday today late early earlier later reporters journalists on in at during after as via of while when to
    before following through from by about""".split()
)


def verb_credit(t: Tokens, i: int) -> Credit | None:
    """The credit that the reporting verb at token `i` gives, or None where it credits nobody."""
    form = t.low[i]
    lemma, takes = REPORTING[form]
    if (t.upper[i] and i > 0 and not _title_case(t)) or _says_nothing(t, i, lemma):
        return None
    inverted = _inverted(t, i, lemma)
    if inverted is not None:
        return inverted
    emphatic = i > 0 and t.low[i - 1] in ("did", "does", "do")  # "did agree that"
    past = lemma == "put"  # its past is its plain form
    if form.endswith("ing") or (form == lemma and not emphatic and not past and form not in _PLAIN_FORMS):
        return None
    stop = _group_start(t, i)
    phrase = _speaker_left(t, stop) if stop else None
    if phrase is None:
        return None
    a, b = phrase
    if t.low[a] in ("you", "we", "who", "i"):
        return None
    head = t.low[b - 1]
    plural = head in _PLURAL or (head.endswith("s") and (head in SPEAKER_NOUNS or t.upper[b - 1]))
    if form == lemma and not emphatic and not plural and not past:
        return None  # "provides hope that": a noun after all
    k = _before(t, a)
    left = t.low[k] if k >= 0 else ""
    embedded = k >= 0 and left in SUBORDINATORS and left != "as" and not t.quoted[k]
    speaker, via = credit_name(t, a, b), _via(t, i)
    if takes != "figure" and _is_post(t, a, i):
        weight = 1 if takes == "clause" else 2
        content, tail = (0, _content_end(t, a)), (a, tail_end(t, i + 1))
        return Credit(speaker, a, b, i, lemma, "post", content, tail, via, embedded, weight)
    if takes == "figure" and not states_figure(t, i, lemma):
        return None
    if not can_speak(t, a, b, "clause" if takes == "figure" else takes, lemma) or not _complement(t, i, lemma, takes):
        return None
    if k >= 0 and left not in _OPENINGS and t.text[k][0].isalnum() and not _fronted_end(t, k):
        embedded = True  # words before the speaker that are no fronted phrase: a clause inside another
    begin = after_time(t, i + 1)
    return Credit(
        speaker, a, b, i, lemma, "pre", (begin, len(t)), (a, begin), via, embedded, 2 if takes == "say" else 1
    )


def _says_nothing(t: Tokens, i: int, lemma: str) -> bool:
    """ "claimed 12 lives", "posted bail", "rejected the offer": the verb is no report."""
    if lemma in ("reject", "dismiss") and not rejects_claim(t, i):
        return True
    blocked = _NOT_SAID.get(lemma)
    if not blocked:
        return False
    reach = {"claim": 5, "find": 2}.get(lemma, 1)
    near = t.low[i + 1 : i + 1 + reach]
    return near[:1] != ["that"] and any(word in blocked for word in near)


def _group_start(t: Tokens, i: int) -> int | None:
    """Where the verb group of token `i` begins, past adverbs and a weekday; None if passive, modal or negated."""
    stop = i
    while stop > 0:
        low = t.low[stop - 1]
        if low in _PASSIVE or low in _MODAL or low in _NEGATORS:
            return None  # "was told", "would say", "did not say"
        if not (low in _BETWEEN or low in ("did", "does", "do") or (low.endswith("ly") and not t.upper[stop - 1])):
            break
        stop -= 1
    return _skip_time(t, stop)


def _before(t: Tokens, a: int) -> int:
    """The token before the speaker's determiner or "and"; -1 at the start of the sentence."""
    k = a - 1
    while k >= 0 and (t.low[k] in DETERMINERS or t.low[k] in ("and", "but")) and not t.quoted[k]:
        k -= 1
    return k


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


def _speaker_left(t: Tokens, stop: int) -> tuple[int, int] | None:
    """The speaker's tokens left of the verb, across an apposition in commas."""
    if t.low[stop - 1] in (",", ")", "—", "–"):
        opener = {")": "(", ",": ",", "—": "—", "–": "–"}[t.low[stop - 1]]
        j = stop - 2
        while j > 0 and stop - j < 26 and t.low[j] != opener and not t.quoted[j]:
            if t.low[j] in (";", ":"):
                return None
            j -= 1
        if j <= 0 or t.low[j] != opener or t.quoted[j]:
            return None
        if opener == ",":
            # a list of clauses between commas is no apposition: it must not hold a finite auxiliary of its own
            inner = t.low[j + 1 : stop - 1]
            relative = inner and inner[0] in _RELATIVE
            if not relative and any(w in AUXILIARIES for w in inner):
                return None
        phrase = left_phrase(t, j)
        if phrase is None:
            return None
        a, b = phrase[0], phrase[1]
        # "The city's fire chief, Ivan Melnyk, said": the name is in the apposition
        inner_first = j + 1
        if (
            opener == ","
            and 1 <= stop - 1 - inner_first <= 4
            and all(t.upper[x] for x in range(inner_first, stop - 1))
            and t.low[inner_first] not in PREPOSITIONS
            and not t.upper[b - 1]
        ):
            return strip_determiners(t, a, b), stop - 1
        return strip_determiners(t, a, b), b
    phrase = left_phrase(t, stop)
    if phrase is None:
        return None
    return strip_determiners(t, *phrase), phrase[1]


def _complement(t: Tokens, i: int, lemma: str, takes: str) -> bool:
    """Whether what follows the verb is something said."""
    if i + 1 >= len(t):
        return True
    j = after_time(t, i + 1)
    if j >= len(t):
        return True
    after = t.low[j]
    if t.low[j - 1] == "that" and j > i + 1:
        return True
    if takes == "figure":
        return states_figure(t, i, lemma)
    if lemma in ("reject", "dismiss"):
        return rejects_claim(t, i)
    if lemma == "deny" and any(word in DENIED_ACTS for word in t.low[i + 1 : i + 4]):
        return False
    if takes == "noun" and after == ",":
        return t.low[j + 1 : j + 2] in (["citing"], ["quoting"])
    if takes == "noun":
        return after not in (".", ",") or lemma == "deny"
    if lemma == "call":
        return after in ("on", "for")
    if takes == "say":
        return after not in (".",)
    if (
        t.low[j] in ("that", ":", '"', "'", "“", "‘")
        or t.quoted[j]
        or (after == "," and j + 1 < len(t) and t.quoted[j + 1])
    ):
        return True
    if lemma in _THINKING:
        return after not in ("to", "for", "about", "of")
    if lemma in ("urge", "demand", "vow", "pledge", "promise", "threaten", "agree", "propose"):
        return lemma not in ("agree", "propose")  # acts, unless "that" follows
    if after in ("he", "she", "they", "there", "we"):
        return True
    return lemma in _TELLING and after in CLAUSE_STARTS and _has_verb(t, j + 1)


# Before the figure that the verb states: "put the toll at nine", "spoke of 12,000", "counted 40".
_FIGURE_AFTER: dict[str, tuple[str, ...]] = {"put": ("at",), "rate": ("at",), "reckon": ("at",), "give": ("as", "of", "at"), "speak": ("of",), "record": ("", "of")}
_NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundreds dozens thousands scores""".split()
)
_BEFORE_NUMBER = frozenset("at about around some more than over under nearly almost least only just up to a an roughly fewer less".split())


def states_figure(t: Tokens, i: int, lemma: str) -> bool:
    """Whether the verb at `i` states a figure: a number behind it, after the preposition that the verb asks for."""
    asks = _FIGURE_AFTER.get(lemma, ("",))
    for x in range(i + 1, min(len(t), i + 9)):
        if t.low[x] in (".", ";", ":"):
            return False
        if t.text[x][0].isdigit() or t.low[x] in _NUMBER_WORDS:
            k = x - 1
            while k > i and (t.low[k] in _BEFORE_NUMBER and t.low[k] not in asks or t.text[k] in "$€£"):
                k -= 1
            return ("" if k == i else t.low[k]) in asks
    return False


def rejects_claim(t: Tokens, i: int) -> bool:
    """Whether the rejecting verb at `i` rejects a claim ("the report as baseless") and not a proposal."""
    for word in t.low[i + 1 : i + 9]:
        if word in PROPOSALS:
            return False
        if word in CLAIM_NOUNS or word in FALSE_WORDS:
            return True
    return False


def _has_verb(t: Tokens, j: int) -> bool:
    return any(t.low[x] in AUXILIARIES or t.low[x].endswith("ed") for x in range(j, min(len(t), j + 12)))


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
        quotation_follows = low == "," and j + 1 < len(t) and t.quoted[j + 1] and not t.quoted[k]
        return low != ":" and not quotation_follows
    if t.low[k] == "," and _only_fronted(t, k) and not t.quoted[max(0, k - 1)]:
        return False
    if low in WEEKDAYS or low in _SETTING:
        return not _content_follows(t, j)
    if REPORTING[t.low[verb]][0] in ("tell", "warn", "inform", "assure"):
        return not _content_follows(t, j + 1)
    return bool(t.quoted[k]) and not _content_follows(t, j)


def _content_follows(t: Tokens, j: int) -> bool:
    """Whether "that", a colon or a quotation comes before the next comma: then the content is to the right."""
    for x in range(j, min(len(t), j + 14)):
        if t.low[x] in ("that", ":") or (t.quoted[x] and not t.quoted[x - 1]):
            return True
        if t.low[x] in (",", ".", ";"):
            return False
        if t.low[x] in AUXILIARIES and x > j + 1 and t.low[j] in WEEKDAYS:
            return True
    return False


def _only_fronted(t: Tokens, comma: int) -> bool:
    """Whether all before the comma is a fronted adverbial: "In a statement on Telegram,", "Earlier on Sunday,"."""
    first = t.low[0]
    if first in PREPOSITIONS or first in TIME_WORDS or first in _FRONTED:
        return not any(t.low[x] in AUXILIARIES for x in range(comma))
    return False


def _content_end(t: Tokens, a: int) -> int:
    k = a - 1
    while k > 0 and (t.low[k] in DETERMINERS or not t.text[k][0].isalnum()) and not t.quoted[k]:
        k -= 1
    return k + 1


def _inverted(t: Tokens, i: int, lemma: str) -> Credit | None:
    """`"...", said Ivan Petrenko, head of ...`: the verb follows a comma or quotation, the speaker the verb."""
    if i == 0 or i + 1 >= len(t) or t.low[i] == lemma or t.low[i].endswith("ing"):
        return None
    before = t.low[i - 1]
    quoted = t.quoted[i - 1]
    if not (quoted or before == "," or before in "\"”’'"):
        return None
    if lemma not in _INVERTS:
        return None
    if t.low[i + 1] in PRONOUNS and not quoted:
        return None
    following = t.low[i + 1]
    if not t.text[i + 1][0].isalnum() or following in PREPOSITIONS or following == "that" or following in WEEKDAYS:
        return None
    phrase = right_phrase(t, i + 1)
    if phrase is None:
        return None
    a, b = strip_determiners(t, *phrase), phrase[1]
    if b < len(t) and t.low[b] in AUXILIARIES:
        return None
    if not can_speak(t, a, b, "noun"):
        return None
    if not quoted and before == ",":
        # "Ivan, a baker, said the strike ...": an apposition before and content after is the other order
        content_after = b < len(t) and (
            t.text[b][0].isalnum() and t.low[b] not in PREPOSITIONS and t.low[b] not in WEEKDAYS
        )
        if content_after or _only_fronted(t, i - 1):
            return None
        if not (t.upper[a] or t.low[b - 1] in SPEAKER_NOUNS or any(w in SPEAKER_NOUNS for w in t.low[a:b])):
            return None
    return Credit(credit_name(t, a, b), a, b, i, lemma, "inverted", (0, i), (i, tail_end(t, b)), (), False, 3)


def _via(t: Tokens, i: int) -> tuple[str, ...]:
    """The outlet that was told, as in "told AFP", "told the AFP news agency", "told AFP's reporter"."""
    if REPORTING[t.low[i]][0] != "tell":
        return ()
    phrase = right_phrase(t, i + 1)
    return outlet_in(t, *phrase) if phrase else ()
