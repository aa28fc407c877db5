"""Which words of a text may be among those sought, told without looking at each of them.

A word that matches holds some letters in a row of what is sought: a spelling or a stem. Texts are
folded whole and searched for these letters, so that only the few words that hold them need to be
judged.
"""

import re
from collections.abc import Iterable, Iterator

from newsarchive.arabic.fold import fold, fold_word

_OF_ALLAH, _TO_ALLAH = "الله", "لله"
_SEATS = re.compile("وو+")
_IN_NUMBERS = str.maketrans({",": None, "٬": None, "٫": "."})


class Likely:
    """Tells the words that may match from those that cannot."""

    def __init__(
        self,
        letters: Iterable[str],
        stems: Iterable[str] = (),
        patterns: Iterable[str] = (),
    ) -> None:
        """Nothing is compared yet.

        Args:
            letters: a word that matches holds one of these, folded;
            stems: or has one of these light stems;
            patterns: or holds what one of these expressions, without anchors or spaces, matches.
        """
        parts = {*letters, *map(_longest_sure, stems)}
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
        patterns = [one for one in self._patterns if one.search(folded)]
        if not held and not patterns:
            return ()
        words = text.split(" ")
        if folded.count(" ") + 1 != len(words):  # something was folded to several words
            lines = (fold_word(word).translate(_IN_NUMBERS) for word in words)
            folded = " ".join([line.replace(" ", "\n") for line in lines])
        return {words[place] for place in _places(folded, held, patterns)}


def _places(folded: str, held: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> Iterator[int]:
    """Which of the words between spaces hold these letters, or what a pattern matches, from 0."""
    for letters in held:
        number, before, place = 0, 0, folded.find(letters)
        while place >= 0:
            number += folded.count(" ", before, place)
            yield number
            before, end = place, folded.find(" ", place)
            place = folded.find(letters, end) if end >= 0 else -1
    for one in patterns:
        yield from (folded.count(" ", 0, match.start()) for match in one.finditer(folded))


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
