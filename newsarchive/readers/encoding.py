"""Bytes to text: which character encoding a file was saved in, told by what Arabic looks like.

Order of belief: a byte-order mark; code units that can only be UTF-16; valid UTF-8 (other
encodings of Arabic are practically never valid UTF-8); UTF-8 with a few damaged bytes; then the
one-byte encodings, each tried and priced by how likely its letters are
(:mod:`newsarchive.readers.likelihood`), the page's own declaration counting as one vote.
charset-normalizer, which alone confuses windows-1256 and ISO-8859-6, is asked only for text whose
letters none of these explain.
"""

import codecs
import re
from functools import lru_cache

from newsarchive.readers.likelihood import price

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_ONE_BYTE = ("cp1252", "cp1256", "iso8859_6")
_NAMES = {"cp1252": "windows-1252", "cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}
_SAMPLE = 40_000
_UTF16_SAMPLE = 4096
_UTF16_SHARE = 0.9
_DECLARED_BONUS = 0.5
_SELDOM_BITS = 2.8  # ISO 8859-6 is seldom met; over a whole text that hardly counts
_DOUBTFUL = 7.0
_HIGH_RUN = re.compile(rb"[\x80-\xff]")
_UTF16_PLAUSIBLE = (
    (0x09, 0x0D), (0x20, 0x7E), (0xA0, 0xFF), (0x0600, 0x06FF), (0x2000, 0x206F),
    (0xFB50, 0xFDFF), (0xFE70, 0xFEFF),
)  # fmt: skip
_UTF16_HIGH_BYTES = bytes({unit >> 8 for span in _UTF16_PLAUSIBLE for unit in range(*span)})
_SHORT = 8192


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding; never fails.

    Args:
        data: a whole file, or its first bytes.
        declared: what the page says of itself (``<meta charset>``); believed when plausible.
    """
    return _decoded(data, declared) if len(data) <= _SHORT else _decode(data, declared)


def _decode(data: bytes, declared: str) -> tuple[str, str]:
    for mark, name, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), name
    if (wide := _utf16_order(data)) is not None:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    if _nearly_whole(text):
        return text, "utf-8"
    codec = _one_byte_codec(data, _codec_name(declared))
    return data.decode(codec, "replace"), _NAMES.get(codec, codec)


_decoded = lru_cache(maxsize=4)(_decode)
"""Short files are decoded twice: to choose their reader, and to read them."""


def head_text(head: bytes) -> str:
    """The text of a file's first bytes, for sniffing."""
    return decode(head)[0]


def _nearly_whole(text: str) -> bool:
    damaged = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return letters >= 10 * damaged or (letters > 0 and damaged == 1 and text.endswith("\ufffd"))


def _utf16_order(data: bytes) -> str | None:
    """The UTF-16 byte order that makes the first bytes plausible text, if one does."""
    sample = data[:_UTF16_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(high.translate(None, _UTF16_HIGH_BYTES)) > (1 - _UTF16_SHARE) * len(high):
            continue
        text = sample[: len(sample) // 2 * 2].decode(codec, "replace")
        if sum(map(_plausible_unit, text)) >= _UTF16_SHARE * len(text):
            return codec
    return None


def _plausible_unit(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _UTF16_PLAUSIBLE)


def _codec_name(declared: str) -> str:
    try:
        return codecs.lookup(declared.strip().strip("\"'")).name.replace("-", "_")
    except (LookupError, ValueError):
        return ""


def _one_byte_codec(data: bytes, declared: str) -> str:
    sample = _sample(data)
    names = list(_ONE_BYTE)
    if declared and declared not in names and not declared.startswith("utf"):
        names.append(declared)
    prices = {name: price(_try(sample, name)) for name in names}
    prices["iso8859_6"] += _SELDOM_BITS / max(len(_HIGH_RUN.findall(sample)), 1)
    if declared in prices:
        prices[declared] -= _DECLARED_BONUS
    best = min(prices, key=lambda name: prices[name])
    return best if prices[best] <= _DOUBTFUL else _by_normalizer(sample, best)


def _try(sample: bytes, codec: str) -> str:
    try:
        return sample.decode(codec, "replace")
    except (LookupError, ValueError):  # a codec of Python's that is not for text (base64, …)
        return "\ufffd"


def _sample(data: bytes) -> bytes:
    """The first bytes from a little before the first one that is not ASCII."""
    first = _HIGH_RUN.search(data)
    start = max(first.start() - 2, 0) if first else 0
    return data[start : start + _SAMPLE]


def _by_normalizer(sample: bytes, otherwise: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else otherwise
