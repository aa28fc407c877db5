"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of one is worked out once; and since
no word goes over a space, texts are cut at their spaces, which is ten times as fast.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
_CLITIC_LETTERS = frozenset("وفبكلا")
_REMEMBERED = 200_000


def starts(word: str) -> set[str]:
    """The letters that a folded word begins with, one to four of them.

    Up to three are those of the word and of the word without its article; four also those after a
    single letter that may be written onto it, for so few letters would be met by chance.
    """
    found = {word[:1], word[:2], word[:3]}
    core = bare(word)
    if core is not word:
        found |= {core[:1], core[:2], core[:3]}
    forms = CLITIC_FORMS if word[0] in _CLITIC_LETTERS else ("",)
    found.update(
        rest[:PREFIX_LETTERS]
        for form in forms
        if word.startswith(form) and len(rest := word[len(form) :]) >= PREFIX_LETTERS
    )
    return found


class _Token:
    """What stands between two spaces: mostly one word, hashed by identity, so that sets are cheap.

    Attributes:
        words: its folded words, in order.
        text: they as they are indexed.
        numbers: of their frequent terms; None until asked for.
    """

    __slots__ = ("numbers", "text", "words")

    def __init__(self, text: str) -> None:
        self.words = tuple(folded for word in WORD.findall(text) if (folded := term(word)))
        self.text = " ".join(self.words)
        self.numbers: tuple[int, ...] | None = None


class _Tokens(dict[str, _Token]):
    def __init__(self) -> None:
        self.met: dict[str, str] = {}

    def __missing__(self, text: str) -> _Token:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = _Token(text)
        for word in found.words:
            self.met[word] = light_stem(word)
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        title: its folded words in order.
        body: likewise.
        frequent: the numbers of those of its terms that have bitmaps, each once.
    """

    title: str
    body: str
    frequent: set[int]


class TermTable:
    """Makes the terms of articles; one for a run of many."""

    def __init__(self) -> None:
        self._known = _Tokens()
        self._numbers: Mapping[str, int] = {}

    def of(self, title: str, body: str, numbers: Mapping[str, int]) -> Terms:
        """The terms that stand for an article, given the numbers of the frequent terms."""
        if numbers is not self._numbers:
            self._numbers = numbers
            for one in self._known.values():
                one.numbers = None
        known = self._known.__getitem__
        first, rest = list(map(known, title.split())), list(map(known, body.split()))
        frequent: set[int] = set()
        if numbers:
            distinct = {*first, *rest}
            for one in distinct:
                if one.numbers is None:
                    one.numbers = self._numbered(one)
            frequent.update(*[one.numbers for one in distinct if one.numbers])
        return Terms(_joined(first), _joined(rest), frequent)

    def _numbered(self, one: _Token) -> tuple[int, ...]:
        terms = [PREFIX + start for word in one.words for start in starts(word)]
        terms += (
            WHOLE + word if WHOLE + word in self._numbers else STEM + light_stem(word)
            for word in one.words
        )
        return tuple(self._numbers[name] for name in terms if name in self._numbers)

    def taken(self) -> list[tuple[str, str]]:
        """The (stem, word) pairs met since this was last asked, most for the first time."""
        met, self._known.met = self._known.met, {}
        return [(stem, word) for word, stem in met.items()]


def _joined(tokens: list[_Token]) -> str:
    return " ".join([one.text for one in tokens if one.text])
