"""Where an archive's articles come from: folders that are watched, what was chosen for tables.

A Sources is reached through ``Archive.sources`` and lives as long as the archive is open.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsarchive.columns import KeptMapping
from newsarchive.errors import StoreError
from newsarchive.watched import WatchedFolder

if TYPE_CHECKING:
    from newsarchive.store.connection import Store
    from newsarchive.store.imports import Tried


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

    def tagger(self) -> Path | None:
        """The folder of the token classifier that finds names; None for the shipped tagger."""
        from newsarchive.store.preferences import preference

        kept = preference(self._store, "tagger")
        return Path(kept) if kept else None

    def keep_tagger(self, folder: Path | None) -> None:
        """Find names by a token classifier from now on; None: by the shipped tagger again."""
        from newsarchive.store.preferences import keep_preference

        keep_preference(self._store, "tagger", str(_absolute(folder)) if folder else None)

    def choose_tagger(self, folder: Path | None) -> Path | None:
        """Keep a tagger as ``keep_tagger`` does, once it was seen to work; tells what is kept.

        Raises:
            TaggerError: it cannot be used; nothing was changed.
        """
        if folder is not None:
            from newsarchive.entities import try_network

            try_network(folder)
        self.keep_tagger(folder)
        return self.tagger()

    def folders(self) -> tuple[WatchedFolder, ...]:
        """The folders that are watched, the longest watched first."""
        from newsarchive.store.folders import folders

        return folders(self._store)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch folders, with all below them.

        Raises:
            StoreError: one of them is no folder, or its name is no text.
        """
        from newsarchive.store.folders import watch

        wanted = [_absolute(path) for path in paths]
        for path in wanted:
            if not path.is_dir():
                raise StoreError("store-no-watched-folder", path=str(path))
        watch(self._store, wanted)

    def forget(self, path: Path) -> None:
        """Watch a folder no longer; its articles stay.

        Raises:
            StoreError: it is not watched.
        """
        from newsarchive.store.folders import forget

        forget(self._store, _absolute(path))

    def note_look(self, there: Iterable[Path], gone: Iterable[Path]) -> None:
        """Write down which folders were looked through now, and which were not there."""
        from newsarchive.store.folders import note_look

        note_look(self._store, there, gone)

    def tried(self, fingerprints: Iterable[str]) -> "dict[str, Tried]":
        """Files, by fingerprint, that were ever tried, and whether another try may help."""
        from newsarchive.store.imports import tried

        return tried(self._store, fingerprints)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as the user named them
