"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeVar

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
    return found + _later_starts(word) if word[0] in _CLITIC_LETTERS else found


def _later_starts(word: str) -> list[str]:
    """What a folded word begins with once something that may be written onto it is taken off."""
    core = bare(word)
    found = [] if core is word else [core[:1], core[:2], core[:3]]
    last = len(word) - PREFIX_LETTERS
    places = _cores(word[:_LONGEST_FORM])
    return found + [word[p : p + PREFIX_LETTERS] for p in places if p <= last]


@lru_cache(maxsize=20_000)
def _cores(head: str) -> tuple[int, ...]:
    """Where else a word with these first letters may begin, a clitic form taken off."""
    places = {0}
    if head[0] in "وف":
        places.add(1)
    places |= {place + 1 for place in places if head[place : place + 1] in _PREPOSITIONS}
    places |= {place + 2 for place in places if head.startswith("ال", place)} | {
        place + 1 for place in places if head.startswith("ل", place)
    }
    return tuple(sorted(places - {0}))


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        title: its folded words in order, a space between them.
        body: likewise.
        words: all of them, each once.
    """

    title: str
    body: str
    words: Set[str]


Ready = Mapping[str, tuple[int, ...]]
"""The numbers that words stand for, see ``Numbers.of``."""


class Numbers:
    """The numbers of the terms that have bitmaps, by the words that stand for them."""

    def __init__(self, terms: Mapping[str, int]) -> None:
        """None is looked up yet; ``terms`` with their numbers."""
        self.terms = terms
        self._whole, self._stem, self._begun = (
            {term[1:]: number for term, number in terms.items() if term[0] == kind}
            for kind in (WHOLE, STEM, PREFIX)
        )
        self._known: dict[str, tuple[int, ...]] = {}
        self.is_ready = False

    def take(self, ready: Ready) -> None:
        """Know what words stand for that was worked out before."""
        self._known.update(ready)
        self.is_ready = True

    def of(self, word: str) -> tuple[int, ...]:
        """The word, its stem, and what it begins with; not its own first letters."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[word] = self._of(word)
        return found

    def _of(self, word: str) -> tuple[int, ...]:
        found = [self._whole.get(word), self._stem.get(light_stem(word))]
        if word[0] in _CLITIC_LETTERS:
            found += map(self._begun.get, _later_starts(word))
        return tuple([number for number in found if number is not None])

    def beginning(self, letters: str) -> int | None:
        """The number of what begins with these letters."""
        return self._begun.get(letters)


class TermTable:
    """Makes the terms of articles; one for all that come into an index."""

    def __init__(self) -> None:
        self.numbers = Numbers({})
        self._met: set[str] = set()
        self._known: set[str] = set()

    def forget(self) -> None:
        """Begin again: what was met may not have come into the index."""
        self.numbers = Numbers({})
        self._met.clear()
        self._known.clear()

    def follow(self, terms: Mapping[str, int]) -> None:
        """Know words by the terms that have these numbers from now on."""
        if self.numbers.terms is not terms:
            self.numbers = Numbers(terms)

    def learn(self, read: Callable[[], Ready]) -> None:
        """Know the words that are ready, which are all told already."""
        if not self.numbers.is_ready:
            ready = read()
            self.numbers.take(ready)
            self._known.update(ready)

    def of(self, title: str, body: str) -> Terms:
        """The terms that stand for an article in the index."""
        above, below = folded_words(title), folded_words(body)
        words = {*above, *below}
        self._met |= words
        return Terms(" ".join(above), " ".join(below), words)

    def taken(self) -> list[tuple[str, str]]:
        """The (stem, word) pairs met since this was last asked, most for the first time."""
        fresh = self._met - self._known
        self._met.clear()
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known |= fresh
        return sorted(zip(map(light_stem, fresh), fresh, strict=True))


class Inverted:
    """Which articles of a batch hold which of the terms that have bitmaps."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._held = _arrays(str)

    def put(self, article: int, words: Set[str]) -> None:
        """Take an article in by its words."""
        held = self._held
        for word in words:
            held[word].append(article)

    def entries(self) -> dict[int, BitMap]:
        """The articles by the number of each term that any holds."""
        gathered = _arrays(int)
        begun = _arrays(str)
        for word, articles in self._held.items():
            begun[word[:PREFIX_LETTERS]] += articles
            for number in self._numbers.of(word):
                gathered[number] += articles
        for letters in reversed(range(PREFIX_LETTERS)):
            fewer = _arrays(str)
            for start, articles in begun.items():
                begins = self._numbers.beginning(start)
                if begins is not None:
                    gathered[begins] += articles
                fewer[start[:letters]] += articles
            begun = fewer
        return {number: BitMap(articles) for number, articles in gathered.items()}


_Key = TypeVar("_Key", str, int)


def _arrays(_: type[_Key]) -> "defaultdict[_Key, array[int]]":
    """Article numbers by something, none yet."""
    return defaultdict(partial(array, "I"))
