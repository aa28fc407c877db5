"""Whole copies of an archive, made while it is in use, and put back under a name of their own."""

import shutil
import uuid
from pathlib import Path

from newsarchive.errors import DamagedError, StoreError
from newsarchive.store.connection import Store, open_store, transaction
from newsarchive.store.copying import copy_database
from newsarchive.store.drafts import draft_of
from newsarchive.store.faults import faults


def backup(store: Store, target: Path) -> None:
    """Copy the archive to ``target``, verified; a file there is replaced only by a whole copy.

    Raises:
        StoreError: the copy could not be made.
        DamagedError: the archive, and so its copy, is damaged; an older copy is left in place.
    """
    with faults(store.path):
        copy_database(store.database.conn, target)


def restore(copy: Path, target: Path) -> None:
    """Make an archive of a backup, with an id of its own so that no other's index passes for its.

    Raises:
        StoreError: store-exists when ``target`` is there already; the copy is no archive.
        DamagedError: the copy is damaged.
    """
    if target.exists():
        raise StoreError("store-exists", file=target.name)
    try:
        with draft_of(target) as draft:
            shutil.copyfile(copy, draft)
            with open_store(draft) as store, transaction(store) as connection:
                if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise DamagedError("store-damaged", file=copy.name)
                connection.execute(
                    "UPDATE meta SET value = ? WHERE key = 'archive_id'", (str(uuid.uuid4()),)
                )
    except OSError as error:
        raise StoreError("store-unreachable", file=copy.name) from error
