"""The order of a result, a page at a time: by the days' bitmaps, or by relevance.

Large results are never scored whole for their first page. An article that holds every word as
typed stands above all others (see ``match``), so when there are enough of those, only the best of
them are scored in full; the rest is scored when the reader scrolls that far.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import tantivy
from pyroaring import BitMap

from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.text_index import Scored, TextIndex
from newsarchive.search.match import FILTERS, Matcher, particles, with_names_joined
from newsarchive.search.parse import And, Node, Not, Word
from newsarchive.search.sets import Sets

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
    for day in facets.days(newest=newest):
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
    """Pages by relevance of one query; all of its articles may be ``scored`` already."""

    text: TextIndex
    facets: FacetIndex
    node: Node
    ranked: tantivy.Query
    result: BitMap
    recency: bool = True
    scored: Sequence[Scored] | None = None

    def page(self, first: int, count: int) -> list[int]:
        """Numbers ``first`` to ``first + count``, the best first."""
        end = min(first + count, len(self.result))
        if self.scored is not None:
            return self._newer_first([s for s in self.scored if s[2] in self.result])[first:end]
        head = self._head() if len(self.result) > SMALL else []
        found, ahead = head, frozenset(head)
        asked, is_over = end + len(head), False
        while len(found) < end and not is_over:
            every = self._ordered(self.ranked, asked)
            found = [*head, *(n for n in every if n in self.result and n not in ahead)]
            asked, is_over = 4 * asked, len(every) < asked
        return [*found, *self._unranked(found, end)][first:end]

    def _ordered(self, query: tantivy.Query, count: int) -> list[int]:
        """The best ``count`` of a query; among the first of them newer ones gain a little."""
        if not self.recency:
            return self.text.ranked(query, 0, count)
        return self._newer_first(self.text.scored(query, max(count, HEAD)))[:count]

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
        rest = self.result - BitMap(found)
        return dated(self.facets, rest, 0, end - len(found), newest=True)

    def _head(self) -> list[int]:
        """The best articles in their order, none when they cannot be told from all others."""
        words = exact_words(self.node)
        if not words:
            return []
        exact = Sets(self.text, self.facets).exactly(words) & self.result
        if len(exact) < HEAD:
            return []
        if len(words) == 1:
            queries = [self.text.term(field, words[0]) for field in ("body", "title")]
        else:
            queries = [tantivy.Query.boolean_query([(_MUST, self._either(w)) for w in words])]
        likely = {
            number
            for query in queries
            for number in self.text.ranked(query, 0, 2 * HEAD)
            if number in exact
        }
        alike = Matcher(self.text, self.facets, as_typed=True).compile(self.node)
        chosen = self.text.among(alike, sorted(likely))
        return self._ordered(chosen, min(HEAD, len(likely)))

    def _either(self, word: str) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [(_SHOULD, self.text.term(field, word)) for field in ("title", "body")]
        )


def exact_words(node: Node) -> list[str]:
    """The words that an article should hold as typed; none where more than words is asked for.

    Filters and exclusions are left aside: they are in the result already.
    """
    parts = with_names_joined(node.nodes) if isinstance(node, And) else [node]
    if isinstance(node, And) and node.enough:
        return []
    light = particles(parts)
    sought = [n for n in parts if not isinstance(n, Not | FILTERS) and n not in light]
    words = [n.text for n in sought if isinstance(n, Word)]
    return words if len(words) == len(sought) else []
