"""Kinds of pairs about quantities. Each takes a Maker and a wanted label and returns the pair, or None to be tried again.

The hypothesis is drawn first, the same way whatever the label, and the premise is then found that gives the label:
so the hypothesis alone says next to nothing about the label.
"""

from __future__ import annotations

import math
import random
import re

from . import spans as s
from .lexicon import Facet, Scene, load
from .spans import ANY, BOTTOM, TOP, C, E, N, Quantity, Span

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
Pair = tuple[str, str] | None


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


class Maker:
    """Draws from one split's grammar."""

    def __init__(self, split: str, rng: random.Random):
        self.rng, (self.lists, self.scenes) = rng, load(split)

    def one(self, items):
        return items[int(self.rng.random() * len(items))]

    def pick(self, name: str) -> str:
        return self.one(self.lists[name])

    def two(self, name: str) -> list[str]:
        return self.rng.sample(self.lists[name], 2)

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def fill(self, text: str) -> str:
        return text.format(N=self.pick("N"), O=self.pick("O"), T=self.pick("T"), W=self.pick("TOWN"))

    def aside(self) -> str:
        r = self.rng
        return self.pick("ASIDE").format(
            d=r.randint(4, 60),
            e=r.randint(4, 20),
            y=r.randint(1950, 2025),
            h=r.randint(1, 11),
            b=f"{r.randint(2, 90) * 100:,}",
        )

    def quantity(self, facet: Facet, q: Quantity, noun: str) -> str:
        return s.phrase(self.rng, q, facet.unit, noun)

    def sentence(self, clause: str, dress: float = 0.5, speaker: float = 0.1) -> str:
        """A sentence of the clause: with an opener, a speaker, or asides that bring numbers of their own."""
        if clause.endswith("?"):
            return upper(clause)
        if self.chance(dress * 0.5):
            start = self.pick("OPEN")
            clause = f"{start[:1].lower()}{start[1:]}, {clause}"
        if self.chance(dress * 0.6):
            clause += self.aside()
        if self.chance(speaker):
            who = self.pick("SPK")
            clause = self.one((f"{who} said that {clause}", f"according to {who}, {clause}", f"{clause}, {who} said"))
        return upper(clause) + "."

    def beside(self, text: str) -> str:
        """Now and then another sentence before or after, about something else."""
        if self.chance(0.15):
            scene = self.one(self.scenes)
            other = self.sentence(self.told(scene, self.pick(scene.subject), 1)[0], 0.2)
            return f"{text} {other}" if self.chance(0.5) else f"{other} {text}"
        return text

    def told(self, scene: Scene, subject: str, count: int) -> tuple[str, list[str]]:
        """A clause with `count` facets at drawn values, and the facets' keys."""
        keys = self.rng.sample(list(scene.facets), min(count, len(scene.facets)))
        return self.clauses(scene, subject, {k: self.free(scene.facets[k]) for k in keys}), keys

    def free(self, f: Facet) -> str:
        kind = "exact" if self.chance(0.75) else s.form(self.rng)
        return self.quantity(
            f, s.make(self.rng, kind, s.draw(self.rng, f.unit, f.low, f.high), f.unit), self.one(f.nouns)
        )

    def clauses(self, scene: Scene, subject: str, said: dict[str, str]) -> str:
        """Clauses of the facets, joined in one of several ways; a repeated subject may be left out."""
        parts = [self.one(scene.facets[k].says) for k in said]
        text = ""
        for i, (part, q) in enumerate(zip(parts, said.values(), strict=True)):
            if i == 0:
                text = part.format(s=subject, q=q)
            elif part.startswith("{s} ") and parts[i - 1].startswith("{s} ") and self.chance(0.5):
                text += " and " + part[4:].format(s=subject, q=q)
            else:
                link = self.one((" and ", ", and ", ", while ", "; ", ". "))
                more = part.format(s=subject, q=q)
                text += link + (upper(more) if link == ". " else more)
        return text


def bound(m: Maker, wanted: str, edit: bool) -> Pair:
    """A scene with one to four quantities; the hypothesis repeats the whole text (`edit`) or only the clauses of one or two."""
    scene = m.one(m.scenes)
    subject = m.pick(scene.subject)
    frames = scene.frames if edit else [x for x in scene.frames if x[0] not in scene.loose]
    frame = m.one(frames) if frames and m.chance(0.6) else None
    keys = list(frame[1]) if frame else m.rng.sample(list(scene.facets), min(len(scene.facets), m.one((1, 1, 2, 2, 3))))
    targets = m.rng.sample(keys, 2 if len(keys) > 1 and m.chance(0.2) else 1)
    unsaid = wanted == N and not edit and m.chance(0.35)
    each = {k: wanted if i == 0 else m.one({E: (E,), N: (N, E), C: (E, N, C)}[wanted]) for i, k in enumerate(targets)}
    premise: dict[str, str] = {}
    hypothesis: dict[str, str] = {}
    for k in keys:
        f = scene.facets[k]
        noun = m.one(f.nouns)
        if k not in targets:
            premise[k] = hypothesis[k] = m.free(f)
            continue
        h = s.make(m.rng, s.form(m.rng), s.draw(m.rng, f.unit, f.low, f.high), f.unit)
        p = s.premise_for(m.rng, m.one(s.LABELS) if unsaid else each[k], h, f.unit, f.low, f.high)
        if p is None:
            return None
        premise[k], hypothesis[k] = m.quantity(f, p, noun), m.quantity(f, h, noun)
    if edit:
        template = frame[0] if frame else m.clauses(scene, "{s}", {k: "{" + k + "}" for k in keys})
        if m.chance(0.3):
            template += "" if template.endswith("?") else m.aside()
        if m.chance(0.2):
            template = f"{m.pick('OPEN')}, {template}"
        end = "" if template.endswith("?") or m.chance(0.4) else "."
        return upper(template.format(s=subject, **premise)) + end, upper(template.format(s=subject, **hypothesis)) + end
    other = subject
    if unsaid:
        rest = [k for k in scene.facets if k not in targets]
        if m.chance(0.5) or not rest or scene.name in ("trip", "race", "square"):  # of another one
            other = m.pick(scene.subject)
            if other == subject:
                return None
        else:  # of another thing
            premise = {k: m.free(scene.facets[k]) for k in m.rng.sample(rest, min(len(rest), len(keys)))}
            frame = None
    text = frame[0].format(s=other, **premise) if frame else m.clauses(scene, other, premise)
    claim = m.clauses(scene, subject, {k: hypothesis[k] for k in targets})
    return m.beside(m.sentence(text)), m.sentence(claim, 0.0, 0.03)


def bound_edit(m: Maker, wanted: str) -> Pair:
    return bound(m, wanted, True)


def bound_clause(m: Maker, wanted: str) -> Pair:
    return bound(m, wanted, False)


def entities(m: Maker, wanted: str) -> Pair:
    """One thing of two to four parties: the number asked about belongs to it, to another, or it is not named."""
    scene = m.one(m.scenes)
    f = m.one(list(scene.facets.values()))
    pool = m.lists[scene.subject]
    if len(pool) < 4:
        return None
    names = m.rng.sample(pool, m.one((2, 2, 3)) + 1)
    noun = m.one(f.nouns)
    h = s.make(m.rng, s.form(m.rng), s.draw(m.rng, f.unit, f.low, f.high), f.unit)
    asked = names[0]
    values = {}
    if wanted != N:
        values[asked] = s.premise_for(m.rng, wanted, h, f.unit, f.low, f.high)
        named = names[:-1]
    else:
        named = names[1:]
    for i, name in enumerate(n for n in named if n != asked):
        # the others' figures lean to the opposite answer, so that only the right owner settles it
        lean = m.one((E, C)) if i else {E: C, C: E, N: m.one((E, C))}[wanted]
        values[name] = s.premise_for(m.rng, lean, h, f.unit, f.low, f.high)
    if any(v is None for v in values.values()):
        return None
    m.rng.shuffle(named)
    says = m.one(f.says)
    texts = [says.format(s=n, q=m.quantity(f, values[n], noun)) for n in named]
    link = m.one((", while ", "; ", ", and "))
    return m.beside(m.sentence(link.join(texts), 0.3)), m.sentence(
        m.one(f.says).format(s=asked, q=m.quantity(f, h, noun)), 0.0, 0.03
    )


def category(m: Maker, wanted: str) -> Pair:
    """Right number, which noun: several categories with counts; the claim gives one a count, or one that is not told."""
    cats, who, place = m.pick("CAT").split(", "), m.pick("WHO"), m.pick("TOWN")
    m.rng.shuffle(cats)
    asked = cats[0]
    h = s.make(m.rng, s.form(m.rng), s.draw(m.rng, "count", 2, 900), "count")
    told = cats[1:] if wanted == N else cats if m.chance(0.3) else cats[:2]
    values = {
        c: s.premise_for(m.rng, wanted if c == asked else C if wanted == E else E, h, "count", 2, 900) for c in told
    }
    if None in values.values():
        return None
    m.rng.shuffle(told)
    said = [(c, s.phrase(m.rng, values[c], "count", "")) for c in told]
    style = m.rng.randrange(4)
    first = (
        f"{said[0][1]} {who} were {said[0][0]}" if style % 2 else f"in {place}, {said[0][1]} {who} were {said[0][0]}"
    )
    text = first + "".join(
        m.one((", and {q} {c}", ", with {q} {c}", " and {q} more {c}", ", while {q} were {c}")).format(c=c, q=q)
        for c, q in said[1:]
    )
    if style % 2:
        text += f" in {place}"
    claim = m.one(("{q} {w} were {c} in {p}", "in {p}, {q} {w} were {c}", "there were {q} {w} {c} in {p}"))
    return m.beside(m.sentence(text)), m.sentence(
        claim.format(q=s.phrase(m.rng, h, "count", ""), w=who, c=asked, p=place), 0.0
    )


def subset(m: Maker, wanted: str) -> Pair:
    """Some of a whole: the claim is about the part, the rest, the whole, a share, or another part."""
    part, other = m.two("SUB")
    who, place, did = m.pick("WHO"), m.pick("TOWN"), m.one(m.pick("CAT").split(", "))
    total = m.rng.randint(6, 400)
    some = m.rng.choice(
        (m.rng.randint(0, total), m.rng.randint(1, total - 1), total // 2 + m.rng.randint(-2, 2), total)
    )
    some = max(0, min(total, some))
    about = part if wanted != N else other
    n, k = (
        s.figure(m.rng, total, "count"),
        "none" if some == 0 else "all" if some == total and m.chance(0.7) else s.figure(m.rng, some, "count"),
    )
    premise = m.one((
        f"{n} {who} were {did} in {place}, {k} of them {part}", f"of the {n} {who} {did} in {place}, {k} were {part}",
        f"{k} of the {n} {who} who were {did} in {place} were {part}", f"in {place}, {n} {who} were {did}; {k} of them were {part}"))  # fmt: skip
    claims = {
        "most of the {w} {d} in {p} were {c}": 2 * some > total, "fewer than half of the {w} {d} in {p} were {c}": 2 * some < total,
        "all of the {w} {d} in {p} were {c}": some == total, "none of the {w} {d} in {p} were {c}": some == 0,
        "some of the {w} {d} in {p} were {c}": some > 0, "not all of the {w} {d} in {p} were {c}": some < total,
        "a minority of the {w} {d} in {p} were {c}": 0 < 2 * some < total, "nobody {d} in {p} was among the {c}": some == 0,
        "at least half of those {d} in {p} were {c}": 2 * some >= total,
    }  # fmt: skip
    if m.chance(0.5):
        claim, true = m.one(list(claims.items()))
    else:
        h = s.make(m.rng, s.form(m.rng), max(2, m.rng.randint(2, total)), "count")
        q = s.phrase(m.rng, h, "count", "")
        rest = m.chance(0.3)
        claim = q + (" of those {d} in {p} were not {c}" if rest else " of the {w} {d} in {p} were {c}")
        value = total - some if rest else some
        found = s.compare(Quantity("exact", value, value, True), h)
        if found is None:
            return None
        true = found == E
    if wanted != N and true != (wanted == E):
        return None
    return m.sentence(premise, 0.3), m.sentence(claim.format(w=who, d=did, p=place, c=about), 0.0, 0.0)


def sums(m: Maker, wanted: str) -> Pair:
    """Totals of parts, per-each, differences and comparisons between two counts."""
    scene = m.one([x for x in m.scenes if len(m.lists[x.subject]) >= 4])
    usable = [
        (f, t)
        for f in scene.facets.values()
        if f.unit == "count"
        for t in f.says
        if re.fullmatch(r"{s} (\w+ed|sold|took|read|drew|won|gave|found|ran|lost|spent|bought) {q}.*", t)
    ]
    if not usable:
        return None
    f, says = m.one(usable)
    a, b, c = m.rng.sample(m.lists[scene.subject], 3)
    each = m.chance(0.3)
    x = s.draw(m.rng, "count", f.low, f.high)
    y = x if each else s.near(m.rng, x, "count", f.low, f.high)
    noun = m.one(f.nouns)
    say = lambda who, q: says.format(s=who, q=q)  # noqa: E731
    fx, fy = (f"{s.figure(m.rng, v, 'count')} {noun}" for v in (x, y))
    if each:
        premise = m.one(
            (
                say(f"{a} and {b} each", fx),
                say(f"each of the two, {a} and {b},", fx),
                f"{say(a, fx)}, and the same goes for {b}",
            )
        )
    else:
        premise = say(a, fx) + m.one((", and ", "; ", ", while ", ", but ")) + say(b, fy)
    p, q = (a, b) if m.chance(0.5) else (b, a)
    if wanted == N:
        p, q = (p, c) if m.chance(0.5) else (c, p)
    v, w = {a: x, b: y}.get(p, x), {a: x, b: y}.get(q, y)
    style = m.rng.randrange(3)
    verb = say("", "").split()[0]
    if style == 0:
        guess = x + y if m.chance(0.4) else m.one((x, y)) if m.chance(0.2) else s.near(m.rng, x + y, "count", 2, 1e12)
        h = s.make(m.rng, s.form(m.rng), guess, "count")
        claim = (
            f"{m.one(('together', 'in all', 'between them'))}, {say(f'{p} and {q}', s.phrase(m.rng, h, 'count', noun))}"
        )
        true = s.compare(Quantity("exact", x + y, 0, True), h)
    else:
        d = abs(v - w) if m.chance(0.5) and v != w else s.draw(m.rng, "count", 2, max(4, abs(v - w) * 2 + 2))
        phrase, good = m.one((
            ("more {n} than", v > w), ("fewer {n} than", v < w), ("as many {n} as", v == w), ("at least as many {n} as", v >= w), ("no more {n} than", v <= w),
            ("at least twice as many {n} as", v >= 2 * w), ("less than half as many {n} as", 2 * v < w), (f"{s.figure(m.rng, d, 'count')} more {{n}} than", v - w == d),
            (f"{s.figure(m.rng, d, 'count')} fewer {{n}} than", w - v == d), ("not as many {n} as", v < w),
        ))  # fmt: skip
        claim, true = f"{p} {verb} {phrase.format(n=noun)} {q}", E if good else C
    if (N if wanted == N else true) != wanted:
        return None
    return m.beside(m.sentence(premise, 0.2)), m.sentence(claim, 0.0, 0.0)


def change(m: Maker, wanted: str) -> Pair:
    """From one level to another: direction, size, the level before and after, and what is not told."""
    thing, other = (m.fill(t) for t in m.two("MEASURE"))
    x = s.draw(m.rng, "count", 10, 9000)
    y = x if m.chance(0.12) else s.near(m.rng, x, "count", 5, 20000)
    early, late = sorted(m.rng.sample(range(1985, 2026), 2))
    fx, fy = s.figure(m.rng, x, "count"), s.figure(m.rng, y, "count")
    went = "rose" if y > x else "fell" if y < x else "stood unchanged"
    ends = (f"{thing} went from {fx} in {early} to {fy} in {late}", f"{thing} stood at {fy} in {late}, after {fx} in {early}", f"in {early}, {thing} was {fx}; by {late} it was {fy}",
            f"{thing} {went} from {fx} to {fy} between {early} and {late}" if y != x else f"{thing} was {fx} in {early} and again in {late}")  # fmt: skip
    premise = m.one(ends)
    h = s.make(m.rng, s.form(m.rng), s.near(m.rng, m.one((x, y, max(2.0, abs(x - y)))), "count", 2, 20000), "count")
    q, gap = s.phrase(m.rng, h, "count", ""), abs(y - x)
    at = lambda v: s.compare(Quantity("exact", v, v, True), h)  # noqa: E731
    yes = lambda t: E if t else C  # noqa: E731
    claim, true = m.one((
        (f"{{t}} rose between {early} and {late}", yes(y > x)), (f"{{t}} fell between {early} and {late}", yes(y < x)), (f"{{t}} was higher in {late} than in {early}", yes(y > x)),
        (f"{{t}} did not rise between {early} and {late}", yes(y <= x)), (f"{{t}} did not fall between {early} and {late}", yes(y >= x)),
        (f"{{t}} more than doubled between {early} and {late}", yes(y > 2 * x)), (f"{{t}} at least halved between {early} and {late}", yes(2 * y <= x)),
        (f"{{t}} was {q} in {early}", at(x)), (f"{{t}} was {q} in {late}", at(y)), (f"{{t}} changed by {q} between {early} and {late}", at(gap)),
    ))  # fmt: skip
    if wanted == N:
        style = m.rng.randrange(3)
        if style == 0:
            premise, true = (
                m.one(
                    (
                        f"{thing} was {fx} in {early}",
                        f"{thing} stood at {fy} in {late}",
                        f"{thing} was a matter of debate in {early} and in {late}",
                    )
                ),
                N,
            )
            if (str(early) in premise and f"was {q} in {early}" in claim) or (
                str(late) in premise and f"was {q} in {late}" in claim
            ):
                return None
        else:
            premise = premise.replace(thing, other)
        true = N
    return None if true != wanted else (m.beside(m.sentence(premise, 0.2)), m.sentence(claim.format(t=thing), 0.0, 0.0))


def as_of(m: Maker, wanted: str) -> Pair:
    """Totals that only grow, with their dates: a later total is at least an earlier one, and the rest is open."""
    who, place = m.pick("WHO"), m.pick("TOWN")
    topic = m.one((f"{m.pick('T')} had sold {{q}} copies", f"{m.pick('O')} had rescued {{q}} {who}", f"{{q}} {who} had been {m.one(m.pick('CAT').split(', '))} in {place}",
                   f"{m.pick('T')} had drawn {{q}} viewers", f"{m.pick('FIRM' if 'FIRM' in m.lists else 'CHARITY')} had opened {{q}} branches"))  # fmt: skip
    days = m.chance(0.4)
    start = m.rng.randint(0, 4) if days else m.rng.randint(1990, 2020)
    gap = m.one((-2, -1, 0, 0, 0, 1, 2))
    then = (start + gap) % 7 if days else start + gap
    if days and not 0 <= start + gap < 7:
        return None
    h = s.make(
        m.rng,
        s.form(m.rng),
        s.draw(m.rng, "count", 3, 5e6 if "copies" in topic or "viewers" in topic else 900),
        "count",
    )
    # the premise is later (gap > 0) or earlier than the claim
    for _ in range(12):
        p = s.make(m.rng, "exact" if m.chance(0.7) else s.form(m.rng), s.near(m.rng, h.value, "count", 2, 9e6), "count")
        told = {Span(x.low if gap <= 0 else BOTTOM, x.high if gap >= 0 else TOP) for x in p.spans()}
        labels = {s.label(x, y) for x in told for y in h.spans()}
        if labels == {wanted}:
            break
    else:
        return None

    def on(d: int) -> str:
        if days:
            return m.one((f"by {DAYS[d]}", f"as of {DAYS[d]}", f"by the evening of {DAYS[d]}"))
        return m.one((f"by the end of {d}", f"as of the end of {d}"))

    def say(d: int, q: Quantity) -> str:
        text, stamp = topic.format(q=s.phrase(m.rng, q, "count", "")), on(d)
        return f"{stamp}, {text}" if m.chance(0.5) else f"{text} {stamp}"

    return m.beside(m.sentence(say(then, p), 0.0)), m.sentence(say(start, h), 0.0, 0.0)


def dated(m: Maker, wanted: str) -> Pair:
    """One-time events and their dates: day, month, year, before, after; a span of days against another."""
    what = m.fill(m.pick("ONCE"))

    def draw(year: int) -> tuple[str, Span]:
        month, day = m.rng.randrange(12), m.rng.randint(1, 28)
        at = year * 372 + month * 31 + day
        first, last = year * 372 + 1, year * 372 + 372
        name = m.one((f"{day} {MONTHS[month]} {year}", f"{MONTHS[month]} {day}, {year}"))
        return m.one((
            (f"on {name}", Span((at, 0), (at, 0))), (f"in {MONTHS[month]} {year}", Span((year * 372 + month * 31 + 1, 0), (year * 372 + month * 31 + 31, 0))),
            (f"in {year}", Span((first, 0), (last, 0))), (f"before {year}", Span(BOTTOM, (first - 1, 0))), (f"after {year}", Span((last + 1, 0), TOP)),
            (f"before {name}", Span(BOTTOM, (at - 1, 0))), (f"after {name}", Span((at + 1, 0), TOP)), (f"no later than {year}", Span(BOTTOM, (last, 0))),
            (f"between {year} and {year + 5}", Span((first, 0), (last + 5 * 372, 0))), (f"in {year}", Span((first, 0), (last, 0))) if year % 100 < 10 else (f"in the {year // 10 * 10}s", Span((year // 10 * 3720 + 1, 0), (year // 10 * 3720 + 3720, 0))),
        ))  # fmt: skip

    year = m.rng.randint(1900, 2024)
    when, h = draw(year)
    for _ in range(20):
        told, p = draw(year + m.one((0, 0, -1, 1, m.rng.randint(-12, 12), m.rng.randint(-60, 60))))
        if m.chance(0.5) and not told.startswith(("on", "in")):
            continue
        if s.label(p, h) == wanted:
            break
    else:
        if wanted != N:
            return None
        told, p = "", ANY
    if wanted == N and m.chance(0.35):  # no date, or that of something else
        other = m.fill(m.pick("ONCE"))
        if other == what or what.split()[-1] == other.split()[-1]:
            return None
        premise = m.one((f"{other} {told}" if told else other, f"{what}, and {other} {told}" if told else what))
    else:
        premise = f"{what} {told}" if m.chance(0.6) else f"{told}, {what}"
    claim = f"{what} {when}" if m.chance(0.7) else f"it was {when} that {what}"
    return m.beside(m.sentence(premise, 0.0)), m.sentence(claim, 0.0, 0.0)


def rounding(m: Maker, wanted: str) -> Pair:
    """An exact figure against a rounded one in large units, corrected figures, and figures put in other words."""
    scene = m.one(m.scenes)
    f = m.one([x for x in scene.facets.values() if x.high >= 50000] or [None])
    if f is None or f.unit in ("percent", "real"):
        return None
    subject, other, noun = m.pick(scene.subject), m.pick(scene.subject), m.one(f.nouns)
    says, told = m.one(f.says), m.one(f.says)
    unit, word = m.one(
        ((1e3, "thousand"), (1e6, "million"), (1e9, "billion"))
        if f.high > 2e9
        else ((1e3, "thousand"), (1e6, "million"))
        if f.high >= 5e6
        else ((1e3, "thousand"),)
    )
    base = round(m.rng.uniform(1.1, 99), 1 if m.chance(0.6) else 0)
    money = "$" if f.unit == "money" else ""
    claim = f"{m.one(('about ', 'roughly ', 'some ', 'around ', 'approximately ', ''))}{money}{base:g} {word} {noun}".strip()
    step = 0.5 if base == int(base) else 0.05
    v = base * unit
    if wanted == E or wanted == N:
        v += m.rng.uniform(-0.9, 0.9) * step * unit
    else:
        v *= math.exp(m.one((-1, 1)) * m.rng.uniform(0.25, 2.0))
    exact = f"{money}{int(v):,} {noun}".strip()
    premise = told.format(s=subject, q=exact)
    if m.chance(0.25):
        wrong = f"{money}{int(v * math.exp(m.one((-1, 1)) * m.rng.uniform(0.25, 1))):,}"
        premise += m.one(
            (
                f", not {wrong} as was said at first",
                f", a correction of the earlier {wrong}",
                f"; an earlier figure of {wrong} was wrong",
            )
        )
    if wanted == N:
        if other == subject:
            return None
        premise = premise.replace(subject, other)
        if subject in premise:
            return None
    return m.sentence(premise, 0.3), m.sentence(says.format(s=subject, q=claim), 0.0, 0.0)


KINDS = {
    bound_edit: 20.0, bound_clause: 18.0, entities: 6.0, category: 4.0, subset: 3.0, sums: 2.0, change: 2.5, as_of: 3.0, dated: 4.0, rounding: 1.5,
}  # fmt: skip
