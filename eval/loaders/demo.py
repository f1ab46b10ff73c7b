"""The demonstration's truth as labelled pairs: each pair of mentions that the truth relates."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from checker.labels import LABEL_OF
from checker.measure.figures import differ
from eval.loaders.own import RELATIONS
from eval.loaders.source import Source
from eval.records import THREE_WAY, Dataset, Pair

ARTICLES = "articles"


def looks_like(row: dict[str, Any]) -> bool:
    """Rows of the truth file."""
    return row.get("row") in ("fact", "event", "lookalike")


def _metadata(folder: Path) -> dict[str, dict[str, Any]]:
    """Outlet and date of each article that a folder of JSONL, CSV and sidecar files describes, by id."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.name.endswith(".meta.json"):
            rows = [{"id": path.name.removesuffix(".meta.json")} | json.loads(path.read_text(encoding="utf-8"))]
        elif path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as stream:
                rows = list(csv.DictReader(stream))
        else:
            continue
        found.update({row["id"]: row for row in rows if row.get("id")})
    return found


def load(source: Source) -> Dataset:
    """Load the related pairs of every fact; dates and outlets come from the articles beside the truth, where found."""
    articles = _metadata(source.path.parent / ARTICLES)
    pairs = []
    for index, row in enumerate(source.rows):
        if row.get("row") != "fact":
            continue
        mentions = {mention["id"]: mention for mention in row["mentions"]}
        for pair in row["pairs"]:
            if pair["relation"] not in RELATIONS:
                raise source.error(index, f"relation {pair['relation']!r} is none of {', '.join(RELATIONS)}.")
            a, b = mentions[pair["a"]], mentions[pair["b"]]
            meta = {
                f"{side}_{name}": articles[mention["article"]][key]
                for side, mention in (("a", a), ("b", b))
                for name, key in (("date", "published"), ("outlet", "outlet"))
                if articles.get(mention["article"], {}).get(key)
            }
            pairs.append(
                Pair(
                    id=f"{row['fact']}-{pair['a']}-{pair['b']}", a=a["text"], b=b["text"], group=row["event"],
                    gold=pair.get("label") or LABEL_OF[pair["relation"]], relation=pair["relation"],
                    kinds=tuple(pair["kinds"]), differs=differ(a.get("value") or a["text"], b.get("value") or b["text"]),
                    slices={"relation": pair["relation"], "type": row["type"]}, **meta,
                )
            )  # fmt: skip
    return Dataset(
        name="demo", task="pairs", space=THREE_WAY, items=tuple(pairs), path=str(source.path), sha256=source.sha256
    )
