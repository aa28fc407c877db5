"""Cutting text into words, with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from resources import lines

_INSIDE = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069"
)
WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W\d_](?:[^\W\d_]|[{_INSIDE}])*")


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


@cache
def stop_words() -> frozenset[str]:
    """Folded particles, pronouns and the like, in every form of the lexicon."""
    from newsarchive.arabic.fold import fold

    rows = (line.split("\t") for line in lines("lexicon", "language", "stop_words.txt"))
    forms = (form for row in rows for form in (row[0], *"|".join(row[2:]).split("|")))
    return frozenset(fold(form) for form in forms if form)
