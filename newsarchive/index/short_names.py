"""Short names and acronyms beside the full names that the archive has seen them used for.

    الفيفا → الاتحاد الدولي لكرة القدم      أبو مازن → محمود عباس

A name that its full name holds already («الوزارة» of «وزارة الصحة») says nothing new, and an
ordinary word would bring what nobody asked for: both are left out. Which articles call a value so
is kept beside it: what one of many does is a slip («مانشستر سيتي (إنجلترا)»).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyroaring import BitMap

from newsarchive.arabic.known_names import is_ordinary
from newsarchive.arabic.names import name_words
from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import folded_words

SCHEMA = """
CREATE TABLE IF NOT EXISTS told_name (
    key TEXT NOT NULL, facet TEXT NOT NULL, name TEXT NOT NULL, articles BLOB NOT NULL,
    PRIMARY KEY (key, facet, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS joined_name (
    facet TEXT NOT NULL, other TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (facet, other, name)
) WITHOUT ROWID;
"""
MOST, SHARE = 3, 10
_OFTEN = 5
_PERSON, _PLACE = "person", "place"


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The short names of one index file."""

    database: sqlite3.Connection

    def add(self, names: Mapping[tuple[str, str, str], BitMap]) -> None:
        """Take in the articles of (facet, full name, other name), inside an open transaction."""
        told: dict[tuple[str, str, str], BitMap] = {}
        for (facet, name, other), articles in names.items():
            key = short_key(facet, name, other)
            if key:
                told.setdefault((key, facet, name), BitMap()).update(articles)
        for one, articles in told.items():
            row = self.database.execute(
                "SELECT articles FROM told_name WHERE key = ? AND facet = ? AND name = ?", one
            ).fetchone()
            whole = BitMap.deserialize(row[0]) | articles if row else articles
            self.database.execute(
                "INSERT OR REPLACE INTO told_name VALUES (?, ?, ?, ?)", (*one, whole.serialize())
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

    def called(self, words: Iterable[str]) -> list[tuple[str, str, int]]:
        """The (facet, value) pairs that a name of these folded words stands for, likeliest first.

        Each with how many articles call it so.

        A value is called so by five of its articles, or by more than one in ten; places, whose
        other names are known and no guess, by any. What is called so ten times less than the
        likeliest is left out: «المملكة» is the one kingdom, though a few articles mean another.
        """
        rows = self.database.execute(
            "SELECT told_name.facet, told_name.name, told_name.articles, value.articles"
            " FROM told_name JOIN value"
            " ON value.facet = told_name.facet AND value.name = told_name.name"
            " WHERE key = ? ORDER BY count DESC, value.id",
            (" ".join(map(bare, words)),),
        )
        found: list[tuple[int, str, str]] = []
        for facet, name, packed, packed_value in rows:
            value = BitMap.deserialize(packed_value)
            told = BitMap.deserialize(packed).intersection_cardinality(value)
            if told >= _OFTEN or told * SHARE > len(value) or (told and facet == _PLACE):
                found.append((told, facet, name))
        found.sort(key=lambda one: -one[0])
        return [
            (facet, name, told) for told, facet, name in found[:MOST] if told * SHARE >= found[0][0]
        ]


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
