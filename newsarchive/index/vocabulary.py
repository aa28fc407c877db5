"""Which words of the archive have one light stem.

The text index holds words; a stem's articles are those of its words. The table only grows: a word
that no article holds any more finds nothing.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

SCHEMA = """
CREATE TABLE IF NOT EXISTS word (
    stem TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (stem, word)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one index file by their stems."""

    database: sqlite3.Connection
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def forget(self) -> None:
        """Read everything again: another process has committed."""
        self._read.clear()

    def add(self, words: Iterable[tuple[str, str]]) -> None:
        """Take in (stem, word), inside an open transaction."""
        self.database.executemany("INSERT OR IGNORE INTO word VALUES (?, ?)", words)

    def of(self, stem: str) -> tuple[str, ...]:
        """The words with this stem, in the order of their letters."""
        if stem not in self._read:
            rows = self.database.execute("SELECT word FROM word WHERE stem = ?", (stem,))
            self._read[stem] = tuple(word for (word,) in rows)
        return self._read[stem]
