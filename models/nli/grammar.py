"""Lexicon and frames of the pair generator: each list has a part for training and one for development, disjoint.

A family is one predicate with several ways to say it. Slots: {A} actor, {B} second party, {q} quantity with its noun,
{P} place, {X} what is acted on. The frames are written for this generator and are not those of the hand-labelled set.
"""

from __future__ import annotations

from typing import NamedTuple

NAMES = {
    "train": "Marta Ivan Chen Amina Lucas Priya Tom Sofia Daniel Aisha Peter Lena Omar Grace Hugo Nadia Felix Ruth Samir Elsa "
    "Viktor Joana Kofi Mei Pablo Ingrid Yusuf Clara Dmitri Rosa".split(),
    "dev": "Anders Bianca Tariq Holly Mateo Zanele Greta Owen Farah Nils".split(),
}
PLACES = {
    "train": "Lima|Oslo|Karachi|Nairobi|Gdansk|Valencia|Osaka|Cordoba|Leeds|Tunis|Hanoi|Austin|Graz|Izmir|Recife|Perth|Dakar|Lviv|"
    "Busan|Quito|Haifa|Malmo|Pune|Basra|Denver|Minsk|Ghent|Aleppo|Turin|Accra".split("|"),
    "dev": "Bergen|Multan|Mombasa|Poznan|Nagoya|Rosario|Sfax|Tucson|Linz|Adana".split("|"),
}
ORGS = {
    "train": "the interior ministry|the fire service|Halden Motors|the teachers' union|the port authority|the air force|Corvane Bank|"
    "the rebel coalition|the health department|the city council|Brightwater Foods|the coast guard|the border police|the opposition "
    "alliance|the army's eastern command|Telvia|the national guard|the farmers' league|the regional court|Ostra Airlines".split("|"),
    "dev": "the defence staff|the metro operator|Lumen Energy|the dockers' union|the water board|the militia|Arvo Insurance|"
    "the election commission".split("|"),
}
TITLES = {
    "train": "The Glass Orchard|Night Ferry|Salt and Iron|Paper Kingdoms|The Long Tide|Second Winter|Northern Lights Club|Blue Meridian".split("|"),
    "dev": "The Quiet Mill|Copper Street|A Field of Rain|Harbour Nine".split("|"),
}


class Family(NamedTuple):
    """One predicate: `says` are its wordings, `nouns` what is counted, `low`/`high` the range of values, `unit` how they are written."""

    says: tuple[str, ...]
    nouns: tuple[str, ...]
    low: float
    high: float
    unit: str = "count"


FAMILIES: dict[str, tuple[Family, ...]] = {
    "train": (
        Family(("{q} were killed in {P}", "{q} lost their lives in {P}", "{q} died in {P}", "the accident in {P} killed {q}"), ("people", "miners", "passengers", "villagers"), 2, 400),
        Family(("{q} were injured in {P}", "{q} were hurt in {P}", "{q} needed treatment for injuries in {P}", "the crash in {P} left {q} injured"), ("people", "workers", "fans", "residents"), 2, 600),
        Family(("{A} arrested {q} in {P}", "{q} were arrested by {A} in {P}", "{A} took {q} into custody in {P}"), ("people", "protesters", "suspects"), 2, 900),
        Family(("{A} launched {q} at {P}", "{q} were fired at {P} by {A}", "{P} came under attack by {A} with {q}"), ("drones", "rockets", "missiles"), 3, 500),
        Family(("{A} shot down {q} over {P}", "{q} were intercepted over {P} by {A}", "air defences of {A} destroyed {q} over {P}"), ("drones", "rockets"), 3, 400),
        Family(("{q} marched through {P}", "the march in {P} drew {q}", "{q} took part in the rally in {P}", "a crowd of {q} gathered in {P}"), ("people", "demonstrators"), 50, 200000),
        Family(("{A} will cut {q} in {P}", "{q} are to go at {A} in {P}", "{A} is to shed {q} in {P}"), ("jobs", "posts"), 20, 20000),
        Family(("{q} were evacuated from {P}", "{A} moved {q} out of {P}", "{q} had to leave their homes in {P}"), ("people", "residents", "families"), 10, 90000),
        Family(("the fire near {P} burned {q}", "{q} burned near {P}", "flames swept over {q} near {P}"), ("hectares", "acres"), 10, 60000),
        Family(("{A} paid {q} for the plant in {P}", "the plant in {P} was sold to {A} for {q}", "{A} bought the plant in {P} for {q}"), ("",), 1e6, 9e9, "money"),
        Family(("{A} reported a profit of {q}", "{A} made {q} in profit", "profit at {A} came to {q}"), ("",), 1e6, 9e9, "money"),
        Family(("turnout in {P} was {q}", "{q} of voters in {P} cast a ballot", "{q} of the electorate voted in {P}"), ("",), 20, 95, "percent"),
        Family(("unemployment in {P} stands at {q}", "the jobless rate in {P} is {q}", "{q} of the workforce in {P} is out of work"), ("",), 2, 30, "percent"),
        Family(("{T} has sold {q}", "{q} of {T} have been sold", "sales of {T} have reached {q}"), ("copies", "tickets", "units"), 1000, 30000000),
        Family(("{T} has been viewed {q}", "{T} has {q} online", "the video of {T} has drawn {q}"), ("times",), 1000, 900000000),
        Family(("{T} holds a rating of {q} from critics", "{q} of critics recommended {T}", "critics gave {T} an approval of {q}"), ("",), 5, 99, "percent"),
        Family(("{T} was shown in {q}", "{T} opened in {q}", "{q} screened {T}"), ("cinemas", "theatres"), 10, 4500),
        Family(("{N} bought {q} at the shop", "{N} got {q} from the shop", "at the shop, {N} picked up {q}"), ("apples", "pencils", "stamps", "marbles", "cookies", "balloons", "oranges", "books"), 2, 200),
        Family(("{N} walked {q} to {P}", "{N} went {q} on foot to reach {P}", "it took {N} a walk of {q} to get to {P}"), ("miles", "kilometres"), 2, 120),
        Family(("a worker at the workshop makes {q} a day", "each day one worker turns out {q} at the workshop", "{q} a day are made by each worker at the workshop"), ("chairs", "shirts", "toys"), 2, 300),
        Family(("{N} has {q} in the garden", "there are {q} in the garden of {N}", "the garden of {N} holds {q}"), ("trees", "flowers", "hens", "bushes"), 2, 150),
        Family(("the train to {P} travels at {q}", "the speed of the train to {P} is {q}", "going to {P}, the train does {q}"), ("km per hour", "miles per hour"), 20, 320),
        Family(("{N} spent {q} on the trip", "the trip cost {N} {q}", "{N} paid {q} for the trip"), ("",), 5, 3000, "money"),
        Family(("the tank in {P} holds {q} of water", "{q} of water fit into the tank in {P}", "the capacity of the tank in {P} is {q}"), ("litres", "gallons"), 10, 90000),
        Family(("{q} live in {P}", "{P} has a population of {q}", "{P} is home to {q}"), ("people", "inhabitants"), 500, 9000000),
        Family(("the school in {P} has {q}", "{q} attend the school in {P}", "{q} are enrolled at the school in {P}"), ("students", "pupils"), 40, 5000),
        Family(("{N} scored {q} in the season", "{q} were scored by {N} in the season", "{N} ended the season with {q}"), ("goals", "points"), 2, 60),
        Family(("the war in {P} lasted {q}", "for {q} there was war in {P}", "it was {q} before the war in {P} ended"), ("years", "months"), 2, 40),
        Family(("{A} released {q} in {P}", "{q} were freed in {P} by {A}", "{q} walked free in {P} after {A} let them go"), ("prisoners", "hostages"), 2, 1500),
        Family(("{A} confirmed {q} of the disease in {P}", "{P} has {q} of the disease, {A} confirmed", "{q} of the disease were counted in {P} by {A}"), ("cases",), 2, 90000),
    ),
    "dev": (
        Family(("{q} drowned off {P}", "the sinking off {P} cost {q} their lives", "off {P}, {q} did not survive the sinking"), ("sailors", "migrants"), 2, 300),
        Family(("{A} detained {q} at the stadium in {P}", "at the stadium in {P}, {q} were detained by {A}"), ("supporters", "hooligans"), 2, 500),
        Family(("{A} fined the refinery in {P} {q}", "the refinery in {P} must pay {A} {q}"), ("",), 1e5, 9e8, "money"),
        Family(("{q} applauded {T} on the opening night", "the opening night of {T} had an audience of {q}"), ("spectators", "guests"), 20, 8000),
        Family(("{N} baked {q} for the fair", "for the fair, {N} made {q}"), ("cakes", "pies", "muffins"), 2, 200),
        Family(("inflation in {P} reached {q}", "prices in {P} rose by {q} over the year"), ("",), 1, 40, "percent"),
        Family(("the library in {P} lends {q} a month", "readers borrow {q} a month from the library in {P}"), ("novels", "magazines"), 50, 30000),
        Family(("the lorry to {P} carried {q} of grain", "{q} of grain were on the lorry to {P}"), ("tonnes", "sacks"), 2, 60),
    ),
}
# Clauses with a number of their own, which must not be confused with the one that is asked about.
ASIDES = {
    "train": (
        ", {d} km from the coast", ", which was founded in {y}", ", at about {h} p.m.", ", {d} days after the first report", ", on the {d}th floor",
        ", where the road was closed for {d} hours", ", according to a {age}-year-old witness", ", the {d}th such case in {y}", ", with {d} others looking on",
        ", while {d} buses waited outside", ", in a district of {big} households", ", in the year {y}", ", {d} minutes before midnight",
        ", in temperatures of {d} degrees", ", at a cost of ${big}",
    ),
    "dev": (", some {d} metres from the river", ", first built in {y}", ", as {d} cameras recorded it", ", in row {d}", ", {d} weeks into the season"),
}
OPENERS = {
    "train": ("On Monday, ", "Late on Friday, ", "In {y}, ", "", "", "", "", "By the end of the week, ", "According to {S}, ", "{S} said that ", "As of May {y}, "),
    "dev": ("On Sunday, ", "", "", "By noon, ", "{S} stated that "),
}
# Acts of one party on another: (past, past participle with by, opposite past, reciprocal)
ACTS = {
    "train": (
        ("shelled", "was shelled by", "held its fire on", False), ("sued", "was sued by", "dropped its claims on", False), ("accused", "was accused by", "exonerated", False),
        ("invaded", "was invaded by", "withdrew from", False), ("defeated", "was defeated by", "lost to", False), ("bought", "was bought by", "sold", False),
        ("criticised", "was criticised by", "praised", False), ("ambushed", "was ambushed by", "avoided", False), ("outbid", "was outbid by", "was beaten to the deal by", False),
        ("betrayed", "was betrayed by", "stood by", False), ("met", "was met by", "refused to see", True), ("negotiated with", "was in negotiations with", "walked out on", True),
        ("fought", "was fought by", "made peace with", True), ("financed", "was financed by", "cut off", False), ("warned", "was warned by", "reassured", False),
    ),
    "dev": (("bombed", "was bombed by", "spared", False), ("overtook", "was overtaken by", "fell behind", False), ("traded with", "was in trade with", "boycotted", True), ("rescued", "was rescued by", "abandoned", False)),
}
# (does, does not / opposite, did-not form, noun object)
VERBS = {
    "train": (
        ("accepted", "rejected", "accept"), ("approved", "vetoed", "approve"), ("signed", "refused to sign", "sign"), ("confirmed", "denied", "confirm"), ("backed", "opposed", "back"),
        ("extended", "cut short", "extend"), ("published", "withheld", "publish"), ("welcomed", "condemned", "welcome"), ("lifted", "imposed", "lift"), ("won", "lost", "win"),
        ("reopened", "shut", "reopen"), ("upheld", "overturned", "uphold"), ("joined", "boycotted", "join"), ("raised", "lowered", "raise"), ("started", "halted", "start"),
        ("recaptured", "abandoned", "recapture"), ("delayed", "brought forward", "delay"), ("expanded", "scaled back", "expand"), ("seized", "failed to take", "seize"), ("repaired", "left in ruins", "repair"),
    ),
    "dev": (("ratified", "threw out", "ratify"), ("recognised", "disowned", "recognise"), ("resumed", "broke off", "resume"), ("tightened", "loosened", "tighten"), ("captured", "gave up", "capture")),
}
OBJECTS = {
    "train": "the peace plan|the pay offer|the ceasefire|the budget|the ban|the inquiry's findings|the tariff|the border crossing|the verdict|the summit|the bridge|"
    "the hill above {P}|the contract|the curfew in {P}|the vote|the election|the pipeline|the programme|the harbour|the court's ruling".split("|"),
    "dev": "the accord|the toll road|the treaty|the strike|the fort near {P}|the permit".split("|"),
}
ADJUNCTS = {
    "train": " after talks that lasted into the night| despite pressure from abroad| in a short statement| with the support of smaller parties| for the second time| without giving a reason| "
    "at a meeting in {P}| in the face of protests".split("|"),
    "dev": " at a press conference| following a long debate| under heavy guard| on the advice of lawyers".split("|"),
}
SPEAKERS = {
    "train": ("a spokeswoman", "the mayor of {P}", "two officials", "{N}, a doctor", "the governor", "witnesses", "the minister", "state television", "a court document"),
    "dev": ("the coroner", "the prefect of {P}", "a union leader", "{N}, an engineer", "local radio"),
}
CAUSES = {
    "train": "a gas leak|faulty wiring|a bomb|heavy rain|a driver's mistake|a broken rail|arson|a missile|metal fatigue|a cyber attack|a lightning strike|overloading".split("|"),
    "dev": "a frozen valve|an oil spill on the track|sabotage|a landslip|a short circuit".split("|"),
}
MISHAPS = {
    "train": "the fire in {P}|the blackout in {P}|the collapse of the roof in {P}|the derailment near {P}|the explosion in {P}|the sinking of the ferry off {P}".split("|"),
    "dev": "the flood in {P}|the crash near {P}|the outage in {P}".split("|"),
}
CATEGORIES = {
    "train": (("killed", "injured"), ("arrested", "fined"), ("evacuated", "rescued"), ("hired", "laid off"), ("vaccinated", "infected"), ("promoted", "dismissed"), ("found alive", "found dead"), ("charged", "released")),
    "dev": (("drowned", "saved"), ("detained", "deported"), ("convicted", "acquitted")),
}
WHO = {
    "train": "people|soldiers|workers|passengers|students|officers|civilians|patients|residents|players".split("|"),
    "dev": "sailors|pilgrims|teachers|tourists|nurses".split("|"),
}
SUBSETS = {
    "train": "women|children|foreigners|police officers|students|volunteers|pensioners".split("|"),
    "dev": "teenagers|conscripts|local people".split("|"),
}
