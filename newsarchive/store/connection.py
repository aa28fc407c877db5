"""Opening an archive file, defensively, and writing to it in whole transactions."""

import os
import sqlite3
import stat
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from newsarchive.errors import DamagedError, StoreError
from newsarchive.families.likeness import Report
from newsarchive.store import schema
from newsarchive.store.copying import copy_database
from newsarchive.store.faults import faults
from newsarchive.store.known import Known
from newsarchive.store.strangers import strange

if TYPE_CHECKING:
    from sqlite_utils import Database

_BUSY_SECONDS = 5.0
_WRITER_CACHE_KIB = 65_536
_READER_CACHE_KIB = 16_384
_LONGEST = 256 << 20  # bytes of a text or blob; readers let in less, strangers put in more


@dataclass(frozen=True, slots=True)
class Store:
    """An open archive file: one connection, for one thread at a time.

    Attributes:
        known: entities met while adding.
        reports: articles compared lately, by number, to be compared with those that come.
        inode: tells the file that is open from one that has taken its name since.
    """

    path: Path
    database: "Database"
    archive_id: str
    read_only: bool
    known: Known = field(default_factory=Known, repr=False)
    reports: OrderedDict[int, Report] = field(default_factory=OrderedDict, repr=False)
    inode: int = 0

    def close(self) -> None:
        """Close the connection; the file is whole whether or not this is called.

        Only that of a file that was moved takes in its log here: SQLite leaves it at the old name.
        """
        if _is_gone(self.path):
            with suppress(sqlite3.Error):
                self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the archive at ``path``; with ``create``, make it when it is not there.

    Raises:
        StoreError: store-missing, store-folder, store-not-archive, store-newer, store-locked,
            store-read-only, store-full, store-unreachable, store-cannot-open,
            store-older-read-only.
        DamagedError: store-damaged.
    """
    fresh = _look_at(path, create=create)
    with faults(path):
        connection = _connect(path, create=create and fresh, read_only=read_only)
        try:
            _refuse_what_is_no_database(path, connection)
            return _store(path, connection, create=create, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _look_at(path: Path, *, create: bool) -> bool:
    """True when the file is new; refuse what cannot be an archive before SQLite touches it.

    The file is not opened for that: to close it again would let go all locks that connections of
    this process hold on it, and another process would then take the -wal file from under them.
    """
    try:
        state = path.stat()
    except FileNotFoundError as error:
        if not create:
            raise StoreError("store-missing", file=str(path)) from error
        if not path.parent.is_dir():
            raise StoreError("store-no-folder", file=str(path.parent)) from error
        return True
    except PermissionError as error:
        raise StoreError("store-no-permission", file=str(path)) from error
    except OSError as error:
        raise StoreError("store-unreachable", file=path.name) from error
    if stat.S_ISDIR(state.st_mode):
        raise StoreError("store-folder", file=str(path))
    if state.st_size == 0:
        if create:
            return True
        raise StoreError("store-not-archive", file=path.name)
    return False


def _refuse_what_is_no_database(path: Path, connection: sqlite3.Connection) -> None:
    """SQLite looks at the first page: what does not begin as a database does is no archive."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise StoreError("store-not-archive", file=path.name) from error
        raise


def _connect(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    mode = "rwc" if create else "rw"
    if read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        mode = "ro&immutable=1" if _is_alone(path) else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        return sqlite3.connect(
            address,
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
    except sqlite3.OperationalError as error:
        if path.exists() and not os.access(path, os.R_OK):
            raise StoreError("store-no-permission", file=str(path)) from error
        raise


def _is_alone(path: Path) -> bool:
    """True for a file on a medium nobody can write to: SQLite cannot make its -shm file there.

    Elsewhere even a reader opens the file for writing and then forbids itself to write: the last
    to leave must be able to take the -wal file away, so that the archive is one file again.
    """
    wal = path.with_name(path.name + "-wal")
    return not wal.exists() and not os.access(path.parent, os.W_OK)


class Reading:
    """What reading asks of a sqlite-utils Database, which takes longer to import than a search."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.conn = connection
        self.execute = connection.execute
        self.close = connection.close

    def table_names(self) -> list[str]:
        """The names of all tables."""
        rows = self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [str(name) for (name,) in rows]


def _database(connection: sqlite3.Connection, *, read_only: bool) -> "Database":
    if read_only:
        return cast("Database", Reading(connection))
    from sqlite_utils import Database

    return Database(connection, recursive_triggers=False, execute_plugins=False)


def _store(path: Path, connection: sqlite3.Connection, *, create: bool, read_only: bool) -> Store:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    cache = _READER_CACHE_KIB if read_only else _WRITER_CACHE_KIB
    database = _database(connection, read_only=read_only)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        f"cache_size = -{cache}",
        f"query_only = {'ON' if read_only else 'OFF'}",
        "synchronous = FULL",
    ):
        connection.execute(f"PRAGMA {pragma}")
    _refuse_strangers(path, database, create=create)
    if schema.pending(database):
        if read_only:
            raise StoreError("store-older-read-only", file=path.name)
        connection.execute("PRAGMA journal_mode = WAL")
        if names := schema.applied(database):
            copy_database(connection, _before(path, names[-1]))
        schema.migrate(database)
    elif not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
    inode = path.stat().st_ino
    return Store(path, database, _archive_id(path, connection), read_only, inode=inode)


def _before(path: Path, last: str) -> Path:
    """Where the archive is copied to before it is changed; named by the last change it has seen."""
    return path.with_name(f"{path.stem}.{last}.backup{path.suffix}")


def _refuse_strangers(path: Path, database: "Database", *, create: bool) -> None:
    """Refuse files that other programs made and archives of a newer program."""
    (application,) = database.execute("PRAGMA application_id").fetchone()
    names = database.table_names()
    if application != schema.APPLICATION_ID and (names or not create):
        raise StoreError("store-not-archive", file=path.name)
    if names and (odd := strange(database.conn)) is not None:
        raise StoreError("store-strange", file=path.name, what=odd)
    if schema.unknown(database):
        raise StoreError("store-newer", file=path.name)


def _archive_id(path: Path, connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = 'archive_id'").fetchone()
    if row is None:
        raise DamagedError("store-damaged", file=path.name)
    return str(row[0])


def _is_gone(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def is_replaced(store: Store) -> bool:
    """Whether another file has taken the archive's name; what is open here is the one before."""
    try:
        return store.path.stat().st_ino != store.inode
    except OSError:
        return False


def _refuse_lost_file(store: Store) -> None:
    """Write nothing into a file that nobody will find under its name.

    SQLite tells a moved file by its inode too, but does not ask where a log is kept beside it.

    Raises:
        StoreError: store-moved, store-replaced or store-unreachable.
    """
    try:
        inode = store.path.stat().st_ino
    except FileNotFoundError as error:
        raise StoreError("store-moved", file=store.path) from error
    except OSError as error:
        raise StoreError("store-unreachable", file=store.path.name) from error
    if inode != store.inode:
        raise StoreError("store-replaced", file=store.path.name)


@contextmanager
def transaction(store: Store) -> Iterator[sqlite3.Connection]:
    """One change of the archive, whole or not at all; on disk when the block has ended.

    Raises:
        StoreError: the change could not be made; the archive is as it was before.
    """
    if store.read_only:
        raise StoreError("store-read-only", file=store.path.name)
    connection: sqlite3.Connection = store.database.conn
    with faults(store.path):
        _refuse_lost_file(store)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            _refuse_lost_file(store)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
