"""What is written into the facet index: values with the articles that carry them, and all beside.

Everything that one batch of articles brings stands in one transaction, so that readers see all of
it or none.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import count

from pyroaring import BitMap

from newsarchive.index.families import Families
from newsarchive.index.postings import Postings
from newsarchive.index.short_names import ShortNames
from newsarchive.index.sums import KeptSums, Sums
from newsarchive.index.vocabulary import Vocabulary

LIVE = "live"
KINDS = (LIVE, "day", "month", "person", "organisation", "place", "section", "source")
KIND_STEP = 16
"""The remainder of a value's number by this tells its facet without a look-up."""
_HELD_WRITING = -32_768
"""KiB of pages: with as few as for reading, those that change go to disk several times."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What a batch brings.

    Attributes:
        articles: numbers with their (facet, name) values; one already there is replaced.
        removed: numbers of articles that are gone.
        state: what ``FacetIndex.state`` gives from now on.
        entries: the articles' numbers by the number of each frequent term they hold.
        families: the family of each of the articles that has one.
        names: the articles that call a (facet, value) by another name.
        words: (stem, word) of words that may be new.
        joined: (facet, value, name) of names that count as the value.
        sums: of the articles that came in or were looked at.
        same_words: those of the articles whose words are there already.
    """

    articles: Iterable[tuple[int, Iterable[tuple[str, str]]]] = ()
    removed: Iterable[int] = ()
    state: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[int, BitMap] = field(default_factory=dict)
    families: Mapping[int, int] = field(default_factory=dict)
    names: Mapping[tuple[str, str, str], BitMap] = field(default_factory=dict)
    words: Iterable[tuple[str, str]] = ()
    joined: Iterable[tuple[str, str, str]] = ()
    sums: Mapping[int, Sums] = field(default_factory=dict)
    same_words: Set[int] = frozenset()


@dataclass(frozen=True, slots=True)
class FacetWriter:
    """Writes through the connection that the facet index has open."""

    database: sqlite3.Connection
    postings: Postings
    families: Families
    short_names: ShortNames
    vocabulary: Vocabulary
    sums: KeptSums

    def add(self, batch: Additions) -> None:
        """Take in a batch, in one transaction."""
        added: dict[tuple[str, str], BitMap] = {}
        live, gone = BitMap(), BitMap(batch.removed)
        rows: list[tuple[int, tuple[tuple[str, str], ...]]] = []
        for article_id, values in batch.articles:
            kept = tuple(dict.fromkeys(values))
            rows.append((article_id, kept))
            live.add(article_id)
            for value in kept:
                added.setdefault(value, BitMap()).add(article_id)
        with _transaction(self.database):
            replaced = set(self._forget([*gone, *live])) - batch.same_words
            self.postings.add(len(live) - len(batch.same_words), batch.entries, replaced)
            self.sums.take_out(gone)
            self.sums.put(batch.sums)
            self.families.take_out(batch.sums)
            self.vocabulary.add(batch.words)
            self.families.put_in(batch.families)
            self.short_names.add(batch.names)
            self.short_names.join(batch.joined)
            added[LIVE, ""] = live
            unused = count(self._first_unused())
            numbers = {value: self._merge(value, ids, unused) for value, ids in added.items()}
            if gone:
                self._take_live(gone)
            self.database.executemany(
                "INSERT OR REPLACE INTO article VALUES (?, ?)",
                ((i, array("I", [numbers[v] for v in kept]).tobytes()) for i, kept in rows),
            )
            self.database.executemany(
                "INSERT OR REPLACE INTO state VALUES (?, ?)", batch.state.items()
            )

    def _first_unused(self) -> int:
        """The first step of KIND_STEP at which no value has a number, nor at any later one."""
        (last,) = self.database.execute("SELECT coalesce(max(id), 0) FROM value").fetchone()
        return int(last) // KIND_STEP + 1

    def _merge(self, value: tuple[str, str], ids: BitMap, unused: Iterator[int]) -> int:
        row = self.database.execute(
            "SELECT id, articles FROM value WHERE facet = ? AND name = ?", value
        ).fetchone()
        if row is None:
            number = next(unused) * KIND_STEP + KINDS.index(value[0])
            self.database.execute(
                "INSERT INTO value VALUES (?, ?, ?, ?, ?)",
                (number, *value, len(ids), ids.serialize()),
            )
            return number
        merged = BitMap.deserialize(row[1]) | ids
        self._store(row[0], merged)
        return int(row[0])

    def _store(self, number: int, bitmap: BitMap) -> None:
        if not bitmap:
            self.database.execute("DELETE FROM value WHERE id = ?", (number,))
            return
        self.database.execute(
            "UPDATE value SET count = ?, articles = ? WHERE id = ?",
            (len(bitmap), bitmap.serialize(), number),
        )

    def _take_live(self, gone: BitMap) -> None:
        row = self.database.execute(
            "SELECT id, articles FROM value WHERE facet = ? AND name = ''", (LIVE,)
        ).fetchone()
        if row:
            self._store(row[0], BitMap.deserialize(row[1]) - gone)

    def _forget(self, ids: list[int]) -> list[int]:
        """Take articles out of the values they carried, so that counts stay exact; those it had."""
        touched: dict[int, BitMap] = {}
        had: list[int] = []
        for article_id in ids:
            row = self.database.execute(
                'SELECT "values" FROM article WHERE id = ?', (article_id,)
            ).fetchone()
            if row:
                had.append(article_id)
            for number in array("I", row[0]) if row else ():
                touched.setdefault(number, BitMap()).add(article_id)
        for number, gone in touched.items():
            row = self.database.execute(
                "SELECT articles FROM value WHERE id = ?", (number,)
            ).fetchone()
            if row:
                self._store(number, BitMap.deserialize(row[0]) - gone)
        self.database.executemany("DELETE FROM article WHERE id = ?", ((i,) for i in had))
        self.families.take_out(had)
        return had

    def fold_postings(self, wanted: Iterable[str], build: Callable[[str], BitMap]) -> None:
        """Take what was added into the frequent terms' bitmaps, in one transaction."""
        with _transaction(self.database):
            self.postings.fold(wanted, build)
        self.database.executescript("PRAGMA incremental_vacuum")


class _transaction:  # noqa: N801 - used as a statement
    """BEGIN … COMMIT, or ROLLBACK when the block fails."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        (self._held,) = self._database.execute("PRAGMA cache_size").fetchone()
        self._database.execute(f"PRAGMA cache_size={_HELD_WRITING}")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.execute("ROLLBACK" if kind else "COMMIT")
        self._database.execute(f"PRAGMA cache_size={self._held}")
