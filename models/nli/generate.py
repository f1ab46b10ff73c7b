"""Recipe: NLI pairs with known truth, for what public sets are thin on: figures, roles, negation, attribution, time.

    python models/nli/generate.py --split train --count 60000 --seed 1 --out FILE.jsonl.gz

Pairs are composed, not filled into templates: a frame, its wording, the quantity's form, asides with numbers of their
own, an opener and a speaker are drawn apart. Labels of figures come from interval logic (premise inside the
hypothesis's interval: entailment; disjoint: contradiction; else neutral). Words and frames of the two splits are
disjoint (`grammar.py`). For each kind the label is drawn first, so that the hypothesis's form hardly gives it away.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import grammar as g  # noqa: E402

RETRIES = 60
LABELS = ("entailment", "neutral", "contradiction")
SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen twenty").split()  # fmt: skip


class Span(NamedTuple):
    """What a quantity phrase allows: low to high, with the ends in or out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


def inside(a: Span, b: Span) -> bool:
    """Whether every value of `a` is one of `b`."""
    lower = a.low > b.low or (a.low == b.low and (a.low_open or not b.low_open))
    upper = a.high < b.high or (a.high == b.high and (a.high_open or not b.high_open))
    return lower and upper


def disjoint(a: Span, b: Span) -> bool:
    """Whether no value is in both."""
    first, second = (a, b) if (a.low, a.low_open) <= (b.low, b.low_open) else (b, a)
    return first.high < second.low or (first.high == second.low and (first.high_open or second.low_open))


def truth(premise: Span, hypothesis: Span) -> str:
    """The label of two spans of one quantity."""
    if inside(premise, hypothesis):
        return "entailment"
    return "contradiction" if disjoint(premise, hypothesis) else "neutral"


INF = math.inf
# bound words -> the span that they allow, for the stated value
FORMS: dict[str, tuple[tuple[str, ...], Callable[[float], Span]]] = {
    "exact": (("", "", "", "exactly "), lambda v: Span(v, v)),
    "more": (("more than ", "over ", "upwards of "), lambda v: Span(v, INF, True)),
    "least": (("at least ", "no fewer than ", "a minimum of "), lambda v: Span(v, INF)),
    "less": (("less than ", "fewer than ", "under ", "below "), lambda v: Span(-INF, v, False, True)),
    "most": (("at most ", "up to ", "no more than ", "a maximum of "), lambda v: Span(-INF, v)),
    "about": (("about ", "around ", "roughly ", "approximately "), lambda v: Span(v * 0.95, v * 1.05)),
    "nearly": (("nearly ", "almost ", "close to "), lambda v: Span(v * 0.9, v, False, True)),
}
WEIGHTS = {"exact": 5, "more": 4, "least": 2, "less": 4, "most": 1.5, "about": 1.2, "nearly": 0.8}


class Maker:
    """Draws from one split's lexicon."""

    def __init__(self, split: str, rng: random.Random):
        self.split, self.rng = split, rng

    def pick(self, table):
        return self.rng.choice(table[self.split])

    # quantities

    def value(self, family: g.Family) -> float:
        low, high = math.log(family.low), math.log(family.high)
        v = math.exp(self.rng.uniform(low, high))
        return self.neat(v, family)

    def neat(self, v: float, family: g.Family) -> float:
        if family.unit == "percent":
            return round(v, self.rng.choice((0, 0, 1)))
        if family.unit == "money" and v < 10000 and self.rng.random() < 0.3:
            return round(v, 2)
        if v >= 1000 and self.rng.random() < 0.6:
            digits = self.rng.choice((2, 2, 3)) - 1 - int(math.log10(v))
            return float(round(v, digits))
        return float(max(1, round(v)))

    def number(self, v: float, unit: str, words: bool = True) -> str:
        r = self.rng.random()
        if unit == "percent":
            return f"{v:g}" + self.rng.choice(("%", " per cent", " percent"))
        whole = v == int(v)
        if v >= 1e6 and round(v / 1e6, 2) * 1e6 == v:
            text = f"{v / 1e6:g} million" if v < 1e9 or round(v / 1e9, 2) * 1e9 != v else f"{v / 1e9:g} billion"
        elif whole and v <= 20 and words and r < 0.5:
            text = SMALL[int(v)]
        elif whole:
            text = f"{int(v):,}" if r < 0.8 else str(int(v))
        else:
            text = f"{v:,.2f}"
        if unit == "money":
            return f"${text}" if r < 0.8 else f"{text} dollars"
        return text

    def quantity(self, form: str, v: float, family: g.Family, noun: str) -> str:
        text = self.number(v, family.unit, words=True)
        word = self.rng.choice(FORMS[form][0])
        if noun.endswith("s") and v == 1:
            noun = noun[:-1]
        return f"{word}{text} {noun}".strip()

    # words round a clause

    def slots(self) -> dict[str, str]:
        return {"A": self.pick(g.ORGS), "B": self.pick(g.ORGS), "P": self.pick(g.PLACES), "N": self.pick(g.NAMES), "T": self.pick(g.TITLES)}

    def speaker(self) -> str:
        return self.pick(g.SPEAKERS).format(P=self.pick(g.PLACES), N=self.pick(g.NAMES))

    def aside(self) -> str:
        r = self.rng
        return self.pick(g.ASIDES).format(d=r.randint(4, 60), y=r.randint(1950, 2025), h=r.randint(1, 11), age=r.randint(18, 90), big=f"{r.randint(2, 90) * 100:,}")

    def dress(self, clause: str, *, asides: int = 0, opener: bool = True) -> str:
        """A sentence of the clause, with an opener and asides; every aside brings numbers of its own."""
        start = self.pick(g.OPENERS) if opener else ""
        start = start.format(y=self.rng.randint(1990, 2025), S=self.speaker())
        text = start + clause + "".join(self.aside() for _ in range(asides))
        text = text[:1].upper() + text[1:]
        if self.rng.random() < 0.12:
            who = self.speaker()
            return f"{text}, {who} said."
        return text + "."


def numeric(m: Maker, label: str) -> tuple[str, str] | None:
    """One fact, two quantity phrases, the label by interval logic."""
    family = m.rng.choice(g.FAMILIES[m.split])
    noun, slots = m.rng.choice(family.nouns), m.slots()
    v = m.value(family)
    forms, weights = list(WEIGHTS), list(WEIGHTS.values())
    first = m.rng.choices(forms, weights)[0] if m.rng.random() < 0.6 else "exact"
    second = m.rng.choices(forms, weights)[0]
    here = FORMS[first][1](v)
    for _ in range(24):
        step = math.exp(m.rng.choice((-1, 1)) * m.rng.uniform(0.02, 1.2))
        w = v if m.rng.random() < 0.2 else m.neat(max(1.0, v * step), family)
        if family.unit == "percent":
            w = min(99.0, w)
        if truth(here, FORMS[second][1](w)) == label and (first, v) != (second, w):
            break
    else:
        if not (label == "entailment" and first == second == "exact"):
            return None
        w = v
    says = m.rng.sample(family.says, 2) if m.rng.random() < 0.6 else [m.rng.choice(family.says)] * 2
    clause = says[0].format(q=m.quantity(first, v, family, noun), **slots)
    other = says[1].format(q=m.quantity(second, w, family, noun), **slots)
    return m.dress(clause, asides=m.rng.choice((0, 0, 1, 1, 2))), m.dress(other, opener=False)


def two_facts(m: Maker, label: str) -> tuple[str, str] | None:
    """A premise with two counted facts; the hypothesis speaks of one of them, or of a third party (neutral)."""
    f, h = m.rng.sample(g.FAMILIES[m.split], 2)
    slots, noun, other_noun = m.slots(), m.rng.choice(f.nouns), m.rng.choice(h.nouns)
    v, w = m.value(f), m.value(h)
    a = m.rng.choice(f.says).format(q=m.quantity("exact", v, f, noun), **slots)
    b = m.rng.choice(h.says).format(q=m.quantity("exact", w, h, other_noun), **m.slots())
    link = m.rng.choice((", and ", "; ", ", while ", ". "))
    parts = [a, b] if m.rng.random() < 0.5 else [b, a]
    second = parts[1][:1].upper() + parts[1][1:] if link == ". " else parts[1]
    premise = m.dress(parts[0] + link + second, opener=m.rng.random() < 0.4)
    if label == "neutral":
        away = m.slots()
        if away["P"] == slots["P"] or away["A"] == slots["A"] or away["N"] == slots["N"] or away["T"] == slots["T"]:
            return None
        q = m.quantity(m.rng.choice(("exact", "more", "less")), v if m.rng.random() < 0.5 else m.value(f), f, noun)
        return premise, m.dress(m.rng.choice(f.says).format(q=q, **away), opener=False)
    form = m.rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    for _ in range(24):
        u = v if m.rng.random() < 0.3 else m.neat(max(1.0, v * math.exp(m.rng.uniform(-1, 1))), f)
        if f.unit == "percent":
            u = min(99.0, u)
        if truth(Span(v, v), FORMS[form][1](u)) == label:
            return premise, m.dress(m.rng.choice(f.says).format(q=m.quantity(form, u, f, noun), **slots), opener=False)
    return None


def category(m: Maker, label: str) -> tuple[str, str] | None:
    """Right number, which noun: killed and injured stated together, one of them alone, or exchanged."""
    x, y = m.pick(g.CATEGORIES)
    if m.rng.random() < 0.5:
        x, y = y, x
    who, place = m.pick(g.WHO), m.pick(g.PLACES)
    v, w = m.rng.sample(range(2, 400), 2)
    both = m.rng.choice((
        "{v} {who} were {x} and {w} were {y} in {p}", "in {p}, {v} {who} were {x} and another {w} {y}", "{v} of the {who} were {x} in {p}, and {w} {y}",
        "{w} {who} were {y} in {p} and {v} were {x}")).format(v=v, w=w, x=x, y=y, who=who, p=place)  # fmt: skip
    alone = f"{v} {who} were {x} in {place}"
    if label == "entailment":
        return m.dress(both, asides=m.rng.randint(0, 1)), m.dress(m.rng.choice((f"{v} {who} were {x} in {place}", f"{w} {who} were {y} in {place}")), opener=False)
    if label == "contradiction":
        return m.dress(both, asides=m.rng.randint(0, 1)), m.dress(m.rng.choice((f"{w} {who} were {x} in {place}", f"{v} {who} were {y} in {place}")), opener=False)
    return m.dress(alone, asides=m.rng.randint(0, 1)), m.dress(f"{m.rng.choice((v, w))} {who} were {y} in {place}", opener=False)


def parts(m: Maker, label: str) -> tuple[str, str] | None:
    """Subsets, totals of parts, and per-each."""
    who, part, place = m.pick(g.WHO), m.pick(g.SUBSETS), m.pick(g.PLACES)
    total = m.rng.randint(6, 300)
    some = m.rng.randint(2, total - 2)
    did = m.rng.choice(m_verbs(m))
    kind = m.rng.choice(("subset", "sum", "each"))
    if kind == "subset":
        premise = m.rng.choice((
            f"{total} {who}, {some} of them {part}, were {did} in {place}", f"of the {total} {who} who were {did} in {place}, {some} were {part}",
            f"{total} {who} were {did} in {place}, including {some} {part}"))  # fmt: skip
        if label == "entailment":
            hypothesis = m.rng.choice((f"{some} {part} were {did} in {place}", f"{total} {who} were {did} in {place}",
                                       f"some of those {did} in {place} were not {part}"))  # fmt: skip
        elif label == "contradiction":
            hypothesis = m.rng.choice((f"only {some} {who} were {did} in {place}", f"all of those {did} in {place} were {part}",
                                       f"none of those {did} in {place} were {part}", f"{total} {part} were {did} in {place}"))  # fmt: skip
        else:
            hypothesis = f"{m.rng.choice((some, total - some, m.rng.randint(2, total)))} of those {did} in {place} were {m.pick(g.SUBSETS)}"
            if part in hypothesis:
                return None
    elif kind == "sum":
        other = m.pick(g.PLACES)
        if other == place:
            return None
        premise = f"{some} {who} were {did} in {place} and {total - some} in {other}"
        if label == "neutral":
            third = m.pick(g.PLACES)
            if third in (place, other):
                return None
            hypothesis = f"{m.rng.choice((some, total))} {who} were {did} in {third}"
        else:
            value = total if label == "entailment" else m.rng.choice((some, total + m.rng.randint(1, 40)))
            hypothesis = f"altogether, {value} {who} were {did} in {place} and {other}"
    else:
        a, b = m.rng.sample(g.ORGS[m.split], 2)
        each = m.rng.randint(2, 900)
        premise = m.rng.choice((f"{a} and {b} each sent {each} {who} to {place}", f"{a} and {b} sent {each} {who} each to {place}"))
        value = {"entailment": 2 * each, "contradiction": m.rng.choice((each, 3 * each, 2 * each + m.rng.randint(1, 50)))}.get(label)
        hypothesis = (
            f"{a} and {b} together sent {value} {who} to {place}" if value else f"{a} sent {each} {m.pick(g.SUBSETS)} to {place}"
        )
    return m.dress(premise), m.dress(hypothesis, opener=False)


def m_verbs(m: Maker) -> tuple[str, ...]:
    return tuple(x for two in g.CATEGORIES[m.split] for x in two)


def growth(m: Maker, label: str) -> tuple[str, str] | None:
    """Tolls and figures with their days: another day is neutral, the same day is not, a stated revision replaces."""
    who, place, did = m.pick(g.WHO), m.pick(g.PLACES), m.rng.choice(m_verbs(m))
    days = "Monday Tuesday Wednesday Thursday Friday".split()
    i, j = sorted(m.rng.sample(range(5), 2))
    v, w = sorted(m.rng.sample(range(2, 300), 2))
    on = lambda n, d: m.rng.choice((f"by {d}, {n} {who} had been {did} in {place}", f"on {d} the number of {who} {did} in {place} stood at {n}", f"{n} {who} had been {did} in {place} as of {d}"))  # noqa: E731
    if m.rng.random() < 0.5:
        if label == "neutral":
            a, b = (on(v, days[i]), on(w, days[j]))
            return (m.dress(a, opener=False), m.dress(b, opener=False)) if m.rng.random() < 0.5 else (m.dress(b, opener=False), m.dress(a, opener=False))
        value = v if label == "entailment" else w
        return m.dress(on(v, days[i]), opener=False), m.dress(on(value, days[i]), opener=False)
    premise = m.rng.choice((
        f"the number of {who} {did} in {place} rose from {v} on {days[i]} to {w} on {days[j]}", f"{w} {who} were {did} in {place}, up from {v} on {days[i]}",
        f"the count of {who} {did} in {place} was revised to {w} from an earlier {v}"))  # fmt: skip
    if label == "entailment":
        hypothesis = m.rng.choice((f"the number of {who} {did} in {place} rose", f"{w} {who} were {did} in {place}", f"more than {v} {who} were {did} in {place}"))
    elif label == "contradiction":
        hypothesis = m.rng.choice((f"the number of {who} {did} in {place} fell", f"the number of {who} {did} in {place} did not change", f"the latest count of {who} {did} in {place} is {v}"))
    else:
        hypothesis = m.rng.choice((f"the number of {who} {did} in {place} rose because of {m.pick(g.CAUSES)}", f"{w} {who} were {did} in {m.pick(g.PLACES)} the year before", f"most of the {w} {who} {did} in {place} were {m.pick(g.SUBSETS)}"))
    return m.dress(premise, opener=False), m.dress(hypothesis, opener=False)


def roles(m: Maker, label: str) -> tuple[str, str] | None:
    """Who did it to whom."""
    past, passive, opposite, mutual = m.pick(g.ACTS)
    a, b = m.rng.sample(g.ORGS[m.split], 2)
    tail = m.pick(g.ADJUNCTS).format(P=m.pick(g.PLACES)) if m.rng.random() < 0.6 else ""
    premise = f"{a} {past} {b}{tail}" if m.rng.random() < 0.6 else f"{b} {passive} {a}{tail}"
    if label == "entailment":
        hypothesis = m.rng.choice((f"{b} {passive} {a}", f"{a} {past} {b}") if not mutual else (f"{b} {past} {a}", f"{a} {past} {b}", f"{b} {passive} {a}"))
    elif label == "contradiction":
        hypothesis = f"{a} {opposite} {b}" if mutual or m.rng.random() < 0.4 else m.rng.choice((f"it was {b} that {past} {a}, not the other way round", f"{a} never {past} {b}", f"{b}, not {a}, {past} {m.pick(g.ORGS)}" if False else f"{b} was not {passive.removeprefix('was ').removesuffix(' by')} by {a}"))
    else:
        third = m.pick(g.ORGS)
        if third in (a, b):
            return None
        hypothesis = m.rng.choice((f"{a} {past} {third}", f"{third} {past} {b}", f"{third} {opposite} {a}"))
        if not mutual and m.rng.random() < 0.25:
            hypothesis = f"{b} {past} {a}"  # an answer in kind is possible
    return m.dress(premise), m.dress(hypothesis, opener=False)


def polarity(m: Maker, label: str) -> tuple[str, str] | None:
    """Negation, antonyms, failed and denied acts; double negation; planned and hedged ones."""
    did, opposite, base = m.pick(g.VERBS)
    a, place = m.pick(g.ORGS), m.pick(g.PLACES)
    obj = m.pick(g.OBJECTS).format(P=place)
    tail = m.pick(g.ADJUNCTS).format(P=place) if m.rng.random() < 0.6 else ""
    yes = (f"{a} {did} {obj}", f"{obj} was {did} by {a}" if did not in ("won", "joined") else f"{a} {did} {obj}", f"{a} did {base} {obj}")
    no = (f"{a} {opposite} {obj}", f"{a} did not {base} {obj}", f"{a} failed to {base} {obj}", f"{a} never {did} {obj}", f"{a} has yet to {base} {obj}")
    maybe = (f"{a} may {base} {obj}", f"{a} was asked to {base} {obj}", f"{a} has not said whether it will {base} {obj}", f"{m.speaker()} urged {a} to {base} {obj}",
             f"{a} could {base} {obj} next month", f"{a} is considering whether to {base} {obj}")  # fmt: skip
    if label == "entailment":
        side = yes if m.rng.random() < 0.5 else no[1:4]
        x, y = m.rng.choice(side), m.rng.choice(side)
        if side is not yes:
            x, y = m.rng.choice(no), m.rng.choice((f"{a} did not {base} {obj}", f"{obj} was not {did} by {a}"))
        if x == y and not tail:
            return None
        return m.dress(x + tail), m.dress(y, opener=False)
    if label == "contradiction":
        x, y = (m.rng.choice(yes), m.rng.choice(no)) if m.rng.random() < 0.5 else (m.rng.choice(no), m.rng.choice(yes))
        return m.dress(x + tail), m.dress(y, opener=False)
    style = m.rng.random()
    if style < 0.5:
        x, y = m.rng.choice(maybe), m.rng.choice(yes + no)
        return (m.dress(x + tail), m.dress(y, opener=False))
    if style < 0.75:
        other = m.pick(g.OBJECTS).format(P=place)
        if other == obj:
            return None
        return m.dress(m.rng.choice(yes + no) + tail), m.dress(m.rng.choice((f"{a} {did} {other}", f"{a} did not {base} {other}")), opener=False)
    b = m.pick(g.ORGS)
    if b == a:
        return None
    return m.dress(m.rng.choice(yes + no) + tail), m.dress(m.rng.choice((f"{b} {did} {obj}", f"{b} did not {base} {obj}", f"{a} {did} {obj}{m.pick(g.ADJUNCTS).format(P=place)}" if not tail else f"{b} {opposite} {obj}")), opener=False)


def said(m: Maker, label: str) -> tuple[str, str] | None:
    """Who says so: the source may differ while the fact agrees; saying is not being so; a denial is not an event."""
    did, opposite, base = m.pick(g.VERBS)
    a, place = m.pick(g.ORGS), m.pick(g.PLACES)
    obj = m.pick(g.OBJECTS).format(P=place)
    x, y = m.speaker(), m.speaker()
    if x == y:
        return None
    fact = f"{a} {did} {obj}"
    says = (f"{x} said that {fact}", f"according to {x}, {fact}", f"{fact}, {x} said", f"{x} told reporters that {fact}")
    if label == "entailment":
        return m.dress(m.rng.choice(says), opener=False), m.dress(m.rng.choice((f"{x} said {fact}", f"according to {x}, {fact}", f"{x} claimed that {fact}")), opener=False)
    if label == "contradiction":
        return m.dress(m.rng.choice(says), opener=False), m.dress(m.rng.choice((f"{x} denied that {fact}", f"{x} said that {a} did not {base} {obj}", f"{x} said nothing about whether {fact}")), opener=False)
    return m.dress(m.rng.choice(says), opener=False), m.dress(m.rng.choice((f"{y} denied that {fact}", f"{y} said {fact}", f"{y} disputed that {fact}")), opener=False)


def cause(m: Maker, label: str) -> tuple[str, str] | None:
    """Causes: one cause against another, a suspected one, an added detail."""
    what = m.pick(g.MISHAPS).format(P=m.pick(g.PLACES))
    x, y = m.rng.sample(g.CAUSES[m.split], 2)
    firm = lambda c: m.rng.choice((f"{c} caused {what}", f"{what} was caused by {c}", f"{what} was the result of {c}", f"{c} was behind {what}", f"{what} happened because of {c}"))  # noqa: E731
    loose = m.rng.choice((f"{x} may have caused {what}", f"investigators suspect that {x} caused {what}", f"{what} was possibly caused by {x}"))
    if label == "entailment":
        return m.dress(firm(x), asides=m.rng.randint(0, 1)), m.dress(firm(x), opener=False)
    if label == "contradiction":
        return m.dress(firm(x)), m.dress(m.rng.choice((firm(y), f"{x} had nothing to do with {what}", f"{what} was not caused by {x}")), opener=False)
    return m.dress(loose), m.dress(firm(m.rng.choice((x, x, y))), opener=False)


def when_where(m: Maker, label: str) -> tuple[str, str] | None:
    """One unrepeatable act with its day and place."""
    did, _, base = m.pick(g.VERBS)
    a = m.pick(g.ORGS)
    obj = m.pick(g.OBJECTS).format(P=m.pick(g.PLACES))
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    months = "January February March April May June July August September October November December".split()
    d, e = m.rng.sample(days, 2)
    x, y = m.rng.sample(months, 2)
    p, q = m.rng.sample(g.PLACES[m.split], 2)
    year = m.rng.randint(1995, 2025)
    style = m.rng.choice(("day", "month", "place", "year"))
    first, other = {
        "day": (f" on {d}", f" on {e}"), "month": (f" in {x} {year}", f" in {y} {year}"), "place": (f" at a ceremony in {p}", f" at a ceremony in {q}"), "year": (f" in {year}", f" in {year + m.rng.choice((-3, -2, -1, 1, 2, 3))}"),
    }[style]  # fmt: skip
    # "for the first time" makes the act one: at another time it would be a second one, which may well be true
    once = f"{a} {did} {obj}"
    if label == "entailment":
        return m.dress(once + first, opener=False), m.dress(m.rng.choice((once + first, once, f"{obj} was {did} by {a}{first}" if did not in ("won", "joined") else once)), opener=False)
    if label == "contradiction":
        return m.dress(f"it was{first} that {once}", opener=False), m.dress(m.rng.choice((f"it was{other} that {once}", f"{a} did not {base} {obj} until after that" if style in ("day", "month", "year") else f"it was{other} that {once}", f"it was not{first} that {once}")), opener=False)
    return m.dress(once, opener=False), m.dress(m.rng.choice((once + first, once + other)), opener=False)


KINDS: dict[str, tuple[Callable[[Maker, str], tuple[str, str] | None], float]] = {
    "numeric": (numeric, 8.0), "two_facts": (two_facts, 4.0), "category": (category, 1.2), "parts": (parts, 1.5), "growth": (growth, 1.5), "roles": (roles, 1.5),
    "polarity": (polarity, 2.5), "said": (said, 1.0), "cause": (cause, 1.0), "when_where": (when_where, 1.2),
}  # fmt: skip


def generate(split: str, count: int, seed: int) -> Iterator[dict[str, str]]:
    """Pairs of one split ('train' or 'dev'), the same for the same seed: premise, hypothesis, label, kind."""
    if split not in ("train", "dev"):
        raise ValueError(f"split {split!r} is unknown. Use 'train' or 'dev'.")
    m = Maker(split, random.Random(f"{split}-{seed}"))
    names, weights = list(KINDS), [w for _, w in KINDS.values()]
    made = 0
    while made < count:
        kind, label = m.rng.choices(names, weights)[0], m.rng.choice(LABELS)
        for _ in range(RETRIES):  # the label is kept, so that none is rarer for being harder to make
            pair = KINDS[kind][0](m, label)
            if pair is not None and pair[0] != pair[1]:
                made += 1
                yield {"premise": pair[0], "hypothesis": pair[1], "label": label, "kind": kind}
                break


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("train", "dev"), default="train")
    parser.add_argument("--count", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with gzip.open(args.out, "wt", encoding="utf-8") as handle:
        for row in generate(args.split, args.count, args.seed):
            handle.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
