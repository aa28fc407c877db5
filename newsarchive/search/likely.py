"""Which words of a text may be among those sought, told without looking at each of them.

A word that matches holds some letters in a row of what is sought: a spelling or a stem. Texts are
folded whole and searched for these letters, so that only the few words that hold them need to be
judged.
"""

import re
from collections.abc import Iterable, Iterator

from newsarchive.arabic.fold import fold

_OF_ALLAH, _TO_ALLAH = "الله", "لله"
_SEATS = re.compile("وو+")
_APART = re.compile("[\ufb50-\ufdff]")  # among them what is folded to several words
_MAY_GROW = re.compile("[^\x00-\xff\u0600-\u06ff\u2010-\u206f]")
"""What may be folded to several letters; all else is folded to one or none."""
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
        if len(folded) == len(text) and not _MAY_GROW.search(text):
            return {text[place] for place in _between_spaces(folded, held, patterns)}
        words, lines = text.split(), folded.split()
        if len(words) != len(lines) or _APART.search(text):  # a word of marks alone has no line
            lines = [fold(word).translate(_IN_NUMBERS) for word in words]
        found: list[str] = []
        for letters in held:
            found += [w for w, line in zip(words, lines, strict=True) if letters in line]
        for one in patterns:
            found += [w for w, line in zip(words, lines, strict=True) if one.search(line)]
        return found


def _between_spaces(
    folded: str, held: Iterable[str], patterns: Iterable[re.Pattern[str]]
) -> Iterator[slice]:
    """Where what holds these letters, or what a pattern matches, begins and ends."""
    for letters in held:
        place = folded.find(letters)
        while place >= 0:
            found = _word_around(folded, place, place + len(letters))
            yield found
            place = folded.find(letters, found.stop)
    for one in patterns:
        for match in one.finditer(folded):
            yield _word_around(folded, *match.span())


def _word_around(text: str, start: int, end: int) -> slice:
    after = text.find(" ", end)
    return slice(text.rfind(" ", 0, start) + 1, len(text) if after < 0 else after)


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
