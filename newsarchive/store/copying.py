"""Copying a database whole, through SQLite's own backup, to a file that is never seen half-made."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newsarchive.errors import DamagedError
from newsarchive.store.drafts import draft_of


def copy_database(source: sqlite3.Connection, target: Path, *, thorough: bool = False) -> None:
    """Copy what is committed to ``target``; others may read and write meanwhile.

    With ``thorough`` the copy's indexes are compared with its tables too.

    Raises:
        DamagedError: the copy did not pass SQLite's check.
        sqlite3.Error: the copy could not be made.
    """
    with draft_of(target) as draft, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        check = "integrity_check" if thorough else "quick_check"
        if copy.execute(f"PRAGMA {check}(1)").fetchone() != ("ok",):
            raise DamagedError("store-damaged", file=target.name)
