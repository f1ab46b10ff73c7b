"""Public and own data sets, from a path that the user gives. One module a format; the format is read off the rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.errors import EvalError
from eval.loaders import claims, demo, documents, nli, own, own_claims, quantities, strangers
from eval.loaders.source import Source, read_source
from eval.records import Dataset

Row = dict[str, Any]
# (format name, does the first row look like it?, loader). First match wins: the most specific keys come first.
FORMATS: tuple[tuple[str, Callable[[Row], bool], Callable[[Source], Dataset]], ...] = (
    ("demo", demo.looks_like, demo.load),
    ("contradoc", claims.is_contradoc, claims.load_contradoc),
    ("emergent", claims.is_emergent, claims.load_emergent),
    ("stanford", claims.is_stanford, claims.load_stanford),
    ("claims", own_claims.looks_like, own_claims.load),
    ("figures", own_claims.never, own_claims.load_quantities),
    ("newsquant", quantities.looks_like, quantities.load),
    ("ecbplus", documents.is_ecbplus, documents.load_ecbplus),
    ("strangers", strangers.never, strangers.load_strangers),
    ("shootings", documents.is_shootings, documents.load_shootings),
    ("gvc", documents.is_gvc, documents.load_gvc),
    ("nli", nli.looks_like, nli.load),
    ("own", own.looks_like, own.load),
    ("mrpc", claims.is_mrpc, claims.load_mrpc),
)
NAMES = tuple(name for name, _, _ in FORMATS)


def load(path: str | Path, format: str | None = None) -> Dataset:
    """Load a data set; `format` is one of `NAMES`, or None to read it off the first row.

    Raises:
        EvalError: the file is missing or empty, has an unknown format, or a row that cannot be used.
    """
    source = read_source(Path(path))
    for name, looks_like, loader in FORMATS:
        if name == format or (format is None and looks_like(source.rows[0])):
            dataset = loader(source)
            if not dataset.items:
                raise EvalError(f"{path}: no row can be scored as {name!r}. Check the file, or name another --format.")
            return dataset.model_copy(update={"format": format})
    known = ", ".join(NAMES)
    keys = ", ".join(sorted(source.rows[0])[:12])
    raise EvalError(f"{path}: format {format or 'of keys ' + keys!r} is not known. Give one of: {known}.")
