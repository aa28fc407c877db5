"""Texts cut into folded words: a whole text is folded at once, then cut where it has spaces.

To cut it into words and look up what each is when folded takes three times as long.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from newsarchive.arabic.fold import fold
from newsarchive.arabic.usual import usually
from newsarchive.arabic.words import INSIDE, WORD

Cut = Callable[[str], list[str]]

_MARK = re.compile(f"[{INSIDE}]")
_NUMBER_CUT_BY_MARK = re.compile(rf"\d[{INSIDE}]")
_IN_NUMBERS = ".,٫٬"
_LEFT = "\0"
_REMEMBERED = 50_000


def cutter(form: Callable[[str], str], left: str = "") -> Cut:
    """A function that gives the words of a text in order, each in its form, none that is empty.

    Args:
        form: of a word; for words of letters alone it is what folding makes of them.
        left: a letter whose words have other forms.
    """

    def spaced(character: str) -> str:
        """The character as it stands in words, or a space for one that stands between them."""
        if character == left:
            return _LEFT
        if character in _IN_NUMBERS:
            return character
        if _MARK.match(character):
            return ""
        return fold(character) if WORD.match(character) else " "

    quick = usually(spaced)

    def slowly(text: str) -> list[str]:
        return list(filter(None, map(form, WORD.findall(text))))

    @lru_cache(maxsize=_REMEMBERED)
    def within(piece: str) -> tuple[str, ...]:
        return tuple(slowly(piece.replace(_LEFT, left)))

    def cut(text: str) -> list[str]:
        made = quick(text)
        if made is None or (len(made) != len(text) and _NUMBER_CUT_BY_MARK.search(text)):
            return slowly(text)
        pieces = made.replace(". ", " ").replace(", ", " ").split()
        others = [place for place, piece in enumerate(pieces) if not piece.isalpha()]
        for place in reversed(others):
            pieces[place : place + 1] = within(pieces[place])
        return pieces

    return cut
