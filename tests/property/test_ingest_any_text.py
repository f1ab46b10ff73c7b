"""Whatever the bytes or the text, ingest gives articles or reasons; copies do not depend on order."""

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.ingest import articles_from_records, link_copies, read_inputs
from checker.ingest.boilerplate import strip_boilerplate
from checker.ingest.build import articles_of_page, to_lines
from checker.ingest.fields import Fields
from checker.ingest.formats.markdown import strip_markdown
from checker.schema import Article

LINES = st.sampled_from(
    ["7 hours ago", "time2 days ago", "Coast Radio", "- Coast Radio", "• Coast Radio",
     "Related Articles", "Comments", "",
     "Coast Radio23-05-2025", "04-05-2025",
     "Two died at sea on Monday, the coast guard of Sall said in a short statement.",
     "Two died at sea", "By Ann Hale, AP", "(AP)", "| REUTERS", "Photo via AP", "[1] One.", "---", "#tag"]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=30))
def test_any_page_gives_articles_with_distinct_ids(lines):
    found = articles_of_page(to_lines("\n".join(lines)), Fields(), id="p", source="p.txt")
    assert len({a.id for a in found}) == len(found)
    assert all(a.text.strip() and a.published is None or a.published_basis == "printed" for a in found)


@given(st.text(max_size=300))
def test_any_record_is_read_or_reported(text):
    got = articles_from_records([{"text": text, "title": text[:20], "outlet": text[-10:]}])
    assert len(got.articles) + len(got.skipped) == 1
    for article in got.articles:
        article.model_dump_json().encode("utf-8")
        assert article.text == article.text.strip()


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), max_size=20))
def test_cleaning_adds_nothing(lines):
    stripped = [line.strip() for line in lines]
    assert all(line in stripped or not line for line in strip_boilerplate(stripped))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from([".txt", ".md", ".html", ".jsonl", ".json", ".csv", ".tsv", ".jsonl.gz"])
)
def test_any_bytes_are_read_or_reported(tmp_path, data, ending):
    path = tmp_path / f"x{ending}"
    path.write_bytes(data)
    got = read_inputs([path])
    assert got.articles or got.skipped
    assert len(got.inputs) == 1


@given(st.permutations(range(6)))
def test_copies_do_not_depend_on_order_where_dates_are_known(order):
    base = [f"w{n}" for n in range(60)]
    texts = [base, base[:50], [*base, "end"], [f"v{n}" for n in range(60)], base, [f"v{n}" for n in range(55)]]
    start = datetime(2025, 1, 1)
    articles = [Article(id=str(n), text=" ".join(t), published=start + timedelta(days=n)) for n, t in enumerate(texts)]
    got = {a.id: a.copy_of for a in link_copies([articles[n] for n in order])}
    assert got == {a.id: a.copy_of for a in link_copies(articles)}
    assert [got[str(n)].of if got[str(n)] else None for n in range(6)] == [None, "0", "0", None, "0", "3"]


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "(a",
        "[photo ",
        " | A",
        "A. ",
        "ago ",
        "By A, ",
        "1 ",
        "#a ",
        "©",
        "a-",
        "\u00c3\u00a9",
        "1-1-",
        "copyright ",
        "<a ",
        "*",
        "[a](",
        "- ",
        "| A ",
    ],
)
def test_time_is_linear_in_the_length(piece):
    def seconds(count):
        text = piece * count
        began = time.process_time()
        articles_from_records([{"text": text}])
        articles_of_page(to_lines(text.replace(" ", "\n")), Fields(), id="p", source="p")
        return time.process_time() - began

    seconds(10)
    # ten times the text may take some 10 times as long, never 100 times; the floor keeps clock noise out
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.02)


@pytest.mark.parametrize("piece", ["*a ", "[", "[a](", "> ", "`", "<a ", "1. "])
def test_markdown_of_odd_repetition_ends(piece):
    began = time.process_time()
    strip_markdown(piece * 3000)
    assert time.process_time() - began < 5
