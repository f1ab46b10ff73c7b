"""Plain names for events and facts, and what would settle a finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from checker.compare.places import locations, most_precise
from checker.compare.sources import resolved
from checker.schema import Claim, FindingPair, Verdict
from checker.schema.verdict import Relation

MOST_NAME = 90
# "PORT LOUIS, Mauritius, Nov. 25 (Agency) - " says where and when a text was filed, not what it says.
_DATELINE = re.compile(r"^[^\W\d_a-z]{2}[^a-z(]{1,30}(?:,[^-–—(]{1,30})?\s*(?:\([^)]{2,40}\)\s*)?(?:--?|[–—])\s+")


def event_name(titles: Sequence[str], claims: Sequence[Claim]) -> str:
    """The shortest title of the articles that tell of the event, else the start of its first claim."""
    usable = sorted({t for t in titles if t and len(t) > 12}, key=lambda t: (len(t), t))
    name = usable[0] if usable else claims[0].text
    return name if len(name) <= MOST_NAME else name[: MOST_NAME - 1].rsplit(" ", 1)[0] + "…"


def place_names(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The places of the claims, most often named first, at most three."""
    stated = Counter(
        p.path for c in claims for p in most_precise(locations(c.places)) if len(p.path) >= 1
    )
    fine = [path for path, _ in stated.most_common() if len(path) > 1] or [path for path, _ in stated.most_common()]
    return tuple(", ".join(part.title() for part in (path[0], path[-1]) if part) if len(path) > 1 else path[0].title()
                 for path in fine[:3])  # fmt: skip


def fact_name(measure: str | None, claims: Sequence[Claim]) -> str:
    """'injured, Bryansk Region, Russia, 31 May 2025'; for propositions the subject's own words."""
    places = place_names(claims)
    days = sorted(c.times.event.start for c in claims if c.times.event.start and c.times.event.text is not None and
                  c.times.event.granularity in ("minute", "hour", "part_of_day", "day", "days")) if _comparable(claims) else []  # fmt: skip
    parts = [measure.replace("_", " ") if measure else _subject(claims)]
    if places:
        parts.append(places[0])
    if days:
        parts.append(f"{days[0].day} {days[0]:%B %Y}")
    return ", ".join(parts)


def _comparable(claims: Sequence[Claim]) -> bool:
    zones = {c.times.event.start.tzinfo is None for c in claims if c.times.event.start}
    return len(zones) <= 1


def _subject(claims: Sequence[Claim]) -> str:
    text = min((_DATELINE.sub("", c.text) for c in claims), key=len)
    return "“" + (text if len(text) <= 70 else text[:69].rsplit(" ", 1)[0] + "…") + "”"


def settled_by(
    relation: Relation, lead: FindingPair, claims: dict[str, Claim], verdicts: Iterable[Verdict]
) -> str:
    """What a reporter could look up to settle the finding."""
    speakers = list(dict.fromkeys(
        s for s in (claims[lead.a].speaker, claims[lead.b].speaker) if resolved(s)
    ))  # fmt: skip
    who = " and ".join(speakers) if speakers else "the authority that keeps the count"
    if relation == "undetermined":
        missing = next((v.missing for v in verdicts if v.missing), None)
        return f"Knowing {missing}." if missing else f"A dated statement by {who}."
    if relation == "conflict" and len(speakers) == 1:
        return f"The original statement by {who}: its wording and its time."
    if relation in ("conflict", "dispute"):
        if "number" in lead.kinds or "category_swap" in lead.kinds:
            return f"A dated count by {who}, or one by a party that neither side controls, for the same place and time."
        return f"A document, a recording or a dated statement by {who}."
    if relation == "update":
        return "Nothing to settle; quote the newest figure with its time."
    return ""
