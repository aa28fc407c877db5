"""Cutting text into the sentences a reader sees, with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"\n+|[.!?؟]+[»”\"'’)\]}]*(?=\s|$)")
_ABBREVIATION = re.compile(r"(?:^|[\s(«\"“/.])[^\W\d_]\.\Z")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\d{1,3}\.\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its [start, end) characters in the text it stands in."""

    text: str
    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of ``text`` in order, white space around them left out.

    A line end always closes a sentence. A full stop does not after a single letter («د. محمد»),
    after the number of a list's line, or when it is one of two («قال.. ثم مضى»); closing quotation
    marks and brackets stay with their sentence.
    """
    start = 0
    for match in _END.finditer(text):
        if not _closes(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _closes(text: str, end: re.Match[str]) -> bool:
    mark = end.group()
    if mark == "..":
        return False
    if mark != ".":
        return True
    before = text[max(0, end.start() - 8) : end.end()]
    return not (_ABBREVIATION.search(before) or _LIST_NUMBER.search(before))


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        start += len(piece) - len(piece.lstrip())
        yield Sentence(kept, start, start + len(kept))
