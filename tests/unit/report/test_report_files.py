"""Markdown, CSV, JSON and the writing of files."""

import csv
import io
import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from sample_report import (
    HOSTILE,
    LONG,
    agreement,
    conflict,
    empty,
    growth,
    hostile,
    many,
    sample,
    undetermined,
)

from checker.errors import UsageError
from checker.report import write_report
from checker.report.json import json_schema, render_json
from checker.report.markdown import escape, render_markdown
from checker.report.tables import COLUMNS, render_csv
from checker.schema import Report


def test_markdown_escapes_what_would_be_markup():
    assert escape("a | b *c* [d](e) <f> & `g` #h") == r"a \| b \*c\* \[d\]\(e) &lt;f&gt; &amp; \`g\` \#h".replace(
        r"\(", "("
    )
    assert escape("- no list") == r"\- no list" and escape("12. no list") == r"12\. no list"
    assert escape("two\nlines\tof  text") == "two lines of text"


def test_markdown_has_every_finding_in_order_and_no_raw_markup():
    text = render_markdown(sample())
    assert HOSTILE not in text and "<script" not in text
    places = [text.index(f"### {number}. ") for number in (1, 2, 3, 4, 5, 6)]
    assert places == sorted(places)
    for claim in conflict().claims:
        assert claim.text[claim.highlights[0][0] : claim.highlights[0][1]] in text
    assert "<b>at least 12</b>" in text
    assert "low **“dozens”** / best **60**" in text
    assert "](<javascript" not in text
    assert LONG in text


def test_markdown_tables_have_equal_cells():
    lines = render_markdown(many(60), full_per_section=2).splitlines()
    for head, row in pairwise(lines):
        if head.startswith("|") and row.startswith("|"):
            assert head.replace("\\|", "").count("|") == row.replace("\\|", "").count("|")


def test_markdown_says_what_it_shortens_and_when_it_is_empty():
    assert "one line each; report.json holds them in full" in render_markdown(many(60), full_per_section=2)
    assert "report.json" not in render_markdown(many(60), json_href=None, full_per_section=2)
    assert "No two statements were found" in render_markdown(empty())


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(report))))


def test_csv_has_a_row_for_each_claim_of_each_finding():
    report = sample()
    found = rows(report)
    assert [r["claim"] for r in found] == [c.id for f in report.findings for c in f.claims]
    assert list(found[0]) == list(COLUMNS)
    first = found[0]
    assert (first["value_text"], first["low"], first["high"], first["bound"]) == ("12", "12", "12", "exact")
    assert (first["published"], first["published_basis"]) == ("2031-03-10T21:00:00+00:00", "inferred")
    assert first["text"] == conflict().claims[0].text


def test_csv_keeps_a_vague_word_a_word():
    vague = rows(sample([undetermined()]))[0]
    assert (vague["value_text"], vague["low"], vague["high"], vague["bound"]) == ("dozens", "", "", "vague")
    assert vague["finding_low"] == "“dozens”" and vague["finding_best"] == "60"


def test_csv_cells_do_not_run_as_formulas():
    row = next(r for r in rows(sample([hostile()])) if r["claim"] == "c-h3")
    assert row["outlet"] == "'=cmd()" and row["speaker"] == "'@SUM(A1)" and row["text"].startswith("'+19 hurt")
    cold = growth().model_copy(update={"low": -4.0})
    assert rows(sample([cold]))[0]["finding_low"] == "-4"  # a number is no formula


def test_json_reads_back_to_the_same_record():
    report = sample()
    assert Report.model_validate_json(render_json(report)) == report


def test_json_survives_a_file_name_that_is_not_utf8():
    text = render_json(sample([agreement()], inputs=({"path": os.fsdecode(b"news/\xff.txt")},)))
    assert json.loads(text)["inputs"] == [{"path": "news/?.txt"}]
    assert Report.model_validate_json(text).findings == (agreement(),)


def test_schema_describes_the_report():
    schema = json_schema()
    assert schema["title"] == "Report" and schema["$schema"].endswith("2020-12/schema")
    assert {"Finding", "FindingClaim", "Quantity"} <= set(schema["$defs"])
    assert set(json.loads(render_json(empty()))) == set(schema["properties"])


def test_write_gives_the_paths_in_order_and_leaves_no_parts(tmp_path):
    paths = write_report(sample(), tmp_path / "new" / "folder", ["csv", "html", "md", "json", "html"])
    assert [p.name for p in paths] == ["report.csv", "report.html", "report.md", "report.json"]
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == sorted(p.name for p in paths)
    for path in paths:
        assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
        path.read_text(encoding="utf-8")


def test_a_page_without_json_does_not_point_to_it(tmp_path):
    (path,) = write_report(sample(), tmp_path, ["html"])
    assert 'href="report.json"' not in path.read_text(encoding="utf-8")


def test_a_failed_write_leaves_the_earlier_report(tmp_path, monkeypatch):
    (path,) = write_report(empty(), tmp_path, ["md"])
    before = path.read_bytes()

    def fail(*_):
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UsageError, match="no space left"):
        write_report(sample(), tmp_path, ["md"])
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]


def test_wrong_formats_and_folders_are_named(tmp_path):
    with pytest.raises(UsageError, match=r"'pdf' is not known\. Choose from html"):
        write_report(empty(), tmp_path, ["pdf"])
    with pytest.raises(UsageError, match="nothing"):
        write_report(empty(), tmp_path, [])
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="Name a folder"):
        write_report(empty(), tmp_path / "file", ["md"])


def test_the_order_of_rendering_is_the_same_each_time(tmp_path):
    first, second = (write_report(sample(), tmp_path / name, ["html", "md", "csv", "json"]) for name in "ab")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_importing_the_package_loads_no_template_engine():
    code = "import sys, checker.report; print('jinja2' in sys.modules, 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
