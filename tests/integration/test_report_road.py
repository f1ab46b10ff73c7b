"""The whole road with the real weights, on articles of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker import build_report

ARTICLES = [
    {"id": "a", "outlet": "Harbour Courier", "published": "2026-03-03T16:00:00+00:00", "title": "Plovdiv warehouse fire kills four",
     "text": "A fire in a warehouse in Plovdiv killed four people on Tuesday, Mayor Ana Horvat said. The warehouse held paint. Dozens were injured in the Plovdiv fire."},
    {"id": "b", "outlet": "Northline News", "published": "2026-03-04T16:00:00+00:00", "title": "Toll of Plovdiv warehouse fire rises",
     "text": "The toll of Tuesday's warehouse fire in Plovdiv rose to seven dead on Wednesday, Mayor Ana Horvat said. Firefighters left the warehouse in Plovdiv at dawn."},
    {"id": "c", "outlet": "Quay Dispatch", "published": "2026-03-04T16:30:00+00:00", "title": "Plovdiv warehouse fire: nine dead",
     "text": "Nine people died in the warehouse fire in Plovdiv on Tuesday, Mayor Ana Horvat said on Wednesday. The warehouse burned for six hours."},
    {"id": "d", "outlet": "Quay Dispatch", "published": "2026-03-20T10:00:00+00:00", "title": "Bus crash near Lyon kills four",
     "text": "Four people were killed when a bus left a road near Lyon on Friday, French police said. The bus carried pupils."},
]  # fmt: skip


@pytest.fixture(scope="module")
def report():
    return build_report(records=ARTICLES)


def killed(report):
    return [f for f in report.findings if f.fact == "killed"]


def test_one_speaker_given_differently_is_one_conflict_finding(report):
    found = [f for f in killed(report) if f.relation == "conflict"]
    assert len(found) == 1
    relations = {frozenset((p.a.split("/")[0], p.b.split("/")[0])): p.relation for p in found[0].pairs}
    assert relations[frozenset("bc")] == "conflict"  # seven and nine, one speaker, one day
    assert relations[frozenset("ab")] == "update"  # four on Tuesday, seven on Wednesday
    assert found[0].origins == 1 and "Horvat" in found[0].origin_names[0]


def test_the_look_alike_event_stays_apart(report):
    assert not any({"d"} < {c.article for c in f.claims} for f in report.findings)


def test_every_span_slices_back(report):
    texts = {a["id"]: a["text"] for a in ARTICLES}
    for finding in report.findings:
        for claim in finding.claims:
            assert texts[claim.article][claim.start : claim.end] == claim.text
            assert all(0 <= s < e <= len(claim.text) for s, e in claim.highlights)


def test_order_of_articles_changes_nothing(report):
    again = build_report(records=list(reversed(ARTICLES)))
    assert again.findings == report.findings


def test_an_exact_copy_adds_no_origin(report):
    copy = {**ARTICLES[2], "id": "e", "outlet": "Copy Post"}
    with_copy = build_report(records=[*ARTICLES, copy])
    one, two = ([f for f in killed(r) if f.relation == "conflict"][0] for r in (report, with_copy))
    assert two.origins == one.origins


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "checker", *arguments], capture_output=True, text=True, timeout=300, **options)


def test_command_line_writes_all_formats_and_goes_on_from_finished_work(tmp_path):
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(json.dumps(a) for a in ARTICLES) + '\n{"outlet": "No Text"}\n', encoding="utf-8")
    first = run("report", str(source), "-o", str(tmp_path / "out"))
    assert first.returncode == 0, first.stderr
    assert {p.name for p in (tmp_path / "out").glob("report.*")} == {"report.html", "report.md", "report.json", "report.csv"}
    assert "5" in first.stderr and "no_text" in first.stderr  # the fifth line has no text
    before = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    second = run("report", str(source), "-o", str(tmp_path / "out"), "--fail-on-findings")
    assert second.returncode == 3
    embedded = [line for line in second.stderr.splitlines() if line.startswith("embed: ")]
    done, of = embedded[0].removeprefix("embed: ").split(" of ")
    assert done == of  # nothing was left to embed: the first line already says all is done
    after = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert before["findings"] == after["findings"]


def test_bad_usage_exits_with_two_and_says_the_remedy(tmp_path):
    assert run("report", str(tmp_path / "absent"), "-o", str(tmp_path / "o")).returncode == 2
    answer = run("pair", "", "Something.")
    assert answer.returncode == 2 and "Fill it in" in answer.stderr
    answer = run("pair", "A.", "B.", "--a-date", "yesterday")
    assert answer.returncode == 2 and "2025-06-01" in answer.stderr


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_pairs_files_keep_their_rows_and_order(tmp_path, suffix):
    rows = [("x", "Seven people died in the Plovdiv fire.", "Nine people died in the Plovdiv fire."),
            ("y", "At least 12 people died in the Plovdiv fire.", "The Plovdiv fire killed 14 people.")]  # fmt: skip
    source, target = tmp_path / f"in{suffix}", tmp_path / f"out{suffix}"
    if suffix == ".csv":
        source.write_text("id,a,b,note\n" + "".join(f'{i},"{a}","{b}",n\r\n' for i, a, b in rows), encoding="utf-8")
    else:
        source.write_text("\n".join(json.dumps({"id": i, "a": a, "b": b, "note": "n"}) for i, a, b in rows), encoding="utf-8")
    answer = run("pairs", str(source), "-o", str(target), "--judge", "numbers")
    assert answer.returncode == 0, answer.stderr
    text = target.read_text(encoding="utf-8")
    if suffix == ".csv":
        import csv

        got = list(csv.DictReader(text.splitlines()))
    else:
        got = [json.loads(line) for line in text.splitlines()]
    assert [g["id"] for g in got] == ["x", "y"] and got[0]["note"] == "n"
    assert [g["relation"] for g in got] == ["conflict", "compatible"]


def test_importing_the_package_does_not_import_torch():
    code = "import sys, checker, checker.pipeline; sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_help_of_every_command():
    for command in ("report", "pair", "pairs", "claims", "serve", "settings", "schema"):
        assert run(command, "--help").returncode == 0


def test_readme_commands_exist():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for command in ("report", "pair", "pairs", "claims", "serve", "settings"):
        assert f"checker {command}" in readme
