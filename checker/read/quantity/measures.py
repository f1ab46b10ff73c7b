"""What happened to what is counted: the measure of each mention, from patterns of predicates around it.

Without a parser, a predicate is looked for inside the clause, nearest first: the counted noun itself ("12 deaths"),
straight behind the noun phrase ("12 dead", "12 people were killed"), straight before it ("killed 12"), then further
off behind it through prepositional phrases ("12 people in the city were killed"), then by coordination.
"""

from __future__ import annotations

from functools import cache

from checker.read.quantity.counted import AERIAL, is_person
from checker.read.quantity.lexica import load, phrase_table
from checker.read.quantity.mention import Mention
from checker.read.quantity.tokens import DASHES, Tokens
from checker.read.quantity.words import AUXILIARIES, CALENDAR, PREPOSITIONS, is_plural, singular

HUMAN = frozenset(
    "killed injured casualties shot missing hospitalized rescued survived evacuated displaced homeless detained charged "
    "convicted kidnapped infected vaccinated attended voted striking laid_off hired sentenced quarantined deported "
    "aboard trapped stranded unhurt freed".split()
)
CASUALTIES = frozenset({"killed", "injured", "casualties", "shot", "missing", "hospitalized"})
FAR = 14
NEAR_LEFT = 9
_BOUNDARY = frozenset({";", ":", "\u2014", "\u201c", "\u201d", '"', "(", ")", "but", "while", "when", "after", "before",
                       "because", "since", "where", "although", "though", "if", "that", "said", "says", "as", "until",
                       "whereas", "unless", "so", "then", "told", "which"})  # fmt: skip
_SKIP = frozenset(
    "also still reportedly allegedly believed feared confirmed thought reported presumed left later then since now "
    "already seriously critically severely badly slightly lightly immediately initially instantly safely successfully "
    "both all each so far in total total to be have been being instead again eventually therefore apparently "
    "among those people persons either newly officially accidentally mortally gravely known listed declared found said "
    "subsequently together simultaneously briefly currently tragically sadly suddenly only just who that has had was "
    "were is are overnight today yesterday tonight moderately minorly".split()
) | CALENDAR
_BE = frozenset("is are was were be been being get gets got getting left leaves leaving remain remains remained "
                "found feared reported confirmed believed lay lie 're 's declared pronounced".split())  # fmt: skip
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_NEGATION = frozenset({"not", "never", "n't", "wasn't", "weren't", "isn't", "aren't", "didn't", "hasn't", "haven't"})
_PREPOSITION_BEFORE = frozenset("in on at near across by to for during through into against under via per within toward towards".split())  # fmt: skip
_LEFT_SKIP = frozenset(
    "the a an another some also a further about of at least reportedly additional other overnight early late friday "
    "on its their his her our ukraine's russia's just all all-time record total down off over".split()
) | CALENDAR
_NOUN_SKIP_BEFORE = frozenset({"is", "are", "was", "were", "to", "at", "reached", "hit", "of", "stands", "stood", "rose",
                               "rises", "climbed", "climbs", "passed", "topped", "surpassed", "exceeded", "exceeds",
                               "reaches", "reach", "hits", "from", "by", ":", "tops", "passes", "now", "with", "put", "as",
                               "jumps", "jumped", "soars", "soared", "grew", "grows", "least", "up"})  # fmt: skip
_TOLLS = {"toll": "killed", "tolls": "killed", "dead": "killed", "deaths": "killed", "fatalities": "killed",
          "killed": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured", "injuries": "injured",
          "missing": "missing", "arrests": "detained", "arrested": "detained", "detained": "detained",
          "hospitalized": "hospitalized", "infections": "infected", "cases": "infected", "casualties": "casualties",
          "displaced": "displaced", "evacuated": "evacuated", "homeless": "homeless", "rescued": "rescued",
          "hospitalised": "hospitalized", "survivors": "survived", "victims": "casualties"}  # fmt: skip


def _forms(spec: str) -> tuple[str, str, str, str, str]:
    """(base, third person, past, participle, gerund) of a verb given as base or with its irregular forms."""
    parts = spec.split(":")
    base = parts[0]
    if len(parts) == 5:
        return tuple(parts)  # type: ignore[return-value]
    if base.endswith("e"):
        past, gerund = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past, gerund = base[:-1] + "ied", base + "ing"
    else:
        past, gerund = base + "ed", base + "ing"
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else (
        base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
    )  # fmt: skip
    return (base, parts[1] if len(parts) > 1 else third, parts[2] if len(parts) > 2 else past,
            parts[3] if len(parts) > 3 else past, parts[4] if len(parts) > 4 else gerund)  # fmt: skip


@cache
def _tables() -> tuple[dict, dict, dict, dict]:
    """(behind: first token -> phrases, before: last token -> phrases, nouns, amounts by last token)."""
    behind: dict[str, tuple[str, str]] = {}
    before: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for measure, entry in load("measures").items():
        if measure == "comment":
            continue
        for spec in entry.get("verbs", ()):
            base, third, past, participle, gerund = _forms(spec)
            for form in (past, participle):
                behind.setdefault(form, (measure, "participle"))
            for form in (base, third, past, gerund):
                before.setdefault(form, measure)
        for spec in entry.get("intransitive", ()):
            for form in _forms(spec):
                behind.setdefault(form, (measure, "finite"))
        for phrase in entry.get("after", ()):
            behind[phrase] = (measure, "participle" if phrase.endswith("ed") and " " not in phrase else "state")
        for phrase in entry.get("before", ()):
            before[phrase] = measure
        for noun in entry.get("nouns", ()):
            nouns[noun] = measure
    last: dict[str, list] = {}
    for phrase, measure in before.items():
        words = tuple(Tokens(phrase).low)
        last.setdefault(words[-1], []).append((words, measure))
    amounts: dict[str, list] = {}
    for measure, phrases in load("amounts").items():
        if measure != "comment":
            for phrase in phrases:
                words = tuple(phrase.split())
                amounts.setdefault(words[0], []).append((words, measure))
    for table in (last, amounts):
        for rows in table.values():
            rows.sort(key=lambda row: -len(row[0]))
    return phrase_table(behind), last, nouns, amounts


def set_measures(t: Tokens, mentions: list[Mention]) -> None:
    """Fill `measure` of every mention that may have one, left to right; then hand measures on in coordinations."""
    starts = {m.a: m for m in mentions}
    ends = {m.j - 1 for m in mentions}
    previous: Mention | None = None
    for m in mentions:
        if m.zero:
            previous = None
            continue
        if m.kind == "percent" and _is_vote_share(t, m):
            m.measure = "vote_share"
            continue
        if m.kind in ("count", "percent", "fraction", "loose") or (m.kind == "measurement" and m.counted):
            m.measure = _find(t, m, starts)
            if m.measure is None and previous is not None and previous.measure in CASUALTIES | {"launched", "downed", "destroyed", "damaged", "detained"}:
                m.measure = _inherit(t, previous, m)
            _settle(t, m)
        if m.measure is None and m.kind in ("percent", "money", "measurement", "duration", "count"):
            m.measure = _amount(t, m, ends)
        previous = m
    _share_right(t, mentions)


def _find(t: Tokens, m: Mention, starts: dict[int, Mention]) -> str | None:
    behind, _, nouns, _ = _tables()
    if t.kind_at(m.after) == "w" and t.at(m.after) in ("times", "time") or m.counted in ("time", "shot", "point", "goal"):
        if m.counted in ("time", "point", "goal"):
            return None
    measure = _as_noun(t, m, nouns)
    if measure:
        return measure
    measure = _behind(t, m, m.after, behind, starts)
    if measure:
        return measure
    measure = _toll(t, m) or _before(t, m) or _before_coordinated(t, m)
    if measure:
        return measure
    return _behind_far(t, m, behind, starts)


def _as_noun(t: Tokens, m: Mention, nouns: dict[str, str]) -> str | None:
    if m.head >= 0:
        head = t.low[m.head]
        name = singular(head)
        pair = f"{t.at(m.head - 1)} {name}"
        measure = nouns.get(pair) if m.head - 1 >= m.b else None
        if measure is None and name in nouns and head not in ("killed",):
            measure = nouns[name]
            if name in ("case",):
                measure = None
        if measure == "attended" and _behind(t, m, m.after, _tables()[0], {}):
            return None
        if measure and measure not in ("attended", "survived"):
            if name in ("death", "fatality", "killing", "injury", "casualty", "homicide", "murder", "arrest", "slaying"):
                m.counted = "person"
            return measure
        return None
    word = t.at(m.after)
    if word in ("dead", "injured", "wounded", "missing", "homeless", "killed", "hurt") and m.value != 1:
        return _tables()[2].get(word) or {"hurt": "injured", "missing": "missing"}.get(word)
    return None


def _phrase_at(table: dict, t: Tokens, k: int):
    for phrase, value in table.get(t.at(k), ()):
        if t.matches(k, phrase):
            return value, k + len(phrase)
    return None


def _behind(t: Tokens, m: Mention, k: int, table: dict, starts: dict[int, Mention]) -> str | None:
    """The predicate straight behind the noun phrase, over auxiliaries and adverbs."""
    of = t.at(m.a - 1) == "of" or (t.at(m.a - 1) == "the" and t.at(m.a - 2) == "of")
    if (of or t.at(m.a - 1) in _PREPOSITION_BEFORE) and m.role != "part":
        only_reduced = True
        if t.at(m.a - 1) in ("by", "per"):
            return None
    else:
        only_reduced = False
    passive = have = False
    steps = 0
    while k < t.size and steps < 7:
        hit = _phrase_at(table, t, k)
        if hit and not (t.low[k] in ("found", "left", "suffered", "confirmed", "reported") and hit[1] == k + 1 and t.low[k] != "suffered"):
            (measure, form), end = hit
            if only_reduced and (passive or form == "finite"):
                return None
            if form != "finite" and not passive and (form == "participle" or _TRANSITIVE & set(t.low[k:end])):
                if have and form == "participle" or _object_follows(t, end, starts):
                    return None
            if form == "participle" and measure in ("launched", "hit", "downed") and not passive and end == k + 1:
                if t.at(end) in ("at", "on", "against", "into") and is_person(m.counted):
                    return None
            if t.low[k] in ("hit", "struck") and t.at(end) in ("by",) and False:
                return None
            if form == "participle" and t.at(end) in ("up", "out", "off") and end == k + 1:
                return None
            if t.low[k] in ("fatally", "critically", "seriously") and end == k + 1:
                if t.kind_at(end) == "w":
                    k, steps = k + 1, steps + 1
                    continue
                m.role = "part"  # "four were shot, one fatally"
            return _both(t, measure, end, main=m.value == 1 and not passive)
        word = t.low[k]
        if word in _NEGATION:
            return None
        if word in _BE:
            passive = True
        elif word in _HAVE:
            have = True
        elif word in _SKIP or word in AUXILIARIES or (word.endswith("ly") and t.kind[k] == "w"):
            pass
        elif word in ("as", "in") and t.at(k + 1) in ("the", "many"):
            return None
        else:
            return None
        k += 1
        steps += 1
    return None


def find_behind(t: Tokens, m: Mention) -> str | None:
    """Return the measure of the predicate behind a subject such as "nobody", straight or over phrases."""
    table = _tables()[0]
    return _behind(t, m, m.after, table, {}) or (_behind_far(t, m, table, {}) if m.head >= 0 else None)


_TRANSITIVE = frozenset({"shot", "gunned", "stabbed", "killed", "wounded", "beaten", "injured", "struck"})


def _object_follows(t: Tokens, k: int, starts: dict[int, Mention]) -> bool:
    """"four gunmen killed 12 people": a noun phrase behind the verb makes what stands before it the actor."""
    word = t.at(k)
    if k in starts and starts[k].kind in ("count", "loose") and t.at(starts[k].b) not in ("times",):
        return True
    if not word or t.kind_at(k) != "w":
        return False
    if word in ("a", "an", "the", "his", "her", "their", "its", "another", "each", "at") or word in ("him", "her", "them", "it", "us"):
        return word != "at" or t.at(k + 1) == "least"
    if word in CALENDAR or word in PREPOSITIONS or word in AUXILIARIES:
        return False
    return is_plural(word) and not t.is_name(k) and word not in ("hours", "days", "minutes", "weeks", "months", "times", "years")


def _behind_far(t: Tokens, m: Mention, table: dict, starts: dict[int, Mention]) -> str | None:
    """"12 people, among them a girl of seven, in the city of Kharkiv were killed": over phrases to the verb."""
    before = t.at(m.a - 2) if t.at(m.a - 1) == "the" else t.at(m.a - 1)
    if before in _PREPOSITION_BEFORE or before in ("with", "from", "of", "including", "than", "after"):
        return None
    if m.head < 0 and m.kind == "count" and m.role != "part":
        return None
    k, last = m.after, min(t.size, m.after + FAR)
    if t.at(k) == "," and t.at(k + 1) in ("including", "among", "both", "all", "most", "one", "mostly", "some", "two", "three"):
        # "4 people, including 2 juveniles, injured in a shootout"
        close = next((n for n in range(k + 2, min(k + FAR, t.size)) if t.low[n] == ","), -1)
        if close > 0:
            measure = _behind(t, m, close + 1, table, starts)
            if measure:
                return measure
    if t.at(k) in ("and", "or", ","):
        other = next((starts[n] for n in range(k + 1, min(k + 3, t.size)) if n in starts), None)
        if other is None and not (t.at(k) == "," and t.at(k + 1) in ("including", "among", "both", "most", "all", "one", "some", "many", "mostly", "mainly", "two", "three")):
            return None
    while k < last:
        word = t.low[k]
        if word in _BOUNDARY or word == "." and t.kind_at(k - 1) == "w" and len(t.low[k - 1]) > 3:
            return None
        if word in ("was", "were", "are", "is", "been") or (word in ("have", "has", "had") and t.at(k + 1) == "been"):
            n, steps = k + 1, 0
            while n < t.size and steps < 4:
                hit = _phrase_at(table, t, n)
                if hit and t.low[n] not in ("found", "left", "reported"):
                    return _both(t, hit[0][0], hit[1], main=True) if _may(m, hit[0][0]) else None
                if t.low[n] in _NEGATION:
                    return None
                if not (t.low[n] in _SKIP or t.low[n] in _BE or t.low[n].endswith("ly")):
                    return None
                n += 1
                steps += 1
            return None
        if word in ("died", "perished", "drowned", "survived", "marched", "protested", "voted") and word in table:
            return table[word][0][1][0] if _may(m, table[word][0][1][0]) else None
        k += 1
    return None


def _may(m: Mention, measure: str) -> bool:
    """Far off, only people can be what happens to people: "2 bridges fell; 7 people were killed"."""
    return measure not in HUMAN or m.counted is None or is_person(m.counted)


def _both(t: Tokens, measure: str, end: int, *, main: bool = False) -> str:
    """"shot and critically injured" is injured; "a man who had been shot, died" is killed."""
    if measure not in ("shot", "injured"):
        return measure
    k = end
    if t.at(k) in ("and", ","):
        k += 1
        while t.at(k).endswith("ly"):
            k += 1
        second = {"killed": "killed", "injured": "injured", "wounded": "injured", "died": "killed", "hurt": "injured"}.get(t.at(k))
        if second:
            return second
    if main:
        for n in range(end, min(end + FAR, t.size)):
            if t.low[n] in ("died", "dies") and t.at(n - 1) in (",", "later", "has"):
                return "killed"
            if t.low[n] in (";", "but", "while", "when", "after") or (t.low[n] == "and" and t.at(n + 1) not in ("later", "died")):
                break
    return measure


def _before(t: Tokens, m: Mention) -> str | None:
    """The predicate straight before the number and its bound ("killed at least 12", "leaving seven")."""
    _, last, _, _ = _tables()
    k = m.a - 1
    skipped = 0
    while k >= 0 and skipped < 5:
        word = t.low[k]
        if skipped == 0 or word not in ("of",):
            for phrase, measure in last.get(word, ()):
                begin = k - len(phrase) + 1
                if begin >= 0 and tuple(t.low[begin : k + 1]) == phrase:
                    if skipped and phrase[-1] in ("of", "with", "for", "to", "by") and t.at(k + 1) not in ("the", "a", "an", "another", "some"):
                        continue
                    if _passive_before(t, begin, phrase) or (len(phrase) == 1 and not _fits(t, m, phrase[0], measure)):
                        return None
                    return measure
        if word not in _LEFT_SKIP and not (word.endswith("ly") and t.kind[k] == "w"):
            break
        if word in ("on", "at", "over") and t.at(k + 1) not in CALENDAR and word != "at":
            break
        k -= 1
        skipped += 1
    return None


def find_before(t: Tokens, m: Mention) -> str | None:
    """Return the measure of the predicate before an object such as "no one"."""
    return _before(t, m)


def _before_coordinated(t: Tokens, m: Mention) -> str | None:
    """"killed himself and 15 others", "killing his wife and two children": the verb of the first object."""
    if t.at(m.a - 1) != "and" or not (is_person(m.counted) or m.single):
        return None
    _, last, _, _ = _tables()
    for k in range(m.a - 2, max(-1, m.a - NEAR_LEFT), -1):
        word = t.low[k]
        for phrase, measure in last.get(word, ()):
            begin = k - len(phrase) + 1
            if measure in CASUALTIES and begin >= 0 and tuple(t.low[begin : k + 1]) == phrase:
                return None if _passive_before(t, begin, phrase) else measure
        if t.kind[k] != "w" or word in PREPOSITIONS or word in AUXILIARIES or word in _BOUNDARY or word == "and":
            return None
    return None


_NEEDS_COUNTED = frozenset("cut cuts cutting used sent using drew draws drawing took free frees claimed claiming sends exchange hit level save saves close closes strike strikes carrying target targets ordered capture".split())  # fmt: skip


def _fits(t: Tokens, m: Mention, verb: str, measure: str) -> bool:
    if verb in _NEEDS_COUNTED:
        if measure in ("laid_off",):
            return m.counted in ("job", "position", "worker", "employee", "post", "role", "staff")
        if verb in ("claimed", "claiming"):
            return m.counted == "life" or t.at(m.after) in ("lives",)
        if measure == "launched":
            return m.counted in AERIAL
        if measure == "hospitalized":
            return t.at(m.after) in ("to",) and t.at(m.after + 1) in ("hospital", "the")
        if measure in ("hit", "won", "attended"):
            return m.counted is not None
        if verb in ("save", "saves", "level"):
            return is_person(m.counted)
    return True


def _passive_before(t: Tokens, begin: int, phrase: tuple[str, ...]) -> bool:
    """"were launched 12 times", "was shot three times": the number is not the object of a passive."""
    if len(phrase) > 1 and phrase[-1] in ("of", "to", "with"):
        return False
    word = phrase[0]
    if not word.endswith(("ed", "t", "n")):
        return False
    k = begin - 1
    while k >= 0 and t.low[k].endswith("ly"):
        k -= 1
    return t.at(k) in ("was", "were", "been", "being", "is", "are", "be")


def _toll(t: Tokens, m: Mention) -> str | None:
    """"The death toll rose to 12", "the number of injured climbs to 30", "Dead: 4"."""
    if t.at(m.a - 1) not in _NOUN_SKIP_BEFORE and t.at(m.a - 2) not in _NOUN_SKIP_BEFORE:
        return None
    lowest = max(0, m.a - FAR)
    for k in range(m.a - 1, lowest - 1, -1):
        word = t.low[k]
        if word in _BOUNDARY and word != ":" or word in (",", "and") and k < m.a - 6:
            return None
        if word in _TOLLS and t.kind[k] == "w":
            if word in ("toll", "tolls"):
                return "injured" if t.at(k - 1) in ("injury", "injured", "injuries") else "killed"
            if t.at(k - 1) == "of" and t.at(k - 2) in ("number", "count", "tally", "total", "numbers"):
                return _TOLLS[word]
            if t.at(k - 1) in ("people", "persons", "civilians", "soldiers", "of", "confirmed", "the") and "number" in t.low[max(0, k - 6) : k]:
                return _TOLLS[word]
            if word in ("deaths", "fatalities", "injuries", "arrests", "casualties", "cases", "infections"):
                between = t.low[k + 1 : m.a]
                if any(w in ("rose", "rises", "reached", "reach", "climbed", "climbs", "total", "stood", "stands", "hit", "hits", "passed", "topped", "grew", "tops", "jumped", "surpassed", "exceeded", ":") for w in between):
                    return _TOLLS[word]
    return None


def _inherit(t: Tokens, x: Mention, m: Mention) -> str | None:
    """Coordination: "killing four men and two women" gives both numbers the measure."""
    if x.after > m.a:
        return None
    between = t.low[x.after : m.a]
    if m.kind not in ("count", "loose") or m.measure:
        return None
    if not between or len(between) > 3 or any(w not in (",", "and", "or", "plus", "as", "well", "including", "&") for w in between):
        return None
    return x.measure if m.counted is None or is_person(m.counted) == is_person(x.counted) else None


def _share_right(t: Tokens, mentions: list[Mention]) -> None:
    """"Two men and three women were killed": the number before the conjunction gets the measure of the one behind."""
    for x, y in zip(mentions[-2::-1], mentions[:0:-1], strict=False):
        if x.measure is None and y.measure in HUMAN and x.kind == "count" and y.kind == "count" and is_person(x.counted):
            between = t.low[x.after : y.a]
            if between and len(between) <= 2 and all(w in (",", "and") for w in between):
                x.measure = y.measure


def _settle(t: Tokens, m: Mention) -> None:
    """Bring the measure in line with what is counted, and name people where the text leaves them out."""
    if m.measure is None:
        return
    if m.counted == "life":
        m.counted = "person"
    if m.measure == "launched":
        if is_person(m.counted):
            m.measure = "laid_off" if t.at(m.a - 1) in ("fired", "fire", "fires", "firing") else None
        elif m.counted in ("round", "shot", "bullet"):
            m.measure = "shots_fired"
    elif m.measure == "destroyed" and m.counted in AERIAL - {"aircraft", "jet", "plane", "helicopter", "bomber", "fighter", "warplane", "weapon", "target"}:
        m.measure = "downed"
    elif m.measure == "recovered" and m.counted == "body":
        m.measure = "killed"
    elif m.measure == "shot" and m.counted in AERIAL:
        m.measure = "downed"
    elif m.measure in ("damaged", "destroyed", "hit") and is_person(m.counted) and m.measure != "hit":
        m.measure = None
    elif m.measure == "downed" and m.counted is not None and m.counted not in AERIAL:
        m.measure = None if m.head >= 0 and m.counted in ("attack", "assault", "call", "message") else m.measure
    if m.measure in HUMAN:
        if m.counted is None:
            if m.kind in ("count", "loose"):
                m.counted = "person"
        elif m.measure == "shot" and not is_person(m.counted):
            m.measure = None
        elif m.measure in ("killed", "injured") and m.counted in _NOT_VICTIMS:
            m.measure = None


_NOT_VICTIMS = frozenset("time shot point goal bullet wound round occasion hour day minute month year week home house building vehicle car".split())  # fmt: skip


def _amount(t: Tokens, m: Mention, ends: set[int]) -> str | None:
    """What a percentage, sum, measurement or duration is of: the nearest such noun or verb in the clause."""
    _, _, _, amounts = _tables()
    if m.kind == "count":
        if t.at(m.a - 1) == "magnitude" or (t.at(m.b) in DASHES and t.at(m.b + 1) == "magnitude") or (
            t.at(m.a - 1) == "of" and t.at(m.a - 2) == "magnitude"
        ):
            m.kind = "measurement"
            return "magnitude"
        return None
    allowed = _BY_KIND.get(m.kind)
    k = m.b
    if t.at(k) in DASHES:
        k += 1
    for n in range(k, min(k + 4, t.size)):
        if t.kind[n] != "w" and t.low[n] not in DASHES or t.low[n] in ("and", "from", "after", "as", "for", "by", "with", "on", "to", "but", "while", "at", "of"):
            break
        measure = _amount_at(amounts, t, n, allowed)
        if measure and (n == k or t.low[n - 1] not in ("to", "from")):
            return measure
    bottom = max(0, m.a - FAR)
    for n in range(m.a - 1, bottom - 1, -1):
        if t.low[n] in (";", ":", "but", "while") or (t.low[n] == "," and n < m.a - 8):
            break
        if n in ends and m.kind != "percent" and not (m.kind == "money" and t.at(m.a - 1) in ("to", "from")):
            break
        measure = _amount_at(amounts, t, n, allowed)
        if measure:
            return measure
    return None


def _is_vote_share(t: Tokens, m: Mention) -> bool:
    return t.matches(m.b, ("of", "the", "vote")) or t.matches(m.b, ("of", "votes")) or t.matches(m.b, ("of", "the", "votes"))


def _amount_at(amounts: dict, t: Tokens, n: int, allowed: frozenset[str] | None) -> str | None:
    for phrase, measure in amounts.get(t.low[n], ()):
        if (allowed is None or measure in allowed) and t.matches(n, phrase):
            return measure
    return None


_MONEY = frozenset("profit loss revenue share_price market_value price fine cost damage bail ransom reward aid investment deal_value budget deficit debt tax salary raised stolen dividend gdp seized".split())  # fmt: skip
_BY_KIND = {
    "money": _MONEY,
    "percent": _MONEY - {"bail", "ransom", "reward", "fine", "stolen"} | frozenset("turnout vote_share approval unemployment inflation interest_rate margin population emissions".split()),
    "measurement": frozenset("magnitude depth height length width wind_speed speed temperature rainfall snowfall burned_area distance spill emissions seized stolen".split()),
    "duration": frozenset({"sentence", "ceasefire"}),
}  # fmt: skip
