"""Invented articles, and the reports that a checker might make of them. No outlet, person or place here is real."""

from datetime import UTC, datetime, timedelta

from checker.schema import (
    ArticleInfo,
    Attribution,
    Finding,
    FindingClaim,
    FindingPair,
    ModelInfo,
    Quantity,
    Report,
    Skipped,
    TimelinePoint,
    Times,
    TimeSpan,
    TraceStep,
)

HOSTILE = "<script>alert('x')</script>"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 6
RTL = "قال رئيس البلدية إن 12 شخصا أصيبوا"

FIGURES = {
    "three": (3, 3, "exact", 3),
    "eleven": (11, 11, "exact", 11),
    "12": (12, 12, "exact", 12),
    "at least 12": (12, None, "at_least", 12),
    "19": (19, 19, "exact", 19),
    "nearly 1,400": (1250, 1400, "approximate", 1400),
    "more than 2,100": (2100, None, "more_than", 2100),
    "dozens": (24, None, "vague", None),
    "60": (60, 60, "exact", 60),
    "between 30 and 50": (30, 50, "range", None),
    "up to 45": (None, 45, "at_most", 45),
    "four": (4, 4, "exact", 4),
    "seven": (7, 7, "exact", 7),
    "16": (16, 16, "exact", 16),
}


def at(day: int, hour: int = 0) -> datetime:
    """A moment in March 2031."""
    return datetime(2031, 3, day, hour, tzinfo=UTC)


def a_day(day: int, basis: str = "printed", text: str | None = None) -> TimeSpan:
    """A whole day of March 2031."""
    return TimeSpan(start=at(day), end=at(day) + timedelta(days=1), basis=basis, text=text, granularity="day")


def claim(
    key: str, outlet: str | None, text: str, figure: str | None = None, *, day: int | None = 10, speaker: str | None = None,
    before: str = "", after: str = "", carrier: str | None = None, url: str | None = None, title: str | None = None,
    highlight: str | None = None, origin: str | None = None, basis: str = "printed", said: str | None = None,
    published: TimeSpan | None = None, **more,
) -> FindingClaim:  # fmt: skip
    """A claim whose spans are looked up in its own text."""
    offset = 200 + len(before)
    quantities = ()
    mark = highlight or figure
    if figure:
        low, high, bound, value = FIGURES[figure]
        start = text.index(figure)
        quantities = (
            Quantity(
                start=offset + start, end=offset + start + len(figure), text=figure, value=value, low=low, high=high,
                bound=bound,
            ),
        )  # fmt: skip
    spans = ((text.index(mark), text.index(mark) + len(mark)),) if mark else ()
    as_of = a_day(day, basis, said) if day else TimeSpan()
    return FindingClaim(
        id=f"c-{key}", article=f"a-{key}", outlet=outlet, carrier=carrier, speaker=speaker,
        attribution=Attribution(speaker=speaker) if speaker else None, text=text, before=before, after=after,
        start=offset, end=offset + len(text), title=title, url=url, quantities=quantities, highlights=spans,
        origin=origin or speaker or outlet or key,
        times=Times(as_of=as_of, published=published or (a_day(day) if day else TimeSpan())), **more,
    )  # fmt: skip


def timeline(claims: list[FindingClaim], superseded: tuple[str, ...] = ()) -> tuple[TimelinePoint, ...]:
    """One point for each quantity."""
    return tuple(
        TimelinePoint(
            claim=c.id, outlet=c.outlet, as_of=c.times.as_of.start, basis=c.times.as_of.basis, low=q.low, high=q.high,
            bound=q.bound, text=q.text, superseded=c.id in superseded,
        )
        for c in claims
        for q in c.quantities
    )  # fmt: skip


def conflict() -> Finding:
    """Two outlets give one speaker's figure differently; a third repeats one of them, a fourth is vague."""
    claims = [
        claim(
            "harbour", "Harbour Post", "Mayor Ilse Orlan said 12 people were injured when the viaduct gave way.", "12",
            speaker="Mayor Ilse Orlan", before="Fire crews worked through the night at the Sandgate crossing.",
            after="She asked residents to stay away from the river bank.", url="https://example.org/harbour/viaduct?a=1&b=2",
            title="Sandgate viaduct collapses in evening traffic", carrier="Coast Agency",
            published=TimeSpan(start=at(10, 21), end=at(10, 22), basis="inferred", text="3 hours ago", granularity="hour"),
        ),
        claim(
            "valley", "Valley Courier", "Nineteen were hurt, or 19 as Mayor Orlan put it in the evening.", "19",
            speaker="Mayor Ilse Orlan", before="The road to the port is closed.", url="https://example.org/valley/1",
            title="What we know about Sandgate", basis="inferred", said="in the evening",
        ),
        claim(
            "radio", None, "The mayor told us at least 12 were injured in the collapse.", "at least 12",
            speaker="Mayor Ilse Orlan", day=None, after="Trains are running again.",
        ),
        claim(
            "coast", "Coast Daily", "Hospitals took in dozens after the viaduct fell, a nurse said.", "dozens",
            speaker="a nurse", title="Night of the viaduct",
        ),
        claim(
            "north", "Northern Star", "Officials expected up to 45 injured, the rescue service said on Tuesday.",
            "up to 45", day=11, speaker="rescue service", modality="forecast",
        ),
    ]  # fmt: skip
    trace = (
        TraceStep(step="event", compared=("viaduct, Sandgate, 10 March", "viaduct, Sandgate, 10 March"),
                  rule="same place within one day", result="one event", weight=0.9),
        TraceStep(step="scope", compared=("people, injured", "hurt"), rule="same measure and population",
                  result="one fact", weight=0.6),
        TraceStep(step="time", compared=("10 March (printed)", "10 March (inferred from “in the evening”)"),
                  rule="same_moment", result="as of the same day", weight=0.3),
        TraceStep(step="quantity", compared=("12", "19"), rule="exact intervals do not meet",
                  result="the two amounts cannot both hold", weight=0.95),
        TraceStep(step="nli", rule="mean of both directions", result="leans to contradiction", weight=-0.2),
        TraceStep(step="relation", rule="one speaker, two figures", result="conflict: number, attribution"),
    )  # fmt: skip
    pairs = (
        FindingPair(a="c-harbour", b="c-radio", relation="compatible", rule="bound holds", explanation="12 is at least 12."),
        FindingPair(a="c-harbour", b="c-valley", relation="conflict", kinds=("number", "attribution"), rule="speaker_figure",
                    explanation="Both credit the mayor, with 12 and with 19, as of the same day.", confidence=0.83, trace=trace),
        FindingPair(a="c-valley", b="c-radio", relation="compatible", rule="bound holds", explanation="19 is at least 12.",
                    trace=trace[:2]),
    )  # fmt: skip
    return Finding(
        id="f-conflict", event="viaduct collapse, Sandgate", event_id="e1", fact="injured",
        name="injured, viaduct collapse, Sandgate, 10 March", relation="conflict", kinds=("number", "attribution"),
        severity=0.9, confidence=0.83, claims=tuple(claims), pairs=pairs, low=12, best=19, high=45, best_rule="latest",
        timeline=timeline(claims), origins=3, origin_names=("Mayor Ilse Orlan", "a nurse", "rescue service"), outlets=5,
        explanation="Harbour Post has the mayor count 12 injured, Valley Courier has her count 19 on the same day; "
        "one speaker’s figure is given in two ways, and both cannot be right.",
        settled_by="The mayor’s own statement or a recording of the evening briefing on 10 March.",
        trace=trace, event_window=(at(10), at(11)), places=("Sandgate", "Aland"),
    )  # fmt: skip


def dispute() -> Finding:
    """Two sides, two counts, a long way apart: a log scale and a range."""
    claims = [
        claim("union", "Plain Dealer of Tarn", "The strikers’ union said more than 2,100 marched on the ministry.",
              "more than 2,100", day=3, speaker="Dockers’ Union", origin="Dockers’ Union"),
        claim("police", "Evening Ledger", "Police counted between 30 and 50 marchers at the gate.", "between 30 and 50", day=3,
              speaker="Tarn police", carrier="Inland Press"),
        claim("wire", "Harbour Post", "Reporters saw nearly 1,400 people in the square.", "nearly 1,400", day=3),
    ]  # fmt: skip
    return Finding(
        id="f-dispute", event="dockers’ march, Tarn", event_id="e2", fact="marchers", name="marchers, dockers’ march, Tarn",
        relation="dispute", kinds=("number",), severity=0.7, confidence=0.6, claims=tuple(claims),
        pairs=(FindingPair(a="c-union", b="c-police", relation="dispute", kinds=("number",), explanation="Two sides."),),
        low=30, best=1400, high=2100, best_rule="ucdp", timeline=timeline(claims), origins=3, outlets=3,
        origin_names=("Dockers’ Union", "Tarn police", "Harbour Post"),
        explanation="The union says more than 2,100 marched, the police between 30 and 50.",
        settled_by="Photographs of the square from above, with their time.", event_window=(at(3), at(4)), places=("Tarn",),
    )  # fmt: skip


def statement_dispute() -> Finding:
    """Statements without an amount, at two times."""
    claims = [
        claim("gov", "Evening Ledger", "The ministry rejected the offer of mediation.", highlight="rejected", day=5,
              speaker="Ministry of Ports"),
        claim("med", "Coast Daily", "The ministry has accepted mediation, the union’s lawyer said.", highlight="accepted",
              day=6, speaker="Dockers’ Union"),
    ]  # fmt: skip
    return Finding(
        id="f-statement", event="dockers’ march, Tarn", event_id="e2", fact="mediation offer",
        name="whether the ministry accepted mediation, Tarn", relation="dispute", kinds=("antonym",), severity=0.6,
        confidence=0.45, claims=tuple(claims), origins=2, outlets=2, origin_names=("Ministry of Ports", "Dockers’ Union"),
        pairs=(FindingPair(a="c-gov", b="c-med", relation="dispute", kinds=("antonym",), explanation="Opposite words."),),
        explanation="The ministry says it rejected mediation; the union’s lawyer says it accepted.",
        settled_by="The ministry’s written answer.", event_window=(at(5), at(7)), places=("Tarn",),
    )  # fmt: skip


def growth() -> Finding:
    """A toll that grew over three days."""
    claims = [
        claim("g1", "Valley Courier", "Four miners, or four of the night shift, have died.", "four", day=1),
        claim("g2", "Northern Star", "The death toll at Kell pit rose to seven, rescuers said.", "seven", day=2,
              speaker="rescuers", basis="inferred", said="on Monday"),
        claim("g3", "Harbour Post", "At Kell, 16 are now known to have died.", "16", day=4, carrier="Coast Agency"),
    ]  # fmt: skip
    return Finding(
        id="f-growth", event="pit fire, Kell", event_id="e3", fact="killed", name="killed, pit fire, Kell, 1 to 4 March",
        relation="update", kinds=("growth",), severity=0.4, confidence=0.9, claims=tuple(claims), low=4, best=16, high=16,
        pairs=(FindingPair(a="c-g1", b="c-g3", relation="update", kinds=("growth",), explanation="4, then 16."),),
        best_rule="latest", timeline=timeline(claims, ("c-g1", "c-g2")), origins=3, outlets=3,
        explanation="The toll grew from 4 on 1 March to 16 on 4 March.", event_window=(at(1), at(5)), places=("Kell",),
    )  # fmt: skip


def undetermined() -> Finding:
    """A vague word and a number without a date."""
    claims = [
        claim("u1", None, "Dozens of homes burned, and dozens more are at risk.", "dozens", day=8),
        claim("u2", None, "The fire took 60 homes.", "60", day=None),
    ]  # fmt: skip
    return Finding(
        id="f-undetermined", event="heath fire, Morrow", event_id="e4", fact="homes burned", name="homes burned, Morrow",
        relation="undetermined", kinds=("number",), severity=0.3, confidence=0.3, claims=tuple(claims), low=24, best=60,
        high=60, best_rule="latest", timeline=timeline(claims), origins=2, outlets=2,
        pairs=(FindingPair(a="c-u1", b="c-u2", relation="undetermined", explanation="One figure has no date."),),
        explanation="The second figure has no date, so it may be a later count of the same homes.",
        settled_by="The date of the second report.", event_window=(None, None),
    )  # fmt: skip


def agreement() -> Finding:
    """Same value from copies: three outlets, one origin."""
    claims = [
        claim(f"s{i}", outlet, "Three ships collided off Bryn, or three hulls, the coast guard said.", "three",
              speaker="coast guard", day=9)
        for i, outlet in enumerate(["Harbour Post", "Coast Daily", "Valley Courier"])
    ]  # fmt: skip
    return Finding(
        id="f-same", event="collision off Bryn", event_id="e5", fact="ships", name="ships, collision off Bryn",
        relation="same", severity=0.0, confidence=0.95, claims=tuple(claims), low=3, best=3, high=3, best_rule="latest",
        timeline=timeline(claims), origins=1, origin_names=("coast guard",), outlets=3, explanation="All say three.",
        event_window=(at(9), at(10)), places=("Bryn",),
    )  # fmt: skip


def hostile() -> Finding:
    """Markup, very long words, right-to-left text and control signs in every field that a text can reach."""
    claims = [
        claim("h1", HOSTILE, f"{HOSTILE} said 12 | *were* hurt {LONG}", "12", speaker=HOSTILE, before=HOSTILE, after=LONG,
              url="javascript:alert(1)", title=f"{HOSTILE} & [x](y)"),
        claim("h2", "صحيفة الميناء", RTL, "12", speaker="رئيس البلدية", url="https://example.org/ar"),
        claim("h3", "=cmd()", "+19 hurt\nin\ttwo \u202elines\x00", "19", speaker="@SUM(A1)"),
    ]  # fmt: skip
    return Finding(
        id="f-<hostile>", event=f"{HOSTILE} event", event_id="e\"6'", fact="injured", name=f"injured, {HOSTILE} {LONG}",
        relation="conflict", kinds=("number",), severity=0.2, confidence=0.2, claims=tuple(claims), low=12, best=12,
        high=19, best_rule=HOSTILE, timeline=timeline(claims), origins=3, origin_names=(HOSTILE,), outlets=3,
        pairs=(FindingPair(a="c-h1", b="c-h3", relation="conflict", explanation=HOSTILE, rule=HOSTILE),),
        explanation=f"{HOSTILE} ``` | pipe", settled_by=HOSTILE, places=(HOSTILE,),
        trace=(TraceStep(step="nli", compared=(HOSTILE, HOSTILE), rule=HOSTILE, result=HOSTILE, weight=3.5),),
    )  # fmt: skip


def info(c: FindingClaim) -> ArticleInfo:
    """The metadata of a claim's article."""
    return ArticleInfo(
        id=c.article, outlet=c.outlet, carrier=c.carrier, title=c.title, url=c.url, published=c.times.published.start,
        published_basis=c.times.published.basis, source=f"news/{c.article}.txt", characters=1800, claims=14,
        flags=("corrupted",) if c.id == "c-u2" else (), flag_reasons=("odd words",) if c.id == "c-u2" else (),
        copy_of="a-s0" if c.id in ("c-s1", "c-s2") else None,
    )  # fmt: skip


def sample(findings: list[Finding] | None = None, **more) -> Report:
    """A report over the findings above, or over those given."""
    if findings is None:
        findings = [conflict(), dispute(), statement_dispute(), hostile(), growth(), undetermined(), agreement()]
    articles = {c.article: info(c) for f in findings for c in f.claims}
    fields = {
        "created": at(12, 9), "program_version": "0.1.0", "inputs": ({"path": "news", "articles": len(articles)},),
        "models": (ModelInfo(role="nli", name="bundled", version="1", backend="onnx", sha256="ab12cd34ef" * 6 + "abcd"),),
        "settings": {"report": {"best_rule": "latest", "context_characters": 160}}, "articles": tuple(articles.values()),
        "findings": tuple(findings), "counts": {"articles": len(articles), "claims": 14 * len(articles)},
        "skipped": (Skipped(source="news/rows.jsonl", line=7, code="no-text", reason="The row has no 'text'.",
                            remedy="Add the article's text, or delete the row."),),
    }  # fmt: skip
    return Report(**{**fields, **more})


def empty() -> Report:
    """Two articles without a fact in common."""
    return sample([], articles=tuple(info(c) for c in conflict().claims[:2]))


def many(count: int) -> Report:
    """`count` findings, of all relations in turn."""
    base = [conflict(), dispute(), growth(), undetermined(), agreement()]
    findings = [
        base[i % 5].model_copy(
            update={"id": f"f{i}", "name": f"case {i}, {base[i % 5].name}", "event_id": f"e{i // 3}"}
        )
        for i in range(count)
    ]
    return sample(findings)
