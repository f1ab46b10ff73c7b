"""Small word tables of quantity reading: which word ends a noun phrase, what is plural, what the singular is."""

from __future__ import annotations

from functools import lru_cache

from checker.read.quantity.tokens import wordset

PREPOSITIONS = wordset(
    "in on at by of for to from with into onto over under after before since until till during through across near "
    "around about between among against within without inside outside behind beside besides beyond along despite "
    "toward towards upon via per amid amidst like off out up down above below throughout including excluding versus "
    "vs regarding concerning following than as"
)
CONJUNCTIONS = wordset("and or but nor yet so if because while when whereas although though whether unless where once")
DETERMINERS = wordset(
    "the a an this that these those its his her their our my your each every any all both either neither no some such "
    "another"
)
PRONOUNS = wordset(
    "i he she it we they you him them us me who whom whose which what that there himself herself itself themselves"
)
AUXILIARIES = wordset(
    "is are was were be been being am has have had having do does did will would can could may might must shall should "
    "'s 're 've isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't get gets got"
)
CALENDAR = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight overnight"
)
REPORTING = wordset(
    "said says say told tells according reported reports announced claimed claims added stated confirmed"
)
# Verbs in forms that a noun phrase cannot go over; what looks like a plural ("strikes", "rises") is left out on purpose.
VERBS = wordset(
    "killed died injured wounded hurt dead killing injuring wounding leaves leaving left told came went made took gave "
    "became began ran saw found got kept held showed remain remained fell rose grew took rescued arrested detained "
    "missing took join joined live lived work worked need needed want wanted say face faced attended marched "
    "launched fired hit struck shot sent took carried called opened lost won voted spent paid cost costs"
)
ADVERBS = wordset(
    "here there now then later ago earlier still already also again alone together overall altogether too very away "
    "instead annually apiece each worldwide nationwide early late so far not never ever even only yet just once soon "
    "however meanwhile almost nearly else"
)
STOP = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | CALENDAR | REPORTING | ADVERBS
IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "troops": "troop",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman", "policewomen": "policewoman",
    "firemen": "fireman", "gunmen": "gunman", "fishermen": "fisherman", "businessmen": "businessman",
    "congressmen": "congressman", "lawmen": "lawman", "seamen": "seaman", "crewmen": "crewman", "teeth": "tooth",
    "feet": "foot", "geese": "goose", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "halves": "half", "shelves": "shelf", "loaves": "loaf",
    "calves": "calf", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "crises": "crisis",
    "bases": "base", "houses": "house", "cases": "case", "purchases": "purchase", "horses": "horse", "nurses": "nurse",
    "blazes": "blaze", "axes": "axe", "criteria": "criterion", "phenomena": "phenomenon", "movies": "movie",
    "zombies": "zombie", "cookies": "cookie", "calories": "calorie", "ties": "tie", "pies": "pie", "lies": "lie",
    "shoes": "shoe", "tornadoes": "tornado", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "volcanoes": "volcano", "torpedoes": "torpedo", "embargoes": "embargo", "vetoes": "veto", "echoes": "echo",
    "medics": "medic", "analyses": "analysis", "sheep": "sheep", "fish": "fish", "cattle": "cattle", "series": "series",
    "species": "species", "aircraft": "aircraft", "spacecraft": "spacecraft", "helicopters": "helicopter",
    "personnel": "personnel", "staff": "staff", "police": "police", "crew": "crew", "cavalry": "cavalry",
    "deer": "deer", "infantry": "infantry", "salmon": "salmon", "bison": "bison", "offspring": "offspring",
    "livestock": "livestock", "clergy": "clergy", "means": "means", "headquarters": "headquarters", "others": "person",
    "roubles": "rouble", "taxis": "taxi", "skis": "ski", "alibis": "alibi", "emojis": "emoji", "mps": "mp",
    "pows": "prisoner of war", "uavs": "uav", "gis": "gi", "bus": "bus", "waves": "wave", "caves": "cave",
    "graves": "grave", "slaves": "slave", "natives": "native", "olives": "olive", "drives": "drive", "moves": "move",
    "detectives": "detective", "operatives": "operative", "executives": "executive", "relatives": "relative",
    "representatives": "representative", "conservatives": "conservative", "explosives": "explosive",
    "initiatives": "initiative", "motives": "motive", "captives": "captive", "fugitives": "fugitive",
    "israelis": "israeli", "iraqis": "iraqi", "pakistanis": "pakistani", "yemenis": "yemeni", "saudis": "saudi",
    "kuwaitis": "kuwaiti", "emiratis": "emirati", "bangladeshis": "bangladeshi", "somalis": "somali",
    "azerbaijanis": "azerbaijani", "omanis": "omani", "nazis": "nazi", "hostels": "hostel", "homes": "home",
}  # fmt: skip
_NOT_PLURAL = wordset(
    "this his its has was is us as less yes always perhaps across unless thus plus minus versus towards besides bus gas "
    "politics news physics economics athletics mathematics press across cross loss class business process access success "
    "address illness witness congress progress fitness virus campus status focus bonus census consensus crisis basis "
    "analysis various famous serious dangerous previous numerous enormous religious nervous indigenous covid-19 paris "
    "texas kansas arkansas james thomas charles jesus christmas alas overseas sometimes afterwards nowadays regardless "
    "homeless countless wireless says does goes whereas hers ours theirs yours tennis series species means "
    "headquarters mass boss glass grass dress stress chess pass continuous anonymous autonomous hazardous "
    "suspicious nigh plus kills injures wounds leaves dies"
)


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun (or a noun that is its own plural)."""
    if word in IRREGULAR:
        return word not in ("bus", "leaves")
    if word in _NOT_PLURAL or word in STOP or len(word) < 3 or "'" in word:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """Return the singular of a lower-case noun; words that are no plural come back unchanged."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1]
