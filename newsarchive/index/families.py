"""The families of the indexed articles, so that results can count each family once.

Most articles have no family and are counted as fast as ever. The others lie in layers: the first
article of every family, the second of every family, and so on. Within a layer an article stands
for its family, so the families of a set are bitmaps too, one a layer, and the families that a value
has in a result are their intersections, joined. Read when first asked for.
"""

import sqlite3
from array import array
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
        self._of: dict[int, int] = {}
        self._is_read = False
        self._waiting: set[int] = set()
        self._numbers = array("Q")
        self._members = BitMap()
        self._layers: list[_Layer] = []
        self._values: dict[tuple[str, str], Layers] = {}
        self._last: Within | None = None

    def forget(self, touched: Iterable[int] | None = None) -> None:
        """Forget what was read, so that it is read anew; of the ``touched`` articles alone."""
        self._last = None
        self._values.clear()
        if touched is None:
            self._is_read = False
        else:
            self._waiting.update(touched if self._is_read else ())

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
        if not self._is_read:
            self._read()
        elif self._waiting:
            self._follow()
        self._waiting.clear()
        return self._of

    def one_of(self, article: int) -> int | None:
        """The number of the family of one article; the others are not read for that."""
        asked = "SELECT family FROM family WHERE article = ?"
        row = self._database.execute(asked, (article,)).fetchone()
        return int(row[0]) if row else None

    def _read(self) -> None:
        rows = self._database.execute("SELECT family, article FROM family ORDER BY family, article")
        of: dict[int, int] = {}
        numbers = array("Q")
        layers: list[list[int]] = []
        for place, (number, members) in enumerate(groupby(rows, itemgetter(0))):
            numbers.append(number)
            for depth, (_, article) in enumerate(members):
                of[article] = place
                if depth == len(layers):
                    layers.append([])
                layers[depth].append(article)
        self._of, self._numbers, self._members = of, numbers, BitMap(of)
        self._layers = [_Layer(BitMap(some), BitMap(map(of.__getitem__, some))) for some in layers]
        self._is_read = True

    def _follow(self) -> None:
        """Take in of which family the waiting articles are now, and lay those families anew."""
        places = {number: place for place, number in enumerate(self._numbers)}
        moved: dict[int, int | None] = {}
        for article in self._waiting:
            number = self.one_of(article)
            place = None if number is None else places.setdefault(number, len(places))
            if place != self._of.get(article):
                moved[article] = place
        self._numbers = array("Q", places)
        either = [*map(self._of.get, moved), *moved.values()]
        torn = {place for place in either if place is not None}
        before = {article: place for article, place in self._of.items() if place in torn}
        after = sorted(
            (place, article) for article, place in (before | moved).items() if place is not None
        )
        for article in moved:
            self._of.pop(article, None)
        self._of.update((article, place) for place, article in after)
        self._members = (self._members - BitMap(moved)) | BitMap(article for _, article in after)
        self._lay(BitMap(before), BitMap(torn), after)

    def _lay(self, gone: BitMap, torn: BitMap, members: Iterable[tuple[int, int]]) -> None:
        """Make layers without these articles and families, but with these (family, article)."""
        layers = [_Layer(one.articles - gone, one.families - torn) for one in self._layers]
        for place, some in groupby(members, itemgetter(0)):
            for depth, (_, article) in enumerate(some):
                if depth == len(layers):
                    layers.append(_Layer(BitMap(), BitMap()))
                layers[depth].articles.add(article)
                layers[depth].families.add(place)
        self._layers = layers

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
