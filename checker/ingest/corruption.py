"""Text that should not be trusted: broken encodings, and rewrites by a machine.

Each sign of a rewrite occurs in honest text too (a page that prints a paragraph twice), so two different ones are
asked for. One kind of broken characters is enough, as it is counted against the length.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Broken characters per character of text, and at least so many of them: one slip does not make a text corrupted.
BROKEN_SHARE = 0.002
BROKEN_COUNT = 3
SIGNS_NEEDED = 2
# Paragraphs of so many words, with so large a Jaccard similarity of their word sets, say the same thing twice.
REPEAT_WORDS = 12
REPEAT_SIMILARITY = 0.6
# Paragraphs compared with each other; an article has tens of them, and the comparison is quadratic.
MAX_PARAGRAPHS = 200
NUMBERED_PARAGRAPHS = 2
SLUGS = 2

# UTF-8 read as Windows-1252 or Latin-1: 'Ã©', 'â€™', 'Â ', 'ðŸ'; Cyrillic so mangled; C1 controls; U+FFFD.
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # what a second byte of UTF-8 turns into
_BROKEN = re.compile(f"\ufffd|[\x80-\x9f]|[ÃÂ]{_LATER}|â{_LATER}{{2}}|ðŸ|(?:[ÐÑ]{_LATER}){{2}}")
_NUMBERED = re.compile(r"^\[(\d{1,2})\]\s+\S")
_WORD = re.compile(r"\w+")
# Section names of news sites, as the last or the joined words of a category's slug.
_SECTIONS = frozenset(
    """accidents fires arts entertainment business finance economy money careers crime justice culture education
    self development environment sustainability climate fashion beauty food drink gadgets general news home garden
    health wellness fitness international legislation lifestyle life love dating medicine migration personal growth
    policy politics religion science technology tech social media society space astronomy sports sport travel
    gaming war wars conflicts conflict weather wildlife cloud computing data cybersecurity events celebrities movies
    music shopping industry industries opinion world markets energy""".split()
)
_SLUG = re.compile(r"(?<![\w/.-])[a-z]{3,20}(?:-[a-z]{3,20}){1,4}(?![\w/-])")
_TRUNCATED = re.compile(r"(?:\.\.\.|…)[\"'”’]*$")


def corruption_reasons(text: str, raw: str | None = None) -> tuple[str, ...]:
    """Why `text` reads corrupted, as sentences for a report; empty when it does not.

    Args:
        text: the article as cleaned.
        raw: the article before repeated lines were dropped; `text` by default.
    """
    reasons = []
    broken = len(_BROKEN.findall(text))
    if broken >= BROKEN_COUNT and broken > BROKEN_SHARE * len(text):
        reasons.append(f"broken characters: {broken} of {len(text)} (a wrong or lost encoding)")
    signs = _rewrite_signs(raw if raw is not None else text)
    if len(signs) >= SIGNS_NEEDED:
        reasons.extend(signs)
    return tuple(reasons)


def _rewrite_signs(text: str) -> list[str]:
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    signs = []
    numbers = [int(match[1]) for line in paragraphs if (match := _NUMBERED.match(line))]
    if len(numbers) >= NUMBERED_PARAGRAPHS and all(a + 1 == b or b == 1 for a, b in pairwise(numbers)):
        signs.append(f"machine rewrite: {len(numbers)} numbered summary paragraphs")
    slugs = sorted({slug for slug in _SLUG.findall(text) if _is_category(slug)})
    if len(slugs) >= SLUGS:
        signs.append(f"machine rewrite: category slugs in running text ({', '.join(slugs[:4])})")
    if repeats := _repeats(paragraphs[:MAX_PARAGRAPHS]):
        signs.append(f"machine rewrite: {repeats} paragraph(s) repeat another one")
    return signs


def _is_category(slug: str) -> bool:
    """'policy-and-legislation', 'general-news': every word is a section's name; 'hit-and-run' is not."""
    words = [word for word in slug.split("-") if word != "and"]
    return len(words) >= 2 and all(word in _SECTIONS for word in words)


def _repeats(paragraphs: list[str]) -> int:
    sets = [frozenset(_WORD.findall(line.lower())) for line in paragraphs]
    long = [s for s in sets if len(s) >= REPEAT_WORDS]
    starts = [_TRUNCATED.sub("", line).lower() for line in paragraphs if _TRUNCATED.search(line)]
    found = sum(any(len(a & b) >= REPEAT_SIMILARITY * len(a | b) for b in long[:i]) for i, a in enumerate(long))
    # A teaser cut short and then printed in full.
    lowered = [line.lower() for line in paragraphs]
    return found + sum(
        len(start) >= REPEAT_WORDS and any(line.startswith(start) and len(line) > len(start) + 3 for line in lowered)
        for start in starts[:MAX_PARAGRAPHS]
    )
