"""Articles on their way out: deleted, brought back, gone for good after 30 days.

A Trash is reached through ``Archive.trash`` and lives as long as the archive is open. Searches
and facets show what was done after ``Archive.refresh``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsarchive.article import Trashed

if TYPE_CHECKING:
    from newsarchive.store.connection import Store


@dataclass(frozen=True, slots=True)
class Trash:
    """The trash of one archive."""

    _store: "Store"

    def articles(self) -> tuple[Trashed, ...]:
        """What it holds, the last deleted first."""
        from newsarchive.store.trash import trashed

        return trashed(self._store)

    def delete(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Put articles into it; gives the numbers of those that were not in it.

        Raises:
            StoreError: the archive cannot be written; nothing was changed.
        """
        from newsarchive.store.trash import delete

        return delete(self._store, numbers)

    def restore(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Take articles out of it; gives the numbers of those that were in it.

        Raises:
            StoreError: the archive cannot be written; nothing was changed.
        """
        from newsarchive.store.trash import restore

        return restore(self._store, numbers)

    def empty(self, numbers: Iterable[int] | None = None) -> int:
        """Delete articles of it for good, all without ``numbers``; gives how many went."""
        from newsarchive.store.trash import empty

        return empty(self._store, numbers)

    def purge(self) -> int:
        """Delete for good what has lain in it for 30 days; gives how many went."""
        from newsarchive.store.trash import purge

        return purge(self._store)
