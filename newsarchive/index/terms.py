"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once; and since
no word goes over a space, texts are cut at their spaces, which is ten times as fast.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
_REMEMBERED = 80_000


def head(word: str) -> str:
    """The letters of a folded word that alone decide what ``starts`` has of it."""
    return word[: _LONGEST_FORM + PREFIX_LETTERS if word[0] in _CLITIC_LETTERS else PREFIX_LETTERS]


def starts(word: str) -> frozenset[str]:
    """The letters that a folded word begins with, one to four of them.

    Up to three are those of the word and of the word without its article; four also those after a
    single letter that may be written onto it, for so few letters would be met by chance.
    """
    found = [word[:1], word[:2], word[:3], word[:PREFIX_LETTERS]]
    if word[0] in _CLITIC_LETTERS:
        core = bare(word)
        if core is not word:
            found += [core[:1], core[:2], core[:3]]
        rest = len(word) - PREFIX_LETTERS
        for place in _cores(word[:_LONGEST_FORM]):
            if place <= rest:
                found.append(word[place : place + PREFIX_LETTERS])
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


class Token:
    """What stands between two spaces: mostly one word, hashed by identity, so that sets are cheap.

    Attributes:
        words: its folded words, in order, each with its light stem.
        text: they as they are indexed.
    """

    __slots__ = ("_numbered_by", "_numbers", "text", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = [(word, light_stem(word)) for word in words]
        self.text = words[0] if len(words) == 1 else " ".join(words)
        self._numbers: list[int] = []
        self._numbered_by: Mapping[str, int] | None = None

    def numbered(self, numbers: Mapping[str, int]) -> list[int]:
        """The numbers of those of its words that have bitmaps, else of their stems."""
        if self._numbered_by is not numbers:
            either = (
                numbers.get(WHOLE + word, numbers.get(STEM + stem)) for word, stem in self.words
            )
            self._numbers = [number for number in either if number is not None]
            self._numbered_by = numbers
        return self._numbers


def _folded(text: str) -> tuple[str, ...]:
    """The folded words of what stands between two spaces, as ``folded_words`` has them."""
    found = (text,) if text.isalpha() else WORD.findall(text)
    return tuple(filter(None, map(term, found)))


class _Tokens(dict[str, Token]):
    """The tokens met lately: what was not met while many others were is forgotten.

    What is folded alike is one token.

    Attributes:
        met: the stems of words not met before, until they are taken away.
    """

    def __init__(self) -> None:
        self.met: dict[str, str] = {}
        self._by_words: dict[tuple[str, ...], Token] = {}
        self._before: dict[str, Token] = {}

    def __missing__(self, text: str) -> Token:
        if len(self) >= _REMEMBERED:
            self._before = dict(self)
            self._by_words.clear()
            self.clear()
        found = self._before.get(text)
        if found is None:
            found = self._read(_folded(text))
        self[text] = found
        return found

    def _read(self, words: tuple[str, ...]) -> Token:
        found = self._by_words.get(words)
        if found is None:
            found = self._by_words[words] = Token(words)
            self.met.update(found.words)
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
        if not numbers:
            return {}
        found: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))
        begun: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for token, articles in self._held.items():
            for number in token.numbered(numbers):
                found[number].extend(articles)
            for word, _ in token.words:
                begun[head(word)].extend(articles)
        entries = {number: BitMap(articles) for number, articles in found.items()}
        entries.update(_begun(begun, numbers))
        return entries


def _begun(
    articles: Mapping[str, "array[int]"], numbers: Mapping[str, int]
) -> Iterator[tuple[int, BitMap]]:
    """The articles by the number of the letters that words in them begin with.

    ``articles``: by the ``head`` of each of their words.
    """
    pieces: defaultdict[int, list[BitMap]] = defaultdict(list)
    for first, some in articles.items():
        names = (PREFIX + start for start in starts(first))
        numbered = [numbers[name] for name in names if name in numbers]
        if numbered:
            piece = BitMap(some)
            for number in numbered:
                pieces[number].append(piece)
    for number, several in pieces.items():
        yield number, BitMap.union(*several)


def _joined(tokens: list[Token]) -> str:
    return " ".join([one.text for one in tokens])
