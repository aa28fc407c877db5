"""Words one slip of hand or ear away from a typed one: what a misspelt word may stand for.

A slip is one letter too many, one missing, one in another's place, or two neighbours exchanged.
Some are commoner than others: a letter left out, one struck twice, a long vowel too many,
neighbours exchanged, a letter of the same sound, the key beside the one meant.
"""

from collections.abc import Iterator
from itertools import pairwise

from newsarchive.arabic.foreign import SAME_SOUND
from newsarchive.arabic.keyboard import KEY_ROWS
from newsarchive.arabic.latin import is_latin

_LETTERS = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "اوي"
_ALIKE = (*SAME_SOUND, _VOWELS, "ضظ", "اه")


def _taken_for() -> frozenset[tuple[str, str]]:
    """Pairs of letters of which one is easily typed for the other, in both orders."""
    pairs = {pair for row in KEY_ROWS for pair in pairwise(row)}
    pairs |= {(one, other) for group in _ALIKE for one in group for other in group}
    return frozenset(pairs | {(other, one) for one, other in pairs})


_TAKEN_FOR = _taken_for()


def slips(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words one slip away from a folded word: by the common slips, and by all others."""
    letters = _LATIN_LETTERS if is_latin(word) else _LETTERS
    easily: set[str] = set()
    hardly: set[str] = set()
    for changed, is_easy in _changed(word, letters):
        (easily if is_easy else hardly).add(changed)
    return frozenset(easily - {word}), frozenset(hardly - easily - {word})


def _changed(word: str, letters: str) -> Iterator[tuple[str, bool]]:
    for n, letter in enumerate(word):
        before, after = word[:n], word[n + 1 :]
        beside = (before[-1:], after[:1])
        yield before + after, letter in beside or letter in _VOWELS
        if after:
            yield before + after[0] + letter + after[1:], True
        for other in letters:
            yield before + other + after, (letter, other) in _TAKEN_FOR
            yield before + other + word[n:], True
    for other in letters:
        yield word + other, True
