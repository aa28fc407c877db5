"""The words of an archive that a word no article holds may stand for.

The engine could walk through all its words with an automaton, once for each of its parts; that
takes ten times as long and does not tell which words it found. Here it is used that few slips leave
one half of a word whole: the words that begin or end like it are few, and each is compared.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from newsarchive.arabic.foreign import sound_endings, sound_pattern
from newsarchive.arabic.slips import slips
from newsarchive.arabic.stem import bare
from newsarchive.index.text_index import CLITICS, TEXT_FIELDS, TextIndex
from newsarchive.index.vocabulary import Vocabulary
from newsarchive.search.within import within

_ARTICLES_OFTEN = ("ال", "وال", "بال", "لل")
_REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Misspelt:
    """Looks for words in one state of an index; those found last are remembered with it."""

    text: TextIndex
    vocabulary: Vocabulary

    def words(self, word: str, letters: int) -> list[str]:
        """All that are taken for a word up to so many letters away; none that only sound so."""
        if letters == 0:
            return []
        found = self.one_slip_off(word) if letters == 1 else self.two_letters_off(word)
        return [one for some in found for one in some]

    def sounding(self, word: str) -> list[str]:
        """The words that transliterate the same foreign name."""
        core = bare(word)
        pattern = sound_pattern(core)
        if pattern is None:
            return []
        is_same = re.compile(f"{CLITICS}{pattern}").fullmatch
        near = (one for end in sound_endings(core) for one in self.vocabulary.sounding(end))
        return [one for one in near if is_same(one)]

    def one_slip_off(self, word: str) -> tuple[list[str], list[str]]:
        """The words of bodies one slip away, the article aside, the commonest first.

        Those that slip easily, and the others, see ``arabic.slips``; those of titles where bodies
        have none.
        """
        easily, hardly = self._remembered(word, 1) or self._remember(word, 1, self._slips(word))
        return easily, hardly

    def two_letters_off(self, word: str) -> list[list[str]]:
        """The words of bodies that differ by two letters at most.

        From the word as it is, from what is left without the article, and from that with it.
        """
        core = bare(word)
        forms = dict.fromkeys((word, core, f"ال{core}"))
        return self._remembered(word, 2) or self._remember(
            word, 2, [sorted(self._two_off(form)) for form in forms]
        )

    def _remembered(self, word: str, letters: int) -> list[list[str]] | None:
        return self.text.alike.get((word, letters))

    def _remember(self, word: str, letters: int, found: list[list[str]]) -> list[list[str]]:
        if len(self.text.alike) >= _REMEMBERED:
            self.text.alike.clear()
        self.text.alike[word, letters] = found
        return found

    def _slips(self, word: str) -> list[list[str]]:
        core = bare(word)
        ways = list(zip(slips(word), slips(core), strict=True))
        near = {*self._half_whole(word, [""]), *self._half_whole(core, ["", *_ARTICLES_OFTEN])}
        easily, hardly = ({one for one in near if _is_slip(one, *way)} for way in ways)
        known = self._in_bodies_else_titles(easily | hardly)
        return [
            self.text.by_frequency(sorted(known & easily)),
            self.text.by_frequency(sorted(known - easily)),
        ]

    def _half_whole(self, word: str, forms: Iterable[str]) -> Iterator[str]:
        """All words with one half of this one, and with its middle letters exchanged."""
        middle = max(1, len(word) // 2)
        yield from self.vocabulary.ending(word[middle:])
        for form in forms:
            yield from self.text.beginning(form + word[:middle])
            yield form + _exchanged(word, middle)

    def _in_bodies_else_titles(self, words: set[str]) -> set[str]:
        counts = {word: self.text.counts(word) for word in words}
        for place in range(len(TEXT_FIELDS)):
            found = {word for word in words if counts[word][place]}
            if found:
                return found
        return set()

    def _two_off(self, word: str) -> set[str]:
        """The words of bodies with at most two letters other than in this one.

        Of two slips one at most is in the first part, or the other part is whole; a slip may also
        exchange the letters between the parts.
        """
        size = len(word) // 2 + 1
        first, crossed = word[:size], _exchanged(word, size)
        easily, hardly = slips(first)
        starts = _shortest({first, crossed[: size + 1], *easily, *hardly})
        near = {one for start in starts for one in self.text.beginning(start, TEXT_FIELDS[:1])}
        for end in {word[size:], crossed[size:]}:
            near.update(self.vocabulary.ending(end))
        return {one for one in near if within(one, word, 2) and self.text.counts(one)[0]}


def _is_slip(one: str, whole: Container[str], inner: Container[str]) -> bool:
    """Whether a word is among these, or one of them with the article."""
    return one in whole or any(
        one.startswith(form) and one[len(form) :] in inner for form in ("", *_ARTICLES_OFTEN)
    )


def _exchanged(word: str, place: int) -> str:
    """The word with the letters before and after a place in each other's."""
    before, after = word[place - 1 : place], word[place : place + 1]
    return word[: place - 1] + after + before + word[place + 1 :]


def _shortest(starts: Iterable[str]) -> list[str]:
    """Those that do not begin with another of them, which finds all that they find."""
    kept: list[str] = []
    for start in sorted(starts):  # what a start begins comes right after it
        if not kept or not start.startswith(kept[-1]):
            kept.append(start)
    return kept
