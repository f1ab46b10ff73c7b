"""Structure from a dependency parser beside the reader's own: who is credited, and what a number counts.

The parser is what `models/parser/train.py` makes (extra `parser`), or any spaCy pipeline with Universal Dependencies, by folder
or name. It is given the same sentences, and its answers take the place of the reader's in the same measures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checker.measure.bootstrap import Estimate
from checker.read.verbs import REPORTING
from checker.schema import Article, Claim, Quantity
from eval.errors import EvalError

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_SAYS = frozenset({"ccomp", "parataxis"})
_CUT = frozenset({"acl:relcl", "relcl", "appos", "punct", "parataxis", "acl", "obl", "nmod:unmarked", "obl:unmarked", "obl:tmod", "nmod:tmod", "cc", "conj"})


def load(pipeline: str) -> Any:
    """A spaCy pipeline.

    Raises:
        EvalError: spaCy is not installed, or holds no such pipeline.
    """
    try:
        import spacy
    except ImportError as error:
        raise EvalError("spaCy is not installed. Run pip install 'claim-checker[parser]'.") from error
    try:
        return spacy.load(pipeline, exclude=["ner"])
    except OSError as error:
        raise EvalError(f"{pipeline}: spaCy cannot load it ({error}). Give a folder or an installed pipeline.") from error


def speaker(doc: Any) -> str | None:
    """Who is credited with a sentence by its tree: the subject of a reporting verb that has a clause, or "according to" whom."""
    for token in doc:
        if token.lower_ == "according" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _phrase(token.head, without=token)
        if token.lower_ not in REPORTING or token.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        has_clause = token.dep_ in _SAYS or any(child.dep_ in _SAYS for child in token.children)
        if subject is not None and has_clause and subject.pos_ != "PRON":
            return _phrase(subject)
    return None


def _phrase(head: Any, without: Any = None) -> str:
    """The words of a noun phrase, without the clauses that hang on it."""
    kept = {head}
    todo = [head]
    while todo:
        for child in todo.pop().children:
            if child.dep_ not in _CUT and child is not without and (child.dep_ != "case" or child.lower_ in ("'s", "’s", "'", "’")):
                kept.add(child)
                todo.append(child)
    ordered = sorted(kept, key=lambda token: token.i)
    return "".join(token.text_with_ws for token in ordered).strip()


def reader_with(nlp: Any, *, carry: bool) -> Callable[[Article], Sequence[Claim]]:
    """The reader with the parser's speakers; where it finds none and `carry`, a speaker that the reader carried over stays."""
    from checker.read import read_article

    def read(article: Article) -> Sequence[Claim]:
        claims = read_article(article)
        out = []
        for claim, doc in zip(claims, nlp.pipe([c.text for c in claims]), strict=True):
            found = speaker(doc)
            carried = claim.attribution is not None and claim.attribution.carried
            out.append(claim.model_copy(update={"speaker": found or (claim.speaker if carry and carried else None)}))
        return out

    return read


def counted(doc: Any, quantity: Quantity) -> str | None:
    """What a number counts by its tree: the noun that it modifies."""
    for token in doc:
        if token.idx < quantity.end and token.idx + len(token.text) > quantity.start and token.like_num:
            noun = token
            while noun.dep_ in ("nummod", "compound", "advmod", "nummod:gov") and noun.head is not noun and noun.head.pos_ in ("NUM", "NOUN", "SYM", "PROPN"):
                noun = noun.head
                if noun.pos_ in ("NOUN", "PROPN"):
                    return noun.lemma_.lower()
    return None


def finder_with(nlp: Any) -> Callable[[str], Sequence[Quantity]]:
    """The reader's quantities with the parser's counted nouns."""
    from checker.read.quantities import find_quantities

    def find(text: str) -> Sequence[Quantity]:
        doc = nlp(text)
        return [q.model_copy(update={"counted": counted(doc, q)}) if q.kind == "count" else q for q in find_quantities(text)]

    return find


def compare(nlp: Any, articles: Sequence[Path], quantities: Path | None) -> list[tuple[str, str, Estimate]]:
    """(measure, whose structure, figure) of the reader and of the parser: speakers, and value with unit of quantities."""
    from eval import voices
    from eval.loaders import load as load_set
    from eval.run import predict
    from eval.score import score
    from eval.systems.checkers import Judge, found

    labels = voices.read_labels(voices.LABELS)
    known = {k: v for path in articles for k, v in voices.articles_of(path).items() if k in labels}
    rows = []
    for name, read in (
        ("reader", None), ("parser", reader_with(nlp, carry=False)), ("parser, the reader's carrying", reader_with(nlp, carry=True)),
    ):  # fmt: skip
        made = voices.measure(known, labels, read)
        rows += [(m, name, made.metrics[m]) for m in ("speaker_exact", "speaker_exact_attributed")]
    if quantities is not None:
        dataset = load_set(quantities, "newsquant")
        for name, find in (("reader", None), ("parser", finder_with(nlp))):
            system = Judge("full", find=lambda text, find=find: found(text, find))
            rows.append(("f1_value_unit", name, score(*predict(system, dataset)).metrics["f1_value_unit"]))
    return rows
