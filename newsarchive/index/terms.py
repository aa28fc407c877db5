"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once; and since
no word goes over a space, texts are cut at their spaces, which is ten times as fast.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

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
_LONGEST_FORM = 4
_HEAD = _LONGEST_FORM + PREFIX_LETTERS
_REMEMBERED = 80_000


def starts(word: str) -> frozenset[str]:
    """The letters that a folded word begins with, one to four of them.

    Up to three are those of the word and of the word without its article; four also those after a
    single letter that may be written onto it, for so few letters would be met by chance.
    """
    if word[0] not in _CLITIC_LETTERS:
        return _starts(word[:PREFIX_LETTERS], "")
    core = bare(word)
    return _starts(word[:_HEAD], "" if core is word else core[:3])


@lru_cache(maxsize=20_000)
def _starts(head: str, core: str) -> frozenset[str]:
    """What begins so, and begins like its core, when it has another."""
    found = {head[:1], head[:2], head[:3], head[:PREFIX_LETTERS]}
    if core:
        found |= {core[:1], core[:2], core[:3]}
    if head[0] in _CLITIC_LETTERS:
        for place in _cores(head[:_LONGEST_FORM]):
            if len(head) >= place + PREFIX_LETTERS:
                found.add(head[place : place + PREFIX_LETTERS])
    return frozenset(found)


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


Begun = dict[frozenset[str], tuple[int, ...]]


class Token:
    """What stands between two spaces: mostly one word, hashed by identity, so that sets are cheap.

    Attributes:
        words: its folded words, in order, each with its light stem.
        text: they as they are indexed.
    """

    __slots__ = ("_numbered_by", "_numbers", "text", "words")

    def __init__(self, text: str) -> None:
        folded = [word for found in WORD.findall(text) if (word := term(found))]
        self.words = tuple((word, light_stem(word)) for word in folded)
        self.text = " ".join(folded)
        self._numbers: tuple[int, ...] = ()
        self._numbered_by: Mapping[str, int] | None = None

    def numbered(self, numbers: Mapping[str, int], begun: Begun) -> tuple[int, ...]:
        """The numbers of those of its terms that have bitmaps; ``begun`` remembers beginnings'."""
        if self._numbered_by is not numbers:
            found: list[int] = []
            for word, stem in self.words:
                first = starts(word)
                some = begun.get(first)
                if some is None:
                    names = (PREFIX + start for start in first)
                    some = begun[first] = tuple(numbers[n] for n in names if n in numbers)
                found += some
                number = numbers.get(WHOLE + word)
                if number is None:
                    number = numbers.get(STEM + stem)
                if number is not None:
                    found.append(number)
            self._numbers = tuple(found)
            self._numbered_by = numbers
        return self._numbers


class _Tokens(dict[str, Token]):
    """The tokens met lately: what was not met while many others were is forgotten."""

    def __init__(self) -> None:
        self.met: dict[str, str] = {}
        self._before: dict[str, Token] = {}

    def __missing__(self, text: str) -> Token:
        if len(self) >= _REMEMBERED:
            self._before = dict(self)
            self.clear()
        found = self._before.get(text)
        if found is None:
            found = Token(text)
            self.met.update(found.words)
        self[text] = found
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        title: its folded words in order, a space or more between them.
        body: likewise.
        distinct: what its words were read from, each once.
    """

    title: str
    body: str
    distinct: set[Token]


class TermTable:
    """Makes the terms of articles; one for all that come into an index."""

    def __init__(self) -> None:
        self._known = _Tokens()

    def forget(self) -> None:
        """Begin again: what was met may not have come into the index."""
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
        begun: Begun = {}
        for token, articles in self._held.items():
            for number in token.numbered(numbers, begun):
                found[number].extend(articles)
        return {number: BitMap(articles) for number, articles in found.items()}


def _joined(tokens: list[Token]) -> str:
    return " ".join([one.text for one in tokens])
