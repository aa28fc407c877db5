"""The families of the indexed articles, so that results can count each family once.

Most articles have no family. Those that have one are a bitmap and a table in memory, read when
first asked for; the others are counted as fast as ever.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

SCHEMA = """
CREATE TABLE IF NOT EXISTS family (article INTEGER PRIMARY KEY, family INTEGER NOT NULL);
"""


class Families:
    """Which article is of which family."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._of: dict[int, int] | None = None
        self._members = BitMap()

    def forget(self) -> None:
        """Forget what was read, so that it is read anew."""
        self._of = None

    def take_out(self, articles: Iterable[int]) -> None:
        """Articles that are of no family any more."""
        self._database.executemany("DELETE FROM family WHERE article = ?", ((i,) for i in articles))

    def put_in(self, families: Mapping[int, int]) -> None:
        """The families of some articles, by number."""
        self._database.executemany("INSERT OR REPLACE INTO family VALUES (?, ?)", families.items())

    @property
    def of(self) -> Mapping[int, int]:
        """The family of each article that has one."""
        if self._of is None:
            self._of = dict(self._database.execute("SELECT article, family FROM family"))
            self._members = BitMap(self._of)
        return self._of

    def count(self, result: BitMap) -> int:
        """How many articles, each family once."""
        of = self.of
        copies = result & self._members
        return len(result) - len(copies) + len(set(map(of.__getitem__, copies)))
