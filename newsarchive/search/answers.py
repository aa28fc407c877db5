"""What one state of an archive answers: hits, totals, facets and completions of queries.

What was worked out for a line is kept for the next question about it: the list, the facets and the
histogram of one keystroke share it. Whether the files have changed, the door looks after.
"""

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from newsarchive.repairs import is_unread
from newsarchive.search.query import (
    Completion,
    Facet,
    Facets,
    FacetValue,
    Hit,
    Query,
    Results,
    Snippet,
    Sort,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyroaring import BitMap

    from newsarchive.index.refresh import Indexes
    from newsarchive.search.facets import FacetCounter
    from newsarchive.search.finder import Finder
    from newsarchive.search.match import Matcher
    from newsarchive.search.once import Once
    from newsarchive.search.sets import Sets
    from newsarchive.search.understand import Understood
    from newsarchive.store.articles import ListRow
    from newsarchive.store.connection import Store

SNIPPET_SOURCE = 6_000
_REMEMBERED = 16
_LINES_HELD = 32
"""After so many new lines the pages of the index that were looked at are given back."""
_ANY_WORD, _TWO_WORDS, _NO_WORD = "كتاب", "كتاب سوق ", "كتيببهن "


@dataclass(slots=True)
class Answers:
    """Answers from one archive's store and indexes, as they are."""

    store: "Store"
    indexes: "Indexes"
    _sets: "Sets | None" = None
    _lines: "OrderedDict[tuple[str, bool], Understood]" = field(default_factory=OrderedDict)
    _matches: "OrderedDict[tuple[str, bool], BitMap]" = field(default_factory=OrderedDict)
    _once: "OrderedDict[Query, Once]" = field(default_factory=OrderedDict)
    _new_lines: int = 0

    def forget(self) -> None:
        """What was worked out does not hold any more."""
        self._sets = None
        self._lines.clear()
        self._matches.clear()
        self._once.clear()

    def prepare(self) -> None:
        """Ask for a word, two, and one that none has: what the first of each needs is read.

        That is lexicons, rules, the list of frequent terms, names and the list of all words.
        """
        for query in map(Query, (_ANY_WORD, _TWO_WORDS, _NO_WORD)):
            self.page(query, 1)
            self.total(query)

    def search(self, query: Query, limit: int = 20) -> Results:
        """The first page, ready to paint, and the exact total."""
        readings = self.understood(query).readings
        return Results(query, self.total(query), self.rows(query, 0, limit), readings)

    def page(self, query: Query, limit: int = 20) -> Results:
        """The first page, and the total where it is known by then: to count may take longer.

        The best articles of a large result are found without all others (see ``order``).
        """
        numbers, readings = self.numbers(query, 0, limit), self.understood(query).readings
        hits = self._hits(query, 0, numbers)
        if self._is_matched(query) and not query.once:
            return Results(query, self.total(query), hits, readings)
        is_all = len(numbers) < limit
        return Results(query, len(numbers), hits, readings, is_counted=is_all)

    def total(self, query: Query) -> int:
        """How many articles the query finds, exactly."""
        total = self._counter(query).total()
        self._give_back()
        return total

    def _give_back(self) -> None:
        """Let what was looked at long ago not count as memory: once a page has been shown."""
        if self._new_lines > _LINES_HELD:
            self._new_lines = 0
            self.indexes.text.give_back()

    def rows(self, query: Query, first: int, count: int) -> tuple[Hit, ...]:
        """Hits ``first`` to ``first + count`` in the query's order, counted from 0."""
        return self._hits(query, first, self.numbers(query, first, count)) if count > 0 else ()

    def _hits(self, query: Query, first: int, numbers: list[int]) -> tuple[Hit, ...]:
        from newsarchive.store.articles import rows_for

        finder = self.understood(query).finder
        found = {row.id: row for row in rows_for(self.store, numbers, SNIPPET_SOURCE)}
        return tuple(
            _hit(first + n, found[number], finder)
            for n, number in enumerate(numbers, 1)
            if number in found
        )

    def ids(self, query: Query) -> "BitMap":
        """The numbers of all articles of a query, of all copies also where they count once."""
        return self._counter(query).result()

    def numbers(self, query: Query, first: int, count: int) -> list[int]:
        """The numbers of articles ``first`` to ``first + count`` in the query's order, from 0."""
        from newsarchive.search.once import Once

        line = self.understood(query)
        if not query.once:
            return self._ids(query, line, first, count)
        if query not in self._once:
            family_of = self.indexes.facets.families.one_of
            self._once[query] = Once(partial(self._ids, query, line), family_of)
            if len(self._once) > _REMEMBERED:
                self._once.popitem(last=False)
        return self._once[query].page(first, count)

    def _ids(self, query: Query, line: "Understood", first: int, count: int) -> list[int]:
        from newsarchive.search.facets import FacetCounter
        from newsarchive.search.order import FEW, Ranking, dated

        text, facets = self.indexes.text, self.indexes.facets
        newest = query.sort is not Sort.OLDEST
        if query.sort is Sort.RELEVANCE and line.finder.sought:
            matcher = self.matcher()
            ranking = Ranking(
                self.sets(),
                line.node,
                lambda base: matcher.narrowed(base, query),
                lambda: self.ids(query),
                lambda some: FacetCounter(facets, query, some).result(),
                recency=query.recency,
                passages=self._passages(line.finder),
            )
            return ranking.page(first, count)
        result = self.ids(query)
        if len(result) <= FEW:
            these = text.among(text.everything(), list(result))
            return text.dated(these, first, count, newest=newest)
        return dated(facets, result, first, count, newest=newest)

    def _passages(self, finder: "Finder") -> "Callable[[Sequence[int]], dict[int, float]] | None":
        """What tells how much of the line one passage of an article holds, where that tells it."""
        from newsarchive.search.passages import best_passage, is_told_by_passages
        from newsarchive.store.articles import rows_for

        known: dict[int, float] = {}

        def held(numbers: "Sequence[int]") -> dict[int, float]:
            unknown = [number for number in numbers if number not in known]
            for row in rows_for(self.store, unknown, SNIPPET_SOURCE):
                known[row.id] = best_passage(finder, row.title, row.body)
            return known

        return held if is_told_by_passages(finder) else None

    def facets(self, query: Query, top: int = 10) -> Facets:
        """Counts over the very query that makes the list."""
        counted = self._counter(query).facets(top)
        self._give_back()
        return counted

    def _counter(self, query: Query) -> "FacetCounter":
        from newsarchive.search.facets import FacetCounter

        matched = self._matched(query)
        return FacetCounter(self.indexes.facets, query, matched)

    def facet_values(
        self,
        query: Query,
        facet: Facet,
        contains: str = "",
        first: int = 0,
        count: int = 200,
        *,
        by_name: bool = False,
    ) -> tuple[FacetValue, ...]:
        """A page of one facet's values in the query, those whose name holds a text.

        The commonest come first; ``by_name`` those that a dictionary has first.
        """
        return self._counter(query).page(facet, contains, first, count, by_name=by_name)

    def days(self, query: Query, since: dt.date, until: dt.date) -> dict[dt.date, int]:
        """Articles of each day of a range that has some; the query's own range is left aside."""
        return self._counter(query).days(since, until)

    def complete(
        self, line: str, cursor: int | None = None, limit: int = 8
    ) -> tuple[Completion, ...]:
        """Proposals for what is being typed before ``cursor``, by default at the line's end."""
        from newsarchive.search.complete import complete

        place = len(line) if cursor is None else cursor
        return complete(self.indexes.facets, line, place, limit)

    def highlights(self, query: Query, text: str) -> tuple[tuple[int, int], ...]:
        """The [start, end) characters of ``text`` that the query's words match."""
        finder = self.understood(query).finder
        return tuple((found.start, found.end) for found in finder.find(text))

    def matcher(self) -> "Matcher":
        """Compiles trees for the text index."""
        from newsarchive.search.match import Matcher

        return Matcher(self.indexes.text, self.indexes.facets)

    def sets(self) -> "Sets":
        """Finds the sets of trees."""
        from newsarchive.search.sets import Sets

        if self._sets is None:
            self._sets = Sets(self.indexes.text, self.indexes.facets)
        return self._sets

    def understood(self, query: Query) -> "Understood":
        """What the query's line means to this archive."""
        from newsarchive.search.understand import understand

        key = query.text, query.exactly
        if key not in self._lines:
            self._new_lines += 1
            self._lines[key] = understand(
                query.text, self.matcher(), self.sets(), exactly=query.exactly
            )
            if len(self._lines) > _REMEMBERED:
                self._lines.popitem(last=False)
        return self._lines[key]

    def _is_matched(self, query: Query) -> bool:
        """Whether all that the typed line matches is known already."""
        from newsarchive.search.parse import EVERYTHING

        key = query.text, query.exactly
        return self.understood(query).node == EVERYTHING or key in self._matches

    def _matched(self, query: Query) -> "BitMap":
        """All articles that the typed line alone matches."""
        from newsarchive.search.parse import EVERYTHING

        line, key = self.understood(query), (query.text, query.exactly)
        if line.node == EVERYTHING:
            return self.indexes.facets.live
        if key not in self._matches:
            self._matches[key] = self.sets().of(line.node)
            if len(self._matches) > _REMEMBERED:
                self._matches.popitem(last=False)
        return self._matches[key]


def _hit(rank: int, row: "ListRow", finder: "Finder") -> Hit:
    from newsarchive.search.snippet import snippet, why

    in_title, in_body = finder.find(row.title), finder.find(row.body)
    title = Snippet(row.title, tuple((found.start, found.end) for found in in_title))
    return Hit(
        rank=rank,
        id=row.id,
        title=title,
        snippet=snippet(row.body, in_body),
        section=row.section,
        outlet=row.outlet,
        url=row.url,
        file=row.file,
        published=row.published,
        why=why([*in_title, *in_body], finder.sought),
        copies=row.kin.copies,
        outlets=row.kin.outlets,
        unread=is_unread(row.encoding),
        marks=row.marks,
    )
