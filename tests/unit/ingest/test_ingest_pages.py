"""Aggregator pages are split; outlets, times and carriers are kept as stated. All texts are invented."""

from datetime import UTC, datetime

import pytest

from checker.ingest import read_inputs

COMPACT = """
Harbour strike enters its second week
Dock workers in Tarnholm voted on Monday to go on with their strike, the union said in a statement on its website.
The port authority put the loss at 4 million crowns a day and asked the government to name a mediator.
Hashtags

Try Our AI Features
Explore what Newsbox can do for you:
Comments
No comments yet...
Related Articles


Coast Radio
7 hours ago
- Coast Radio
Ferry service halted by strike
Ferries between Tarnholm and the islands stopped running on Tuesday, leaving some 900 passengers on the quay. The operator said that it hoped to sail again on Thursday.

The Upland Times
2 days ago
- The Upland Times
Mediator named in harbour dispute
A retired judge will mediate in the harbour dispute, a Reuters photographer at the scene was told by the mayor's office. Pickets stand before gate 4. | REUTERS The judge, 71, settled a miners' strike in 1998.
"""

SPACED = """logo
Two killed as crane falls at building site

Two killed as crane falls at building site

Lakeside Tribune23-05-2025

Mara Quill, Pool Photo via AP
The mayor, left, speaks to rescuers beside the fallen crane in Oberau, Thursday, May 22, 2025.
Two workers were killed and nine injured when a crane fell at a building site in Oberau, police said Thursday.
Witnesses spoke of a gust of wind. Prosecutors told Interfax that they had opened an inquiry into the operator.

Grey banner

Try Our AI Features

Comments

Related Articles

Crane operator had been warned
Crane operator had been warned

Valley Asia

time2 hours ago

  • Valley Asia

Crane operator had been warned

OBERAU/BRENK (Financial Times) -- The operator of the crane had been warned twice about its anchors, according to letters seen by the paper, which date from the spring.

Site reopened after inspection
Site reopened after inspection

The Morning Bell

time11 hours ago

  • The Morning Bell

Site reopened after inspection

Inspectors allowed work to begin again at the Oberau building site on Saturday, where two people died last week. Nine others were hurt in the accident.(AP)

DOWNLOAD THE APP

Get Started Now: Download the App

Ready to read the world? Download our app today from your preferred store.
app-storeplay-store
"""


def read(tmp_path, name, text, meta=None, **options):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    if meta:
        (tmp_path / (path.stem + ".meta.json")).write_text(meta, encoding="utf-8")
    return read_inputs([path], **options)


def test_compact_page_is_split_into_main_and_related(tmp_path):
    got = read(tmp_path, "page.txt", COMPACT, '{"retrieved": "2025-03-12", "retrieved_basis": "inferred"}')
    assert [a.id for a in got.articles] == ["page#0", "page#1", "page#2"]
    assert [a.outlet for a in got.articles] == [None, "Coast Radio", "The Upland Times"]
    assert [a.title for a in got.articles] == [
        "Harbour strike enters its second week",
        "Ferry service halted by strike",
        "Mediator named in harbour dispute",
    ]
    main, ferry, mediator = got.articles
    assert main.text.startswith("Dock workers") and main.text.endswith("name a mediator.")
    assert main.published is None and main.published_text is None
    assert ferry.text.endswith("sail again on Thursday.")
    assert (ferry.published, ferry.published_granularity) == (datetime(2025, 3, 12), "day")
    assert (ferry.published_basis, ferry.published_text) == ("inferred", "7 hours ago")
    assert any("one earlier" in reason for reason in ferry.flag_reasons) and ferry.flags == ()
    assert mediator.published == datetime(2025, 3, 10)
    assert mediator.carrier == "Reuters"
    assert "Pickets" not in mediator.text and "|" not in mediator.text and "The judge, 71," in mediator.text
    assert {a.retrieved for a in got.articles} == {datetime(2025, 3, 12)}
    assert {a.page for a in got.articles} == {str(tmp_path / "page.txt")}
    assert got.skipped == ()
    assert got.inputs[0]["articles"] == 3


def test_a_clock_time_resolves_hours(tmp_path):
    got = read(tmp_path, "page.txt", COMPACT, '{"retrieved": "2025-03-12T05:00:00Z"}')
    # 05:00 minus 7 hours is 22:00 of the day before
    assert got.articles[1].published == datetime(2025, 3, 11, 22, tzinfo=UTC)
    assert got.articles[1].published_granularity == "hour"


def test_without_a_retrieval_time_nothing_is_resolved(tmp_path):
    got = read(tmp_path, "page.txt", COMPACT)
    assert [a.published for a in got.articles] == [None, None, None]
    assert got.articles[1].published_text == "7 hours ago"
    assert got.articles[1].published_basis == "unknown"


def test_retrieval_time_as_an_option(tmp_path):
    got = read(tmp_path, "page.txt", COMPACT, retrieved=datetime(2025, 3, 12, 5, tzinfo=UTC))
    assert got.articles[1].published == datetime(2025, 3, 11, 22, tzinfo=UTC)


def test_spaced_page_with_byline_captions_and_carriers(tmp_path):
    got = read(tmp_path, "page.txt", SPACED, '{"retrieved": "2025-06-01"}')
    main, crane, site = got.articles
    assert (main.outlet, main.title) == ("Lakeside Tribune", "Two killed as crane falls at building site")
    assert (main.published, main.published_basis) == (datetime(2025, 5, 23), "printed")
    assert main.text.startswith("Two workers were killed") and main.text.endswith("into the operator.")
    assert main.carrier is None, "a photo credit and a cited agency are no carrier"
    assert (crane.outlet, crane.carrier) == ("Valley Asia", "Financial Times")
    assert (site.outlet, site.carrier) == ("The Morning Bell", "AP")
    assert site.text.endswith("hurt in the accident.")
    assert crane.text.count("Crane operator had been warned") == 0


def test_html_page_of_the_same_shape(tmp_path):
    blocks = "".join(
        f"<li><h4>{title}</h4><div><span>{outlet}</span><div>3 hours ago</div><ul><li>{outlet}</li></ul></div>"
        f"<h4>{title}</h4><p>{body}</p></li>"
        for outlet, title, body in (
            (
                "Coast Radio",
                "Lighthouse sold",
                "The lighthouse at Point Sall was sold on Friday for 300,000 crowns to a baker.",
            ),
            (
                "Inland Post",
                "Baker to open rooms",
                "The <a href='/b'>baker</a> who bought the lighthouse will let four rooms in it from May.",
            ),
        )
    )
    html = (
        "<html><head><title>x</title></head><body><nav><a>Home</a></nav><h1>Lighthouse finds a buyer</h1>"
        "<p>After nine years on the market the lighthouse at Point Sall has found a buyer, the county said.</p>"
        f"<h3>Related Articles</h3><ul>{blocks}</ul></body></html>"
    )
    got = read(tmp_path, "light.html", html, '{"retrieved": "2025-02-10T12:00:00+00:00"}')
    assert [a.outlet for a in got.articles] == [None, "Coast Radio", "Inland Post"]
    assert got.articles[0].text.startswith("After nine years")
    assert got.articles[2].text == "The baker who bought the lighthouse will let four rooms in it from May."
    assert got.articles[2].published == datetime(2025, 2, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # 4 May 2025 is a Sunday, 5 April a Saturday
        (
            "The fair opened on Sunday after a storm on May 2 had torn two tents from the field by the river.",
            datetime(2025, 5, 4),
        ),
        (
            "The fair opened after a storm on April 3 had torn two tents from the field beside the river.",
            datetime(2025, 4, 5),
        ),
        ("The fair opened after a storm had torn two tents from the field beside the old river bridge.", None),
    ],
)
def test_day_and_month_are_told_by_the_article_or_left_open(tmp_path, body, expected):
    got = read(tmp_path, "fair.txt", f"Spring fair opens at last\n\nRiver Gazette04-05-2025\n\n{body}\n")
    (article,) = got.articles
    assert article.published == expected
    assert article.published_text == "04-05-2025"
    assert article.outlet == "River Gazette"
    assert ("ambiguous_date" in article.flags) == (expected is None)


def test_the_page_cannot_be_retrieved_before_it_is_published(tmp_path):
    text = "Spring fair opens at last\n\nRiver Gazette04-05-2025\n\nThe fair opened after a storm had torn two tents from its field.\n"
    got = read(tmp_path, "fair.txt", text, '{"retrieved": "2025-04-20"}')
    assert got.articles[0].published == datetime(2025, 4, 5)


def test_an_ordinary_article_that_mentions_times_is_not_split(tmp_path):
    text = (
        "Bakery burns down\n\nA bakery in Sall burned down on Monday and two people were taken to hospital, police said.\n\n"
        "7 hours ago\n\nThe owner said that the oven had been repaired in the spring and that nobody was to blame.\n"
    )
    got = read(tmp_path, "bakery.txt", text)
    assert [a.id for a in got.articles] == ["bakery"]
    assert got.articles[0].outlet is None


def test_sidecar_outlet_of_a_page_is_the_main_articles_only(tmp_path):
    got = read(tmp_path, "page.txt", COMPACT, '{"outlet": "Newsbox Daily", "id": "p1"}')
    assert [a.outlet for a in got.articles] == ["Newsbox Daily", "Coast Radio", "The Upland Times"]
    assert [a.id for a in got.articles] == ["p1#0", "p1#1", "p1#2"]


def test_list_with_outlet_and_time_on_one_line_and_headlines_before(tmp_path):
    text = (
        "Skip to main content\nMENU\nMayor opens new tram line\nBy Ann Hale\nPublished: 13 March 2025, 10:30\n"
        "The mayor of Sall opened a tram line on Wednesday, the first for 60 years, before a crowd of 2,000.\n\n"
        "More stories\n\nTram drivers ask for more pay\nCoast Radio · 5 hours ago\n"
        "Drivers of the new tram line said on Wednesday that they would strike for an hour on Friday.\n\n"
        "Line cost doubled, auditors say\nInland Post · 1 day ago\n"
        "The cost of the tram line in Sall rose from 40 to 82 million crowns, auditors said in a report.\n"
    )
    got = read(tmp_path, "tram.txt", text, '{"retrieved": "2025-03-13T18:00:00Z"}')
    assert [(a.outlet, a.title) for a in got.articles] == [
        (None, "Mayor opens new tram line"),
        ("Coast Radio", "Tram drivers ask for more pay"),
        ("Inland Post", "Line cost doubled, auditors say"),
    ]
    assert got.articles[0].published == datetime(2025, 3, 13)
    assert got.articles[0].text.startswith("The mayor") and got.articles[0].text.endswith("2,000.")
    assert got.articles[1].text.endswith("hour on Friday.")
    assert got.articles[1].published == datetime(2025, 3, 13, 13, tzinfo=UTC)
    assert got.articles[2].published == datetime(2025, 3, 12, tzinfo=UTC)
