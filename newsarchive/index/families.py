"""The families of the indexed articles, so that results can count each family once.

Most articles have no family and are counted as fast as ever. The others lie in layers: the first
article of every family, the second of every family, and so on. Within a layer an article stands
for its family, so the families of a set are bitmaps too, one a layer, and the families that a value
has in a result are their intersections, joined. Read when first asked for.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyroaring import BitMap

SCHEMA = """
CREATE TABLE IF NOT EXISTS family (article INTEGER PRIMARY KEY, family INTEGER NOT NULL);
"""
FEW = 64

Layers = tuple[BitMap, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """The nth articles of all families that have as many, and the places of these families."""

    articles: BitMap
    families: BitMap


class Families:
    """Which article is of which family."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._of: dict[int, int] | None = None
        self._members = BitMap()
        self._layers: list[_Layer] = []
        self._values: dict[tuple[str, str], Layers] = {}
        self._last: Within | None = None

    def forget(self) -> None:
        """Forget what was read, so that it is read anew."""
        self._of = None
        self._last = None
        self._values.clear()

    def forget_values(self, facet: str) -> None:
        """Forget which families have the values of one facet."""
        self._values = {value: some for value, some in self._values.items() if value[0] != facet}

    def take_out(self, articles: Iterable[int]) -> None:
        """Articles that are of no family any more."""
        self._database.executemany("DELETE FROM family WHERE article = ?", ((i,) for i in articles))

    def put_in(self, families: Mapping[int, int]) -> None:
        """The families of some articles, by number."""
        self._database.executemany("INSERT OR REPLACE INTO family VALUES (?, ?)", families.items())

    @property
    def of(self) -> Mapping[int, int]:
        """The place of the family, from 0, of each article that has one."""
        if self._of is None:
            self._of = self._read()
        return self._of

    def one_of(self, article: int) -> int | None:
        """The number of the family of one article; the others are not read for that."""
        asked = "SELECT family FROM family WHERE article = ?"
        row = self._database.execute(asked, (article,)).fetchone()
        return int(row[0]) if row else None

    def _read(self) -> dict[int, int]:
        rows = self._database.execute("SELECT family, article FROM family ORDER BY family, article")
        of: dict[int, int] = {}
        layers: list[list[int]] = []
        for place, (_, members) in enumerate(groupby(rows, itemgetter(0))):
            for number, (_, article) in enumerate(members):
                of[article] = place
                if number == len(layers):
                    layers.append([])
                layers[number].append(article)
        self._members = BitMap(of)
        self._layers = [_Layer(BitMap(some), BitMap(map(of.__getitem__, some))) for some in layers]
        return of

    def within(self, result: BitMap) -> "Within":
        """The result as one counts families in it; that asked for last is remembered."""
        of = self.of
        if self._last is None or self._last.result != result:
            alone = result - self._members
            self._last = Within(self, alone, self._aligned(result, of), BitMap(result))
        return self._last

    def _aligned(self, articles: BitMap, of: Mapping[int, int]) -> Layers:
        """The families of a set, layer by layer; of a full layer those that it lacks are taken."""
        found: list[BitMap] = []
        for layer in self._layers:
            some = layer.articles & articles
            if 2 * len(some) > len(layer.articles):
                absent = layer.articles - some
                found.append(layer.families - BitMap(map(of.__getitem__, absent)))
            else:
                found.append(BitMap(map(of.__getitem__, some)))
        return tuple(found)

    def families_of(self, value: tuple[str, str], articles: BitMap, result: BitMap) -> Layers | int:
        """The families that have a facet's value; of few articles, how many in the result."""
        of, known = self.of, self._values.get(value)
        if known is None:
            copies = articles & self._members
            if len(copies) <= FEW:
                return len(set(map(of.__getitem__, copies & result)))
            known = self._values[value] = self._aligned(copies, of)
        return known


@dataclass(frozen=True, slots=True)
class Within:
    """A result, taken apart into articles of no family and families.

    Attributes:
        alone: articles of no family.
        layers: the families of the others.
    """

    families: Families
    alone: BitMap
    layers: Layers
    result: BitMap

    @property
    def total(self) -> int:
        """How many articles the result has, each family once."""
        return len(self.alone) + len(BitMap.union(BitMap(), *self.layers))

    def count(self, value: tuple[str, str], articles: BitMap) -> int:
        """How many of the result's articles carry a facet's value, each family once."""
        alone = articles.intersection_cardinality(self.alone)
        found = self.families.families_of(value, articles, self.result)
        if isinstance(found, int):
            return alone + found
        common = (mine & its for mine, its in zip(self.layers, found, strict=True))
        return alone + len(BitMap.union(BitMap(), *common))
