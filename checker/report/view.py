"""What a page shows of a report, worked out once for every format: the first screen, sections and counts.

Everything here is plain text and small records; a renderer only lays it out and escapes it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from checker.report import text as words
from checker.report.finding_view import FindingView
from checker.schema import ArticleInfo, Report

FIRST_SCREEN = 10
# Findings of one section that are written in full; the rest follow as one line each, and in report.json in full.
FULL_PER_SECTION = 200

# (key, title, relations, whether it stands open). Every relation is in one of them: nothing is lost in silence.
SECTIONS = (
    ("conflicts", "Conflicts", ("conflict",), True),
    ("disputes", "Disputes", ("dispute",), True),
    ("updates", "Updates", ("update",), True),
    ("undetermined", "Undetermined", ("undetermined",), True),
    ("agreements", "Agreements", ("same", "compatible"), False),
    ("other", "Not comparable", ("different_scope", "unrelated"), False),
)
SECTION_NOTES = {
    "conflicts": "Same fact, scope and time: the reports cannot all be right.",
    "disputes": "The statements cannot all be right, and each comes from a different named speaker or side.",
    "updates": "A later report of the same fact: a toll that grew, a correction, a changed position, a plan fulfilled.",
    "undetermined": "The reports differ, but a date, place or antecedent that would decide is missing.",
    "agreements": "The reports can all be right: same value, or bounds, rounding and detail that fit together.",
    "other": "Same event, but the facts do not bound each other.",
}


@dataclass(frozen=True)
class Section:
    """A list of findings of one sort, complete: `first` are on the first screen, `full`, and `brief` lines."""

    key: str
    title: str
    open: bool
    first: tuple[FindingView, ...]
    full: tuple[FindingView, ...]
    brief: tuple[FindingView, ...]

    @property
    def count(self) -> int:
        return len(self.first) + len(self.full) + len(self.brief)

    @property
    def note(self) -> str:
        return SECTION_NOTES[self.key]


@dataclass(frozen=True)
class ReportView:
    """The report, arranged for reading."""

    report: Report
    first: tuple[FindingView, ...]
    sections: tuple[Section, ...]

    @property
    def outlets(self) -> list[str]:
        """The stated outlets, sorted."""
        return sorted({a.outlet for a in self.report.articles if a.outlet}, key=str.casefold)

    @cached_property
    def found(self) -> Counter[str]:
        return Counter(f.relation for f in self.report.findings)

    @property
    def headline(self) -> str:
        """'3 conflicts and 1 dispute in 64 articles from 9 outlets'."""
        found = self.found
        grave = [words.plural(found[r], *words.RELATION_WORDS[r]) for r in ("conflict", "dispute") if found[r]]
        what = words.join(grave) if grave else "No conflict or dispute found"
        articles = words.plural(len(self.report.articles), "article")
        outlets = words.plural(len(self.outlets), "stated outlet") if self.outlets else "no stated outlet"
        return f"{what} in {articles} from {outlets}"

    @property
    def tally(self) -> list[tuple[str, str]]:
        """(section key, '4 updates') for each section with findings."""
        return [(s.key, f"{s.count:,} {s.title.lower() if s.count != 1 else _one(s.key)}") for s in self.sections]

    @property
    def gaps(self) -> list[str]:
        """What was skipped, undated, unattributed, inferred, copied or corrupted: a line a careful reader needs."""
        articles = self.report.articles
        n_none = sum(a.outlet is None for a in articles)
        undated = sum(a.published is None for a in articles)
        inferred = sum(a.published is not None and a.published_basis == "inferred" for a in articles)
        corrupted = sum("corrupted" in a.flags for a in articles)
        copies = sum(a.copy_of is not None for a in articles)
        skipped = len(self.report.skipped)
        unread = [f"{skipped:,} inputs or rows" if skipped != 1 else "1 input or row"]
        lines = [f"{unread[0]} skipped and not read"] if skipped else []
        lines += [f"{words.plural(undated, 'article')} without a date"] if undated else []
        lines += [f"{words.plural(n_none, 'article')} without a stated outlet"] if n_none else []
        lines += [f"{words.plural(inferred, 'date')} inferred, not printed"] if inferred else []
        lines += [f"{words.plural(corrupted, 'article')} whose text reads corrupted"] if corrupted else []
        lines += [f"{words.plural(copies, 'copy', 'copies')} of another article"] if copies else []
        return lines or ["nothing was skipped; every article has an outlet and a date"]

    @property
    def emptiness(self) -> list[str]:
        """Why a report may hold no findings, from what was read."""
        articles, reasons = self.report.articles, []
        claims = sum(a.claims for a in articles)
        if not articles:
            reasons.append("No article could be read.")
        elif len(articles) == 1:
            reasons.append("There is only one article: a finding needs two statements on one fact.")
        if articles and not claims:
            reasons.append("No claims were found in the texts; they may be too short, or not in English.")
        if self.report.skipped:
            count = len(self.report.skipped)
            reasons.append(f"{words.plural(count, 'input')} could not be read; the list is at the end.")
        if claims and len(articles) > 1:
            reasons.append(
                "The articles may speak of different events, or of one event without two statements on the same fact."
            )
        return reasons + ["It does not mean that the articles are right."]


def view(report: Report, full_per_section: int = FULL_PER_SECTION) -> ReportView:
    """Arrange `report`. The order of findings is kept as given: it is the ranking.

    The first screen takes conflicts and disputes; where there are fewer than ten, updates and undetermined
    findings fill it, so that the reader always starts with what matters most.
    """
    articles = {a.id: a for a in report.articles}
    indexed = list(enumerate(report.findings))
    grave = [i for i, f in indexed if f.relation in ("conflict", "dispute")]
    rest = [i for i, f in indexed if f.relation in ("update", "undetermined")]
    chosen = (grave + rest)[:FIRST_SCREEN]
    first = {i: FindingView(i, report.findings[i], articles, first=True) for i in chosen}
    sections = []
    for key, title, relations, stands_open in SECTIONS:
        members = [first.get(i) or FindingView(i, f, articles) for i, f in indexed if f.relation in relations]
        if not members and key in ("agreements", "other"):
            continue
        later = [v for v in members if not v.first]
        sections.append(
            Section(
                key, title, stands_open, tuple(v for v in members if v.first),
                tuple(later[:full_per_section]), tuple(later[full_per_section:]),
            )
        )  # fmt: skip
    return ReportView(report, tuple(first.values()), tuple(sections))


def article_notes(article: ArticleInfo, articles: dict[str, ArticleInfo]) -> list[str]:
    """What a reader should know of an article before trusting it: flags, their reasons, whose text it repeats."""
    notes = [words.flag(f) for f in article.flags] + list(article.flag_reasons)
    if article.copy_of:
        other = articles.get(article.copy_of)
        notes.append(f"repeats {(other and (other.title or other.id)) or article.copy_of}")
    return notes


def article_toll(article: ArticleInfo) -> str:
    """'3 killed, 12 injured': what the article states for the incident it is about; empty where it states none."""
    return ", ".join(f"{article.stated[name].value:,} {name}" for name in ("killed", "injured") if name in article.stated)


def _one(key: str) -> str:
    return {"undetermined": "undetermined", "other": "not comparable"}.get(key, key.rstrip("s"))
