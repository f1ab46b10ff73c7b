"""How hard a pair should be for a machine: points for what misleads, seen on the surface alone.

One point each where

1. the **figures** mislead: they differ though the two agree, or do not differ though the two cannot both be true or one
   overtakes the other; or a figure is in both though they speak of different things;
2. the **words** mislead: content words shared below `ALIKE` though the two speak of one thing, or from `ALIKE` on though
   they do not;
3. a deciding figure is in **words** that are no digits ("three dozen", "a quarter", "scores");
4. the relation **asks for more** than the two texts: who speaks (`dispute`), which is later (`update`), what is missing
   (`undetermined`).

None or one is easy, two are medium, three and four are hard.
"""

from __future__ import annotations

import re
from typing import Literal

from checker.compare.words import overlap
from checker.measure.figures import differ, figures
from eval.dossiers.records import DossierClaim, DossierPair

Difficulty = Literal["easy", "medium", "hard"]
# Content words shared, over those of the shorter text, from which two texts are of like words. Most claims of one fact
# share fewer: newsrooms word the same thing unlike each other.
ALIKE = 0.2
AGREE = frozenset({"same", "compatible"})
AGAINST = frozenset({"conflict", "dispute"})
APART = frozenset({"unrelated", "different_scope"})
ASKS_MORE = frozenset({"dispute", "update", "undetermined"})
NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|scores|half|halved|"
    r"(?:a|one) third|two thirds|quarters?|double[ds]?|twice|trebled?|tripled?|handful|several|pair|couple|nobody|none)\b",
    re.IGNORECASE,
)


def points(pair: DossierPair, a: DossierClaim, b: DossierClaim) -> int:
    """How many of the four hold."""
    apart = differ(a.text, b.text)
    alike = overlap(a.text, b.text) >= ALIKE
    relation = pair.relation
    if relation in AGREE:
        figure = apart
    elif relation in AGAINST or relation == "update":
        figure = not apart
    else:
        figure = relation in APART and bool(figures(a.text) & figures(b.text))
    words = alike if relation in APART else not alike
    spelt = any(NUMBER_WORDS.search(span) for span in (*pair.a_spans, *pair.b_spans))
    return sum((figure, words, spelt and relation not in APART, relation in ASKS_MORE))


def difficulty(pair: DossierPair, a: DossierClaim, b: DossierClaim) -> Difficulty:
    """easy, medium or hard."""
    return ("easy", "easy", "medium", "hard", "hard")[points(pair, a, b)]
