"""What the trained tagger sees of an article's words: each by itself, neighbours, the article.

Those features that depend on the word alone are made once a word and kept (word_features), so that
a row of an article is mostly put together of what is known.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from newsarchive.entities.lexicon import COMMON, STOP, Lexicon
from newsarchive.entities.tokens import Sentence, Word
from newsarchive.entities.word_features import (
    CLOSING,
    KEPT,
    OPENING,
    Part,
    Row,
    Seen,
    Weigher,
    WordFeatures,
    longest_phrase,
)

SPORT = 2
GAP = 2
"""How many rows stand between two sentences, so that nothing reaches from one to the other."""


@dataclass(frozen=True, slots=True)
class Met(Generic[Part]):
    """The words of an article, by themselves.

    Attributes:
        words: GAP edges before and after each sentence.
        telling: where those stand that may tell something beside their features.
        sizes: how many words each sentence has.
        sport: how many are of sport; with more than SPORT, common words may name clubs.
    """

    words: list[Seen[Part]]
    telling: list[int]
    sizes: list[int]
    sport: int


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Row, Part]):
    """All rows of an article, not yet joined: one a word, and GAP of them between two sentences.

    Attributes:
        sizes: how many words each sentence has.
        parts: what each word gives to its own row, the two before and the two after, GAP edges
            before the first sentence and after the last as well.
        more: what some rows have beside.
        always: what every row has beside.
    """

    sizes: list[int]
    parts: Sequence[Part]
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
        self._weigher = weigher
        self._word = WordFeatures(lex, weigher, rare, pairs)
        self._seen: dict[Word, Seen[Part]] = {}
        self._rows: dict[tuple[str, ...], Row] = {}
        self._phrases: dict[tuple[str, int, str, str, bool], list[Row]] = {}
        self._gap = [self._word.edge()] * GAP

    def article(
        self, sentences: Sequence[Sentence], extra: Iterable[str] = ()
    ) -> Gathered[Row, Part]:
        """The rows of an article's words; ``extra`` go to every word."""
        met = self.words(sentences)
        return self.rows(met, sport=met.sport > SPORT, extra=extra)

    def words(self, sentences: Sequence[Sentence]) -> Met[Part]:
        """What is known of each word by itself."""
        seen = self._seen
        if len(seen) > KEPT:
            seen.clear()
        words = [*self._gap]
        for sentence in sentences:
            try:
                words += [*map(seen.__getitem__, sentence)]
            except KeyError:
                for word in sentence:
                    if word not in seen:
                        seen[word] = self._word.of(word)
                words += map(seen.__getitem__, sentence)
            words += self._gap
        telling = [at for at, word in enumerate(words) if word.tells]
        sport = sum([words[at].is_sport for at in telling])
        return Met(words, telling, [*map(len, sentences)], sport)

    def rows(
        self, met: Met[Part], *, sport: bool, extra: Iterable[str] = ()
    ) -> Gathered[Row, Part]:
        """The rows of an article's words, given what is known of each by itself."""
        words, telling = met.words, met.telling
        more: dict[int, Row] = {}
        for at, row in (
            *self._pairs_of(words, telling),
            *self._said(words, telling),
            *self._known(words, telling, sport=sport),
            *self._quotes(words, telling),
        ):
            more[at - GAP] = more[at - GAP] + row if at - GAP in more else row
        more.pop(len(words) - 2 * GAP, None)  # what the last word gives to the edge
        always = self._row("1", *extra, *(["sport"] if sport else []))
        return Gathered(met.sizes, [word.wide for word in words], more, always)

    def _row(self, *features: str) -> Row:
        """The row of a few features that come back in many articles."""
        row = self._rows.get(features)
        if row is None:
            if len(self._rows) > KEPT:
                self._rows.clear()
            row = self._rows[features] = self._weigher.weigh(features)
        return row

    def _pairs_of(
        self, words: Sequence[Seen[Part]], telling: Iterable[int]
    ) -> Iterator[tuple[int, Row]]:
        """What two words that follow each other give to the second."""
        for at in telling:
            pairs = words[at].pairs
            if pairs is not None and (following := words[at + 1].stem) and following in pairs:
                yield at + 1, self._weigher.weigh([f"|{words[at].stem}|{following}"])

    def _said(
        self, words: Sequence[Seen[Part]], telling: Iterable[int]
    ) -> Iterator[tuple[int, Row]]:
        """What other places of the article tell of a word."""
        names, things = _evidence(words, telling)
        if not (names or things):
            return
        untold = (names | things).isdisjoint
        for at in [at for at, word in enumerate(words) if not untold(word.readings)]:
            name = [] if names.isdisjoint(words[at].readings) else ["dn"]
            thing = [] if things.isdisjoint(words[at].readings) else ["dt"]
            yield at, self._row(*name, *thing)

    def _known(
        self, words: Sequence[Seen[Part]], telling: Iterable[int], *, sport: bool
    ) -> Iterator[tuple[int, Row]]:
        """What known phrases give to their words and to the word after."""
        for at in telling:
            following = words[at + 1].word.key if words[at].begins else ""
            for mark, trie, seconds, phrase in words[at].begins:
                if following in seconds:
                    rest = [one.word.key for one in words[at + 1 : at + 9]]
                    phrase = longest_phrase(trie, words[at].word, rest)
                if phrase is not None:
                    yield from enumerate(self._phrase(mark, *phrase, sport), at)

    def _phrase(self, mark: str, count: int, kind: str, clitic: str, sport: bool) -> list[Row]:
        """The rows that a known phrase gives its words and the word after."""
        told = mark, count, kind, clitic, sport
        rows = self._phrases.get(told)
        if rows is None:
            features = _of_phrase(mark, count, kind, clitic, sport=sport)
            rows = self._phrases[told] = [*map(self._weigher.weigh, features)]
        return rows

    def _quotes(
        self, words: Sequence[Seen[Part]], telling: Iterable[int]
    ) -> Iterator[tuple[int, Row]]:
        opened = -1
        for at in [at for at in telling if words[at].quotes]:
            mark = words[at].word.text
            if opened >= 0 and mark in CLOSING and at - opened > 1:
                kind = "(" if words[opened].word.text == "(" else "«"
                inside = self._row(f"q{kind}{min(at - opened - 1, 5)}")
                yield from ((place, inside) for place in range(opened + 1, at))
                yield opened + 1, self._row("qb")
                yield at - 1, self._row("qe")
                opened = -1
            if mark in OPENING or not mark:
                opened = at if mark else -1


def _evidence(words: Sequence[Seen[Part]], telling: Iterable[int]) -> tuple[set[str], set[str]]:
    """Words that somewhere in the article follow a name; that follow «شركة» and its like."""
    names: set[str] = set()
    things: set[str] = set()
    for at in [at for at in telling if words[at].leads]:
        before, word = words[at], words[at + 1].word
        if not word.is_word or word.flags & STOP or len(word.key) < 3:
            continue
        if before.names == "always" or (before.names != "never" and not word.flags & COMMON):
            names.add(word.key)
        elif before.things or (before.quotes and words[at + 2].word.text in CLOSING):
            things.add(word.key)
    return names, things


def _of_phrase(mark: str, count: int, kind: str, clitic: str, *, sport: bool) -> list[list[str]]:
    length = "1" if count == 1 else "2" if count == 2 else "3"
    topic = "S" if sport else ""
    begins = [f"{mark}B{clitic}{length}", f"{mark}B{kind}{topic}", f"{mark}B{kind}{length}"]
    inside = [[f"{mark}{at}{length}", f"{mark}{at}{kind}{length}"] for at in "I" * (count - 2)]
    ends = [[f"{mark}E{length}", f"{mark}E{kind}{length}"]] if count > 1 else []
    return [begins, *inside, *ends, [f"{mark}A{length}"]]
