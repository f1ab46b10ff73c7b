"""The demonstration's truth, and how a report's claims meet its mentions."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from checker.schema import Finding, FindingClaim, Report
from checker.schema.base import Record
from eval.errors import EvalError
from eval.loaders.source import read_source

AGAINST = ("conflict", "dispute")
AGREE = ("same", "compatible")
WORD = re.compile(r"\w+")
# A claim and a mention of one article overlap when the shorter one's words lie in the other in this share: sentence
# splitters cut datelines and joined clauses differently.
SHARED_WORDS = 0.8
LEAST_WORDS = 4  # shorter texts must be contained whole


class Mention(Record):
    """Words of an article that state a fact."""

    id: str
    article: str
    text: str
    value: str | None = None


class LabelledPair(Record):
    """Two mentions of a fact and their relation. `id` is unique in the truth."""

    id: str
    fact: str
    event: str
    a: str
    b: str
    relation: str
    kinds: tuple[str, ...] = ()


class Fact(Record):
    """A fact of the truth with all pairs of its mentions."""

    id: str
    event: str
    name: str
    measure: str | None
    relation: str
    kinds: tuple[str, ...]
    planted: bool
    mentions: tuple[Mention, ...]
    pairs: tuple[LabelledPair, ...]


def overlaps(a: str, b: str) -> bool:
    """Whether two passages of one article are the same words, or one holds most of the other."""
    x, y = WORD.findall(a.lower()), WORD.findall(b.lower())
    if not x or not y:
        return False
    short, long = sorted((x, y), key=len)
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    bag = set(long)
    return len(short) >= LEAST_WORDS and sum(word in bag for word in short) / len(short) >= SHARED_WORDS


class Truth:
    """All facts, the event of each article, and the look-alike events."""

    def __init__(self, facts: tuple[Fact, ...], event_of: dict[str, str], lookalikes: tuple[tuple[str, str], ...] = ()):
        self.facts, self.event_of, self.lookalikes = facts, event_of, lookalikes
        self._by_article: dict[str, list[tuple[Fact, Mention]]] = {}
        for fact in facts:
            for mention in fact.mentions:
                self._by_article.setdefault(mention.article, []).append((fact, mention))
        self._between: dict[tuple[str, frozenset[str]], LabelledPair] = {
            (fact.id, frozenset((pair.a, pair.b))): pair for fact in facts for pair in fact.pairs
        }

    @cached_property
    def labelled(self) -> dict[str, LabelledPair]:
        """All labelled pairs by id."""
        return {pair.id: pair for fact in self.facts for pair in fact.pairs}

    def mentions_of(self, claim: FindingClaim) -> dict[str, set[str]]:
        """Fact id -> ids of its mentions that the claim overlaps."""
        met: dict[str, set[str]] = {}
        for fact, mention in self._by_article.get(claim.article, ()):
            if overlaps(claim.text, mention.text):
                met.setdefault(fact.id, set()).add(mention.id)
        return met

    def labelled_of(self, finding: Finding, a: str, b: str) -> list[LabelledPair]:
        """The truth's pairs between two claims of a finding; of its own measure where they speak of several."""
        claims = {claim.id: claim for claim in finding.claims}
        if a not in claims or b not in claims:
            return []
        return self._between_claims(finding, claims[a], claims[b])

    def pairs_of(self, finding: Finding) -> list[LabelledPair]:
        """The truth's pairs between any two claims of a finding."""
        pairs = {
            pair.id: pair
            for a, b in combinations(finding.claims, 2)
            for pair in self._between_claims(finding, a, b)
        }
        return list(pairs.values())

    def _between_claims(self, finding: Finding, a: FindingClaim, b: FindingClaim) -> list[LabelledPair]:
        left, right = self.mentions_of(a), self.mentions_of(b)
        met = [
            self._between[key]
            for fact in left.keys() & right.keys()
            for m in sorted(left[fact])
            for n in sorted(right[fact])
            if (key := (fact, frozenset((m, n)))) in self._between
        ]
        # "Four drowned and 58 were rescued" is a mention of two facts: the finding's own measure says which is meant.
        measure = {fact.id: fact.measure for fact in self.facts}
        own = [pair for pair in met if measure[pair.fact] and measure[pair.fact] in f"{finding.fact} {finding.name}".lower()]
        return sorted(own or met, key=lambda pair: pair.id)

    def unmatched(self, report: Report) -> tuple[str, ...]:
        """Mentions that no claim of any finding overlaps: lost before the judge, or alone in their fact."""
        claims: dict[str, list[str]] = {}
        for finding in report.findings:
            for claim in finding.claims:
                claims.setdefault(claim.article, []).append(claim.text)
        return tuple(
            f"{fact.id} {mention.id} ({mention.article}): {mention.text}"
            for fact in self.facts
            for mention in fact.mentions
            if not any(overlaps(text, mention.text) for text in claims.get(mention.article, ()))
        )


def _fact(row: dict[str, Any]) -> Fact:
    pairs = tuple(
        LabelledPair(
            id=f"{row['fact']}-{pair['a']}-{pair['b']}", fact=row["fact"], event=row["event"],
            a=pair["a"], b=pair["b"], relation=pair["relation"], kinds=tuple(pair["kinds"]),
        )
        for pair in row["pairs"]
    )  # fmt: skip
    return Fact(
        id=row["fact"], event=row["event"], name=row["fact_name"], measure=row.get("measure"),
        relation=row["relation"], kinds=tuple(row["kinds"]), planted=bool(row["planted"]), pairs=pairs,
        mentions=tuple(
            Mention(id=m["id"], article=m["article"], text=m["text"], value=m.get("value")) for m in row["mentions"]
        ),
    )  # fmt: skip


def read_truth(path: Path) -> Truth:
    """Read a truth.jsonl.

    Raises:
        EvalError: a row lacks a field, or there is no fact.
    """
    facts, event_of, lookalikes = [], {}, []
    for number, row in enumerate(read_source(path).rows, 1):
        try:
            if row["row"] == "fact":
                facts.append(_fact(row))
            elif row["row"] == "event":
                event_of.update(dict.fromkeys(row["articles"], row["event"]))
            elif row["row"] == "lookalike":
                lookalikes.append((row["a_event"], row["b_event"]))
        except KeyError as error:
            raise EvalError(f"{path}: row {number}: has no {error.args[0]!r}. See data/demo for the format.") from error
    if not facts:
        raise EvalError(f"{path}: holds no fact. Give the truth file of the demonstration.")
    return Truth(tuple(facts), event_of, tuple(lookalikes))
