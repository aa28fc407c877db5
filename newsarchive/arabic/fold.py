"""One spelling for all the ways to write the same Arabic words, with the way back to the original.

Folding takes off tashkeel, tatweel, zero-width and bidi controls, joins the forms of alef, ya, ta
marbuta and hamza seats, turns presentation forms into letters, all digits into 0-9 and Latin into
lower case without accents. It serves matching alone; what is shown keeps its letters.
"""

import re
import unicodedata
from array import array
from functools import lru_cache

from newsarchive.arabic.usual import quickened

_MARKS = {
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    *range(0x06E7, 0x06E9),
    *range(0x06EA, 0x06EE),
    *range(0x08D3, 0x0900),
}
_INVISIBLE = {0x0640, 0x00AD, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
_INVISIBLE |= {*range(0x2060, 0x2070), 0xFEFF, *range(0xFE00, 0xFE10)}

LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "ؤ": "و", "ئ": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip

_TABLE: dict[int, str | None] = dict.fromkeys(_MARKS | _INVISIBLE)
_TABLE |= {ord(letter): folded for letter, folded in LETTERS.items()}
_TABLE |= {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_TABLE |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}

_RARE = re.compile(r"[^\x00-\xbf\u0600-\u06ff\u2010-\u206f]")
_PRESENTATION = (0xFB50, 0xFEFC)
_marks_only = dict.fromkeys(_MARKS | _INVISIBLE)


@lru_cache(maxsize=4096)
def _fold_rare(character: str) -> str:
    """The folded form of a character outside the common table: accents and ligatures off."""
    apart = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    if not kept.strip():
        return character if character.isspace() else ""
    return kept.lower().translate(_TABLE)


def _folded(text: str) -> str:
    folded = text.translate(_TABLE)
    if folded.isascii() or not _RARE.search(folded):
        return folded
    return _RARE.sub(lambda match: _fold_rare(match.group()), folded)


_quick_fold = quickened(_folded)
_without_marks = quickened(lambda text: text.translate(_marks_only))


def fold(text: str) -> str:
    """The folded text: what is compared, never what is shown."""
    return _quick_fold(text)


@lru_cache(maxsize=400_000)
def fold_word(word: str) -> str:
    """``fold`` for single words, which come back again and again."""
    return fold(word)


def fold_with_offsets(text: str) -> "tuple[str, array[int]]":
    """The folded text and, for each of its characters, the offset in ``text`` it came from.

    The array has one entry more than the folded text: the length of ``text``.
    """
    pieces: list[str] = []
    offsets = array("I")
    for offset, character in enumerate(text):
        piece = fold(character)
        pieces.append(piece)
        offsets.extend([offset] * len(piece))
    offsets.append(len(text))
    return "".join(pieces), offsets


def without_marks(text: str) -> str:
    """The text without tashkeel, tatweel and invisible controls, its letters as written."""
    return _without_marks(text)


def original_span(text: str, offsets: "array[int]", start: int, end: int) -> tuple[int, int]:
    """The span of ``text`` that the folded characters [start, end) came from.

    Marks that stand on the last letter belong to it, so a highlight never cuts off its tashkeel.
    """
    first, last = offsets[start], offsets[end - 1] + 1
    while last < len(text) and ord(text[last]) in _marks_only and not text[last].isspace():
        last += 1
    return first, last
