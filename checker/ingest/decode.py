"""Bytes to text: byte order marks, UTF-8, a declared charset, then detection. No guess is made for binary data."""

from __future__ import annotations

import codecs
import re

# Enough for charset-normalizer to see the language; whole 20 MB files would take it minutes.
DETECTION_BYTES = 64_000
# Real text has next to no control characters; a picture renamed to .txt has several in a hundred.
MAX_CONTROL_SHARE = 0.01
# A declared charset stands in the head of a page.
SNIFFED_BYTES = 8_192
# In the languages of Windows-1252 fewer letters than this bear an accent.
MAX_ACCENT_SHARE = 0.15

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the UTF-16 one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_OLD_CODE_PAGE = re.compile(r"cp(?:037|4\d\d|5\d\d|7\d\d|8\d\d|10\d\d|11\d\d)|mac_\w+|hp_roman8|kz1048|ptcp154")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotText(ValueError):
    """The bytes cannot be read as text; the message says why."""


def bom_encoding(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `head` states."""
    return next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)


def decode(data: bytes, *, html: bool = False) -> str:
    """Return `data` as text with `\\n` line ends.

    Args:
        data: the whole file.
        html: look for a charset declared in a `<meta>` element.

    Raises:
        NotText: no encoding reads it, or what it reads as is not text.
    """
    text = _decode(data, html=html)
    controls = len(_CONTROL.findall(text))
    if controls and controls > MAX_CONTROL_SHARE * len(text):
        raise NotText(f"{controls} of {len(text)} characters are control characters, as in a binary file.")
    return tidy(text)


def _decode(data: bytes, *, html: bool) -> str:
    if encoding := bom_encoding(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise NotText(
                f"It begins with a {encoding} mark but is not valid {encoding} at byte {error.start}."
            ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = error.start
    if html and (declared := _DECLARED.search(data[:SNIFFED_BYTES])):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common: go on to detection
    encoding = detected(data[:DETECTION_BYTES])
    if encoding is None:
        raise NotText(f"It is not valid UTF-8 (byte {where}) and no other encoding fits.")
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise NotText(f"It is not valid UTF-8 (byte {where}), nor {encoding}, which its beginning suggests.") from error


def detected(sample: bytes) -> str | None:
    """The encoding that `sample` seems to be in, None where none fits."""
    from charset_normalizer import from_bytes  # 30 ms to import, needed by few files

    best = from_bytes(sample).best()
    if best is None:
        return None
    # Short western texts fit several code pages equally well; the web's reading of them is Windows-1252, and code
    # pages of DOS and of old Macintoshes, which detection likes for a text of few accents, are hardly seen there.
    if "cp1252" in {best.encoding, *best.could_be_from_charset}:
        return "cp1252"
    accents = sum(byte >= 0x80 for byte in sample)
    if _OLD_CODE_PAGE.fullmatch(best.encoding) and accents < MAX_ACCENT_SHARE * len(sample):
        try:
            sample.decode("cp1252")
        except UnicodeDecodeError:
            return best.encoding
        return "cp1252"
    return best.encoding


def tidy(text: str) -> str:
    """`text` with `\\n` line ends, no byte order mark, and U+FFFD for lone surrogates, which no file can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").replace("\x00", "\ufffd")
    return _SURROGATE.sub("\ufffd", text)
