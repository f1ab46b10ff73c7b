"""Reporting verbs and the nouns of those who speak."""

from __future__ import annotations

# Verbs of saying by lemma; 'figure': see below. 'say': any complement; 'noun': also a plain noun ("confirmed the death");
# 'clause': needs "that", a quotation, a colon, or its place after the sentence ("added 300 jobs" says nothing).
_SAY = "say tell state declare insist argue assert allege contend testify explain stress emphasize emphasise reiterate"
_NOUN = """announce report confirm claim deny acknowledge admit warn reveal disclose estimate accuse blame dispute
dismiss reject refute predict forecast concede caution detail cite describe"""
# Verbs that credit their subject with a figure, and with nothing else: "Police spoke of 12,000", "put the toll at nine".
_FIGURE = "put speak count rate reckon list record measure tally give"
_CLAUSE = """add note maintain remark comment reply respond conclude suggest indicate recall post write tweet ask
continue joke quip observe believe think hope fear feel expect vow pledge promise threaten demand urge propose signal
show find complain lament agree mention point recount describe hint assure inform rule swear boast proclaim determine
understand doubt know call clarify"""
_IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "deny": "denied denies denying",
    "write": "wrote writes written writing", "think": "thought thinks thinking", "feel": "felt feels feeling",
    "find": "found finds", "reply": "replied replies replying", "show": "showed shows shown showing",
    "admit": "admitted admits admitting", "forecast": "forecast forecasts forecasting", "quip": "quipped quips",
    "testify": "testified testifies testifying", "swear": "swore swears", "signal": "signaled signalled signals",
    "understand": "understood understands", "know": "knew knows", "put": "puts putting", "speak": "spoke speaks spoken",
    "give": "gave gives given", "tally": "tallied tallies",
}  # fmt: skip
_TAKES = ("say", "noun", "clause", "figure")


def inflect(lemma: str) -> list[str]:
    """Regular English forms of a verb: third person, past, participle."""
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [lemma, lemma + s, lemma + "ed", lemma + "ing"]


# form -> (lemma, class); bare infinitives of say-verbs count in the present plural ("officials say")
REPORTING: dict[str, tuple[str, str]] = {
    form: (lemma, takes)
    for takes, lemmas in zip(_TAKES, (_SAY, _NOUN, _CLAUSE, _FIGURE), strict=True)
    for lemma in lemmas.split()
    for form in inflect(lemma)
}
# Lower-case nouns that can speak. The last word of the noun phrase is looked up.
SPEAKER_NOUNS = frozenset(
    """police officials official authorities authority spokesman spokeswoman spokesperson spokespeople ministry minister
    mayor governor government president office department deputies deputy sheriff chief officer officers investigators
    investigator prosecutors prosecutor witnesses witness residents resident sources source statement report reports
    analysts analyst experts expert army military forces force navy commander commanders general agency administration
    council court judge judges lawyer lawyers attorney attorneys family families relatives relative mother father
    brother sister son daughter wife husband neighbor neighbors neighbour neighbours friend friends doctor doctors
    hospital rescuers firefighters paramedics medics company firm bank union unions leader leaders lawmakers lawmaker
    senator congressman committee commission envoy ambassador diplomat diplomats kremlin pentagon parliament regulator
    operator airline university school district coroner examiner detectives detective troopers trooper patrol
    dispatchers dispatcher records record documents document affidavit complaint indictment survey poll study data
    researchers researcher scientists scientist economists economist organisers organizers owner manager director
    secretary premier chancellor pope king queen prince captain coach player team club federation league
    service services team aide aides adviser advisers advisor advisors man woman boy girl victim victims suspect
    teenager student students worker workers volunteer volunteers organisation organization group media newspaper
    outlet channel broadcaster website reporters journalists photographer correspondent people person teacher teachers
    professor activist activists protesters rebels militants defendant passenger passengers driver employee employees
    executives executive chairman chairwoman ceo founder candidate campaign party opposition coalition state paper
    release post tweet filing report memo letter spokesmen superintendent pastor priest bishop customers customer
    observatory institute fisherman farmer farmers villagers locals local survivor survivors clerk administrator trustees board panel
    seismologists meteorologists forecasters geologists regulators watchdog operators crews crew delegation negotiator
    negotiators mediator mediators side sides country nation capital tribunal archbishop actor singer author player
    warden superintendent ranger rangers coastguard guard insurer broker brokers strategist traders trader""".split()
)  # fmt: skip
# Nouns that speak only for somebody: "the statement said" is whoever made it.
DOCUMENTS = frozenset("statement release post tweet memo letter filing communique message".split())
PRONOUNS = frozenset("he she they it".split())
TITLES = frozenset(
    """mr mrs ms dr sir president prime minister mayor governor gov acting interim regional chief head spokesman
    spokeswoman spokesperson deputy vice general gen lt lieutenant colonel col major maj captain capt sergeant sgt
    sheriff officer secretary chairman chairwoman chair director commander judge justice senator sen rep
    representative foreign defence defense interior finance health energy justice economy former ex leader envoy
    ambassador chancellor premier king queen prince princess pope bishop archbishop cardinal coach manager professor
    prof analyst lawmaker congressman congresswoman commissioner superintendent detective inspector prosecutor attorney
    lawyer editor founder ceo cfo chief executive adviser advisor aide diplomat negotiator counterpart top senior
    local state federal police fire district county city army military navy air national security press media
    operations investigator trooper coroner neighbor resident witness brother sister father mother wife husband son
    daughter uncle aunt cousin candidate opposition party admiral adm corporal cpl private lieutenant-general
    major-general rear brigadier mp mep un eu nato us u.s. uk u.k. fbi cia white house tech billionaire
    first lady rapper singer actor striker midfielder goalkeeper captain referee economist scientist seismologist
    spokesman-general super principal pastor rev reverend imam rabbi student teacher owner driver defendant
    suspect victim""".split()
)  # fmt: skip
# Endings and names that mark a news outlet or agency.
OUTLETS = frozenset(
    """reuters ap afp interfax tass ria bbc cnn nhk nbc abc cbs npr rt bloomberg fox axios politico guardian xinhua
    kyodo yonhap dpa ansa efe anadolu novosti telegraph independent newsweek meduza ukrinform unian sky itv msnbc
    times post journal herald tribune gazette chronicle sun star mirror news tv radio newspaper magazine daily press
    observer dispatch sentinel examiner globe inquirer today al-jazeera jazeera wsj nyt wire agency""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did can could will would shall should may might
    must 's're 've 'll isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't
    wouldn't shouldn't""".split()
)
SUBORDINATORS = frozenset(
    """that which who whom whose when where while as because although though if unless since after before until
    whether than whereas amid despite why how what once so""".split()
)
PREPOSITIONS = frozenset(
    """of for in at from with on to by about into over under near between during against through across around
    outside inside within toward towards via per among without onto behind above below off upon beyond along
    alongside like following including amid despite""".split()
)
# Words that begin what is said.
CLAUSE_STARTS = frozenset(
    """that the a an he she they it there this these those his her their its in at on if when no more some many all
    we i you who what where how why to both nearly about at around most one two three four five six seven eight nine
    ten dozens hundreds thousands over under""".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any each every another both all no".split()
)
# A rejected claim is denied; a rejected proposal is an act of its own.
CLAIM_NOUNS = frozenset(
    """claim claims report reports accusation accusations allegation allegations rumor rumors rumour rumours suggestion
    suggestions notion charge charges assertion assertions idea involvement responsibility wrongdoing speculation
    account accounts narrative version statement""".split()
)  # fmt: skip
FALSE_WORDS = frozenset(
    "false baseless untrue fabricated unfounded fake groundless lies nonsense disinformation misleading".split()
)
# "denied bail", "denied entry": an act of a court or a border guard.
DENIED_ACTS = frozenset(
    "bail entry access visa visas request requests permission appeal motion asylum treatment permit parole".split()
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
TIME_WORDS = frozenset(WEEKDAYS) | frozenset(
    """yesterday today tonight tomorrow overnight earlier later late early morning afternoon evening night week
    month""".split()
)

# What may stand behind a verb of rejecting that tells what is rejected: a claim or a proposal.
PROPOSALS = frozenset(
    [
        "that",
        "which",
        "proposal",
        "proposals",
        "ceasefire",
        "offer",
        "plan",
        "bid",
        "appeal",
        "demand",
        "demands",
        ",",
        ".",
    ]
)
