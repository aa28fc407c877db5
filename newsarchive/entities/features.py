"""What the trained tagger sees of a word: its letters, the lexicons, neighbours, the article.

A feature is a short string. Those that depend on the word alone are made once a word and kept, so
that tagging an article is mostly joining lists.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, Literal, NamedTuple, Protocol, Self, TypeVar

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
_NONE: frozenset[str] = frozenset()
_SONS = frozenset(("بن", "بنت"))
GAP = 2
"""How many rows stand between two sentences, so that nothing reaches from one to the other."""
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
        before, after: what it gives to the word that it stands before or after of, by PLACES.
        pairs: the stems that have a feature when they follow this one.
        readings: the folded words it may be, for a word of three letters and more.
        leads: it may tell something of the word after it.
        names: it makes what follows the name of a person; things: of a thing.
    """

    word: Word
    stem: str
    here: Part
    before: Part
    after: Part
    before2: Part
    after2: Part
    pairs: Container[str] | None
    readings: frozenset[str]
    begins: Sequence[Start]
    leads: bool
    names: Literal["never", "unless common", "always"]
    things: bool
    quotes: bool
    is_sport: bool


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Row, Part]):
    """All rows of an article, not yet joined: one a word, and GAP of them between two sentences.

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
        self._gap = [self._edge()] * GAP

    def article(
        self, sentences: Sequence[Sentence], extra: Iterable[str] = ()
    ) -> Gathered[Row, Part]:
        """The rows of an article's words; ``extra`` go to every word."""
        words = self.words(sentences)
        sizes = [*map(len, sentences)]
        return self.rows(words, sizes, sport=sport_words(words) > SPORT, extra=extra)

    def words(self, sentences: Iterable[Sentence]) -> list[Seen[Part]]:
        """What is known of each word by itself, GAP edges before and after each sentence."""
        seen = self._seen
        if len(seen) > _KEPT:
            seen.clear()
        words = [*self._gap]
        for sentence in sentences:
            try:
                words += [seen[word.text] for word in sentence]
            except KeyError:
                words += [seen.get(word.text) or self._make(word) for word in sentence]
            words += self._gap
        return words

    def rows(
        self,
        words: Sequence[Seen[Part]],
        sizes: list[int],
        *,
        sport: bool,
        extra: Iterable[str] = (),
    ) -> Gathered[Row, Part]:
        """The rows of an article's words, given what is known of each by itself.

        ``sizes``: how many words each sentence has.
        """
        more: dict[int, Row] = {}
        for at, row in (
            *self._pairs_of(words),
            *self._said(words),
            *self._known(words, sport=sport),
            *self._quotes(words),
        ):
            more[at - GAP] = more[at - GAP] + row if at - GAP in more else row
        more.pop(len(words) - 2 * GAP, None)  # what the last word gives to the edge
        columns = (
            [word.here for word in words[GAP:-GAP]],
            [word.before for word in words[GAP - 1 : -GAP - 1]],
            [word.after for word in words[GAP + 1 : 1 - GAP]],
            [word.before2 for word in words[: -2 * GAP]],
            [word.after2 for word in words[2 * GAP :]],
        )
        always = self._row("1", *extra, *(["sport"] if sport else []))
        return Gathered(sizes, columns, more, always)

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
        names: Literal["never", "unless common", "always"] = "unless common" if firm else "never"
        opens = word.text in _OPENING
        wide = (
            self._look(word)
            + self._piece("a", beginning(key))
            + self._piece("z", ending(key))
            + self._piece("e", key[-2:])
            + self._weigher.spread(self._own(key, root))
        )
        here, before, after, before2, after2 = self._weigher.apart(wide)
        known = self._seen[word.text] = Seen(
            word,
            root,
            here,
            before,
            after,
            before2,
            after2,
            _EVERY if self._pairs is None else self._pairs.get(root),
            word.readings if len(key) > 2 else _NONE,
            self._starts(word) if word.hint & _BEGINS else (),
            bool(firm or opens or flags & NAMED_HEAD or key in _SONS),
            "always" if key in _SONS else names,
            bool(flags & NAMED_HEAD),
            opens or word.text in _CLOSING,
            root in self._lex.classes["sport"],
        )
        return known

    def _edge(self) -> Seen[Part]:
        """What stands before and after a sentence."""
        word = Word("", "", False, (), frozenset(), 0, 0, False)
        nothing, *_ = self._weigher.apart(self._weigher.spread([]))
        _, start, *_ = self._weigher.apart(self._weigher.spread([("^", NEAR)]))
        _, _, end, *_ = self._weigher.apart(self._weigher.spread([("$", NEAR)]))
        return Seen(
            word, "", nothing, start, end, nothing, nothing,
            None, _NONE, (), False, "never", False, True, False,
        )  # fmt: skip

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
                found.append(Start(mark, trie, seconds, _longest(trie, word, ())))
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

    def _pairs_of(self, words: Sequence[Seen[Part]]) -> Iterator[tuple[int, Row]]:
        for at, pairs in [
            (at, word.pairs) for at, word in enumerate(words) if word.pairs is not None
        ]:
            other = words[at + 1].stem
            if other and other in pairs:
                yield at + 1, self._weigher.weigh([f"|{words[at].stem}|{other}"])

    def _said(self, words: Sequence[Seen[Part]]) -> Iterator[tuple[int, Row]]:
        """What other places of the article tell of a word."""
        names, things = _evidence(words)
        untold = (names | things).isdisjoint
        for at in [at for at, word in enumerate(words) if not untold(word.readings)]:
            name = [] if names.isdisjoint(words[at].readings) else ["dn"]
            thing = [] if things.isdisjoint(words[at].readings) else ["dt"]
            yield at, self._row(*name, *thing)

    def _known(self, words: Sequence[Seen[Part]], *, sport: bool) -> Iterator[tuple[int, Row]]:
        """What known phrases give to their words and to the word after."""
        for at in [at for at, word in enumerate(words) if word.begins]:
            following = words[at + 1].word.key
            for start in words[at].begins:
                phrase = start.alone
                if following in start.seconds:
                    rest = [one.word.key for one in words[at + 1 : at + 9]]
                    phrase = _longest(start.trie, words[at].word, rest)
                if phrase is not None:
                    yield from enumerate(self._phrase(start.mark, *phrase, sport), at)

    def _phrase(self, mark: str, count: int, kind: str, clitic: str, sport: bool) -> list[Row]:
        """The rows that a known phrase gives its words and the word after."""
        told = mark, count, kind, clitic, sport
        rows = self._phrases.get(told)
        if rows is None:
            features = _of_phrase(mark, count, kind, clitic, sport=sport)
            rows = self._phrases[told] = [*map(self._weigher.weigh, features)]
        return rows

    def _quotes(self, words: Sequence[Seen[Part]]) -> Iterator[tuple[int, Row]]:
        opened = -1
        for at in [at for at, word in enumerate(words) if word.quotes]:
            mark = words[at].word.text
            if opened >= 0 and mark in _CLOSING and at - opened > 1:
                kind = "(" if words[opened].word.text == "(" else "«"
                inside = self._row(f"q{kind}{min(at - opened - 1, 5)}")
                yield from ((place, inside) for place in range(opened + 1, at))
                yield opened + 1, self._row("qb")
                yield at - 1, self._row("qe")
                opened = -1
            if mark in _OPENING or not mark:
                opened = at if mark else -1


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


class _Every:
    """Holds all words, and is true as a set of many."""

    def __contains__(self, word: object) -> bool:
        return True


_EVERY: Container[str] = _Every()


def sport_words(words: Iterable[Seen[Part]]) -> int:
    """How many words of sport an article has; with more than SPORT, common words may name clubs."""
    return sum([word.is_sport for word in words])


def _evidence(words: Sequence[Seen[Part]]) -> tuple[set[str], set[str]]:
    """Words that somewhere in the article follow a name; that follow «شركة» and its like."""
    names: set[str] = set()
    things: set[str] = set()
    for at in [at for at, word in enumerate(words) if word.leads]:
        before, word = words[at], words[at + 1].word
        if not word.is_word or word.flags & STOP or len(word.key) < 3:
            continue
        if before.names == "always" or (before.names != "never" and not word.flags & COMMON):
            names.add(word.key)
        elif before.things or (before.quotes and words[at + 2].word.text in _CLOSING):
            things.add(word.key)
    return names, things


def _longest(trie: Trie, token: Word, following: Sequence[str]) -> tuple[int, str, str] | None:
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
