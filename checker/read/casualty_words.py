"""Words and patterns by which reports say who was killed and who was hurt."""

from __future__ import annotations

import re

KIN = frozenset(
    """father mother dad mom parent son daughter wife husband brother sister uncle aunt cousin nephew niece grandson
    granddaughter grandmother grandfather grandchild stepson stepdaughter stepfather stepmother girlfriend boyfriend fiancee
    fiance friend newlywed bride groom sibling twin deputy trooper sergeant detective clerk cashier dad newborn toddler
    juvenile preteen male female individual owner neighbor neighbour dancer rapper pastor priest singer actor coach landlord
    bouncer barber veteran homeowner teenager tween fetus youth lady guy kid someone""".split()
)  # fmt: skip
NUMERALS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {"both": 2, "another": 1, "a": 1, "an": 1}
CAPITAL_BUT_NO_NAME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december police sheriff county officer officers deputies authorities the a an he she they his her its
    in on at after when but and""".split()
)  # fmt: skip
WORD = re.compile(r"[A-Za-z][\w’'-]*|\d+")
AGE_ONLY = re.compile(r"\s*(?:aged?\s+)?\d{1,3}(?:\s*(?:months?|years?)(?:\s*old)?)?\s*")

# Statistics and other incidents: their figures are not this one's.
STATISTIC = re.compile(
    r"\b(?:this year|so far|last year|in 20\d\d|in 19\d\d|per year|each year|every year|a year|annually|year-to-date|to date|nationwide|statistics|"
    r"since \d{4}|since the (?:start|beginning)|homicides? in the|of the year|for the year|th homicide|the year's|compared (?:to|with)|than in 20\d\d|"
    r"in the past (?:year|decade|\w+ years)|over the weekend|during the weekend|years? ago|months? ago|last (?:week|month)|earlier this (?:month|week))\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:(?:a|an|another|one|in a) (?:separate|unrelated|different|earlier|previous|similar) (?:shooting|incident|case|attack|crash)|in another (?:shooting|incident|case|attack)|"
    r"in unrelated|previous(?:ly)?|in an earlier|other (?:recent )?shootings)\b",
    re.IGNORECASE,
)
PERPETRATOR_INCLUDED = re.compile(
    r"\b(?:including|counting) (?:the |an? )?(?:alleged |suspected )?(?:gunman|shooter|suspect|attacker|killer|himself|herself)\b|"
    r"\b(?:dead|killed),? (?:including|among them)[^.]{0,30}\b(?:gunman|shooter|suspect)\b",
    re.IGNORECASE,
)
SELF = re.compile(
    r"\b(?:(?:then |before |and |fatally )?(?:shot|shooting|killed|killing|kills|hanged) (?:and killed )?(?:himself|herself)|"
    r"turn(?:ed|ing|s) (?:the|his|her|a) (?:gun|weapon|pistol|rifle) on (?:himself|herself)|took (?:his|her) own life|taking (?:his|her) own life|murder[- ]suicide|"
    r"self-inflicted gunshot)\b",
    re.IGNORECASE,
)
ACCIDENT = re.compile(r"\b(?:accident\w*|unintentional\w*|suicide)\b", re.IGNORECASE)
MURDER_SUICIDE = re.compile(r"\bmurder[- ]suicide|\b(?:then|before) (?:fatally )?(?:shooting|killing|turning|shot|killed|turned|taking|took)\b", re.IGNORECASE)

DEATH_PARTICIPLE = (
    r"(?:killed|murdered|slain|gunned down|shot dead|shot to death|shot and killed|shot and fatally wounded|fatally (?:shot|wounded|injured|struck|stabbed)|executed|beaten to death|"
    r"stabbed to death|pronounced dead|pronounced deceased|declared dead|found (?:shot )?(?:dead|to death|shot to death|deceased)|dead|deceased|mortally wounded)"
)
HEDGE = r"(?:\s+(?:also|later|allegedly|accidentally|apparently|reportedly|both|all|each|already|then|tragically|recently|subsequently|since|\w+ly))*"
PASSIVE_DEATH = re.compile(rf"\b(?:was|were|is|are|has been|had been|have been|being|been|be){HEDGE}\s+{DEATH_PARTICIPLE}\b", re.IGNORECASE)
DIES = re.compile(
    rf"(?:\b(?:has|had|have)\s+)?{HEDGE}\b(?:died|dies|succumbed|perished|passed away|did not survive|didn[’']t survive|bled to death|has died|had died|lost (?:his|her|their) (?:life|lives))\b",
    re.IGNORECASE,
)
KILLS = re.compile(
    r"\b(?:killed|killing|kills|murdered|murdering|fatally (?:shot|shooting|shoots|wounded|wounding|injured|injuring|struck|striking|stabbed|stabbing)|"
    r"(?:shot|shooting|shoots|shoot) (?:and|to) (?:killed?|killing|kills|death)|shooting,? (?:and )?killing|claimed the life of|gunned down|leaving|left|leaves)\s+(?P<np>[^.;:()]{2,160})",
    re.IGNORECASE,
)
DEATH_OF = re.compile(
    r"\b(?:deaths?|killings?|murders?|slayings?|homicides?|shooting deaths?|fatal shootings?|fatal shooting|execution|loss) (?:last \w+ )?of (?P<np>[^.;:()]{2,160})", re.IGNORECASE
)
POSSESSED_DEATH = re.compile(r"(?P<np>(?:[\w’'-]+ ){0,3}[\w-]+[’']s?) (?:(?:accidental|fatal|tragic|shooting|gunshot|apparent|sudden) )*(?:death|murder|killing|slaying)\b", re.IGNORECASE)
DEATH_NOUN = re.compile(
    r"\b(?:fatal(?:ly)?(?! consequences)|deadly(?! (?:weapon|force|conduct|consequences|missile))|homicides?(?! (?:unit|detectives?|division|squad|investigators?|bureau|team|section|dete))|murder(?! (?:weapon|suspect in))|slain|slaying|deceased|manslaughter|(?:teen|man|woman|boy|girl|child|toddler|baby|victim|teenager|\d+-year-old)(?: \w+)? (?:shot dead|killed|dead))\b",
    re.IGNORECASE,
)
HEADLINE_DEATH = re.compile(r"^(?P<np>[^:;]{2,80}?)[,]?\s+(?:is |are |was |were )?(?:fatally |accidentally |allegedly )*(?:killed|dead|dies|shot dead|shot to death|shot and killed|shot, killed|gunned down|slain|murdered)\b", re.IGNORECASE)
ORDINAL_DEATH = re.compile(r"\b(?P<n>second|third|fourth|fifth|sixth) (?:person|victim|teen|teenager|man|woman|child|boy|girl)\b[^.;]{0,40}\b(?:dies|died|dead|killed)\b", re.IGNORECASE)
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
ROUNDUP = re.compile(
    r"\b(?:two|three|four|five|six|\d+|several|multiple|separate|overnight|weekend|recent)\s+(?:[\w’'-]+\s+){0,3}(?:shootings|incidents)\b|\bshootings since\b|\bshootings (?:over|during|this) (?:the )?weekend",
    re.IGNORECASE,
)
CAPTION = re.compile(r"^\W*(?:\d{1,2}:\d\d\b|related\b|read more|more:|watch\b|advertisement$)", re.IGNORECASE)
NOBODY_SUBJECT = re.compile(r"\b(?:no ?one|nobody|none|no (?:other )?(?:people|person|victims?))\b", re.IGNORECASE)
PERPETRATOR = re.compile(r"\b(?:gunman|gunmen|shooter|suspect|suspects|attacker|assailant|killer)\b", re.IGNORECASE)
PARENT_OF = re.compile(r"\b(?:father|mother|mom|dad|parents?|family|grandmother|grandfather) of $", re.IGNORECASE)
ATTEMPTED = re.compile(r"\b(?:attempt(?:ed|ing|s)?|conspir\w+|solicit\w+|threaten\w*|plott?\w*|tri(?:ed|es) to|wants? to|could have|would have|might have|assault with intent to|intent to)\b[^.;]{0,40}$", re.IGNORECASE)
NOBODY = r"(?:no ?one|nobody|no (?:other )?(?:people|person|victims?|officers?|children)|none of (?:the|them|those)[\w ]{0,20}|no)"
NO_DEATH = re.compile(
    rf"\b{NOBODY} (?:was|were|has been|had been)?\s*(?:killed|died|dead)\b|\bno (?:fatalities|deaths)\b|\b(?:both|all)(?: of)?(?: the| \w+)?(?: victims| men| women| boys| girls)? (?:survived|are expected to survive|will survive)\b|"
    r"\b(?:is|are|he’s|she’s|he's|she's|was|were) (?:still )?alive\b|\bsurvived\b",
    re.IGNORECASE,
)
NO_INJURY = re.compile(
    r"\b(?:no ?one|nobody|no one else|none of (?:the|them|those)[\w ]{0,20}|no other (?:people|person|victims?|injuries)|no injuries)\b[^.;]{0,40}\b(?:hurt|injured|hit|struck|wounded|harmed|shot|reported|injuries)\b|\bno injuries\b",
    re.IGNORECASE,
)
BODY_PART = r"(?:head|face|neck|chest|back|leg|legs|arm|arms|hand|hands|foot|feet|shoulder|stomach|abdomen|torso|thigh|hip|buttocks|butt|groin|ankle|wrist|knee|calf|eye|mouth|side|jaw|finger|cheek|body|pelvis|elbow|forearm|toe|ear)"
WOUND = re.compile(
    rf"\b(?:shot|struck|hit|wounded|injured|grazed|gunshot wounds?|bullet wounds?|gunfire)\b[^.;]{{0,40}}\b(?:in|to|on|through|across)\b[^.;]{{0,25}}\b{BODY_PART}\b|"
    r"\bgunshot (?:wound|injur)|\b(?:critical|serious|stable|fair|good|guarded|grave) (?:but \w+ )?condition\b|\blisted (?:as|in) (?:critical|serious|stable|fair|good)|\b(?:non-?life[- ]threatening|life[- ]threatening|serious|minor|critical|severe)(?: gunshot)? (?:injur|wound)|"
    r"\b(?:expected to (?:survive|recover|live|be ok(?:ay)?|make (?:a|it))|is recovering|are recovering|fighting for (?:his|her|their) li[fv]e|on life support|undergoing surgery|in surgery|underwent surgery)\b|"
    r"\b(?:seriously|critically|severely|badly|slightly) (?:injured|wounded|hurt)\b|\b(?:was|were|been|is|are) (?:\w+ly )?(?:shot|wounded|injured|hurt|grazed|struck by (?:a |the |stray )?(?:bullet|gunfire)|hit by (?:a |the |stray )*(?:bullet|gunfire))\b|"
    r"\b(?:airlifted|flown|taken|transported|rushed|hospitali[sz]ed|treated)\b[^.;]{0,60}\b(?:hospital|trauma|medical center|wound|injur)|\bshot (?:himself|herself|him|her|his|the (?:boy|girl|child|woman|man|teen|victim|officer|deputy))\b|"
    r"\b(?:injuring|wounding|striking|hitting)\b|\bhospitali[sz]ed\b|\b(?:injured|wounded|hurt)\b|\baccidentally (?:shot|shoots|shooting)\b|\bshoots\b|\b(?:wound|injury)\b[^.;]{0,20}\bleg\b",
    re.IGNORECASE,
)
# Wounded people beside dead ones: only words that tell them from the dead.
WOUNDS = re.compile(
    r"\b(?:injuring|wounding|injured|wounded|(?:critically|seriously|also|and) (?:wounded|injured|wounding|injuring|shot))\s+(?P<np>[^.;:()]{2,120})", re.IGNORECASE
)
PASSIVE_WOUND = re.compile(
    rf"\b(?:was|were|is|are|has been|had been|have been){HEDGE}\s+(?:also )?(?:wounded|injured|hurt|hospitali[sz]ed|in (?:critical|serious|stable|fair|good) condition|listed in \w+ condition|"
    r"expected to (?:survive|recover|live)|(?:taken|transported|airlifted|rushed|flown)(?: by \w+)? to (?!the morgue)|treated (?:at|for|and)|also (?:shot|struck|hit))\b|"
    r"\b(?:survived|suffered (?:\w+[- ])*(?:injur|wound|gunshot)|remains? (?:in|hospitali[sz]ed))",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"\b(?:another|a second|one other|second (?:person|victim|man|woman|teen))\b[^.;]{0,40}\b(?:wounded|injured|hurt|hospitali[sz]ed|taken to|critical)\b", re.IGNORECASE)
SHOT_TITLE = re.compile(r"\b(?:shot|shoots|shooting (?:his|her|of (?:a |an |the )?[\w-]+)|hit by|wounded|injured|hurt|struck)\b", re.IGNORECASE)
NOT_WOUNDED = re.compile(r"\b(?:shot|fired|shooting) at\b(?! (?:the|a|an|\d))|\bopened fire\b|\bnot (?:injured|hurt|hit|harmed)\b|\bunharmed\b|\bunhurt\b|\buninjured\b", re.IGNORECASE)
CLAUSE = re.compile(r"[;:—–]|\b(?:that|after|when|where|which|while|said|says|before|because|but|if|say)\b", re.IGNORECASE)
