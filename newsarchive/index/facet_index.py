"""The facet index: for each facet value the set of articles that carry it, as a roaring bitmap.

Counting a value in a result is one intersection. Values are walked from the commonest down, and
the walk stops when a value's own frequency is below the k-th best count so far. Small results are
counted forwards instead, from each article's own values. The file is a cache made from the store.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop, nlargest
from operator import attrgetter
from pathlib import Path

from pyroaring import BitMap

from newsarchive.errors import IndexDamageError
from newsarchive.index import families, postings, short_names, sums, vocabulary
from newsarchive.index.counting import Counted
from newsarchive.index.facet_writing import KIND_STEP, KINDS, LIVE, Additions, FacetWriter
from newsarchive.index.families import Families, Within
from newsarchive.index.kept import TAG, Kept
from newsarchive.index.postings import Postings
from newsarchive.index.ready_words import ReadyWords
from newsarchive.index.ruling_out import Group, Groups, Value
from newsarchive.index.short_names import ShortNames
from newsarchive.index.sums import KeptSums
from newsarchive.index.vocabulary import Vocabulary
from newsarchive.store.connection import Store

FORWARD_LIMIT = 1_700
_MOST_VARIABLES = 500
_MONTH_LETTERS = len("YYYY-MM")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS value (
    id INTEGER PRIMARY KEY, facet TEXT NOT NULL, name TEXT NOT NULL,
    count INTEGER NOT NULL, articles BLOB NOT NULL, UNIQUE (facet, name));
CREATE INDEX IF NOT EXISTS value_by_count ON value (facet, count DESC, id);
CREATE TABLE IF NOT EXISTS article (id INTEGER PRIMARY KEY, "values" BLOB NOT NULL);
"""
DAY = "day"
MONTH = "month"


def _bitmap(blob: bytes) -> BitMap:
    return BitMap.deserialize(blob)


Touched = Callable[[], Iterable[int] | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each value of one facet occurs in a small result, by the value's number."""

    index: "FacetIndex"
    counts: dict[int, int]

    def __len__(self) -> int:
        return len(self.counts)

    def top(self, k: int) -> list[tuple[str, int]]:
        """The ``k`` commonest values; equals in the order met."""
        least = nlargest(k, self.counts.values())[-1:] or [1]
        likely = [pair for pair in self.counts.items() if pair[1] >= least[0]]
        best = sorted(likely, key=lambda pair: (-pair[1], pair[0]))[:k]
        return list(
            zip(self.index.named(n for n, _ in best), (count for _, count in best), strict=True)
        )


class FacetIndex:
    """One file of bitmaps; readers see whole commits only."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, making an empty one when there is none.

        Raises:
            IndexDamageError: the file is not whole.
        """
        try:
            self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            if self._database.execute("PRAGMA page_count").fetchone() == (0,):
                self._database.execute("PRAGMA page_size=16384")
                self._database.execute("PRAGMA auto_vacuum=INCREMENTAL")
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.executescript(
                _SCHEMA
                + postings.SCHEMA
                + families.SCHEMA
                + short_names.SCHEMA
                + vocabulary.SCHEMA
                + sums.SCHEMA
            )
        except sqlite3.DatabaseError as error:
            raise IndexDamageError("index-damaged", folder=str(path)) from error
        self.postings = Postings(self._database)
        self.families = Families(self._database)
        self.short_names = ShortNames(self._database)
        self.kept = Kept()
        self.vocabulary = Vocabulary(self._database)
        self.sums = KeptSums(self._database)
        self.ready_words = ReadyWords(self._database, self.postings)
        self._writer = FacetWriter(
            self._database,
            self.postings,
            self.families,
            self.short_names,
            self.vocabulary,
            self.sums,
        )
        self._walked: dict[str, list[Value]] = {}
        self._groups: dict[str, Groups] = {}
        self._sizes: dict[str, int] = {}
        self._named: dict[str, list[tuple[str, BitMap]]] = {}
        self._months: dict[bool, list[tuple[str, BitMap]]] = {}
        self._days: dict[str, list[BitMap]] = {}
        self._version = -1
        self._live = BitMap()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def bring_home(self) -> bool:
        """Make the file hold all that was committed; False while others read what was before."""
        busy, _, _ = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def state(self, name: str) -> str | None:
        """A value remembered with ``add``'s transaction, such as the store's stamp."""
        row = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def refresh(self, touched: Touched = lambda: None) -> bool:
        """Forget what was read before another process committed; False when none did.

        ``touched`` tells the articles that alone may be of another family now; None: any may.
        """
        (version,) = self._database.execute("PRAGMA data_version").fetchone()
        if version == self._version:
            return False
        self._version = version
        self._forget_read(touched())
        return True

    def _forget_read(self, touched: Iterable[int] | None = None) -> None:
        self._walked.clear()
        self._groups.clear()
        self._sizes.clear()
        self._named.clear()
        self._months.clear()
        self._days.clear()
        self.postings.forget()
        self.families.forget(touched)
        self.vocabulary.forget()
        self._live = self.articles(LIVE, "")

    def follow(self, store: Store) -> bool:
        """See what readers have put on articles since; False when it is as it was."""
        is_new = self.kept.follow(store)
        if is_new:
            self.families.forget_values(TAG)
        return is_new

    @property
    def live(self) -> BitMap:
        """The ids of all articles that are not deleted."""
        return self._live

    def articles(self, facet: str, name: str) -> BitMap:
        """The ids of the articles that carry a value; may hold deleted ones."""
        if facet == TAG:
            return self.kept.tags.get(name, BitMap())
        row = self._database.execute(
            "SELECT articles FROM value WHERE facet = ? AND name = ?", (facet, name)
        ).fetchone()
        return _bitmap(row[0]) if row else BitMap()

    def carried(self, article: int) -> list[tuple[str, BitMap]]:
        """Each value that an article carries: its facet, and the articles that carry it."""
        row = self._database.execute(
            'SELECT "values" FROM article WHERE id = ?', (article,)
        ).fetchone()
        numbers = array("I", row[0]) if row else array("I")
        marks = ",".join("?" * len(numbers))
        rows = self._database.execute(
            f"SELECT facet, articles FROM value WHERE id IN ({marks})",  # noqa: S608 - marks only
            list(numbers),
        )
        return [(facet, _bitmap(blob)) for facet, blob in rows]

    def between(self, since: str, until: str) -> BitMap:
        """Articles of the days from ``since`` to ``until``, ISO dates, inclusive."""
        if since > until:
            return BitMap()
        first, last = since[:_MONTH_LETTERS], until[:_MONTH_LETTERS]
        months = [bitmap for month, bitmap in self.by_name(MONTH) if first < month < last]
        ends = [(since, min(until, f"{first}-31"))]
        if first != last:
            ends.append((f"{last}-01", until))
        days = (bitmap for end in ends for _, bitmap in self.each_day(*end))
        return BitMap.union(BitMap(), *months, *days)

    def months(self, *, newest: bool) -> Iterator[tuple[str, BitMap]]:
        """Each month that has articles, from the newest or the oldest on; read as is asked for."""
        known = self._months.setdefault(newest, [])
        yield from known
        rows = self._database.execute(
            "SELECT name, articles FROM value WHERE facet = ?"  # noqa: S608 - one of two words
            f" ORDER BY name {'DESC' if newest else 'ASC'} LIMIT -1 OFFSET ?",
            (MONTH, len(known)),
        )
        for name, blob in rows:
            known.append((name, _bitmap(blob)))
            yield known[-1]

    def days_of(self, month: str, *, newest: bool) -> Iterable[BitMap]:
        """The articles of each day of a month, YYYY-MM, from its newest or its oldest day on."""
        known = self._days.get(month)
        if known is None:
            days = self.each_day(f"{month}-01", f"{month}-31")
            known = self._days[month] = [bitmap for _, bitmap in days]
        return reversed(known) if newest else known

    def each_day(self, since: str, until: str) -> Iterator[tuple[str, BitMap]]:
        """The days from ``since`` to ``until``, as YYYY-MM-DD, that have articles, with them."""
        rows = self._database.execute(
            "SELECT name, articles FROM value WHERE facet = ? AND name BETWEEN ? AND ?"
            " ORDER BY name",
            (DAY, since, until),
        )
        for name, blob in rows:
            yield name, _bitmap(blob)

    @property
    def dated(self) -> BitMap:
        """The articles that have a date."""
        return BitMap.union(BitMap(), *(bitmap for _, bitmap in self.by_name(MONTH)))

    def by_name(self, facet: str) -> list[tuple[str, BitMap]]:
        """All values of a small facet, such as months, by name."""
        known = self._named.get(facet)
        if known is None:
            walked = sorted(self._walk(facet), key=attrgetter("name"))
            known = self._named[facet] = [(value.name, value.articles) for value in walked]
        return known

    def names(self, facet: str) -> Iterator[str]:
        """All values of a facet, the commonest first."""
        if facet == TAG:
            return iter(self.kept.tags)
        rows = self._database.execute(
            "SELECT name FROM value WHERE facet = ? ORDER BY count DESC, id", (facet,)
        )
        return (name for (name,) in rows)

    def size(self, facet: str) -> int:
        """How many values the facet has."""
        if facet == TAG:
            return len(self.kept.tags)
        known = self._sizes.get(facet)
        if known is None:
            row = self._database.execute("SELECT count(*) FROM value WHERE facet = ?", (facet,))
            known = self._sizes[facet] = int(row.fetchone()[0])
        return known

    def top(
        self, facet: str, result: BitMap, k: int, once: Within | None = None
    ) -> list[tuple[str, int]]:
        """The ``k`` commonest values of a facet in ``result``, exact; equals in the order met.

        With ``once``, the same result taken apart, of each family one article counts for a value.
        """
        best: list[tuple[int, int, str]] = []
        counted = Counted(result, self._live)
        for value in self._likely(facet, counted, lambda: best[0][0] if len(best) == k else 0):
            count = counted.within(value.articles)
            if once and count:
                count = once.count((facet, value.name), value.articles)
            if count and len(best) < k:
                heappush(best, (count, -value.number, value.name))
            elif count:
                heappushpop(best, (count, -value.number, value.name))
        return [(name, count) for count, _, name in sorted(best, reverse=True)]

    def _likely(self, facet: str, counted: Counted, needed: Callable[[], int]) -> Iterator[Value]:
        """A facet's values but for those that fewer of the counted articles carry than needed."""
        for group in self._grouped(facet):
            least = needed()
            if group.values[0].frequency < least:
                return
            if least and group.others is not None and counted.beside(group.others) < least:
                continue
            yield from group.values

    def _grouped(self, facet: str) -> Iterable[Group]:
        if facet == TAG:
            return Groups(lambda: self._walk(TAG), self._live)
        known = self._groups.get(facet)
        if known is None:
            known = self._groups[facet] = Groups(lambda: self._walk(facet), self._live)
        return known

    def forward(
        self, result: BitMap, facets: Sequence[str], *, once: bool = False
    ) -> dict[str, Tally]:
        """All values of some facets in a small result, counted article by article.

        ``once``: all that the articles of a family carry is counted as one article's.
        """
        gathered: dict[int, set[int]] = {}
        alone = array("I")
        ids = list(result)
        for start in range(0, len(ids), _MOST_VARIABLES):
            some = ids[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(some))
            rows = self._database.execute(
                f'SELECT id, "values" FROM article WHERE id IN ({marks})',  # noqa: S608 - marks only
                some,
            )
            for article_id, blob in rows:
                family = self.families.place(article_id) if once else None
                if family is None:
                    alone.frombytes(blob)
                else:
                    gathered.setdefault(family, set()).update(array("I", blob))
        counted = Counter(alone)
        for values in gathered.values():
            counted.update(values)
        tallies: list[dict[int, int]] = [{} for _ in range(KIND_STEP)]
        for number, count in counted.items():
            tallies[number % KIND_STEP][number] = count
        return {f: Tally(self, tallies[KINDS.index(f)]) for f in facets}

    def forwards(self) -> dict[int, set[tuple[str, str]]]:
        """The values of every article that has any."""
        names = {
            number: (facet, name)
            for number, facet, name in self._database.execute("SELECT id, facet, name FROM value")
        }
        rows = self._database.execute('SELECT id, "values" FROM article')
        found = {
            article: {names[n] for n in array("I", blob) if n in names} for article, blob in rows
        }
        return {article: values for article, values in found.items() if values}

    def named(self, numbers: Iterable[int]) -> list[str]:
        """The values with these numbers, in their order."""
        wanted = list(numbers)
        names: dict[int, str] = {}
        for start in range(0, len(wanted), _MOST_VARIABLES):
            some = wanted[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(some))
            names.update(
                self._database.execute(
                    f"SELECT id, name FROM value WHERE id IN ({marks})",  # noqa: S608 - marks only
                    some,
                )
            )
        return [names[number] for number in wanted]

    def _walk(self, facet: str) -> Iterator[Value]:
        """Values by falling frequency, kept in memory as far as any count has walked."""
        if facet == TAG:
            tags = enumerate(self.kept.tags.items())
            yield from (Value(number, name, len(some), some) for number, (name, some) in tags)
            return
        known = self._walked.setdefault(facet, [])
        yield from known
        rows = self._database.execute(
            "SELECT id, name, count, articles FROM value WHERE facet = ?"
            " ORDER BY count DESC, id LIMIT -1 OFFSET ?",
            (facet, len(known)),
        )
        for number, name, count, blob in rows:
            entry = Value(number, name, count, _bitmap(blob))
            known.append(entry)
            yield entry

    def add(self, batch: Additions) -> None:
        """Take in what a batch of articles brings, in one transaction."""
        self._writer.add(batch)
        self._forget_read()

    def fold_postings(self, wanted: Iterable[str], build: Callable[[str], BitMap]) -> None:
        """Take what was added into the frequent terms' bitmaps, in one transaction."""
        self._writer.fold_postings(wanted, build)
