"""Recipe: train the small English pipeline (tagger, morphology, lemmas, dependencies, names) on two UD treebanks.

    python models/parser/train.py --data DIR --out RUN

`DIR` holds `{ewt,gum}_{train,dev,test}.conllu.gz`; see card.md for their licences. The command reads them, trains what
config.cfg says, keeps the step that is best on both dev parts (`RUN/best`), measures it on dev and test (`RUN/scores.json`)
and writes it packed to `RUN/weights`, which `spacy.load` takes. The run is resumable: start the same command again and it goes on from the
newest checkpoint (weights, optimizer, place in the epoch). `--measure dev` leaves the test parts alone, for trials.

Needs spaCy 3.8 and nothing else: no word vectors, no hub. One thread is enough (`OMP_NUM_THREADS=1`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.schemas import ConfigSchemaTraining
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.util import fix_random_seed, load_config, load_model_from_path, registry, resolve_dot_names

HERE = Path(__file__).parent
TREEBANKS = ("ewt", "gum")

# GUM marks every mention (pronouns and descriptions too, nested) with one of ten types. Kept: mentions whose head is a
# proper noun (XPOS NNP or NNPS), cut down to the name itself, and times that hold a figure, a name or a unit. Not kept:
# plain descriptions, and amounts, which GUM has no type for ("abstract" holds them among much else).
KINDS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "time": "TIME", "event": "MISC", "object": "MISC",
         "abstract": "MISC", "animal": "MISC", "plant": "MISC", "substance": "MISC"}  # fmt: skip
NAME = frozenset({"NNP", "NNPS"})
# What may stand between two proper nouns of one name ("Smith-Jones", "Bank of the West").
JOINTS = {"PERSON": frozenset("- de von van der del la du bin al .".split())}
JOINTS |= {kind: JOINTS["PERSON"] | {"of", "the", "&"} for kind in ("PLACE", "ORG", "MISC")}
JOINTS["ORG"] = JOINTS["MISC"] = JOINTS["ORG"] | {"for", "in", "on", "and"}
# A time ends before these, and does not end with those.
TIME_STOPS = {"VERB", "AUX", "SCONJ", "PRON", "PUNCT", "INTJ"}
TIME_WEAK = {"DET", "ADP", "PART", "CCONJ", "PUNCT", "SYM"}
TIME_UNITS = frozenset(
    "second minute hour day week weekend month quarter season year decade century millennium today yesterday tomorrow tonight "
    "morning noon afternoon evening night midnight spring summer autumn fall winter a.m. p.m. am pm".split()
)
LONGEST_TIME = 7
# Sentences of a paragraph that a training document holds, at most: enough to learn where sentences end.
MOST = 6


@dataclass
class Sentence:
    """One sentence of a treebank. Words of a multiword token ("don't") stand alone, as UD and spaCy's tokenizer have them."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str]] | None = None
    paragraph: int = 0
    genre: str = ""


def read(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; the text that their words give is held against its own `# text` line."""
    marked = path.name.startswith("gum")
    paragraph, genre, text, rows = 0, "", "", []
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            line = line.rstrip("\n")
            if re.match(r"# newpar( |$)|# newdoc", line):
                paragraph += 1
                if line.startswith("# newdoc id = "):
                    genre = re.split("[-_]", line[14:].removeprefix("GUM_"))[0]
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                sentence = convert(rows, marked)
                sentence.paragraph, sentence.genre = paragraph, genre
                assert string([sentence]).split() == text.split(), "words do not give the text"
                yield sentence
                rows = []


def convert(rows: list[list[str]], marked: bool) -> Sentence:
    """Columns to lists. Empty nodes are dropped; a space follows the last word of a multiword token if it follows the token."""
    out, until, after, entities = Sentence(), 0, True, []
    for number, form, lemma, upos, xpos, feats, head, dep, _, misc in rows:
        if "." in number:
            continue
        space = "SpaceAfter=No" not in misc.split("|")
        if "-" in number:
            until, after = int(number.split("-")[1]), space
            continue
        place = int(number)
        out.words.append(form)
        out.spaces.append(space if place > until else after if place == until else False)
        out.lemmas.append(lemma)
        out.upos.append(upos)
        out.xpos.append(xpos)
        out.feats.append("" if feats == "_" else feats)
        out.heads.append(int(head) - 1 if head != "0" else place - 1)
        out.deps.append("ROOT" if dep == "root" else dep)
        entities.append(next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), ""))
    if marked:
        out.names = names(out, mentions(entities))
    return out


def mentions(marks: list[str]) -> list[tuple[int, int, str]]:
    """(first, last + 1, type) of each unbroken mention, from GUM's bracket notation."""
    opened: dict[str, list[tuple[int, str]]] = {}
    found, last = [], ""
    for i, mark in enumerate(marks):
        for begin, end in re.findall(r"\(([^()]+)|([^()]*)\)", mark):
            if begin:
                last, kind = begin.split("-")[:2]
                opened.setdefault(last, []).append((i, kind))
            else:
                # an empty one closes what was opened just before it: a mention of one word
                group = end or last
                first, kind = opened[group].pop()
                if "[" not in group:
                    found.append((first, i + 1, kind))
    return found


def names(s: Sentence, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Flat spans: each mention cut down to its name, a longer one before a shorter one that it overlaps."""
    spans = []
    for first, end, mention in found:
        kind = KINDS[mention]
        span = time_span(s, first, end) if kind == "TIME" else name_span(s, first, end, kind)
        if span:
            spans.append((*span, kind))
    # a person's name does not hold the place or body that the person is of
    for n, (first, end, kind) in enumerate(spans):
        if kind == "PERSON":
            inner = [e for f, e, k in spans if k != "PERSON" and f == first and e < end]
            spans[n] = (max(inner, default=first), end, kind)
    taken: set[int] = set()
    out = []
    for first, end, kind in sorted(spans, key=lambda x: (x[0] - x[1], x)):
        if not taken & set(range(first, end)):
            taken |= set(range(first, end))
            out.append((first, end, kind))
    return sorted(out)


def name_span(s: Sentence, first: int, end: int, kind: str) -> tuple[int, int] | None:
    """The run of proper nouns, with their joints, around the head of the mention."""
    head = next((i for i in range(first, end) if not first <= s.heads[i] < end or s.heads[i] == i), first)
    if s.xpos[head] not in NAME:
        return None
    low = high = head
    for step, limit in ((-1, first - 1), (1, end)):
        i = head
        while i != limit and (s.xpos[i] in NAME | {"CD"} or s.words[i].lower() in JOINTS[kind]):
            if s.xpos[i] in NAME or (s.xpos[i] == "CD" and step > 0):
                low, high = min(low, i), max(high, i)
            i += step
    return low, high + 1


def time_span(s: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """A time up to its first verb, pronoun, mark or foreign preposition; without what trails."""
    stop = first
    while stop < end and (s.upos[stop] not in TIME_STOPS or s.words[stop] in {"-", ","}):
        if s.upos[stop] == "ADP" and s.lemmas[stop] not in {"of", "to"}:
            break
        stop += 1
    while stop > first and s.upos[stop - 1] in TIME_WEAK:
        stop -= 1
    inside = range(first, stop)
    if not any(s.upos[i] in {"NUM", "PROPN"} or s.lemmas[i].lower() in TIME_UNITS for i in inside) or len(inside) > LONGEST_TIME:
        return None
    return first, stop


def string(sentences: list[Sentence]) -> str:
    return "".join(w + " " * gap for s in sentences for w, gap in zip(s.words, s.spaces, strict=True))


def gold(vocab, sentences: list[Sentence]) -> Doc:
    """A document with everything the treebank says. Without entity marks (EWT) its entities are missing, not absent."""
    heads, tags, start = [], [], 0
    for s in sentences:
        heads += [start + h for h in s.heads]
        tags += ["O"] * len(s.words)
        for first, end, kind in s.names or []:
            tags[start + first : start + end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - first - 1)
        start += len(s.words)

    def flat(name: str) -> list:
        return [x for s in sentences for x in getattr(s, name)]

    return Doc(
        vocab, words=flat("words"), spaces=flat("spaces"), lemmas=flat("lemmas"), pos=flat("upos"), tags=flat("xpos"),
        morphs=flat("feats"), deps=flat("deps"), heads=heads, ents=None if sentences[0].names is None else tags
    )  # fmt: skip


def bare(vocab, s: Sentence) -> Doc:
    """The gold words of one sentence and nothing else; it stays one sentence."""
    return Doc(vocab, words=s.words, spaces=s.spaces, sent_starts=[i == 0 for i in range(len(s.words))])


def paragraphs(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    out: list[list[Sentence]] = []
    for s in sentences:
        if out and out[-1][-1].paragraph == s.paragraph:
            out[-1].append(s)
        else:
            out.append([s])
    return out


@registry.readers("claim_checker.treebanks.v1")
def treebanks(data: str, part: str, leave_out: list[str]) -> Callable[[Language], Iterator[Example]]:
    """Reader for config.cfg. Training: pieces of paragraphs, shuffled and cut anew in each pass; every other one keeps the
    treebank's words and the rest are tokenised by spaCy and aligned, as they will be in use. Dev: paragraphs, by spaCy."""
    units = [unit for name in TREEBANKS for unit in paragraphs(read(Path(data) / f"{name}_{part}.conllu.gz"))]
    units = [unit for unit in units if unit[0].genre not in leave_out]
    passes = 0

    def examples(nlp: Language, number: int | None = None) -> Iterator[Example]:
        nonlocal passes
        number, passes = passes if number is None else number, passes + 1
        rng = random.Random(number)
        pieces = units
        if part == "train":
            pieces = []
            for unit in units:
                while unit:
                    size = rng.randint(1, MOST)
                    pieces.append(unit[:size])
                    unit = unit[size:]
            rng.shuffle(pieces)
        for piece in pieces:
            reference = gold(nlp.vocab, piece)
            if part == "train" and rng.random() < 0.5:
                predicted = Doc(nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference])
            else:
                predicted = nlp.make_doc(reference.text)
            yield Example(predicted, reference)

    return examples


def keys(nlp: Language) -> list[tuple[int, str]]:
    """The optimizer's keys in pipeline order: node ids differ between processes, the order does not."""
    models = [pipe.model for _, pipe in nlp.pipeline if getattr(pipe, "is_trainable", False)]
    return [(node.id, name) for model in models for node in model.walk() for name in node.param_names]


def save(nlp: Language, optimizer, out: Path, state: dict) -> None:
    """Weights, the optimizer's moments and averages, and the place in the run, swapped in at once."""
    new, last = out / "last.tmp", out / "last"
    shutil.rmtree(new, ignore_errors=True)
    nlp.to_disk(new)
    arrays = {}
    for n, key in enumerate(keys(nlp)):
        if key in optimizer.mom1:
            arrays |= {f"{n}.mom1": optimizer.mom1[key], f"{n}.mom2": optimizer.mom2[key], f"{n}.mean": optimizer.averages[key]}
            arrays[f"{n}.count"] = np.array(optimizer.nr_update[key])
    np.savez(new / "optimizer.npz", **arrays)
    (new / "state.json").write_text(json.dumps(state))
    shutil.rmtree(last, ignore_errors=True)
    new.rename(last)


def restore(nlp: Language, optimizer, last: Path) -> dict:
    with np.load(last / "optimizer.npz") as arrays:
        for n, key in enumerate(keys(nlp)):
            if f"{n}.mom1" in arrays:
                optimizer.mom1[key], optimizer.mom2[key] = arrays[f"{n}.mom1"], arrays[f"{n}.mom2"]
                optimizer.averages[key] = arrays[f"{n}.mean"]
                optimizer.nr_update[key] = int(arrays[f"{n}.count"])
    # spaCy does not load this one table, without which every lemma would be taught as the first edit
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: n for n, tree in enumerate(lemmatizer.cfg["labels"])}
    state = json.loads((last / "state.json").read_text())
    for _ in range(state["step"]):
        optimizer.step_schedules()
    return state


def train(config, out: Path, minutes: float) -> None:
    """Until max_steps, patience or the clock. As `spacy train`, with a checkpoint that holds the optimizer."""
    fix_random_seed(config["training"]["seed"])
    settings = registry.resolve(config["training"], schema=ConfigSchemaTraining)
    pieces, dev = resolve_dot_names(config, [settings["train_corpus"], settings["dev_corpus"]])
    optimizer, weights = settings["optimizer"], settings["score_weights"]
    if (out / "last").exists():
        nlp = load_model_from_path(out / "last")
        state = restore(nlp, optimizer, out / "last")
        print(f"resumed at step {state['step']}", flush=True)
    else:
        nlp = init_nlp(config)
        state = {"step": 0, "epoch": 0, "done": 0, "best": 0.0, "best_step": 0, "seconds": 0.0}
        print({name: len(labels) for name, labels in nlp.pipe_labels.items() if labels}, flush=True)
    held_out = list(dev(nlp))
    log = (out / "log.jsonl").open("a")
    began = time.time() - state["seconds"]
    losses: dict[str, float] = {}
    over = False
    while not over:
        for n, batch in enumerate(settings["batcher"](pieces(nlp, state["epoch"]))):
            if n < state["done"]:
                continue
            nlp.update(batch, drop=settings["dropout"], losses=losses, sgd=optimizer)
            optimizer.step_schedules()
            state["step"] += 1
            state["done"] = n + 1
            state["seconds"] = time.time() - began
            over = state["step"] >= settings["max_steps"] or state["seconds"] > minutes * 60
            if state["step"] % 50 == 0:
                print(state["step"], round(state["seconds"]), {k: round(v) for k, v in losses.items() if v}, flush=True)
            if over or state["step"] % settings["eval_frequency"] == 0:
                with nlp.use_params(optimizer.averages):
                    scores = nlp.evaluate([Example(nlp.make_doc(e.reference.text), e.reference) for e in held_out])
                    score = sum(scores[name] * (weight or 0) for name, weight in weights.items() if scores.get(name) is not None)
                    if score > state["best"]:
                        state |= {"best": score, "best_step": state["step"]}
                        nlp.to_disk(out / "best")
                over = over or state["step"] - state["best_step"] >= settings["patience"]
                row = {"step": state["step"], "epoch": state["epoch"], "seconds": round(state["seconds"]), "score": round(score, 4),
                       **{name: round(scores[name], 4) for name in weights if scores.get(name) is not None},
                       "losses": {k: round(v) for k, v in losses.items() if v}}  # fmt: skip
                log.write(json.dumps(row) + "\n")
                log.flush()
                print(row, flush=True)
                losses = {}
                save(nlp, optimizer, out, state)
            if over:
                break
        else:
            state |= {"epoch": state["epoch"] + 1, "done": 0}


def facts(sentences: list[Sentence]) -> tuple[list[tuple], list[tuple[int, int]], list[tuple]]:
    """Gold words (span, UPOS, XPOS, features, lemma, span of the head, relation), sentences and names, by characters."""
    words, bounds, marked, at = [], [], [], 0
    for s in sentences:
        spans = []
        for word, gap in zip(s.words, s.spaces, strict=True):
            spans.append((at, at + len(word)))
            at += len(word) + gap
        bounds.append((spans[0][0], spans[-1][1]))
        for i, span in enumerate(spans):
            head = spans[s.heads[i]] if s.heads[i] != i else None
            feats = "|".join(sorted(s.feats[i].split("|")))
            words.append((span, s.upos[i], s.xpos[i], feats, s.lemmas[i], head, s.deps[i].lower()))
        marked += [(spans[first][0], spans[end - 1][1], kind) for first, end, kind in s.names or []]
    return words, bounds, marked


def answers(doc: Doc) -> tuple[list[tuple], list[tuple[int, int]], list[tuple]]:
    """The same of a parsed document."""

    def span(token) -> tuple[int, int]:
        return token.idx, token.idx + len(token)

    words = []
    for t in doc:
        if not t.is_space:
            feats = "|".join(sorted(str(t.morph).split("|")))
            words.append((span(t), t.pos_, t.tag_, feats, t.lemma_, span(t.head) if t.head.i != t.i else None, t.dep_.lower()))
    bounds = [(kept[0].idx, span(kept[-1])[1]) for s in doc.sents if (kept := [t for t in s if not t.is_space])]
    return words, bounds, [(e.start_char, e.end_char, e.label_) for e in doc.ents]


VIEWS: dict[str, Callable[[tuple], tuple]] = {
    "words": lambda w: (w[0],),
    "upos": lambda w: (w[0], w[1]),
    "xpos": lambda w: (w[0], w[2]),
    "feats": lambda w: (w[0], w[3]),
    "lemma": lambda w: (w[0], w[4]),
    "uas": lambda w: (w[0], w[5]),
    "las": lambda w: (w[0], w[5], w[6]),
    "las_universal": lambda w: (w[0], w[5], w[6].split(":")[0]),
}


def f1(right: int, said: int, true: int) -> float:
    return round(200 * right / max(1, said + true), 2)


def measure(nlp: Language, sentences: list[Sentence], raw: bool) -> dict:
    """F1 by characters, which is accuracy where the words are given. `raw`: paragraphs of plain text, cut into sentences and
    words by the pipeline; otherwise gold words, one sentence at a time. `uas` and `las` count punctuation (as the CoNLL 2018
    script does, and `las_universal` drops subtypes as it does); `*_nopunct` leave gold punctuation out, as spaCy's scorer."""
    units = paragraphs(sentences) if raw else [[s] for s in sentences]
    docs = nlp.pipe((string(u) for u in units) if raw else (bare(nlp.vocab, u[0]) for u in units), batch_size=64)
    right, said, true = Counter(), Counter(), Counter()
    for unit, doc in zip(units, docs, strict=True):
        (g_words, g_sents, g_names), (s_words, s_sents, s_names) = facts(unit), answers(doc)
        marks = {w[0] for w in g_words if w[1] == "PUNCT"}
        g_plain = [w for w in g_words if w[0] not in marks]
        found = {w[0] for w in g_words}
        s_plain = [w for w in s_words if w[0] not in marks and (w[0] in found or w[1] != "PUNCT")]
        pairs = {name: (set(map(view, g_words)), set(map(view, s_words))) for name, view in VIEWS.items()}
        for name in ("uas", "las", "las_universal"):
            pairs[f"{name}_nopunct"] = (set(map(VIEWS[name], g_plain)), set(map(VIEWS[name], s_plain)))
        pairs["sentences"] = (set(g_sents), set(s_sents))
        if unit[0].names is not None:
            pairs["names"] = (set(g_names), set(s_names))
            for kind in sorted(set(KINDS.values())):
                pairs[f"names_{kind}"] = ({x for x in g_names if x[2] == kind}, {x for x in s_names if x[2] == kind})
        for name, (g, s) in pairs.items():
            right[name] += len(g & s)
            said[name] += len(s)
            true[name] += len(g)
    out = {name: f1(right[name], said[name], true[name]) for name in true}
    if "names" in true:
        out |= {"names_precision": round(100 * right["names"] / max(1, said["names"]), 2),
                "names_recall": round(100 * right["names"] / max(1, true["names"]), 2), "names_gold": true["names"]}  # fmt: skip
    return out


def speed(nlp: Language, sentences: list[Sentence]) -> dict:
    """Words and sentences per second, tokenising included, sentence by sentence in batches of 64: clock and processor time."""
    texts = [string([s]).strip() for s in sentences]
    out = {"sentences": len(texts)}
    for label, keep in (("all", nlp.pipe_names), ("tagger_parser", ["tok2vec", "tagger", "parser"])):
        with nlp.select_pipes(enable=keep):
            list(nlp.pipe(texts[:200], batch_size=64))
            clock, used = time.perf_counter(), time.process_time()
            words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
            clock, used = time.perf_counter() - clock, time.process_time() - used
        out[label] = {"words_per_s": round(words / clock), "sentences_per_s": round(len(texts) / clock),
                      "words_per_cpu_s": round(words / used), "sentences_per_cpu_s": round(len(texts) / used)}  # fmt: skip
    return out


def needed(nlp: Language) -> list[str]:
    """The strings that answers are made of: labels, features, endings that the edit trees put. The treebanks' words stay out."""
    labels = {label for each in nlp.pipe_labels.values() for label in each}
    keep = set(spacy.blank(nlp.lang).vocab.strings) | labels
    keep |= {part for label in labels for pair in label.split("|") for part in (pair, *pair.split("="))}
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    todo, seen = list(lemmatizer.cfg["labels"]), set()
    while todo:
        if (number := todo.pop()) in seen or not 0 <= number < len(lemmatizer.trees):
            continue
        seen.add(number)
        tree = lemmatizer.trees[number]
        if "subst" in tree:
            keep |= {nlp.vocab.strings[tree["orig"]], nlp.vocab.strings[tree["subst"]]}
        else:
            todo += [tree["prefix_tree"], tree["suffix_tree"]]
    return sorted(keep)


def export(nlp: Language, folder: Path) -> int:
    """Write what ships. Weights are rounded to 11 significant bits (as float16 has): half the size once packed, same answers."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    bits = node.get_param(name).astype(np.float32).view(np.uint32)
                    node.set_param(name, ((bits + 0x1000) & np.uint32(0xFFFFE000)).view(np.float32))
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    (folder / "vocab" / "strings.json").write_text(json.dumps(needed(nlp), ensure_ascii=False, indent=0), encoding="utf-8")
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the six .conllu.gz files")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="where the packed pipeline is written; default OUT/weights")
    parser.add_argument("--minutes", type=float, default=45.0, help="training stops after this, resumed time included")
    parser.add_argument("--steps", type=int, help="instead of config.cfg's max_steps")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="GENRE", help="not trained on; see card.md")
    parser.add_argument("--measure", choices=("dev", "all", "none"), default="all")
    parser.add_argument("--skip-training", action="store_true", help="measure and export RUN/best as it is")
    args = parser.parse_args()
    args.weights = args.weights or args.out / "weights"
    args.out.mkdir(parents=True, exist_ok=True)
    if not args.skip_training:
        changes = {"paths.data": str(args.data), "corpora.train.leave_out": args.leave_out}
        changes |= {"training.max_steps": args.steps} if args.steps else {}
        train(load_config(HERE / "config.cfg", overrides=changes, interpolate=True), args.out, args.minutes)
    nlp = load_model_from_path(args.out / "best")
    # the shipped config is for loading: no paths of this machine, no reader of this file
    bare_config = nlp.config.copy()
    bare_config["paths"], bare_config["corpora"] = {}, {}
    nlp.config = bare_config
    nlp.meta.update({"name": "claim_checker_parser", "version": "1.0.0", "license": "see card.md", "performance": {},
                 "description": "Tags, features, lemmas, Universal Dependencies and names for English text"})  # fmt: skip
    size = export(nlp, args.weights)
    nlp = load_model_from_path(args.weights)
    results = args.out / "scores.json"
    scores = json.loads(results.read_text()) if args.skip_training and results.exists() else {}
    scores["bytes"] = size
    parts = {"none": (), "dev": ("dev",), "all": ("dev", "test")}[args.measure]
    for part in parts:
        for name in TREEBANKS:
            sentences = list(read(args.data / f"{name}_{part}.conllu.gz"))
            for mode, raw in (("gold words", False), ("raw text", True)):
                scores[f"{name} {part}, {mode}"] = measure(nlp, sentences, raw)
            if name == "gum":
                scores[f"gum {part}, news, gold words"] = measure(nlp, [s for s in sentences if s.genre == "news"], False)
    sample = [s for name in ("gum", "ewt") for s in read(args.data / f"{name}_dev.conllu.gz")][:2000]
    scores["speed"] = speed(nlp, sample)
    results.write_text(json.dumps(scores, indent=1))
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
