"""Text that was decoded wrongly before it was saved («Ø§Ù„», «ط§ظ„», «ÇáãÓ»), turned back.

Each line is tried with each way in which such text comes about, and a way back is taken only when
it makes the line clearly likelier as text. Nothing is lost: the source bytes are kept as they were.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from newsarchive.readers.likelihood import price

_WESTERN_SUSPECT = ("Ø", "Ù", "Ç", "Ã˜", "Ã™")
_WESTERN_RUN = re.compile("[À-ÖØ-öø-ÿ]{4}")
_WESTERN_BYTE = b"\xc3"  # opens each letter from À to ÿ in UTF-8
_ARABIC_SUSPECT = ("ط§", "ظ„")
_ARABIC_RUNS = tuple(re.compile(f"{letter}[^ ](?:[طظ][^ ]){{3}}") for letter in "طظ")
_LEAST_GAIN = 2.0
_LEAST_GAIN_BESIDE = 0.5
_MOST = 6.5

Way = Callable[[str], str | None]


def is_suspect(text: str) -> bool:
    """Whether the text holds the marks of a wrong decoding; quick, and wrong now and then."""
    if text.isascii():
        return False
    if _holds(text, _ARABIC_SUSPECT, _ARABIC_RUNS):
        return True
    if _WESTERN_BYTE not in text.encode("utf-8", "surrogatepass"):
        return False
    return _holds(text, _WESTERN_SUSPECT, (_WESTERN_RUN,))


def _holds(text: str, marks: Iterable[str], runs: Iterable["re.Pattern[str]"]) -> bool:
    return any(mark in text for mark in marks) or any(run.search(text) for run in runs)


_IS_LEFT_ALONE: ContextVar[bool] = ContextVar("mojibake is left alone", default=False)


@contextmanager
def left_alone(is_wanted: bool) -> Iterator[None]:
    """Let :func:`repair`, which is called deep within every reader, change nothing in the block."""
    before = _IS_LEFT_ALONE.set(is_wanted)
    try:
        yield
    finally:
        _IS_LEFT_ALONE.reset(before)


def repair(text: str) -> str:
    """``text`` with its wrongly decoded lines as they were written.

    A way back that one line shows for sure is believed of its neighbours on less evidence: a date
    or a name alone hardly tells.
    """
    if _IS_LEFT_ALONE.get() or not is_suspect(text):
        return text
    lines = text.split("\n")
    turned = [_turned(line, _WAYS, _LEAST_GAIN) if is_suspect(line) else None for line in lines]
    ways = list(dict.fromkeys(one[0] for one in turned if one is not None))
    for place, line in enumerate(lines):
        if turned[place] is None and ways and not line.isascii():
            turned[place] = _turned(line, ways, _LEAST_GAIN_BESIDE)
    return "\n".join(
        line if one is None else one[1] for line, one in zip(lines, turned, strict=True)
    )


def _turned(line: str, ways: Sequence[Way], least_gain: float) -> tuple[Way, str] | None:
    """The likeliest way back of a line, with its result, where it makes a clearly likelier text."""
    most = min(price(line) - least_gain, _MOST)
    found: tuple[Way, str] | None = None
    for way in ways:
        tried = way(line)
        if tried is not None and (cost := price(tried)) < most:
            most, found = cost, (way, tried)
    return found


def _bytes(text: str, codec: str, foreign: bool) -> bytes | None:
    """The bytes that ``codec`` would have made ``text`` of.

    Bytes that the codec leaves undefined stand in text as control characters (as in the WHATWG
    tables); what it cannot have made is kept as UTF-8 when ``foreign`` is allowed.
    """
    read = text.translate(_bytes_of(codec))
    try:
        return read.encode("latin-1")
    except UnicodeEncodeError:
        if not foreign:
            return None
    return b"".join(one.encode("latin-1" if one <= "\xff" else "utf-8", "replace") for one in read)


@cache
def _bytes_of(codec: str) -> dict[int, int]:
    """For each character that a one-byte codec makes, the byte it makes it of."""
    read = (bytes([byte]).decode(codec, "ignore") for byte in range(256))
    return {ord(character): byte for byte, character in enumerate(read) if character}


def _utf8_read_as(codec: str) -> Way:
    def back(text: str) -> str | None:
        raw = _bytes(text, codec, foreign=True)
        return None if raw is None else raw.decode("utf-8", "replace")

    return back


def _twice(text: str) -> str | None:
    once = _utf8_read_as("cp1252")(text)
    return None if once is None else _utf8_read_as("cp1252")(once)


def _read_as_western(codec: str) -> Way:
    def back(text: str) -> str | None:
        raw = _bytes(text, "cp1252", foreign=False)
        return None if raw is None else raw.decode(codec, "replace")

    return back


_WAYS: tuple[Way, ...] = (
    _utf8_read_as("cp1252"),
    _utf8_read_as("cp1256"),
    _twice,
    _read_as_western("cp1256"),
    _read_as_western("iso8859_6"),
)
