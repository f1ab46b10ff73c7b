"""Unit names and symbols that mean one unit, so that 'yard' and 'yd' are not told apart by a data set's spelling."""

from __future__ import annotations

import re

# canonical: other spellings. Currencies by ISO 4217, the rest by its symbol.
_SPELLINGS = {
    "%": "percentage|percent", "usd": "dollar|united states dollar|us dollar|$", "eur": "euro|€",
    "gbp": "pound sterling|£", "jpy": "japanese yen|yen", "cny": "chinese yuan|yuan|rmb", "hkd": "hong kong dollar",
    "myr": "malaysian ringgit|ringgit", "aud": "australian dollar", "cad": "canadian dollar", "dkk": "danish krone",
    "zar": "south african rand|rand", "ils": "shekel|israeli shekel", "inr": "rupee|indian rupee",
    "m": "metre|meter", "km": "kilometre|kilometer", "cm": "centimetre|centimeter", "mm": "millimetre|millimeter",
    "yd": "yard", "ft": "foot|feet", "in": "inch|inches", "mi": "mile", "m²": "square metre|square meter|m2|m^2|m ** 2",
    "mi²": "square mile|mi2|mi^2|mi ** 2", "km²": "square kilometre|square kilometer|km2|km ** 2", "ft²": "square foot|ft2|ft ** 2", "kg": "kilogram", "g": "gram", "mg": "milligram", "lb": "pound-mass|pound",
    "t": "metric ton|tonne", "l": "litre|liter", "ml": "millilitre|milliliter", "gb": "gigabyte", "mb": "megabyte",
    "hp": "horsepower", "kw": "kilowatt", "mw": "megawatt", "kwh": "kilowatt hour", "gwh": "gigawatt hour",
    "degc": "celsius|degree celsius|°c", "degf": "fahrenheit|degree fahrenheit|°f", "mph": "mile per hour|mi/h",
    "km/h": "kilometre per hour|kilometer per hour|kph", "kn": "knot", "khz": "kilohertz", "deg": "degree|°",
    "cal": "calorie|kcal", "mah": "milliampere-hour|ma*h", "mpa": "megapascal", "mbit/s": "megabit per second|mbps",
    "person": "people|persons", "man": "men", "woman": "women", "child": "children", "barrel": "bbl", "barrel/day": "bbl/day",
    "lb*ft": "pound-foot|lb-ft|lb⋅ft", "penny": "p|pence", "year": "yr|y|year of age", "month": "month of age", "hour": "h|hr", "minute": "min", "second": "s|sec", "day": "d",
}  # fmt: skip
CANONICAL = {
    name: symbol
    for symbol, names in _SPELLINGS.items()
    for name in (symbol, *names.split("|"))
}
PER = re.compile(r"\s+per\s+|\s*/\s*")
NONE = "-"


def unit_key(unit: str | None) -> str:
    """A unit in a form that both spellings share; rates part by part; a counted noun by its head (last word).

    Data sets name counted nouns with their modifiers ("new season") and the reader gives the head ("season").
    """
    text = (unit or NONE).strip().lower().replace("_", " ")
    if text in CANONICAL:
        return CANONICAL[text]
    parts = PER.split(text)
    if len(parts) > 1:
        return "/".join(unit_key(part) for part in parts if part)
    head = text.split()[-1] if text.split() else NONE
    return CANONICAL.get(_singular(text)) or CANONICAL.get(head) or CANONICAL.get(_singular(head)) or _singular(head)


def _singular(word: str) -> str:
    """Plural s off, where what is left is a word."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
