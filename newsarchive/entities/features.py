"""What the trained tagger sees of a word: its letters, the lexicons, neighbours, the article.

A feature is a short string. Those that depend on the word alone are made once a word and kept, so
that tagging an article is mostly joining lists.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, Self, TypeVar

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BEGINS_BODY,
    BEGINS_PLACE,
    BEGINS_TITLE,
    COMMON,
    FOREIGN_GIVEN,
    GIVEN,
    NAMED_HEAD,
    STOP,
    Entry,
    Lexicon,
    Trie,
)
from newsarchive.entities.looks import beginning, ending, letters_of, shape, stem
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tokens import Sentence, Word

_OPENING, _CLOSING = frozenset('«("“'), frozenset('»)"”')
_FIRM = GIVEN | FOREIGN_GIVEN
_BEGINS = BEGINS_BODY | BEGINS_PLACE | BEGINS_TITLE
SPORT = 2
PLACES = ("", "-", "+", "=", "#")
"""What a feature's name begins with: it is of the word itself, the word before, the word after, the
second before, the second after."""
HERE, NEAR, FAR = 0b00001, 0b00110, 0b11000
"""PLACES as bits: the word itself, both neighbours, both second neighbours."""


class Joined(Protocol):
    """What can be joined by ``+``: lists of features, sums of weights."""

    def __add__(self, other: Self, /) -> Self:
        """Both together."""
        ...


Row = TypeVar("Row", bound=Joined)
Part = TypeVar("Part")
PartOut = TypeVar("PartOut", covariant=True)
_NONE: Container[str] = ()
_KEPT = 100_000


class Weigher(Protocol[Row, PartOut]):
    """What makes rows of features: the features themselves for training, sums for tagging."""

    def weigh(self, features: Sequence[str]) -> Row:
        """The row of some features."""
        ...

    def spread(self, features: Iterable[tuple[str, int]]) -> Row:
        """What a word gives to itself and its neighbours, as a wide row; features with places."""
        ...

    def apart(self, wide: Row) -> Sequence[PartOut]:
        """What a sum of wide rows holds for each of PLACES, to be put into columns."""
        ...


@dataclass(slots=True, eq=False)
class Seen(Generic[Part]):
    """A word's features for its own place, for its neighbours' and for theirs.

    Attributes:
        before, after: what it gives to the word that it stands before or after of, by PLACES.
        pairs: the stems that have a feature when they follow this one.
        readings: the folded words it may be, for a word of three letters and more.
        begins: what known phrases begin with it.
        names, things: it makes what follows the name of a person, of a thing.
    """

    stem: str
    here: Part
    before: Part
    after: Part
    before2: Part
    after2: Part
    pairs: Container[str]
    readings: frozenset[str]
    begins: int
    names: Literal["never", "unless common", "always"]
    things: bool
    is_sport: bool


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Row, Part]):
    """All rows of an article, not yet joined: one for each word, and one between two sentences.

    Attributes:
        sizes: how many words each sentence has.
        columns: for each of PLACES, what each row has of the word there.
        more: what some rows have beside.
        always: what every row has beside.
    """

    sizes: list[int]
    columns: Sequence[Sequence[Part]]
    more: dict[int, Row]
    always: Row


class FeatureMaker(Generic[Row, Part]):
    """Features of whole articles; keeps what it learnt of each word.

    A word's features are a row: the features themselves for training, their summed weights for
    tagging, so that both see the same.
    """

    def __init__(
        self,
        lex: Lexicon,
        weigher: Weigher[Row, Part],
        *,
        rare: frozenset[str] = frozenset(),
        pairs: Mapping[str, Container[str]] | None = None,
    ) -> None:
        """Nothing is learnt yet.

        Args:
            lex: the lexicons that features come from.
            weigher: what makes rows of features.
            rare: words without a feature of their own, so that a model learns to do without.
            pairs: for a stem, those that give a feature together with it; None: all do.
        """
        self._lex = lex
        self._weigher = weigher
        self._rare = rare
        self._pairs = pairs
        self._seen: dict[str, Seen[Part]] = {}
        self._rows: dict[tuple[str, ...], Row] = {}
        self._wide: dict[str | tuple[object, ...], Row] = {}
        self._phrases: dict[tuple[str, int, str, str, bool], list[Row]] = {}

    def article(
        self, sentences: Sequence[Sentence], extra: Iterable[str] = ()
    ) -> Gathered[Row, Part]:
        """The rows of an article's words; ``extra`` go to every word."""
        words = self.words(sentences)
        return self.rows(sentences, words, sport=sport_words(words) > SPORT, extra=extra)

    def words(self, sentences: Sequence[Sentence]) -> list[list[Seen[Part]]]:
        """What is known of each token by itself."""
        seen = self._seen
        if len(seen) > _KEPT:
            seen.clear()
        return [self._known_words(sentence) for sentence in sentences]

    def _known_words(self, sentence: Sentence) -> list[Seen[Part]]:
        seen = self._seen
        try:
            return [seen[token.text] for token in sentence]
        except KeyError:
            for token in sentence:
                if token.text not in seen:
                    seen[token.text] = self._make(token)
            return [seen[token.text] for token in sentence]

    def rows(
        self,
        sentences: Sequence[Sentence],
        words: Sequence[Sequence[Seen[Part]]],
        *,
        sport: bool,
        extra: Iterable[str] = (),
    ) -> Gathered[Row, Part]:
        """The rows of an article's words, given what is known of each by itself."""
        names, things = _evidence(sentences, words)
        found = _Evidence(names, things, names | things, sport)
        more: dict[int, Row] = {}
        first = 0
        for sentence, seen in zip(sentences, words, strict=True):
            for at, row in self._special(sentence, seen, found):
                more[first + at] = more[first + at] + row if first + at in more else row
            first += len(sentence) + 1
        always = self._row("1", *extra, *(["sport"] if sport else []))
        return Gathered([*map(len, words)], self._columns(words), more, always)

    def _columns(self, words: Sequence[Sequence[Seen[Part]]]) -> list[list[Part]]:
        nothing = self._weigher.apart(self._weigher.spread([]))[0]
        start = self._weigher.apart(self._weigher.spread([("^", NEAR)]))[1]
        end = self._weigher.apart(self._weigher.spread([("$", NEAR)]))[2]
        columns: list[list[Part]] = [[] for _ in PLACES]
        here, before, after, before2, after2 = columns
        for known in words:
            here += [word.here for word in known]
            before += [start, *[word.before for word in known[:-1]]]
            after += [*[word.after for word in known[1:]], end]
            before2 += [nothing, nothing, *[word.before2 for word in known[:-2]]][: len(known)]
            after2 += [*[word.after2 for word in known[2:]], nothing, nothing][-len(known) :]
            for column in columns:
                column.append(nothing)
        return [column[:-1] for column in columns]

    def _row(self, *features: str) -> Row:
        """The row of a few features that come back in many articles."""
        row = self._rows.get(features)
        if row is None:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            row = self._rows[features] = self._weigher.weigh(features)
        return row

    def _make(self, word: Word) -> Seen[Part]:
        key, flags = word.key, word.flags
        root = stem(key)
        firm = flags & _FIRM and not flags & AMBIGUOUS
        wide = (
            self._look(word)
            + self._piece("a", beginning(key))
            + self._piece("z", ending(key))
            + self._piece("e", key[-2:])
            + self._weigher.spread(self._own(key, root))
        )
        here, before, after, before2, after2 = self._weigher.apart(wide)
        return Seen(
            root,
            here,
            before,
            after,
            before2,
            after2,
            _EVERY if self._pairs is None else self._pairs.get(root, ()),
            word.readings if len(key) > 2 else frozenset(),
            word.hint & _BEGINS,
            "always" if key in ("بن", "بنت") else "unless common" if firm else "never",
            bool(flags & NAMED_HEAD),
            root in self._lex.classes["sport"],
        )

    def _look(self, word: Word) -> Row:
        """The wide row of what a word shares with many: its shape, the lexicons' flags."""
        letters = letters_of(word.flags) or ("c" if is_ordinary(self._lex, word.key) else "")
        form = shape(word)
        inner = [flags for form in word.forms[1:] if (flags := self._lex.of(form.key))]
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

    def _keep(self, known_by: str | tuple[object, ...], features: Iterable[tuple[str, int]]) -> Row:
        if len(self._wide) > _KEPT:
            self._wide.clear()
        wide = self._wide[known_by] = self._weigher.spread(features)
        return wide

    def _own(self, key: str, root: str) -> list[tuple[str, int]]:
        """The features of a word that only its forms share, but for rare words."""
        own = [] if key in self._rare else [("w" + key, HERE | NEAR | FAR)]
        if root not in self._rare:
            own.append(("s" + root, HERE if root == key else HERE | NEAR))
        return own

    def _special(
        self, sentence: Sentence, words: Sequence[Seen[Part]], found: "_Evidence"
    ) -> Iterator[tuple[int, Row]]:
        """What some words have beside: pairs, known phrases, names said elsewhere, quotes."""
        marks, pairs = False, _NONE
        for at, word in enumerate(words):
            if word.stem in pairs:
                yield at, self._weigher.weigh([f"|{words[at - 1].stem}|{word.stem}"])
            pairs = word.pairs
            if not word.readings:
                marks = True
            elif not found.said.isdisjoint(word.readings):
                yield at, self._said(word, found)
            if word.begins:
                yield from self._known(sentence, at, word.begins, sport=found.sport)
        if marks:
            yield from self._quotes(sentence)

    def _said(self, word: Seen[Part], found: "_Evidence") -> Row:
        name = [] if found.names.isdisjoint(word.readings) else ["dn"]
        thing = [] if found.things.isdisjoint(word.readings) else ["dt"]
        return self._row(*name, *thing)

    def _known(
        self, sentence: Sentence, at: int, begins: int, *, sport: bool
    ) -> Iterator[tuple[int, Row]]:
        following = [token.key for token in sentence[at + 1 : at + 9]]
        for bit, trie, mark in (
            (BEGINS_BODY, self._lex.bodies, "o"),
            (BEGINS_PLACE, self._lex.places, "p"),
            (BEGINS_TITLE, self._lex.titles, "t"),
        ):
            phrase = _longest(trie, sentence[at], following) if begins & bit else None
            if phrase is not None:
                yield from enumerate(self._phrase(mark, *phrase, sport)[: len(sentence) - at], at)

    def _phrase(self, mark: str, count: int, kind: str, clitic: str, sport: bool) -> list[Row]:
        """The rows that a known phrase gives its words and the word after."""
        told = mark, count, kind, clitic, sport
        rows = self._phrases.get(told)
        if rows is None:
            features = _of_phrase(mark, count, kind, clitic, sport=sport)
            rows = self._phrases[told] = [*map(self._weigher.weigh, features)]
        return rows

    def _quotes(self, sentence: Sentence) -> Iterator[tuple[int, Row]]:
        opened = -1
        for at, token in enumerate(sentence):
            if token.is_word:
                continue
            if opened >= 0 and token.text in _CLOSING and at - opened > 1:
                length = at - opened - 1
                mark = f"q{'(' if sentence[opened].text == '(' else '«'}{min(length, 5)}"
                for inside in range(opened + 1, at):
                    yield inside, self._row(mark)
                yield opened + 1, self._row("qb")
                yield at - 1, self._row("qe")
                opened = -1
            if token.text in _OPENING:
                opened = at


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
    if kind == "z":
        return [(kind + letters[at:], HERE) for at in range(len(letters))]
    return [(kind + letters, NEAR)]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Words that elsewhere in the article follow a name; that follow «شركة» and its like."""

    names: set[str]
    things: set[str]
    said: set[str]
    sport: bool


class _Every:
    """Holds all words."""

    def __contains__(self, word: object) -> bool:
        return True


_EVERY: Container[str] = _Every()


def sport_words(words: Iterable[Iterable[Seen[Part]]]) -> int:
    """How many words of sport an article has; with more than SPORT, common words may name clubs."""
    return sum(word.is_sport for seen in words for word in seen)


def _evidence(
    sentences: Sequence[Sentence], words: Sequence[Sequence[Seen[Part]]]
) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    things: set[str] = set()
    for sentence, seen in zip(sentences, words, strict=True):
        for at, before in enumerate(seen[:-1], 1):
            if before.names == "never" and not before.things and before.readings:
                continue
            token = sentence[at]
            if not token.is_word or token.flags & STOP or len(token.key) < 3:
                continue
            common = token.flags & COMMON
            if before.names == "always" or (before.names == "unless common" and not common):
                names.add(token.key)
            elif before.things or _alone_in_quotes(sentence, at):
                things.add(token.key)
    return names, things


def _alone_in_quotes(sentence: Sentence, at: int) -> bool:
    return (
        sentence[at - 1].text in _OPENING
        and at + 1 < len(sentence)
        and sentence[at + 1].text in _CLOSING
    )


def _longest(trie: Trie, token: Word, following: list[str]) -> tuple[int, str, str] | None:
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


def _of_phrase(mark: str, count: int, kind: str, clitic: str, *, sport: bool) -> list[list[str]]:
    length = "1" if count == 1 else "2" if count == 2 else "3"
    topic = "S" if sport else ""
    begins = [f"{mark}B{clitic}{length}", f"{mark}B{kind}{topic}", f"{mark}B{kind}{length}"]
    inside = [[f"{mark}{at}{length}", f"{mark}{at}{kind}{length}"] for at in "I" * (count - 2)]
    ends = [[f"{mark}E{length}", f"{mark}E{kind}{length}"]] if count > 1 else []
    return [begins, *inside, *ends, [f"{mark}A{length}"]]
