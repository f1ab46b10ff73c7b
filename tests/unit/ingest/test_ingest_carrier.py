"""The carrier is the agency credited for the text; sources and photo credits are not."""

import pytest

from checker.ingest.carrier import find_carrier, strip_final_credit


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("DOVER, England (AP) -- Two boats sank on Monday.", "AP"),
        ("OSLO (Norwire) -- Snow closed the airport.", "Norwire"),
        ("MILLTOWN/PORT SALL (Financial Times) — The bank said so.", "Financial Times"),
        ("KYIV, June 6 (Reuters) - The minister left.", "Reuters"),
        ("New Delhi (PTI) - The court ruled.", "PTI"),
        ("MOSCOW, June 5. /TASS/. The minister left.", "TASS"),
        ("DOVER (WXYZ/AP) – Two boats sank on Monday.", "AP"),
        ("By Ann Hale, Reuters\n\nTwo boats sank on Monday.", "Reuters"),
        ("By The Associated Press\n\nTwo boats sank on Monday.", "AP"),
        ("By Ann Hale | AFP\n\nTwo boats sank on Monday.", "AFP"),
        ("Two boats sank on Monday. (Norwire)", "Norwire"),
        ("Two boats sank on Monday.(AP)", "AP"),
        ("Two boats sank.\n\n© 2025 AFP", "AFP"),
        ("Two boats sank, a Reuters photographer at the scene said.", "Reuters"),
        ("Reuters witnesses reported two blasts.", "Reuters"),
    ],
)
def test_credited(text, carrier):
    assert find_carrier(text) == carrier


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Interfax that he would leave.",
        "The Wall Street Journal reported that the bank had failed.",
        "DOVER, England - Two boats sank on Monday.",
        "The committee (Finance) - a small one - met.",
        "(MILLTOWN) - Two boats sank on Monday.",
        "A Reuters photographer was hurt by the blast.",
        "By Tom Snap\n\nTwo boats sank on Monday.",
        "Two boats sank on Monday. (Laughter)",
        "Ann Hale, Pool Photo via AP\nTwo boats sank on Monday.",
        "The harbour is empty. | REUTERS Two boats sank on Monday.",
        "NEW YORK, (June 5) - The court ruled.",
    ],
)
def test_not_credited(text):
    assert find_carrier(text) is None


def test_a_stations_own_call_sign_is_no_carrier():
    assert find_carrier("DOVER (WXYZ) – Two boats sank.", outlet="wxyz.example") is None
    assert find_carrier("DOVER (WXYZ) – Two boats sank.", outlet="Harbour Courier") == "WXYZ"


def test_final_credit_leaves_the_text():
    assert strip_final_credit("It sank in May. (AP)") == "It sank in May."
    assert strip_final_credit("It sank in May (2014)") == "It sank in May (2014)"
