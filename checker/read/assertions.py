"""What a claim asserts: its acts and its quantities, each with actor, predicate, object, polarity and speaker."""

from __future__ import annotations

from checker.read.modality import content_modality, intent_of
from checker.read.propositions import Act, clean, find_acts
from checker.read.speakers import Register
from checker.read.tokens import Tokens
from checker.read.verbs import PRONOUNS
from checker.read.voices import Sentence, Voice, credit_verbs, resolve_speaker
from checker.schema import Assertion, Modality, Quantity

# Measures of what somebody does with things; their actor is whoever acts in the clause.
_LONGEST_OBJECT = 120  # characters
_UNDONE = frozenset({"planned", "demanded", "hypothetical", "forecast"})


def assertions_of(
    sentence: Sentence, voice: Voice, modality: Modality, quantities: tuple[Quantity, ...], register: Register,
    recent: list[str],
) -> tuple[Assertion, ...]:  # fmt: skip
    """The assertions of one sentence: quantities first, then acts; the sentence itself where it holds neither."""
    t = sentence.tokens
    acts = find_acts(t, credit_verbs(sentence))
    out: list[Assertion] = []
    last: tuple[str | None, str | None] = (None, None)  # measure and actor of the quantity before
    for quantity in quantities:
        if not quantity.comparable:
            continue
        act = _act_of(sentence, quantity, acts)
        actor = _actor(sentence, act, quantity, voice)
        if (
            actor is None
            and act is None
            and quantity.role == "part"
            and quantity.measure
            and quantity.measure == last[0]
        ):
            actor = last[1]  # "105 drones, including 35 over ...": a part is of the same act
        last = (quantity.measure, actor)
        zero = quantity.high == 0
        speaker, mode = _clause(sentence, quantity.start - sentence.start, voice, modality, register, recent)
        out.append(
            Assertion(
                start=quantity.start,
                end=quantity.end,
                text=quantity.text,
                kind="quantity",
                actor=actor,
                predicate=quantity.measure or (act.predicate if act else None),
                object=quantity.counted,
                polarity="negative" if act is not None and act.negative and not zero else "positive",
                speaker=speaker,
                modality=mode,
                quantity=quantity,
            )  # fmt: skip
        )
    for act in acts:
        first, last = _extent(act)
        start, end = sentence.start + t.start[first], sentence.start + t.end[last - 1]
        subject, obj = act.subject, act.object
        speaker, mode = _clause(sentence, t.start[act.verb], voice, modality, register, recent)
        out.append(
            Assertion(
                start=start,
                end=end,
                text=t.source[t.start[first] : t.end[last - 1]],
                kind="proposition",
                actor=_named(sentence, subject, voice),
                predicate=act.predicate,
                object=clean(t.span(*obj))[:_LONGEST_OBJECT] if obj else None,
                polarity="negative" if act.negative else "positive",
                speaker=speaker,
                modality=mode,
            )  # fmt: skip
        )
    if not out:
        negative = any(w in ("not", "n't", "never", "no", "none") or w.endswith("n't") for w in t.low)
        out.append(
            Assertion(
                start=sentence.start,
                end=sentence.end,
                text=t.source,
                kind="proposition",
                polarity="negative" if negative else "positive",
                speaker=voice.speaker,
                modality=modality,
            )  # fmt: skip
        )
    return tuple(out)


def _extent(act: Act) -> tuple[int, int]:
    ends = [act.verb + 1, *(p[1] for p in (act.subject, act.object) if p)]
    starts = [act.group, *(p[0] for p in (act.subject, act.object) if p)]
    return min(starts), max(ends)


def _act_of(sentence: Sentence, quantity: Quantity, acts: list[Act]) -> Act | None:
    """The act whose phrase holds the quantity, else the one whose verb is nearest before it in the clause."""
    t = sentence.tokens
    at = quantity.start - sentence.start
    for act in acts:
        first, last = _extent(act)
        if t.start[first] <= at < t.end[last - 1]:
            return act
    return None


def _actor(sentence: Sentence, act: Act | None, quantity: Quantity, voice: Voice) -> str | None:
    if act is None or act.subject is None:
        return None
    t = sentence.tokens
    first, last = act.subject
    if t.start[first] <= quantity.start - sentence.start < t.end[last - 1]:
        return None  # what is counted is the subject itself
    return _named(sentence, act.subject, voice)


def _named(sentence: Sentence, phrase: tuple[int, int] | None, voice: Voice) -> str | None:
    if phrase is None:
        return None
    text = clean(sentence.tokens.span(*phrase))
    if text.lower() in PRONOUNS:
        # "the ministry said it shot down": the speaker acts
        return voice.speaker if voice.speaker and sentence.credit is not None else None
    return text


def _clause(
    sentence: Sentence, at: int, voice: Voice, modality: Modality, register: Register, recent: list[str]
) -> tuple[str | None, Modality]:
    """Speaker and modality of the clause at offset `at`.

    An inner credit ("Trump told leaders that ...") answers for its own clause; what follows the main credit after a
    comma ("officials said, even as shells fell") is the outlet's; a past verb in a relative clause of a plan is done.
    """
    t = sentence.tokens
    main, where = sentence.credit, _index(sentence, at)
    inner = None
    for credit in sentence.credits:
        first, last = credit.content
        if first <= where < last and not credit.a <= where < credit.verb:
            if inner is None or (last - first) < (inner.content[1] - inner.content[0]):
                inner = credit
    if inner is not None and (main is None or inner.verb != main.verb):
        speaker, _ = resolve_speaker(inner, register, recent)
        found = intent_of(t, where) or content_modality(t, inner.content[0], inner.content[1], inner)
        return speaker, found or ("denied" if inner.lemma in ("deny", "refute", "dispute") else "reported")
    if (
        main is not None
        and main.position in ("post", "inverted", "according")
        and where >= main.tail[1]
        and _own_voice(t, main.tail[1])
    ):
        return None, content_modality(t, main.tail[1] + 1, len(t), None) or "asserted"
    if (intent := intent_of(t, where)) is not None:
        return voice.speaker, intent
    if modality == "denied" and any(low in _DENYING for low in t.low[where + 1 : where + _DENIAL_REACH]):
        return voice.speaker, "asserted"  # "a man charged after the brawl that killed one has denied firing a shot"
    if modality in _UNDONE and _done(t, where):
        return voice.speaker, "reported" if voice.speaker else "asserted"
    return voice.speaker, modality


_DENIAL_REACH = 40
_DENYING = frozenset({"deny", "denies", "denied", "denying"})


def _own_voice(t: Tokens, tail: int) -> bool:
    """Whether the outlet goes on by itself after the credit's tail."""
    words = [w for w in t.low[tail : tail + 3] if w not in (",", "even")]
    return bool(words) and words[0] in (
        "as",
        "while",
        "but",
        "though",
        "although",
        "after",
        "when",
        "hours",
        "days",
        "a",
    )


def _done(t: Tokens, where: int) -> bool:
    """Whether the clause around token `where` is a relative or subordinate clause in the past, without a modal."""
    for x in range(where, max(-1, where - 14), -1):
        low = t.low[x]
        if low in ("will", "would", "could", "may", "might", "should", "must", "to", "can", "if"):
            return False
        if low in ("who", "which", "that", "after", "since", "because", "when") and x < where:
            past = [
                w
                for w in t.low[x + 1 : where + 6]
                if w.endswith("ed") or w in ("was", "were", "had", "has", "killed", "hit", "struck")
            ]
            return bool(past)
    return False


def _index(sentence: Sentence, at: int) -> int:
    t = sentence.tokens
    for i, end in enumerate(t.end):
        if end > at:
            return i
    return len(t)
