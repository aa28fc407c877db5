"""The order of a result, a page at a time: by the days' bitmaps, or by relevance.

Large results are never scored whole for their first page (see ``best``); the rest is scored when
the reader scrolls that far.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import tantivy
from pyroaring import BitMap

from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.postings import PREFIX
from newsarchive.index.text_index import Scored
from newsarchive.search.best import HEAD, Best
from newsarchive.search.best_phrases import BestPhrase
from newsarchive.search.match import Matcher
from newsarchive.search.parse import And, Node, Or, Phrase, Word
from newsarchive.search.sets import Sets

FEW = 200
SMALL = 3_000
RECENCY = 0.6
READ = 50
IN_ONE_PASSAGE = 150.0
_YEAR = 365.25


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
        within: leaves of an engine's query what the query's choices and range of days let through.
        result: gives the query's articles; they are not asked for where the engine alone tells
            the page.
        narrow: leaves of a set what the choices and the range let through.
        passages: tells of articles how much of the query one passage holds, from 0 to 1; None
            where that tells nothing.
    """

    sets: Sets
    node: Node
    within: Callable[[tantivy.Query], tantivy.Query]
    result: Callable[[], BitMap]
    narrow: Callable[[BitMap], BitMap]
    recency: bool = True
    passages: Callable[[Sequence[int]], Mapping[int, float]] | None = None

    def page(self, first: int, count: int) -> list[int]:
        """Numbers ``first`` to ``first + count``, the best first."""
        head = self._best_first(self._best())
        end = first + count
        if end <= len(head):
            return head[first:end]
        found, ahead = head, frozenset(head)
        scored = self.sets.scored(self.node)
        if scored is not None:
            rest = self.result() - BitMap(head)
            ordered = self._best_first([one for one in scored if one[2] in rest])
            return [*head, *ordered][first:end]
        ranked = self.within(self._matcher().compile(self.node))
        asked, is_over = end + len(head), False
        while len(found) < end and not is_over:
            every = self._ordered(ranked, asked)
            found = [*head, *(n for n in self._sure(every) if n not in ahead)]
            asked, is_over = 4 * asked, len(every) < asked
        return [*found, *self._unranked(found, end)][first:end]

    def _best(self) -> list[Scored]:
        """The first by score, where they are found sooner than all."""
        matcher = self._matcher()
        if isinstance(self.node, Phrase):
            return BestPhrase(matcher, self.node, self.narrow).scored()
        return Best(self.sets, matcher, self.node, self.within, self.narrow).scored()

    def _matcher(self, *, complete: bool = False) -> Matcher:
        return Matcher(self.sets.text, self.sets.facets, complete)

    def _ordered(self, query: tantivy.Query, count: int) -> list[int]:
        """The best ``count`` of a query."""
        if not self.recency and self.passages is None:
            return self.sets.text.ranked(query, 0, count)
        return self._best_first(self.sets.text.scored(query, max(count, HEAD)))[:count]

    def _best_first(self, scored: list[Scored]) -> list[int]:
        """Articles by score; among the first of them newer ones gain a little.

        So do, and much, those that hold the words in one passage.
        """
        first = scored[:HEAD]
        near = self.passages([one[2] for one in first[:READ]]) if self.passages else {}
        newest = max((day for _, day, _ in first), default=0)

        def worth(one: Scored) -> float:
            score, day, number = one
            new = recency(newest - day) if self.recency else 0.0
            return score + new + IN_ONE_PASSAGE * near.get(number, 0.0)

        first.sort(key=worth, reverse=True)
        return [number for _, _, number in (*first, *scored[HEAD:])]

    def _sure(self, ranked: list[int]) -> list[int]:
        """Those that the tree finds: among several words the engine may leave one out."""
        if isinstance(self.node, Word) or not any(
            map(self._matcher().is_left_out, open_words(self.node))
        ):
            return ranked
        result = self.result()
        return [number for number in ranked if number in result]

    def _unranked(self, found: list[int], end: int) -> list[int]:
        """What the engine's query leaves out, the newest first."""
        if len(found) >= end:
            return []
        ready = self.sets.facets.postings.numbers
        if end > SMALL or any(PREFIX + w.text in ready for w in open_words(self.node)):
            rest = self.result() - BitMap(found)
            return dated(self.sets.facets, rest, 0, end - len(found), newest=True)
        every = self.within(self._matcher(complete=True).compile(self.node))
        known = frozenset(found)
        return [n for n in self.sets.text.dated(every, 0, end, newest=True) if n not in known]


def open_words(node: Node) -> Iterator[Word]:
    """The words that are still being typed, but for those excluded."""
    if isinstance(node, Word) and node.open:
        yield node
    elif isinstance(node, And | Or):
        yield from chain.from_iterable(map(open_words, node.nodes))
