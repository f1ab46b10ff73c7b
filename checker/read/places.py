"""Where: places named in a sentence, with their containment and the part they play.

A name counts as a place when the gazetteer knows it and nothing says otherwise: it is no part of a personal name, and
a small town or a name that is also a word ("Orange", "Hall") is believed only after "in" or before its state or
country. "X district", "X county", "X region" are places even when the gazetteer has never heard of X.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from checker.read.events import EVENTS
from checker.read.gazetteer import Entry, Gazetteer, fold, gazetteer
from checker.read.tokens import POSSESSIVE, Tokens, bare
from checker.read.verbs import AUXILIARIES, PREPOSITIONS, REPORTING, TIME_WORDS
from checker.schema import Place

KNOWN_CITY = 300_000  # people: a city of this size is believed without "in" before it
LARGE_REGION = 2_000_000  # people: a region whose name is also a word is believed from this size
CLEARLY_LARGER = 5.0  # times the people of the next namesake: then the name means the large one
NEAR = 24  # characters between a container's possessive and the name it holds
_HAPPENS = ("location", "target")
LEAD = 3  # sentences of the lead
FEW = 4  # sentences of a text so short that its lead needs no echo
MOST_MAIN = 3  # main locations of an article, at most
ALIAS = 20.0  # another spelling of a city weighs less than a town of that very name
HOME_COUNTRY, HOME_REGION = 50.0, 2000.0  # weight of a namesake in the article's own country and region

_LOCATIVE = frozenset(
    """in at near over outside inside around across throughout within along above off through between beyond under
    toward towards""".split()
)
_NOT_PLACES = frozenset({"by", "with", "for", "about", "via", "per", "like", "including"})
_ORIGIN = frozenset({"from"})
_AGAINST = frozenset(
    {
        "on",
        "against",
        "into",
        "at",
        "upon",
        "targeting",
        "hit",
        "hits",
        "struck",
        "pounded",
        "bombed",
        "shelled",
        "invaded",
        "attacked",
    }
)
_ATTACKS = frozenset(
    """attack attacks attacked attacking strike strikes struck striking assault assaults raid raids barrage missile
    missiles drones drone fire fired launched shelling shelled bombing bombed bombardment invasion invaded offensive
    targeted targeting offensive war""".split()
)  # fmt: skip
_REGION_NOUNS = {
    "region": "region", "oblast": "region", "province": "region", "state": "region", "governorate": "region",
    "prefecture": "region", "regions": "region", "provinces": "region", "territory": "region", "emirate": "region",
}  # fmt: skip
_DISTRICT_NOUNS = frozenset(
    """district county parish borough suburb neighborhood neighbourhood township districts counties raion canton
    municipality""".split()
)
_SITE_NOUNS = frozenset(
    """airport university hospital school college stadium station bridge park church mosque prison base port street
    avenue road highway square mall palace cathedral theater theatre""".split()
)
_OF_NOUNS = {
    **dict.fromkeys("city town village port settlement capital hamlet".split(), "city"),
    **dict.fromkeys("region province state island regions".split(), "region"),
    **dict.fromkeys("district suburb".split(), "district"),
}
# After a demonym these make it a location: "in Russian territory".
_LAND = frozenset(
    """territory soil airspace waters land border borders city cities town towns village villages capital coast
    region regions""".split()
)
_ROLE_WORDS = frozenset(
    """mayor governor gov president police minister prime ministry city county state government officials official
    authorities army forces force air military court railways airlines defense defence foreign interior spokesman
    spokeswoman leader troops soldiers residents capital region oblast province district center centre airport
    university hospital school fire sheriff department council regime administration leadership parliament
    side""".split()
)  # fmt: skip
_DIRECTIONS = frozenset(
    """northern southern eastern western central north south east west northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern downtown upper lower greater inner outer rural occupied
    russian-occupied neighboring neighbouring nearby mainland coastal""".split()
)  # fmt: skip
_WORDLIKE_STOP = frozenset(
    """may march mr mrs most many more van st mobile reading of man nice south north east west central northern southern
    eastern western centre center capital maritime delta sale southeast southwest northeast northwest upper
    lower""".split()
)


@dataclass
class Home:
    """Where an article is at home: votes for countries and regions, and its main locations for claims without one."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, ...]] = field(default_factory=Counter)
    main: tuple[Place, ...] = ()

    def vote(self, places: list[Place]) -> None:
        """Count the sure places of a sentence."""
        for place in places:
            if place.kind != "district" and place.path and (len(place.path) > 1 or place.kind == "country"):
                self.countries[place.path[-1]] += 1
                if place.kind == "region":
                    self.regions[place.path] += 1
                elif len(place.path) > 2:
                    self.regions[place.path[-2:]] += 1


@dataclass(frozen=True)
class _Hit:
    a: int
    b: int
    entries: tuple[Entry, ...]


def find_places(t: Tokens, people: list[tuple[int, int, int]], home: Home, offset: int) -> list[Place]:
    """Places of a sentence, in order; `people` are the token runs of personal names (title, name, end)."""
    g = gazetteer()
    named = [False] * len(t)
    for _, first, end in people:
        for i in range(first, end):
            named[i] = True
    found: list[Place] = []
    i, n = 0, len(t)
    while i < n:
        if not t.upper[i] or named[i]:
            i += 1
            continue
        hit = _longest(t, i, g, named)
        if hit is None:
            place, i = _unknown(t, i, named, offset, found) or (_demonym(t, i, g, offset), i + 1)
            if place is not None:
                found.append(place)
            continue
        place, i = _place(t, hit, g, home, offset, found)
        if place is not None:
            found.append(place)
    return _contain(found)


def _longest(t: Tokens, i: int, g: Gazetteer, named: list[bool]) -> _Hit | None:
    head = fold(bare(t.text[i]))
    for length in range(min(g.heads.get(head, 0), len(t) - i), 0, -1):
        if any(named[i : i + length]):
            continue
        last = t.text[i + length - 1]
        key = head if length == 1 else fold(" ".join([*t.text[i : i + length - 1], bare(last)]))
        entries = g.entries(key)
        if entries and (length == 1 or t.upper[i + length - 1]):
            return _Hit(i, i + length, entries)
    return None


def _place(t: Tokens, hit: _Hit, g: Gazetteer, home: Home, offset: int, found: list[Place]) -> tuple[Place | None, int]:
    a, b = hit.a, hit.b
    end = b
    possessive = t.text[b - 1].endswith(POSSESSIVE)
    # "Kursk region", "Dane County"
    noun = t.low[b] if b < len(t) and not possessive else ""
    if noun == "border" and b + 1 < len(t):
        noun = t.low[b + 1]
    if bare(noun) in _REGION_NOUNS or bare(noun) in _DISTRICT_NOUNS:
        noun = bare(noun)
        kind = "region" if noun in _REGION_NOUNS else "district"
        regions = [e for e in hit.entries if e.kind in (("region",) if kind == "region" else ("district",))]
        entry = _choose(regions, home, None, None)
        singular = noun.removesuffix("s")
        if (
            entry is not None
            and kind == "district"
            and entry.path[1:] not in home.regions
            and len({e.path for e in regions}) > 1
        ):
            path: tuple[str, ...] = (entry.path[0],)  # one of several Cook Counties
        elif entry is not None:
            path = entry.path
        else:
            name = f"{fold(t.span(a, b))} {singular}"
            path = (name, *_enclosing(t, a, found, offset))
        end = b + 1 if t.low[b] != "border" else b + 2
        return _made(t, a, end, kind, path, offset, _role(t, a, end, kind)), end
    # "Austin, Texas", "Lyon, France", "KYIV, Ukraine"
    inside, after = _following(t, b, g) if not possessive else (None, b)
    left = t.low[a - 1] if a else ""
    wanted = _announced(t, a)
    listed = [e for e in hit.entries if e.kind == wanted] or list(hit.entries)
    entry = _choose(listed, home, inside, None)
    if entry is None:
        return None, b
    if inside is None and not _believable(t, a, b, entry, home, found):
        return None, b
    path = entry.path
    if entry.kind == "city" and inside is None and _ambiguous(hit.entries, home):
        path = (entry.path[0],)
    if inside is not None and entry.path[-len(inside) :] != inside:
        path = (fold(t.span(a, b)), *inside)
    if entry.kind == "city" and noun in _SITE_NOUNS and t.upper[b] and left not in _LOCATIVE:
        pass
    if (
        possessive
        and entry.kind == "country"
        and noun == ""
        and b < len(t)
        and t.low[b] == "capital"
        and path[-1] in g.capitals
    ):
        return _made(t, a, b + 1, "city", g.capitals[path[-1]], offset, _role(t, a, b, "city")), b + 1
    role = _role(t, a, b, entry.kind)
    return _made(t, a, after if inside else b, entry.kind, path, offset, role, name_end=b), max(after, b)


def _announced(t: Tokens, a: int) -> str | None:
    """The kind that a noun before announces: "the regions of Bryansk and Kursk", "the city of York"."""
    k = a - 1
    while k > 0 and a - k < 8 and (t.low[k] in ("and", ",", "the") or t.upper[k]):
        k -= 1
    if k > 0 and t.low[k] == "of":
        return _OF_NOUNS.get(t.low[k - 1])
    return None


def _made(
    t: Tokens, a: int, b: int, kind, path: tuple[str, ...], offset: int, role, name_end: int | None = None
) -> Place:
    stop = name_end or b
    name = t.span(a, stop)
    end = t.end[stop - 1]
    for ending in POSSESSIVE:
        if name.endswith(ending):
            name, end = name[:-2], end - 2
    return Place(name=name, start=offset + t.start[a], end=offset + end, kind=kind, path=path, role=role)


def _following(t: Tokens, b: int, g: Gazetteer) -> tuple[tuple[str, ...] | None, int]:
    """The state or country after a comma, with the token after it."""
    if b + 1 >= len(t) or t.text[b] != "," or not t.upper[b + 1] or t.low[b - 1] in TIME_WORDS:
        return None, b
    for length in (3, 2, 1):
        stop = b + 1 + length
        if stop > len(t) or not all(t.word(i) for i in range(b + 1, stop)):
            continue
        words = t.span(b + 1, stop)
        if words.endswith(POSSESSIVE):
            continue  # "Earlier Sunday, Ukraine's army": a new phrase, no container
        key = fold(bare(words))
        dotted = stop < len(t) and t.text[stop] == "."
        if length == 1:
            path = g.states.get(key + ".") if dotted else g.states.get(key)
            if path is None and dotted:
                path = g.states.get(key)
            # two capitals for a state must be capitals: "in" and "or" are words
            if path is not None and (len(key) > 2 or words.isupper()):
                return path, stop + (1 if dotted and stop + 1 < len(t) else 0)
        for entry in g.entries(key):
            if entry.kind in ("country", "region") and entry.people > 100_000:
                return entry.path, stop
    return None, b


def _choose(entries: list[Entry], home: Home, inside: tuple[str, ...] | None, _: None) -> Entry | None:
    """The likeliest meaning of a name."""
    if inside is not None:
        fitting = [e for e in entries if e.path[-len(inside) :] == inside and len(e.path) > len(inside)]
        if fitting:
            return next((e for e in fitting if e.kind == "city"), fitting[0])
        return next((e for e in entries if e.kind == "city"), entries[0] if entries else None)
    if not entries:
        return None
    return max(entries, key=lambda e: _weight(e, home))


def _weight(entry: Entry, home: Home) -> float:
    weight = float(entry.people + 1)
    if entry.kind == "region" and len(entry.path[0].split()) > 1 and entry.path[0].endswith((" region", " state")):
        weight /= 1000.0  # "Kyiv" alone is the city, not the region called after it
    if entry.path[-1] in home.countries and len(entry.path) > 1:
        weight *= HOME_COUNTRY
    if entry.alias:
        weight /= ALIAS
    if len(entry.path) > 2 and entry.path[1:] in home.regions:
        weight *= HOME_REGION * home.regions[entry.path[1:]]
    return weight


def _ambiguous(entries: tuple[Entry, ...], home: Home) -> bool:
    """Whether two towns of the name are about equally likely: then its state stays unknown."""
    weights = sorted({e.path: _weight(e, home) for e in entries if e.kind == "city"}.values(), reverse=True)
    return len(weights) > 1 and weights[0] < CLEARLY_LARGER * weights[1]


def _believable(t: Tokens, a: int, b: int, entry: Entry, home: Home, found: list[Place]) -> bool:
    low = t.low[a]
    left = t.low[a - 1] if a else ""
    if low in _WORDLIKE_STOP and b - a == 1:
        return False
    upper_left = a > 0 and t.upper[a - 1] and t.text[a - 1][0].isalpha()
    upper_right = b < len(t) and t.upper[b] and t.text[b][0].isalpha() and not t.text[b - 1].endswith(POSSESSIVE)
    located = (left in PREPOSITIONS and left not in _NOT_PLACES) or left in _DIRECTIONS
    if left in ("and", ",", "or") and found and a > 1 and found[-1].end is not None and found[-1].role != "actor":
        located = located or found[-1].name.endswith(bare(t.text[a - 2]))  # a list shares its preposition
    if left in _DIRECTIONS and a > 1 and left[0] != t.text[a - 1][0]:
        located = t.low[a - 2] in PREPOSITIONS or not upper_right
    if upper_left and left not in _DIRECTIONS and a - 1 > 0 and not located:
        joined = found and found[-1].end is not None and left in ("and",)
        if not joined and left not in PREPOSITIONS and left not in gazetteer().demonyms:
            return False  # "Bank of New England" keeps its "of"; "Joe Orange" is no town
    dateline = (
        a == 0
        and b < len(t)
        and (t.text[b] in "(/—–-" or (t.text[b] == "," and t.text[a].isupper()))
        and t.text[a].isupper()
    )
    if dateline:
        return True
    if upper_right and t.low[b].rstrip(".") not in _ROLE_WORDS and entry.kind == "city":
        return False
    if entry.kind == "country":
        return (
            low not in ("georgia", "jordan", "chad", "jersey", "guinea")
            or located
            or "'s" in t.low[b - 1]
            or low == "georgia"
        )
    if entry.kind == "region":
        if not entry.wordlike:
            return True
        return (located and entry.people >= LARGE_REGION) or entry.path[-1] in home.countries
    if entry.kind == "district":
        return True
    if entry.wordlike:
        if not located and not (upper_right and t.low[b].rstrip(".") in _ROLE_WORDS):
            return entry.people >= 1_000_000 and entry.path[-1] in home.countries and not upper_left
        return entry.people >= 100_000 or entry.path[-1] in home.countries
    if entry.people >= KNOWN_CITY:
        return True
    if located:
        return True
    return upper_right and t.low[b].rstrip(".") in _ROLE_WORDS and (entry.path[-1] in home.countries)


def _unknown(t: Tokens, i: int, named: list[bool], offset: int, found: list[Place]) -> tuple[Place, int] | None:
    """Places by their shape: "Quarticciolo district", "village of Verbivka", "Lake County"."""
    j = i
    while (
        j < len(t)
        and j - i < 4
        and t.upper[j]
        and t.text[j][0].isalpha()
        and not named[j]
        and t.low[j] not in PREPOSITIONS
    ):
        if bare(t.low[j]) in _DISTRICT_NOUNS and j > i:
            break
        j += 1
        if t.text[j - 1].endswith(POSSESSIVE):
            return None
    if (
        j < len(t)
        and j > i
        and t.low[j] in _DISTRICT_NOUNS | frozenset(_REGION_NOUNS)
        and t.low[i] not in ("the", "a", "school")
    ):
        if t.low[j] in ("state", "territory", "states") or (
            i == 0
            and j - i == 1
            and t.low[i] in ("this", "that", "each", "every", "some", "other", "police", "central", "no")
        ):
            return None
        if i > 0 and t.low[i - 1] in gazetteer().demonyms and False:
            return None
        if any(w in ("school", "court", "judicial", "congressional", "us", "u.s.", "federal") for w in t.low[i:j]) or (
            j + 1 < len(t) and t.low[j + 1] in ("attorney", "court", "judge")
        ):
            return None
        if t.low[i] in gazetteer().demonyms or t.low[i] in _DIRECTIONS or t.low[i].endswith("ern"):
            return None
        kind = "district" if t.low[j] in _DISTRICT_NOUNS else "region"
        name = f"{fold(t.span(i, j))} {t.low[j].removesuffix('s')}"
        path = (name, *_enclosing(t, i, found, offset))
        return _made(t, i, j + 1, kind, path, offset, _role(t, i, j + 1, kind)), j + 1
    if j > i:
        inside, after = _following(t, j, gazetteer())
        if inside is not None and j - i <= 3 and (i == 0 or t.low[i - 1] in PREPOSITIONS or t.text[i].isupper()):
            # a town too small for the gazetteer: "SMALLVILLE, Kan."
            return _made(t, i, j, "city", (fold(t.span(i, j)), *inside), offset, "location"), after
    if i >= 2 and t.low[i - 1] == "of" and t.low[i - 2] in _OF_NOUNS and j > i:
        kind = _OF_NOUNS[t.low[i - 2]]
        return _made(t, i, j, kind, (fold(t.span(i, j)),), offset, "location"), j
    return None


def _enclosing(t: Tokens, a: int, found: list[Place], offset: int) -> tuple[str, ...]:
    """The place whose possessive stands just before ("Russia's Kursk region"), else the last location that holds it."""
    for place in reversed(found):
        if (
            place.end is not None
            and 0 <= t.start[a] + offset - place.end <= NEAR
            and place.kind in ("country", "region", "city")
        ):
            between = t.source[place.end - offset : t.start[a]]
            if between.startswith(POSSESSIVE) or between in (" ", " and "):
                return place.path if between != " and " else place.path[1:]
            break
    for place in reversed(found):
        if place.role in ("location", "target") and place.kind in ("city", "region", "country"):
            return place.path
    return ()


def _demonym(t: Tokens, i: int, g: Gazetteer, offset: int) -> Place | None:
    path = g.demonyms.get(t.low[i]) or g.demonyms.get(bare(t.low[i]))
    if path is None:
        return None
    follows = t.low[i + 1] if i + 1 < len(t) else ""
    capital = g.capitals.get(path[-1]) if follows == "capital" else None
    if capital is not None:
        return _made(t, i, i + 2, "city", capital, offset, _role(t, i, i + 1, "city"))
    land = follows in _LAND or (
        i + 2 < len(t)
        and t.low[i + 2] in _LAND
        and not t.upper[i + 1]
        and follows not in PREPOSITIONS
        and follows not in AUXILIARIES
    )
    role = "location" if land else "actor"
    kind = "country" if len(path) == 1 else "region"
    return _made(t, i, i + 1, kind, path, offset, role)


def _role(t: Tokens, a: int, b: int, kind: str):
    k = a - 1
    while k >= 0 and (
        t.low[k] in ("the", "central", "downtown", "greater", "nearby", "neighboring", "neighbouring")
        or t.low[k] in _DIRECTIONS
        or t.text[k].endswith(POSSESSIVE)
        or (
            t.low[k] in ("capital", "city", "town", "village", "region", "regions", "of")
            and k > 0
            and t.low[k - 1] != "of"
        )
    ):
        k -= 1
    left = t.low[k] if k >= 0 else ""
    if left == "and" or left == ",":
        # a list shares the preposition of its first member
        m = k
        while (
            m > 0
            and k - m < 12
            and (t.upper[m] or t.low[m] in ("and", ",", "the", "of", "region", "regions") or t.low[m] in _DIRECTIONS)
        ):
            m -= 1
        left = t.low[m]
        k = m
    if left == "against":
        return "actor"  # a match or a vote against somebody
    possessor = t.text[b - 1].endswith(POSSESSIVE)
    if left in _ORIGIN:
        return "origin"
    attack = any(w in _ATTACKS for w in t.low[max(0, k - 7) : k + 1])
    if left in _AGAINST and attack:
        return "target"
    if possessor:
        follows = t.low[b] if b < len(t) else ""
        if left in _LOCATIVE or left in ("on", "to", "across"):
            return "location"
        return "location" if follows in ("capital",) and kind == "country" and left in PREPOSITIONS else "actor"
    if left in _LOCATIVE or left in ("to", "of", "on", "visited", "leave", "left", "entered", "reached"):
        if (
            left == "of"
            and kind == "country"
            and k > 0
            and t.low[k - 1] in ("president", "government", "minister", "king", "army", "leader")
        ):
            return "actor"
        if left == "between" and kind == "country":
            return "actor"
        return "location"
    if b < len(t) and (t.low[b].rstrip(".") in _ROLE_WORDS or t.low[b] in REPORTING):
        return "actor"
    if kind == "country":
        return "actor"
    if (
        b < len(t)
        and left not in PREPOSITIONS
        and (t.low[b] in AUXILIARIES or t.low[b] in EVENTS or t.low[b].endswith("ed"))
    ):
        return "actor"  # "Moscow is prepared": the capital stands for its government
    if left == "with" and kind in ("city", "country"):
        return "actor"
    return "location"


def _contain(found: list[Place]) -> list[Place]:
    """Put places without a container inside a neighbour that can hold them: "Rome ... in the Quarticciolo district"."""
    out: list[Place] = []
    for at, place in enumerate(found):
        if len(place.path) == 1 and place.kind in ("district", "city"):
            holders = ("region", "city") if place.kind == "district" else ("region",)
            near = [p for p in found[at + 1 : at + 3] if p.kind in holders]
            if place.kind == "district":
                near = [p for p in reversed(out) if p.kind in ("city", "region")] + near
            holder = near[0] if near else None
            if holder is not None:
                place = place.model_copy(update={"path": (*place.path, *holder.path)})
        out.append(place)
    return out


def main_locations(title: list[Place], sentences: list[list[Place]]) -> tuple[Place, ...]:
    """Where an article's event is: places of its title, dateline or lead that the text comes back to.

    A place of the lead that is named once may be where somebody spoke, so it counts only in the title, in a dateline
    or in a text of few sentences.
    """
    often: Counter[tuple[str, ...]] = Counter(p.path for places in sentences for p in places if p.role in _HAPPENS)
    sure = [p for p in title if p.role in _HAPPENS and p.path]
    if not sure:
        lead = [p for places in sentences[:LEAD] for p in places if p.role in _HAPPENS and p.path]
        dateline = [p for p in (sentences[0] if sentences else []) if p.start is not None and p.role in _HAPPENS][:1]
        few = len(sentences) <= FEW
        sure = [p for p in lead if few or often[p.path] > 1 or (p in dateline and p.kind == "city")]
    kept: dict[tuple[str, ...], Place] = {}
    for place in sure:
        # "in Kyiv, Ukraine": only the most precise of a chain
        if not any(place.path != other.path and other.path[-len(place.path) :] == place.path for other in sure):
            kept.setdefault(place.path, place)
    return tuple(
        Place(name=p.name, kind=p.kind, path=p.path, added=True, role="location")
        for p in list(kept.values())[:MOST_MAIN]
    )
