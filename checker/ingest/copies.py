"""Exact and near copies: a wire text printed by several outlets is one origin, however many print it.

Texts are compared as sets of word 5-grams (w-shingles: Broder 1997, "On the resemblance and containment of
documents"). Candidates come from an inverted index over a sample of the 5-grams, chosen by their hash (a "FracMinHash"
sketch: Irber et al. 2022); each candidate is then compared exactly. MinHash LSH finds resemblance only: a wire text
cut to its first third has a Jaccard similarity of 0.3 with the whole and would be lost, which is why containment is
looked at too.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from checker.schema import Article, Copy

WORDS_IN_GRAM = 5
# Jaccard similarity from which two texts are near copies: two reports of one event by different authors stay
# below 0.1, an edited wire copy above this.
NEAR_SIMILARITY = 0.5
# Share of the shorter text's 5-grams found in the longer one, from which the shorter is a cut of it...
CONTAINED_SHARE = 0.7
# ...if it has enough of them to tell, and is not a mere paragraph of a long round-up.
CONTAINED_GRAMS = 30
CONTAINED_SIZE = 0.15
# One 5-gram in so many is indexed. A copy by either rule shares 21 or more with its source, so that the chance of
# missing all of them is (1 - 1/4)^21 = 0.2 %; texts with few 5-grams are indexed whole.
SAMPLE = 4
WHOLE_BELOW = 200
# Readers kept for each indexed 5-gram, earliest first: copies are linked to the earliest, and a standing phrase
# ("anyone with information is asked to call") does not make the search quadratic.
MAX_POSTINGS = 12
# Candidates compared exactly for each article, those that share most of the sample first.
MAX_CANDIDATES = 40

_WORD = re.compile(r"\w+")
_BASE = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_BASE, i, 1 << 64) for i in range(WORDS_IN_GRAM)], dtype=np.uint64)


def words_of(text: str) -> list[str]:
    """The text's words, case, accents' encoding, punctuation and spacing set aside."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def grams_of(words: Sequence[str], ids: dict[str, int] | None = None) -> np.ndarray:
    """The sorted, distinct 64-bit hashes of the word 5-grams; of the whole, for a text of fewer words."""
    if not words:
        return np.empty(0, dtype=np.uint64)
    ids = {} if ids is None else ids
    numbers = np.fromiter((_word_id(word, ids) for word in words), dtype=np.uint64, count=len(words))
    if len(numbers) < WORDS_IN_GRAM:
        numbers = np.concatenate([numbers, np.zeros(WORDS_IN_GRAM - len(numbers), dtype=np.uint64)])
    count = len(numbers) - WORDS_IN_GRAM + 1
    total = np.zeros(count, dtype=np.uint64)
    for offset, power in enumerate(_POWERS):
        total += numbers[offset : offset + count] * power  # modulo 2^64 on purpose
    total ^= total >> np.uint64(31)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    total ^= total >> np.uint64(27)
    return np.unique(total)


def _word_id(word: str, ids: dict[str, int]) -> int:
    # hashlib and not hash(): the same in every process
    found = ids.get(word)
    if found is None:
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        found = ids[word] = int.from_bytes(digest, "big")
    return found


def similarity(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    """(Jaccard similarity, share of the smaller set in the other) of two gram sets; (0, 0) when one is empty."""
    if not len(a) or not len(b):
        return 0.0, 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared), shared / min(len(a), len(b))


def is_near(a: np.ndarray, b: np.ndarray) -> float | None:
    """The Jaccard similarity of two texts of which one copies the other, else None."""
    jaccard, contained = similarity(a, b)
    small, large = sorted((len(a), len(b)))
    cut = contained >= CONTAINED_SHARE and small >= CONTAINED_GRAMS and small >= CONTAINED_SIZE * large
    return jaccard if jaccard >= NEAR_SIMILARITY or cut else None


def link_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """`articles`, in their order, with `copy_of` set on each that repeats an earlier one.

    Earliest is the earliest `published` (a naive one is taken as UTC), then the first in `articles`; undated ones
    come after dated ones. A copy of a copy is linked to the first of the chain, so that one `of` names one origin;
    `similarity` is that with the text by which it was recognised. Where all dates are known and differ, the result
    does not depend on the order.
    """
    order = sorted(range(len(articles)), key=lambda i: (*_age(articles[i]), i))
    ids: dict[str, int] = {}
    exact: dict[str, int] = {}
    postings: dict[int, list[int]] = {}
    grams: dict[int, np.ndarray] = {}
    links: dict[int, Copy] = {}
    for i in order:
        words = words_of(articles[i].text)
        if not words:
            continue
        key = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        if key in exact:
            root = _root(exact[key], links, articles)
            links[i] = Copy(of=root, kind="exact", similarity=1.0)
            continue  # its grams are indexed already
        exact[key] = i
        mine = grams[i] = grams_of(words, ids)
        sample = (mine if len(mine) < WHOLE_BELOW else mine[mine % np.uint64(SAMPLE) == 0]).tolist()
        shared: dict[int, int] = {}
        for gram in sample:
            for other in postings.get(gram, ()):
                shared[other] = shared.get(other, 0) + 1
        best = sorted(shared, key=lambda other: (-shared[other], _age(articles[other]), other))[:MAX_CANDIDATES]
        near = [(value, other) for other in best if (value := is_near(mine, grams[other])) is not None]
        if near:
            value, other = min(near, key=lambda pair: (_age(articles[pair[1]]), pair[1]))
            links[i] = Copy(of=_root(other, links, articles), kind="near", similarity=value)
        for gram in sample:
            readers = postings.setdefault(gram, [])
            if len(readers) < MAX_POSTINGS:
                readers.append(i)
    return tuple(
        article if article.copy_of == links.get(i) else article.model_copy(update={"copy_of": links.get(i)})
        for i, article in enumerate(articles)
    )


def _age(article: Article) -> tuple[bool, datetime]:
    when = article.published
    if when is None:
        return True, datetime.max.replace(tzinfo=UTC)
    return False, when if when.tzinfo else when.replace(tzinfo=UTC)


def _root(index: int, links: dict[int, Copy], articles: Sequence[Article]) -> str:
    """The id at the head of the chain that article `index` belongs to: links always point at a head."""
    return links[index].of if index in links else articles[index].id
