"""How a word looks to the trained tagger: its stem, beginnings and ends, shape, and what it is."""

from functools import cache

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BRANCH_HEAD,
    COMMON,
    COMMON_PLACE,
    FACILITY,
    FAMILY,
    FOREIGN_FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    NAMED_HEAD,
    NATION,
    PARTICLE,
    PLACE,
    PLURAL_HEAD,
    ROLE,
    SPEECH,
    STOP,
    TITLE,
    VERB,
)
from newsarchive.entities.tokens import Word

_LETTERS = {
    GIVEN: "G", FAMILY: "F", FOREIGN_GIVEN: "g", FOREIGN_FAMILY: "f", AMBIGUOUS: "A",
    PARTICLE: "b", PLACE: "P", COMMON_PLACE: "p", STOP: "S", COMMON: "C", NATION: "N",
    TITLE: "T", ROLE: "R", HEAD: "H", NAMED_HEAD: "h", BRANCH_HEAD: "B", FACILITY: "X",
    SPEECH: "Y", VERB: "V", PLURAL_HEAD: "D",
}  # fmt: skip
_LENGTHS = tuple(f"ar{length}" for length in range(9))


@cache
def letters_of(flags: int) -> str:
    """A letter for each flag of a word."""
    return "".join(letter for bit, letter in _LETTERS.items() if flags & bit) if flags else ""


def stem(key: str) -> str:
    """The folded word without conjunction, preposition and article."""
    bare = key
    if len(bare) > 4 and bare[0] in "وف" and bare[1] in "البك":
        bare = bare[1:]
    if len(bare) > 4 and bare[:2] == "لل":
        return bare[2:]
    if len(bare) > 5 and bare[0] in "بك" and bare[1:3] == "ال":
        bare = bare[1:]
    return bare[2:] if len(bare) > 4 and bare[:2] == "ال" else bare


def beginning(key: str) -> str:
    """Up to three letters that a folded word begins with, but for its last."""
    return key[:-1][:3] or key


def ending(key: str) -> str:
    """Up to three letters that a folded word ends in, but for its first."""
    return key[1:][-3:] or key


def shape(token: Word) -> str:
    """A mark itself, what alphabet a word is in and how long it is."""
    if not token.is_word:
        return token.text
    first = token.text[0]
    if first.isdigit():
        return "9" if len(token.text) < 4 else "99"
    if first.isascii():
        return "LL" if token.text.isupper() else "Ll"
    return _LENGTHS[min(len(token.key), 8)]
