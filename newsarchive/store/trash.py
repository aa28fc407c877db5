"""The trash: deleted articles stay 30 days, then they go for good."""

import datetime as dt
from collections.abc import Iterable, Sequence

from newsarchive.article import Trashed
from newsarchive.store.connection import Store, transaction
from newsarchive.store.families import leave
from newsarchive.store.faults import faults
from newsarchive.store.imports import let_be_read_again
from newsarchive.store.keys import chunks
from newsarchive.store.naming import leave_entities
from newsarchive.store.noting import note_changes
from newsarchive.store.schema import now

DAYS = 30
_CHUNK = 200
_FILE_OF_TRASHED = "SELECT file FROM articles WHERE id = ? AND deleted_at IS NOT NULL"


def delete(store: Store, numbers: Iterable[int]) -> tuple[int, ...]:
    """Put articles into the trash; gives the numbers of those that were not in it.

    Raises:
        StoreError: the archive cannot be written; nothing was changed.
    """
    return _move(store, numbers, into=True)


def restore(store: Store, numbers: Iterable[int]) -> tuple[int, ...]:
    """Take articles out of the trash; gives the numbers of those that were in it.

    Raises:
        StoreError: the archive cannot be written; nothing was changed.
    """
    return _move(store, numbers, into=False)


def _move(store: Store, numbers: Iterable[int], *, into: bool) -> tuple[int, ...]:
    moment = now() if into else None
    moved: list[int] = []
    with transaction(store) as connection:
        for some in chunks(dict.fromkeys(numbers)):
            marks = ",".join("?" * len(some))
            rows = connection.execute(
                f"SELECT id FROM articles WHERE id IN ({marks})"  # noqa: S608 (marks only)
                f" AND deleted_at IS {'' if into else 'NOT '}NULL ORDER BY id",
                some,
            )
            moved += [number for (number,) in rows]
        connection.executemany(
            "UPDATE articles SET deleted_at = ? WHERE id = ?", ((moment, n) for n in moved)
        )
        note_changes(connection, moved)
    return tuple(moved)


def trashed(store: Store) -> tuple[Trashed, ...]:
    """What the trash holds, the last deleted first."""
    moment = dt.datetime.fromisoformat
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id, title, outlet, file, deleted_at FROM articles"
            " WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id"
        ).fetchall()
    return tuple(
        Trashed(number, title, outlet, file, moment(deleted))
        for number, title, outlet, file, deleted in rows
    )


def empty(store: Store, numbers: Iterable[int] | None = None) -> int:
    """Delete articles of the trash for good, all without ``numbers``; gives how many went.

    Articles that are not in the trash stay, whatever ``numbers`` says.

    Raises:
        StoreError: the archive cannot be written; what went before is gone.
    """
    wanted = None if numbers is None else set(numbers)
    held = [one.id for one in trashed(store) if wanted is None or one.id in wanted]
    return _purge(store, held)


def purge(store: Store, today: dt.datetime | None = None) -> int:
    """Delete for good what has lain in the trash for 30 days; gives how many went.

    Times that lie ahead are those of a clock that was set back since: such articles stay.
    """
    last = (today or dt.datetime.now(dt.UTC)) - dt.timedelta(days=DAYS)
    return _purge(store, [one.id for one in trashed(store) if _aware(one.deleted_at) <= last])


def _aware(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _purge(store: Store, numbers: Sequence[int]) -> int:
    gone = 0
    for first in range(0, len(numbers), _CHUNK):
        with transaction(store) as connection:
            files = {
                number: row[0]
                for number in numbers[first : first + _CHUNK]
                if (row := connection.execute(_FILE_OF_TRASHED, (number,)).fetchone())
            }
            some = list(files)
            let_be_read_again(connection, files.values())
            leave(connection, some, store.reports)
            leave_entities(store.known, connection, some)
            connection.executemany("DELETE FROM articles WHERE id = ?", ((n,) for n in some))
            note_changes(connection, some)
        gone += len(some)
    return gone
