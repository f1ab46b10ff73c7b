"""`python -m eval`: results on standard output, progress and errors on standard error."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from checker.errors import CheckerError
from eval.set_cli import set_app

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False,
    help="Data sets -> predictions -> scores -> results, and benchmarks.",
)  # fmt: skip
app.add_typer(set_app, name="set")
BAD_INPUT, FELL = 2, 1

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Samples = Annotated[int, typer.Option(min=1, help="Bootstrap resamples.")]
Seed = Annotated[int, typer.Option(help="Seed of samples, folds and resamples.")]
DEMO, TRUTH = Path("data/demo/articles"), Path("data/demo/truth.jsonl")


def _say(text: str) -> None:
    print(text, file=sys.stderr)


@app.command()
def systems() -> None:
    """List the systems that `run` knows."""
    from eval.systems import DESCRIPTIONS
    from eval.tables import table

    print(table(list(DESCRIPTIONS.items())))


@app.command()
def run(
    system: Annotated[str, typer.Argument(help="A system of `python -m eval systems`.")],
    data: Annotated[Path, typer.Argument(help="A data set: JSONL, gzipped JSONL, TSV or CSV.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The predictions file to write.")],
    limit: Annotated[int | None, typer.Option(min=1, help="Items of a seeded sample, spread over the groups.")] = None,
    seed: Seed = 0,
    model: Annotated[str | None, typer.Option(help="For nli and embedder: a folder or hub id.")] = None,
    dev: Annotated[Path | None, typer.Option(help="Labelled set that a trained baseline learns from.")] = None,
    format: Annotated[str | None, typer.Option(help="The data's format, where its rows do not tell.")] = None,
) -> None:
    """Run a system over a data set and write its predictions, with their provenance."""
    from eval import files
    from eval.loaders import load
    from eval.run import predict
    from eval.systems import create

    dataset = load(data, format)
    chosen = create(system, model=model, dev=load(dev) if dev else None, seed=seed)
    _say(f"{chosen.name} over {dataset.name}: {min(limit or len(dataset.items), len(dataset.items))} items")
    header, rows = predict(chosen, dataset, limit=limit, seed=seed)
    files.write(out, header, rows)
    rate = header.items / header.seconds if header.seconds else 0
    _say(f"{out}: {header.items} predictions in {header.seconds:.1f} s ({rate:.0f} a second)")


@app.command()
def sweep(
    data: Annotated[list[Path], typer.Argument(help="Data sets.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder for the predictions files.")],
    system: Annotated[list[str], typer.Option(help="A system; repeatable. What cannot do a set's task is passed over.")],
    limit: Annotated[int | None, typer.Option(min=1, help="Items of a seeded sample, spread over the groups.")] = None,
    seed: Seed = 0,
    format: Annotated[str | None, typer.Option(help="The data's format, where its rows do not tell.")] = None,
    save: Annotated[Path | None, typer.Option(help="Also put the figures into this results file (eval/results/*.json).")] = None,
) -> None:
    """Run several systems over several sets, score them, and keep the figures."""
    from eval import files, results_file
    from eval.loaders import load
    from eval.run import predict
    from eval.score import score as score_file
    from eval.systems import create
    from eval.tables import headline_row, table

    rows = []
    for path in data:
        dataset = load(path, format)
        for name in system:
            chosen = create(name, seed=seed)
            if dataset.task not in chosen.tasks:
                _say(f"{name} passed over for {dataset.name}: it does not do {dataset.task}")
                continue
            header, predictions = predict(chosen, dataset, limit=limit, seed=seed)
            files.write(out / f"{name}.{dataset.name}.predictions.jsonl", header, predictions)
            scores = score_file(header, predictions)
            if save:
                results_file.add(save, [results_file.of_scores(header, scores)])
            rows.append(headline_row(scores))
            _say("  ".join(rows[-1]))
    print(table(rows, ("set", "system", "n", "headline metrics")))


@app.command()
def score(
    predictions: Annotated[list[Path], typer.Argument(help="Predictions files.")],
    as_json: Json = False,
    all_metrics: Annotated[bool, typer.Option("--all", help="Every metric, not the main ones only.")] = False,
    samples: Samples = 1000,
    seed: Seed = 0,
    save: Annotated[Path | None, typer.Option(help="Also put the figures into this results file (eval/results/*.json).")] = None,
) -> None:
    """Score predictions; no model is needed."""
    from eval import files, results_file
    from eval.score import score as score_file
    from eval.tables import scores_table

    every = []
    for path in predictions:
        header, rows = files.read(path)
        every.append((header, score_file(header, rows, samples, seed)))
    if save:
        results_file.add(save, [results_file.of_scores(header, scores) for header, scores in every])
    if as_json:
        print(json.dumps([scores.model_dump() for _, scores in every], indent=1))
    else:
        print("\n\n".join(scores_table(scores, all_metrics) for _, scores in every))


@app.command()
def compare(
    a: Annotated[Path, typer.Argument(help="Predictions of system A.")],
    b: Annotated[Path, typer.Argument(help="Predictions of system B on the same set.")],
    as_json: Json = False,
    samples: Samples = 1000,
    seed: Seed = 0,
) -> None:
    """Differences of two runs with paired bootstrap intervals by group, and the items that flipped."""
    from eval import files
    from eval.compare import compare as compare_runs
    from eval.tables import comparison_table

    result = compare_runs(files.read(a), files.read(b), samples, seed)
    print(result.model_dump_json(indent=1) if as_json else comparison_table(result))


@app.command()
def report(
    predictions: Annotated[list[Path], typer.Argument(help="Predictions files.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write index.html into.")],
) -> None:
    """Write one self-contained HTML page: tables, confusion, plots, slices, worst errors with their traces."""
    from eval import files
    from eval.html.page import write_page

    print(write_page([files.read(path) for path in predictions], out))


@app.command()
def demo(
    report_json: Annotated[Path, typer.Argument(metavar="REPORT.json", help="A report of `checker report`.")],
    truth: Annotated[Path, typer.Option(help="The truth to hold it against.")] = TRUTH,
    as_json: Json = False,
    summary: Annotated[bool, typer.Option(help="The figures without the lists.")] = False,
) -> None:
    """Score a contradiction report against the demonstration's truth: found, missed, made up, merged."""
    from eval.demo import read_report, read_truth, score_demo
    from eval.tables import demo_summary, demo_table

    scores = score_demo(read_report(report_json), read_truth(truth))
    if as_json:
        print(scores.model_dump_json(indent=1))
    else:
        print(demo_summary(scores) if summary else demo_table(scores))


@app.command()
def candidates(
    claims: Annotated[Path, typer.Argument(help="Claims of the hand-labelled set.")] = Path("data/claims/dev.jsonl"),
    as_json: Json = False,
    lost: Annotated[bool, typer.Option(help="Also list the pairs that are never put before the judge.")] = False,
) -> None:
    """Candidate recall before judging: the claims of one fact that match puts into one event, and into one candidate fact."""
    from eval.candidates import measure
    from eval.loaders.source import read_source
    from eval.tables import table

    made = measure(read_source(claims))
    if as_json:
        print(made.model_dump_json(indent=1))
        return
    print(f"{made.claims} claims, {made.gold} pairs of one fact\n")
    print(table([(name, str(m), str(m.n)) for name, m in made.metrics.items()], ("metric", "value [95% interval, by event]", "n")))
    if lost:
        print("\n".join(["", f"never candidates: {len(made.lost)}", *(f"  {pair}" for pair in made.lost)]))


@app.command()
def stated(
    articles: Annotated[Path, typer.Argument(help="The shootings articles (JSON lines, gzipped or not).")],
    labels: Annotated[Path, typer.Option(help="Labels: ids, numbers and offsets.")] = Path("data/shootings/casualties.jsonl"),
    as_json: Json = False,
    errors: Annotated[bool, typer.Option(help="Also list every count that was read otherwise.")] = False,
) -> None:
    """Killed and injured that articles state for their main incident: the reader, one regular expression, the constant."""
    from eval.stated import READERS, articles_of, measure, read_labels
    from eval.tables import table

    rows, known = read_labels(labels), articles_of(articles)
    made = {name: measure(known, rows, reader) for name, reader in READERS.items()}
    if as_json:
        print(json.dumps({name: scores.model_dump() for name, scores in made.items()}, indent=1))
        return
    names = list(made["checker"].metrics)
    print(f"{len(rows)} articles\n")
    print(table([(m, *(str(s.metrics[m]) for s in made.values())) for m in names], ("metric [95% interval, by article]", *made)))
    print("\n" + table([(m, cause, str(n)) for m, causes in made["checker"].causes.items() for cause, n in causes.items()], ("measure", "error of the checker", "n")))
    if errors:
        print("\n".join(["", *made["checker"].errors]))


@app.command()
def differences(
    articles: Annotated[Path, typer.Argument(help="The shootings articles (JSON lines, gzipped or not).")],
    labels: Annotated[Path, typer.Option(help="Labels: ids and numbers.")] = Path("data/shootings/differences.jsonl"),
    report: Annotated[Path | None, typer.Option(help="A report.json over these articles: score what its findings show.")] = None,
    as_json: Json = False,
    errors: Annotated[bool, typer.Option(help="Also list every relation that was told otherwise.")] = False,
) -> None:
    """Incidents whose outlets state different tolls: found by the reader and by one regular expression, and their relations."""
    from eval.demo import read_report
    from eval.differences import measure, measure_report, read_labels
    from eval.stated import articles_of, by_checker, one_regex
    from eval.tables import table

    rows, known = read_labels(labels), articles_of(articles)
    if report:
        made = {"report": measure_report(read_report(report), rows)}
    else:
        made = {"figures": measure(known, rows)}
        made |= {name: measure(known, rows, reader, relations=False) for name, reader in (("with lists of people", by_checker), ("one regex", one_regex))}
    if as_json:
        print(json.dumps({name: scores.model_dump() for name, scores in made.items()}, indent=1))
        return
    first = next(iter(made.values()))
    print(f"{first.incidents} incidents, {first.articles} articles, {sum(len(row['differences']) for row in rows)} differences\n")
    print(table([(m, *(str(s.metrics.get(m, "")) for s in made.values())) for m in first.metrics], ("metric [95% interval, by incident]", *made)))
    cells = [(right, said, str(n)) for right, row in first.relations.items() for said, n in row.items()]
    print("\n" + table(cells, ("labelled relation", "the judge says", "n")))
    if errors:
        print("\n".join(["", *first.missed]))


@app.command()
def voices(
    articles: Annotated[list[Path], typer.Argument(help="The shootings articles, and the folder of the seed pages.")],
    labels: Annotated[Path, typer.Option(help="Labels: offsets, speakers and modality.")] = Path("data/shootings/attribution.jsonl"),
    as_json: Json = False,
    errors: Annotated[bool, typer.Option(help="Also list every claim that was read otherwise.")] = False,
) -> None:
    """Speaker and modality of every claim of whole articles."""
    from eval.tables import table
    from eval.voices import articles_of, measure, read_labels

    made = measure({k: v for path in articles for k, v in articles_of(path).items()}, read_labels(labels))
    if as_json:
        print(made.model_dump_json(indent=1))
        return
    print(f"{made.claims} claims of {made.articles} articles; {made.absent} were not read as claims\n")
    print(table([(name, str(m), str(m.n)) for name, m in made.metrics.items()], ("metric", "value [95% interval, by article]", "n")))
    cells = [(gold, found, str(n)) for gold, row in sorted(made.confusion.items()) for found, n in sorted(row.items(), key=lambda c: -c[1])]
    print("\n" + table(cells, ("modality", "read as", "n")))
    if errors:
        print("\n".join(["", *made.missed]))


@app.command()
def structure(
    pipeline: Annotated[str, typer.Argument(help="A spaCy pipeline: RUN/weights of models/parser/train.py, a folder or a name.")],
    articles: Annotated[list[Path], typer.Argument(help="The shootings articles, and the folder of the seed pages.")],
    quantities: Annotated[Path | None, typer.Option(help="NewsQuant, for counted nouns.")] = None,
) -> None:
    """Speakers and counted nouns from a dependency parser beside the reader's own."""
    from eval.structure import compare as compare_structure
    from eval.structure import load
    from eval.tables import table

    rows = compare_structure(load(pipeline), articles, quantities)
    print(table([(m, who, str(figure)) for m, who, figure in rows], ("measure", "structure from", "value [95% interval]")))


@app.command()
def specs(
    folder: Annotated[Path, typer.Argument(help="Folder with the English specifications of Recognizers-Text (JSON lines).")],
    as_json: Json = False,
) -> None:
    """The reader against the specifications of Recognizers-Text: pass rate by file, every exception with its reason."""
    from eval.specs import measure
    from eval.tables import table

    made = measure(folder)
    if as_json:
        print(json.dumps([score.model_dump() for score in made], indent=1))
        return
    print(table([(s.name, f"{s.passed} of {s.cases}", f"{s.passed / s.cases:.2f}") for s in made], ("file", "pass", "rate")))
    rows = [(s.name, reason, str(n)) for s in made for reason, n in s.reasons.items()]
    rows += [(s.name, f"no reason on record: cases {', '.join(map(str, s.unnamed))}", str(len(s.unnamed))) for s in made if s.unnamed]
    rows += [(s.name, f"on record, but passes: cases {', '.join(map(str, s.healed))}", str(len(s.healed))) for s in made if s.healed]
    print("\n" + table(rows, ("file", "exception", "n")))
    if any(s.unnamed for s in made):
        raise typer.Exit(FELL)


@app.command()
def bench(
    articles: Annotated[Path, typer.Option(help="Articles: a file or folder that `checker report` reads.")] = DEMO,
    limit: Annotated[int, typer.Option(min=1, help="Articles taken.")] = 60,
    pairs: Annotated[int, typer.Option(min=8, help="Sentence pairs and sentences given to the models.")] = 128,
    peers: Annotated[bool, typer.Option(help="Also run the peers (needs torch).")] = True,
    as_json: Json = False,
) -> None:
    """Speed and peak memory by stage, each in a fresh process, and ratios to peers in the same run."""
    from eval.bench import run_bench
    from eval.bench.show import bench_table

    result = run_bench(articles, limit=limit, pairs=pairs, peers=peers, say=_say)
    print(result.model_dump_json(indent=1) if as_json else bench_table(result))


@app.command()
def fuzz(
    articles: Annotated[list[Path], typer.Argument(help="Articles to mutate: files and folders that `checker report` reads.")],
    minutes: Annotated[float, typer.Option(min=0.01, help="How long.")] = 1.0,
    seed: Seed = 0,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write what failed here, as JSON.")] = None,
) -> None:
    """Read mutated articles; fail (1) on a crash, a span that does not slice back, or superlinear time."""
    from eval.fuzz import fuzz as run_fuzz
    from eval.fuzz import texts_of

    made = run_fuzz(texts_of(articles), minutes * 60, seed, _say)
    print(f"{made.texts} texts ({made.characters} characters) in {made.seconds} s; {len(made.failures)} failures; "
          f"worst growth {made.worst_growth} of {made.growth_tested} timed")  # fmt: skip
    for failure in made.failures[:20]:
        print(f"  {failure.kind} (seed {failure.seed}): {failure.message[:300]}")
    if out:
        out.write_text(made.model_dump_json(indent=1), encoding="utf-8")
    if made.failures:
        raise typer.Exit(FELL)


@app.command()
def gate(
    recorded: Annotated[Path | None, typer.Option(help="The recorded figures; default eval/results/recorded.json.")] = None,
    data: Annotated[list[Path] | None, typer.Option(help="Folder in which to look for sets outside the repository.")] = None,
    record: Annotated[list[Path] | None, typer.Option(help="Record the scores of this predictions file; repeatable.")] = None,
    record_own: Annotated[bool, typer.Option(help="Run full and nli on a sample of the hand-labelled dev part and record them.")] = False,
    record_demo: Annotated[bool, typer.Option(help="Make the demonstration's report and record its scores.")] = False,
    articles: Annotated[Path, typer.Option(help="For --record-demo: the demonstration's articles.")] = DEMO,
    truth: Annotated[Path, typer.Option(help="For --record-demo: their truth.")] = TRUTH,
    as_json: Json = False,
) -> None:
    """Make the recorded figures again; fail (1) when a headline metric falls by more than its interval."""
    from eval import files, results_file
    from eval import gate as gates
    from eval.score import score as score_file
    from eval.tables import gate_table

    path = recorded or results_file.RECORDED
    if record or record_demo or record_own:
        new = gates.record_own() if record_own else []
        for predictions in record or ():
            header, rows = files.read(predictions)
            new.append(results_file.of_scores(header, score_file(header, rows)))
        if record_demo:
            from eval.demo import read_truth, score_demo

            made = gates.make_report(articles)
            new.append(results_file.demo_result(score_demo(made, read_truth(truth)), made, articles, truth))
        results_file.add(path, new)
        _say(f"{path}: recorded {', '.join(result.name for result in new)}")
        return
    checks = gates.run_gate(results_file.read(path).results, data or ())
    print(gates.as_json(checks) if as_json else gate_table(checks))
    if any(check.state == "fell" for check in checks):
        raise typer.Exit(FELL)


@app.command()
def leaderboard(
    folder: Annotated[Path | None, typer.Option(help="The results folder; default eval/results.")] = None,
) -> None:
    """Write README.md of the results folder: recorded figures with the published ones beside them."""
    from eval.leaderboard import write
    from eval.results_file import FOLDER

    print(write(folder or FOLDER))


def main() -> None:
    """Run the command line; a known error is one message and exit code 2."""
    try:
        app()
    except CheckerError as error:
        _say(f"error: {error}")
        raise SystemExit(BAD_INPUT) from error
