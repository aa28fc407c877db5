"""What the trained tagger sees of an article's words: each by itself, neighbours, the article.

Those features that depend on the word alone are made once a word and kept (word_features), so that
a row of an article is mostly put together of what is known.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
        words = self.words(sentences)
        sizes = [*map(len, sentences)]
        return self.rows(words, sizes, sport=sport_words(words) > SPORT, extra=extra)

    def words(self, sentences: Iterable[Sentence]) -> list[Seen[Part]]:
        """What is known of each word by itself, GAP edges before and after each sentence."""
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
            if len(self._rows) > KEPT:
                self._rows.clear()
            row = self._rows[features] = self._weigher.weigh(features)
        return row

    def _pairs_of(self, words: Sequence[Seen[Part]]) -> Iterator[tuple[int, Row]]:
        """What two words that follow each other give to the second."""
        for at in [
            at
            for at, (one, other) in enumerate(pairwise(words), 1)
            if one.pairs is not None and other.stem in one.pairs and other.stem
        ]:
            yield at, self._weigher.weigh([f"|{words[at - 1].stem}|{words[at].stem}"])

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
                    phrase = longest_phrase(start.trie, words[at].word, rest)
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
            if opened >= 0 and mark in CLOSING and at - opened > 1:
                kind = "(" if words[opened].word.text == "(" else "«"
                inside = self._row(f"q{kind}{min(at - opened - 1, 5)}")
                yield from ((place, inside) for place in range(opened + 1, at))
                yield opened + 1, self._row("qb")
                yield at - 1, self._row("qe")
                opened = -1
            if mark in OPENING or not mark:
                opened = at if mark else -1


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
