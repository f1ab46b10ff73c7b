"""Kinds of pairs about who did what: truth by sets of possible worlds.

A sentence stands for the set of worlds in which it holds. Premise within hypothesis: entailment; no common world:
contradiction; else neutral. Every kind draws the hypothesis first and looks for a premise that gives the wanted label.
"""

from __future__ import annotations

from itertools import product

from .numeric import DAYS, MONTHS, Maker, Pair
from .spans import C, E, N

Worlds = frozenset


def label(premise: Worlds, hypothesis: Worlds) -> str:
    """The label of two sets of worlds."""
    if premise <= hypothesis:
        return E
    return N if premise & hypothesis else C


# The state of an act: done, its opposite done, or neither.
DONE, UNDONE, IDLE = "done", "undone", "idle"
STATES = Worlds((DONE, UNDONE, IDLE))
SENSES = {
    "pos": Worlds((DONE,)),
    "anti": Worlds((UNDONE,)),
    "notpos": STATES - {DONE},
    "notanti": STATES - {UNDONE},
    "open": STATES,
}
YES = (
    "{a} {past} {o}",
    "{a} {past} {o}",
    "{o} was {pp} by {a}",
    "{a} has {pp} {o}",
    "it was {a} that {past} {o}",
    "{a} did {base} {o}",
)
YES_LONG = (*YES, "{a} managed to {base} {o}", "{a} went ahead and {past} {o}", "{a} did not fail to {base} {o}", "in the end, {a} {past} {o}",
            "it is not true that {a} failed to {base} {o}", "having {pp} {o}, {a} made no further comment", "nobody disputes that {a} {past} {o}")  # fmt: skip
NO = (
    "{a} did not {base} {o}",
    "{a} did not {base} {o}",
    "{o} was not {pp} by {a}",
    "{a} never {past} {o}",
    "{a} has not {pp} {o}",
    "{a} failed to {base} {o}",
)
NO_LONG = (*NO, "{a} refused to {base} {o}", "{a} was unable to {base} {o}", "{a} left the matter without having {pp} {o}", "it is not the case that {a} {past} {o}",
           "{a} wanted to {base} {o} but in the end did not", "nobody at {a} {past} {o}", "{a} declined to {base} {o}", "had {a} {pp} {o}, things would be different")  # fmt: skip
OPEN = ("{a} may {base} {o}", "{a} may have {pp} {o}", "{a} plans to {base} {o}", "{who} urged {a} to {base} {o}", "{a} is expected to {base} {o}", "it is unclear whether {a} {past} {o}",
        "critics claimed that {a} {past} {o}", "{a} denied having {pp} {o}", "{a} was accused of having {pp} {o}", "{a} promised to {base} {o}", "{a} has not said whether it will {base} {o}",
        "{a} was asked not to {base} {o}", "{a} could {base} {o} next month", "{who} denied that {a} {past} {o}", "{a} refused to say whether it had {pp} {o}", "rumours say that {a} {past} {o}",
        "{a} threatened to {base} {o}", "if {a} were to {base} {o}, there would be protests", "{who} believes that {a} {past} {o}")  # fmt: skip


def act(m: Maker) -> tuple[tuple[list[str], list[str]], list[str]]:
    """A verb and its opposite (base, past, participle each), and the objects that go with them."""
    verbs, objects = m.pick("VERB").split(": ")
    did, opposite = verbs.split(", ")
    forms = [v.split() for v in (did, opposite)]
    forms = [f if len(f) == 3 else ["give up", "gave up", "given up"] for f in forms]
    if m.chance(0.5):
        forms.reverse()
    return (forms[0], forms[1]), objects.split(", ")


def state(m: Maker, sense: str, verbs, a: str, o: str, long: bool) -> str:
    """A clause for the sense of an act; `long` allows the wordings that only premises have."""
    base, past, pp = verbs[1] if "anti" in sense or sense == "open" and m.chance(0.5) else verbs[0]
    table = (
        OPEN if sense == "open" else (NO_LONG if long else NO) if sense.startswith("not") else YES_LONG if long else YES
    )
    return agree(m.one(table).format(a=a, o=o, base=base, past=past, pp=pp, who=m.pick("SPK")), o)


def agree(text: str, o: str) -> str:
    return text.replace(f"{o} was ", f"{o} were ") if o.endswith("s") else text


def tail(m: Maker) -> str:
    return " " + m.one(
        (m.pick("MANNER"), m.pick("MANNER"), f"in {m.pick('TOWN')}", f"on {m.one(DAYS)}", f"in {m.one(MONTHS)}")
    )


def polarity(m: Maker, wanted: str) -> Pair:
    """Negation, double negation, opposites, failed, planned, denied and hedged acts."""
    verbs, objects = act(m)
    a, o = m.pick("O"), m.one(objects)
    sense = m.one(("pos", "anti", "notpos", "notanti"))
    told = m.one(
        [t for t, w in SENSES.items() if label(w, SENSES[sense]) == wanted] + (["open"] if wanted == N else [])
    )
    premise = state(m, told, verbs, a, o, True)
    if m.chance(0.4) and not told.startswith("not"):
        premise += tail(m)
    return m.beside(m.sentence(premise, 0.4, 0.05)), m.sentence(state(m, sense, verbs, a, o, False), 0.0, 0.0)


def actors(m: Maker, wanted: str) -> Pair:
    """Two or three parties that acted differently on one thing; the claim is about one of them or of another."""
    verbs, objects = act(m)
    a, b, c = m.rng.sample(m.lists["O"], 3)
    o = m.one(objects)
    sense = m.one(("pos", "anti", "notpos", "notanti"))
    fits = [t for t in ("pos", "anti", "notpos") if label(SENSES[t], SENSES[sense]) == wanted]
    told = m.one(("pos", "anti")) if wanted == N or not fits else m.one(fits)
    other = m.one([t for t in ("pos", "anti", "notpos") if t != told])
    first, second = state(m, told, verbs, a, o, False), state(m, other, verbs, b, o, False)
    if m.chance(0.5):
        first, second = second, first
    asked = c if wanted == N else a
    if wanted != N and not fits:
        return None
    claim = state(m, sense, verbs, asked, o, False)
    return m.sentence(first + m.one((", but ", ", while ", "; ", ", and ")) + second, 0.3), m.sentence(claim, 0.0, 0.0)


def detail(m: Maker, wanted: str) -> Pair:
    """Details left out, added or changed, in affirmed and in denied acts (where leaving out and adding change places)."""
    verbs, objects = act(m)
    a, o = m.pick("O"), m.one(objects)
    day, other = m.rng.sample(DAYS, 2)
    place, away = m.two("TOWN")
    full = {"day": f"on {day}", "place": f"at a meeting in {place}", "manner": m.pick("MANNER")}
    keys = m.rng.sample(list(full), m.one((1, 2, 2, 3)))
    negated = m.chance(0.4)
    _, past, pp = verbs[0]
    stem = (
        m.one((f"{a} did not {verbs[0][0]} {o}", f"{o} was not {pp} by {a}"))
        if negated
        else m.one((f"{a} {past} {o}", f"{o} was {pp} by {a}"))
    )
    claim_stem = (
        m.one((f"{a} did not {verbs[0][0]} {o}", f"{o} was not {pp} by {a}"))
        if m.chance(0.4)
        else m.one((f"{a} {past} {o}", f"{o} was {pp} by {a}"))
    )
    denied = " not " in claim_stem
    fewer = m.rng.sample(keys, m.rng.randrange(len(keys)))
    more, less = keys, fewer
    said, claimed = (more, less) if m.chance(0.5) else (less, more)
    changed = bool(claimed) and m.chance(0.3)
    # worlds: the act with its true details, or no act; a claim of some details holds where they are among the true ones
    true = negated == denied
    if changed:
        swap = next((k for k in claimed if k != "manner" and k in said), None)
        if swap is None or negated:
            return None
        got = E if denied else C
    elif true and not negated:
        got = E if set(claimed) <= set(said) else N
    elif true and negated:
        got = E if set(said) <= set(claimed) else N
    elif negated:  # denied with the details `said`, claimed with `claimed`
        got = C if set(said) <= set(claimed) else N
    else:
        got = C if set(claimed) <= set(said) else N
    if got != wanted:
        return None
    texts = dict(full)
    if changed:
        texts[swap] = f"on {other}" if swap == "day" else f"at a meeting in {away}"
    write = lambda clause, ks, t: clause + "".join(f" {t[k]}" for k in ks)  # noqa: E731
    if changed:  # that the act took place once is said, or another day would be no contradiction
        stem = stem + m.one((" only once,", " once and for all", " a single time,"))
    premise, claim = agree(write(stem, said, full), o), agree(write(claim_stem, claimed, texts), o)
    return (m.sentence(premise.rstrip(","), 0.0, 0.1), m.sentence(claim, 0.0, 0.0)) if premise != claim else None


def roles(m: Maker, wanted: str) -> Pair:
    """Who did it to whom: one-way acts, acts that may be returned, and mutual ones."""
    kind = m.one(("ASYM", "ASYM", "RECIP", "RECIP", "SYM"))
    parts = [p.strip() for p in m.pick(kind).split(";")]
    past, base = parts[0], parts[1]
    a, b, c = m.rng.sample(m.lists["O"], 3) if m.chance(0.7) or kind == "SYM" else m.rng.sample(m.lists["N"], 3)
    worlds = {"ASYM": ("ab", "ba", ""), "RECIP": ("ab", "ba", "both", ""), "SYM": ("both", "")}[kind]

    def holds(x: str, y: str) -> Worlds:
        return Worlds(w for w in worlds if w == "both" or w == x + y)

    names = {"a": a, "b": b}

    def clause(x: str, y: str, denied: bool, premise: bool) -> str:
        p, q = names[x], names[y]
        if denied:
            return m.one(
                (f"{p} did not {base} {q}", f"{p} never {past} {q}")
                + ((f"{q} was not {parts[2]} {p}",) if len(parts) > 2 else ())
            )
        say = [f"{p} {past} {q}", f"{p} {past} {q}"] + ([f"{q} was {parts[2]} {p}"] if len(parts) > 2 else [])
        if len(parts) > 3 and not m.chance(0.5):
            say.append(f"{q} {parts[3].rstrip(' <')} {p}")
        return m.one(say)

    x, y = ("a", "b") if m.chance(0.5) else ("b", "a")
    denied = m.chance(0.4)
    claim, h = clause(x, y, denied, False), holds(x, y)
    h = Worlds(worlds) - h if denied else h
    for _ in range(8):
        u, v = ("a", "b") if m.chance(0.5) else ("b", "a")
        no = m.chance(0.3)
        p = Worlds(worlds) - holds(u, v) if no else holds(u, v)
        if label(p, h) == wanted and not (u == x and v == y and wanted == N):
            premise = clause(u, v, no, True)
            break
    else:
        if wanted != N:
            return None
        # a third party takes the place of one of the two
        names = m.one(({"a": a, "b": c}, {"a": c, "b": b}))
        premise = clause(*m.one(("ab", "ba")), False, True)
    if m.chance(0.5):
        premise += tail(m) if " not " not in premise and " never " not in premise else ""
    return (m.beside(m.sentence(premise, 0.3)), m.sentence(claim, 0.0, 0.0)) if premise != claim else None


SAID, DENIED, SILENT = "said", "denied", "silent"
REPORT_WORLDS = Worlds(product((True, False), (SAID, DENIED, SILENT), (SAID, DENIED, SILENT)))


def report(m: Maker, wanted: str) -> Pair:
    """Who says so: a plain report is taken for true, a claim, a belief and a denial are not; another source is another claim."""
    verbs, objects = act(m)
    s1, s2 = m.two("SPK")
    a, o = m.pick("O"), m.one(objects)
    fact = f"{a} {verbs[0][1]} {o}"
    denial = f"{a} did not {verbs[0][0]} {o}"

    def worlds(test) -> Worlds:
        return Worlds(w for w in REPORT_WORLDS if test(w))

    premises = (
        (("{s} confirmed that {f}", "{s} announced that {f}", "{s} revealed that {f}", "{f}, {s} said", "according to {s}, {f}", "{s} admitted that {f}"), worlds(lambda w: w[0] and w[1] == SAID)),
        (("{s} claimed that {f}", "{s} alleged that {f}", "{s} insisted that {f}"), worlds(lambda w: w[1] == SAID)),
        (("{s} denied that {f}", "{s} dismissed reports that {f}", "{s} rejected the claim that {f}"), worlds(lambda w: w[1] == DENIED)),
        (("{s} confirmed that {f}, which {t} denied", "{f}, said {s}, though {t} denied it"), worlds(lambda w: w[1] == SAID and w[2] == DENIED)),
        (("{s} confirmed that {n}", "{n}, {s} said"), worlds(lambda w: not w[0] and w[1] == DENIED)),
        (("{s} had no comment on reports that {f}", "{s} would neither confirm nor deny that {f}", "{s} said nothing on whether {f}"), worlds(lambda w: w[1] == SILENT)),
        (("{s} knew that {f}", "{s} forgot that {f}", "{s} regretted that {f}"), worlds(lambda w: w[0])),
    )  # fmt: skip
    claims = (
        (("{f}",), worlds(lambda w: w[0])), (("{n}",), worlds(lambda w: not w[0])), (("{s} said that {f}", "according to {s}, {f}"), worlds(lambda w: w[1] == SAID)),
        (("{s} denied that {f}", "{s} contradicted reports that {f}"), worlds(lambda w: w[1] == DENIED)), (("{s} did not deny that {f}",), worlds(lambda w: w[1] != DENIED)),
        (("{s} did not say that {f}",), worlds(lambda w: w[1] != SAID)),
    )  # fmt: skip
    says, h = m.one(claims)
    known = [p for p in premises if label(p[1], h) == wanted]
    other = wanted == N and (not known or m.chance(0.4))
    if not known and not other:
        return None
    told = m.one(m.one(premises[1:3] if other else known)[0])
    first = s2 if other and "{s}" in says[0] else s1
    if other and first == s1:
        told = m.one(m.one(premises[1:3])[0])
    premise = told.format(s=first, t=s2, f=fact, n=denial)
    if first == s2 and "{t}" in told:
        return None
    return m.sentence(premise, 0.2, 0.0), m.sentence(m.one(says).format(s=s1, f=fact, n=denial), 0.0, 0.0)


def order(m: Maker, wanted: str) -> Pair:
    """Which came first: chains of two or three events, told in or out of their order."""
    events = m.rng.sample(m.lists["EVENT"], 4)
    n = m.one((2, 2, 3))
    chain, absent = events[:n], events[3]
    i, j = m.rng.sample(range(n), 2)
    x, y = chain[i], chain[j]
    true = i < j
    if n == 2:
        a, b = chain
        premise = m.one((f"{a} before {b}", f"{b} after {a}", f"after {a}, {b}", f"before {b}, {a}", f"first {a}, and then {b}", f"{b} only once {a}", f"{a}; {m.rng.randint(2, 50)} hours later, {b}",
                         f"{a} on {DAYS[m.rng.randint(0, 2)]} and {b} on {DAYS[m.rng.randint(3, 6)]}"))  # fmt: skip
    else:
        a, b, c = chain
        premise = m.one((f"{a} before {b}, and after that {c}", f"{c} after {b}, which itself followed when {a}", f"first {a}, then {b}, and finally {c}",
                         f"{b} in {MONTHS[m.rng.randint(4, 6)]}, {c} in {MONTHS[m.rng.randint(7, 11)]} and {a} in {MONTHS[m.rng.randint(0, 3)]}"))  # fmt: skip
    if wanted == N:
        style = m.rng.randrange(2)
        if style:
            x, y = (x, absent) if m.chance(0.5) else (absent, y)
        else:
            premise = m.one(
                (
                    f"{x} and {y}",
                    f"both things happened that week: {x} and {y}",
                    f"{y}, and {x} as well",
                    f"{x} while it was still dark, and {y} on a {m.one(DAYS)}",
                )
            )
    elif true != (wanted == E):
        x, y = y, x
    denied = m.chance(0.25)
    claim = m.one((f"{x} before {y}", f"{y} after {x}", f"{x} earlier than {y}"))
    if denied:
        claim = f"it is not the case that {claim}"
        if wanted != N:
            wanted_text = m.one((f"{y} before {x}", f"{x} after {y}"))
            claim = f"it is not the case that {wanted_text}"
    return m.beside(m.sentence(premise, 0.1)), m.sentence(claim, 0.0, 0.0)


def place(m: Maker, wanted: str) -> Pair:
    """Towns within countries: wider, narrower and other places."""
    regions = [x.split(": ") for x in m.rng.sample(m.lists["MAP"], 2)]
    (here, land), (there, abroad) = ((r[0].split(", "), r[1]) for r in regions)
    town, second, *_ = m.rng.sample(here, 3)
    what = m.fill(m.one(m.lists["ONCE"])).replace(" in ", " of ").replace("of of", "of")
    if any(t in what for t in m.lists["TOWN"]):
        return None
    everywhere = Worlds((*here, *there, "elsewhere"))
    at = {f"in {town}, {land}": {town}, f"in {town}": {town}, f"in {land}": set(here), f"in {second}, {land}": {second}, f"in {m.one(there)}, {abroad}": None, f"in {abroad}": set(there),
          "": set(everywhere), f"outside {land}": set(everywhere - set(here)), f"in the town of {town} in {land}": {town}, f"not in {town} but elsewhere in {land}": set(here) - {town}}  # fmt: skip
    at = {k: Worlds(v if v is not None else {k[3:].split(",")[0]}) for k, v in at.items()}
    claims = [k for k in at if k and not k.startswith("not")]
    told, claim = m.one(list(at)), m.one(claims)
    # which country a bare town is in is known to the world of the pair only where the premise says so
    if (
        told in (f"in {town}",)
        and claim not in (f"in {town}",)
        or label(at[told], at[claim]) != wanted
        or told == claim
        and m.chance(0.5)
    ):
        return None
    premise = f"{what} {told}".strip() + (tail_manner(m) if m.chance(0.4) else "")
    return m.beside(m.sentence(premise, 0.3)), m.sentence(
        f"{what} {claim}" if m.chance(0.7) else f"it was {claim} that {what}", 0.0, 0.0
    )


def tail_manner(m: Maker) -> str:
    return " " + m.pick("MANNER")


def isa(m: Maker, wanted: str) -> Pair:
    """Kinds of things: narrower entails wider, siblings exclude one another, wider leaves narrower open."""
    rows = [r.split(": ") for r in m.lists["ISA"]]
    row = m.one(rows)
    root = row[2]
    family = [r for r in rows if r[2] == root]
    if len(family) < 2:
        return None
    leaves = {r[0]: Worlds((r[0],)) for r in family} | {r[1]: Worlds((r[0], r[1])) for r in family}
    terms = list(leaves)
    told, asked = m.one(terms), m.one(terms)
    denied, no = m.chance(0.35), m.chance(0.2)
    everything = Worlds((*leaves, "other"))
    p = everything - leaves[told] if no else leaves[told]
    h = everything - leaves[asked] if denied else leaves[asked]
    if label(p, h) != wanted:
        return None
    frame = m.pick("ISAF").replace("{N}", m.pick("N")).replace("{root}", root)

    def say(term: str, negated: bool) -> str:
        article = "an" if term[0] in "aeiou" else "a"
        verb = "is" if " is a {x}" in frame else "was"
        return frame.replace(
            f"{verb} a {{x}}", f"{verb} not {article} {term}" if negated else f"{verb} {article} {term}"
        )

    premise, claim = say(told, no), say(asked, denied)
    return (m.beside(m.sentence(premise, 0.4)), m.sentence(claim, 0.0, 0.0)) if premise != claim else None


def cause(m: Maker, wanted: str) -> Pair:
    """The cause: firm, suspected, ruled out; one sole cause shuts out another."""
    what = m.fill(m.pick("MISHAP"))
    x, y, z = m.rng.sample(m.lists["CAUSE"], 3)
    everything = Worlds((x, y, z, "other"))
    firm = (
        "{c} caused {w}",
        "{w} was caused by {c}",
        "{w} was the result of {c}",
        "{c} was behind {w}",
        "{w} happened because of {c}",
    )
    never = (
        "{c} did not cause {w}",
        "{w} was not caused by {c}",
        "{c} had nothing to do with {w}",
        "{w} was not the result of {c}",
    )
    maybe = (
        "{c} may have caused {w}",
        "investigators suspect that {c} caused {w}",
        "{w} was possibly caused by {c}",
        "{w} was first blamed on {c}",
        "it is not known whether {c} caused {w}",
    )
    asked, denied = m.one((x, y)), m.chance(0.4)
    h = everything - {asked} if denied else Worlds((asked,))
    tone = m.one(("firm", "firm", "never", "maybe"))
    p = {"firm": Worlds((x,)), "never": everything - {x}, "maybe": everything}[tone]
    if label(p, h) != wanted:
        return None
    told = {"firm": firm, "never": never, "maybe": maybe}[tone]
    sole = m.one(("{t}", "{t}, and by nothing else")) if tone == "firm" and "by" in told else "{t}"
    premise = sole.format(t=m.one(told).format(c=x, w=what))
    claim = m.one(never if denied else firm).format(c=asked, w=what)
    return (m.beside(m.sentence(premise, 0.4)), m.sentence(claim, 0.0, 0.0)) if premise != claim else None


def lookalike(m: Maker, wanted: str) -> Pair:
    """Two stories with a name, a place or a number in common and nothing else to do with one another."""
    if wanted != N:
        return None
    verbs, objects = act(m)
    o, town = m.pick("O"), m.pick("TOWN")
    act_text = f"{state(m, m.one(('pos', 'notpos', 'anti')), verbs, o, m.one(objects), False)} in {town}"
    scene = m.one([x for x in m.scenes if x.subject == "TOWN"])
    told = m.told(scene, town, 2)[0]
    return (
        (m.sentence(told), m.sentence(act_text, 0.0))
        if m.chance(0.5)
        else (m.sentence(act_text), m.sentence(told, 0.0))
    )


KINDS = {
    polarity: 11.0, actors: 4.0, detail: 4.0, roles: 5.0, report: 4.0, order: 3.0, place: 2.0, isa: 2.0, cause: 2.0, lookalike: 0.6,
}  # fmt: skip
