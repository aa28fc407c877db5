"""Short names and acronyms beside the full names that the archive has seen them used for.

    الفيفا → الاتحاد الدولي لكرة القدم      أبو مازن → محمود عباس

A name that its full name holds already («الوزارة» of «وزارة الصحة») says nothing new, and an
ordinary word would bring what nobody asked for: both are left out.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.arabic.known_names import is_ordinary
from newsarchive.arabic.names import name_words
from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import folded_words

SCHEMA = """
CREATE TABLE IF NOT EXISTS short_name (
    key TEXT NOT NULL, facet TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (key, facet, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joined_name (
    facet TEXT NOT NULL, other TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (facet, other, name)
) WITHOUT ROWID;
"""
MOST, SHARE = 3, 10
_PERSON = "person"


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The short names of one index file."""

    database: sqlite3.Connection

    def add(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Take in (facet, full name, other name), inside an open transaction."""
        keyed = ((short_key(*one), one[0], one[1]) for one in names)
        self.database.executemany(
            "INSERT OR IGNORE INTO short_name VALUES (?, ?, ?)", (row for row in keyed if row[0])
        )

    def join(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Take in (facet, value, name that counts as it), inside an open transaction."""
        self.database.executemany(
            "INSERT OR IGNORE INTO joined_name VALUES (?, ?, ?)",
            ((facet, other, name) for facet, name, other in names),
        )

    def joined(self, facet: str) -> Iterator[tuple[str, str]]:
        """(name, value that it once counted as) of a facet, where the value is there still."""
        return iter(
            self.database.execute(
                "SELECT other, joined_name.name FROM joined_name JOIN value"
                " ON value.facet = joined_name.facet AND value.name = joined_name.name"
                " WHERE joined_name.facet = ? ORDER BY count DESC, value.id",
                (facet,),
            )
        )

    def called(self, words: Iterable[str]) -> list[tuple[str, str]]:
        """The (facet, value) pairs that a name of these folded words stands for, the commonest.

        What is named ten times less than the commonest is left out: it is rather a slip.
        """
        rows = self.database.execute(
            "SELECT short_name.facet, short_name.name, count FROM short_name JOIN value"
            " ON value.facet = short_name.facet AND value.name = short_name.name"
            " WHERE key = ? ORDER BY count DESC, value.id LIMIT ?",
            (" ".join(map(bare, words)), MOST),
        ).fetchall()
        return [(facet, name) for facet, name, count in rows if count * SHARE >= rows[0][2]]


def short_key(facet: str, name: str, other: str) -> str:
    """The words under which ``other`` is looked up; "" when it is no short name of ``name``."""
    words = [bare(word) for word in folded_words(other)]
    full = {bare(word) for word in folded_words(name)}
    shared = full.intersection(words)
    if facet == _PERSON:
        shared |= {*name_words(name)}.intersection(name_words(other))
    if not words or (len(words) == 1 and (is_ordinary(words[0]) or len(words[0]) < 2)):
        return ""
    is_shorter = facet != _PERSON and len(words) < len(full) and len(shared) < len(words)
    return " ".join(words) if not shared or is_shorter else ""
