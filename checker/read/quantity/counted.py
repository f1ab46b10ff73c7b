"""What a number counts: the head noun behind it and the words that narrow it.

There is no parser here: a noun phrase is read from left to right up to the first word that cannot belong to it, and
its head is the first plural ("6 more villages Sunday"), or the run of plurals it starts ("12 sports fans").
"""

from __future__ import annotations

from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens, wordset
from checker.read.quantity.words import CALENDAR, STOP, is_plural, singular

MAX_WORDS = 7
_PARTITIVE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "all", "some", "my"})
_PRONOUNS = frozenset({"them", "whom", "which", "us", "these", "those", "you"})
_OTHER = frozenset({"other", "others", "more", "additional", "further", "extra"})
# Words inside the phrase that do not narrow what is counted.
_EMPTY = _OTHER | wordset(
    "different new total separate various straight consecutive estimated reported confirmed unconfirmed such so-called "
    "individual nearly about approximately whole full single possible suspected alleged innocent identified"
)
_PERSON_LIKE = frozenset({"people", "persons", "others"})
_COMPOUNDS = {
    ("prisoners", "of", "war"): "prisoner of war", ("members", "of", "parliament"): "member of parliament",
    ("head", "of", "cattle"): "cattle", ("rounds", "of", "ammunition"): "round", ("cases", "of"): "case",
    ("counts", "of"): "count", ("pieces", "of"): "piece", ("acts", "of"): "act", ("members", "of"): "member",
}  # fmt: skip
_NOUN_COMPOUNDS = frozenset(
    {
        ("service", "member"), ("police", "officer"), ("security", "officer"), ("staff", "member"), ("crew", "member"),
        ("family", "member"), ("gang", "member"), ("fighter", "jet"), ("power", "plant"), ("power", "line"),
        ("border", "guard"), ("aid", "worker"), ("health", "worker"), ("apartment", "building"), ("phone", "call"),
        ("cruise", "missile"), ("ballistic", "missile"), ("law", "enforcement"), ("fire", "engine"), ("car", "bomb"),
        ("air", "strike"), ("prison", "guard"), ("security", "guard"), ("bus", "driver"), ("school", "child"),
    }
)  # fmt: skip
_NUMBER_WORDS = wordset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million "
    "billion dozen dozens hundreds thousands millions"
)
_POSSESSIVE_END = "'s"
# Adjectives and participles that stand alone for people ("the injured", "20 wounded"), so they end a phrase as heads of
# their own when no noun follows.
BARE_GROUPS = wordset("dead injured wounded missing killed hurt homeless hospitalized arrested detained")
_PERSON_NOUNS = wordset(
    "person man woman child boy girl teen teenager toddler baby infant adult civilian soldier troop officer official "
    "student pupil teacher worker employee resident passenger driver pedestrian cyclist victim survivor suspect "
    "protester demonstrator prisoner hostage migrant refugee tourist hiker climber miner firefighter rescuer paramedic "
    "nurse doctor patient journalist reporter activist militant fighter terrorist gunman attacker rebel insurgent "
    "member guard pilot sailor marine fisherman farmer villager citizen national villager policeman serviceman "
    "servicewoman bystander customer guest spectator fan player athlete inmate detainee captive evacuee voter delegate "
    "lawmaker senator mp minister staff personnel crew police commuter shopper worshipper pilgrim youth neighbor "
    "neighbour brother sister son daughter mother father parent husband wife grandmother grandfather cousin sibling "
    "friend girlfriend boyfriend ex-girlfriend roommate bartender clerk rapper singer actor bride groom fiancee relative couple mercenary peacekeeper trooper deputy agent inspector investigator lawyer judge veteran "
    "volunteer medic serviceperson recruit conscript combatant israeli palestinian russian ukrainian american briton "
    "syrian afghan iraqi iranian chinese indian pakistani mexican turk german juvenile male female occupant rider skier "
    "swimmer motorist motorcyclist schoolchild schoolgirl schoolboy newborn elder pensioner senior freshman graduate "
    "shooter assailant intruder robber thief dealer smuggler trafficker "
    "striker staffer guardsman engineer operator contractor executive delegate ambassador colleague teammate kid infantry "
    "schoolteacher clergy priest imam monk nun rabbi pastor"
) | frozenset({"prisoner of war", "service member", "police officer", "staff member", "crew member", "family member",
               "gang member", "aid worker", "health worker", "border guard", "security guard", "bus driver"})  # fmt: skip
AERIAL = wordset(
    "drone missile rocket uav projectile aircraft jet plane helicopter bomber fighter warplane airplane balloon shahed "
    "munition quadcopter bomb shell target threat weapon"
) | {"fighter jet", "cruise missile", "ballistic missile"}


def is_person(counted: str | None) -> bool:
    """Whether a counted noun is a person or a group of people."""
    return counted is not None and (
        counted in _PERSON_NOUNS or counted.endswith(("woman", "worker", " officer", "ian", "iraqi"))
    )


def read_noun(t: Tokens, m: Mention) -> None:
    """Set counted, modifiers, head and `after` of a mention, from the words behind it."""
    m.after = m.b
    if m.kind not in ("count", "percent", "fraction", "multiple", "measurement", "loose"):
        return
    k = m.b
    if t.at(k) in DASHES and t.is_glued(k) and t.is_glued(k + 1):
        if m.kind == "count" and m.bound != "range" and m.value != 1:
            m.counted = _hyphened(t, k + 1)
        return
    if t.at(k) == "who" and m.kind == "count":
        m.counted = "person"  # "95,800 who had no work"
        return
    if t.at(k) in ("-", "\u2013", "\u2014", "(", ")"):
        return
    if t.at(k) == "of":
        nxt = t.at(k + 1)
        if nxt in _PRONOUNS and not is_plural(t.at(k + 2)):
            m.role, m.after = "part", k + 2
            return
        if nxt in _PARTITIVE or m.value is not None and m.kind == "count":
            if (
                m.kind == "count"
                and nxt in _PARTITIVE
                or m.kind == "count"
                and t.kind_at(k + 1) == "w"
                and m.scale == 1.0
            ):
                m.role = "part"
            k += 2 if nxt in _PARTITIVE else 1
            while t.at(k) in _PARTITIVE:
                k += 1
            if t.kind_at(k) == "n":
                m.after = k
                return
        else:
            k += 1
            if t.at(k) in _PARTITIVE:
                k += 1
    elif m.kind in ("percent", "measurement"):
        return
    _phrase(t, m, k)


def _hyphened(t: Tokens, k: int) -> str | None:
    """What the number of a compound counts: "a 12-member panel", "the four-storey house", "a 300-strong crowd"."""
    word = t.at(k)
    if word == "strong":
        return "person"
    if (
        t.kind_at(k) != "w"
        or len(word) < 3
        or word in STOP
        or word in _NOT_COUNTED
        or word.endswith(("ed", "ly", "ing"))
    ):
        return None
    return singular(word) if t.raw[k].islower() else None


# "a four-way race", "a three-fold rise", "two-thirds", "a 50-odd crowd", "5-alarm" and the like count no things.
_NOT_COUNTED = wordset(
    "way fold odd plus something time tier size style class grade part piece ply state star strong off up year old max "
    "pronged handed legged wheel alarm per dimensional based run point goal game set under over all one two three four "
    "five six seven eight nine ten"
)
_FIGURE_REACH = 4


def _is_inside(t: Tokens, k: int) -> bool:
    """Whether the figure at k belongs to a name or a size inside the phrase: "737 Max jets", "500ml bottles"."""
    plural = False
    for n in range(k + 1, min(k + 1 + _FIGURE_REACH, t.size)):
        if t.kind[n] != "w" or t.low[n] in STOP:
            if t.low[n] in DASHES and t.is_glued(n):
                continue
            break
        if is_plural(t.low[n]) and t.raw[n].islower() and n > k + 1:
            plural = True
    named = t.is_name(k - 1) and is_plural(t.at(k + 1)) and not t.is_name(k + 1) and t.low[k - 1] not in CALENDAR
    sized = t.is_name(k + 1) or t.is_glued(k + 1) or t.at(k + 1) in _SIZES
    return named or plural and sized


_SIZES = wordset("litre liter gram kilogram kg ml cm mm metre meter foot inch ounce gallon megawatt horsepower")


_VERBS_BEHIND = wordset("goes comes belongs lies sits remains depends consists wants thinks believes uses owns lacks")


def _is_short_plural(raw: str) -> bool:
    """ "81 RBIs", "two TDs": the plural of an abbreviation."""
    return len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper()


def _is_verb_of(t: Tokens, head: int, word: str, m: Mention) -> bool:
    """ "one in four pensioners lives alone", "one in 12 adults smokes": behind people that are one of many, a verb."""
    if not is_person(singular(t.low[head])) or is_person(singular(word)):
        return False
    return word == "lives" or m.kind == "fraction"


def _joins_modifiers(t: Tokens, k: int) -> bool:
    """ "24 Ukrainian and Russian soldiers": the conjunction at k links what narrows, for a plural follows it soon."""
    for n in range(k + 1, min(k + 5, t.size)):
        word = t.low[n]
        if t.kind[n] != "w" or word in STOP or word in _NUMBER_WORDS or word in BARE_GROUPS or word in _OTHER:
            return False
        if is_plural(word):
            return n > k + 1 and (not t.is_name(n) or t.is_name(k - 1))
    return False


def _phrase(t: Tokens, m: Mention, k: int) -> None:
    words: list[int] = []
    head = -1
    while k < t.size and len(words) < MAX_WORDS:
        word = t.low[k]
        if t.kind[k] == "n" and head < 0 and m.value != 1 and _is_inside(t, k):
            k += 1
            continue
        if t.kind[k] != "w":
            if word in DASHES and t.is_glued(k) and t.is_glued(k + 1) and head < 0:
                # "two F-16 jets": the figure is part of a name inside the phrase
                k += 1 if t.kind_at(k + 1) == "w" else 2
                continue
            if (
                word == ","
                and words
                and head < 0
                and t.kind_at(k + 1) == "w"
                and is_plural(t.at(k + 2))
                and t.at(k + 1) not in STOP
            ):
                k += 1
                continue
            break
        if word in STOP and word not in _OTHER and not (word == "so" or word in ("off",) and t.at(k + 1) == "-"):
            if word == "or" and t.at(k + 1) in ("more", "so"):
                k += 2
                continue
            if word in CALENDAR and not words and is_plural(t.at(k + 1)):
                k += 1
                continue
            if word == "us" and t.raw[k] == "US" and t.kind_at(k + 1) == "w":
                words.append(k)
                k += 1
                continue
            if word in ("and", "or") and words and head < 0 and m.value != 1 and _joins_modifiers(t, k):
                k += 1
                continue
            break
        if word in _NUMBER_WORDS:
            break
        if word in _VERBS_BEHIND and words:
            break
        if head >= 0 and (not is_plural(word) or _is_verb_of(t, head, word, m)):
            break
        if m.value == 1 and words and is_plural(word) and m.role != "part":
            # "one motion asks": behind a single thing an s is a verb's; "one of my local stores" names the plural
            break
        if word in BARE_GROUPS and head < 0 and not _noun_follows(t, k):
            break
        if (
            word.endswith("ly")
            and word not in ("family", "elderly", "early", "friendly")
            and not (head < 0 and (is_plural(t.at(k + 1)) or (is_plural(t.at(k + 2)) and t.at(k + 1) not in STOP)))
        ):
            break
        words.append(k)
        if (is_plural(word) or _is_short_plural(t.raw[k])) and not _inside_a_name(t, k):
            head = k
        k += 1
    m.other = m.other or any(t.low[w] in _OTHER for w in words)
    if head < 0 and words and (m.value == 1 or m.kind in ("percent", "fraction")):
        while words and t.low[words[-1]] in _OTHER:
            words.pop()
        head = _single_head(t, words)
    if head < 0:
        only = [w for w in words if t.low[w] in _OTHER]
        m.after = (
            (only[-1] + 1) if only and only[0] == (words[0] if words else -1) else m.b if t.at(m.b) != "of" else m.after
        )
        m.after = max(m.after, m.b)
        return
    word = t.low[head]
    m.head, m.after = head, head + 1
    m.counted = word[:-1] if _is_short_plural(t.raw[head]) else singular(word)
    for phrase, name in _COMPOUNDS.items():
        if t.matches(head, phrase):
            if len(phrase) == 3:
                m.counted = name
                m.after = head + len(phrase)
            break
    before = [t.low[w] for w in words if w < head]
    if before and (before[-1], m.counted) in _NOUN_COMPOUNDS:
        m.counted = f"{before.pop()} {m.counted}"
    m.modifiers = tuple(w.removesuffix(_POSSESSIVE_END) for w in before if w not in _EMPTY and len(w) > 1)


def _inside_a_name(t: Tokens, k: int) -> bool:
    """ "two Hills County officers": a capitalised word that ends in s goes on as a name or narrows a later plural."""
    if not t.is_name(k) or t.title_case or t.kind_at(k + 1) != "w":
        return False
    return t.is_name(k + 1) or (is_plural(t.at(k + 1)) and t.at(k + 1) not in STOP)


def _noun_follows(t: Tokens, k: int) -> bool:
    """ "20 wounded soldiers": the participle narrows; "20 wounded in raids", "4 dead, dozens hurt": it stands alone."""
    for n in range(k + 1, min(k + 4, t.size)):
        if t.kind[n] != "w" or t.low[n] in STOP:
            return False
        if is_plural(t.low[n]):
            return t.low[n] not in (
                "police",
                "officials",
                "cops",
                "authorities",
                "sources",
                "reports",
                "headquarters",
            ) and not (n > k + 1 and t.is_name(n))
    return False


def _single_head(t: Tokens, words: list[int]) -> int:
    """The head of a singular phrase ("one police officer died"): the last word of a known noun, else the first."""
    for w in reversed(words):
        if t.low[w] in _PERSON_NOUNS or t.low[w] in AERIAL:
            return w
    return (
        words[-1]
        if words and len(words) <= 3 and not t.is_name(words[-1]) and not t.low[words[-1]].endswith(("ed", "ing"))
        else -1
    )
