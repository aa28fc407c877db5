"""The sets of articles that hold the frequent terms, as roaring bitmaps.

A rare term's articles are quickly asked of the text index; a frequent one's are not (350 ns each).
So the terms that at least one article in 100 holds, or 4,000 articles, are kept as bitmaps, from
which sets, totals and facets follow by intersection. What a refresh adds goes into a tail that is
read beside the bitmaps and folded into them once it has grown: a thousand new articles cost a
thousand rows' work. On disk a bitmap lies in chunks (see ``packing``), so that folding rewrites the
last chunk alone.

A term is its kind's letter and the folded word: ``w`` a word of title or body, ``s`` a light stem,
``p`` the first one to four letters of a word. A stem's bitmap leaves out the articles that hold it
only in words with bitmaps of their own.
"""

import hashlib
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from pyroaring import BitMap

from newsarchive.index.packing import CHUNK_BITS, chunks, packed, unpacked

SCHEMA = """
CREATE TABLE IF NOT EXISTS term (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS posting (id INTEGER PRIMARY KEY, articles BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_tail (
    id INTEGER PRIMARY KEY, size INTEGER NOT NULL, entries BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_stale (id INTEGER PRIMARY KEY);
"""
WORD, STEM, PREFIX = "w", "s", "p"
SHARE, PREFIX_SHARE, LEAST, MOST_RARE = 100, 50, 300, 4_000
FOLD_AT = 16_384
LEAST_TAIL = 4_000
"""Articles that may wait in any archive: to fold takes as long as to index hundreds."""
_LAST_CHUNK = (1 << CHUNK_BITS) - 1
_REMEMBERED = 16 << 20
_MANY_PIECES = 24

Build = Callable[[str], BitMap]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one refresh added: article numbers, and where those of each term stand among them."""

    places: dict[int, tuple[int, int]]
    articles: "array[int]"

    def of(self, number: int) -> "array[int]":
        start, end = self.places.get(number, (0, 0))
        return self.articles[start:end]

    def without(self, gone: BitMap) -> dict[int, BitMap]:
        """Its entries by term, but for these articles."""
        return {number: BitMap(self.of(number)) - gone for number in self.places}


@dataclass(slots=True)
class Postings:
    """The bitmaps of one index file; used with the connection that the facet index has open."""

    database: sqlite3.Connection
    _numbers: dict[str, int] = field(default_factory=dict)
    _tail: dict[bytes, _Piece] = field(default_factory=dict)
    _stale: BitMap = field(default_factory=BitMap)
    _read: dict[int, BitMap] = field(default_factory=dict)
    _held: int = 0
    _has_numbers: bool = False
    _has_tail: bool = False

    def forget(self) -> None:
        """Read everything again: another process has committed."""
        self._read.clear()
        self._held = 0
        self._has_numbers = self._has_tail = False

    def _read_tail(self) -> None:
        """Read what was added; of its pieces those that were not there before."""
        if self._has_tail:
            return
        self._stale = BitMap(
            number for (number,) in self.database.execute("SELECT id FROM posting_stale")
        )
        before, self._tail = self._tail, {}
        for (blob,) in self.database.execute("SELECT entries FROM posting_tail ORDER BY id"):
            mark = hashlib.blake2b(blob, digest_size=16).digest()
            self._tail[mark] = before.get(mark) or _piece(blob)
        self._has_tail = True

    def articles(self, term: str) -> BitMap | None:
        """The articles that hold a term, deleted ones too; None for a term that is not frequent."""
        self._read_tail()
        number = self.numbers.get(term)
        if number is None:
            return None
        found = self._read.pop(number, None)
        if found is None:
            found = self._fetch(number)
            self._held += _bytes_of(found)
        self._keep(number, found)
        return found

    def _fetch(self, number: int) -> BitMap:
        rows = self.database.execute(
            "SELECT id & ?, articles FROM posting WHERE id BETWEEN ? AND ?",
            (_LAST_CHUNK, number << CHUNK_BITS, number << CHUNK_BITS | _LAST_CHUNK),
        )
        found = BitMap.union(BitMap(), *(unpacked(blob, chunk) for chunk, blob in rows))
        if self._stale:
            found -= self._stale
        for piece in self._tail.values():
            found.update(piece.of(number))
        return found

    def _keep(self, number: int, articles: BitMap) -> None:
        """Remember what was asked for last, forgetting the rest beyond a number of bytes."""
        self._read[number] = articles
        while self._held > _REMEMBERED and len(self._read) > 1:
            self._held -= _bytes_of(self._read.pop(next(iter(self._read))))

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the terms that have bitmaps; another mapping when they changed."""
        if not self._has_numbers:
            numbers = dict(self.database.execute("SELECT term, id FROM term"))
            if numbers != self._numbers:
                self._numbers = numbers
            self._has_numbers = True
        return self._numbers

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
            self.database.execute(
                "INSERT INTO posting_tail (size, entries) VALUES (?, ?)", (size, _blob(entries))
            )
        (pieces,) = self.database.execute("SELECT count(*) FROM posting_tail").fetchone()
        if pieces > _MANY_PIECES:
            self._join_pieces()

    def _drop_from_tail(self, gone: BitMap) -> None:
        rows = self.database.execute("SELECT id, entries FROM posting_tail").fetchall()
        for row, blob in rows:
            piece = _piece(blob)
            if not gone.isdisjoint(BitMap(piece.articles)):
                kept = _blob(piece.without(gone))
                self.database.execute(
                    "UPDATE posting_tail SET entries = ? WHERE id = ?", (kept, row)
                )

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
        self.database.execute("DELETE FROM posting_tail")
        self.database.execute(
            "INSERT INTO posting_tail (size, entries) VALUES (?, ?)", (size, _blob(joined))
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

    def fold(self, wanted: Iterable[str], anew: Iterable[str], build: Build) -> None:
        """Inside a transaction: take the tail in; have bitmaps of the ``wanted`` terms.

        Those that are new among them are built, and so are those that must be made ``anew``.
        """
        self._read_tail()
        wanted, have = set(wanted), self.numbers.keys()
        lost = (have - wanted) | (have & set(anew))
        for term in lost:
            self._write(self._numbers[term], {})
            self.database.execute("DELETE FROM term WHERE term = ?", (term,))
        if lost:
            self._numbers = {t: n for t, n in self._numbers.items() if t not in lost}
        added = BitMap.union(self._stale, *(BitMap(one.articles) for one in self._tail.values()))
        touched = {article >> CHUNK_BITS for article in added}
        for term in sorted(wanted):
            number = self._numbers.get(term)
            if number is None:
                made = self.database.execute("INSERT INTO term (term) VALUES (?)", (term,))
                self._write(int(made.lastrowid or 0), dict(chunks(build(term))))
            elif touched:
                self._fold_one(number, touched)
        self.database.execute("DELETE FROM posting_tail")
        self.database.execute("DELETE FROM posting_stale")
        self.forget()

    def _fold_one(self, number: int, touched: set[int]) -> None:
        new = BitMap()
        for piece in self._tail.values():
            new.update(piece.of(number))
        added = dict(chunks(new))
        for chunk in touched if self._stale else added.keys():
            key = number << CHUNK_BITS | chunk
            row = self.database.execute(
                "SELECT articles FROM posting WHERE id = ?", (key,)
            ).fetchone()
            whole = unpacked(row[0], chunk) - self._stale if row else BitMap()
            self._put(key, whole | added.get(chunk, BitMap()))

    def _write(self, number: int, articles: Mapping[int, BitMap]) -> None:
        first = number << CHUNK_BITS
        self.database.execute(
            "DELETE FROM posting WHERE id BETWEEN ? AND ?", (first, first | _LAST_CHUNK)
        )
        for chunk, some in articles.items():
            self._put(first | chunk, some)

    def _put(self, key: int, articles: BitMap) -> None:
        if articles:
            self.database.execute(
                "INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, packed(articles))
            )
        else:
            self.database.execute("DELETE FROM posting WHERE id = ?", (key,))


def _bytes_of(articles: BitMap) -> int:
    """About what a bitmap takes in memory: two bytes a number, or 8,192 a chunk."""
    chunks_spanned = (articles.max() >> CHUNK_BITS) + 1 if articles else 0
    return min(2 * len(articles), chunks_spanned << (CHUNK_BITS - 3))


def _blob(entries: Mapping[int, BitMap]) -> bytes:
    """How many terms, their numbers, how many articles each, and the articles' numbers, deflated.

    All are 32-bit values in the machine's order.
    """
    kept = {number: articles for number, articles in entries.items() if articles}
    values = array("I", [len(kept), *kept, *map(len, kept.values())])
    for articles in kept.values():
        values.extend(articles)
    return zlib.compress(values.tobytes(), 1)


def _piece(blob: bytes) -> _Piece:
    values = array("I")
    values.frombytes(zlib.decompress(blob))
    count = values[0]
    numbers, sizes = values[1 : count + 1], values[count + 1 : 2 * count + 1]
    ends = list(accumulate(sizes))
    places = zip(ends, sizes, strict=True)
    return _Piece(
        {n: (end - size, end) for n, (end, size) in zip(numbers, places, strict=True)},
        values[2 * count + 1 :],
    )
