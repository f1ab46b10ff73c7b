"""Boilerplate, captions and hard wraps go; prose stays; corrupted text is marked."""

import pytest

from checker.ingest import articles_from_records
from checker.ingest.boilerplate import strip_boilerplate
from checker.ingest.build import unwrap
from checker.ingest.captions import drop_captions
from checker.ingest.corruption import corruption_reasons

PROSE = "The council of Sall voted on Tuesday to close the bridge until the end of the year, its clerk said."


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content", "Advertisement", "Share this article on Facebook", "Copyright 2025 Sall Media, Inc.",
        "All rights reserved.", "#bridge #sall", "Read also:", "Latest", "Related Stories", "0:55",
        "Please enable Javascript to watch this video", "Image 1 of 19", "RELATED: Bridge closed once before",
        "Sign up for our morning letter", "Whenever Ann Hale posts new content, you'll get an email with a link.",
    ],
)  # fmt: skip
def test_dropped(line):
    assert [x for x in strip_boilerplate([PROSE, line]) if x] == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Latest figures show that 300 people have left the town since the bridge was closed.",
        "Comments by the mayor angered residents.",
        "Copyright law was not broken, the judge said. The publisher will appeal to the high court in May.",
        "More than 40 people were hurt.",
        "Your honour, I plead guilty.",
        "Photos were taken from 12 homes.",
        "Follow the money, she said, and 4 million crowns turn up.",
        "© or not, the picture was sold. Then it was burned in the yard.",
        "A second bridge",
    ],
)
def test_kept(line):
    assert strip_boilerplate([PROSE, line, PROSE]) == [PROSE, line, PROSE]


def test_comments_end_the_article_and_related_links_do_not_swallow_what_follows():
    lines = [
        PROSE,
        "Related Stories",
        "Mayor to resign",
        "Bridge: a history",
        PROSE,
        "12 Comments",
        "I was there, 90 died.",
    ]
    assert strip_boilerplate(lines) == [PROSE, PROSE]


def test_captions():
    assert drop_captions(["Ann Hale/Reuters", PROSE]) == [PROSE]
    assert drop_captions(["View Full Caption Sall Post/Ann Hale", PROSE]) == [PROSE]
    assert drop_captions(["The closed bridge in Sall. (Photo: Ann Hale)", PROSE]) == [PROSE]
    assert drop_captions([f"{PROSE} A man waits. | WIREPHOTO He had come by boat."]) == [
        f"{PROSE} He had come by boat."
    ]
    assert drop_captions([f"{PROSE} The U.S. Navy waits. | AFP-JIJI It left."]) == [f"{PROSE} It left."]


@pytest.mark.parametrize(
    "line",
    [
        "SALL (WXYZ/AP) – Two boats sank on Monday.",
        "Two of them (shown in images of the pier) left.",
        "He (Reuters) left.",
        "Turnout was 40% | 50% in towns.",
    ],
)
def test_no_caption(line):
    assert drop_captions([line]) == [line]


def test_hard_wrapped_text_is_joined_and_headlines_are_not():
    wrapped = [
        "The council of Sall voted on Tuesday to close the bridge until",
        "the end of the year, its clerk said, after engineers had found",
        "rust in two of its cables.",
    ]
    assert unwrap([*wrapped, "", "He added nothing."]) == [" ".join(wrapped), "", "He added nothing."]
    head = ["Council of Sall votes to close the old bridge until winter", PROSE]
    assert unwrap(head) == head


def test_text_of_prose_is_left_alone():
    text = f"{PROSE}\n\nSecond paragraph, 3,000 words “quoted”.\nThird line."
    assert articles_from_records([{"text": text}]).articles[0].text == text


def test_mojibake_is_marked_and_a_single_slip_is_not():
    broken = "The cafÃ© â€œSallâ€\x9d closed, the mayorâ€™s office said."
    assert corruption_reasons(broken)
    assert not corruption_reasons(PROSE * 5 + " One \ufffd slip.")
    assert not corruption_reasons("Ânimo! São Paulo, Ärger, âge, Übung, naïve, coöperate, Ðorđe, Ångström.")


def test_machine_rewrite_needs_two_signs():
    notes = "[1] The bridge is closed for now.\n\n[2] The mayor has left the town."
    slugs = "It may change how policy-and-legislation and general-news are seen in the town by many people."
    assert corruption_reasons(f"{PROSE}\n\n{notes}\n\n{slugs}")
    assert not corruption_reasons(f"{PROSE}\n\n{notes}")
    assert not corruption_reasons(f"{PROSE}\n\n{PROSE}")
    assert not corruption_reasons(f"{PROSE}\n\nA hit-and-run driver and a search-and-rescue team.\n\n{PROSE}")
    article = articles_from_records([{"text": f"{PROSE}\n\n{notes}\n\n{slugs}"}]).articles[0]
    assert article.flags == ("corrupted",) and len(article.flag_reasons) == 2
