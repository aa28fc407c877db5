"""Text that was decoded wrongly before it was saved («Ø§Ù„», «ط§ظ„», «ÇáãÓ»), turned back.

Each line is tried with each way in which such text comes about, and a way back is taken only when
it makes the line clearly likelier as text. Nothing is lost: the source bytes are kept as they were.
"""

from collections.abc import Callable

from newsarchive.readers.likelihood import price

_SUSPECT = ("Ø", "Ù", "ط§", "ظ„", "Ç", "Ã˜", "Ã™")
_LEAST_GAIN = 2.0
_MOST = 6.5


def is_suspect(text: str) -> bool:
    """Whether the text holds the marks of a wrong decoding; quick, and wrong now and then."""
    return not text.isascii() and any(mark in text for mark in _SUSPECT)


def repair(text: str) -> str:
    """``text`` with its wrongly decoded lines as they were written."""
    if not is_suspect(text):
        return text
    return "\n".join(_line(line) if is_suspect(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    most = min(price(line) - _LEAST_GAIN, _MOST)
    tried = [way(line) for way in _WAYS]
    priced = [(price(one), one) for one in tried if one is not None]
    cheapest = min(priced, default=(most, line))
    return cheapest[1] if cheapest[0] < most else line


def _bytes(text: str, codec: str, foreign: bool) -> bytes | None:
    """The bytes that ``codec`` would have made ``text`` of.

    Bytes that the codec leaves undefined stand in text as control characters (as in the WHATWG
    tables); what it cannot have made is kept as UTF-8 when ``foreign`` is allowed.
    """
    pieces: list[bytes] = []
    for character in text:
        try:
            pieces.append(character.encode(codec))
        except UnicodeEncodeError:
            if character <= "\xff":
                pieces.append(character.encode("latin-1"))
            elif foreign:
                pieces.append(character.encode("utf-8", "replace"))
            else:
                return None
    return b"".join(pieces)


def _utf8_read_as(codec: str) -> Callable[[str], str | None]:
    def back(text: str) -> str | None:
        raw = _bytes(text, codec, foreign=True)
        return None if raw is None else raw.decode("utf-8", "replace")

    return back


def _twice(text: str) -> str | None:
    once = _utf8_read_as("cp1252")(text)
    return None if once is None else _utf8_read_as("cp1252")(once)


def _read_as_western(codec: str) -> Callable[[str], str | None]:
    def back(text: str) -> str | None:
        raw = _bytes(text, "cp1252", foreign=False)
        return None if raw is None else raw.decode(codec, "replace")

    return back


_WAYS: tuple[Callable[[str], str | None], ...] = (
    _utf8_read_as("cp1252"),
    _utf8_read_as("cp1256"),
    _twice,
    _read_as_western("cp1256"),
    _read_as_western("iso8859_6"),
)
