"""Folders, sidecars, ids and progress."""

import json

import pytest

from checker.ingest import read_inputs

TEXT = "The council of Sall voted on Tuesday to close the bridge until the end of the year, its clerk said."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "one.txt").write_text(TEXT + " Two.")
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "one.meta.json").write_text(
        json.dumps({"outlet": "Sall Post", "published": "2025-05-23", "source": "x"})
    )
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / ".git" / "x.txt").write_text(TEXT)
    (tmp_path / "notes.docx").write_bytes(b"PK")
    (tmp_path / "lost.meta.json").write_text("{}")
    return tmp_path


def test_folder(folder):
    calls = []
    got = read_inputs([folder], progress=lambda *call: calls.append(call))
    assert [a.id for a in got.articles] == ["one", "one~2"]
    assert [a.outlet for a in got.articles] == ["Sall Post", None]
    assert {s.code for s in got.skipped} == {"unknown_field", "unknown_kind", "orphan_sidecar"}
    assert [call[:2] for call in calls] == [(0, 2), (1, 2), (2, 2)]
    first = got.inputs[0]
    assert (first["kind"], first["bytes"], first["articles"]) == ("text", len(TEXT), 1)
    # sha256 of the same bytes, from the reference implementation
    import hashlib

    assert first["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_file_given_twice_is_read_once(folder):
    got = read_inputs([folder / "one.txt", folder])
    assert [a.id for a in got.articles] == ["one", "one~2"]
    assert "duplicate_input" in {s.code for s in got.skipped}


def test_missing_input(tmp_path):
    got = read_inputs([tmp_path / "no.txt"])
    assert [s.code for s in got.skipped] == ["not_found"]
    assert read_inputs(["a\0b"]).skipped[0].code in ("not_found", "unreadable")


@pytest.mark.parametrize(
    ("meta", "code"),
    [
        ("{", "bad_sidecar"),
        ("[]", "bad_sidecar"),
        ('{"published": "May 23"}', "bad_date"),
        ('{"retrieved_basis": "x", "retrieved": "2025-01-01"}', "bad_field"),
    ],
)
def test_bad_sidecar(tmp_path, meta, code):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "one.meta.json").write_text(meta)
    got = read_inputs([tmp_path / "one.txt"])
    assert got.articles == ()
    assert [s.code for s in got.skipped] == [code]
    assert "one.txt is not read" in got.skipped[0].reason or "so one.txt is not read" in got.skipped[0].reason


def test_duplicate_ids_are_reported_and_made_ones_give_way(tmp_path):
    rows = [{"id": "one", "text": TEXT}, {"id": "two", "text": TEXT + " B."}, {"id": "two", "text": TEXT + " C."}]
    (tmp_path / "a_one.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "one.txt").write_text(TEXT + " D.")
    got = read_inputs([tmp_path / "one.txt", tmp_path / "a_one.jsonl"])
    assert [a.id for a in got.articles] == ["one~2", "one", "two"]
    assert [(s.code, s.line) for s in got.skipped] == [("duplicate_id", 3)]
    assert [entry["articles"] for entry in got.inputs] == [1, 2]


def test_sidecar_of_rows_fills_what_they_leave_open(tmp_path):
    (tmp_path / "w.jsonl").write_text(
        "\n".join(json.dumps(r) for r in ({"text": TEXT}, {"text": TEXT, "outlet": "Own"}))
    )
    (tmp_path / "w.meta.json").write_text(
        '{"outlet": "Sall Post", "retrieved": "2025-06-01", "retrieved_basis": "inferred"}'
    )
    got = read_inputs([tmp_path / "w.jsonl"])
    assert [a.outlet for a in got.articles] == ["Sall Post", "Own"]
    assert {a.retrieved_basis for a in got.articles} == {"inferred"}


def test_a_title_is_taken_from_a_headline_only(tmp_path):
    (tmp_path / "h.txt").write_text(f"Bridge closed until winter\n\n{TEXT}\n")
    (tmp_path / "s.txt").write_text(f"Two died.\n\n{TEXT}\n")
    (tmp_path / "t.txt").write_text("Bridge closed until winter")
    h, s, t = read_inputs([tmp_path]).articles
    assert (h.title, h.text) == ("Bridge closed until winter", TEXT)
    assert (s.title, s.text) == (None, f"Two died.\n\n{TEXT}")
    assert (t.title, t.text) == (None, "Bridge closed until winter")
