"""Whether a claim is stated, reported, denied, planned, demanded, forecast, asked, opined or only possible."""

from __future__ import annotations

import re

from checker.read.credit import Credit
from checker.read.events import EVENTS
from checker.read.tokens import Tokens
from checker.read.verbs import (
    CLAIM_NOUNS,
    DENIED_ACTS,
    FALSE_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    PROPOSALS,
    REPORTING,
    SUBORDINATORS,
)
from checker.schema import Modality

_DENIES = frozenset({"deny", "refute", "dispute", "reject", "dismiss"})
_REJECTS = frozenset({"dismiss", "reject"})
_REJECT_FORMS = frozenset(
    "rejected rejects reject rejecting dismissed dismisses dismiss dismissing rebuffed disputed disputes".split()
)
_DEMAND_MODALS = frozenset({"must", "should", "ought"})
_DEMAND_VERBS = frozenset({"urge", "demand", "call"})
_HYPOTHETICAL = frozenset({"could", "might", "may"})
_PLANS = frozenset(
    """intention plans planned planning intends intend intending aims aim vows vowed pledges pledged promises promised agrees
    agreed prepares preparing readying scheduled due set ready prepared poised slated going hopes willing plan
    decided considering""".split()
)  # fmt: skip
# These need "to" (or "for") to be a plan: "agreed to exchange", "ready for talks", "set to open".
_PLAN_LINKS = frozenset({"to", "for"})
_PLAN_ALONE = frozenset({"readying", "scheduled"})
_FORECAST = frozenset(
    "expected expects predicts predicted forecast forecasts projected anticipated likely unlikely projects".split()
)
_FORECAST_VERBS = frozenset({"predict", "forecast", "expect"})
_OPINION_VERBS = frozenset({"believe", "think", "hope", "fear", "feel", "wish", "doubt"})
_EVALUATIVE = frozenset(
    """unacceptable disgraceful shameful wonderful terrible horrible horrific great amazing unfair wrong ridiculous
    tragic sad disappointing disappointed proud outrageous appalling heartbreaking devastating incredible awful
    fantastic brilliant unfortunate absurd reckless cowardly senseless lucky grateful thankful important essential
    vital incompetent weak strong nice good bad best worst better worse beautiful difficult hard tough necessary
    unnecessary inappropriate appropriate neither unthinkable heroic courageous brave evil disgusting unjust""".split()
)  # fmt: skip
_COPULA = frozenset(
    """is are was were be been being isn't wasn't aren't weren't 's 're seems seem looks feels it's that's they're
    we're""".split()
)
_OPINION_PHRASES = (
    ("in", "my", "view"),
    ("in", "my", "opinion"),
    ("i", "think"),
    ("i", "believe"),
    ("i", "guess"),
    ("we", "believe"),
    ("i", "hope"),
    ("we", "hope"),
    ("i", "feel"),
)
_HEARSAY = frozenset("reportedly allegedly apparently purportedly supposedly".split())
_SAID_TO = frozenset("said believed reported thought understood alleged rumored rumoured".split())
_FINITE = frozenset(
    """is are was were has have had did does do been said says told killed injured wounded launched rejected hit struck
    left claimed became made took came went began rose fell grew found shows show""".split()
)
# "is to visit" is a plan; "the only way is to press on" is not.
_AGENDA = frozenset(
    """be meet visit hold attend sign open begin start leave face receive host travel speak announce decide vote resign
    appear arrive return stand close build take launch pay send give address deliver undergo join play run""".split()
)  # fmt: skip
_BEFORE_PARTICIPLE = frozenset(
    "the a an of by to be been being is are was were will would could may might should must not have has had".split()
)
_OPENERS = frozenset("well so but and now".split())  # "Well, if that is the case"
# "could not find a number", "could see": what was possible and was done or not
_ABLE = frozenset("not see hear feel find n't tell smell be".split()) - {"be"}
_CONDITIONALS = frozenset({"if", "unless", "whether"})


def modality_of(t: Tokens, credit: Credit | None, *, carried: bool = False) -> Modality:
    """Modality of the whole sentence. `carried`: its speaker comes from an earlier sentence."""
    if not len(t):
        return "asserted"
    begin, end = credit.content if credit else (0, len(t))
    if _asks(t):
        return "question"
    if denies(t, credit):
        return "denied"
    if credit is not None and credit.lemma in _DEMAND_VERBS:
        return "demanded"
    if (credit is not None or carried) and _DENIAL.search(t.source):
        return "denied"
    if _appeals(t):
        return "demanded"
    said = credit is not None or carried or t.quoted[_first_word(t)] or _FIRST_PERSON.search(t.source) is not None
    if said and _evaluates(t, begin, end):
        return "opinion"
    found = content_modality(t, begin, end, credit)
    if found is not None:
        return found
    if credit is not None and credit.lemma in _OPINION_VERBS and not _INVESTIGATES & set(t.low[: credit.verb]):
        return "opinion"
    if credit is not None and credit.lemma in _FORECAST_VERBS:
        return "forecast"
    if credit is not None and credit.lemma in ("vow", "pledge", "promise", "threaten", "agree"):
        return "planned"
    if credit is not None or carried or _hearsay(t):
        return "reported"
    if _JUDGES.search(t.source):
        return "opinion"
    return "planned" if _SET_FOR.search(t.source) else "asserted"


# What investigators believe is their finding, and no taste of theirs.
_INVESTIGATES = frozenset(
    """police officers officer investigators detectives authorities officials deputies prosecutors sheriff scientists
    researchers doctors experts""".split()
)
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|request(?:s|ed|ing)?|seek(?:s|ing)?|need(?:s)?|appeal(?:s|ed|ing)?|looking)"
    r"(?: \w+){0,3}? (?:for )?(?:anyone|anybody|individuals|people|residents|witnesses|motorists|drivers|the public|the public['’]s|your|help|information|tips|assistance)\b"
    r"(?! (?:was|were|had|has|to investigate))|"
    r"\b(?:anyone|anybody|those|people|residents|witnesses)\b[^.;]{0,100}\b(?:is|are) (?:being |still )?(?:asked|urged|encouraged|requested|advised|told) to\b|"
    r"\b(?:anyone|anybody)\b[^.;]{0,90}\b(?:should|can|may|must|to) (?:call|contact|phone|e-?mail|text|reach)\b|"
    r"\b(?:if you|anyone)\b[^.;]{0,110},? (?:please )?(?:call|contact|phone|e-?mail|text)\b|"
    r"^\W*(?:please |anyone with [^.;]{0,60}, )?(?:call|contact|phone|e-?mail|text|let[’']s|don[’']t|stay|help|come|stop|remember|join)\b (?!center|logs?|records?)|\bplease (?!d)\w+",
    re.IGNORECASE,
)
_EVALUATION = re.compile(
    r"(?:\b(?:is|are|was|were|am|be|been|seems?|seemed|feels?|felt|looks?)|['’](?:s|re|m))\b(?! (?:in|at|on|to|being)\b)(?:\s+[\w’'-]+,?){0,5}?\s+(?:unacceptable|disgraceful|shameful|wonderful|terrible|horrible|horrific|great|amazing|unfair|wrong|ridiculous|tragic|tragedy|sad|shocking|"
    r"disappointing|disappointed|proud|outrageous|appalling|heartbreaking|heartbroken|devastating|devastated|incredible|awful|fantastic|brilliant|unfortunate|absurd|reckless|cowardly|senseless|lucky|"
    r"blessed|blessing|grateful|thankful|dangerous|scary|scared|surprised|shocked|upset|angry|happy|sorry|special|beautiful|sweet|loving|talented|smart|kind|good (?:people|person|man|woman|kid|boy|girl|friend|guy)|"
    r"nice|best|worst|laborious|speculation|chaos|difficult|easy|easiest|hardest|everything|nightmare|shame|disgrace|hero|heroes|perfect|guilt ridden|head-scratcher|on point|inspiration|angel|bubbly|loved|missed|crazy|unbelievable|unreal|surreal)\b|"
    r"\b(?:i|we) (?:\w+ )?(?:love|loved|hate|miss|missed|enjoy|enjoyed|wish|hope|feel|felt|guess|wonder|pray|support|appreciate|thank|can[’']t (?:believe|imagine)|couldn[’']t believe)\b|\b(?:makes?|made) (?:me|us) \w+|"
    r"\b(?:deserve[sd]?|one of the (?:best|worst|most)|it sucks|just sucks|no excuse|fully supports?|(?:he|she|they) feels?|up to the)\b|\bperfect example\b",
    re.IGNORECASE,
)
# News tells what is set for a day in the present tense: "appears in court on Thursday", "the hearing is Nov. 20".
_SET_FOR = re.compile(
    r"\b(?:appears?|hosts?|is hosting|are hosting|holds|is holding|are holding|meets|opens|begins|starts|resumes|kicks off|takes place|"
    r"(?:hearing|examination|trial|funeral|vigil|service|arraignment|sentencing|meeting|election|visitation|visit|court date|deadline|vote) is)\b"
    r"(?![^.;]*\b(?:was|were|had|did|said|told|after|when)\b)[^.;]{0,70}?"
    r"\b(?:(?:(?:this|on|next|for|until|from) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|next (?:week|month|year)|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2})\b",
)
# A judgement even in nobody's mouth.
_JUDGES = re.compile(r"\bdeserves? to\b|\b(?:agrees|disagrees|concurs)\W*$")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']m|I[’']ve|[Mm]y|me)\b")


# Speech that calls something untrue, or takes its speaker out of it.
_DENIAL = re.compile(
    r"\b(?:ha[ds]|have) nothing to do with\b|\b(?:is|was|are|were|['’]s) (?:simply |just |absolutely |completely |totally )?(?:not true|untrue|false|a lie|lies|fake|nonsense|baseless|fabricated)\b|"
    r"\bcontrasts? with what\b|\bnever happened\b|\b(?:did(?:n[’']t| not)) (?:do (?:it|this|that|anything)|happen)\b",
    re.IGNORECASE,
)


def _first_word(t: Tokens) -> int:
    return next((i for i in range(len(t)) if t.word(i)), 0)


def _appeals(t: Tokens) -> bool:
    """Whether the sentence asks the public for something: "anyone with information is asked to call"."""
    return _ASKS.search(t.source) is not None


def _evaluates(t: Tokens, begin: int, end: int) -> bool:
    """Whether what is said is a judgement of taste or a feeling; only asked of speech, since outlets report."""
    start = t.start[begin] if begin < len(t) else 0
    stop = t.end[end - 1] if 0 < end <= len(t) else len(t.source)
    return _EVALUATION.search(t.source, start, stop) is not None


def content_modality(t: Tokens, begin: int, end: int, credit: Credit | None) -> Modality | None:
    """Modality that the main verb group of the tokens begin..end shows, or None for plain statement."""
    attributed = credit is not None
    depth_broken = False
    for i in range(begin, end):
        low = t.low[i]
        if low in _CONDITIONALS and (i == begin or not t.word(i - 1) or (i <= begin + 2 and t.low[i - 1] in _OPENERS)):
            return "hypothetical"
        if (low in SUBORDINATORS and i > begin and low not in ("that", "as")) or (low == "that" and i > begin + 1):
            depth_broken = True  # a modal in "... that will open" says nothing about the main clause
        if low in (",", ";", "—", "–"):
            depth_broken = depth_broken and low == ","
            continue
        if depth_broken:
            if low in _CONDITIONALS:
                return None
            continue
        follows = t.low[i + 1] if i + 1 < len(t) else ""
        if low in _DEMAND_MODALS or (
            low in ("need", "needs", "has", "have") and follows == "to" and attributed and low.startswith("need")
        ):
            return "demanded"
        if (
            low in ("called", "calls", "urged", "urges", "demanded", "demands", "appealed")
            and follows in ("on", "for", "to", "that", "the")
            and not (low.startswith("call") and follows in ("the", "that", "to"))
        ):
            return "demanded"
        if low in ("urged", "urges", "demanded", "demands") and t.word(i + 1):
            return "demanded"
        if low in _HYPOTHETICAL and not (low == "may" and t.upper[i]) and not (low == "could" and follows in _ABLE):
            return "hypothetical"
        if low in ("would", "'d"):
            return _would(t, begin, i, credit)
        if low in ("will", "'ll", "won't") and follows != "'s":
            return "planned"
        if (
            low in _PLANS
            and (follows in _PLAN_LINKS or low in _PLAN_ALONE)
            and not (low in ("set", "due", "going") and follows == "for")
        ):
            if low in _PLAN_ALONE and (i == 0 or t.low[i - 1] not in _COPULA):
                continue
            if low == "due" and i > 0 and t.low[i - 1] not in _COPULA:
                continue
            if low in ("agreed", "agrees", "decided") or i == 0 or low not in ("plan",):
                return "planned"
        if low in ("is", "are", "was", "were") and follows == "to" and i + 2 < len(t) and t.low[i + 2] in _AGENDA:
            return "planned"
        if low in _FORECAST:
            return "forecast"
        if (
            attributed
            and low in _COPULA
            and any(t.low[x] in _EVALUATIVE and _predicative(t, x) for x in range(i + 1, min(i + 5, end)))
        ):
            return "opinion"
        if (
            i > begin
            and low in EVENTS
            and low.endswith("ed")
            and low not in _PLANS
            and follows not in PREPOSITIONS
            and t.low[i - 1] not in _BEFORE_PARTICIPLE
        ):
            return _opinion(t, begin, end)  # the main verb: "exchanged drafts and agreed to meet" is done
        if low in _FINITE and not attributed and i > begin:
            # the main verb is found; what comes later is detail, save for "is expected to", "is ready to"
            if low in _COPULA or low in ("has", "have", "had"):
                continue
            return _opinion(t, begin, end)
    return _opinion(t, begin, end)


# "was aiming to kill four", "tried to set fire to three cars": what was meant, not what was done.
_MEANS = frozenset("aim aims aimed aiming intend intends intended intending plot plots plotted plotting want wants wanted wanting threaten threatens threatened threatening".split())
_TRIES = frozenset("try tries tried trying attempt attempts attempted attempting".split())
_INTENT_REACH = 5


def intent_of(t: Tokens, where: int) -> Modality | None:
    """Planned or hypothetical where token `where` stands in an infinitive behind a verb of intent or attempt."""
    for x in range(where, max(0, where - _INTENT_REACH), -1):
        if not t.word(x) and x < where or t.low[x] in SUBORDINATORS or t.low[x] in ("and", "but"):
            return None
        if t.low[x] == "to":
            verb = t.low[x - 1]
            return "planned" if verb in _MEANS else "hypothetical" if verb in _TRIES else None
    return None


def _predicative(t: Tokens, x: int) -> bool:
    """Whether the adjective ends its phrase: "is unacceptable", not "are in good condition"."""
    if x + 1 >= len(t) or not t.word(x + 1):
        return True
    return (
        t.low[x + 1] in PREPOSITIONS
        or t.low[x + 1] in SUBORDINATORS
        or t.low[x + 1] in ("and", "but", "nor", "or", "enough")
    )


def _opinion(t: Tokens, begin: int, end: int) -> Modality | None:
    for phrase in _OPINION_PHRASES:
        size = len(phrase)
        head = phrase[0]
        for i in range(begin, end - size + 1):
            if t.low[i] == head and tuple(t.low[i : i + size]) == phrase:
                return "opinion"
    return None


def _would(t: Tokens, begin: int, i: int, credit: Credit | None) -> Modality:
    """ "said it would share the memo" is a plan put in the past; "would help prevent" is a supposition."""
    if credit is not None and credit.position == "pre":
        if i > begin and t.low[i - 1] in PRONOUNS:
            return "planned"
    if credit is not None and any(w in _AGENDA for w in t.low[i + 1 : i + 3]):
        return "planned"
    return "forecast" if credit is not None and not _CONDITIONALS & set(t.low) else "hypothetical"


def _asks(t: Tokens) -> bool:
    """Whether the sentence is a question, plain or quoted from its start; a question quoted inside it is not."""
    opening = next((i for i in range(len(t)) if t.word(i)), None)
    if opening is None:
        return False
    for i in range(len(t) - 1, -1, -1):
        if t.text[i] == "?":
            return not t.quoted[i] or t.quoted[opening]
        if t.word(i) and not t.quoted[opening]:
            return False
        if t.word(i) and t.quoted[i]:
            return False
    return False


def denies(t: Tokens, credit: Credit | None) -> bool:
    """Whether the sentence denies a claim."""
    if credit is not None and credit.lemma in _DENIES:
        return not any(word in DENIED_ACTS for word in t.low[credit.verb + 1 : credit.verb + 4])
    for i, low in enumerate(t.low):
        if t.quoted[i]:
            continue
        if low in ("denied", "denies", "denying") and (credit is None or low == "denying"):
            before = t.low[i - 1] if i else ""
            if before not in ("was", "were", "been", "being", "not", "be") and not any(
                w in DENIED_ACTS for w in t.low[i + 1 : i + 4]
            ):
                return credit is None
        if low in _REJECT_FORMS:
            window = t.low[i + 1 : i + 9]
            for w in window:
                if w in PROPOSALS:
                    break
                if w in CLAIM_NOUNS or w in FALSE_WORDS:
                    return True
    for i in range(len(t) - 1):
        if t.low[i] == "no" and t.low[i + 1] == "evidence":
            return not t.quoted[i] or credit is not None
    return False


def _hearsay(t: Tokens) -> bool:
    """ "reportedly", "is said to have", "were reported": somebody says so, nobody is named."""
    for i, low in enumerate(t.low):
        if t.quoted[i]:
            continue
        if low in _HEARSAY:
            return True
        if low in _SAID_TO and i > 0 and i + 1 < len(t):
            window = t.low[max(0, i - 2) : i]
            if any(w in ("is", "are", "was", "were", "been") for w in window) and (
                t.low[i + 1] == "to" or low == "reported"
            ):
                return True
    return False


def planned_verb(lemma: str) -> bool:
    """Whether a reporting verb announces an intention."""
    return lemma in ("vow", "pledge", "promise", "threaten", "agree")


def reporting_lemma(form: str) -> str | None:
    """Lemma of a reporting verb's form, or None."""
    found = REPORTING.get(form)
    return found[0] if found else None
