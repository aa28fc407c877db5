"""Saving what can be read of a damaged archive into a new one.

SQLite stops at the first page it cannot read, and with an inner page all leaves below are out of
its reach. So the pages are read here one by one (``pages``, ``trees``), and their rows go into a
new file under the numbers they had. What can be worked out again is not copied.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import schema
from newsarchive.store.drafts import draft_of
from newsarchive.store.faults import faults
from newsarchive.store.pages import PageFile
from newsarchive.store.saving import Saved, make_whole, save_rows
from newsarchive.store.shapes import Index, Shape, indexes, shapes
from newsarchive.store.trees import Trees, find_trees


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it.

    Attributes:
        target: the new archive; articles have the numbers they had.
        articles: how many it holds, those in the trash too.
        lost: numbers of articles that could not be read.
        without_original: numbers of those whose imported bytes are gone; the text as it was read
            stands in their place.
        partly_named: numbers of those that have lost persons, bodies, places or places in the text.
        only_original: numbers of those whose text is gone and whose imported bytes are whole: to be
            read from them again. Until then they stand there without a title or text.
        rows_lost: of other tables, how many rows are known to be gone; 0 where a page could not
            be read and nothing tells what was on it.
    """

    target: Path
    articles: int
    lost: tuple[int, ...]
    without_original: tuple[int, ...]
    partly_named: tuple[int, ...] = ()
    only_original: tuple[int, ...] = ()
    rows_lost: tuple[tuple[str, int], ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing is known to be lost."""
        gone = (self.lost, self.without_original, self.partly_named, self.only_original)
        return not (any(gone) or self.rows_lost)


def salvage(path: Path, target: Path) -> Salvaged:
    """Copy everything that can still be read to a new archive; ``path`` is left as it is.

    Raises:
        StoreError: store-exists, store-newer, or a file that cannot be read or written.
        DamagedError: nothing of an archive can be found in the file.
    """
    if target.exists():
        raise StoreError("store-exists", file=target.name)
    try:
        with draft_of(target) as draft, _held(path), PageFile(path) as damaged:
            saved = _save(damaged, draft, path)
    except OSError as error:
        raise StoreError("store-unreachable", file=path.name) from error
    return Salvaged(
        target,
        saved.articles,
        tuple(sorted(saved.lost)),
        tuple(sorted(saved.without_original)),
        tuple(sorted(saved.partly_named)),
        tuple(sorted(saved.only_original)),
        tuple(sorted(saved.rows_lost.items())),
    )


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep what is read from changing, where SQLite can still open the file."""
    connection = None
    try:
        with suppress(sqlite3.Error):
            address = f"{path.absolute().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        if connection is not None:
            connection.close()


def _save(damaged: PageFile, draft: Path, path: Path) -> Saved:
    from sqlite_utils import Database

    known, repeated = _layout()
    trees = find_trees(damaged, known, repeated)
    with faults(draft):
        database = Database(sqlite3.connect(draft, isolation_level=None), execute_plugins=False)
        try:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
                database.execute(f"PRAGMA {pragma}")
            schema.migrate(database, _seen(damaged, known, trees, path))
            saved = save_rows(damaged, trees, known, repeated, database.conn)
            if not saved.articles and "articles" in trees.broken:
                raise DamagedError("store-damaged", file=path.name)
            schema.migrate(database)
            make_whole(database.conn, saved, trees.broken)
        finally:
            database.close()
    return saved


def _layout() -> tuple[dict[str, Shape], dict[str, Index]]:
    """What the tables and indexes of an archive look like, from an empty one."""
    from sqlite_utils import Database

    empty: Database = Database(memory=True)
    try:
        schema.migrate(empty)
        known = shapes(empty.conn)
        return known, indexes(empty.conn, known)
    finally:
        empty.close()


def _seen(
    damaged: PageFile, known: Mapping[str, Shape], trees: Trees, path: Path
) -> frozenset[str]:
    """The changes that the damaged file had seen; all, where it does not tell.

    Raises:
        StoreError: a newer program made changes to it.
    """
    rows = [
        known["migrations"].row(record)
        for page in trees.tables.get("migrations", ())
        for record in damaged.records(page)
        if record is not None
    ]
    ours = {migration.__name__ for migration in schema.MIGRATIONS}
    seen = {str(row[0]) for row in rows if row is not None}
    if seen - ours:
        raise StoreError("store-newer", file=path.name)
    return frozenset(seen if schema.MIGRATIONS[0].__name__ in seen else ours)
