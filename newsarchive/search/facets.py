"""Facet counts over the very set that makes the list. Exact.

A facet with included choices keeps counting its other values as if it had none, so that a second
value can be added to the first (or within a facet, and across facets). The histogram likewise
ignores the query's own range of days.
"""

import datetime as dt
from dataclasses import dataclass

from pyroaring import BitMap

from newsarchive.arabic.fold import fold
from newsarchive.index.counting import Counted
from newsarchive.index.facet_index import DAY, FORWARD_LIMIT, MONTH, FacetIndex, Tally
from newsarchive.index.families import Within
from newsarchive.search.query import Choice, Facet, Facets, FacetValue, MonthCount, Query


@dataclass(frozen=True, slots=True)
class _Scope:
    """Articles among which values are counted; with ``once`` the copies of a report as one."""

    articles: BitMap
    once: Within | None

    @property
    def total(self) -> int:
        return self.once.total if self.once else len(self.articles)

    def count(self, facet: str, name: str, carried: BitMap) -> int:
        """How many of them are among those that carry the value."""
        if self.once:
            return self.once.count((facet, name), carried)
        return carried.intersection_cardinality(self.articles)

    @property
    def is_small(self) -> bool:
        """Whether counting article by article is quicker."""
        return len(self.articles) <= FORWARD_LIMIT


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

    def total(self) -> int:
        """How many articles the query finds, exactly."""
        return self._scope(self.result()).total

    def _scope(self, articles: BitMap) -> _Scope:
        return _Scope(articles, self.index.families.within(articles) if self.query.once else None)

    def _tallies(self, scope: _Scope, facets: list[str]) -> dict[str, Tally]:
        """Values counted article by article; tags, which no article of the index holds, are not."""
        once = scope.once is not None
        counted = [facet for facet in facets if facet != Facet.TAG]
        return self.index.forward(scope.articles, counted, once=once) if scope.is_small else {}

    def facets(self, top: int) -> Facets:
        """The ``top`` values of every facet, the chosen ones among them, and the months."""
        whole = self._scope(self.result())
        tallies = self._tallies(whole, [*Facet, MONTH])
        values: dict[Facet, tuple[FacetValue, ...]] = {}
        distinct: dict[Facet, int] = {}
        for facet in Facet:
            scope, tally = whole, tallies.get(facet)
            if any(not choice.exclude for choice in self._chosen(facet)):
                scope = self._scope(self.result(but=facet))
                tally = self._tallies(scope, [facet]).get(facet)
            if tally is not None:
                pairs, distinct[facet] = tally.top(top), len(tally)
            elif facet is Facet.TAG:
                every = self.index.top(facet, scope.articles, self.index.size(facet), scope.once)
                pairs, distinct[facet] = every[:top], len(every)
            else:
                pairs = self.index.top(facet, scope.articles, top, scope.once)
                if len(scope.articles) == len(self.index.live):
                    distinct[facet] = self.index.size(facet)
            values[facet] = self._with_chosen(facet, pairs, scope)
        return Facets(whole.total, values, distinct, self._months(whole, tallies.get(MONTH)))

    def _with_chosen(
        self, facet: Facet, pairs: list[tuple[str, int]], scope: _Scope
    ) -> tuple[FacetValue, ...]:
        shown = {name for name, _ in pairs}
        for choice in self._chosen(facet):
            if choice.value not in shown:
                carried = self.index.articles(facet, choice.value)
                pairs.append((choice.value, scope.count(facet, choice.value, carried)))
        return tuple(FacetValue(name, count) for name, count in pairs)

    def _months(self, whole: _Scope, tally: Tally | None) -> tuple[MonthCount, ...]:
        """The months of the result, given those counted article by article, if they were."""
        if self.query.since or self.query.until:
            whole = self._scope(self.result(days=False))
            tally = self._tallies(whole, [MONTH]).get(MONTH)
        if tally is not None:
            return tuple(MonthCount(*pair) for pair in sorted(tally.top(len(tally))))
        carried = self.index.by_name(MONTH)
        counted = Counted(whole.articles, self.index.live)
        counts = {month: counted.within(articles) for month, articles in carried}
        for month, more in whole.once.repeats(MONTH, carried) if whole.once else ():
            counts[month] -= more
        return tuple(MonthCount(month, count) for month, count in counts.items() if count)

    def days(self, since: dt.date, until: dt.date) -> dict[dt.date, int]:
        """Articles of each day of a range that has some, ignoring the query's own range."""
        scope = self._scope(self.result(days=False))
        counted = (
            (dt.date.fromisoformat(name), scope.count(DAY, name, articles))
            for name, articles in self.index.each_day(since.isoformat(), until.isoformat())
        )
        return {day: count for day, count in counted if count}

    def page(
        self, facet: Facet, contains: str, first: int, count: int, *, by_name: bool = False
    ) -> tuple[FacetValue, ...]:
        """Values ``first`` to ``first + count`` of one facet, those that hold a text.

        The commonest come first; ``by_name`` those that a dictionary has first.
        """
        scope = self._scope(self.result(but=facet))
        tally = self._tallies(scope, [facet]).get(facet)
        if tally is not None:
            pairs = tally.top(len(tally))
        else:
            pairs = self.index.top(facet, scope.articles, self.index.size(facet), scope.once)
        wanted = fold(contains)
        kept = [p for p in pairs if wanted in fold(p[0])] if wanted else pairs
        if by_name:
            kept = sorted(kept, key=lambda pair: (fold(pair[0]), pair[0]))
        return tuple(FacetValue(*pair) for pair in kept[first : first + count])
