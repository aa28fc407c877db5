"""Cutting text into words, with their places in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from resources import lines

INSIDE = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069"
)
"""Marks that stand inside words, as a set of a regular expression holds them."""
_MARK = re.compile(f"[{INSIDE}]")
_SPACE = frozenset(("", " "))
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_BEGINS = re.compile(r"(?<!\d)(?<!\d[.,٫٬])")
_NUMBER_ENDS = re.compile(r"(?!\d|[.,٫٬]\d)")
WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+(?:[{INSIDE}]+[^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its [start, end) characters in the text it stands in."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in order; a number with its separators is one word."""
    for match in WORD.finditer(text):
        yield Word(match.group(), match.start(), match.end())


def is_word(text: str, start: int, end: int) -> bool:
    """Whether the characters [start, end) of ``text``, a word by themselves, are one there too."""
    if text[start - 1 : start] in _SPACE and text[end : end + 1] in _SPACE:
        return True
    if text[start].isdecimal():
        begins = _NUMBER_BEGINS.match(text, start)
        return bool(begins and _NUMBER_ENDS.match(text, end))
    before = start
    while before and _MARK.match(text, before - 1) and not _LETTER.match(text, before - 1):
        before -= 1
    is_begun = before and _LETTER.match(text, before - 1)
    return not (is_begun or _LETTER.match(text, end) or _MARK.match(text, end))


_PARTICLES = {"preposition", "conjunction", "pronoun", "demonstrative", "relative", "negation"}


@cache
def particles() -> frozenset[str]:
    """Folded prepositions, pronouns and other words that are never the form of a noun or verb."""
    return frozenset(_forms_of(lambda kind: kind in _PARTICLES))


@cache
def stop_words() -> frozenset[str]:
    """Folded particles, pronouns and the like, in every form of the lexicon."""
    return frozenset(_forms_of(lambda _: True))


def _forms_of(is_wanted: Callable[[str], bool]) -> Iterator[str]:
    from newsarchive.arabic.fold import fold

    rows = (line.split("\t") for line in lines("lexicon", "language", "stop_words.txt"))
    forms = (
        form
        for row in rows
        if is_wanted(row[1])
        for form in (row[0], *"|".join(row[2:]).split("|"))
    )
    yield from (fold(form) for form in forms if form)
