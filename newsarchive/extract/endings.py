"""How lines end: as sentences do, or as dispatches do, which say that nothing follows."""

import re
from functools import cache

from newsarchive.extract import lexicon
from newsarchive.extract.lines import Line, key_of, plain, word_key

_TERMINAL = re.compile(r"[.؟?!»”\"):…]\s*[»”\")]*$")
_BRACKETS = re.compile(r"[)\]/]")
_IN_BRACKETS = re.compile(
    r"(?<=[.!؟»])\s*[(\[/]\s*(?P<name>[^()\[\]/]{2,14}?)\s*[)\]/](?:\s+[^\W\d_]{1,2}\b[./]?){0,6}\s*$"
)
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


def _agency_at_end(text: str) -> "re.Match[str] | None":
    """The agency, and its editors' initials, after the last sentence: «… المقبل. (د ب أ) ش خ»."""
    found = _IN_BRACKETS.search(text) if _BRACKETS.search(text) else None
    return found if found and key_of(found["name"]) in lexicon.agencies() else None


def without_closing(text: str) -> str:
    """The text of a last line without what says that it is the last."""
    found = _closing().search(plain(text[-_CLOSING:])) or _agency_at_end(text[-_CLOSING:])
    return text[: len(text) - len(text[-_CLOSING:]) + found.start()].rstrip() if found else text


def ends_dispatch(text: str) -> bool:
    """Whether the line says of itself that it is the last."""
    if not _MAY_CLOSE.search(text, max(0, len(text) - _CLOSING)):
        return False
    last = text[-_CLOSING:].split()[-1:]
    if not last or word_key(last[0]) not in lexicon.word_sets()["end"]:
        return False
    return bool(_closing().search(plain(text[-_CLOSING:])))
