"""Quotation marks against apostrophes."""

import pytest

from checker.read.quotes import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "no way" twice.', ['"no way"']),
        ("'It is over,' he said. 'Go home.'", ["'It is over,'", "'Go home.'"]),
        ("'The soldiers' families wait,' she said.", ["'The soldiers' families wait,'"]),
        ("The soldiers' families don't wait.", []),
        ("“Wir warten,” he said.", ["“Wir warten,”"]),
        ("«Non», dit-il.", ["«Non»"]),
        ('"It never ends and nobody closes it', ['"It never ends and nobody closes it']),
        ("a ‘quick fix' for it", ["‘quick fix'"]),
    ],
)
def test_quotations(text, quoted):
    assert [text[a:b] for a, b in quotations(text)] == quoted
