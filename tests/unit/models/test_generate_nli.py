"""The NLI pair generator: repeatable, splits disjoint, labels checked by brute force, balanced, not given away by the claim."""

import gzip
import importlib.util
import itertools
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

RECIPE = Path(__file__).parents[3] / "models" / "nli" / "generate.py"
spec = importlib.util.spec_from_file_location("nli_generate", RECIPE)
recipe = importlib.util.module_from_spec(spec)
spec.loader.exec_module(recipe)
spans = sys.modules["grammar.spans"]
lexicon = sys.modules["grammar.lexicon"]


@pytest.fixture(scope="module")
def rows():
    return list(recipe.generate("train", 9000, 5))


def test_the_same_seed_gives_the_same_pairs():
    first, again = (list(recipe.generate("train", 300, 7)) for _ in range(2))
    assert first == again
    assert first != list(recipe.generate("train", 300, 8))


def test_an_unknown_split_is_refused():
    with pytest.raises(ValueError, match="'train' or 'dev'"):
        next(recipe.generate("test", 1, 1))


def test_the_splits_share_no_word_list_entry_and_no_frame():
    train, dev = lexicon.load("train"), lexicon.load("dev")

    def entries(grammar):
        return {x for items in grammar.lists.values() for item in items for x in re.split(r" *[:;,] *", item) if x}

    assert not entries(train) & entries(dev)

    def nouns(grammar):
        return {n for s in grammar.scenes for f in s.facets.values() for n in f.nouns}

    # units of measure are shared; what is counted is not
    assert nouns(train) & nouns(dev) <= {"", "minutes", "tonnes"}

    def frames(grammar):
        return {
            t for s in grammar.scenes for t in [f for f, _ in s.frames] + [x for f in s.facets.values() for x in f.says]
        }

    # with the slots levelled, so that {s} against {N} would not hide a shared frame
    level = [{re.sub(r"{\w+}", "_", t) for t in frames(g)} for g in (train, dev)]
    assert not level[0] & level[1]
    assert not {s.name for s in train.scenes} & {s.name for s in dev.scenes}


# What the bounds mean, said again on its own for whole numbers.
HOLDS = {
    "exact": lambda x, v, w: x == v,
    "more": lambda x, v, w: x > v,
    "least": lambda x, v, w: x >= v,
    "less": lambda x, v, w: x < v,
    "most": lambda x, v, w: x <= v,
    "range": lambda x, v, w: v <= x <= w,
}


def by_sets(premise: set, hypothesis: set) -> str:
    if premise <= hypothesis:
        return "entailment"
    return "neutral" if premise & hypothesis else "contradiction"


def test_interval_labels_agree_with_counting_every_whole_number():
    everything = range(-5, 40)
    for (f, v), (g, w) in itertools.product(itertools.product(HOLDS, range(2, 9)), repeat=2):
        sets = [{x for x in everything if HOLDS[k](x, n, n + 3)} for k, n in ((f, v), (g, w))]
        got = spans.compare(spans.Quantity(f, v, v + 3, True), spans.Quantity(g, w, w + 3, True))
        assert got == by_sets(*sets), (f, v, g, w)


def test_the_cases_that_matter():
    def label(f, v, g, w):
        return spans.compare(spans.Quantity(f, v, v, True), spans.Quantity(g, w, w, True))

    assert label("exact", 450, "more", 300) == "entailment"
    assert label("exact", 450, "more", 500) == "contradiction"
    assert label("exact", 450, "less", 500) == "entailment"
    assert label("more", 300, "exact", 450) == "neutral"
    assert label("more", 300, "more", 200) == "entailment"
    assert label("more", 200, "more", 300) == "neutral"
    assert label("more", 300, "less", 200) == "contradiction"
    assert label("about", 500, "more", 500) == "neutral"
    assert label("nearly", 500, "more", 500) == "contradiction"
    assert label("exact", 450, "about", 500) is None  # is 450 about 500? readers differ, so no pair is made of it


BOUNDS = {
    "more": "more than|over|upwards of|in excess of|greater than|above",
    "least": "at least|no fewer than|no less than|a minimum of|not less than",
    "less": "less than|fewer than|under|below",
    "most": "at most|up to|no more than|not more than|a maximum of",
    "exact": "exactly|only|just|a total of",
}
BEFORE = {words: form for form, group in BOUNDS.items() for words in group.split("|")}
QUANTITY = re.compile(
    rf"(?:\b({'|'.join(sorted(BEFORE, key=len, reverse=True))}) )?\$?(\d[\d,]*(?:\.\d+)?)( million| billion)?(?:( [a-z ]+?)? or (more|fewer|less)\b)?",
    re.I,
)
UNREAD = re.compile(
    r"\b(between|from|to \d|about|around|roughly|approximately|some|nearly|almost|close to|just under|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|een)\w*"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|hundred|thousand)\b", re.I)  # fmt: skip


def read(text: str):
    """Every quantity of a sentence as (form, value), and the sentence with its quantities blanked out."""
    found = []

    def take(match):
        before, number, scale, noun, after = match.groups()
        value = float(number.replace(",", "").rstrip(".")) * {None: 1, " million": 1e6, " billion": 1e9}[scale]
        form = {"more": "least", "fewer": "most", "less": "most"}.get(after) or BEFORE.get(
            (before or "").lower(), "exact"
        )
        found.append((form, round(value, 2)))
        return "#" + (noun or "")

    return QUANTITY.sub(take, text), found


def brute(first, second, step: float) -> str:
    points = {0.0, 1e13}
    for _, v in (first, second):
        points |= {round(v + d * step, 2) for d in (-2, -1, 0, 1, 2)}
    points.add(round((first[1] + second[1]) / 2, 2 if step < 1 else 0))
    sets = [{x for x in points if HOLDS[f](x, v, v)} for f, v in (first, second)]
    return by_sets(*sets)


def test_labels_of_edited_figures_agree_with_a_reader_that_knows_only_the_text(rows):
    checked = Counter()
    for row in rows:
        if row["kind"] != "bound_edit" or UNREAD.search(f"{row['premise']} {row['hypothesis']}"):
            continue
        (left, p), (right, h) = read(row["premise"]), read(row["hypothesis"])
        if len(p) != len(h):
            continue
        bare = [re.sub("[^a-z]|dollars|per ?cent", "", t.lower()) for t in (left, right)]
        assert bare[0] == bare[1]
        answers = set()
        for step in (1, 0.01):  # counted or measured: the text does not say, so only agreement counts
            labels = [brute(a, b, step) for a, b in zip(p, h, strict=True) if a != b]
            answers.add(
                "contradiction" if "contradiction" in labels else "neutral" if "neutral" in labels else "entailment"
            )
        if len(answers) == 1:
            assert answers == {row["label"]}, row
            checked[row["label"]] += 1
    assert min(checked[x] for x in recipe.LABELS) > 100, checked


def test_labels_are_balanced_within_every_kind(rows):
    by_kind = defaultdict(Counter)
    for row in rows:
        by_kind[row["kind"]][row["label"]] += 1
    total = sum(by_kind.values(), Counter())
    assert all(abs(n / len(rows) - 1 / 3) < 0.03 for n in total.values()), total
    for kind, counts in by_kind.items():
        if kind != "lookalike":  # unrelated stories are neutral by their nature
            assert min(counts[x] for x in recipe.LABELS) / sum(counts.values()) > 0.22, (kind, counts)
    numeric = {k.__name__ for k in sys.modules["grammar.numeric"].KINDS}
    assert 0.55 < sum(r["kind"] in numeric for r in rows) / len(rows) < 0.7


def test_no_bound_word_tells_the_label(rows):
    for words in ("more than", "less than", "fewer than", "at least", "at most", "over", "under", "not", "never"):
        counts = Counter(r["label"] for r in rows if f" {words} " in f" {r['hypothesis'].lower()} ")
        share = max(counts.values()) / sum(counts.values())
        assert share < 0.36 + 1.5 / np.sqrt(sum(counts.values())), (words, counts)


def test_the_hypothesis_alone_is_near_chance(rows):
    text = [re.sub(r"\d[\d,.]*", lambda m: f"num{len(m[0])}", r["hypothesis"]) for r in rows]
    y = np.array([r["label"] for r in rows])
    x = CountVectorizer(min_df=3).fit_transform(text)
    model = LogisticRegression(max_iter=100, C=0.3).fit(x[:6000], y[:6000])
    assert model.score(x[6000:], y[6000:]) < 0.42


def test_the_command_writes_rows(tmp_path):
    out = tmp_path / "pairs.jsonl.gz"
    subprocess.run([sys.executable, RECIPE, "--split", "dev", "--count", "50", "--seed", "3", "--out", out], check=True)
    with gzip.open(out, "rt", encoding="utf-8") as handle:
        written = [json.loads(line) for line in handle]
    assert written == list(recipe.generate("dev", 50, 3))
    assert set(written[0]) == {"premise", "hypothesis", "label", "kind"}
