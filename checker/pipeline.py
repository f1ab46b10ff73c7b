"""The order of the stages, and the three calls that users make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np

import checker
from checker.compare.phrases import phrase_of
from checker.compare.prototypes import Bank, Likeness, Reading, examples, likeness, readings
from checker.errors import InputError
from checker.ingest import articles_from_records, read_inputs
from checker.judge import PairContext, judge_pair
from checker.judge.reader import mean_share, wordings
from checker.judge.tolls import TOLLS, not_the_toll
from checker.match import Event, facts_of, find_events, proposition_candidates
from checker.match.facts import pairs_of
from checker.match.units import LEAD_CLAIMS
from checker.models import load_embedder, load_nli, load_relation
from checker.protocols import Embedder, PairClassifier, RelationClassifier
from checker.read import read_article, read_pair_claim
from checker.read.casualties import TITLE, Stated, casualties
from checker.report.changes import changes
from checker.report.dismissals import put_aside
from checker.report.findings import JudgedFact, findings_of, rank
from checker.schema import (
    Article,
    ArticleInfo,
    Claim,
    Comparison,
    Decisions,
    DirectedProbabilities,
    Finding,
    Probabilities,
    Report,
    SideSpan,
    StatedCount,
    TraceStep,
    Verdict,
)
from checker.settings import ModelSettings, Settings
from checker.store import WorkStore
from checker.store.work import code_digest, key, pack, unpack

Judge = Literal["full", "nli", "numbers"]
LABELS = ("entailment", "neutral", "contradiction")
# Work is stored after this many items, so a kill loses at most so much.
SAVE_EVERY = 256


class Progress(Protocol):
    """Told of each step: (stage, done, of)."""

    def __call__(self, stage: str, done: int, of: int) -> None: ...


def _quiet(stage: str, done: int, of: int) -> None:
    return None


def check_pair(
    a: str,
    b: str,
    *,
    a_date: str | datetime | None = None,
    b_date: str | datetime | None = None,
    a_outlet: str | None = None,
    b_outlet: str | None = None,
    same_event: bool | None = None,
    judge: Judge = "full",
    settings: Settings | None = None,
) -> Verdict:
    """The verdict on two claims.

    Args:
        a, b: the claims, a sentence or a few.
        a_date, b_date: when each was published, ISO 8601. With none given, both are taken as of one moment.
        a_outlet, b_outlet: who published each.
        same_event: whether the two are known to tell of one event; None leaves that to the judge.
        judge: 'full', 'nli' (premise A, hypothesis B, no quantities) or 'numbers' (quantities alone).
        settings: thresholds and models.

    Raises:
        InputError: an empty claim, or a date that is not ISO 8601.
        ModelError: a model that cannot be loaded.
    """
    row = {"a": a, "b": b, "a_date": a_date, "b_date": b_date, "a_outlet": a_outlet, "b_outlet": b_outlet,
           "same_event": same_event}  # fmt: skip
    return check_pairs([row], judge=judge, settings=settings)[0]


def check_pairs(
    pairs: Iterable[Mapping[str, Any]],
    *,
    judge: Judge = "full",
    settings: Settings | None = None,
    progress: Progress = _quiet,
) -> list[Verdict]:
    """Verdicts on many pairs, in order. Each is a mapping with `a` and `b`, and optionally the fields of `check_pair`.

    `same_event` (true or false) says that the two are known to tell of one event, or of two; left out, the judge decides
    from their words, places and dates.

    Raises:
        InputError: a pair that cannot be used; the message names its position, the field and the remedy.
    """
    settings = settings or Settings()
    return prepare_pairs(pairs, judge=judge, settings=settings, progress=progress)(settings)


def prepare_pairs(
    pairs: Iterable[Mapping[str, Any]], *, judge: Judge, settings: Settings, progress: Progress = _quiet
) -> Callable[[Settings], list[Verdict]]:
    """Read pairs and score them with the models once; what comes back judges them, as often as there are settings to try.

    Only the judge's own settings may differ between calls: the models and the reading are those given here.
    """
    if judge not in ("full", "nli", "numbers"):
        raise InputError(f"judge {judge!r} is unknown. Use 'full', 'nli' or 'numbers'.", code="bad_judge")
    rows = [_checked(row, n) for n, row in enumerate(pairs, 1)]
    if judge == "nli":
        nli = _nli_both([(r["a"], r["b"]) for r in rows], settings, progress) if rows else []
        return lambda _: [_nli_verdict(r, nli[n]) for n, r in enumerate(rows)]
    ready = _prepared(rows, settings, judge, progress)

    def judged(chosen: Settings) -> list[Verdict]:
        out = []
        for n, (a, b, scores, context) in enumerate(ready):
            out.append(judge_pair(a, b, scores, context, chosen.judge, identifier=rows[n]["id"]))
            progress("judge", n + 1, len(rows))
        return out

    return judged


def prepared(pairs: Iterable[Mapping[str, Any]], settings: Settings) -> list[tuple[Claim, Claim, np.ndarray, PairContext]]:
    """What the judge is given of each pair: both claims read, NLI both ways, and the context. For recipes and studies."""
    return _prepared([_checked(row, n) for n, row in enumerate(pairs, 1)], settings, "full", _quiet)


def _prepared(rows: list[dict[str, Any]], settings: Settings, judge: Judge, progress: Progress):
    nli = _nli_both([(r["a"], r["b"]) for r in rows], settings, progress) if judge != "numbers" and rows else None
    cosines: list[float | None] = [None] * len(rows)
    if judge == "full" and rows:
        texts = list(dict.fromkeys(t for r in rows for t in (r["a"], r["b"])))
        vectors = load_embedder(settings.models).encode(texts)
        where = {t: i for i, t in enumerate(texts)}
        cosines = [float(vectors[where[r["a"]]] @ vectors[where[r["b"]]]) for r in rows]
    read = [
        tuple(read_pair_claim(r[s], id=s, outlet=r[f"{s}_outlet"], published=r[f"{s}_date"]) for s in ("a", "b"))
        for r in rows
    ]
    phrases = _phrases([c for two in read for c in two], settings) if judge == "full" else {}
    moments = [r["a_date"] == r["b_date"] for r in rows]
    shares = _shares(read, settings, progress, moments=moments) if judge == "full" else [None] * len(rows)
    out = []
    for n, row in enumerate(rows):
        a, b = read[n]
        context = PairContext(same_event=row["same_event"], alone=True, one_moment=moments[n], cosine=cosines[n], phrases=_likeness(a, b, phrases), shares=shares[n])  # fmt: skip
        out.append((a, b, None if nli is None else nli[n], context))
    return out


def _checked(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for side in ("a", "b"):
        text = row.get(side)
        if not isinstance(text, str) or not text.strip():
            raise InputError(
                f"pair {number}: field {side!r} is {text!r}, but must be the text of a claim. Fill it in or leave the "
                "pair out.", code="no_text",
            )  # fmt: skip
        out[side] = text
        out[f"{side}_date"] = _date(row.get(f"{side}_date"), f"pair {number}: field {side}_date")
        outlet = row.get(f"{side}_outlet")
        out[f"{side}_outlet"] = str(outlet) if outlet not in (None, "") else None
    out["same_event"] = _yes_or_no(row.get("same_event"), f"pair {number}: field same_event")
    identifier = row.get("id")
    out["id"] = None if identifier in (None, "") else str(identifier)
    return out


_WORDS_FOR = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def _yes_or_no(value: Any, where: str) -> bool | None:
    if value in (None, ""):
        return None
    if isinstance(value, bool):
        return value
    known = _WORDS_FOR.get(str(value).strip().lower())
    if known is None:
        raise InputError(f"{where} is {value!r}, which is neither yes nor no. Write true or false, or leave it out.",
                         code="bad_same_event")  # fmt: skip
    return known


def _date(value: Any, where: str) -> datetime | None:
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise InputError(f"{where} is {value!r}, which is not an ISO 8601 date. Write it like 2025-06-01.",
                         code="bad_date") from None  # fmt: skip


def _nli_both(pairs: Sequence[tuple[str, str]], settings: Settings, progress: Progress, store: WorkStore | None = None):
    """NLI of both directions, shape (n, 2, 3); computed once for each distinct pair, and stored as it goes."""
    model = load_nli(settings.models)
    wanted = list(dict.fromkeys(p for a, b in pairs for p in ((a, b), (b, a))))
    known = _stored(
        store, "nli", _maker(model, settings), wanted, lambda part: model.predict(part), settings, progress, "nli"
    )
    return np.stack([np.stack((known[(a, b)], known[(b, a)]))
                     for a, b in pairs])  # fmt: skip


def _shares(
    pairs: Sequence[tuple[Claim, Claim]], settings: Settings, progress: Progress, store: WorkStore | None = None,
    *, moments: Sequence[bool] | None = None,
) -> list[dict[str, float] | None]:  # fmt: skip
    """P(relation) of each pair by the relation model; None where the settings name none.

    Args:
        moments: for each pair, whether it is to be compared as of one moment.
    """
    model = load_relation(settings.models)
    if model is None or not pairs:
        return [None] * len(pairs)
    words = [wordings(a, b, one_moment=bool(moments and moments[n])) for n, (a, b) in enumerate(pairs)]
    wanted = list(dict.fromkeys(w for some in words for w in some))
    known = _stored(store, "relation", _maker(model, settings), wanted, model.predict, settings, progress, "relations")
    return [mean_share([known[w] for w in some], model.classes) for some in words]


def _maker(model: Embedder | PairClassifier | RelationClassifier, settings: Settings) -> str:
    return f"{checker.__version__}|{model.info.model_dump_json()}|{settings.models.max_tokens}|{settings.models.stride}"


def _stored(store, kind: str, maker: str, items: Sequence, compute: Callable, settings: Settings, progress, stage: str):
    """Compute vectors for items that are not stored yet, in chunks that are stored as they are finished."""
    names = {item: key(kind, maker, *([item] if isinstance(item, str) else item)) for item in items}
    found = {k: unpack(v) for k, v in store.get(list(names.values())).items()} if store else {}
    out = {item: found[name] for item, name in names.items() if name in found}
    todo = [item for item in items if item not in out]
    done = len(out)
    progress(stage, done, len(items))
    for start in range(0, len(todo), SAVE_EVERY):
        part = todo[start : start + SAVE_EVERY]
        rows = compute(part)
        out.update(zip(part, rows, strict=True))
        if store:
            store.put((names[item], pack(row)) for item, row in zip(part, rows, strict=True))
        done += len(part)
        progress(stage, done, len(items))
    return out


def _nli_verdict(row: dict[str, Any], both: np.ndarray) -> Verdict:
    """The NLI model's own answer: premise A, hypothesis B."""
    forward, backward = (Probabilities(**_distribution(p)) for p in both)
    label = LABELS[int(both[0].argmax())]
    reverse = LABELS[int(both[1].argmax())]
    relation = {"contradiction": "conflict", "neutral": "unrelated"}.get(label) or (
        "same" if reverse == "entailment" else "compatible"
    )
    if label == "neutral" and reverse == "entailment":
        relation = "compatible"
    return Verdict(
        id=row["id"], label=label, relation=relation, confidence=round(float(both[0].max()), 4),
        probabilities=DirectedProbabilities(a_to_b=forward, b_to_a=backward),
        kinds=("other",) if relation == "conflict" else (),
        comparisons=(Comparison(a=row["a"], b=row["b"], relation=relation, rule="nli_only"),),
        explanation=f"The NLI model alone reads the second claim as {label} given the first.",
        trace=(TraceStep(step="nli", rule="premise_a_hypothesis_b", result=label, weight=float(both[0].max())),
               TraceStep(step="nli", rule="premise_b_hypothesis_a", result=reverse, weight=float(both[1].max()))),
        spans=(SideSpan(side="a", start=0, end=len(row["a"]), text=row["a"]),
               SideSpan(side="b", start=0, end=len(row["b"]), text=row["b"])),
    )  # fmt: skip


def _distribution(p: np.ndarray) -> dict[str, float]:
    e, n, c = (float(x) for x in p)
    total = e + n + c
    return {"entailment": e / total, "neutral": n / total, "contradiction": c / total}


def build_report(
    inputs: Sequence[str | Path] | None = None,
    *,
    records: Iterable[Mapping[str, Any]] | None = None,
    settings: Settings | None = None,
    retrieved: datetime | None = None,
    on_error: Literal["skip", "stop"] = "skip",
    work: Path | None = None,
    decisions: Decisions | None = None,
    since: Report | None = None,
    progress: Progress = _quiet,
) -> Report:
    """Articles in, contradiction report out.

    Args:
        inputs: files and folders of articles.
        records: articles as mappings with the fields of the JSONL format, instead of or beside `inputs`.
        settings: thresholds and models.
        retrieved: when pages without a sidecar were fetched; relative times resolve against it.
        on_error: skip and report what cannot be read, or stop at it.
        work: database of finished work; a run that was killed goes on from it. None keeps everything in memory.
        decisions: findings that the user dismissed, and articles joined into one event or split.
        since: an earlier report; `changes` then says what is newly in conflict, resolved, corrected or grown.
        progress: told of each step.

    Raises:
        InputError: nothing was given, or something cannot be read and `on_error` is 'stop'.
    """
    settings = settings or Settings()
    if inputs is None and records is None:
        raise InputError("No articles were given. Pass files, folders or records.", code="no_input")
    store = WorkStore(work)
    try:
        articles, skipped, sources = _ingest(inputs, records, retrieved, on_error, progress)
        claims = _read(articles, settings, store, progress)
        vectors = _embed(claims, settings, store, progress)
        progress("match", 0, 1)
        events = find_events(articles, claims, vectors, settings.match, decisions)
        progress("match", 1, 1)
        tolls = _Tolls(claims, articles)
        findings, judged = _judge(articles, claims, vectors, events, tolls, settings, store, progress)
    finally:
        store.close()
    findings, dismissed = put_aside(findings, decisions or Decisions())
    made = _report(articles, claims, events, findings, skipped, sources, judged, tolls, settings)
    made = made.model_copy(update={"dismissed": dismissed})
    return made if since is None else made.model_copy(update={"since": since.created, "changes": changes(since, made)})


def _ingest(inputs, records, retrieved, on_error, progress):
    articles: list[Article] = []
    skipped, sources = [], []
    if inputs is not None:
        got = read_inputs(list(inputs), retrieved=retrieved, on_error=on_error,
                          progress=lambda done, of, name: progress("ingest", done, of))  # fmt: skip
        articles += got.articles
        skipped += got.skipped
        sources += got.inputs
    if records is not None:
        got = articles_from_records(list(records), retrieved=retrieved, on_error=on_error)
        taken = {a.id for a in articles}
        clash = next((a.id for a in got.articles if a.id in taken), None)
        if clash:
            raise InputError(f"Article id {clash!r} is in the files and in the records. Give ids that differ.",
                             code="duplicate_id")  # fmt: skip
        articles += got.articles
        skipped += got.skipped
        sources += got.inputs
    # one order whatever the order of the inputs, so that a report never depends on it
    return sorted(articles, key=lambda a: a.id), skipped, sources


def _read(articles: Sequence[Article], settings: Settings, store: WorkStore, progress: Progress) -> list[Claim]:
    maker = f"{checker.__version__}|{code_digest('checker.read')}|{settings.read.model_dump_json()}"
    names = [key("claims", maker, a.model_dump_json()) for a in articles]
    found = store.get(names)
    out: list[Claim] = []
    fresh: list[tuple[str, bytes]] = []
    for n, (article, name) in enumerate(zip(articles, names, strict=True), 1):
        if name in found:
            claims = [Claim.model_validate_json(line) for line in found[name].decode("utf-8").split("\n") if line]
        else:
            claims = list(read_article(article, vague=settings.read.vague or None))
            fresh.append((name, "\n".join(c.model_dump_json() for c in claims).encode("utf-8", "replace")))
        out += claims
        if len(fresh) >= SAVE_EVERY:
            store.put(fresh)
            fresh = []
        progress("read", n, len(articles))
    store.put(fresh)
    return out


def _embed(claims: Sequence[Claim], settings: Settings, store: WorkStore, progress: Progress) -> np.ndarray:
    """Vectors of the claims that can matter: each article's lead, and every claim with a figure or an act."""
    chosen: list[int] = []
    position: dict[str, int] = {}
    for n, claim in enumerate(claims):
        seen = position[claim.article] = position.get(claim.article, 0) + 1
        counts = any(q.comparable and q.measure for q in claim.quantities)
        acts = any(x.kind == "proposition" and x.predicate for x in claim.assertions)
        if seen <= LEAD_CLAIMS or counts or acts:
            chosen.append(n)
    model = load_embedder(settings.models)
    texts = list(dict.fromkeys(claims[n].text for n in chosen))
    known = _stored(store, "vector", _maker(model, settings), texts, model.encode, settings, progress, "embed")
    dim = len(next(iter(known.values()))) if known else 1
    out = np.zeros((len(claims), dim), dtype=np.float32)
    for n in chosen:
        out[n] = known[claims[n].text]
    return out


def _phrases(claims: Sequence[Claim], settings: Settings, store: WorkStore | None = None, progress: Progress = _quiet):
    """What the masked phrases of all figures of the claims count by example, by phrase."""
    wanted = list(dict.fromkeys(phrase_of(c, q) for c in claims for q in c.quantities if q.comparable))
    if not wanted:
        return {}
    model = load_embedder(settings.models)
    known = _stored(store, "vector", _maker(model, settings), wanted, model.encode, settings, progress, "figures")
    made = readings(np.stack([known[p] for p in wanted]), _bank(settings.models))
    return dict(zip(wanted, made, strict=True))


@lru_cache(maxsize=4)
def _bank(models: ModelSettings) -> Bank:
    """The example phrases of measures, embedded once a process: a server answers pair after pair."""
    return Bank(load_embedder(models).encode([phrase for _, phrase in examples()]))


def _likeness(a: Claim, b: Claim, phrases: Mapping[str, Reading]) -> dict[tuple[int, int], Likeness]:
    """How the masked phrases of every two figures compare, one of each claim."""
    if not phrases:
        return {}
    left, right = (
        [(q.start, phrases[p]) for q in c.quantities if q.comparable and (p := phrase_of(c, q)) in phrases] for c in (a, b)
    )
    return {(i, j): likeness(x, y) for i, x in left for j, y in right}


def _judge(articles, claims, vectors, events: Sequence[Event], tolls: _Tolls, settings: Settings, store, progress):
    by_id = {a.id: a for a in articles}
    findings: list[Finding] = []
    judged = 0
    propositions: list[tuple[Event, list]] = []
    heard: list[tuple[Event, Any, dict]] = []
    told = sorted({n for event in events if len(event.units) > 1 for n in event.claims})
    phrases = _phrases([claims[n] for n in told], settings, store, progress)
    for done, event in enumerate(events, 1):
        for fact in facts_of(event, claims, vectors, phrases, settings.match):
            verdicts = {}
            for i, j in pairs_of(fact, claims, settings.match):
                verdict = _judge_two(claims, vectors, phrases, i, j, None, fact.focus, settings)
                verdicts[(i, j)] = _beside_toll(verdict, claims, i, j, fact.focus, fact.name, tolls)
            judged += len(verdicts)
            heard.append((event, fact, verdicts))
        candidates = proposition_candidates(event, claims, vectors, settings.match)
        if candidates:
            propositions.append((event, candidates))
        progress("judge", done, len(events))
    # NLI reads the pairs whose figures are apart, and all pairs of propositions
    apart = [(claims[i].text, claims[j].text) for _, _, vs in heard for (i, j), v in vs.items()
             if v.relation in ("conflict", "dispute")]  # fmt: skip
    said = [(claims[c.a].text, claims[c.b].text) for _, cs in propositions for c in cs]
    pairs = list(dict.fromkeys(apart + said))
    nli = dict(zip(pairs, _nli_both(pairs, settings, progress, store), strict=True)) if pairs else {}
    asked = list(dict.fromkeys(
        [(i, j) for _, _, vs in heard for (i, j), v in vs.items() if v.relation in ("conflict", "dispute")]
        + [(c.a, c.b) for _, cs in propositions for c in cs]
    ))  # fmt: skip
    found = _shares([(claims[i], claims[j]) for i, j in asked], settings, progress, store)
    shares = dict(zip(asked, found, strict=True))
    for event, fact, verdicts in heard:
        for (i, j), verdict in verdicts.items():
            if verdict.relation in ("conflict", "dispute"):
                scores = nli[(claims[i].text, claims[j].text)]
                if shares[(i, j)] is not None:
                    verdict = _judge_two(claims, vectors, phrases, i, j, None, fact.focus, settings, shares[(i, j)])
                verdicts[(i, j)] = _hear(verdict, scores)
        findings += findings_of(_fact(event, fact.name, fact.focus, fact.claims, verdicts, claims, articles), by_id,
                                settings.report)  # fmt: skip
    for event, candidates in propositions:
        verdicts = {}
        for c in candidates:
            scores = nli[(claims[c.a].text, claims[c.b].text)]
            verdict = _judge_two(claims, vectors, phrases, c.a, c.b, scores, None, settings, shares[(c.a, c.b)])
            if _by_words(verdict):
                verdicts[(c.a, c.b)] = verdict
        judged += len(candidates)
        numbers = tuple(sorted({n for pair in verdicts for n in pair}))
        if numbers:
            findings += findings_of(_fact(event, None, {}, numbers, verdicts, claims, articles), by_id,
                                    settings.report)  # fmt: skip
    return rank(findings), judged


class _Tolls:
    """The killed and injured that each article states, read when they are asked for."""

    def __init__(self, claims: Sequence[Claim], articles: Sequence[Article]):
        self.claims: dict[str, list[Claim]] = {a.id: [] for a in articles}
        for claim in claims:
            self.claims[claim.article].append(claim)
        self._titles = {a.id: a.title for a in articles}
        self._known: dict[str, dict[str, Stated]] = {}

    def stated(self, article: str) -> dict[str, Stated]:
        """By measure; what the article does not state is missing."""
        if article not in self._known:
            told = casualties(self.claims[article], self._titles[article])
            found = (("killed", told.killed), ("injured", told.injured))
            self._known[article] = {name: count for name, count in found if count is not None}
        return self._known[article]

    def of(self, article: str) -> dict[str, int]:
        """The counts alone."""
        return {name: count.value for name, count in self.stated(article).items()}


def _beside_toll(verdict: Verdict, claims: Sequence[Claim], i: int, j: int, focus, measure: str | None, tolls: _Tolls) -> Verdict:
    if measure not in TOLLS or verdict.relation not in ("conflict", "dispute"):
        return verdict
    sides = claims[i], claims[j]
    figures = tuple(_closed(c, focus) for c in sides)
    before = tuple(claims[n - 1].text if n and claims[n - 1].article == claims[n].article else "" for n in (i, j))
    return not_the_toll(verdict, measure, sides, figures, (tolls.of(sides[0].article), tolls.of(sides[1].article)), before)  # type: ignore[arg-type]


def _closed(claim: Claim, focus: Mapping[str, frozenset[int]]) -> frozenset[float]:
    """The values of the claim's figures of the fact; empty where one is open, as "at least 12" is."""
    own = [q for q in claim.quantities if q.start in focus.get(claim.id, ())]
    if any(q.bound not in ("exact", "approximate") or q.value is None for q in own):
        return frozenset()
    return frozenset(q.value for q in own if q.value is not None)


def _judge_two(claims, vectors, phrases, i: int, j: int, scores, focus, settings: Settings, shares=None) -> Verdict:
    a, b = claims[i], claims[j]
    context = PairContext(same_event=True, same_article=a.article == b.article, cosine=float(vectors[i] @ vectors[j]),
                          phrases=_likeness(a, b, phrases), shares=shares)  # fmt: skip
    return judge_pair(a, b, scores, context, settings.judge, focus=focus)


def _by_words(verdict: Verdict) -> bool:
    """Whether the verdict rests on propositions: figures have facts of their own."""
    return any(s.step == "nli" for s in verdict.trace) and not any(s.step == "quantity" for s in verdict.trace)


def _hear(verdict: Verdict, scores: np.ndarray) -> Verdict:
    """Add what the NLI model says to a verdict on figures; it moves the confidence, never the relation."""
    contra = float(scores[:, 2].mean())
    step = TraceStep(step="nli", rule="both_directions", result=LABELS[int(scores.mean(axis=0).argmax())],
                     weight=round(0.5 - contra, 3))  # fmt: skip
    confidence = round(min(0.98, max(0.3, verdict.confidence + 0.1 * (contra - 0.5))), 4)
    return verdict.model_copy(update={"trace": (*verdict.trace, step), "confidence": confidence})


def _fact(event: Event, name, focus, numbers, verdicts, claims, articles) -> JudgedFact:
    place = {n: k for k, n in enumerate(numbers)}
    titles = tuple(t for u in event.units if u.main and (t := articles[u.article].title))
    return JudgedFact(
        event_id=event.id, event_titles=titles, measure=name, focus=focus, claims=tuple(claims[n] for n in numbers),
        verdicts={(place[i], place[j]): v for (i, j), v in verdicts.items()},
    )  # fmt: skip


def _info(article: Article, tolls: _Tolls) -> ArticleInfo:
    claims = tolls.claims[article.id]
    stated = {
        name: StatedCount(value=found.value, rule=found.rule, claim=None if found.claim == TITLE else claims[found.claim].id)
        for name, found in tolls.stated(article.id).items()
    }
    return ArticleInfo.of(article, len(claims), stated)


def _report(articles, claims, events, findings, skipped, sources, judged, tolls: _Tolls, settings: Settings) -> Report:
    relations = {r: sum(f.relation == r for f in findings) for r in
                 ("conflict", "dispute", "update", "undetermined", "compatible", "same")}  # fmt: skip
    loaded = (load_nli(settings.models), load_embedder(settings.models), load_relation(settings.models))
    models = tuple(m.info for m in loaded if m is not None)
    return Report(
        created=datetime.now(UTC),
        program_version=checker.__version__,
        inputs=tuple(sources),
        models=models,
        settings=settings.model_dump(mode="json"),
        articles=tuple(_info(a, tolls) for a in articles),
        findings=tuple(findings),
        skipped=tuple(skipped),
        counts={
            "articles": len(articles), "claims": len(claims), "events": len(events), "pairs_judged": judged,
            "outlets": len({a.outlet for a in articles if a.outlet}), "findings": len(findings),
            "undated": sum(a.published is None for a in articles), "no_outlet": sum(a.outlet is None for a in articles),
            "corrupted": sum("corrupted" in a.flags for a in articles), "copies": sum(a.copy_of is not None for a in articles),
            "unattributed": sum(c.speaker is None for c in claims), "skipped": len(skipped), **relations,
        },
    )  # fmt: skip
