"""The killed and injured that an article states for the incident it tells of.

Reports say a toll in many ways: as a figure ("three people were killed"), as a list ("a husband, wife and their two
children"), or by what happened to one person ("the boy, who was shot in the neck, later died"). Each sentence gives
evidence; figures vote by where they stand (headline, lead, body), and single people are counted where no figure is given.
A perpetrator who died is not counted; figures of other incidents and of statistics are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.read import casualty_words as words
from checker.read.quantities import find_quantities
from checker.read.quantity.counted import is_person
from checker.schema import Claim, Quantity

TITLE = -1  # the place of a headline among the claims
LEAD = 3  # claims of a lead
# What a figure's vote weighs, by where it stands; a part's or a single person's mention, and one beside statistics, weigh less.
_WEIGHT = {"title": 3.0, "lead": 2.0, "body": 1.0}
_SINGLE = 0.4
_BESIDE_STATISTICS = 0.3
_ORDINAL = 3.0  # "a third victim has died"
_AGREED = 2.5  # votes from which a figure stands against a longer list of people
_MOST = 1000  # no single incident of the kind has more
_OF_WHOLE = re.compile(r"\s*of (?:the )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b")


@dataclass(frozen=True)
class Stated:
    """A count that an article states, and where: the index of the claim, or `TITLE`."""

    value: int
    claim: int
    rule: str


@dataclass(frozen=True)
class Casualties:
    """The stated counts of the main incident; None where the article states none."""

    killed: Stated | None
    injured: Stated | None


def casualties(claims: Sequence[Claim], title: str | None = None) -> Casualties:
    """The killed and injured that an article states for its main incident.

    Args:
        claims: the article's claims in order.
        title: its headline.
    """
    sentences = [(TITLE, title, find_quantities(title))] if title else []
    sentences += [(n, c.text, c.quantities) for n, c in enumerate(claims)]
    seen = _Evidence()
    for n, text, quantities in sentences:
        seen.take(n, text, quantities)
    return seen.result()


class _Evidence:
    """What the sentences of one article say, taken one by one."""

    def __init__(self) -> None:
        self.votes: dict[str, dict[int, float]] = {m: defaultdict(float) for m in ("killed", "injured", "shot")}
        self.first: dict[tuple[str, int], int] = {}
        self.listed: list[tuple[int, int]] = []  # people counted from words: (how many, claim)
        self.death: list[int] = []
        self.wound: list[int] = []
        self.beside: list[tuple[int, int]] = []  # wounded people counted from words that tell them from the dead
        self.nobody: dict[str, int] = {}
        self.perpetrator_included = False
        self.self_killed = False
        self.roundup = False

    def take(self, n: int, text: str, quantities: Iterable[Quantity]) -> None:
        if n == TITLE and words.ROUNDUP.search(text):
            self.roundup = True
        if words.CAPTION.match(text):
            return
        if n > LEAD and words.OTHER.search(text):
            return  # another incident
        statistic = words.STATISTIC.search(text) is not None
        if not statistic or n <= 0:
            weight = _WEIGHT["title" if n == TITLE else "lead" if n < LEAD else "body"]
            for q in quantities:
                self._figure(n, text, q, weight * (_BESIDE_STATISTICS if statistic else 1.0))
        if words.PERPETRATOR_INCLUDED.search(text):
            self.perpetrator_included = True
        if words.SELF.search(text) and (words.MURDER_SUICIDE.search(text) or not words.ACCIDENT.search(text)):
            self.self_killed = True
        if statistic and n > 0:
            return
        self._words(n, text)

    def _figure(self, n: int, text: str, q: Quantity, weight: float) -> None:
        if q.kind != "count" or q.measure not in self.votes or q.value is None or q.value != int(q.value) or q.value > _MOST:
            return
        if q.counted and not is_person(q.counted) and q.counted not in words.KIN:
            return
        value = int(q.value)
        at = text.find(q.text)
        if at > 0 and words.PARENT_OF.search(text[:at]):
            return
        if q.role == "part" and q.of and q.of == int(q.of) and q.measure == "killed" and _OF_WHOLE.match(text[at + len(q.text) :]):
            value = int(q.of)  # "two of the four people found dead"
        if value == 0:
            if q.measure in ("killed", "injured") and q.role == "total":
                self.nobody.setdefault(q.measure, n)
            return
        single = value == 1 and re.match(r"(?:an?|another)\b", q.text, re.IGNORECASE) is not None
        if q.role in ("part", "additional", "each") or single:
            weight *= _SINGLE
        self.votes[q.measure][value] += weight
        self.first.setdefault((q.measure, value), n)

    def _words(self, n: int, text: str) -> None:
        if words.NO_DEATH.search(text):
            self.nobody.setdefault("killed", n)
        if words.NO_INJURY.search(text):
            self.nobody.setdefault("injured", n)
        for match in words.ORDINAL_DEATH.finditer(text):
            self.votes["killed"][words.ORDINALS[match["n"].lower()]] += _ORDINAL
            self.first.setdefault(("killed", words.ORDINALS[match["n"].lower()]), n)
        count = deaths_in(text, headline=n == TITLE, weak=n <= LEAD)
        if count is not None:
            self.death.append(n)
            if count > 1:
                self.listed.append((count, n))
        rest = words.NO_INJURY.sub(" ", text)
        if (words.WOUND.search(rest) or (n == TITLE and words.SHOT_TITLE.search(rest))) and (
            not words.NOT_WOUNDED.search(rest) or re.search(r"\bwound", rest)
        ):
            self.wound.append(n)
        beside = wounded_in(text)
        if beside:
            self.beside.append((beside, n))

    def _best(self, measure: str) -> tuple[int, float] | None:
        votes = self.votes[measure]
        if not votes:
            return None
        value = max(votes, key=lambda v: (votes[v], v))
        return value, votes[value]

    def result(self) -> Casualties:
        """Put the evidence together."""
        if self.roundup:
            return Casualties(None, None)
        killed = self._killed()
        return Casualties(killed, self._injured(killed))

    def _killed(self) -> Stated | None:
        best = self._best("killed")
        listed = max(self.listed, default=None)
        if best is not None and (listed is None or best[0] >= listed[0] or best[1] > _AGREED):
            value = best[0]
            if value > 1 and (self.perpetrator_included or (self.self_killed and value > 2)):
                value -= 1
            return Stated(value, self.first["killed", best[0]], "figure")
        if listed is not None:
            return Stated(listed[0], listed[1], "list")
        if self.death:
            return Stated(1, self.death[0], "one person")
        if "killed" in self.nobody:
            return Stated(0, self.nobody["killed"], "nobody")
        return None

    def _injured(self, killed: Stated | None) -> Stated | None:
        dead = killed.value if killed else 0
        best, shot = self._best("injured"), self._best("shot")
        if shot is not None and shot[0] > dead and (best is None or shot[1] > best[1]):
            return Stated(shot[0] - dead, self.first["shot", shot[0]], "shot, less the dead")
        if best is not None and not (dead and best[1] <= _SINGLE and not self.beside):
            return Stated(best[0], self.first["injured", best[0]], "figure")
        if self.beside:
            count, n = max(self.beside)
            return Stated(count, n, "list" if count > 1 else "one person")
        if self.wound and dead == 0:
            return Stated(1, self.wound[0], "one person")
        if "injured" in self.nobody and not dead:
            return Stated(0, self.nobody["injured"], "nobody")
        return None


def wounded_in(text: str) -> int | None:
    """How many people a sentence says were hurt and not killed, counted from its words; None where it names none."""
    counts: list[int] = []
    if words.ANOTHER.search(text):
        counts.append(1)
    for match in words.WOUNDS.finditer(text):
        if not words.NOBODY_SUBJECT.search(text[: match.start()][-60:]):
            people = count_people(_until_verb(match["np"]))
            if people:
                counts.append(people)
    for match in words.PASSIVE_WOUND.finditer(text):
        subject = _subject(text[: match.start()])
        rest = text[match.start() :]
        if words.NOBODY_SUBJECT.search(subject) or re.search(r"\bwhere (?:he|she|they)\b[^.;]*\b(?:died|dead|deceased)\b|\b(?:died|pronounced|succumb)", rest):
            continue
        people = count_people(subject, last=True)
        if people and not words.PERPETRATOR.search(subject[-40:]):
            counts.append(people)
    return max(counts, default=None)


def deaths_in(text: str, *, headline: bool = False, weak: bool = True) -> int | None:
    """How many people a sentence says were killed, counted from its words; None where it says nothing of a death."""
    counts: list[int] = []
    for pattern in (words.DEATH_OF, words.KILLS, words.POSSESSED_DEATH):
        for match in pattern.finditer(text):
            if not words.ATTEMPTED.search(text[: match.start()]):
                left = match.group(0).lower().startswith(("leaving", "left", "leaves"))
                if left:
                    dead = re.search(r"\b(?:dead|deceased)\b", match.group("np"))
                    if dead is None:
                        continue
                    people = count_people(re.split(r"\band\b(?=[^,]*\b(?:injured|wounded|hurt)\b)|\b(?:injured|wounded|hurt)\b,?(?: and)?", match.group("np")[: dead.start()])[-1])
                    counts.append(people or 1)
                    continue
                people = count_people(_until_verb(match.group("np")))
                if people:
                    counts.append(people)
    for pattern in (words.PASSIVE_DEATH, words.DIES):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if words.ATTEMPTED.search(before):
                continue
            subject = _subject(before)
            if words.NOBODY_SUBJECT.search(subject) or words.PERPETRATOR.search(subject[-40:]):
                continue
            people = count_people(re.split(r"\b(?:including|released|identified|found|with|of the)\b", subject)[-1], last=True)
            counts.append(people or 1)
    if headline and (match := words.HEADLINE_DEATH.match(text)):
        counts.append(count_people(match["np"]) or 1)
    if counts:
        return max(counts)
    for match in words.DEATH_NOUN.finditer(text) if weak else ():
        if not words.ATTEMPTED.search(text[: match.start()]):
            return 1
    return None


def _subject(before: str) -> str:
    """The subject of a verb, from the words before it: of its own clause, and without "who" that leans on it."""
    return words.CLAUSE.split(re.sub(r",?\s+(?:who|whom)\b[^,]*$", "", before))[-1][-120:]


def _until_verb(phrase: str) -> str:
    """A noun phrase cut where a clause of its own begins."""
    return re.split(
        r"\band (?:\w+ly )?(?:\w+ed|\w+ing|shot|hurt)\b|\b(?:who|that|which|was|were|is|are|had|has|in|at|on|with|after|during|while|when|outside|inside|near|before|by|from|dead|for|as|to|last|early|late)\b(?! (?:her|his) )", phrase
    )[0]


def count_people(phrase: str, *, last: bool = False) -> int | None:
    """How many people a noun phrase names; None where it names none or an open number ("the victims").

    Args:
        phrase: the words of the noun phrase, a list of people among them.
        last: whether the phrase's end stands at the verb, as a subject's does.

    >>> count_people("a husband, wife and their two children")
    4
    >>> count_people("John Smith, 34, and Mary Jones, 21,")
    2
    >>> count_people("Maige Lee, 27, of Sacramento,", last=True)
    1
    """
    coordinated = [p for p in re.split(r",?\s*\band\b(?:\s+(?:his|her|their))?|&|\bas well as\b|\balong with\b", phrase) if p.strip(" ,")]
    total = 0
    for number, part in enumerate(reversed(coordinated) if last else coordinated):
        found = _listed(part, alone=len(coordinated) == 1, last=last)
        if found is None:
            if number == 0 and last and len(coordinated) > 1:
                return None
            break
        total += found
    return total or None


def _listed(part: str, *, alone: bool, last: bool) -> int | None:
    """The people of one part of a list: its commas part people, ages and appositions."""
    total, named = 0, False
    for piece in part.split(","):
        if words.AGE_ONLY.fullmatch(piece) or not piece.strip() or re.match(r"\s*(?:of|from|aged?)\b", piece):
            continue
        if named and re.match(r"\s*(?:an?|the|his|her|who|\d+-year-old)\b", piece):
            continue  # "Mary Jones, a teacher"
        count = _people_of(piece)
        if count is None:
            if last:
                total = 0  # "On Monday, ..." stands before the people
            continue
        if alone and total:
            break
        named = named or re.search(r"\b[A-Z][a-z]+ [A-Z]", piece) is not None
        total += count
    return total or None


def _people_of(piece: str) -> int | None:
    found = words.WORD.findall(piece)
    low = [w.lower() for w in found]
    if "unborn" in low or "fetus" in low:
        return 0
    nouns = [w for w in low if _singular(w) or w in ("him", "her", "himself", "herself")]
    plural = [w for w in low if w.endswith(("s", "n")) and _is_plural_person(w)]
    numeral = next((int(w) if w.isdigit() else words.NUMERALS[w] for w in low if (w.isdigit() and len(w) <= 3) or w in words.NUMERALS), None)
    if plural:
        return numeral if numeral and numeral > 1 else None
    if nouns or re.search(r"\d+-(?:year|month)s?-old", piece) or "year-old" in piece:
        return 1
    names = [w for w in found if w[0].isupper() and w.lower() not in words.CAPITAL_BUT_NO_NAME]
    return 1 if names else None


def _singular(word: str) -> bool:
    return is_person(word) or word in words.KIN or (("-" in word) and is_person(word.rsplit("-", 1)[-1]))


def _is_plural_person(word: str) -> bool:
    if word in ("children", "people", "men", "women", "others", "persons"):
        return True
    return word.endswith("s") and (_singular(word[:-1]) or (word.endswith("ies") and _singular(word[:-3] + "y")))
