"""The facet index: for each facet value the set of articles that carry it, as a roaring bitmap.

Counting a value in a result is one intersection. Values are walked from the commonest down, and
the walk stops when a value's own frequency is below the k-th best count so far. Small results are
counted forwards instead, from each article's own values. The file is a cache made from the store.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import heappush, heappushpop
from pathlib import Path

from pyroaring import BitMap

from newsarchive.errors import IndexDamageError

FORWARD_LIMIT = 3_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS value (
    id INTEGER PRIMARY KEY, facet TEXT NOT NULL, name TEXT NOT NULL,
    count INTEGER NOT NULL, articles BLOB NOT NULL, UNIQUE (facet, name));
CREATE INDEX IF NOT EXISTS value_by_count ON value (facet, count DESC, name);
CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, "values" BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value);
"""
LIVE = "live"
DAY = "day"
MONTH = "month"


def _bitmap(blob: bytes) -> BitMap:
    return BitMap.deserialize(blob)


class FacetIndex:
    """One file of bitmaps; readers see whole commits only."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, making an empty one when there is none.

        Raises:
            IndexDamageError: the file is not whole.
        """
        try:
            self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise IndexDamageError("index-damaged", folder=str(path)) from error
        self._walked: dict[str, list[tuple[str, int, BitMap]]] = {}
        self._version = -1
        self._live = BitMap()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def state(self, name: str) -> str | None:
        """A value remembered with ``add``'s transaction, such as the store's stamp."""
        row = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def refresh(self) -> None:
        """Forget what was read before another process committed."""
        (version,) = self._database.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._version = version
            self._forget_read()

    def _forget_read(self) -> None:
        self._walked.clear()
        self._live = self.articles(LIVE, "")

    @property
    def live(self) -> BitMap:
        """The ids of all articles that are not deleted."""
        return self._live

    def articles(self, facet: str, name: str) -> BitMap:
        """The ids of the articles that carry a value; may hold deleted ones."""
        row = self._database.execute(
            "SELECT articles FROM value WHERE facet = ? AND name = ?", (facet, name)
        ).fetchone()
        return _bitmap(row[0]) if row else BitMap()

    def between(self, since: str, until: str) -> BitMap:
        """Articles of the days from ``since`` to ``until``, ISO dates, inclusive."""
        rows = self._database.execute(
            "SELECT articles FROM value WHERE facet = ? AND name >= ? AND name <= ?",
            (DAY, since, until),
        )
        return BitMap.union(BitMap(), *(_bitmap(blob) for (blob,) in rows))

    def by_name(self, facet: str) -> list[tuple[str, BitMap]]:
        """All values of a small facet, such as months, by name."""
        return [(name, bitmap) for name, _, bitmap in sorted(self._walk(facet), key=lambda v: v[0])]

    def names(self, facet: str) -> Iterator[str]:
        """All values of a facet, the commonest first."""
        rows = self._database.execute(
            "SELECT name FROM value WHERE facet = ? ORDER BY count DESC, name", (facet,)
        )
        return (name for (name,) in rows)

    def size(self, facet: str) -> int:
        """How many values the facet has."""
        row = self._database.execute("SELECT count(*) FROM value WHERE facet = ?", (facet,))
        return int(row.fetchone()[0])

    def top(self, facet: str, result: BitMap, k: int) -> list[tuple[str, int]]:
        """The ``k`` commonest values of a facet in ``result``: by count, then by name. Exact."""
        best: list[tuple[int, _Backwards]] = []
        for name, frequency, bitmap in self._walk(facet):
            if len(best) == k and frequency < best[0][0]:
                break
            count = bitmap.intersection_cardinality(result)
            if count == 0:
                continue
            if len(best) < k:
                heappush(best, (count, _Backwards(name)))
            else:
                heappushpop(best, (count, _Backwards(name)))
        return [(entry.name, count) for count, entry in sorted(best, reverse=True)]

    def forward(self, result: BitMap) -> dict[str, Counter[str]]:
        """Every value of every facet in a small result, counted article by article."""
        counted: Counter[int] = Counter()
        ids = list(result)
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self._database.execute(
                f'SELECT "values" FROM article WHERE id IN ({marks})',  # noqa: S608 - marks only
                some,
            )
            for (blob,) in rows:
                counted.update(array("I", blob))
        facets: dict[str, Counter[str]] = {}
        for facet, name, count in self._named(counted):
            facets.setdefault(facet, Counter())[name] = count
        return facets

    def _named(self, counted: Counter[int]) -> Iterator[tuple[str, str, int]]:
        ids = list(counted)
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            marks = ",".join("?" * len(some))
            for value, facet, name in self._database.execute(
                f"SELECT id, facet, name FROM value WHERE id IN ({marks})",  # noqa: S608 - marks only
                some,
            ):
                yield facet, name, counted[value]

    def _walk(self, facet: str) -> Iterator[tuple[str, int, BitMap]]:
        """Values by falling frequency, kept in memory as far as any count has walked."""
        known = self._walked.setdefault(facet, [])
        yield from known
        rows = self._database.execute(
            "SELECT name, count, articles FROM value WHERE facet = ?"
            " ORDER BY count DESC, name LIMIT -1 OFFSET ?",
            (facet, len(known)),
        )
        for name, count, blob in rows:
            entry = (name, count, _bitmap(blob))
            known.append(entry)
            yield entry

    def add(
        self,
        articles: Iterable[tuple[int, Iterable[tuple[str, str]]]],
        removed: Iterable[int],
        state: dict[str, str],
    ) -> None:
        """Take in articles with their (facet, name) values, in one transaction.

        An article already there is replaced; ``removed`` ids are no longer live.
        """
        added: dict[tuple[str, str], BitMap] = {}
        live, gone = BitMap(), BitMap(removed)
        rows: list[tuple[int, tuple[tuple[str, str], ...]]] = []
        for article_id, values in articles:
            kept = tuple(dict.fromkeys(values))
            rows.append((article_id, kept))
            live.add(article_id)
            for value in kept:
                added.setdefault(value, BitMap()).add(article_id)
        with _transaction(self._database):
            self._forget([*gone, *live])
            added[LIVE, ""] = live
            numbers = {value: self._merge(value, ids) for value, ids in added.items()}
            if gone:
                self._take_live(gone)
            self._database.executemany(
                "INSERT OR REPLACE INTO article VALUES (?, ?)",
                ((i, array("I", [numbers[v] for v in kept]).tobytes()) for i, kept in rows),
            )
            self._database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", state.items())
        self._forget_read()

    def _merge(self, value: tuple[str, str], ids: BitMap) -> int:
        row = self._database.execute(
            "SELECT id, articles FROM value WHERE facet = ? AND name = ?", value
        ).fetchone()
        if row is None:
            done = self._database.execute(
                "INSERT INTO value (facet, name, count, articles) VALUES (?, ?, ?, ?)",
                (*value, len(ids), ids.serialize()),
            )
            return int(done.lastrowid or 0)
        merged = _bitmap(row[1]) | ids
        self._store(row[0], merged)
        return int(row[0])

    def _store(self, number: int, bitmap: BitMap) -> None:
        if not bitmap:
            self._database.execute("DELETE FROM value WHERE id = ?", (number,))
            return
        self._database.execute(
            "UPDATE value SET count = ?, articles = ? WHERE id = ?",
            (len(bitmap), bitmap.serialize(), number),
        )

    def _take_live(self, gone: BitMap) -> None:
        row = self._database.execute(
            "SELECT id, articles FROM value WHERE facet = ? AND name = ''", (LIVE,)
        ).fetchone()
        if row:
            self._store(row[0], _bitmap(row[1]) - gone)

    def _forget(self, ids: list[int]) -> None:
        """Take articles out of the values they carried, so that counts stay exact."""
        touched: dict[int, BitMap] = {}
        for article_id in ids:
            row = self._database.execute(
                'SELECT "values" FROM article WHERE id = ?', (article_id,)
            ).fetchone()
            for number in array("I", row[0]) if row else ():
                touched.setdefault(number, BitMap()).add(article_id)
        for number, gone in touched.items():
            row = self._database.execute(
                "SELECT articles FROM value WHERE id = ?", (number,)
            ).fetchone()
            if row:
                self._store(number, _bitmap(row[0]) - gone)
        self._database.executemany("DELETE FROM article WHERE id = ?", ((i,) for i in ids))


class _Backwards:
    """A name that sorts against the alphabet, so that equal counts come out in its order."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __lt__(self, other: "_Backwards") -> bool:
        return self.name > other.name


class _transaction:  # noqa: N801 - used as a statement
    """BEGIN … COMMIT, or ROLLBACK when the block fails."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.execute("ROLLBACK" if kind else "COMMIT")
