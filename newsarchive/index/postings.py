"""The sets of articles that hold the frequent terms, as roaring bitmaps.

A rare term's articles are quickly asked of the text index; a frequent one's are not (46 ns each).
So the terms that at least one article in 100 holds are kept as bitmaps, from which sets, totals
and facets follow by intersection. What a refresh adds goes into a tail that is read beside the
bitmaps and folded into them once it has grown: a thousand new articles cost a thousand rows' work.

A term is its kind's letter and the folded word: ``w`` a word of title or body, ``s`` a light stem,
``p`` the first one to three letters of a word.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pyroaring import BitMap

SCHEMA = """
CREATE TABLE IF NOT EXISTS posting (
    id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, articles BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_tail (id INTEGER PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posting_stale (id INTEGER PRIMARY KEY);
"""
WORD, STEM, PREFIX = "w", "s", "p"
SHARE, LEAST = 100, 1_000
FOLD_AT = 50_000
_REMEMBERED = 40_000_000

Build = Callable[[str], BitMap]


@dataclass(slots=True)
class Postings:
    """The bitmaps of one index file; used with the connection that the facet index has open."""

    database: sqlite3.Connection
    _numbers: dict[str, int] = field(default_factory=dict)
    _tail: dict[int, BitMap] = field(default_factory=dict)
    _stale: BitMap = field(default_factory=BitMap)
    _read: dict[int, BitMap] = field(default_factory=dict)
    _held: int = 0
    _loaded: bool = False

    def forget(self) -> None:
        """Read everything again: another process has committed."""
        self._numbers.clear()
        self._tail.clear()
        self._read.clear()
        self._stale = BitMap()
        self._held = 0
        self._loaded = False

    def _load(self) -> None:
        if self._loaded:
            return
        self._numbers.update(self.database.execute("SELECT term, id FROM posting"))
        self._stale = BitMap(
            number for (number,) in self.database.execute("SELECT id FROM posting_stale")
        )
        for (blob,) in self.database.execute("SELECT entries FROM posting_tail ORDER BY id"):
            for number, articles in _unpacked(blob):
                self._tail.setdefault(number, BitMap()).update(articles)
        self._loaded = True

    def articles(self, term: str) -> BitMap | None:
        """The articles that hold a term, deleted ones too; None for a term that is not frequent."""
        self._load()
        number = self._numbers.get(term)
        if number is None:
            return None
        found = self._read.get(number)
        if found is None:
            found = self._fetch(number)
            self._keep(number, found)
        return found

    def _fetch(self, number: int) -> BitMap:
        (blob,) = self.database.execute(
            "SELECT articles FROM posting WHERE id = ?", (number,)
        ).fetchone()
        found = BitMap.deserialize(blob)
        if self._stale:
            found -= self._stale
        tail = self._tail.get(number)
        return found | tail if tail else found

    def _keep(self, number: int, articles: BitMap) -> None:
        """Remember what was read, forgetting the oldest beyond a fixed number of entries."""
        self._read[number] = articles
        self._held += len(articles)
        while self._held > _REMEMBERED and len(self._read) > 1:
            self._held -= len(self._read.pop(next(iter(self._read))))

    def frequent(self, terms: Iterable[str]) -> Iterator[int]:
        """Numbers of those of the terms that have a bitmap."""
        self._load()
        numbers = self._numbers
        return (numbers[term] for term in terms if term in numbers) if numbers else iter(())

    def add(self, entries: Mapping[int, Sequence[int]], replaced: Iterable[int]) -> None:
        """Inside a transaction: articles by number of a frequent term; ``replaced`` ones anew."""
        gone = BitMap(replaced)
        if gone:
            self.database.executemany(
                "INSERT OR IGNORE INTO posting_stale VALUES (?)", ((number,) for number in gone)
            )
            self._drop_from_tail(gone)
        if entries:
            self.database.execute(
                "INSERT INTO posting_tail (entries) VALUES (?)", (_packed(entries),)
            )

    def _drop_from_tail(self, gone: BitMap) -> None:
        rows = self.database.execute("SELECT id, entries FROM posting_tail").fetchall()
        for row, blob in rows:
            kept = {
                number: [article for article in articles if article not in gone]
                for number, articles in _unpacked(blob)
            }
            self.database.execute(
                "UPDATE posting_tail SET entries = ? WHERE id = ?", (_packed(kept), row)
            )

    def needs_folding(self, articles: int, folded: int) -> bool:
        """Whether the tail has grown so far that it should be folded in.

        Args:
            articles: how many the index holds.
            folded: how many it held when the tail was last folded in.
        """
        return articles - folded >= min(FOLD_AT, max(LEAST, folded // 4))

    def drop(self) -> None:
        """Inside a transaction: have no bitmaps, so that many articles can be added quickly."""
        for table in ("posting", "posting_tail", "posting_stale"):
            self.database.execute(f"DELETE FROM {table}")  # noqa: S608 - one of three words
        self.forget()

    def fold(self, wanted: Iterable[str], build: Build) -> None:
        """Inside a transaction: take the tail in; terms that have become frequent are built."""
        self._load()
        wanted = set(wanted)
        for term in self._numbers.keys() - wanted:
            self.database.execute("DELETE FROM posting WHERE term = ?", (term,))
        for term in sorted(wanted):
            number = self._numbers.get(term)
            if number is None:
                self.database.execute(
                    "INSERT INTO posting (term, articles) VALUES (?, ?)",
                    (term, _serialized(build(term))),
                )
            elif self._stale or number in self._tail:
                self.database.execute(
                    "UPDATE posting SET articles = ? WHERE id = ?",
                    (_serialized(self._fetch(number)), number),
                )
        self.database.execute("DELETE FROM posting_tail")
        self.database.execute("DELETE FROM posting_stale")
        self.forget()


def _serialized(articles: BitMap) -> bytes:
    articles.run_optimize()
    return bytes(articles.serialize())


def _packed(entries: Mapping[int, Sequence[int]]) -> bytes:
    """Term number, count, article numbers, and so on: 32-bit values in the machine's order."""
    values = array("I")
    for number, articles in entries.items():
        if articles:
            values.extend((number, len(articles)))
            values.extend(articles)
    return values.tobytes()


def _unpacked(blob: bytes) -> Iterator[tuple[int, "array[int]"]]:
    values = array("I")
    values.frombytes(blob)
    place = 0
    while place < len(values):
        number, count = values[place], values[place + 1]
        yield number, values[place + 2 : place + 2 + count]
        place += 2 + count
