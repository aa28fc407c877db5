"""What the trained tagger sees of a word by itself: its letters, the lexicons.

A feature is a short string. A word gives features to itself and to the words around it; those of
PLACES are made together, of parts that many words share.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, Literal, NamedTuple, Protocol, Self, TypeVar

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BEGINS_BODY,
    BEGINS_PLACE,
    BEGINS_TITLE,
    FOREIGN_GIVEN,
    GIVEN,
    NAMED_HEAD,
    Entry,
    Lexicon,
    Trie,
)
from newsarchive.entities.looks import beginning, ending, letters_of, shape, stem
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tokens import Word

OPENING, CLOSING = frozenset('«("“'), frozenset('»)"”')
KEPT = 100_000
"""How many words, and parts of words, are remembered."""
PLACES = ("", "-", "+", "=", "#")
"""What a feature's name begins with: it is of the word itself, the word before, the word after, the
second before, the second after."""
WINDOW = ("#", "+", "", "-", "=")
"""PLACES in the order of the words that a word gives features to, from the second before it on."""
HERE, AFTER, BEFORE, FAR = 0b00001, 0b00010, 0b00100, 0b11000
"""PLACES as bits: the word itself, the one after it, the one before it, both second neighbours."""
NEAR = AFTER | BEFORE
_FIRM = GIVEN | FOREIGN_GIVEN
_BEGINS = BEGINS_BODY | BEGINS_PLACE | BEGINS_TITLE
_NONE: frozenset[str] = frozenset()
_SONS = frozenset(("بن", "بنت"))


class Joined(Protocol):
    """What can be joined by ``+``: lists of features, sums of weights."""

    def __add__(self, other: Self, /) -> Self:
        """Both together."""
        ...


Row = TypeVar("Row", bound=Joined)
Part = TypeVar("Part")
PartOut = TypeVar("PartOut", covariant=True)


class Weigher(Protocol[Row, PartOut]):
    """What makes rows of features: the features themselves for training, sums for tagging."""

    def weigh(self, features: Sequence[str]) -> Row:
        """The row of some features."""
        ...

    def spread(self, features: Iterable[tuple[str, int]]) -> Row:
        """What a word gives to itself and its neighbours, as a wide row; features with places."""
        ...

    def kept(self, wide: Row) -> PartOut:
        """A sum of wide rows, as it is kept with the word and put into articles."""
        ...


class Start(NamedTuple):
    """What known phrases of one kind begin with a word.

    Attributes:
        mark: what their features begin with.
        trie: the phrases.
        seconds: the words that a longer one goes on with.
        alone: the phrase that the word is by itself: its words, kind, clitic.
    """

    mark: str
    trie: Trie
    seconds: Container[str]
    alone: tuple[int, str, str] | None


@dataclass(slots=True, eq=False)
class Seen(Generic[Part]):
    """A word's features for its own place, for its neighbours' and for theirs.

    Attributes:
        wide: all that it gives.
        tells: whether it pairs, begins, leads, quotes or is of sport: most words do nothing so.
        pairs: the stems that have a feature when they follow this one.
        readings: the folded words it may be, for a word of three letters and more.
        leads: it may tell something of the word after it.
        names: it makes what follows the name of a person; things: of a thing.
    """

    word: Word
    stem: str
    wide: Part
    tells: bool
    pairs: Container[str] | None
    readings: frozenset[str]
    begins: Sequence[Start]
    leads: bool
    names: Literal["never", "unless common", "always"]
    things: bool
    quotes: bool
    is_sport: bool


class WordFeatures(Generic[Row, Part]):
    """Makes the features of words, and keeps those of parts that many words share."""

    def __init__(
        self,
        lex: Lexicon,
        weigher: Weigher[Row, Part],
        rare: frozenset[str],
        pairs: Mapping[str, Container[str]] | None,
    ) -> None:
        """See ``features.FeatureMaker``."""
        self._lex = lex
        self._weigher = weigher
        self._rare = rare
        self._pairs = pairs
        self._wide: dict[str | tuple[object, ...], Row] = {}

    def of(self, word: Word) -> Seen[Part]:
        """What is known of a word by itself."""
        key, flags = word.key, word.flags
        root = stem(key)
        firm = flags & _FIRM and not flags & AMBIGUOUS
        names: Literal["never", "unless common", "always"] = "unless common" if firm else "never"
        opens = word.text in OPENING
        wide = (
            self._look(word)
            + self._piece("a", beginning(key))
            + (self._piece("z", ending(key)) if len(key) > 2 else self._short_end(key))
            + self._weigher.spread(self._own(key, root))
        )
        pairs = _EVERY if self._pairs is None else self._pairs.get(root)
        begins = self._starts(word) if word.hint & _BEGINS else ()
        leads = bool(firm or opens or flags & NAMED_HEAD or key in _SONS)
        quotes = opens or word.text in CLOSING
        is_sport = root in self._lex.classes["sport"]
        return Seen(
            word,
            root,
            self._weigher.kept(wide),
            bool(pairs or begins or leads or quotes or is_sport),
            pairs,
            word.readings if len(key) > 2 else _NONE,
            begins,
            leads,
            "always" if key in _SONS else names,
            bool(flags & NAMED_HEAD),
            quotes,
            is_sport,
        )

    def edge(self) -> Seen[Part]:
        """What stands before and after a sentence."""
        word = Word("", "", False, (), frozenset(), 0, 0, False)
        wide = self._weigher.kept(self._weigher.spread([("^", AFTER), ("$", BEFORE)]))
        return Seen(word, "", wide, True, None, _NONE, (), False, "never", False, True, False)

    def _starts(self, word: Word) -> list[Start]:
        found = []
        for bit, trie, mark in (
            (BEGINS_BODY, self._lex.bodies, "o"),
            (BEGINS_PLACE, self._lex.places, "p"),
            (BEGINS_TITLE, self._lex.titles, "t"),
        ):
            if word.hint & bit:
                nodes = [node for form in word.forms if (node := trie.root.get(form.key))]
                seconds = nodes[0] if len(nodes) == 1 else frozenset(chain.from_iterable(nodes))
                found.append(Start(mark, trie, seconds, longest_phrase(trie, word, ())))
        return found

    def _look(self, word: Word) -> Row:
        """The wide row of what a word shares with many: its shape, the lexicons' flags."""
        letters = letters_of(word.flags) or ("c" if is_ordinary(self._lex, word.key) else "")
        form = shape(word)
        several, of = word.forms, self._lex.flags.get
        inner = [flags for form in several[1:] if (flags := of(form.key, 0))] if several[1:] else []
        definite = word.key[:2] == "ال"
        looks = (
            (form, letters, definite, word.key[0], *inner) if inner else (form, letters, definite)
        )
        wide = self._wide.get(looks)
        if wide is None:
            wide = self._keep(looks, _of_look(form, letters, word.key[0], inner, definite=definite))
        return wide

    def _piece(self, kind: str, letters: str) -> Row:
        """The wide row of the letters a word begins with or ends in."""
        wide = self._wide.get(kind + letters)
        if wide is None:
            wide = self._keep(kind + letters, _of_letters(kind, letters))
        return wide

    def _short_end(self, key: str) -> Row:
        """What the last letters of a word of two or one give: its ending does not hold them all."""
        features = [("z" + ending(key), HERE), ("e" + key[-2:], NEAR)]
        wide = self._wide.get((key,))
        return self._keep((key,), features) if wide is None else wide

    def _keep(self, known_by: str | tuple[object, ...], features: Iterable[tuple[str, int]]) -> Row:
        if len(self._wide) > KEPT:
            self._wide.clear()
        wide = self._wide[known_by] = self._weigher.spread(features)
        return wide

    def _own(self, key: str, root: str) -> list[tuple[str, int]]:
        """The features of a word that only its forms share, but for rare words."""
        own = [] if key in self._rare else [("w" + key, HERE | NEAR | FAR)]
        if root not in self._rare:
            own.append(("s" + root, HERE if root == key else HERE | NEAR))
        return own


def _of_look(
    form: str, letters: str, first: str, inner: Sequence[int], *, definite: bool
) -> list[tuple[str, int]]:
    """``inner``: the flags of the readings without clitics; ``first``: the word's first letter."""
    found = [("k=" + form, HERE), ("0" + letters, HERE), (letters or form, NEAR | FAR)]
    found += [("0" + letter, HERE) for letter in letters] if len(letters) > 1 else []
    place = HERE | NEAR
    for flags in inner:
        others = letters_of(flags)
        found += [(f"i{first}{others}", place), *((f"i{letter}", HERE) for letter in others)]
        place = HERE
    return [*found, ("l", NEAR)] if definite else found


def _of_letters(kind: str, letters: str) -> list[tuple[str, int]]:
    if kind == "a":
        return [(kind + letters[: size + 1], HERE) for size in range(len(letters))]
    ends = [(kind + letters[at:], HERE) for at in range(len(letters))]
    return [*ends, ("e" + letters[-2:], NEAR)]


class _Every:
    """Holds all words, and is true as a set of many."""

    def __contains__(self, word: object) -> bool:
        return True


_EVERY: Container[str] = _Every()


def longest_phrase(
    trie: Trie, token: Word, following: Sequence[str]
) -> tuple[int, str, str] | None:
    """How many words the longest phrase starting here has, its kind, "c" if after a clitic."""
    best: tuple[int, object] | None = None
    clitic = ""
    for form in token.forms:
        match = trie.longest(form.key, following)
        if match and (best is None or match[0] > best[0]):
            best, clitic = match, "c" if form.cut or form.put else ""
    if best is None:
        return None
    count, value = best
    kind = ""
    if isinstance(value, Entry):
        kind = value.kind + ("?" if value.common else "")
    elif isinstance(value, str):
        kind = value
    return count, kind, clitic
