"""The text index: which articles hold which words, ranked. tantivy does the work.

Each article is one document of folded words. Facet values and days stand in it too, so that one
engine query narrows by words, facets and dates at once. Days are counted as
``datetime.date.toordinal()``; an article without a date sorts last in either direction.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import repeat
from math import log1p
from pathlib import Path
from typing import Any

import tantivy
from pyroaring import BitMap

from newsarchive.arabic.foreign import sound_pattern
from newsarchive.arabic.stem import ARTICLE_FORMS, bare
from newsarchive.errors import IndexDamageError
from newsarchive.index.terms import CLITIC_FORMS, PREFIX_LETTERS, Terms, starts

Scored = tuple[float, int, int]
"""A score, the article's ordinal day (0 for none) and its number."""
TEXT_FIELDS = ("body", "title")
CLITICS = "(و|ف)?(ب|ك|ل)?(ال|ل)?"
_ID_BITS = 32
_ID_MASK = (1 << _ID_BITS) - 1
_LAST_DAY = 3_652_059
_HEAP_BYTES = 128_000_000
_REMEMBERED = 100_000
_MOST_SOUNDS = 32
_K1 = 1.2


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """What the index takes in of one article.

    Attributes:
        day: ``date.toordinal()`` of the published date, 0 when there is none.
        values: facet terms, see ``facet_term``.
    """

    id: int
    day: int
    values: tuple[str, ...]


def facet_term(facet: str, value: str) -> str:
    """The one term that stands for a facet's value."""
    return f"{facet}\x1f{value}"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("facet", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_integer_field("newest", fast=True)
    builder.add_integer_field("oldest", fast=True)
    return builder.build()


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index(_schema(), path=str(folder))
    index.config_reader("manual")
    return index


def _document(article: IndexedArticle, terms: Terms) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("title", terms.title)
    document.add_text("body", terms.body)
    for value in article.values:
        document.add_text("facet", value)
    document.add_integer("id", article.id)
    if article.day:
        document.add_integer("day", article.day)
    document.add_integer("newest", article.day << _ID_BITS | article.id)
    document.add_integer("oldest", (article.day or _LAST_DAY) << _ID_BITS | article.id)
    return document


class TextIndexWriter:
    """Adds and removes articles; nothing is seen by readers before ``commit``."""

    def __init__(self, index: tantivy.Index) -> None:
        self._writer = index.writer(_HEAP_BYTES, 1)

    def add(self, article: IndexedArticle, terms: Terms, *, replace: bool = False) -> None:
        """Index an article by its terms, ``replace`` when its id may be indexed already."""
        if replace:
            self.remove(article.id)
        self._writer.add_document(_document(article, terms))

    def remove(self, article_id: int) -> None:
        """Take an article out."""
        self._writer.delete_documents_by_term("id", article_id)

    def commit(self) -> None:
        """Make everything since the last commit durable."""
        self._writer.commit()

    def close(self) -> None:
        """Wait for merges, then let the folder's lock go."""
        self._writer.wait_merging_threads()


class TextIndex:
    """A folder of tantivy segments, open for reading.

    Attributes:
        alike: words found to be like others, by word and letters (see ``search.misspelt``); of
            this state of the index.
    """

    def __init__(self, folder: Path) -> None:
        """Open the index in ``folder``, making an empty one when there is none.

        Raises:
            IndexDamageError: the folder's files cannot be read as an index of this program.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._meta = folder / "meta.json"
        try:
            self._index = _opened(folder)
            self._state = self._committed()
            self._index.reload()
        except (ValueError, OSError) as error:
            raise IndexDamageError("index-damaged", folder=str(folder)) from error
        self.schema = self._index.schema
        self._searcher = self._index.searcher()
        self._begun: dict[str, list[str]] = {}
        self._counts: dict[str, tuple[int, ...]] = {}
        self._sounding: dict[str, tuple[tantivy.Query, int]] = {}
        self.alike: dict[tuple[str, int], list[list[str]]] = {}

    def writer(self) -> TextIndexWriter:
        """The writer; only one may be open on a folder at a time.

        Raises:
            IndexDamageError: another process is writing this index.
        """
        try:
            return TextIndexWriter(self._index)
        except ValueError as error:
            raise IndexDamageError("index-busy") from error

    def reload(self) -> bool:
        """See what has been committed since; False when nothing was.

        Raises:
            IndexDamageError: the folder's files are gone or cannot be read.
        """
        try:
            state = self._committed()
            if state == self._state:
                return False
            self._index.reload()
        except (ValueError, OSError) as error:
            raise IndexDamageError("index-damaged", folder=str(self._meta.parent)) from error
        self._searcher = self._index.searcher()
        self._state = state
        self._begun.clear()
        self._counts.clear()
        self.alike.clear()
        self._sounding.clear()
        return True

    def give_back(self) -> None:
        """Open the files anew, a few milliseconds, so that no page of them is held in memory.

        The engine maps its files, and every page that it has looked at counts as memory of this
        process. Once something new was committed this is left to ``reload``.
        """
        with suppress(ValueError, OSError):
            if self._committed() == self._state:
                index = _opened(self._meta.parent)
                index.reload()
                if self._committed() == self._state:
                    self._index, self._searcher = index, index.searcher()

    def _committed(self) -> tuple[int, ...]:
        """Another one after every commit and merge: they make this file anew."""
        state = self._meta.stat()
        return state.st_ino, state.st_mtime_ns, state.st_size

    def count(self, query: tantivy.Query) -> int:
        """How many articles match, exactly."""
        found: Any = self._searcher.search(query, 1, count=True)
        return int(found.count)

    def ids(self, query: tantivy.Query, most: int | None = None) -> BitMap:
        """The ids of all articles that match; ``most`` when it is known that there are no more.

        The engine sets room aside for as many as could be found, so that few are had quickly.
        """
        limit = max(1, self._searcher.num_docs if most is None else most)
        found = self._searcher.search(query, limit, count=False, order_by_field="id")
        return BitMap([key for key, _ in found.hits])

    def ranked(self, query: tantivy.Query, first: int, count: int) -> list[int]:
        """Ids by descending score."""
        found = self._searcher.search(query, count, count=False, offset=first)
        addresses = [address for _, address in found.hits]
        numbers: list[Any] = self._searcher.fast_field_values("id", addresses)
        return [int(number) for number in numbers]

    def scored(self, query: tantivy.Query, count: int) -> list[Scored]:
        """The best ``count`` by descending score."""
        hits = self._searcher.search(query, count, count=False).hits
        keys: list[Any] = self._searcher.fast_field_values("newest", [where for _, where in hits])
        return [
            (float(score), int(key) >> _ID_BITS, int(key) & _ID_MASK)
            for (score, _), key in zip(hits, keys, strict=True)
        ]

    def dated(self, query: tantivy.Query, first: int, count: int, *, newest: bool) -> list[int]:
        """Ids by date; undated ones last."""
        field, order = ("newest", tantivy.Order.Desc) if newest else ("oldest", tantivy.Order.Asc)
        found = self._searcher.search(
            query, count, count=False, offset=first, order_by_field=field, order=order
        )
        return [int(key) & _ID_MASK for key, _ in found.hits]

    def commonest(self, field: str, most: int) -> list[tuple[str, int]]:
        """The terms of a field that most articles hold, with how many."""
        return self._searcher.terms_with_prefix(field, "", limit=most)

    def begun(self, prefix: str) -> list[str]:
        """All words that start so, what is written onto them aside."""
        if prefix in self._begun:
            return self._begun[prefix]
        is_short = len(prefix) < PREFIX_LETTERS
        found = {
            word
            for form in (("", *ARTICLE_FORMS) if is_short else CLITIC_FORMS)
            for field in TEXT_FIELDS
            for word, _ in self._searcher.terms_with_prefix(field, form + prefix)
        }
        words = sorted(w for w in found if prefix in starts(w)) if is_short else sorted(found)
        self._begun[prefix] = words
        return words

    def beginning(self, letters: str, fields: Iterable[str] = TEXT_FIELDS) -> set[str]:
        """All words that begin exactly so in one of these fields."""
        return {
            word for field in fields for word, _ in self._searcher.terms_with_prefix(field, letters)
        }

    def is_begun(self, prefix: str) -> bool:
        """Whether any word starts so, what is written onto it aside."""
        return any(
            self._searcher.terms_with_prefix(field, form + prefix, limit=1)
            for form in CLITIC_FORMS
            for field in TEXT_FIELDS
        )

    def holding(self, words: Sequence[str]) -> BitMap:
        """The ids of all articles that hold one of these words."""
        held = {word: counts for word in words if any(counts := self.counts(word))}
        if not held:
            return BitMap()
        either = [
            (tantivy.Occur.Should, self.terms(field, [w for w in held if held[w][place]]))
            for place, field in enumerate(TEXT_FIELDS)
        ]
        most = min(self._searcher.num_docs, sum(map(sum, held.values())))
        return self.ids(tantivy.Query.boolean_query(either), most)

    def most_holding(self, words: Iterable[str]) -> int:
        """Articles that hold one of the words are no more than this."""
        return sum(sum(self.counts(word)) for word in words)

    def by_frequency(self, words: Iterable[str]) -> list[str]:
        """Those of the words that articles hold, the commonest first."""
        known = self._counts
        held = {word: sum(known.get(word) or self.counts(word)) for word in words}
        return sorted(filter(held.__getitem__, held), key=lambda word: -held[word])

    def counts(self, word: str) -> tuple[int, ...]:
        """How many articles hold a word in each of the fields; deleted ones count."""
        counts = self._counts.get(word)
        if counts is None:
            counts = tuple(map(self._searcher.doc_freq, TEXT_FIELDS, repeat(word)))
            if len(self._counts) >= _REMEMBERED:
                self._counts.clear()
            self._counts[word] = counts
        return counts

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of the words that articles hold."""
        return [word for word in words if any(self.counts(word))]

    def everything(self) -> tantivy.Query:
        """All articles."""
        return tantivy.Query.all_query()

    def term(self, field: str, text: str) -> tantivy.Query:
        """Articles whose ``field`` holds this term."""
        return tantivy.Query.term_query(self.schema, field, text, index_option="freq")

    def either(self, words: Iterable[str], fields: Iterable[str] = TEXT_FIELDS) -> tantivy.Query:
        """Articles with any of these words in one of the fields; one named twice counts twice."""
        each = [self.term(field, word) for word in words for field in fields]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in each])

    def highest(self, field: str, word: str) -> float:
        """No article is scored higher for a word in a field: Okapi BM25, with the engine's k1."""
        held = self.counts(word)[TEXT_FIELDS.index(field)]
        absent = max(0, self._searcher.num_docs - held)
        return (_K1 + 1) * log1p((absent + 0.5) / (held + 0.5))

    def terms(self, field: str, texts: Sequence[str]) -> tantivy.Query:
        """Articles whose ``field`` holds any of these terms, unscored."""
        return self._any_of(field, texts)

    def among(self, query: tantivy.Query, ids: Iterable[int]) -> tantivy.Query:
        """What matches ``query`` among the articles with these numbers, scored as before."""
        must = tantivy.Occur.Must
        return tantivy.Query.boolean_query([(must, query), (must, self.these(ids))])

    def these(self, ids: Iterable[int]) -> tantivy.Query:
        """The articles with these numbers, unscored."""
        return self._any_of("id", ids)

    def _any_of(self, field: str, values: Iterable[str] | Iterable[int]) -> tantivy.Query:
        """Articles with any of these terms, each looked up for itself.

        For a set of terms the engine walks through its dictionary, which takes five to ten times
        as long.
        """
        each = [
            (
                tantivy.Occur.Should,
                tantivy.Query.term_query(self.schema, field, value, index_option="basic"),
            )
            for value in values
        ]
        if not each:
            return tantivy.Query.empty_query()
        return tantivy.Query.const_score_query(tantivy.Query.boolean_query(each), 0.0)

    def phrase(self, field: str, phrase: Sequence[str], slop: int = 0) -> tantivy.Query:
        """Articles whose ``field`` holds these words in this order."""
        if len(phrase) == 1:
            return self.term(field, phrase[0])
        return tantivy.Query.phrase_query(self.schema, field, list(phrase), slop)

    def sounding(self, word: str) -> tuple[tantivy.Query, int]:
        """Articles with a word that transliterates the same foreign name, and how many."""
        pattern = sound_pattern(bare(word))
        if not pattern:
            return tantivy.Query.empty_query(), 0
        if pattern not in self._sounding:
            if len(self._sounding) >= _MOST_SOUNDS:
                self._sounding.clear()
            found = self._expression(f"{CLITICS}{pattern}")
            count = self.count(found)  # once: it takes a walk through all words
            self._sounding[pattern] = found if count else tantivy.Query.empty_query(), count
        return self._sounding[pattern]

    def _expression(self, pattern: str) -> tantivy.Query:
        fields = [tantivy.Query.regex_query(self.schema, f, pattern) for f in ("title", "body")]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, q) for q in fields])

    def numbered(self, first: int) -> tantivy.Query:
        """Articles with numbers from ``first`` on."""
        return tantivy.Query.range_query(
            self.schema, "id", tantivy.FieldType.Integer, first, _ID_MASK, True, True
        )

    def days(self, since: int, until: int) -> tantivy.Query:
        """Articles published on a day from ``since`` to ``until``, both inclusive ordinals."""
        return tantivy.Query.range_query(
            self.schema, "day", tantivy.FieldType.Integer, since, until, True, True
        )
