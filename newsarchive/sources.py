"""Where an archive's articles come from: what the user chose for tables.

A Sources is reached through ``Archive.sources`` and lives as long as the archive is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsarchive.columns import KeptMapping

if TYPE_CHECKING:
    from newsarchive.store.connection import Store


@dataclass(frozen=True, slots=True)
class Sources:
    """What is kept for imports to come."""

    _store: "Store"

    def mappings(self) -> tuple[KeptMapping, ...]:
        """What the user chose for the columns of tables, the oldest first."""
        from newsarchive.store.mappings import mappings

        return mappings(self._store)

    def keep_mappings(self, wanted: Iterable[KeptMapping]) -> None:
        """Keep choices for tables with the same columns, in place of older ones."""
        from newsarchive.store.mappings import keep_mappings

        keep_mappings(self._store, wanted)

    def forget_mapping(self, number: int) -> None:
        """Let choices go; tables like those are guessed again.

        Raises:
            StoreError: none has this number.
        """
        from newsarchive.store.mappings import forget_mapping

        forget_mapping(self._store, number)
