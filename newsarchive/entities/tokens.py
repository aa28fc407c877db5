"""Sentences of tokens, with the readings of each word once its clitics are taken off."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.fold import fold, without_marks
from newsarchive.arabic.names import word_key
from newsarchive.arabic.words import WORD

_TOKEN = re.compile(rf"({WORD.pattern}|\n+|[^\w\s]|_)")
_END = frozenset(".!?؟…")
_LONGEST = 120


class Token(NamedTuple):
    """A word, number or punctuation mark and its [start, end) characters in the text.

    Attributes:
        key: the folded word.
        readings: the folded words it may be, clitics on or off; none for a mark.
    """

    text: str
    start: int
    end: int
    key: str
    is_word: bool
    readings: frozenset[str]


Sentence = tuple[Token, ...]
_token = tuple.__new__  # what NamedTuple's own constructor calls, without the call between


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word as clitics and a plain word.

    Attributes:
        key: of the plain word.
        cut: how many characters of the word the name leaves out («والهيئة»: 1). A preposition
            that melts into the article stays in the surface («للهيئة»: 0).
        skip, put: the plain word is ``put + word[skip:]`` («للهيئة»: skip 2, put «ال»).
    """

    key: str
    cut: int
    skip: int
    put: str = ""


def sentences(text: str) -> list[Sentence]:
    """The text cut at line ends and at full stops that close a sentence."""
    found: list[Sentence] = []
    tokens: list[Token] = []
    end = 0
    pieces = iter(_TOKEN.split(text))
    for gap, piece in zip(pieces, pieces, strict=False):
        start = end + len(gap)
        end = start + len(piece)
        key, is_word, readings = read(piece)
        if key:
            tokens.append(_token(Token, (piece, start, end, key, is_word, readings)))
            if len(tokens) < _LONGEST and (
                is_word or piece not in _END or not _closes(text, tokens)
            ):
                continue
        if tokens:
            found.append(tuple(tokens))
            tokens = []
    return [*found, tuple(tokens)] if tokens else found


@lru_cache(maxsize=65536)
def read(piece: str) -> tuple[str, bool, frozenset[str]]:
    """A token's key, whether it is a word, and its readings; no key: a line end."""
    if piece[0] == "\n":
        return "", False, frozenset()
    key = word_key(piece) if piece[0].isalnum() else ""
    readings = frozenset(form.key for form in forms(piece)) if key else frozenset[str]()
    return key or piece, bool(key), readings


def _closes(text: str, tokens: list[Token]) -> bool:
    """A mark ends the sentence unless it stands in an abbreviation («د. محمد») or a number."""
    here = tokens[-1]
    if here.text != ".":
        return True
    if here.end < len(text) and not text[here.end].isspace():
        return False
    before = tokens[-2] if len(tokens) > 1 else None
    return not (before and before.is_word and before.end == here.start and len(before.key) <= 1)


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a word, the whole word first; at most two clitics are taken off."""
    bare = without_marks(word)
    found = [Form(word_key(word), 0, 0)]
    rest = 0
    if bare[:1] in ("و", "ف") and len(bare) > 2:
        rest = 1
        found.append(_form(word, bare, 1))
    clitic = bare[rest : rest + 1]
    if clitic == "ل" and bare[rest + 1 : rest + 2] == "ل" and len(bare) > rest + 3:
        found.append(_form(word, bare, rest, rest + 2, "ال"))
        found.append(_form(word, bare, rest, rest + 1, "ال"))
        found.append(_form(word, bare, rest + 1))
    elif clitic in ("ب", "ل", "ك") and len(bare) > rest + 2:
        found.append(_form(word, bare, rest + 1))
    return tuple(found)


def _form(word: str, bare: str, cut: int, skip: int | None = None, put: str = "") -> Form:
    skip = cut if skip is None else skip
    return Form(fold(put + bare[skip:]), _place(word, cut), _place(word, skip), put)


def _place(word: str, letters: int) -> int:
    """Where in ``word`` its letters after the first ``letters`` begin, marks passed over."""
    place = 0
    while letters and place < len(word):
        letters -= bool(without_marks(word[place]))
        place += 1
    while place < len(word) and not without_marks(word[place]):
        place += 1
    return place
