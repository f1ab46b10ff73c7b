"""The killed and injured that articles state for their main incident, against labels that hold numbers and offsets only.

A label row: `id`, `killed`, `injured` (null where the article states none; 0 where it says nobody), `shooter`, and the two
labellers' own answers. A count is right when it is the labelled one; silence where a count is stated is an error, and so is
a count where none is stated: F1 = 2 right / (read + stated).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from checker.measure.bootstrap import SAMPLES, Estimate, estimates, group_index, group_sums, weighted
from checker.measure.classification import ratio
from checker.read import read_article
from checker.read.casualties import Casualties, casualties
from checker.schema import Article, Claim
from checker.schema.base import Record
from eval.errors import NoData
from eval.loaders import source

LABELS = Path("data/shootings/casualties.jsonl")
MEASURES = ("killed", "injured")
Reader = Callable[[Article], Mapping[str, int | None]]


class StatedScores(Record):
    """Figures with intervals by article, and what went wrong: measure -> kind of error -> how often."""

    articles: int
    metrics: dict[str, Estimate]
    causes: dict[str, dict[str, int]]
    errors: tuple[str, ...]


def read_labels(path: Path) -> list[dict[str, Any]]:
    """Label rows.

    Raises:
        EvalError: the file is missing or a line is not a label.
    """
    return source.read_labels(path, ("id", *MEASURES), "casualties")


@lru_cache(maxsize=2048)
def read(article: Article) -> tuple[tuple[Claim, ...], Casualties]:
    """The article's claims and what the checker's reader takes it to state; kept, since several measures ask for it."""
    claims = read_article(article)
    return claims, casualties(claims, article.title)


def by_checker(article: Article) -> dict[str, int | None]:
    """What the checker's reader takes the article to state."""
    found = read(article)[1]
    return {"killed": found.killed.value if found.killed else None, "injured": found.injured.value if found.injured else None}


def constant(article: Article) -> dict[str, int | None]:
    """The commonest stated counts: one dead, one hurt."""
    return {"killed": 1, "injured": 1}


_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMBER = r"(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\s+(?:[\w-]+\s+){0,3}?"
_PATTERNS = {
    "killed": re.compile(rf"\b{_NUMBER}(?:(?:was|were|is|are)\s+)?(?:\w+ly\s+)?(?:killed|dead|died|shot dead|shot and killed)\b", re.IGNORECASE),
    "injured": re.compile(rf"\b{_NUMBER}(?:(?:was|were|is|are)\s+)?(?:\w+ly\s+)?(?:injured|wounded|hurt|hospitali[sz]ed)\b", re.IGNORECASE),
}


def one_regex(article: Article) -> dict[str, int | None]:
    """The first number that stands before "killed" or "injured": what a careful regular expression gives."""
    text = f"{article.title or ''}. {article.text}"
    out: dict[str, int | None] = {}
    for measure, pattern in _PATTERNS.items():
        match = pattern.search(text)
        number = match[1].lower() if match else None
        out[measure] = None if number is None else int(number) if number.isdigit() else _WORDS.get(number, 1)
    return out


READERS: dict[str, Reader] = {"checker": by_checker, "one regex": one_regex, "constant": constant}


def measure(articles: Mapping[str, Article], labels: Sequence[Mapping[str, Any]], reader: Reader = by_checker, samples: int = SAMPLES) -> StatedScores:
    """Score one reader on the labelled articles; an article that ingest refused counts as read without a count.

    Raises:
        NoData: none of the labelled articles is there.
    """
    if not any(row["id"] in articles for row in labels):
        raise NoData("None of the labelled articles is in what was given. Give the shootings articles.")
    index, groups = group_index([row["id"] for row in labels])
    causes: dict[str, Counter] = {m: Counter() for m in MEASURES}
    errors, tables = [], {m: np.zeros((len(labels), 3)) for m in MEASURES}
    for n, row in enumerate(labels):
        found = reader(articles[row["id"]]) if row["id"] in articles else {}
        for m in MEASURES:
            stated, said = row[m], found.get(m)
            tables[m][n] = (said is not None and said == stated, said is not None, stated is not None)
            if said != stated:
                causes[m][_cause(row, m, said)] += 1
                errors.append(f"{row['id']} {m}: stated {stated}, read {said} ({_cause(row, m, said)})")
    sums = {m: group_sums(table, index, groups) for m, table in tables.items()}

    def statistics(w: np.ndarray) -> dict[str, np.ndarray]:
        out = {}
        for m, table in sums.items():
            right, said, stated = np.moveaxis(weighted(table, w), -1, 0)
            out[f"f1_{m}"] = ratio(2 * right, said + stated)
            out[f"precision_{m}"], out[f"recall_{m}"] = ratio(right, said), ratio(right, stated)
        return out

    counts = {f"{name}_{m}": int(tables[m][:, column].sum()) for m in MEASURES for name, column in (("f1", 2), ("recall", 2), ("precision", 1))}
    return StatedScores(articles=len(labels), metrics=estimates(statistics, groups, counts, len(labels), samples),
                        causes={m: dict(c.most_common()) for m, c in causes.items()}, errors=tuple(errors))  # fmt: skip


def _cause(row: Mapping[str, Any], m: str, said: int | None) -> str:
    """Why a count may be wrong, told from the numbers alone."""
    stated = row[m]
    if said is None:
        return "nobody, not read" if stated == 0 else "not read"
    if stated is None:
        other = row["injured" if m == "killed" else "killed"]
        return "none stated" if said != other else "the other victims' count"
    if row.get("shooter") in ("dead_not_counted", "hurt_not_counted") and said == stated + 1:
        return "shooter counted"
    if row["killed"] is not None and row["injured"] is not None and said == row["killed"] + row["injured"]:
        return "killed and injured together"
    return "part or other incident" if said < stated else "more than stated"


def articles_of(path: Path) -> dict[str, Article]:
    """The set's articles by id, as ingest hands them on."""
    from eval.voices import articles_of as both

    return {name: article for name, (_, article) in both(path).items()}
