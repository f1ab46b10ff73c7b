"""News agencies and syndication services: the names under which a text's carrier is credited."""

from __future__ import annotations

import re

# Canonical name <- other spellings. Not a closed list: a dateline may credit any agency (see carrier.py).
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "AP": ("Associated Press", "The Associated Press", "AP News"),
    "Reuters": ("Thomson Reuters",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP-JIJI", "AFP-Jiji Press"),
    "dpa": ("Deutsche Presse-Agentur", "German Press Agency"),
    "Interfax": (),
    "TASS": ("ITAR-TASS",),
    "RIA Novosti": ("RIA",),
    "Ukrinform": (),
    "UNIAN": (),
    "Interfax-Ukraine": (),
    "Xinhua": ("Xinhua News Agency",),
    "Kyodo": ("Kyodo News",),
    "Jiji": ("Jiji Press",),
    "Yonhap": ("Yonhap News Agency",),
    "ANSA": (),
    "EFE": ("Agencia EFE",),
    "PA": ("Press Association", "PA Media", "PA News Agency"),
    "UPI": ("United Press International",),
    "Bloomberg": ("Bloomberg News",),
    "Financial Times": ("FT", "The Financial Times"),
    "Anadolu": ("Anadolu Agency", "AA"),
    "PTI": ("Press Trust of India",),
    "ANI": ("Asian News International",),
    "IANS": (),
    "IRNA": (),
    "SPA": ("Saudi Press Agency",),
    "WAM": (),
    "MENA": (),
    "SANA": (),
    "KCNA": (),
    "VNA": ("Vietnam News Agency",),
    "Antara": (),
    "Bernama": (),
    "AAP": ("Australian Associated Press",),
    "Canadian Press": ("The Canadian Press",),
    "APA": (),
    "ANP": (),
    "Belga": (),
    "NTB": (),
    "TT": (),
    "Ritzau": (),
    "STT": (),
    "PAP": (),
    "CTK": ("ČTK",),
    "MTI": (),
    "Agerpres": (),
    "BTA": (),
    "Tanjug": (),
    "HINA": (),
    "Lusa": (),
    "Keystone-SDA": (),
    "BNS": (),
    "LETA": (),
    "BelTA": (),
    "Kyodo-Reuters": (),
    "CNS": ("City News Service",),
    "Bay City News": ("Bay City News Service",),
    "States Newsroom": (),
    "Tribune News Service": ("TNS",),
    "Newswire": (),
}
_CANONICAL = {spelling.casefold(): name for name, others in _SPELLINGS.items() for spelling in (name, *others)}
# Short capitals that mean other things too: trusted inside a dateline or a final credit, not in running text.
_AMBIGUOUS = frozenset("aa apa tt pa sana mena wam spa ria ani ft cns newswire bta mti".split())
_WRITTEN = sorted({n for name, others in _SPELLINGS.items() for n in (name, *others)}, key=lambda n: (-len(n), n))

# Alternations of the known spellings, longest first, for use inside other patterns; the second leaves out the
# ambiguous ones and is meant to be matched with case.
KNOWN_PATTERN = "|".join(re.escape(name) for name in _WRITTEN)
TEXT_PATTERN = "|".join(re.escape(name) for name in _WRITTEN if name.casefold() not in _AMBIGUOUS)


def canonical(name: str) -> str | None:
    """The usual name of a known agency, else None."""
    return _CANONICAL.get(" ".join(name.split()).casefold())
