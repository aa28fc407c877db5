"""The order of a result, a page at a time: by the days' bitmaps, or by relevance.

Large results are never scored whole for their first page. An article that holds every word as
typed stands above all others (see ``match``), so when there are enough of those, only the best of
them are scored in full; the rest is scored when the reader scrolls that far.
"""

from collections.abc import Callable
from dataclasses import dataclass

import tantivy
from pyroaring import BitMap

from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.text_index import Scored
from newsarchive.search.alike import Alike
from newsarchive.search.match import Matcher
from newsarchive.search.parse import Node
from newsarchive.search.sets import Sets, sought_words

FEW = 200
SMALL = 3_000
HEAD = 100
RECENCY = 0.6
_YEAR = 365.25
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should


def dated(facets: FacetIndex, result: BitMap, first: int, count: int, *, newest: bool) -> list[int]:
    """Numbers ``first`` to ``first + count`` of a result by day, undated ones last.

    Within a day the article that came in last is the newest.
    """
    found: list[int] = []
    before = 0
    for month, articles in facets.months(newest=newest):
        size = articles.intersection_cardinality(result)
        if before + size <= first:
            before += size
            continue
        for day in facets.days_of(month, newest=newest) if size else ():
            size = day.intersection_cardinality(result)
            if before + size > first:
                start = max(0, first - before)
                found += sorted(day & result, reverse=newest)[start : start + count - len(found)]
                if len(found) == count:
                    return found
            before += size
    undated = result - facets.dated
    start = max(0, first - before)
    return found + sorted(undated, reverse=newest)[start : start + count - len(found)]


def recency(days: int) -> float:
    """What an article gains by being so many days older than the newest: half of it for a year.

    A tier is worth ten times as much (see ``match``), a word's rarity commonly more.
    """
    return RECENCY / (1 + days / _YEAR)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Pages by relevance of one query.

    Attributes:
        ranked: gives the engine's query, asked for when more than the head is wanted.
        result: gives the query's articles, likewise.
        narrow: leaves of a set what the query's choices and range of days let through.
    """

    sets: Sets
    node: Node
    ranked: Callable[[], tantivy.Query]
    result: Callable[[], BitMap]
    narrow: Callable[[BitMap], BitMap]
    recency: bool = True

    def page(self, first: int, count: int) -> list[int]:
        """Numbers ``first`` to ``first + count``, the best first."""
        exact = self.narrow(self.sets.exactly(self.node))
        head = self._head(exact) if len(exact) >= HEAD and self._is_large(exact) else []
        if first + count <= len(head):
            return head[first : first + count]
        result = self.result()
        end = min(first + count, len(result))
        scored = self.sets.scored(self.node)
        if scored is not None:
            return self._newer_first([s for s in scored if s[2] in result])[first:end]
        found, ahead = head, frozenset(head)
        asked, is_over = end + len(head), False
        while len(found) < end and not is_over:
            every = self._ordered(self.ranked(), asked)
            found = [*head, *(n for n in every if n in result and n not in ahead)]
            asked, is_over = 4 * asked, len(every) < asked
        return [*found, *self._unranked(found, end)][first:end]

    def _is_large(self, exact: BitMap) -> bool:
        """Whether the result is, told by a part of it where that is enough."""
        return (
            len(exact) > SMALL
            or any(len(self.narrow(some)) > SMALL for some in self.sets.surely(self.node))
            or len(self.result()) > SMALL
        )

    def _ordered(self, query: tantivy.Query, count: int) -> list[int]:
        """The best ``count`` of a query; among the first of them newer ones gain a little."""
        if not self.recency:
            return self.sets.text.ranked(query, 0, count)
        return self._newer_first(self.sets.text.scored(query, max(count, HEAD)))[:count]

    def _newer_first(self, scored: list[Scored]) -> list[int]:
        """Articles by score; among the first of them newer ones gain a little."""
        first = scored[:HEAD]
        if self.recency:
            newest = max((day for _, day, _ in first), default=0)
            first.sort(key=lambda one: -one[0] - recency(newest - one[1]))
        return [number for _, _, number in (*first, *scored[HEAD:])]

    def _unranked(self, found: list[int], end: int) -> list[int]:
        """What the engine's query leaves out, the newest first."""
        if len(found) >= end:
            return []
        rest = self.result() - BitMap(found)
        return dated(self.sets.facets, rest, 0, end - len(found), newest=True)

    def _head(self, exact: BitMap) -> list[int]:
        """The best articles in their order: of those that hold every word as typed."""
        words = [word.text for word in sought_words(self.node)]
        if len(words) == 1:
            queries = [self.sets.text.term(field, words[0]) for field in ("body", "title")]
        else:
            queries = [tantivy.Query.boolean_query([(_MUST, self._either(w)) for w in words])]
        likely = {
            number
            for query in queries
            for number in self.sets.text.ranked(query, 0, 2 * HEAD)
            if number in exact
        }
        alike = Alike(Matcher(self.sets.text, self.sets.facets), BitMap(likely)).compile(self.node)
        return self._ordered(alike, min(HEAD, len(likely)))

    def _either(self, word: str) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [(_SHOULD, self.sets.text.term(field, word)) for field in ("title", "body")]
        )
