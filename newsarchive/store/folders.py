"""The folders that an archive watches."""

from collections.abc import Iterable
from pathlib import Path

from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.schema import now
from newsarchive.watched import WatchedFolder


def folders(store: Store) -> tuple[WatchedFolder, ...]:
    """All that are watched, the longest watched first."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT path, added_at, coalesce(looked_at, ''), coalesce(missing_since, '')"
            " FROM watched_folders ORDER BY id"
        ).fetchall()
    return tuple(WatchedFolder(Path(path), *times) for path, *times in rows)


def watch(store: Store, paths: Iterable[Path]) -> None:
    """Watch these folders, too; those that are watched already stay as they are."""
    with transaction(store) as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO watched_folders (path, added_at) VALUES (?, ?)",
            ((_storable(path), now()) for path in paths),
        )


def forget(store: Store, path: Path) -> None:
    """Watch a folder no longer; its articles stay.

    Raises:
        StoreError: it is not watched.
    """
    with transaction(store) as connection:
        gone = connection.execute("DELETE FROM watched_folders WHERE path = ?", (_storable(path),))
        if not gone.rowcount:
            raise StoreError("store-not-watched", path=str(path))


def note_look(store: Store, there: Iterable[Path], gone: Iterable[Path]) -> None:
    """Write down which folders were looked through now, and which were not there."""
    with transaction(store) as connection:
        connection.executemany(
            "UPDATE watched_folders SET looked_at = ?, missing_since = NULL WHERE path = ?",
            ((now(), _storable(path)) for path in there),
        )
        connection.executemany(
            "UPDATE watched_folders SET missing_since = coalesce(missing_since, ?) WHERE path = ?",
            ((now(), _storable(path)) for path in gone),
        )


def _storable(path: Path) -> str:
    """A path as text; one that is none is refused, for it could not be found again.

    Raises:
        StoreError: the name holds bytes that are no text.
    """
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        shown = str(path).encode("utf-8", "replace").decode("utf-8")
        raise StoreError("store-path-not-text", path=shown) from None
    return str(path)
