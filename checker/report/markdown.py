"""The report as GitHub-flavoured markdown, in the order of the page, compact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.report import text as words
from checker.report import view as views
from checker.report.changes import KIND_WORDS
from checker.report.finding_view import FULL_CLAIMS, ClaimView, FindingView
from checker.schema import Report

# Rows of the appendix tables; the text says how many are left out.
ARTICLE_ROWS = 1000
SKIPPED_ROWS = 500

# Everything that can start markup anywhere in a line. '&' too, or "&lt;" in a text would turn into "<".
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&$#])")
# What starts a block at the head of a line only: lists, underlines, numbered lists.
_BULLET = re.compile(r"^([-+=])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def render_markdown(report: Report, json_href: str | None = "report.json", full_per_section: int | None = None) -> str:
    """`report` as markdown; arguments as in `html.render_html`."""
    page = views.view(report, views.FULL_PER_SECTION if full_per_section is None else full_per_section)
    lines = [f"# {escape(page.headline)}", ""]
    lines += [" · ".join(escape(label) for _, label in page.tally) or "0 findings", ""]
    lines += [escape(" · ".join(page.gaps)) + ".", ""]
    lines += _changes(report)
    if not report.findings:
        lines += ["No two statements were found that speak of the same fact. Why that may be:", ""]
        lines += [f"- {escape(reason)}" for reason in page.emptiness] + [""]
    if page.first:
        lines += ["## Look at these first", ""]
        lines += ["The report says where statements cannot all be right, never who is mistaken.", ""]
        for item in page.first:
            lines += _finding(item, json_href)
    for section in page.sections if report.findings else ():
        lines += [f"## {section.title} ({section.count:,})", "", section.note if section.count else "None found.", ""]
        if section.first:
            lines += ["Shown above: " + "; ".join(f"{v.rank}. {escape(v.finding.name)}" for v in section.first), ""]
        for item in section.full:
            lines += _finding(item, json_href)
        if section.brief:
            lines += _brief(section.brief, json_href)
    lines += list(_appendix(report, json_href))
    return "\n".join(lines).rstrip("\n").replace("\x00", "\N{REPLACEMENT CHARACTER}") + "\n"


def _changes(report: Report) -> list[str]:
    if report.since is None:
        return []
    lines = [f"## Since the report of {escape(words.moment(report.since))} ({len(report.changes):,})", ""]
    if not report.changes:
        return [*lines, "Nothing is newly in conflict, resolved, corrected or grown.", ""]
    lines += [
        f"- **{KIND_WORDS[c.kind].capitalize()}**: {escape(c.name)}. Was: {escape(c.was)}" + (f". Now: {escape(c.now)}" if c.now else "")
        for c in report.changes
    ]  # fmt: skip
    return [*lines, ""]


def escape(text: str) -> str:
    """`text` on one line, with nothing in it that markdown or HTML would act on."""
    flat = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    flat = flat.replace("\\&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")
    return _NUMBERED.sub(r"\1\\\2", _BULLET.sub(r"\\\1", flat))


def _finding(item: FindingView, json_href: str | None) -> list[str]:
    f = item.finding
    kinds = f": {', '.join(item.kinds)}" if item.kinds else ""
    flags = f" · {', '.join(item.flags)}" if item.flags else ""
    lines = [f"### {item.rank}. {escape(f.name)}", ""]
    lines += [
        f"**{item.tag.capitalize()}{escape(kinds)}**{escape(flags)} · {escape(item.where)} · {escape(words.origins(f))}",
        "",
    ]
    lines += [escape(f.explanation), ""]
    if words.figures(f):
        lines += [f"{_figures(item)} (best: {escape(words.best_rule(f.best_rule))})", ""]
    for claim in item.claims[:FULL_CLAIMS]:
        lines += _claim(claim)
    if len(item.claims) > FULL_CLAIMS:
        lines += [f"- {len(item.claims) - FULL_CLAIMS:,} further statements: {_elsewhere(item, json_href)}"]
    lines += [""]
    if f.settled_by:
        lines += [f"**What would settle it:** {escape(f.settled_by)}", ""]
    return lines + _why(item, json_href)


def _figures(item: FindingView) -> str:
    return " / ".join(f"{which} **{escape(words.figure(item.finding, which))}**" for which in ("low", "best", "high"))


def _claim(view: ClaimView) -> list[str]:
    c = view.claim
    text = "".join(_bold(run) if hit else _keep_edges(run) for run, hit in view.parts)
    who = f"{escape(words.speaker(c))}, {'in ' if c.outlet else ''}{escape(words.outlet(c.outlet))}"
    who += f" via {escape(c.carrier)}" if c.carrier else ""
    title = escape(c.title or ("article" if view.link else ""))
    if title:
        who += f": [{title}](<{_address(view.link)}>)" if view.link else f": {title}"
    when = f"published {words.span(c.times.published)} · as of {words.span(c.times.as_of)}"
    notes = f" · {escape('; '.join(view.notes))}" if view.notes else ""
    before = f"{escape(view.before)} " if view.before else ""
    after = f" {escape(view.after)}" if view.after else ""
    return [f"- **{view.letter}** {before}“{text}”{after}  ", f"  {who} · {escape(when)}{notes}"]


def _keep_edges(run: str) -> str:
    """Escape a run without losing the blanks that part it from its neighbours."""
    return escape(f"x{run}x")[1:-1]


def _bold(run: str) -> str:
    """Bold for the differing span; blanks go outside, since `** 12**` is not bold."""
    inner = run.strip()
    if not inner:
        return " "
    before, after = run[: len(run) - len(run.lstrip())], run[len(run.rstrip()) :]
    return f"{' ' if before else ''}<b>{escape(inner)}</b>{' ' if after else ''}"


def _address(url: str | None) -> str:
    return re.sub(r"[<>\\|\s]", lambda m: f"%{ord(m[0]):02X}", url or "")


def _why(item: FindingView, json_href: str | None) -> list[str]:
    f = item.finding
    lines = ["<details><summary>Why</summary>", ""]
    lines += [f"Confidence: {words.confidence(f.confidence)} ({words.CONFIDENCE_NOTE}).", ""]
    for number, s in enumerate(f.trace, 1):
        met = f"{escape(s.compared[0])} *against* {escape(s.compared[1])}: " if s.compared else ""
        lines.append(
            f"{number}. {escape(words.step(s.step))} {met}{escape(s.result)} (rule: {escape(words.rule(s.rule))})"
        )
    lines += [""] if f.trace else []
    for p in item.pairs:
        kinds = f" ({', '.join(words.kind(k) for k in p.pair.kinds)})" if p.pair.kinds else ""
        rule = f" (rule: {escape(words.rule(p.pair.rule))})" if p.pair.rule else ""
        relation = words.relation(p.pair.relation)
        lines.append(f"- {escape(p.a)} and {escape(p.b)}: {relation}{kinds}. {escape(p.pair.explanation)}{rule}")
    if len(f.pairs) > len(item.pairs):
        lines.append(f"- {len(f.pairs) - len(item.pairs):,} further pairs: {_elsewhere(item, json_href)}")
    return lines + ["", f"Finding {escape(f.id)}.", "", "</details>", ""]


def _elsewhere(item: FindingView, json_href: str | None) -> str:
    return (
        f"`findings[{item.index}]` in {json_href}"
        if json_href
        else "write the report with `--format json` to have them"
    )


def _brief(items: tuple[FindingView, ...], json_href: str | None) -> list[str]:
    where = (
        f"{json_href} holds them in full" if json_href else "write the report with `--format json` to have them in full"
    )
    lines = [f"{words.plural(len(items), 'more finding')}, one line each; {where}.", ""]
    lines += ["| No. | Finding | Relation | Low / best / high | Sources | Entry |", "|---:|---|---|---|---|---|"]
    for v in items:
        figures = escape(words.figures(v.finding) or "a statement")
        cells = [str(v.rank), escape(v.finding.name), v.tag, figures, escape(words.origins(v.finding))]
        lines.append("| " + " | ".join([*cells, f"`findings[{v.index}]`"]) + " |")
    return [*lines, ""]


def _appendix(report: Report, json_href: str | None) -> Iterator[str]:
    yield from ("## What this rests on", "", f"### Articles ({len(report.articles):,})", "")
    articles = {a.id: a for a in report.articles}
    if report.articles:
        yield from (
            "| Outlet | Title | Published | Carrier | States | Notes | Claims | Source |",
            "|---|---|---|---|---|---|---:|---|",
        )
    for a in report.articles[:ARTICLE_ROWS]:
        notes = views.article_notes(a, articles)
        published = words.moment(a.published) + (f" ({a.published_basis})" if a.published else "")
        cells = [words.outlet(a.outlet), a.title or "no title", published, a.carrier or "", views.article_toll(a), "; ".join(notes)]
        yield "| " + " | ".join([*map(escape, cells), f"{a.claims:,}", escape(a.source or "")]) + " |"
    more = "; all are in " + json_href if json_href else ""
    if len(report.articles) > ARTICLE_ROWS:
        yield f"\n{len(report.articles) - ARTICLE_ROWS:,} more articles are not listed here{more}."
    yield from ("", f"### Skipped ({len(report.skipped):,})", "")
    if report.skipped:
        yield from ("| Where | Why | Remedy | Code |", "|---|---|---|---|")
    for s in report.skipped[:SKIPPED_ROWS]:
        where = s.source + (f":{s.line}" if s.line is not None else "")
        yield "| " + " | ".join(map(escape, (where, s.reason, s.remedy, s.code))) + " |"
    if len(report.skipped) > SKIPPED_ROWS:
        yield f"\n{len(report.skipped) - SKIPPED_ROWS:,} more are not listed here{more}."
    if report.dismissed:
        yield from ("", f"### Dismissed by your decisions ({len(report.dismissed):,})", "")
        for d in report.dismissed:
            yield f"- {escape(d.name)} ({d.relation}): {escape(d.reason)}"
    yield from ("", f"### Models ({len(report.models)})", "")
    for m in report.models:
        sha = (m.sha256 or "not stated")[:12]
        yield f"- {m.role}: {escape(m.name)} {escape(m.version or '')} ({escape(m.backend)}), SHA-256 {escape(sha)}"
    yield from ("", f"Made by checker {escape(report.program_version)}, {escape(words.moment(report.created))}.")
