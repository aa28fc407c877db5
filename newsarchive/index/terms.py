"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once; and since
no word goes over a space, texts are cut at their spaces, which is ten times as fast.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from pyroaring import BitMap

from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import term
from newsarchive.arabic.words import WORD
from newsarchive.index.postings import PREFIX, STEM
from newsarchive.index.postings import WORD as WHOLE

CLITIC_FORMS = tuple(
    a + b + c for a in ("", "و", "ف") for b in ("", "ب", "ك", "ل") for c in ("", "ال", "ل")
)
"""What may be written onto a word; «لل» arises twice."""
PREFIX_LETTERS = 4
_CLITIC_LETTERS, _PREPOSITIONS = frozenset("وفبكلا"), frozenset("بكل")
_REMEMBERED = 300_000


def starts(word: str) -> set[str]:
    """The letters that a folded word begins with, one to four of them.

    Up to three are those of the word and of the word without its article; four also those after a
    single letter that may be written onto it, for so few letters would be met by chance.
    """
    found = {word[:1], word[:2], word[:3]}
    core = bare(word)
    if core is not word:
        found |= {core[:1], core[:2], core[:3]}
    for place in _cores(word):
        if len(word) >= place + PREFIX_LETTERS:
            found.add(word[place : place + PREFIX_LETTERS])
    return found


def _cores(word: str) -> set[int]:
    """Where a word may begin once one of the clitic forms is taken off."""
    places = {0}
    if word[0] in _CLITIC_LETTERS:
        if word[0] in "وف":
            places.add(1)
        places |= {place + 1 for place in places if word[place : place + 1] in _PREPOSITIONS}
        places |= {place + 2 for place in places if word.startswith("ال", place)} | {
            place + 1 for place in places if word.startswith("ل", place)
        }
    return places


class Token:
    """What stands between two spaces: mostly one word, hashed by identity, so that sets are cheap.

    Attributes:
        words: its folded words, in order.
        text: they as they are indexed.
    """

    __slots__ = ("_numbered_by", "_numbers", "text", "words")

    def __init__(self, text: str) -> None:
        self.words = tuple(folded for word in WORD.findall(text) if (folded := term(word)))
        self.text = " ".join(self.words)
        self._numbers: tuple[int, ...] = ()
        self._numbered_by: Mapping[str, int] | None = None

    def numbered(self, numbers: Mapping[str, int]) -> tuple[int, ...]:
        """The numbers of those of its terms that have bitmaps."""
        if self._numbered_by is not numbers:
            terms = [PREFIX + start for word in self.words for start in starts(word)]
            for word in self.words:
                whole = WHOLE + word
                terms.append(whole if whole in numbers else STEM + light_stem(word))
            self._numbers = tuple(numbers[name] for name in terms if name in numbers)
            self._numbered_by = numbers
        return self._numbers


class _Tokens(dict[str, Token]):
    def __init__(self) -> None:
        self.met: dict[str, str] = {}

    def __missing__(self, text: str) -> Token:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = Token(text)
        for word in found.words:
            self.met[word] = light_stem(word)
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        title: its folded words in order.
        body: likewise.
        distinct: what its words were read from, each once.
    """

    title: str
    body: str
    distinct: set[Token]


class TermTable:
    """Makes the terms of articles; one for a run of many."""

    def __init__(self) -> None:
        self._known = _Tokens()

    def of(self, title: str, body: str) -> Terms:
        """The terms that stand for an article in the index."""
        known = self._known.__getitem__
        first, rest = list(map(known, title.split())), list(map(known, body.split()))
        return Terms(_joined(first), _joined(rest), {*first, *rest})

    def taken(self) -> list[tuple[str, str]]:
        """The (stem, word) pairs met since this was last asked, most for the first time."""
        met, self._known.met = self._known.met, {}
        return [(stem, word) for word, stem in met.items()]


class Inverted:
    """Which articles of a batch hold which tokens: their terms are worked out once a token."""

    def __init__(self) -> None:
        self._held: defaultdict[Token, array[int]] = defaultdict(partial(array, "I"))

    def put(self, article: int, terms: Terms) -> None:
        """Take an article in."""
        for token in terms.distinct:
            self._held[token].append(article)

    def entries(self, numbers: Mapping[str, int]) -> dict[int, BitMap]:
        """The articles by the number of each term that has one."""
        found: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))
        for token, articles in self._held.items():
            for number in token.numbered(numbers):
                found[number].extend(articles)
        return {number: BitMap(articles) for number, articles in found.items()}


def _joined(tokens: list[Token]) -> str:
    return " ".join([one.text for one in tokens if one.text])
