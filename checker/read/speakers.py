"""The people and bodies of one article: full names for surnames, and whom "he" and "the ministry" mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from checker.read.gazetteer import gazetteer
from checker.read.tokens import POSSESSIVE, Tokens, bare
from checker.read.verbs import DETERMINERS, DOCUMENTS, MONTHS, OUTLETS, PREPOSITIONS, SPEAKER_NOUNS, TITLES, WEEKDAYS

_NOT_NAMES = frozenset(WEEKDAYS) | frozenset(MONTHS) | DETERMINERS | PREPOSITIONS | frozenset(
    """but and or meanwhile however he she they it we i you there when while after before since if as according what
    who how why some many most more few several two three four five six seven eight nine ten no not also""".split()
)  # fmt: skip
_ORG = frozenset(
    """party ministry department police office agency university college school hospital city county state region
    province district street avenue road highway park company inc corp ltd group bank union league club court
    committee council commission administration force forces army navy guard railways airlines airport center centre
    church house institute association federation organization organisation service services news times post journal
    herald tribune press television radio media station drive lane boulevard river lake island islands sea bay beach
    mall store hotel restaurant stadium arena bridge tower square cup championship games open prize award act law
    treaty agreement order kremlin conference summit festival forum network foundation museum theater theatre
    plaza""".split()
)
MOST_BODIES = 200  # speaking bodies remembered in one article


@dataclass
class Person:
    """A named person: the full form to show and the gender where known ('m', 'f' or '?')."""

    full: str
    surname: str
    gender: str = "?"
    words: int = 1


def person_runs(t: Tokens) -> list[tuple[int, int, int]]:
    """Personal names as (first title word, first name word, end), by a known first name or a title before the run."""
    names = gazetteer().first_names
    runs: list[tuple[int, int, int]] = []
    i, n = 0, len(t)
    while i < n:
        if not t.upper[i] or not t.text[i][0].isalpha() or t.low[i] in _NOT_NAMES:
            i += 1
            continue
        j = i
        while (
            j < n
            and t.upper[j]
            and t.text[j][0].isalpha()
            and t.low[j] not in _NOT_NAMES
            and t.quoted[j] == t.quoted[i]
        ):
            j += 1
            if t.text[j - 1].endswith(POSSESSIVE):
                break
            # "de", "bin", "van" inside a name
            if (
                j + 1 < n
                and t.low[j] in ("de", "bin", "van", "al", "von", "der", "del", "la", "ibn", "da", "dos")
                and t.upper[j + 1]
            ):
                j += 1
        runs.extend(_split_run(t, i, j, names))
        i = max(j, i + 1)
    return runs


def _split_run(t: Tokens, i: int, j: int, names: dict[str, str]) -> list[tuple[int, int, int]]:
    """The personal name at the end of a capitalised run, with the titles before it."""
    k = i
    titled = False
    first = None
    while k < j:
        low = t.low[k].rstrip(".")
        if low in names and k + 1 < j and not t.text[k].endswith(POSSESSIVE) and low not in TITLES:
            first = k
            break
        if low in TITLES:
            titled = True
            k += 1
            continue
        if titled and k > i and t.low[k - 1].rstrip(".") in TITLES:
            first = k
            break
        k += 1
    if (
        first is None
        and i > 0
        and t.low[i - 1].rstrip(".") in TITLES
        and t.low[i - 1]
        not in (
            "us",
            "white",
            "first",
            "house",
            "city",
            "county",
            "police",
            "state",
            "army",
            "military",
            "federal",
            "local",
            "national",
            "fire",
        )
    ):
        first = i
    if first is None:
        return []
    last = bare(t.low[j - 1])
    if last in _ORG or last in SPEAKER_NOUNS or last in TITLES or last in OUTLETS:
        return []
    if j - first > 5:
        return []
    start = first
    while start > 0 and first - start < 7:
        low = t.low[start - 1]
        word = t.text[start - 1]
        if t.quoted[start - 1] != t.quoted[first] or not word[0].isalnum():
            break
        if (
            low.rstrip(".") in TITLES
            or low in gazetteer().demonyms
            or (t.upper[start - 1] and start - 1 >= i)
            or (word.endswith(POSSESSIVE) and t.upper[start - 1])
            or (start < first and t.upper[start - 1] and low not in _NOT_NAMES)
        ):
            start -= 1
        else:
            break
    if (
        start >= 3
        and t.low[start - 1] == "the"
        and t.low[start - 2] == "to"
        and t.low[start - 3] in ("ambassador", "envoy", "representative")
    ):
        start -= 3  # "Russian Ambassador to the UN ..."
        while start > 0 and (
            t.low[start - 1] in gazetteer().demonyms
            or t.low[start - 1] in TITLES
            or t.text[start - 1].endswith(POSSESSIVE)
        ):
            start -= 1
    return [(start, first, j)]


@dataclass
class Register:
    """Everybody named in an article, in two passes: `note` all sentences first, then ask for `full`."""

    people: dict[str, dict[str, Person]] = field(default_factory=lambda: defaultdict(dict))
    gender: dict[str, str] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)

    def note(self, t: Tokens, runs: list[tuple[int, int, int]]) -> None:
        """Remember the names of one sentence."""
        names = gazetteer().first_names
        for start, first, end in runs:
            words = [bare(w) for w in t.text[first:end]]
            surname = words[-1].lower()
            full = t.span(start, end)
            for ending in POSSESSIVE:
                full = full.removesuffix(ending)
            gender = names.get(words[0].lower(), "?") if len(words) > 1 else "?"
            title = t.low[start:first]
            if gender == "?" and any(
                w.rstrip(".") in ("mrs", "ms", "spokeswoman", "queen", "chairwoman", "mother", "actress") for w in title
            ):
                gender = "f"
            elif gender == "?" and any(
                w.rstrip(".") in ("mr", "spokesman", "king", "chairman", "father", "pope") for w in title
            ):
                gender = "m"
            key = words[0].lower() if len(words) > 1 else ""
            held = self.people[surname].get(key)
            if held is None or (
                held.full.count(" ") < full.count(" ") and _role(held.full, held.words) < _role(full, len(words))
            ):
                self.people[surname][key] = Person(
                    full, surname, gender if gender != "?" else held.gender if held else "?", len(words)
                )

    def note_speaker(self, speaker: str) -> None:
        """Take a credited form as the full one where it adds a role: "fire department spokesman Ivan Petrenko"."""
        person = self.person(speaker)
        if (
            person is not None
            and len(speaker) > len(person.full)
            and speaker.endswith(person.full)
            and "," not in speaker
        ):
            person.full = speaker

    def person(self, speaker: str) -> Person | None:
        """The person a speaker string names, if the article holds exactly one of that surname."""
        words = speaker.split()
        if not words:
            return None
        held = self.people.get(bare(words[-1]).lower())
        if not held:
            return None
        named = {k: p for k, p in held.items() if k}
        for word in words[:-1]:
            if word.lower() in named:
                return named[word.lower()]
        if len(named) == 1 and (
            len(words) == 1
            or all(
                w.rstrip(".").lower() in TITLES
                or not w[0].isupper()
                or w.endswith(POSSESSIVE)
                or w.lower() in gazetteer().demonyms
                for w in words[:-1]
            )
        ):
            return next(iter(named.values()))
        if len(held) == 1:
            return next(iter(held.values()))
        return None

    def full(self, speaker: str) -> str:
        """The fullest form in the article of the speaker: "Koval" becomes "Lviv Mayor Andriy Koval"."""
        person = self.person(speaker)
        if person is not None:
            return person.full if len(person.full) >= len(speaker) else speaker
        return self._body(speaker)

    def add_body(self, speaker: str) -> None:
        """Remember a speaking body ("Russia's Defense Ministry") for later short forms."""
        if len(self.bodies) < MOST_BODIES and speaker not in self.bodies:
            self.bodies.append(speaker)

    def _body(self, speaker: str) -> str:
        words = [w.lower() for w in speaker.split()]
        if (
            not words
            or words[-1] not in SPEAKER_NOUNS
            or words[-1] in ("officials", "official", "police", "authorities", "sources", "witnesses", "man", "woman")
        ):
            return speaker
        for body in self.bodies:
            other = [w.lower() for w in body.split()]
            if len(other) > len(words) and other[-len(words) :] == words and body[0].isupper():
                return body
        return speaker

    def resolve(self, words: list[str], recent: list[str]) -> str | None:
        """Whom a pronoun or definite description means: the latest that fits of `recent` (oldest first)."""
        head = words[-1]
        for name in reversed(recent):
            person = self.person(name)
            if head in ("he", "she"):
                if person is None:
                    lower = name.lower().split()
                    if any(w in ("man", "spokesman", "boy", "father") for w in lower) and head == "he":
                        return name
                    if any(w in ("woman", "spokeswoman", "girl", "mother") for w in lower) and head == "she":
                        return name
                    if lower[-1] in (
                        "official",
                        "witness",
                        "resident",
                        "spokesperson",
                        "photographer",
                        "officer",
                        "diplomat",
                        "driver",
                        "doctor",
                        "neighbor",
                        "source",
                        "lawyer",
                        "teacher",
                    ):
                        return name
                    continue
                if person.gender in ("?", "m" if head == "he" else "f"):
                    return person.full
            elif head == "it":
                if person is None and name.split()[-1].lower() not in (
                    "officials",
                    "witnesses",
                    "residents",
                    "man",
                    "woman",
                ):
                    return name
            elif head == "they":
                if person is None:
                    return name
            elif head in DOCUMENTS:
                return person.full if person else name
            elif person is not None:
                role = {w.rstrip(".").lower() for w in person.full.split()[:-1]}
                if role & _ROLE_NAMES.get(head, frozenset({head})) and not _other_nation(words, role):
                    return person.full
            elif head in name.lower().split() and len(name.split()) > len(words):
                return name
        return None


# What a short description may stand for: "the diplomat" is an ambassador or envoy.
_ROLE_NAMES = {
    "diplomat": frozenset("diplomat ambassador envoy minister".split()),
    "leader": frozenset("leader president premier chancellor minister king".split()),
    "minister": frozenset({"minister"}),
    "governor": frozenset({"governor", "gov"}),
    "senator": frozenset({"senator", "sen"}),
    "general": frozenset({"general", "gen"}),
    "premier": frozenset({"premier", "minister"}),
    "politician": frozenset("president minister senator lawmaker mayor leader mp".split()),
    "chief": frozenset({"chief", "head", "superintendent"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    "officer": frozenset("officer sgt lt capt sergeant lieutenant captain detective".split()),
    "sheriff": frozenset({"sheriff"}),
}


def _other_nation(words: list[str], role: set[str]) -> bool:
    """Whether the description names a nation and the person's role names another."""
    demonyms = gazetteer().demonyms
    wanted = {demonyms[w] for w in words if w in demonyms}
    held = {demonyms[w] for w in role if w in demonyms}
    return bool(wanted and held and not wanted & held)


def _role(full: str, words: int) -> int:
    """How informative a form is: name words first, then a role before them."""
    return words * 10 + min(9, full.count(" ") + 1 - words)
