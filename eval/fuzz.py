"""Reading of mutated articles, for as long as is asked: no crash, no span that does not slice back, no superlinear cost."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import Field

from checker.schema import Article
from checker.schema.base import Record

ODD = ("\u200b", "\ufeff", "\u202e", "\x00", "\u0301", "\U0001f6a8", "ﬁ", "Ⅻ", "½", "١٢", "\r\n", "\t", "“", "”", "’", '"', "(", ")", "—", "-", ".", ",", "…", "%", "$", "1e9", "0" * 40, "of ", "and ", "'s ", "Mr. ", "U.S. ")  # fmt: skip
MOST = 20_000  # characters of a mutated text
SLOW_AT = 12.0  # ten times the text may cost this many times the time
LEAST_SECONDS = 0.02  # below that, a ratio of times says nothing
EVERY = 25  # a text's growth is timed this often
REPEATS = 3


class Failure(Record):
    """A text that reading fails on, and how."""

    kind: str
    message: str
    seed: int
    text: str


class FuzzResult(Record):
    """What was run and what failed."""

    texts: int
    characters: int
    seconds: float
    growth_tested: int
    worst_growth: float = Field(description="largest time of ten texts in one over ten times one text's time, times ten")
    failures: tuple[Failure, ...]


def mutate(text: str, others: Sequence[str], rng: random.Random) -> str:
    """A text with a few random edits: pieces lost, doubled, moved, odd characters, another article's words."""
    for _ in range(rng.randint(1, 12)):
        if not text:
            return rng.choice(others)[:MOST]
        i = rng.randrange(len(text))
        j = min(len(text), i + int(rng.expovariate(1 / 25)) + 1)
        match rng.randrange(8):
            case 0:
                text = text[:i] + text[j:]
            case 1:
                text = text[:j] + text[i:j] * rng.randint(1, 30) + text[j:]
            case 2:
                text = text[:i] + rng.choice(ODD) * rng.randint(1, 4) + text[i:]
            case 3:
                other = rng.choice(others)
                k = rng.randrange(max(1, len(other)))
                text = text[:i] + other[k : k + rng.randint(1, 300)] + text[i:]
            case 4:
                text = text[:i] + text[i:j].swapcase() + text[j:]
            case 5:
                text = text[j:] + text[:j]
            case 6:
                text = text[:i] + "".join(chr(rng.choice((rng.randrange(32, 127), rng.randrange(160, 0x2FFF)))) for _ in range(j - i)) + text[j:]
            case _:
                words = text.split(" ")
                k = rng.randrange(len(words))
                rng.shuffle(part := words[k : k + 12])
                text = " ".join([*words[:k], *part, *words[k + 12 :]])
        text = text[:MOST]
    return text.encode("utf-8", "ignore").decode("utf-8")


def read(text: str):
    """Claims of a bare text, and what its article states."""
    from checker.read import read_article
    from checker.read.casualties import casualties

    article = Article(id="fuzz", text=text, title=text[:80])
    claims = read_article(article)
    casualties(claims, article.title)
    return claims


def slices(text: str, claims) -> str | None:
    """The first span that does not slice back to what it says it quotes; None where all do."""
    for claim in claims:
        spans = [(claim.start, claim.end, claim.text)]
        spans += [(q.start, q.end, q.text) for q in claim.quantities]
        spans += [(a.start, a.end, a.text) for a in claim.assertions]
        spans += [(p.start, p.end, p.name) for p in claim.places if not p.added and p.start is not None]
        if claim.attribution is not None and claim.attribution.start is not None:
            spans.append((claim.attribution.start, claim.attribution.end, claim.attribution.text))
        for start, end, said in spans:
            if said is not None and text[start:end] != said:
                return f"{start}:{end} is {text[start:end]!r}, not {said!r}"
    return None


def growth(text: str, clock: Callable[[], float] = time.perf_counter) -> float | None:
    """How many times longer ten copies of the text take than one; None where one is too quick to be timed."""

    def cost(some: str) -> float:
        times = []
        for _ in range(REPEATS):
            start = clock()
            read(some)
            times.append(clock() - start)
        return min(times)

    one = cost(text)
    return cost("\n\n".join([text] * 10)) / one if one >= LEAST_SECONDS else None


def fuzz(texts: Sequence[str], seconds: float, seed: int = 0, say: Callable[[str], None] = lambda line: None) -> FuzzResult:
    """Read mutated texts for `seconds`; every failure is kept with its text and seed."""
    started = time.monotonic()
    said = started
    done = characters = timed = 0
    worst = 0.0
    failures: list[Failure] = []
    while time.monotonic() - started < seconds:
        number = seed * 1_000_003 + done
        rng = random.Random(number)
        text = mutate(rng.choice(texts)[:MOST], texts, rng)
        done += 1
        characters += len(text)
        try:
            wrong = slices(text, read(text))
            if wrong:
                failures.append(Failure(kind="span", message=wrong, seed=number, text=text))
        except Exception as error:
            failures.append(Failure(kind="crash", message=f"{type(error).__name__}: {error}", seed=number, text=text))
            continue
        if done % EVERY == 0 and (times := growth(text[:4000])) is not None:
            timed += 1
            if times > SLOW_AT:
                times = min(times, growth(text[:4000]) or times)  # what else ran on the machine is no fault of the text
            worst = max(worst, times)
            if times > SLOW_AT:
                failures.append(Failure(kind="slow", message=f"ten times the text took {times:.1f} times as long", seed=number, text=text[:4000]))
        if time.monotonic() - said > 30:
            said = time.monotonic()
            say(f"{done} texts in {said - started:.0f} s, {len(failures)} failures, worst growth {worst:.1f}")
    return FuzzResult(texts=done, characters=characters, seconds=round(time.monotonic() - started, 1), growth_tested=timed,
                      worst_growth=round(worst, 2), failures=tuple(failures))  # fmt: skip


def texts_of(paths: Sequence[Path]) -> list[str]:
    """The texts of articles to start from."""
    from checker.ingest import read_inputs

    return [article.text for article in read_inputs(list(paths)).articles]
