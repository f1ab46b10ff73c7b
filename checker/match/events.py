"""Events: units of articles clustered by average linkage, which place and time speak for or against.

Connected components at a loose threshold join most of a news corpus into one; average linkage inside each component
does not chain; pairs that are never near count as similarity 0 in the average.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.match.units import Unit, units_of
from checker.schema import Article, Claim, Decisions
from checker.settings import MatchSettings

# Logistic model of "two units are one event" over `features`; fitted by models/events/fit.py on the public incident
# corpus and on ECB+ (pairs of units, by event), so that 0.5 is an even chance. Two were then made stronger by hand,
# `apart` (fitted -0.55) and `window` (fitted 0.06): ECB+ has no dates and few places, and a wrong merge hurts more
# than a missed one. The fit was made with VETO_DAYS = 12; with 6 it gives nearly the same weights.
WEIGHTS: dict[str, float] = {
    "bias": -2.39, "embedding": -6.48, "nearest": 4.18, "tfidf": 22.03, "place": 0.52, "apart": -1.5, "value": 1.06,
    "days": -0.28, "window": -0.4,
}  # fmt: skip
# An average over fewer candidates than this is recomputed densely; larger components are first cut harder.
DENSE_MOST = 2500
VETO_DAYS = 6.0


@dataclass(frozen=True)
class Event:
    """What happened where and when, as far as the articles show: units that tell of it."""

    id: str
    units: tuple[Unit, ...]
    claims: tuple[int, ...]


def texts_of(articles: Sequence[Article], claims: Sequence[Claim], units: Sequence[Unit]) -> list[str]:
    """The words of each unit; the main unit has the title as well, twice."""
    out = []
    for unit in units:
        title = articles[unit.article].title or ""
        words = " ".join(claims[i].text for i in unit.claims)
        out.append(f"{title} {title} {words}" if unit.main else words)
    return out


def find_units(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Unit]:
    """All units of all articles. `claims` must be grouped by article, in the order of `articles`."""
    position = {article.id: i for i, article in enumerate(articles)}
    grouped: list[list[Claim]] = [[] for _ in articles]
    offsets = [0] * len(articles)
    for number, claim in enumerate(claims):
        owner = position[claim.article]
        if not grouped[owner]:
            offsets[owner] = number
        grouped[owner].append(claim)
    return [u for i, a in enumerate(articles) for u in units_of(i, a, grouped[i], offsets[i])]


def similarity(units: Sequence[Unit], claims: Sequence[Claim], vectors: np.ndarray, tfidf, pairs: np.ndarray) -> np.ndarray:
    """Probability that each pair of units is one event; 0 where time forbids it.

    Args:
        vectors: unit-length claim vectors, shape (claims, dim); rows of claims that were not embedded are 0.
        tfidf: sparse L2-normalised matrix, a row a unit.
        pairs: int array of shape (n, 2).
    """
    means = unit_vectors(units, vectors)
    out = np.zeros(len(pairs), dtype=np.float32)
    values = [_values(u, claims) for u in units]
    dots = np.asarray(tfidf[pairs[:, 0]].multiply(tfidf[pairs[:, 1]]).sum(axis=1)).ravel()
    for n, (i, j) in enumerate(pairs):
        u, v = units[i], units[j]
        if vetoed(u, v):
            continue
        f = features(u, v, means[i], means[j], vectors, dots[n], values[i], values[j])
        out[n] = 1.0 / (1.0 + np.exp(-sum(WEIGHTS[k] * x for k, x in f.items())))
    return out


def features(u: Unit, v: Unit, mean_u, mean_v, vectors, dot: float, values_u, values_v) -> dict[str, float]:
    """What the logistic model sees of two units."""
    a, b = vectors[list(u.claims)], vectors[list(v.claims)]
    gap = abs((u.published - v.published).total_seconds()) / 86400 if u.published and v.published else 2.0
    return {
        "bias": 1.0,
        "embedding": float(mean_u @ mean_v),
        "nearest": float((a @ b.T).max()) if len(a) and len(b) else 0.0,
        "tfidf": float(dot),
        "place": 1.0 if u.places & v.places else 0.5 if u.regions & v.regions else 0.0,
        "apart": 1.0 if u.regions and v.regions and not u.regions & v.regions else 0.0,
        "value": 1.0 if values_u & values_v else 0.0,
        "days": min(gap, 14.0),
        "window": min(_window_gap(u, v), 7.0),
    }


def _window_gap(u: Unit, v: Unit) -> float:
    """Days between the event times that two units state first; 0 where either states none."""
    return abs((u.start - v.start).total_seconds()) / 86400 if u.start and v.start else 0.0


def vetoed(u: Unit, v: Unit) -> bool:
    """Whether two units can never be one event: they are apart in one article, or tell of other weeks."""
    return u.article == v.article or _window_gap(u, v) > VETO_DAYS


def unit_vectors(units: Sequence[Unit], vectors: np.ndarray) -> np.ndarray:
    """Mean claim vector of each unit, unit length."""
    out = np.zeros((len(units), vectors.shape[1]), dtype=np.float32)
    for i, unit in enumerate(units):
        mean = vectors[list(unit.claims)].sum(axis=0)
        norm = np.linalg.norm(mean)
        out[i] = mean / norm if norm > 0 else mean
    return out


def _values(unit: Unit, claims: Sequence[Claim]) -> frozenset[tuple[str, float]]:
    return frozenset(
        (q.measure, q.value) for i in unit.claims for q in claims[i].quantities if q.measure and q.value
    )


def candidates(units: Sequence[Unit], vectors: np.ndarray, tfidf, settings: MatchSettings) -> np.ndarray:
    """Pairs of units worth scoring: each one's nearest by embedding and by words, within the time allowed."""
    count = len(units)
    means = unit_vectors(units, vectors)
    keep: set[tuple[int, int]] = set()
    k = min(settings.neighbours, count - 1)
    if k <= 0:
        return np.zeros((0, 2), dtype=np.int64)
    for start in range(0, count, 512):
        rows = slice(start, min(start + 512, count))
        for scores, least in (
            (means[rows] @ means.T, settings.claim_cosine),
            (np.asarray((tfidf[rows] @ tfidf.T).todense(), dtype=np.float32), 0.05),
        ):
            near = np.argpartition(-scores, k, axis=1)[:, : k + 1]
            for local, columns in enumerate(near):
                i = start + local
                for j in columns:
                    if i != j and scores[local, j] >= least and _near_in_time(units[i], units[j], settings):
                        keep.add((min(i, int(j)), max(i, int(j))))
    return np.array(sorted(keep), dtype=np.int64).reshape(-1, 2)


def _near_in_time(u: Unit, v: Unit, settings: MatchSettings) -> bool:
    if u.published is None or v.published is None:
        return True
    return abs((u.published - v.published).total_seconds()) <= settings.event_days * 86400


def word_vectors(texts: Sequence[str]):
    """TF-IDF rows of the units, sublinear, L2-normalised."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", token_pattern=r"(?u)\b\w[\w'’-]+\b")
    try:
        return vectorizer.fit_transform(texts)
    except ValueError:  # nothing but stop words
        return csr_matrix((len(texts), 1), dtype=np.float32)


def find_events(
    articles: Sequence[Article], claims: Sequence[Claim], vectors: np.ndarray, settings: MatchSettings,
    decisions: Decisions | None = None,
) -> list[Event]:
    """Cluster the units of all articles into events. Deterministic, whatever the order of the articles.

    Args:
        decisions: articles that the user joined or split: their main units are in one event, or never in one.
    """
    units = find_units(articles, claims)
    if not units:
        return []
    tfidf = word_vectors(texts_of(articles, claims, units))
    pairs = candidates(units, vectors, tfidf, settings)
    scores = similarity(units, claims, vectors, tfidf, pairs) if len(pairs) else np.zeros(0)
    labels = cluster(len(units), pairs, scores, settings.event_linkage)
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(labels):
        groups.setdefault(int(label), []).append(index)
    _home(groups, units)
    if decisions is not None:
        _decide(groups, units, articles, decisions)
    events = []
    for members in groups.values():
        chosen = tuple(units[i] for i in members)
        numbers = tuple(sorted(n for u in chosen for n in u.claims))
        events.append(Event(id=f"e:{min(claims[n].id for n in numbers)}", units=chosen, claims=numbers))
    return sorted(events, key=lambda e: e.id)


def _home(groups: dict[int, list[int]], units: Sequence[Unit]) -> None:
    """Give a part of an article that is an event for nobody else back to the article's main event.

    It was set apart for naming another region ("the observatory in Quito measured 6.1"); if no other article tells of
    that event, it is more likely a part of this one. The judge still keeps other places and times apart.
    """
    mains = {units[i].article: label for label, members in groups.items() for i in members if units[i].main}
    for label in [label for label, members in groups.items() if len(members) == 1 and not units[members[0]].main]:
        (index,) = groups[label]
        home = mains.get(units[index].article)
        if home is not None and home != label:
            groups[home] = sorted([*groups[home], index])
            del groups[label]


def _decide(
    groups: dict[int, list[int]], units: Sequence[Unit], articles: Sequence[Article], decisions: Decisions
) -> None:
    """Apply the user's decisions on the events of articles: joins first, then splits.

    A split moves the article that is named later, with what it tells of that event, into an event of its own (or into
    that of another article of its side, if a join says so).
    """
    main = {articles[u.article].id: i for i, u in enumerate(units) if u.main}

    def event_of(index: int) -> int:
        return next(label for label, members in groups.items() if index in members)

    for group in decisions.join:
        indices = [main[a] for a in group.articles if a in main]
        labels = sorted({event_of(i) for i in indices})
        for label in labels[1:]:
            groups[labels[0]] = sorted([*groups[labels[0]], *groups.pop(label)])
    joined = [frozenset(g.articles) for g in decisions.join]
    for group in decisions.split:
        known = [a for a in group.articles if a in main]
        for k, first in enumerate(known):
            for second in known[k + 1 :]:
                label = event_of(main[first])
                if event_of(main[second]) != label:
                    continue
                side = {second}.union(*(j for j in joined if second in j)) - {first}
                numbers = {i for i, u in enumerate(units) if articles[u.article].id in side}
                moved = [i for i in groups[label] if i in numbers]
                groups[label] = [i for i in groups[label] if i not in numbers]
                groups[max(groups) + 1] = moved


def cluster(count: int, pairs: np.ndarray, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Average-linkage clusters: connected components first, then the mean similarity inside each.

    Pairs that were never candidates count as 0, which is what keeps chains apart.
    """
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial.distance import squareform

    labels = np.arange(count)
    level = threshold
    while True:
        strong = scores >= level
        graph = coo_matrix((np.ones(strong.sum()), (pairs[strong, 0], pairs[strong, 1])), shape=(count, count))
        _, component = connected_components(graph, directed=False)
        if not len(component) or np.bincount(component).max() <= DENSE_MOST or level > 0.99:
            break
        level += (1 - level) / 3
    where = {}
    for n, (i, j) in enumerate(pairs):
        if component[i] == component[j]:
            where.setdefault(component[i], []).append(n)
    following = count
    for members_of, numbers in where.items():
        members = np.flatnonzero(component == members_of)
        if len(members) < 2:
            continue
        place = {int(m): k for k, m in enumerate(members)}
        distance = np.ones((len(members), len(members)), dtype=np.float64)
        np.fill_diagonal(distance, 0.0)
        for n in numbers:
            i, j = place[int(pairs[n, 0])], place[int(pairs[n, 1])]
            distance[i, j] = distance[j, i] = 1.0 - float(scores[n])
        tree = linkage(squareform(distance, checks=False), method="average")
        for member, label in zip(members, fcluster(tree, 1.0 - threshold, criterion="distance"), strict=True):
            labels[member] = following + label
        following += len(members) + 1
    return labels
