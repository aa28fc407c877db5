"""What the index has of each article, as two short sums: what is the same is not taken in again.

Names that are joined and copies that are found change articles which the index has: most of them
only their families, others their facets, hardly any their words.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

SCHEMA = """
CREATE TABLE IF NOT EXISTS sum (
    article INTEGER PRIMARY KEY, words INTEGER NOT NULL, facets INTEGER NOT NULL);
"""


class Sums(NamedTuple):
    """Of an article's text and of the facet values it carries, 64 bits each."""

    words: int
    facets: int


def sums_of(title: str, body: str, values: Iterable[tuple[str, str]]) -> Sums:
    """The sums of an article with these (facet, value) pairs."""
    return Sums(_sum(f"{title}\0{body}"), _sum("\0".join(map("\1".join, values))))


def _sum(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


class KeptSums:
    """The sums of the articles of one index file."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of(self, articles: Iterable[int]) -> dict[int, Sums]:
        """Those of these articles that are kept, by number."""
        asked = "SELECT words, facets FROM sum WHERE article = ?"
        rows = (
            (number, self._database.execute(asked, (number,)).fetchone()) for number in articles
        )
        return {number: Sums(*row) for number, row in rows if row}

    def put(self, sums: Mapping[int, Sums]) -> None:
        """Inside a transaction: keep the sums of articles."""
        self._database.executemany(
            "INSERT OR REPLACE INTO sum VALUES (?, ?, ?)", ((n, *one) for n, one in sums.items())
        )

    def take_out(self, articles: Iterable[int]) -> None:
        """Inside a transaction: articles that are gone."""
        self._database.executemany("DELETE FROM sum WHERE article = ?", ((n,) for n in articles))
