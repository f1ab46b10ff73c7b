"""Places, their containment and role."""

import pytest

from checker.read import read_article, read_text
from checker.schema import Article


def places(text):
    return {p.name: p for p in read_text(text)[0].places if not p.added}


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("A tram burned in Kyiv.", "Kyiv", ("kyiv", "ukraine")),
        ("A tram burned in Kiev.", "Kiev", ("kyiv", "ukraine")),
        ("Two men were shot in Austin, Texas.", "Austin", ("austin", "texas", "united states")),
        ("Two men were shot in Smallville, Kan.", "Smallville", ("smallville", "kansas", "united states")),
        ("A drone fell in the Kursk region.", "Kursk region", ("kursk region", "russia")),
        ("A drone fell in Kursk.", "Kursk", ("kursk", "kursk region", "russia")),
        ("Floods hit the regions of Bryansk and Oryol.", "Bryansk", ("bryansk region", "russia")),
        ("A mine collapsed in Zonguldak province, Turkey.", "Zonguldak province", ("zonguldak region", "turkey")),
        ("He was held in the Moabit district of Berlin.", "Moabit district",
         ("moabit district", "berlin", "berlin region", "germany")),
        ("In Rome, a car burned in the Quarticciolo district.", "Quarticciolo district",
         ("quarticciolo district", "rome", "lazio", "italy")),
        ("A quake struck near Wellington, New Zealand.", "Wellington",
         ("wellington", "wellington region", "new zealand")),
        ("They took the village of Verbivka.", "Verbivka", ("verbivka",)),
        ("A tanker burned in Crimea.", "Crimea", ("crimea", "ukraine")),
        ("Fighting went on in Donbass.", "Donbass", ("donbas", "ukraine")),
        ("The bomb fell on the Ukrainian capital.", "Ukrainian capital", ("kyiv", "ukraine")),
    ],
)  # fmt: skip
def test_path(text, name, path):
    assert places(text)[name].path == path


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Orange met Joe Hall.",
        "Since Monday, More was ill.",
        "Paris Hilton and Jordan Smith arrived.",
        "South Main Street was closed.",
        "Earlier Sunday, he left.",
        "Reading is fun.",
        "The Bronze Medal went home.",
    ],
)
def test_no_place(text):
    assert places(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Russia launched 12 drones at Ukraine.", "Russia", "actor"),
        ("Russia launched 12 drones at Ukraine.", "Ukraine", "target"),
        ("Ukraine's army shot down 12 drones over Poltava.", "Ukraine", "actor"),
        ("Ukraine's army shot down 12 drones over Poltava.", "Poltava", "location"),
        ("Turkish police held two men in Izmir.", "Turkish", "actor"),
        ("A shell fell deep in Russian territory.", "Russian", "location"),
        ("The ship came from Oslo.", "Oslo", "origin"),
        ("Moscow agreed to talks.", "Moscow", "actor"),
        ("Kyiv Mayor Anna Bilyk spoke.", "Kyiv", "actor"),
    ],
)
def test_role(text, name, role):
    assert places(text)[name].role == role


def test_a_claim_without_a_place_gets_the_articles():
    article = Article(id="x", title="Tram burns in Graz", text="A tram burned on Monday. Five people died.")
    claim = read_article(article)[1]
    assert [(p.name, p.added, p.start) for p in claim.places] == [("Graz", True, None)]


def test_namesakes_follow_the_articles_home():
    text = "CHICAGO (AP) -- A man was shot in Chicago. The case went to Cook County court in Springfield."
    claims = read_text(text)
    springfield = next(p for p in claims[-1].places if p.name == "Springfield")
    assert springfield.path == ("springfield", "illinois", "united states")


def test_an_ambiguous_town_keeps_only_its_name():
    assert places("Two men were shot in Springfield.")["Springfield"].path == ("springfield",)
