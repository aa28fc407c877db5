"""The families of the indexed articles, so that results can count each family once.

Most articles have no family and are counted as fast as ever. The others lie in layers: the first
article of every family, the second of every family, and so on. Within a layer an article stands
for its family, so the families of a set are bitmaps too, one a layer, and the families that a value
has in a result are their intersections, joined. Read when first asked for.
"""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

from pyroaring import BitMap

SCHEMA = """
CREATE TABLE IF NOT EXISTS family (article INTEGER PRIMARY KEY, family INTEGER NOT NULL);
"""
FEW = 64

Layers = tuple[BitMap, ...]
Alike = Mapping[tuple[int, int], BitMap]
"""Families of which two articles have the same value of a facet, by the layers of the two."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """The nth articles of all families that have as many, and the places of these families."""

    articles: BitMap
    families: BitMap


class Families:
    """Which article is of which family."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._places = array("I")
        self._is_read = False
        self._waiting: set[int] = set()
        self._numbers = array("Q")
        self._members = BitMap()
        self._layers: list[_Layer] = []
        self._values: dict[tuple[str, str], Layers] = {}
        self._alike: dict[str, Alike] = {}
        self._last: Within | None = None

    def forget(self, touched: Iterable[int] | None = None) -> None:
        """Forget what was read, so that it is read anew; of the ``touched`` articles alone."""
        self._last = None
        self._values.clear()
        self._alike.clear()
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
        members = self.members()
        return {article: self._places[article] for article in members}

    def members(self) -> BitMap:
        """The articles that have a family, once what was committed is followed."""
        if not self._is_read:
            self._read()
        elif self._waiting:
            self._follow()
        self._waiting.clear()
        return self._members

    def place(self, article: int) -> int | None:
        """The place of an article's family, from 0; None where it has none."""
        return self._places[article] if article in self.members() else None

    def one_of(self, article: int) -> int | None:
        """The number of the family of one article; the others are not read for that."""
        asked = "SELECT family FROM family WHERE article = ?"
        row = self._database.execute(asked, (article,)).fetchone()
        return int(row[0]) if row else None

    def _read(self) -> None:
        """Families have their places in the order of their first articles."""
        (last,) = self._database.execute("SELECT coalesce(max(article), 0) FROM family").fetchone()
        of, depths = _zeros(last + 1), array("I")
        places: dict[int, int] = {}
        layers: list[tuple[array[int], array[int]]] = []
        for article, number in self._database.execute("SELECT * FROM family ORDER BY article"):
            place = of[article] = places.setdefault(number, len(places))
            if place == len(depths):
                depths.append(0)
            depth = depths[place]
            depths[place] = depth + 1
            if depth == len(layers):
                layers.append((array("I"), array("I")))
            layers[depth][0].append(article)
            layers[depth][1].append(place)
        self._places, self._numbers = of, array("Q", places)
        self._layers = [_Layer(BitMap(articles), BitMap(some)) for articles, some in layers]
        self._members = BitMap.union(BitMap(), *(layer.articles for layer in self._layers))
        self._is_read = True

    def _follow(self) -> None:
        """Take in of which family the waiting articles are now, and lay those families anew."""
        places = {number: place for place, number in enumerate(self._numbers)}
        moved: dict[int, int | None] = {}
        torn: set[int] = set()
        for article in self._waiting:
            number = self.one_of(article)
            now = None if number is None else places.setdefault(number, len(places))
            was = self._places[article] if article in self._members else None
            if now != was:
                moved[article] = now
                torn |= {place for place in (now, was) if place is not None}
        self._numbers = array("Q", places)
        members = ((article, self._places[article]) for article in self._members)
        before = {article: place for article, place in members if place in torn}
        after = sorted(
            (place, article) for article, place in (before | moved).items() if place is not None
        )
        self._places.extend(_zeros(max(moved, default=0) + 1 - len(self._places)))
        for place, article in after:
            self._places[article] = place
        self._members = (self._members - BitMap(moved)) | BitMap([one for _, one in after])
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
        members = self.members()
        if self._last is None or self._last.result != result:
            self._last = Within(self, result - members, self._aligned(result), BitMap(result))
        return self._last

    def _aligned(self, articles: BitMap) -> Layers:
        """The families of a set, layer by layer; of a full layer those that it lacks are taken."""
        found: list[BitMap] = []
        for layer in self._layers:
            some = layer.articles & articles
            if 2 * len(some) > len(layer.articles):
                found.append(layer.families - self._families(layer.articles - some))
            else:
                found.append(self._families(some))
        return tuple(found)

    def _families(self, members: BitMap) -> BitMap:
        return BitMap(array("I", map(self._places.__getitem__, members.to_array())))

    def families_of(self, value: tuple[str, str], articles: BitMap, result: BitMap) -> Layers | int:
        """The families that have a facet's value; of few articles, how many in the result."""
        members, known = self.members(), self._values.get(value)
        if known is None:
            copies = articles & members
            if len(copies) <= FEW:
                return len(self._families(copies & result))
            known = self._values[value] = self._aligned(copies)
        return known

    def layers_of(self, value: tuple[str, str], articles: BitMap) -> Layers:
        """The families that have a facet's value, layer by layer."""
        known = self._values.get(value)
        if known is None:
            known = self._values[value] = self._aligned(articles & self.members())
        return known

    def alike(self, facet: str, carried: Iterable[tuple[str, BitMap]]) -> Alike:
        """Where articles of a family have the same value of a facet; ``carried`` are its values."""
        known = self._alike.get(facet)
        if known is None:
            found: dict[tuple[int, int], BitMap] = {}
            for name, articles in carried:
                filled = [
                    (n, one) for n, one in enumerate(self.layers_of((facet, name), articles)) if one
                ]
                for (first, some), (second, others) in combinations(filled, 2):
                    found.setdefault((first, second), BitMap()).update(some & others)
            known = self._alike[facet] = found
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

    def repeats(
        self, facet: str, carried: Sequence[tuple[str, BitMap]]
    ) -> Iterator[tuple[str, int]]:
        """By how much the result's articles are more than their families, for each value.

        For a facet of which an article has one value at most, this takes less than to ``count``.
        """
        again: defaultdict[int, BitMap] = defaultdict(BitMap)
        for (first, second), both in self.families.alike(facet, carried).items():
            again[second] |= self.layers[first] & self.layers[second] & both
        for name, articles in carried:
            its = self.families.layers_of((facet, name), articles)
            yield name, sum(its[n].intersection_cardinality(some) for n, some in again.items())

    def count(self, value: tuple[str, str], articles: BitMap) -> int:
        """How many of the result's articles carry a facet's value, each family once."""
        alone = articles.intersection_cardinality(self.alone)
        found = self.families.families_of(value, articles, self.result)
        if isinstance(found, int):
            return alone + found
        common = (mine & its for mine, its in zip(self.layers, found, strict=True))
        return alone + len(BitMap.union(BitMap(), *common))


def _zeros(count: int) -> "array[int]":
    return array("I", bytes(4 * max(0, count)))
