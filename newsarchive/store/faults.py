"""What SQLite reports, told as the archive's own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.errors import DamagedError, StoreError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "store-locked",
    sqlite3.SQLITE_LOCKED: "store-locked",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_AUTH: "store-read-only",
    sqlite3.SQLITE_IOERR: "store-unreachable",
    sqlite3.SQLITE_CANTOPEN: "store-cannot-open",
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_TOOBIG: "store-too-big",
    sqlite3.SQLITE_NOMEM: "store-no-memory",
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def told(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The archive error for what SQLite says of ``path``; None when it is our own defect."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return DamagedError("store-damaged", file=path.name)
    if code in _SENTENCES:
        return StoreError(_SENTENCES[code], file=path.name)
    return None


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn the world's faults into StoreError or DamagedError; let our own defects through."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = told(error, path)
        if sentence is None:
            raise
        raise sentence from error
