"""Changing text character by character, some ten times faster than ``str.translate`` does.

The characters that Arabic text is made of get numbers below 256. Text that holds no others goes
through two tables in C: into these numbers, and out of them as what each character becomes.
"""

import codecs
from collections.abc import Callable

_ARABIC = (0x0621, 0x063B), (0x0640, 0x0653), (0x0660, 0x066D), (0x06F0, 0x06FA)
_CHARACTERS = (
    *map(chr, range(0x80)),
    *(chr(code) for first, after in _ARABIC for code in range(first, after)),
    *"،؛؟ٱپچژڤکگیہھےۀەٰٓ«»\xa0×°·©®–—‘’“”•…‹›●←→éèçüàô",
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202f\u2060\ufeff\xad\u2009",
)
_NONE = "\ufffe"  # what Python's own tables have where nothing stands
_NUMBERS = codecs.charmap_build("".join(_CHARACTERS).ljust(256, _NONE))

Change = Callable[[str], str]


def quickened(change: Change) -> Change:
    """``change``, made quick for text of usual characters.

    Args:
        change: makes of every usual character one character or none, whatever stands beside it.
    """
    quick = usually(change)

    def changed(text: str) -> str:
        found = quick(text)
        return change(text) if found is None else found

    return changed


def usually(change: Change) -> Callable[[str], str | None]:
    """What ``change`` makes of each character of a text; None for one with unusual characters.

    Args:
        change: makes of every usual character one character or none.
    """
    made = [change(character) for character in _CHARACTERS]
    left_out = bytes(number for number, character in enumerate(made) if not character)
    table = "".join(character or _NONE for character in made)
    encode, decode = codecs.charmap_encode, codecs.charmap_decode

    def quick(text: str) -> str | None:
        try:
            numbers = encode(text, "strict", _NUMBERS)[0]
        except UnicodeEncodeError:
            return None
        return decode(numbers.translate(None, left_out), "strict", table)[0]

    return quick
