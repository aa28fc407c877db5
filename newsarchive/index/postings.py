"""The sets of articles that hold the frequent terms, as roaring bitmaps.

A rare term's articles are quickly asked of the text index; a frequent one's are not (350 ns each).
So the terms that at least one article in 100 holds, or 4,000 articles, are kept as bitmaps, from
which sets, totals and facets follow by intersection. What a refresh adds goes into a tail that is
read beside the bitmaps and folded into them once it has grown: a thousand new articles cost a
thousand rows' work. On disk a bitmap lies in chunks (see ``packing``), so that folding rewrites the
last chunk alone.

A term is its kind's letter and the folded word: ``w`` a word of title or body, ``s`` a light stem,
``p`` the first one to four letters of a word. A stem's bitmap is that of all words that have it, so
that a word with thirty frequent forms is read at once.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import zstandard
from pyroaring import BitMap

from newsarchive.index.packing import CHUNK_BITS, chunks, packed, unpacked

SCHEMA = """
CREATE TABLE IF NOT EXISTS term (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS posting (id INTEGER PRIMARY KEY, articles BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_tail (
    id INTEGER PRIMARY KEY, size INTEGER NOT NULL, entries BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_stale (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value);
"""
WORD, STEM, PREFIX = "w", "s", "p"
SHARE, STEM_SHARE, PREFIX_SHARE, LEAST, MOST_RARE = 100, 400, 50, 300, 4_000
FOLD_AT = 16_384
LEAST_TAIL = 4_000
"""Articles that may wait in any archive: to fold takes as long as to index hundreds."""
_LAST_CHUNK = (1 << CHUNK_BITS) - 1
_REMEMBERED = 16 << 20
_MANY_PIECES = 24
_LEVEL = 1
_FOLDS = "folds"
_NEXT_PIECE = "(SELECT coalesce(max(id), 0) + 1 FROM posting_tail)"
"""Until the tail is folded no piece has the number that another had."""

Build = Callable[[str], BitMap]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one refresh added: article numbers, one term's after the other's.

    Attributes:
        places: of the terms, from 0, by their numbers.
        ends: where the articles of each end; those of the first begin at 0.
    """

    places: dict[int, int]
    ends: "array[int]"
    articles: "array[int]"

    def of(self, number: int) -> "array[int]":
        place = self.places.get(number)
        if place is None:
            return self.articles[:0]
        return self.articles[self.ends[place - 1] if place else 0 : self.ends[place]]

    def without(self, gone: BitMap) -> dict[int, BitMap]:
        """Its entries by term, but for these articles."""
        return {number: BitMap(self.of(number)) - gone for number in self.places}


class _Read(NamedTuple):
    """A term's articles, as far as the pieces of the tail were added up to the one numbered so."""

    articles: BitMap
    last: int


@dataclass(slots=True)
class Postings:
    """The bitmaps of one index file; used with the connection that the facet index has open."""

    database: sqlite3.Connection
    _folds: int = -1
    _numbers: dict[str, int] = field(default_factory=dict)
    _tail: dict[int, _Piece] = field(default_factory=dict)
    _stale: BitMap = field(default_factory=BitMap)
    _read: dict[int, _Read] = field(default_factory=dict)
    _held: int = 0
    _is_followed: bool = False

    def forget(self) -> None:
        """Follow what was committed since: what pieces of the tail add is all that is read then.

        Only where bitmaps were folded, or articles replaced, are all read again.
        """
        self._is_followed = False

    def _follow(self) -> None:
        if not self._is_followed:
            with _one_look(self.database):
                self._look()
            self._is_followed = True

    def _look(self) -> None:
        folds = self._folds_made()
        stale = BitMap(n for (n,) in self.database.execute("SELECT id FROM posting_stale"))
        pieces = [n for (n,) in self.database.execute("SELECT id FROM posting_tail ORDER BY id")]
        is_as_before = folds == self._folds
        if not is_as_before:
            self._know_numbers()
        if not (is_as_before and stale == self._stale and self._tail.keys() <= set(pieces)):
            self._read.clear()
            self._held = 0
        before = self._tail if is_as_before else {}
        self._tail = {number: before.get(number) or self._piece(number) for number in pieces}
        self._folds, self._stale = folds, stale

    def _folds_made(self) -> int:
        """How often the tail was folded in: only that changes terms, and numbers pieces anew."""
        row = self.database.execute("SELECT value FROM state WHERE name = ?", (_FOLDS,)).fetchone()
        return int(row[0]) if row else 0

    def _know_numbers(self) -> None:
        numbers = dict(self.database.execute("SELECT term, id FROM term"))
        if numbers != self._numbers:
            self._numbers = numbers

    def _added(self, number: int, last: int) -> "array[int]":
        """What the pieces of the tail after the one numbered ``last`` add to a term's articles."""
        added = array("I")
        for place, piece in self._tail.items():
            if place > last:
                added += piece.of(number)
        return added

    def _piece(self, number: int) -> _Piece:
        (blob,) = self.database.execute(
            "SELECT entries FROM posting_tail WHERE id = ?", (number,)
        ).fetchone()
        return _piece(blob)

    def articles(self, term: str) -> BitMap | None:
        """The articles that hold a term, deleted ones too; None for a term that is not frequent."""
        self._follow()
        number = self._numbers.get(term)
        if number is None:
            return None
        last = next(reversed(self._tail), 0)
        known = self._read.pop(number, None)
        if known is None:
            found = self._fetch(number)
        elif known.last < last:
            self._held -= _bytes_of(known.articles)
            found = known.articles | BitMap(self._added(number, known.last))
        else:
            found = known.articles
        if known is None or known.last < last:
            self._held += _bytes_of(found)
        self._keep(number, _Read(found, last))
        return found

    def _fetch(self, number: int) -> BitMap:
        rows = self.database.execute(
            "SELECT id & ?, articles FROM posting WHERE id BETWEEN ? AND ?",
            (_LAST_CHUNK, number << CHUNK_BITS, number << CHUNK_BITS | _LAST_CHUNK),
        )
        found = unpacked(rows)
        if self._stale:
            found -= self._stale
        found.update(self._added(number, 0))
        return found

    def _keep(self, number: int, read: _Read) -> None:
        """Remember what was asked for last, forgetting the rest beyond a number of bytes."""
        self._read[number] = read
        while self._held > _REMEMBERED and len(self._read) > 1:
            self._held -= _bytes_of(self._read.pop(next(iter(self._read))).articles)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the terms that have bitmaps; another mapping when they changed."""
        self._follow()
        return self._numbers

    @property
    def folds(self) -> int:
        """How often the tail was folded in; the terms have the same numbers as long as this."""
        self._follow()
        return self._folds

    def add(self, size: int, entries: Mapping[int, BitMap], replaced: Iterable[int]) -> None:
        """Inside a transaction: take in ``size`` articles, of which ``replaced`` anew.

        ``entries`` holds the articles' numbers by the number of each frequent term.
        """
        gone = BitMap(replaced)
        if gone:
            self.database.executemany(
                "INSERT OR IGNORE INTO posting_stale VALUES (?)", ((number,) for number in gone)
            )
            self._drop_from_tail(gone)
        if size:
            self._put_piece(size, entries)
        (pieces,) = self.database.execute("SELECT count(*) FROM posting_tail").fetchone()
        if pieces > _MANY_PIECES:
            self._join_pieces()

    def _put_piece(self, size: int, entries: Mapping[int, BitMap]) -> None:
        self.database.execute(
            f"INSERT INTO posting_tail VALUES ({_NEXT_PIECE}, ?, ?)",  # noqa: S608 - our own words
            (size, _blob(entries)),
        )

    def _drop_from_tail(self, gone: BitMap) -> None:
        rows = self.database.execute("SELECT id, size, entries FROM posting_tail").fetchall()
        for row, size, blob in rows:
            piece = _piece(blob)
            if not gone.isdisjoint(BitMap(piece.articles)):
                self._put_piece(size, piece.without(gone))
                self.database.execute("DELETE FROM posting_tail WHERE id = ?", (row,))

    def _join_pieces(self) -> None:
        joined: dict[int, BitMap] = {}
        size = 0
        for one, blob in self.database.execute(
            "SELECT size, entries FROM posting_tail ORDER BY id"
        ).fetchall():
            size += one
            piece = _piece(blob)
            for number in piece.places:
                joined.setdefault(number, BitMap()).update(piece.of(number))
        self._put_piece(size, joined)
        self.database.execute(
            "DELETE FROM posting_tail WHERE id < (SELECT max(id) FROM posting_tail)"
        )

    def needs_folding(self, articles: int, expected: int = 0) -> bool:
        """Whether the tail has grown so far that it should be folded into the bitmaps.

        Args:
            articles: how many the index holds.
            expected: how many it will soon hold.
        """
        size = self._tail_size()
        folded = articles - size
        whole = max(folded, expected) if folded else articles
        return bool(size >= min(FOLD_AT, max(LEAST_TAIL if folded else LEAST, whole // 2)))

    def has_tail(self) -> bool:
        """Whether anything was added since the tail was last folded in."""
        return self._tail_size() > 0

    def _tail_size(self) -> int:
        (size,) = self.database.execute(
            "SELECT coalesce(sum(size), 0) FROM posting_tail"
        ).fetchone()
        return int(size)

    def fold(self, wanted: Iterable[str], build: Build) -> None:
        """Inside a transaction: take the tail in; have bitmaps of the ``wanted`` terms.

        Those that are new among them are built.
        """
        self._follow()
        wanted, have = set(wanted), self._numbers
        added = BitMap(self._stale)
        for piece in self._tail.values():
            added.update(piece.articles)
        touched = {article >> CHUNK_BITS for article in added}
        last = max(touched, default=-1)
        for term in sorted(wanted):
            number = have.get(term)
            if number is None:
                made = self.database.execute("INSERT INTO term (term) VALUES (?)", (term,))
                self._write(int(made.lastrowid or 0), dict(chunks(build(term))), last)
            elif touched:
                self._fold_one(number, touched, last)
        for term in have.keys() - wanted:  # those to be built could still be made of them
            self._write(have[term], {}, last=-1)
            self.database.execute("DELETE FROM term WHERE term = ?", (term,))
        self.database.execute("DELETE FROM posting_tail")
        self.database.execute("DELETE FROM posting_stale")
        self.database.execute(
            "INSERT OR REPLACE INTO state VALUES (?, ?)", (_FOLDS, self._folds + 1)
        )
        self.forget()

    def _fold_one(self, number: int, touched: set[int], last: int) -> None:
        added = dict(chunks(BitMap(self._added(number, 0))))
        for chunk in touched if self._stale else added.keys():
            key = number << CHUNK_BITS | chunk
            row = self.database.execute(
                "SELECT articles FROM posting WHERE id = ?", (key,)
            ).fetchone()
            whole = unpacked([(chunk, row[0])]) - self._stale if row else BitMap()
            self._put(key, whole | added.get(chunk, BitMap()), grows=chunk == last)

    def _write(self, number: int, articles: Mapping[int, BitMap], last: int) -> None:
        first = number << CHUNK_BITS
        self.database.execute(
            "DELETE FROM posting WHERE id BETWEEN ? AND ?", (first, first | _LAST_CHUNK)
        )
        for chunk, some in articles.items():
            self._put(first | chunk, some, grows=chunk == last)

    def _put(self, key: int, articles: BitMap, *, grows: bool) -> None:
        if articles:
            blob = packed(articles, grows=grows)
            self.database.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, blob))
        else:
            self.database.execute("DELETE FROM posting WHERE id = ?", (key,))


@contextmanager
def _one_look(database: sqlite3.Connection) -> Iterator[None]:
    """All that is read in the block is of one commit."""
    if database.in_transaction:
        yield
        return
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.execute("COMMIT")


def _bytes_of(articles: BitMap) -> int:
    """About what a bitmap takes in memory: two bytes a number, or 8,192 a chunk."""
    chunks_spanned = (articles.max() >> CHUNK_BITS) + 1 if articles else 0
    return min(2 * len(articles), chunks_spanned << (CHUNK_BITS - 3))


def _blob(entries: Mapping[int, BitMap]) -> bytes:
    """How many terms, their numbers, how many articles each, and the articles' numbers, compressed.

    All are 32-bit values in the machine's order.
    """
    kept = {number: articles for number, articles in entries.items() if articles}
    values = array("I", [len(kept), *kept, *map(len, kept.values())])
    for articles in kept.values():
        values.extend(articles)
    return zstandard.compress(values.tobytes(), _LEVEL)


def _piece(blob: bytes) -> _Piece:
    values = array("I")
    values.frombytes(zstandard.decompress(blob))
    count = values[0]
    numbers, sizes = values[1 : count + 1], values[count + 1 : 2 * count + 1]
    return _Piece(
        dict(zip(numbers, range(count), strict=True)),
        array("I", accumulate(sizes)),
        values[2 * count + 1 :],
    )
