"""A system over a data set -> predictions with provenance."""

from __future__ import annotations

import time
from typing import Any

from eval import provenance
from eval.errors import EvalError
from eval.records import ClaimList, Dataset, Document, Header, Output, Pair, Prediction, Sentence
from eval.sampling import sample
from eval.systems import System


def predict(
    system: System, dataset: Dataset, *, limit: int | None = None, seed: int = 0, settings: dict[str, Any] | None = None
) -> tuple[Header, list[Prediction]]:
    """Run `system` over a sample of `dataset`.

    Raises:
        EvalError: the system does not do the set's task.
    """
    if dataset.task not in system.tasks:
        raise EvalError(
            f"System {system.name!r} does {', '.join(system.tasks)}; {dataset.name!r} asks for {dataset.task}. "
            "`python -m eval systems` lists what does what."
        )
    part = sample(dataset, limit, seed)
    commit, dirty = provenance.commit()
    start = time.perf_counter()
    outputs = system.predict(part)
    seconds = time.perf_counter() - start
    if len(outputs) != len(part.items):
        raise EvalError(f"System {system.name!r} gave {len(outputs)} outputs for {len(part.items)} items.")
    header = Header(
        system=system.name, dataset=part.name, task=part.task, space=part.space, notes=part.notes,
        items=len(part.items), limit=limit, seed=seed, commit=commit, dirty=dirty, created=provenance.now(),
        seconds=round(seconds, 3), machine=provenance.machine(), packages=provenance.versions(),
        data={"path": provenance.public_path(part.path), "sha256": part.sha256, "rows": len(dataset.items)}
        | ({"format": part.format} if part.format else {}),
        models=tuple(provenance.model_info(info) for info in system.models),
        settings=system.settings | (settings or {}),
    )  # fmt: skip
    return header, [_row(item, output) for item, output in zip(part.items, outputs, strict=True)]


def _row(item: Pair | ClaimList | Sentence | Document, output: Output) -> Prediction:
    gold: dict[str, Any] = {"id": item.id, "group": item.group}
    if isinstance(item, Sentence):
        gold |= {"gold_quantities": item.gold, "a": item.text}
    else:
        gold |= {"gold": item.gold}
    if isinstance(item, Pair):
        gold |= {
            "gold_relation": item.relation, "gold_kinds": item.kinds, "differs": item.differs, "slices": item.slices,
            "a": item.a, "b": item.b,
        }  # fmt: skip
    elif isinstance(item, ClaimList):
        gold |= {"slices": item.slices}
    return Prediction(**output.model_dump(), **gold)
