"""Whose words each sentence of an article is: credits in the sentence, carried over quotations and pronouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.read.attribution import Credit, chain, find_credits, main_credit, participle_credit
from checker.read.gazetteer import gazetteer
from checker.read.speakers import Register, person_runs
from checker.read.tokens import Tokens
from checker.read.verbs import DOCUMENTS, PRONOUNS, REPORTING, SPEAKER_NOUNS
from checker.schema import Attribution

QUOTE_SHARE = 0.75  # a sentence this much inside one quotation is a quotation
_INDEFINITE = frozenset("one another two three four five several other".split())
RECENT = 12  # names kept for pronouns
SUBJECT_WORDS = 8  # a person named this early is the sentence's subject


@dataclass
class Sentence:
    """One sentence with what the rules of this stage need; offsets are the article's."""

    start: int
    end: int
    paragraph: int
    tokens: Tokens
    quotes: list[int] = field(default_factory=list)  # numbers of the quotations that it touches
    people: list[tuple[int, int, int]] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    credit: Credit | None = None

    @property
    def quoted(self) -> float:
        """Share of its words inside quotations."""
        words = [i for i in range(len(self.tokens)) if self.tokens.text[i][0].isalnum()]
        return sum(self.tokens.quoted[i] for i in words) / len(words) if words else 0.0


@dataclass(frozen=True)
class Voice:
    """The speaker of a sentence as resolved, and the attribution record; None where the outlet speaks."""

    speaker: str | None
    attribution: Attribution | None


def prepare(
    text: str, spans: list[tuple[int, int]], quotes: list[tuple[int, int]], paragraphs: list[int]
) -> list[Sentence]:
    """Tokens, names and credits of each sentence."""
    sentences: list[Sentence] = []
    which = 0
    for (start, end), paragraph in zip(spans, paragraphs, strict=True):
        while which < len(quotes) and quotes[which][1] <= start:
            which += 1
        local: list[tuple[int, int]] = []
        numbers: list[int] = []
        j = which
        while j < len(quotes) and quotes[j][0] < end:
            local.append((max(0, quotes[j][0] - start), min(end, quotes[j][1]) - start))
            numbers.append(j)
            j += 1
        tokens = Tokens(text[start:end], tuple(local))
        sentence = Sentence(start, end, paragraph, tokens, numbers, person_runs(tokens))
        sentence.credits = find_credits(tokens)
        credit = main_credit(tokens, sentence.credits) or participle_credit(tokens)
        sentence.credit = chain(tokens, credit)
        sentences.append(sentence)
    return sentences


def register_of(sentences: list[Sentence]) -> Register:
    """Everybody named in the article."""
    register = Register()
    for sentence in sentences:
        register.note(sentence.tokens, sentence.people)
    for sentence in sentences:
        for credit in sentence.credits:
            words = credit.speaker.split()
            register.note_speaker(credit.speaker)
            if words and (words[0][0].isupper() or len(words) > 1) and words[-1].lower() in SPEAKER_NOUNS:
                register.add_body(credit.speaker)
    return register


def voices(sentences: list[Sentence], register: Register) -> list[Voice]:
    """One voice for each sentence, in order."""
    recent: list[str] = []
    found: list[Voice] = []
    for i, sentence in enumerate(sentences):
        voice = _own(sentence, register, recent) if sentence.credit else _carried(sentences, i, found, register, recent)
        found.append(voice)
        remember(sentence, voice, register, recent)
    return found


def resolve_speaker(credit: Credit, register: Register, recent: list[str]) -> tuple[str, bool]:
    """The speaker a credit names, and whether it was carried from earlier in the article."""
    words = [w.lower() for w in credit.speaker.split()]
    last = words[-1] if words else ""
    plain = all(w[0].islower() or w.lower() in gazetteer().demonyms for w in credit.speaker.split())
    if words[:1] and words[0] in _INDEFINITE:
        return credit.speaker, False
    if last in PRONOUNS or (len(words) <= 2 and last in SPEAKER_NOUNS and plain):
        if last not in PRONOUNS and last.endswith("s") and last not in DOCUMENTS:
            return credit.speaker, False
        if (
            last not in PRONOUNS
            and last
            in ("police", "spokesman", "spokeswoman", "spokesperson", "official", "witness", "resident", "source")
            and len(words) == 1
            and last == "police"
        ):
            return credit.speaker, False
        resolved = register.resolve(words, recent)
        if resolved is not None:
            return register.full(resolved), True
        return credit.speaker, False
    return register.full(credit.speaker), False


def _own(sentence: Sentence, register: Register, recent: list[str]) -> Voice:
    credit = sentence.credit
    assert credit is not None
    speaker, carried = resolve_speaker(credit, register, recent)
    t = sentence.tokens
    first, last = min(credit.a, credit.verb), max(credit.b, credit.verb + 1)
    last = min(last, len(t))
    start, end = sentence.start + t.start[first], sentence.start + t.end[last - 1]
    return Voice(
        speaker,
        Attribution(
            speaker=speaker, start=start, end=end, text=t.span(first, last), verb=credit.lemma, carried=carried,
            via=credit.via, quoted=sentence.quoted >= 0.5,
        ),
    )  # fmt: skip


def _carried(sentences: list[Sentence], i: int, found: list[Voice], register: Register, recent: list[str]) -> Voice:
    """A sentence inside a quotation without a credit of its own."""
    sentence = sentences[i]
    if not sentence.quotes or sentence.quoted < QUOTE_SHARE or not _spoken(sentence):
        return Voice(None, None)
    # the same quotation goes on in a later sentence that names the speaker
    for j in range(i + 1, min(len(sentences), i + 12)):
        later = sentences[j]
        if not set(later.quotes) & set(sentence.quotes) and later.paragraph != sentence.paragraph:
            break
        if later.credit is not None and set(later.quotes) & set(sentence.quotes):
            speaker, _ = resolve_speaker(later.credit, register, recent)
            return _quoted(speaker, later.credit)
    if found:
        before = sentences[i - 1]
        near = before.paragraph >= sentence.paragraph - 1
        if (
            near
            and found[-1].speaker is not None
            and (before.quoted > 0 or before.paragraph == sentence.paragraph or before.credit is not None)
        ):
            attribution = found[-1].attribution
            return Voice(
                found[-1].speaker,
                Attribution(
                    speaker=found[-1].speaker, carried=True, quoted=True, via=attribution.via if attribution else ()
                ),
            )
    for j in range(i + 1, min(len(sentences), i + 4)):
        later = sentences[j]
        if later.paragraph > sentence.paragraph + 1:
            break
        if later.credit is not None and (later.paragraph == sentence.paragraph or later.quoted > 0.5):
            speaker, _ = resolve_speaker(later.credit, register, recent)
            return _quoted(speaker, later.credit)
    return Voice(None, None)


def _spoken(sentence: Sentence) -> bool:
    """Whether it reads like speech; a title of a play in quotation marks does not."""
    return sum(1 for w in sentence.tokens.text if w[0].isalpha()) >= 3


def _quoted(speaker: str, credit: Credit) -> Voice:
    return Voice(speaker, Attribution(speaker=speaker, carried=True, quoted=True, via=credit.via))


def remember(sentence: Sentence, voice: Voice, register: Register, recent: list[str]) -> None:
    """Names for later pronouns: those mentioned, then the subject, then the speaker."""
    t = sentence.tokens
    mentioned = [(first, t.span(first, end)) for _, first, end in sentence.people]
    known = [
        (i, t.text[i])
        for i in range(len(t))
        if t.upper[i] and (t.low[i] in register.people or t.low[i].removesuffix("'s") in register.people)
    ]
    subject = min(((i, name) for i, name in [*mentioned, *known] if i < SUBJECT_WORDS), default=None)
    for _, name in mentioned[:3]:
        _push(recent, register.full(name.removesuffix("'s").removesuffix("’s")))
    if subject is not None:
        _push(recent, register.full(subject[1].removesuffix("'s").removesuffix("’s")))
    if voice.speaker is not None and voice.speaker.lower() not in PRONOUNS:
        _push(recent, voice.speaker)


def _push(recent: list[str], name: str) -> None:
    if name in recent:
        recent.remove(name)
    recent.append(name)
    if len(recent) > RECENT:
        del recent[0]


def credit_verbs(sentence: Sentence) -> frozenset[int]:
    """Tokens of verbs that only credit somebody; "denied the claim" and "confirmed the death" are acts as well."""
    credited = {c.verb for c in sentence.credits}
    takes = {i: REPORTING[low][1] for i, low in enumerate(sentence.tokens.low) if low in REPORTING}
    return frozenset(i for i, kind in takes.items() if kind == "say" or (kind == "clause" and i in credited))
