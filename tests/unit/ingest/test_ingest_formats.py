"""Each format, and each way in which a file or row can be wrong: a clear report with line and remedy."""

import gzip
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from checker.errors import InputError
from checker.ingest import articles_from_records, read_inputs

TEXT = "The council of Sall voted on Tuesday to close the bridge until the end of the year, its clerk said."


def write(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def codes(got):
    return [(s.code, s.line) for s in got.skipped]


def test_jsonl_reports_each_bad_row_with_its_line(tmp_path):
    lines = [
        json.dumps({"id": "a", "outlet": "Sall Post", "published": "2025-05-23", "text": TEXT}),
        "",
        '{"outlet": "Sall Post"}',
        '{"text": "  "}',
        "{broken",
        json.dumps({"text": TEXT, "published": "23.05.2025"}),
        "[1, 2]",
        json.dumps({"text": 5}),
        json.dumps({"text": TEXT, "outlet": ["x"]}),
        json.dumps({"text": TEXT + " More.", "outlett": "Sall Post"}),
    ]
    path = write(tmp_path, "wire.jsonl", "\n".join(lines))
    got = read_inputs([path])
    assert [a.id for a in got.articles] == ["a", "wire:10"]
    assert got.articles[0].published == datetime(2025, 5, 23)
    assert (got.articles[0].published_basis, got.articles[0].published_granularity) == ("printed", "day")
    assert got.articles[1].source == f"{path}:10"
    assert codes(got) == [
        ("no_text", 3), ("no_text", 4), ("bad_json", 5), ("bad_date", 6), ("bad_row", 7), ("bad_field", 8),
        ("bad_field", 9), ("unknown_field", None),
    ]  # fmt: skip
    assert "'23.05.2025'" in got.skipped[3].reason and "2025-05-23" in got.skipped[3].remedy
    assert "outlett" in got.skipped[-1].reason
    assert all(s.source == str(path) and s.remedy for s in got.skipped)


def test_stop_raises_with_file_line_and_remedy(tmp_path):
    path = write(tmp_path, "wire.jsonl", json.dumps({"text": TEXT}) + '\n{"outlet": "x"}\n')
    with pytest.raises(InputError) as caught:
        read_inputs([path], on_error="stop")
    assert (caught.value.line, caught.value.code) == (2, "no_text")
    assert f"{path}:2" in str(caught.value) and "remove the row" in str(caught.value)


def test_stop_does_not_stop_at_notes(tmp_path):
    write(tmp_path, "a.jsonl", json.dumps({"text": TEXT, "tags": 1}))
    write(tmp_path, "picture.png", b"\x89PNG")
    got = read_inputs([tmp_path], on_error="stop")
    assert {s.code for s in got.skipped} == {"unknown_field", "unknown_kind"}
    assert len(got.articles) == 1


def test_gzip_and_damage(tmp_path):
    packed = gzip.compress(json.dumps({"text": TEXT}).encode())
    assert [a.id for a in read_inputs([write(tmp_path, "w.jsonl.gz", packed)]).articles] == ["w:1"]
    assert codes(read_inputs([write(tmp_path, "d.jsonl.gz", packed[:-12])]))[0][0] == "bad_gzip"
    assert codes(read_inputs([write(tmp_path, "e.jsonl.gz", b"no gzip")])) == [("bad_gzip", None)]


def test_json_list_object_and_wrapper(tmp_path):
    rows = [{"id": "x", "text": TEXT}, {"text": TEXT}]
    assert [a.id for a in read_inputs([write(tmp_path, "l.json", json.dumps(rows))]).articles] == ["x", "l:2"]
    assert len(read_inputs([write(tmp_path, "o.json", json.dumps({"articles": rows}))]).articles) == 2
    assert len(read_inputs([write(tmp_path, "s.json", json.dumps(rows[0]))]).articles) == 1
    assert codes(read_inputs([write(tmp_path, "b.json", "[{]")])) == [("bad_json", 1)]
    assert codes(read_inputs([write(tmp_path, "n.json", "[]")])) == [("empty", None)]


def test_csv_quotes_newlines_and_bad_rows(tmp_path):
    content = (
        "id,outlet,published,text\n"
        f'a,"Sall Post, The",2025-05-23T08:00:00+02:00,"{TEXT}\n\nSecond ""paragraph""."\n'
        "b,Sall Post,2025-05-23\n"
        f"c,Sall Post,,{TEXT.replace(',', ';')}\n"
        'd,Sall Post,,"never closed\n'
    )
    got = read_inputs([write(tmp_path, "t.csv", content)])
    assert [a.id for a in got.articles] == ["a", "c"]
    assert got.articles[0].outlet == "Sall Post, The"
    assert got.articles[0].text.endswith('Second "paragraph".')
    assert got.articles[0].published == datetime(2025, 5, 23, 8, tzinfo=timezone(timedelta(hours=2)))
    # row a takes lines 2 to 4, so that b is on line 5, c on 6 and d on 7
    assert codes(got) == [("bad_row", 5), ("bad_row", 7)]


def test_csv_without_text_column_tsv_and_semicolons(tmp_path):
    assert codes(read_inputs([write(tmp_path, "n.csv", "id,body\n1,x\n")])) == [("no_text", 1)]
    assert len(read_inputs([write(tmp_path, "t.tsv", f"outlet\ttext\nSall\t{TEXT}\n")]).articles) == 1
    assert len(read_inputs([write(tmp_path, "s.csv", f"outlet;text\nSall;{TEXT}\n")]).articles) == 1
    latin = "outlet,text\nSall,Der Fährmann von Säll fährt über die Brücke\n".encode("cp1252")
    assert "Fährmann" in read_inputs([write(tmp_path, "l.csv", latin)]).articles[0].text


def test_markdown_loses_its_markup_and_no_number(tmp_path):
    content = (
        '---\nid: m1\noutlet: "Sall: Post"\npublished: 2025-05-23\ntags:\n  - bridge\n---\n\n# Bridge closed\n\n'
        "The **council** of [Sall](https://example.org) voted\non *Tuesday*.\n\n![Bridge](b.png)\n\n"
        "1. First span\n2. Second span\n\n> 12 \\* 3 &amp; more\n"
    )
    got = read_inputs([write(tmp_path, "m.md", content)])
    (article,) = got.articles
    assert (article.id, article.outlet, article.title) == ("m1", "Sall: Post", "Bridge closed")
    assert article.text == "The council of Sall voted on Tuesday.\n\n1. First span\n\n2. Second span\n\n12 * 3 & more"
    assert codes(got) == [("unknown_field", None)]


def test_markdown_title_needs_no_prose(tmp_path):
    got = read_inputs([write(tmp_path, "m.md", f"# Bridge closed\n\n{TEXT}\n")])
    assert (got.articles[0].id, got.articles[0].title, got.articles[0].text) == ("m", "Bridge closed", TEXT)


HTML = """<!DOCTYPE html><html><head><title>Bridge closed - Sall Post</title>
<meta property="og:site_name" content="Sall Post"><meta property="og:title" content="Bridge closed">
<meta property="article:published_time" content="2025-05-23T08:00:00+00:00"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1><p>{text}</p>
<p>Engineers had found rust in two of its cables, and a third had snapped in the frost of January.</p>
<p>Some 4,000 people cross the bridge each day. A ferry will take them over the river free of charge.</p></article>
<section class="comments"><p>Reader: 900 people died on it, I saw them all fall into the water myself.</p></section>
<footer>All rights reserved.</footer></body></html>"""


def test_html_main_text_and_metadata(tmp_path):
    got = read_inputs([write(tmp_path, "h.html", HTML.format(text=TEXT))])
    (article,) = got.articles
    assert (article.outlet, article.title) == ("Sall Post", "Bridge closed")
    assert article.published == datetime(2025, 5, 23, 8, tzinfo=UTC)
    assert (article.published_basis, article.published_granularity) == ("printed", "second")
    assert article.text.startswith(TEXT) and article.text.endswith("free of charge.")
    assert "900" not in article.text


def test_html_invents_neither_outlet_nor_date(tmp_path):
    html = HTML.format(text=TEXT)
    for line in (
        '<meta property="og:site_name" content="Sall Post">',
        '<meta property="article:published_time" content="2025-05-23T08:00:00+00:00">',
    ):
        html = html.replace(line, "")
    html = html.replace("All rights reserved.", "© 2019 All rights reserved.")
    (article,) = read_inputs([write(tmp_path, "h.html", html)]).articles
    assert article.outlet is None
    assert (article.published, article.published_basis) == (None, "unknown")


def test_html_without_an_article(tmp_path):
    assert codes(read_inputs([write(tmp_path, "h.html", "<html><body></body></html>")])) == [("no_text", None)]
    assert codes(read_inputs([write(tmp_path, "i.html", "<!-- -->")]))[0][0] in ("no_text", "bad_html")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = "Der Fährmann von Säll fährt über die Brücke, sagte der Bürgermeister am Dienstag. Es wäre schön für alle."
    got = read_inputs([write(tmp_path, "t.txt", text.encode(encoding))])
    assert got.articles[0].text == text


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("b.txt", b" \n\t \r\n", "empty"),
        ("c.txt", bytes(range(256)) * 20, "encoding"),
        ("d.txt", b"\xff\xfeA", "encoding"),
        ("e.txt", b"Skip to content\nAdvertisement\n", "no_text"),
        ("f.pdf", b"%PDF-1.4", "unknown_kind"),
        ("g.jsonl", b'{"text": "caf\xe9"}', "encoding"),
        ("h.jsonl", b"\n\n", "empty"),
        ("i.csv", b"\n", "empty"),
        ("j.meta.json", b"{}", "sidecar"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, name, content, code):
    got = read_inputs([write(tmp_path, name, content)])
    assert got.articles == ()
    assert [s.code for s in got.skipped] == [code]
    assert got.skipped[0].reason and got.skipped[0].remedy and name in got.skipped[0].source
    with pytest.raises(InputError):
        read_inputs([tmp_path / name], on_error="stop")


def test_a_file_over_the_limit(tmp_path):
    path = write(tmp_path, "big.txt", b"a" * 2001)
    got = read_inputs([path], max_bytes=2000)
    assert codes(got) == [("too_big", None)] and "2,001" in got.skipped[0].reason
    rows = "\n".join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(30))
    assert len(read_inputs([write(tmp_path, "big.jsonl", rows)], max_bytes=2000).articles) == 30


def test_a_row_too_long_is_reported(monkeypatch, tmp_path):
    monkeypatch.setattr("checker.ingest.formats.base.MAX_ROW_CHARACTERS", 120)
    monkeypatch.setattr("checker.ingest.formats.jsonl.MAX_LINE_BYTES", 300)
    rows = [{"text": TEXT * 2}, {"text": TEXT * 9}, {"text": TEXT}]
    got = read_inputs([write(tmp_path, "w.jsonl", "\n".join(map(json.dumps, rows)))])
    assert codes(got) == [("text_too_long", 1), ("text_too_long", 2)]
    assert [a.id for a in got.articles] == ["w:3"]


def test_records_from_memory():
    got = articles_from_records(
        [
            {"text": TEXT, "outlet": "Sall Post", "published": datetime(2025, 5, 23)},
            {"outlet": "x"},
            "row",
            {"text": TEXT + "\ud800"},
        ]
    )
    assert [a.id for a in got.articles] == ["records:1", "records:4"]
    assert codes(got) == [("no_text", 2), ("bad_row", 3)]
    got.articles[1].text.encode("utf-8")
