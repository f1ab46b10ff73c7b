"""The leaderboard: our recorded figures on each set, with published figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eval.results_file import FOLDER, Result, read

# (data set, system, metric, value, what it is). Figures as published; sizes are parameters of the model.
PUBLISHED: tuple[tuple[str, str, str, float, str], ...] = (
    ("equate_redditnli", "DeBERTa-v3-large (MNLI+FEVER+ANLI+LingNLI+WANLI)", "accuracy", 0.692, "435M; whole set"),
    ("equate_stresstest", "DeBERTa-v3-large (MNLI+FEVER+ANLI+LingNLI+WANLI)", "accuracy", 0.867, "435M; whole set"),
    ("equate_awpnli", "DeBERTa-v3-large (MNLI+FEVER+ANLI+LingNLI+WANLI)", "accuracy", 0.313, "435M; whole set"),
    ("newsquant", "CQE", "f1_value", 0.920, "rules and dependency parses"),
    ("newsquant", "CQE", "f1_value_unit", 0.856, ""),
    ("newsquant", "CQE", "f1_value_change", 0.881, ""),
    ("newsquant", "quantulum3", "f1_value", 0.730, ""),
    ("newsquant", "quantulum3", "f1_value_unit", 0.472, ""),
    ("newsquant", "Recognizers-Text", "f1_value", 0.691, ""),
    ("newsquant", "Recognizers-Text", "f1_value_unit", 0.342, ""),
    ("mnli_dev_mismatched", "nli-deberta-v3-base", "accuracy", 0.900, "184M; trained on all of MNLI"),
    ("mnli_dev_mismatched", "nli-MiniLM2-L6-H768", "accuracy", 0.869, "82M; trained on all of MNLI"),
    ("contradoc", "MiniLM clusters and DeBERTa NLI", "auc", 0.670, "all kinds"),
)
MAIN = {
    "pairs": ("accuracy", "macro_f1", "false_alarm", "false_agreement"),
    "documents": ("accuracy", "auc"),
    "quantities": ("f1_value", "f1_value_unit", "f1_value_change"),
    "clusters": ("b_cubed_precision", "b_cubed_recall", "b_cubed_f1", "adjusted_rand", "wrong_merge_rate"),
    "demo": ("recall", "precision", "pairs_joined", "pair_recall", "pair_precision", "false_agreement"),
}
CAVEATS = {
    "equate_redditnli": "a constant answer scores .66",
    "breaking_nli": "a constant answer scores .87, the hypothesis alone .95",
    "hans_eval": "two-way; a constant answer scores .50",
    "equate_awpnli": "gold never says neutral, answers stay three-way",
    "sanli_news_sim": "most labelled contradictions are merely unrelated: read it for false alarms only",
    "vitaminc_real": "drawn from the official test split by page: not the standard VitaminC figure",
    "equate_stresstest": "word overlap learnt on the set itself (folds by premise) reaches .84: it leaks",
    "newsquant": "counted nouns are compared by their head; published figures may compare whole phrases",
    "strangers": "no pair contradicts: one minus accuracy is the share that is called a contradiction",
    "stanford_negation": "two-way: contradiction or not",
}
INTRO = """# Results

Written by `python -m eval leaderboard` from the JSON files beside it: do not edit it by hand.

Values come with 95% bootstrap intervals that resample whole groups (events, pages, premises). `n` is the number of
items scored; a name that ends in `/N` is a seeded sample of N items. Published figures are other people's, on
their copy of the set, and no interval was given with them. Thresholds are never chosen on a set reported here.
"""


def load_results(folder: Path = FOLDER) -> list[Result]:
    """All results of a folder; the same name in two files is listed from the newest."""
    found: dict[str, Result] = {}
    for path in sorted(folder.glob("*.json")):
        for result in read(path).results:
            if result.name not in found or found[result.name].created < result.created:
                found[result.name] = result
    return [found[name] for name in sorted(found)]


def markdown(results: Sequence[Result]) -> str:
    """The page."""
    names = sorted({result.dataset for result in results} | {row[0] for row in PUBLISHED})
    return "\n".join([INTRO, *(_set(name, [r for r in results if r.dataset == name]) for name in names)])


def _set(name: str, results: Sequence[Result]) -> str:
    published = [row for row in PUBLISHED if row[0] == name]
    task = results[0].task if results else None
    metrics = list(MAIN[task]) if task else []
    metrics += [m for m in dict.fromkeys(row[2] for row in published) if m not in metrics]
    lines = [f"## {name}", ""]
    if name in CAVEATS:
        lines += [f"Beware: {CAVEATS[name]}.", ""]
    if not results:
        lines += ["Not measured yet.", ""]
    lines += [f"| system | n | {' | '.join(metrics)} |", f"|---|---|{'---|' * len(metrics)}"]
    for result in sorted(results, key=lambda r: r.name):
        cells = [str(result.metrics[m]) if m in result.metrics else "" for m in metrics]
        lines.append(f"| {result.system}{f' /{result.limit}' if result.limit else ''} | {result.n} | {' | '.join(cells)} |")
    for system in dict.fromkeys(row[1] for row in published):
        values = {row[2]: f"{row[3]:.3f}" for row in published if row[1] == system}
        note = next((row[4] for row in published if row[1] == system and row[4]), "")
        cells = " | ".join(values.get(m, "") for m in metrics)
        lines.append(f"| *published:* {system}{f' ({note})' if note else ''} | | {cells} |")
    commands = [f"- `{r.command}` (commit {(r.commit or 'none')[:10]}{', dirty' if r.dirty else ''})" for r in results]
    return "\n".join([*lines, "", *commands, ""])


def write(folder: Path = FOLDER) -> Path:
    """Write README.md in the results folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "README.md"
    path.write_text(markdown(load_results(folder)), encoding="utf-8")
    return path
