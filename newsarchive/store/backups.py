"""Daily backups in a folder of their own, the old ones let go, and one put back in use."""

import datetime as dt
import hashlib
import os
import re
import shutil
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from newsarchive.backups import FULL, Backup
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store.connection import Store, open_store, transaction
from newsarchive.store.copying import copy_database
from newsarchive.store.drafts import draft_of
from newsarchive.store.faults import faults, told

DAILY, WEEKLY = 7, 4
_OF_THE_FOLDER = {
    "store-full": "backup-folder-full",
    "store-read-only": "backup-folder-forbidden",
    "store-cannot-open": "backup-folder-forbidden",
}
_BESIDE = ("-wal", "-shm", "-journal")


def folder_beside(path: Path) -> Path:
    """Where backups of an archive go when nothing else is said."""
    return path.with_name(f"{path.stem}.backups")


def backups(path: Path, folder: Path) -> tuple[Backup, ...]:
    """The daily backups in a folder of archives that are called so, the newest first."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    name = re.compile(rf"{stem}(?:-[0-9a-f]{{8}})?\.(\d{{4}}-\d\d-\d\d){suffix}")
    found: list[Backup] = []
    with _reachable(folder):
        for one in folder.iterdir() if folder.is_dir() else ():
            match = name.fullmatch(one.name)
            if match and one.is_file() and not one.is_symlink():
                try:
                    day = dt.date.fromisoformat(match[1])
                except ValueError:
                    continue
                found.append(Backup(one, day, one.stat().st_size))
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def back_up_daily(store: Store, folder: Path, today: dt.date) -> Path | None:
    """Make today's backup unless it is there, verified; then let old ones go.

    Where another archive of the same name has its backups in the folder, this one's are told from
    them by a mark in their names.

    Returns:
        The backup; None when there was one of today.

    Raises:
        StoreError: it could not be made; those of other days are as they were.
        DamagedError: the archive is damaged; the same.
    """
    path = store.path
    with faults(path):
        origin = _origin(store.database.conn)
    held = backups(path, folder)
    own = [one for one in held if _origin_of(one.path) in (origin, "")]
    if any(one.day == today for one in own):
        return None
    mark = f"-{hashlib.sha256(origin.encode()).hexdigest()[:8]}" if len(own) < len(held) else ""
    target = folder / f"{path.stem}{mark}.{today.isoformat()}{path.suffix}"
    with _taking(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with faults(path):
            copy_database(store.database.conn, target, thorough=True)
        for old in surplus([*own, Backup(target, today, 0)], today):
            old.path.unlink(missing_ok=True)
    return target


@contextmanager
def _taking(folder: Path) -> Iterator[None]:
    """Tell of the folder what keeps a backup from being written, not of the archive."""
    try:
        yield
    except OSError as error:
        code = "backup-folder-full" if error.errno in FULL else "backup-folder-forbidden"
        raise StoreError(code, folder=folder) from error
    except StoreError as error:
        code = _OF_THE_FOLDER.get(error.code, "")
        if not code:
            raise
        raise StoreError(code, folder=folder) from error


def _origin(connection: sqlite3.Connection) -> str:
    """What an archive, its backups and those put back have in common: when it was made."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'created_at'").fetchone()
    return str(row[0]) if row else ""


def _origin_of(copy: Path) -> str:
    """The same of a backup; "" where it cannot be told."""
    try:
        address = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return _origin(connection)
    except sqlite3.Error:
        return ""


def surplus(held: Iterable[Backup], today: dt.date) -> list[Backup]:
    """Those that may go: seven days stay, and the last of each of four weeks.

    What is dated after today was made by a clock that has been set back since: it stays, and does
    not count.
    """
    past = sorted((one for one in held if one.day <= today), key=lambda one: one.day, reverse=True)
    weeks: dict[tuple[int, int], Backup] = {}
    for one in past:
        weeks.setdefault(one.day.isocalendar()[:2], one)
    kept = {one.day for one in (*past[:DAILY], *list(weeks.values())[:WEEKLY])}
    return [one for one in past if one.day not in kept]


def put_back(copy: Path, path: Path) -> Path | None:
    """Let a backup take the place of an archive; the file that was there is kept beside it.

    The copy is verified first, and gets an id of its own, so that no index passes for its own.

    Returns:
        The file that was replaced, under its new name; None when there was none.

    Raises:
        StoreError: the copy is no archive, or the archive is open elsewhere; nothing was changed.
        DamagedError: the copy is damaged; nothing was changed.
    """
    with _reachable(path), draft_of(path) as draft:
        shutil.copyfile(copy, draft)
        _verify(draft, copy)
        return _set_aside(path)


def _verify(draft: Path, copy: Path) -> None:
    try:
        with open_store(draft) as store:
            with transaction(store) as connection:
                if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                    raise DamagedError("store-damaged", file=copy.name)
                connection.execute(
                    "UPDATE meta SET value = ? WHERE key = 'archive_id'", (str(uuid.uuid4()),)
                )
            store.database.conn.execute("PRAGMA journal_mode = DELETE")
    except StoreError as error:
        if "file" in error.values:
            error.values["file"] = copy.name
        raise


def _set_aside(path: Path) -> Path | None:
    """Give the archive a second name, so that its own can be given away in one step."""
    if not path.exists():
        return None
    day = dt.datetime.now(dt.UTC).date().isoformat()
    names = (
        path.with_name(f"{path.stem}.replaced-{day}{f'-{n}' if n else ''}{path.suffix}")
        for n in count()
    )
    kept = next(name for name in names if not name.exists())
    log, kept_log = (one.with_name(f"{one.name}-wal") for one in (path, kept))
    if log.exists():
        _name_again(log, kept_log)
    try:
        is_home = _bring_log_home(path)
    except StoreError:
        kept_log.unlink(missing_ok=True)
        raise
    if is_home:
        kept_log.unlink(missing_ok=True)
    _name_again(path, kept)
    for name in _BESIDE:
        path.with_name(path.name + name).unlink(missing_ok=True)
    return kept


def _name_again(path: Path, other: Path) -> None:
    """A second name for a file; a copy where the medium has no such names."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copy2(path, other)


def _bring_log_home(path: Path) -> bool:
    """Make the archive one file; False for one so damaged that SQLite cannot.

    Raises:
        StoreError: another program has the archive open.
    """
    with closing(sqlite3.connect(path, timeout=2.0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            sentence = told(error, path)
            if sentence is None:
                raise
            if not isinstance(sentence, DamagedError):
                raise sentence from error
            return False
    return True


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    """Tell what the system says of a file or folder as the archive's own error."""
    try:
        yield
    except PermissionError as error:
        raise StoreError("store-no-permission", file=str(error.filename or path)) from error
    except OSError as error:
        full = error.errno in FULL
        raise StoreError("store-full" if full else "store-unreachable", file=path.name) from error
