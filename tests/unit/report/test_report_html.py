"""The HTML page: sound, self-contained, escaped, and complete."""

import base64
import hashlib
import re
from html.parser import HTMLParser

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
)

from checker.report.finding_view import FULL_CLAIMS, FindingView
from checker.report.html import render_html

VOID = {"meta", "input", "br", "link", "img", "hr", "source", "wbr"}


class Page(HTMLParser):
    """Checks that tags nest, and keeps what the tests ask about."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.marks: list[str] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):  # SVG
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        if "script" not in self.open and "style" not in self.open:
            self.text.append(data)
        if "mark" in self.open:
            self.marks[-1] += data

    def all(self, tag: str) -> list[dict]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.text))


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render_html(sample()))


@pytest.mark.parametrize("report", [sample(), empty(), sample([], articles=())], ids=["sample", "empty", "nothing"])
def test_tags_nest_and_ids_are_unique(report):
    page = Page(render_html(report))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = [a["href"][1:] for a in page.all("a") if a["href"].startswith("#")]
    assert set(targets) <= set(ids)


def test_nothing_is_loaded_from_elsewhere(page):
    loaders = {"img", "link", "iframe", "object", "embed", "audio", "video", "source", "base", "use", "image"}
    assert not [tag for tag, _ in page.tags if tag in loaders]
    for tag, attrs in page.tags:
        assert not {"src", "srcset", "style", "action", "xlink:href"} & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
    hrefs = {a["href"] for a in page.all("a") if not a["href"].startswith("#")}
    claimed = {c.url for f in sample().findings for c in f.claims if c.url and c.url.startswith("https:")}
    assert hrefs == claimed | {"report.json"}
    style = re.search(r"<style>(.*?)</style>", render_html(sample()), re.DOTALL)[1]
    assert "url(" not in style and "@import" not in style


def test_the_policy_names_the_hashes_of_the_page_s_own_style_and_script():
    source = render_html(sample())
    policy = next(a["content"] for a in Page(source).all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_hostile_text_is_shown_and_never_run(page):
    source = render_html(sample())
    assert HOSTILE not in source
    assert page.words.count(HOSTILE) > 10
    assert LONG in page.words
    assert source.count("<script") == 1
    assert "javascript:" not in "".join(a["href"] for a in page.all("a"))
    assert "\x00" not in source


def test_right_to_left_text_has_its_direction(page):
    assert [q["dir"] for q in page.all("blockquote")].count("rtl") == 1


def test_every_finding_and_every_sentence_is_there(page):
    report = sample()
    for number, finding in enumerate(report.findings, 1):
        assert any(attrs.get("id") == f"f{number}" for _, attrs in page.tags)
        assert re.sub(r"\s+", " ", finding.explanation) in page.words
        for claim in finding.claims:
            assert re.sub(r"\s+", " ", f"“{claim.text}”".replace("\x00", "\ufffd")) in page.words


def test_marks_are_the_spans_of_the_claims(page):
    # Each claim of the sample has one highlight: its figure, or the word that differs.
    wanted = [c.text[s:e] for f in sample().findings for c in f.claims for s, e in c.highlights]
    assert sorted(page.marks) == sorted(wanted)


def test_who_when_and_what_settles_it(page):
    for said in (
        "5 outlets, 3 origins: Mayor Ilse Orlan, a nurse, rescue service",
        "Published 10 March 2031, 21:00 UTC (inferred from “3 hours ago”)",
        "as of 10 March 2031 (inferred from “in the evening”)",
        "via Coast Agency",
        "What would settle it: The mayor’s own statement",
        "Best: the newest attributed value",
        "outlet not stated",
        "no speaker named",
        "repeats the text of",
    ):
        assert said in page.words, said


def test_a_vague_word_is_never_shown_as_a_number():
    assert "24" not in re.sub(r"\s(x|y)\d?=\S+", "", " ".join(Page(render_html(sample([_vague_only()]))).text))


def _vague_only():
    from sample_report import undetermined

    return undetermined()


def test_confidence_is_a_word_with_its_note(page):
    shown = page.words
    assert "Confidence: high (the judge’s own estimate, not a measured error rate)" in shown
    assert "0.83" not in shown and "%" not in shown.replace(f"{LONG}", "")


def test_no_blame(page):
    assert not re.search(r"\b(wrong|liar|lied|false|fake)\b", page.words, re.IGNORECASE)


def test_first_screen_has_ten_rows_of_conflicts_and_disputes():
    page = Page(render_html(many(100)))
    source = render_html(many(100))
    first = source.split('id="first"')[1].split("</section>")[0]
    rows = re.findall(r'<article class="card r-(\w+)"', first)
    assert len(rows) == 10 and set(rows) <= {"conflict", "dispute"}
    assert sum("data-r" in attrs for _, attrs in page.tags) == 100  # each finding once


def test_a_long_report_says_what_it_shortens():
    source = render_html(many(100), full_per_section=5)
    page = Page(source)
    # 20 of each relation; ten of the 40 conflicts and disputes are on the first screen, five of each relation follow
    # in full: lines = (20-5-5) * 2 + (20-5) * 3 = 65.
    assert len(re.findall(r"<tr id=", source)) == 65
    assert "10 more findings, one line each" in page.words and "15 more findings, one line each" in page.words
    assert "findings[99]" in page.words
    assert "report.json" not in render_html(many(100), json_href=None, full_per_section=5)


def test_many_statements_are_folded_and_counted():
    base = growth()
    claims = tuple(base.claims[0].model_copy(update={"id": f"c{i}"}) for i in range(FULL_CLAIMS + 3))
    page = Page(render_html(sample([base.model_copy(update={"claims": claims, "timeline": (), "pairs": ()})])))
    assert "39 more statements" in page.words  # 43 less the four that stand open
    assert "3 further statements not written here" in page.words


def test_no_findings_is_said_plainly():
    shown = Page(render_html(empty())).words
    assert "No conflict or dispute found in 2 articles from 2 stated outlets" in shown
    assert "No two statements were found that speak of the same fact" in shown
    assert "1 input could not be read" in shown


def test_the_gravest_pair_comes_first_and_an_update_keeps_its_order():
    view = FindingView(0, conflict(), {})
    assert [c.claim.id for c in view.claims][:2] == ["c-harbour", "c-valley"]
    assert view.pairs[0].pair.relation == "conflict"
    assert [c.claim.id for c in FindingView(0, growth(), {}).claims] == ["c-g1", "c-g2", "c-g3"]


def test_unknown_outlets_are_not_one_voice():
    from sample_report import undetermined

    view = FindingView(0, undetermined(), {})
    assert len({c.tone for c in view.claims}) == 2


def test_agreements_are_folded():
    source = render_html(sample([agreement(), hostile()]))
    assert '<details class="card r-same"' in source


def test_colours_have_contrast():
    """WCAG 2.1 AA, 4.5 to 1, for every text colour on both papers, in light and dark."""
    style = re.search(r"<style>(.*?)</style>", render_html(empty()), re.DOTALL)[1]
    schemes = re.findall(r":root\{([^}]*)\}", style)
    assert len(schemes) == 2
    for scheme in schemes:
        colour = dict(re.findall(r"--(\w+):(#[0-9a-f]+)", scheme))
        for name in ("ink", "dim", "link", "conflict", "dispute", "update", "undetermined", "agree"):
            for paper in ("bg", "card"):
                assert contrast(colour[name], colour[paper]) >= 4.5, (name, paper)
        for tone in range(8):
            assert contrast(colour[f"t{tone}"], colour["onmark"]) >= 4.5, tone
        assert contrast(colour["markink"], colour["mark"]) >= 4.5


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    code = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
