"""Articles to claims: one claim for each sentence that says something, with everything read from it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from datetime import datetime

from checker.read.antecedents import antecedents
from checker.read.assertions import assertions_of
from checker.read.contexts import When, at_clock, when
from checker.read.ellipsis import REACH, take_up
from checker.read.modality import modality_of
from checker.read.places import Home, find_places, main_locations
from checker.read.quantities import find_quantities
from checker.read.quotes import quotations
from checker.read.sentences import paragraph_breaks, paragraph_of, split
from checker.read.times import published_span, retrieved_span
from checker.read.voices import Sentence, prepare, register_of, remember, voices
from checker.schema import Article, Claim, Place, Times, TimeSpan

CARRY_SENTENCES = 3  # an event's time is carried this far within its paragraph
LEAST_WORDS = 3  # a fragment below this says nothing
# What was so before or always is not of the day told about.
_GENERAL = re.compile(
    r"\b(?:in the past|previously|historically|traditionally|for years|for decades|since (?:then|its|the))\b",
    re.IGNORECASE,
)
_CARRIED = ("minute", "hour", "part_of_day", "day", "days", "week")
_FUTURE = ("planned", "demanded", "forecast")
_GRAVEST = ("denied", "question", "demanded", "hypothetical", "planned", "forecast", "opinion", "reported", "asserted")


class _Reading:
    """All sentences of one article, read together: names, voices and places depend on each other."""

    def __init__(self, article: Article, vague: Mapping[str, float] | None):
        text = article.text
        self.article, self.vague = article, vague
        breaks = paragraph_breaks(text)
        spans = split(text)
        bounds = [*breaks, len(text)]
        quotes = [q for a, b in itertools.pairwise(bounds) for q in quotations(text, a, b)]
        self.sentences = prepare(text, spans, quotes, [paragraph_of(breaks, s) for s, _ in spans])
        self.register = register_of(self.sentences)
        self.voices = voices(self.sentences, self.register)
        home = Home()
        first = [find_places(s.tokens, s.people, home, s.start) for s in self.sentences]
        if article.title:
            home.vote(find_places_of_title(article.title, home))
        for places in first:
            home.vote(places)
        self.places = (
            [find_places(s.tokens, s.people, home, s.start) for s in self.sentences] if home.countries else first
        )
        title = [find_places_of_title(article.title, home)] if article.title else []
        self.main = main_locations(title[0] if title else [], self.places)
        self.published = published_span(article)
        self.retrieved = retrieved_span(article)
        self.recent: list[str] = []
        self.read: list[Claim] = []
        self.carried: tuple[int, TimeSpan, int] | None = None

    def claim(self, i: int, number: int) -> Claim:
        """The claim of sentence `i`."""
        sentence, voice, article = self.sentences[i], self.voices[i], self.article
        carried = voice.speaker is not None and sentence.credit is None
        modality = modality_of(sentence.tokens, sentence.credit, carried=carried)
        told = when(sentence, article.published, future=modality in _FUTURE)
        quantities = find_quantities(
            article.text[sentence.start : sentence.end], offset=sentence.start, vague=self.vague
        )
        quantities = take_up(quantities, sentence.tokens.source, self.read)
        places = self._places(i)
        names = antecedents(self.sentences, i, self.register, self.recent, self.places)
        assertions = assertions_of(sentence, voice, modality, quantities, self.register, self.recent)
        claim = Claim(
            id=f"{article.id}/{number}", article=article.id, start=sentence.start, end=sentence.end,
            text=article.text[sentence.start : sentence.end], publisher=article.outlet, carrier=article.carrier,
            speaker=voice.speaker, attribution=voice.attribution, modality=modality,
            times=self._times(i, told), places=places,
            actors=tuple(dict.fromkeys(a.actor for a in assertions if a.actor)), antecedents=names,
            assertions=assertions, quantities=quantities, flags=tuple(f for f in article.flags if f == "corrupted"),
        )  # fmt: skip
        remember(sentence, voice, self.register, self.recent)
        self.read = [*self.read[1 - REACH :], claim]
        return claim

    def _happened(self, event: TimeSpan) -> bool:
        """Whether an event lies before publication: a plan's date is not the next sentence's."""
        published = self.published.end
        return published is None or event.start is None or event.start < published

    def _carries(self, i: int) -> bool:
        """Whether the last event time still holds: a few sentences on in one paragraph, or the very next paragraph."""
        if self.carried is None:
            return False
        paragraph, _, at = self.carried
        if paragraph == self.sentences[i].paragraph:
            return i - at <= CARRY_SENTENCES
        return i - at == 1 and self.sentences[i].paragraph - paragraph == 1

    def _places(self, i: int) -> tuple[Place, ...]:
        stated = self.places[i]
        if any(p.role in ("location", "target") for p in stated):
            return tuple(stated)
        paths = {p.path for p in stated}
        return (*stated, *(p for p in self.main if p.path not in paths))

    def _times(self, i: int, told: When) -> Times:
        sentence = self.sentences[i]
        event = told.event
        clock = None if told.spoken else told.clock
        if event is None:
            # only inside the same paragraph: the next one may be about another day
            general = _GENERAL.search(sentence.tokens.source) is not None
            if not general and self._carries(i):
                event = self.carried[1].model_copy(update={"basis": "inferred"})
                event = at_clock(event, clock) if clock else event
            else:
                event = TimeSpan(text=clock[2]) if clock else TimeSpan()
        elif event.start is not None and event.granularity in _CARRIED and self._happened(event):
            self.carried = (sentence.paragraph, event, i)
        else:
            self.carried = None
        as_of = told.as_of
        if as_of is None:
            as_of = (
                self.published.model_copy(update={"basis": "inferred", "text": None})
                if self.published.start
                else TimeSpan()
            )
            if told.spoken and told.clock and as_of.start is not None:
                day = as_of.model_copy(update={"granularity": "day", "text": ""})
                at = at_clock(day, told.clock).model_copy(update={"text": told.clock[2]})
                # a clock that is later than publication was that of the day before
                as_of = at if self.published.end is None or at.start <= self.published.end else as_of
        return Times(event=event, as_of=as_of, published=self.published, retrieved=self.retrieved)


def find_places_of_title(title: str, home: Home) -> list[Place]:
    """Places of a title that may not be part of the text; their offsets mean nothing and are dropped."""
    from checker.read.speakers import person_runs
    from checker.read.tokens import Tokens

    tokens = Tokens(title)
    return [
        p.model_copy(update={"start": None, "end": None}) for p in find_places(tokens, person_runs(tokens), home, 0)
    ]


def read_article(article: Article, *, vague: Mapping[str, float] | None = None) -> tuple[Claim, ...]:
    """Read every claim of an article, in order; spans slice `article.text`.

    Args:
        article: as ingest hands it on.
        vague: floors of vague words (settings `read.vague`).
    """
    reading = _Reading(article, vague)
    claims: list[Claim] = []
    for i, sentence in enumerate(reading.sentences):
        if _says_something(sentence):
            claims.append(reading.claim(i, len(claims)))
    return tuple(claims)


def _says_something(sentence: Sentence) -> bool:
    """Bylines, section marks and fragments of fewer than three words are no claims."""
    words = [w for w in sentence.tokens.text if w[0].isalpha()]
    return len(words) >= LEAST_WORDS


def read_text(
    text: str, *, id: str = "a", outlet: str | None = None, published: datetime | None = None,
    vague: Mapping[str, float] | None = None,
) -> tuple[Claim, ...]:  # fmt: skip
    """Read a bare text as an article of its own."""
    return read_article(_wrap(text, id, outlet, published), vague=vague)


def read_pair_claim(
    text: str, *, id: str = "a", outlet: str | None = None, published: datetime | None = None,
    vague: Mapping[str, float] | None = None,
) -> Claim:  # fmt: skip
    """Read the WHOLE text as exactly one claim (start 0, end len(text)), whatever it holds."""
    article = _wrap(text, id, outlet, published)
    reading = _Reading(article, vague)
    parts = [reading.claim(i, i) for i in range(len(reading.sentences))]
    if not parts:
        return Claim(
            id=f"{id}/0", article=id, start=0, end=len(text), text=text, publisher=outlet,
            times=Times(published=reading.published),
        )  # fmt: skip
    stated = [p for part in parts for p in part.places if not p.added]
    lead = next((part for part in parts if part.speaker), parts[0])
    events = [part.times.event for part in parts if part.times.event.start is not None or part.times.event.text]
    spoken = [part.times.as_of for part in parts if part.times.as_of.text]
    times = parts[0].times.model_copy(
        update={"event": events[0] if events else TimeSpan(), "as_of": spoken[0] if spoken else parts[0].times.as_of}
    )
    return Claim(
        id=f"{id}/0", article=id, start=0, end=len(text), text=text, publisher=outlet, speaker=lead.speaker,
        attribution=lead.attribution,
        modality=parts[0].modality if len(parts) == 1 else min((p.modality for p in parts), key=_GRAVEST.index),
        times=times, places=tuple(stated), actors=tuple(dict.fromkeys(a for p in parts for a in p.actors)),
        antecedents=tuple(dict.fromkeys(a for p in parts for a in p.antecedents)),
        assertions=tuple(a for p in parts for a in p.assertions),
        quantities=tuple(q for p in parts for q in p.quantities),
    )  # fmt: skip


def _wrap(text: str, id: str, outlet: str | None, published: datetime | None) -> Article:
    return Article(
        id=id, outlet=outlet, text=text, published=published, published_basis="printed" if published else "unknown",
        published_granularity="second" if published and (published.hour or published.minute) else "day",
    )  # fmt: skip
