"""Facet counts over the very set that makes the list. Exact.

A facet with included choices keeps counting its other values as if it had none, so that a second
value can be added to the first (or within a facet, and across facets). The histogram likewise
ignores the query's own range of days.
"""

import datetime as dt
from dataclasses import dataclass

from pyroaring import BitMap

from newsarchive.arabic.fold import fold
from newsarchive.index.facet_index import FORWARD_LIMIT, MONTH, FacetIndex
from newsarchive.search.query import Choice, Facet, Facets, FacetValue, MonthCount, Query


@dataclass(frozen=True, slots=True)
class FacetCounter:
    """Counts for one query, given the articles that its typed line matches."""

    index: FacetIndex
    query: Query
    matched: BitMap

    def result(self, *, but: Facet | None = None, days: bool = True) -> BitMap:
        """The query's articles; ``but`` leaves one facet's inclusions out, ``days`` the range."""
        found = self.matched & self.index.live
        for facet in Facet:
            included = self._union(facet, exclude=False)
            if included is not None and facet is not but:
                found &= included
            excluded = self._union(facet, exclude=True)
            if excluded is not None:
                found -= excluded
        if days and (self.query.since or self.query.until):
            since = self.query.since or dt.date.min
            until = self.query.until or dt.date.max
            found &= self.index.between(since.isoformat(), until.isoformat())
        return found

    def _chosen(self, facet: Facet) -> list[Choice]:
        return [c for c in self.query.choices if c.facet is facet]

    def _union(self, facet: Facet, *, exclude: bool) -> BitMap | None:
        values = [c.value for c in self._chosen(facet) if c.exclude is exclude]
        if not values:
            return None
        return BitMap.union(BitMap(), *(self.index.articles(facet, value) for value in values))

    def facets(self, top: int) -> Facets:
        """The ``top`` values of every facet, the chosen ones among them, and the months."""
        whole = self.result()
        once = self.query.once
        is_small = len(whole) <= FORWARD_LIMIT
        tallies = self.index.forward(whole, list(Facet), once=once) if is_small else {}
        values: dict[Facet, tuple[FacetValue, ...]] = {}
        distinct: dict[Facet, int] = {}
        for facet in Facet:
            if any(not choice.exclude for choice in self._chosen(facet)):
                scope, tally = self.result(but=facet), None
            else:
                scope, tally = whole, tallies.get(facet)
            if tally is None and len(scope) <= FORWARD_LIMIT:
                tally = self.index.forward(scope, [facet], once=once)[facet]
            if tally is not None:
                pairs, distinct[facet] = tally.top(top), len(tally)
            else:
                pairs = self.index.top(facet, scope, top, once=once)
                if len(scope) == len(self.index.live):
                    distinct[facet] = self.index.size(facet)
            values[facet] = self._with_chosen(facet, pairs, scope)
        return Facets(self._size(whole), values, distinct, self._months())

    def total(self) -> int:
        """How many articles the query finds, exactly."""
        return self._size(self.result())

    def _size(self, articles: BitMap) -> int:
        return self.index.families.count(articles) if self.query.once else len(articles)

    def _in_common(self, carried: BitMap, scope: BitMap) -> int:
        if self.query.once:
            return self.index.families.count(carried & scope)
        return carried.intersection_cardinality(scope)

    def _with_chosen(
        self, facet: Facet, pairs: list[tuple[str, int]], scope: BitMap
    ) -> tuple[FacetValue, ...]:
        shown = {name for name, _ in pairs}
        for choice in self._chosen(facet):
            if choice.value not in shown:
                carried = self.index.articles(facet, choice.value)
                pairs.append((choice.value, self._in_common(carried, scope)))
        return tuple(FacetValue(name, count) for name, count in pairs)

    def _months(self) -> tuple[MonthCount, ...]:
        scope = self.result(days=False) if self.query.since or self.query.until else self.result()
        counted = (
            (month, self._in_common(bitmap, scope)) for month, bitmap in self.index.by_name(MONTH)
        )
        return tuple(MonthCount(month, count) for month, count in counted if count)

    def page(self, facet: Facet, contains: str, first: int, count: int) -> tuple[FacetValue, ...]:
        """Values ``first`` to ``first + count`` of one facet by count, those that hold a text."""
        scope = self.result(but=facet)
        if len(scope) <= FORWARD_LIMIT:
            tally = self.index.forward(scope, [facet], once=self.query.once)[facet]
            pairs = tally.top(len(tally))
        else:
            every = self.index.size(facet)
            pairs = self.index.top(facet, scope, every, once=self.query.once)
        wanted = fold(contains)
        kept = [p for p in pairs if wanted in fold(p[0])] if wanted else pairs
        return tuple(FacetValue(*pair) for pair in kept[first : first + count])
