"""Words one slip of hand or ear away from a typed one: what a misspelt word may stand for.

A slip is one letter too many, one missing, one in another's place, or two neighbours exchanged.
Some are commoner than others: a letter left out, one struck twice, a long vowel too many,
neighbours exchanged, a letter of the same sound, the key beside the one meant.
"""

from collections import defaultdict
from itertools import pairwise

from newsarchive.arabic.foreign import SAME_SOUND
from newsarchive.arabic.keyboard import KEY_ROWS
from newsarchive.arabic.latin import is_latin

_LETTERS = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "اوي"
_ALIKE = (*SAME_SOUND, _VOWELS, "ضظ", "اه")


def _taken_for() -> dict[str, str]:
    """The letters that each is easily typed for, or that are for it."""
    pairs = {pair for row in KEY_ROWS for pair in pairwise(row)}
    pairs |= {(one, other) for group in _ALIKE for one in group for other in group}
    found: defaultdict[str, str] = defaultdict(str)
    for one, other in sorted(pairs | {(other, one) for one, other in pairs}):
        found[one] += other
    return dict(found)


_TAKEN_FOR = _taken_for()


def slips(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words one slip away from a folded word: by the common slips, and by all others."""
    letters = _LATIN_LETTERS if is_latin(word) else _LETTERS
    easily = {word + other for other in letters}
    hardly: set[str] = set()
    for n, letter in enumerate(word):
        before, after, rest = word[:n], word[n + 1 :], word[n:]
        easily.update([before + other + rest for other in letters])
        if after:
            easily.add(before + after[0] + letter + after[1:])
        alike = _TAKEN_FOR.get(letter, "")
        for other in letters:
            (easily if other in alike else hardly).add(before + other + after)
        is_easy = letter in (before[-1:], after[:1]) or letter in _VOWELS
        (easily if is_easy else hardly).add(before + after)
    return frozenset(easily - {word}), frozenset(hardly - easily - {word})
