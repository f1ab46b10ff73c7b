"""Word groups that decide scope: which counted nouns are one, which populations exclude each other."""

from __future__ import annotations

PERSONS = frozenset(
    """person people passenger victim civilian soldier service_member serviceman servicewoman troop child woman man boy
    girl resident student pupil worker employee officer policeman police pedestrian tourist migrant villager
    protester demonstrator marcher participant fan spectator supporter patient prisoner detainee hostage captive crew
    sailor miner firefighter rescuer driver adult infant baby teenager teen other victim casualty human individual
    inhabitant citizen bystander guest refugee evacuee suspect gunman militant fighter rebel family_member relative
    member traveller traveler motorist cyclist fisherman farmer teacher doctor nurse journalist"""
    .split()
)  # fmt: skip
# Counted nouns that are one thing under several names.
SYNONYMS: tuple[frozenset[str], ...] = (
    frozenset({"drone", "uav", "unmanned aerial vehicle", "unmanned aircraft", "loitering munition", "shahed"}),
    frozenset({"job", "post", "position", "worker", "employee", "staff", "redundancy", "layoff"}),
    frozenset({"home", "house", "dwelling", "residence", "property"}),
    frozenset({"death", "fatality", "dead", "body", "life", "victim", "person", "people"}),
    frozenset({"injury", "wounded", "injured", "casualty", "person", "people"}),
    frozenset({"case", "infection", "patient"}),
    frozenset({"plane", "aircraft", "bomber", "warplane", "jet", "airplane"}),
    frozenset({"pow", "prisoner of war", "prisoner", "captive", "soldier", "detainee"}),
    frozenset({"protester", "demonstrator", "marcher", "participant", "person", "people"}),
    frozenset({"flight", "plane"}),
    frozenset({"airfield", "air base", "airbase", "base"}),
    frozenset({"seat", "mandate"}),
    frozenset({"settlement", "village", "town", "community"}),
    frozenset({"spectator", "fan", "attendance", "supporter", "person", "people"}),
)
# Populations within people; two different ones of a row exclude each other.
POPULATIONS: tuple[tuple[frozenset[str], ...], ...] = (
    (
        frozenset({"civilian", "passer-by", "bystander"}),
        frozenset({"soldier", "military", "service member", "serviceman", "troop", "troops", "servicemen"}),
        frozenset({"police", "policeman", "officer", "policemen"}),
        frozenset({"suspect", "gunman", "shooter", "attacker", "militant"}),
    ),
    (frozenset({"child", "children", "boy", "girl", "teenager", "teen", "minor", "pupil"}), frozenset({"adult"})),
    (frozenset({"woman", "women", "female", "girl"}), frozenset({"man", "men", "male", "boy"})),
    (frozenset({"passenger"}), frozenset({"crew", "crew member", "driver", "pilot"})),
)
# Words that make a figure a part of the whole toll. Incidental ones ("passengers", "miners", "residents") do not:
# "four passengers drowned" and "seven people drowned" count the same people.
NARROWING = frozenset(
    """civilian soldier military service_member serviceman troop troops servicemen police policeman policemen officer
    child children boy girl teenager teen minor pupil adult woman women female man men male crew driver pilot firefighter
    rescuer foreigner foreign migrant journalist elderly pregnant suspect gunman shooter attacker militant daughter son sibling
    brother sister cousin niece nephew grandchild grandson granddaughter parent"""
    .split()
)  # fmt: skip
# What somebody did against what somebody did: news verbs whose truth excludes the other's.
ANTONYMS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (
        ("accept agree approve endorse back support ratify welcome", "reject refuse decline dismiss veto oppose rebuff"),
        ("seize capture take occupy conquer", "repel lose hold retain repulse defend recapture liberate"),
        ("confirm admit acknowledge", "deny refute dispute"),
        ("win", "lose"),
        ("open reopen start begin resume", "close shut suspend halt stop end cancel"),
        ("convict", "acquit clear"),
        ("rise increase grow climb", "fall decrease drop shrink decline"),
        ("arrive", "leave depart"),
        ("release free", "hold detain keep"),
        ("survive", "die perish kill"),
        ("pass", "fail reject"),
        ("uphold", "overturn quash"),
        ("allow permit", "ban forbid prohibit bar"),
        ("hire", "fire dismiss"),
        ("attend join", "boycott skip"),
        ("advance", "retreat withdraw"),
        ("remain stay", "resign leave quit"),
        ("postpone delay", "hold"),
    )
)


# What was done implies that the weaker act was done: "was destroyed" against "was not hit".
IMPLIES: dict[str, frozenset[str]] = {
    verb: frozenset(weaker.split())
    for verbs, weaker in (
        ("destroy wreck demolish level burn gut", "hit strike damage attack burn target reach"),
        ("damage sink down", "hit strike attack reach target"),
        ("kill injure wound", "hit hurt harm attack injure shoot"),
        ("capture seize occupy take", "enter attack reach storm"),
        ("sign ratify", "accept agree approve"),
        ("win", "contest run"),
        ("thin remove withdraw cut", "touch remove cut"),
        ("convict sentence jail", "charge try convict"),
    )
    for verb in verbs.split()
}


# Acts that happen once in an event, under the verbs that news has for each: they have one date.
HAPPENINGS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "capsize overturn sink tilt list", "collapse", "explode detonate", "crash derail collide", "erupt", "sign ratify", "resign quit",
        "sentence jail", "convict", "acquit", "elect", "land ditch", "open inaugurate", "close shut", "arrive", "depart leave", "merge acquire buy",
        "begin start", "end", "postpone delay cancel", "ambush", "hijack kidnap abduct", "escape flee", "assassinate murder", "topple oust overthrow",
        "recall", "approve pass", "reject veto", "strike hit", "flood inundate", "ignite burn",
    )
)


def one_happening(a: str, b: str) -> bool:
    """Whether two predicates can name one unrepeated happening."""
    return any(a in row and b in row for row in HAPPENINGS)


def implies(a: str, b: str) -> bool:
    """Whether doing `a` means that `b` was done."""
    return a == b or b in IMPLIES.get(a, ())


def antonyms(a: str, b: str) -> bool:
    """Whether two predicate lemmas exclude each other. Symmetric."""
    return any((a in left and b in right) or (b in left and a in right) for left, right in ANTONYMS)


def same_counted(a: str, b: str) -> bool:
    """Whether two counted nouns can be one thing."""
    if a == b or a.rstrip("s") == b.rstrip("s"):
        return True
    return any(a in group and b in group for group in SYNONYMS)


def is_person(noun: str) -> bool:
    """Whether the counted noun is people."""
    return noun.replace(" ", "_") in PERSONS or noun in ("service member", "family member", "crew member")
