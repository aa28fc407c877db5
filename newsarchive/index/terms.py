"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache, partial

from pyroaring import BitMap

from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import folded_words
from newsarchive.index.postings import PREFIX, STEM
from newsarchive.index.postings import WORD as WHOLE

CLITIC_FORMS = tuple(
    a + b + c for a in ("", "و", "ف") for b in ("", "ب", "ك", "ل") for c in ("", "ال", "ل")
)
"""What may be written onto a word; «لل» arises twice."""
PREFIX_LETTERS = 4
_CLITIC_LETTERS, _PREPOSITIONS = frozenset("وفبكلا"), frozenset("بكل")
_LONGEST_FORM = 4
_REMEMBERED = 100_000


def head(word: str) -> str:
    """The letters of a folded word that alone decide what ``starts`` has of it."""
    return word[: _LONGEST_FORM + PREFIX_LETTERS if word[0] in _CLITIC_LETTERS else PREFIX_LETTERS]


def starts(word: str) -> frozenset[str]:
    """The letters that a folded word begins with, one to four of them.

    Up to three are those of the word and of the word without its article; four also those after a
    single letter that may be written onto it, for so few letters would be met by chance.
    """
    return frozenset(_starts(word))


def _starts(word: str) -> list[str]:
    found = [word[:1], word[:2], word[:3], word[:PREFIX_LETTERS]]
    if word[0] in _CLITIC_LETTERS:
        core = bare(word)
        if core is not word:
            found += [core[:1], core[:2], core[:3]]
        rest = len(word) - PREFIX_LETTERS
        for place in _cores(word[:_LONGEST_FORM]):
            if place <= rest:
                found.append(word[place : place + PREFIX_LETTERS])
    return found


@lru_cache(maxsize=20_000)
def _cores(head: str) -> frozenset[int]:
    """Where a word with these first letters may begin once one of the clitic forms is taken off."""
    places = {0}
    if head[0] in "وف":
        places.add(1)
    places |= {place + 1 for place in places if head[place : place + 1] in _PREPOSITIONS}
    places |= {place + 2 for place in places if head.startswith("ال", place)} | {
        place + 1 for place in places if head.startswith("ل", place)
    }
    return frozenset(places)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        title: its folded words in order, a space between them.
        body: likewise.
        groups: the groups of all of them, see ``Groups``.
    """

    title: str
    body: str
    groups: Set[int]


class Groups(dict[str, int]):
    """Words that stand for the same terms, of those that have bitmaps, are one group.

    These are the word, or else its stem, and what it begins with.

    Attributes:
        numbers: of the terms.
        terms: their numbers, by group.
        met: words that were not known here.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self.numbers = numbers
        self.terms: list[frozenset[int]] = []
        self.met: list[str] = []
        self._groups: dict[frozenset[int], int] = {}
        self._whole, self._stem, self._begun = (
            {term[1:]: number for term, number in numbers.items() if term[0] == kind}
            for kind in (WHOLE, STEM, PREFIX)
        )

    def of(self, words: Iterable[str]) -> set[int]:
        """The groups of these words."""
        return set(map(self.__getitem__, words))

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        terms = self._terms(word)
        group = self._groups.get(terms)
        if group is None:
            group = self._groups[terms] = len(self.terms)
            self.terms.append(terms)
        self[word] = group
        self.met.append(word)
        return group

    def _terms(self, word: str) -> frozenset[int]:
        if not self.numbers:
            return frozenset()
        found = set(map(self._begun.get, _starts(word)))
        either = self._whole.get(word)
        found.add(self._stem.get(light_stem(word)) if either is None else either)
        return frozenset([number for number in found if number is not None])


class TermTable:
    """Makes the terms of articles; one for all that come into an index."""

    def __init__(self) -> None:
        self.groups = Groups({})
        self._known: set[str] = set()

    def forget(self) -> None:
        """Begin again: what was met may not have come into the index."""
        self.groups = Groups({})
        self._known.clear()

    def follow(self, numbers: Mapping[str, int]) -> None:
        """Group words by the terms that have these numbers from now on."""
        if self.groups.numbers is not numbers:
            self.groups = Groups(numbers)

    def of(self, title: str, body: str) -> Terms:
        """The terms that stand for an article in the index."""
        above, below = folded_words(title), folded_words(body)
        return Terms(" ".join(above), " ".join(below), self.groups.of({*above, *below}))

    def taken(self) -> list[tuple[str, str]]:
        """The (stem, word) pairs met since this was last asked, most for the first time."""
        fresh = set(self.groups.met) - self._known
        self.groups.met.clear()
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known |= fresh
        return sorted((light_stem(word), word) for word in fresh)


class Inverted:
    """Which articles of a batch hold which of the terms that have bitmaps."""

    def __init__(self, groups: Groups) -> None:
        self._terms = groups.terms
        self._held: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))

    def put(self, article: int, groups: Set[int]) -> None:
        """Take an article in by the groups of its words."""
        for group in groups:
            self._held[group].append(article)

    def entries(self) -> dict[int, BitMap]:
        """The articles by the number of each term that any holds."""
        pieces: defaultdict[int, list[BitMap]] = defaultdict(list)
        for group, articles in self._held.items():
            some = BitMap(articles)
            for number in self._terms[group]:
                pieces[number].append(some)
        return {number: BitMap.union(*several) for number, several in pieces.items()}
