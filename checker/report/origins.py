"""Independent origins: wire copies, one agency's credit and one speaker's words count once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.compare.sources import resolved, same_speaker
from checker.schema import Article, Claim


def origins_of(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[str]:
    """The origin of each claim: a name shared by the claims that go back to one source.

    Adding an exact copy of an article never adds an origin.
    """
    parent = list(range(len(claims)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    roots = [_root(articles, c.article) for c in claims]
    for i, a in enumerate(claims):
        for j in range(i):
            b = claims[j]
            one = (
                roots[i] == roots[j]
                or (a.carrier is not None and a.carrier == b.carrier)
                or same_speaker(a.speaker, b.speaker) == "same"
            )
            if one:
                parent[find(i)] = find(j)
    names: dict[int, str] = {}
    for i, claim in enumerate(claims):
        root = find(i)
        group = [c for k, c in enumerate(claims) if find(k) == root]
        names.setdefault(root, _name(group, claim, articles))
    return [names[find(i)] for i in range(len(claims))]


def _root(articles: Mapping[str, Article], article: str) -> str:
    seen = set()
    while article in articles and articles[article].copy_of and article not in seen:
        seen.add(article)
        article = articles[article].copy_of.of  # type: ignore[union-attr]
    return article


def _name(group: Sequence[Claim], claim: Claim, articles: Mapping[str, Article]) -> str:
    speakers = sorted({c.speaker for c in group if resolved(c.speaker)}, key=lambda s: (len(s), s))
    if speakers:
        return speakers[0]
    carriers = sorted({c.carrier for c in group if c.carrier})
    if carriers:
        return carriers[0]
    outlets = sorted({c.publisher for c in group if c.publisher})
    return outlets[0] if outlets else f"unknown outlet ({claim.article})"
