"""Which words of a text may be among those sought, told without looking at each of them.

A word that matches holds some letters in a row of what is sought: a spelling, a stem, a part of a
word that has few letters wrong. Texts are folded whole and searched for these letters, so that only
the few words that hold them need to be judged.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsarchive.arabic.fold import fold

_OF_ALLAH, _TO_ALLAH = "الله", "لله"
_SEATS = re.compile("وو+")
_APART = re.compile("[\ufb50-\ufdff]")  # among them what is folded to several words
_IN_NUMBERS = str.maketrans({",": None, "٬": None, "٫": "."})


class Likely:
    """Tells the words that may match from those that cannot."""

    def __init__(
        self,
        letters: Iterable[str],
        stems: Iterable[str] = (),
        misspelt: Iterable[tuple[str, int]] = (),
        patterns: Iterable[str] = (),
    ) -> None:
        """Nothing is compared yet.

        Args:
            letters: a word that matches holds one of these, folded;
            stems: or has one of these light stems;
            misspelt: or differs from one of these by so many letters at most;
            patterns: or holds what one of these expressions matches.
        """
        parts = {*letters, *map(_longest_sure, stems)}
        for word, wrong in misspelt:
            parts.update(_parts(word, wrong))
        held = {fold(part).translate(_IN_NUMBERS) for part in parts}
        if any(part in _OF_ALLAH for part in held):
            held.add(_TO_ALLAH)  # also a spelling of it
        self._held = _least(held)
        self._patterns = [re.compile(one) for one in patterns]
        self._has_digits = any(map(str.isdigit, "".join(self._held)))

    def among(self, text: str) -> Iterable[str]:
        """What stands between the spaces of a text and may match, perhaps more than once."""
        if "" in self._held:
            return text.split()
        folded = fold(text)
        if self._has_digits:
            folded = folded.translate(_IN_NUMBERS)
        held = [letters for letters in self._held if letters in folded]
        if not held and not self._patterns:
            return ()
        words, lines = text.split(), folded.split()
        if len(words) != len(lines) or _APART.search(text):  # a word of marks alone has no line
            lines = [fold(word).translate(_IN_NUMBERS) for word in words]
        found: list[str] = []
        for letters in held:
            found += [w for w, line in zip(words, lines, strict=True) if letters in line]
        for one in self._patterns:
            found += [w for w, line in zip(words, lines, strict=True) if one.search(line)]
        return found


def _longest_sure(stem: str) -> str:
    """The longest part of a stem that words with it surely hold: the seat of a hamza varies."""
    return max(_SEATS.split(stem), key=len)


def _least(parts: set[str]) -> list[str]:
    """The parts without those that hold another."""
    kept: list[str] = []
    for part in sorted(parts, key=len):
        if not any(one in part for one in kept):
            kept.append(part)
    return kept


def _parts(word: str, wrong: int) -> Iterator[str]:
    """Parts of a word, one of which any word holds that differs by ``wrong`` letters at most.

    Of one part more than letters are wrong one is whole. Two letters that have changed places may
    stand in two parts: so each part is also given with its neighbours' letters at its ends.
    """
    ends = [len(word) * n // (wrong + 1) for n in range(wrong + 2)]
    for start, end in pairwise(ends):
        if start == end:
            yield ""
            continue
        firsts = {word[start], word[start - 1]} if start else {word[start]}
        lasts = {word[end - 1], word[end]} if end < len(word) else {word[end - 1]}
        if end - start == 1:
            yield from firsts | lasts
            continue
        for first in firsts:
            for last in lasts:
                yield first + word[start + 1 : end - 1] + last
