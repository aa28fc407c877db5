"""Searches kept by name with their choices and order, and how much of each is new.

A Saved is reached through ``Archive.saved`` and lives as long as the archive is open.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsarchive.search.query import Choice, Facet, Query, Sort

if TYPE_CHECKING:
    from pyroaring import BitMap

    from newsarchive.store.connection import Store


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept by name.

    Attributes:
        seen: the number of the last article that was there when it was looked at.
    """

    name: str
    query: Query
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """The saved searches of one archive; ``ids`` finds the articles of a query."""

    _store: "Store"
    _ids: "Callable[[Query], BitMap]"

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search, in the order they were made."""
        from newsarchive.store.searches import saved

        rows = saved(self._store)
        found = (SavedSearch(name, query_of(values), seen) for name, values, seen, _ in rows)
        return tuple(found)

    def new(self, one: SavedSearch) -> int:
        """How many of its articles have come in since it was looked at."""
        found = self._ids(one.query)
        return len(found) - int(found.rank(one.seen))

    def newest(self) -> int:
        """The number of the article that came in last: what ``seen`` is once all was seen."""
        from newsarchive.store.searches import newest

        return newest(self._store)

    def change(self, before: SavedSearch | None, after: SavedSearch | None) -> SavedSearch | None:
        """Put ``after`` in the place of ``before``; without one of them, keep or drop a search.

        Returns the other search that had the name of ``after``, which is gone.

        Raises:
            StoreError: it has no name, or the archive cannot be written.
        """
        from newsarchive.store.searches import change

        put = (after.name, values_of(after.query), after.seen) if after else None
        lost = change(self._store, before.name if before else "", put)
        return SavedSearch(lost[0], query_of(lost[1]), lost[2]) if lost else None

    def look(self, name: str) -> None:
        """All that a search finds now has been seen.

        Raises:
            StoreError: the archive cannot be written.
        """
        from newsarchive.store.searches import look

        look(self._store, name)


def values_of(query: Query) -> dict[str, Any]:
    """A query as plain values that JSON can hold; what is as ever is left out."""
    values = {
        "text": query.text,
        "choices": [[c.facet.value, c.value, c.exclude] for c in query.choices],
        "since": query.since.isoformat() if query.since else None,
        "until": query.until.isoformat() if query.until else None,
        "sort": query.sort.value if query.sort is not Sort.RELEVANCE else None,
        "once": query.once,
        "exactly": query.exactly,
    }
    return {name: value for name, value in values.items() if value}


def query_of(values: dict[str, Any]) -> Query:
    """A query from plain values; what makes no sense, or is of a newer program, is left out."""
    choices = (
        Choice(Facet(one[0]), one[1], bool(one[2]))
        for one in values.get("choices") or ()
        if isinstance(one, list) and len(one) == 3 and one[0] in set(Facet)
    )
    sort = values.get("sort")
    return Query(
        text=str(values.get("text") or ""),
        choices=tuple(choices),
        since=_day(values.get("since")),
        until=_day(values.get("until")),
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        once=bool(values.get("once")),
        exactly=bool(values.get("exactly")),
    )


def _day(text: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
