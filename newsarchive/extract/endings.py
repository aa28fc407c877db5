"""How lines end: as sentences do, or as dispatches do, which say that nothing follows."""

import re
from functools import cache

from newsarchive.extract import lexicon
from newsarchive.extract.lines import Line, plain, word_key

_TERMINAL = re.compile(r"[.؟?!»”\"):…]\s*[»”\")]*$")
_END = 12
_CLOSING = 24
_MAY_CLOSE = re.compile(r"[()\[\]/#]|[.!؟»]\s")


def is_terminal(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_TERMINAL.search(text[-_END:]))


def is_end_sign(line: Line) -> bool:
    """Whether the line closes a dispatch: «انتهى», «// انتهى //», «###», «س ع / م ر»."""
    return line.key in lexicon.word_sets()["end"] or line.key == "انتهي الخبر"


@cache
def _closing() -> "re.Pattern[str]":
    """What closes a dispatch on its last line: «… الصيف. (النهاية)», «… اليوم. /انتهى/»."""
    signs = "|".join(sorted(lexicon.word_sets()["end"]))
    return re.compile(rf"(?:[(\[/#]+\s*(?:{signs})\s*[)\]/#]+|(?<=[.!؟»])\s+(?:{signs}))[\s.]*$")


def without_closing(text: str) -> str:
    """The text of a last line without what says that it is the last."""
    found = _closing().search(plain(text[-_CLOSING:]))
    return text[: len(text) - len(text[-_CLOSING:]) + found.start()].rstrip() if found else text


def ends_dispatch(text: str) -> bool:
    """Whether the line says of itself that it is the last."""
    if not _MAY_CLOSE.search(text, max(0, len(text) - _CLOSING)):
        return False
    last = text[-_CLOSING:].split()[-1:]
    if not last or word_key(last[0]) not in lexicon.word_sets()["end"]:
        return False
    return bool(_closing().search(plain(text[-_CLOSING:])))
