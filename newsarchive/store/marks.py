"""What readers put on articles: the star, tags, a note. Read and written at once, without an index.

Whatever is written counts ``version`` up, so that who has read it knows when to read it again.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsarchive.arabic.fold import fold
from newsarchive.article import STAR, Marks
from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.schema import now

_MOST_VARIABLES = 500
_VERSION = "marks"


@dataclass(slots=True)
class _Gathered:
    starred: bool = False
    tags: list[str] = field(default_factory=list)
    note: str = ""


def version(store: Store) -> int:
    """Another number than before when anything has been written since."""
    with faults(store.path):
        row = store.database.execute("SELECT value FROM meta WHERE key = ?", (_VERSION,)).fetchone()
    return int(row[0]) if row else 0


def star(store: Store, numbers: Iterable[int], *, on: bool) -> tuple[int, ...]:
    """Put the star on articles, or take it off; gives the numbers of those it changed."""
    with transaction(store) as connection:
        if on:
            moment = now()
            statement = "INSERT OR IGNORE INTO stars SELECT id, ? FROM articles WHERE id = ?"
            changed = _each(connection, statement, ((moment, n) for n in numbers))
        else:
            statement = "DELETE FROM stars WHERE article_id = ?"
            changed = _each(connection, statement, ((n,) for n in numbers))
        count_up(connection)
    return changed


def tag(store: Store, numbers: Iterable[int], name: str, *, on: bool) -> tuple[int, ...]:
    """Tag articles, or take the tag off; gives the numbers of those it changed.

    A tag that is there in another spelling is that tag. One that no article has is gone.

    Raises:
        StoreError: tag-unnamed.
    """
    with transaction(store) as connection:
        known = tag_called(connection, name)
        if known is None and on:
            shown = clean(name)
            known = connection.execute("INSERT INTO tags (name) VALUES (?)", (shown,)).lastrowid
        if on:
            statement = (
                "INSERT OR IGNORE INTO article_tags (article_id, tag_id)"
                " SELECT id, ? FROM articles WHERE id = ?"
            )
        else:
            statement = "DELETE FROM article_tags WHERE tag_id = ? AND article_id = ?"
        changed = _each(connection, statement, ((known, n) for n in numbers))
        connection.execute("DELETE FROM tags WHERE id NOT IN (SELECT tag_id FROM article_tags)")
        count_up(connection)
    return changed


def clean(name: str) -> str:
    """A tag's name as it is kept.

    Raises:
        StoreError: tag-unnamed: nothing is left of it, or it is the star's.
    """
    shown = " ".join(name.split())
    if not shown or shown == STAR:
        raise StoreError("tag-unnamed", name=name)
    return shown


def note(store: Store, number: int, text: str) -> str:
    """Write an article's note, "" for none; gives the note it had.

    Raises:
        StoreError: store-no-article.
    """
    with transaction(store) as connection:
        row = connection.execute("SELECT 1 FROM articles WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise StoreError("store-no-article", id=number)
        before = _notes(connection, [number]).get(number, "")
        moment = now()
        made = connection.execute(
            "SELECT min(made_at) FROM notes WHERE article_id = ?", (number,)
        ).fetchone()[0]
        connection.execute("DELETE FROM notes WHERE article_id = ?", (number,))
        if text.strip():
            connection.execute(
                "INSERT INTO notes (article_id, text, made_at, changed_at) VALUES (?, ?, ?, ?)",
                (number, text, made or moment, moment),
            )
        count_up(connection)
    return before


def marks_on(store: Store, numbers: Sequence[int]) -> dict[int, Marks]:
    """What stands on articles; those with nothing are left out."""
    found: dict[int, _Gathered] = {}
    connection: sqlite3.Connection = store.database.conn
    with faults(store.path):
        for first in range(0, len(numbers), _MOST_VARIABLES):
            some = list(numbers[first : first + _MOST_VARIABLES])
            for number, _ in _about(connection, "SELECT article_id, starred_at FROM stars", some):
                found.setdefault(number, _Gathered()).starred = True
            tags = "SELECT article_id, name FROM article_tags JOIN tags ON tags.id = tag_id"
            for number, name in _about(connection, tags, some, " ORDER BY name"):
                found.setdefault(number, _Gathered()).tags.append(name)
            for number, text in _notes(connection, some).items():
                found.setdefault(number, _Gathered()).note = text
    return {n: Marks(one.starred, tuple(one.tags), one.note) for n, one in found.items()}


def tagged(store: Store) -> Iterator[tuple[str, "array[int]"]]:
    """Every tag with the numbers of its articles, by name; the star first, where there is one."""
    with faults(store.path):
        starred = array("I", (n for (n,) in store.database.execute("SELECT article_id FROM stars")))
        rows = store.database.execute(
            "SELECT name, article_id FROM article_tags JOIN tags ON tags.id = tag_id"
            " ORDER BY name, article_id"
        ).fetchall()
    if starred:
        yield STAR, starred
    numbers: dict[str, array[int]] = {}
    for name, number in rows:
        numbers.setdefault(name, array("I")).append(number)
    yield from numbers.items()


def notes(store: Store) -> dict[int, str]:
    """Every note by its article's number."""
    with faults(store.path):
        return dict(store.database.execute("SELECT article_id, text FROM notes ORDER BY id"))


def tag_called(connection: sqlite3.Connection, name: str) -> int | None:
    """The number of the tag of this name in any spelling, the very one before others."""
    shown = clean(name)
    rows = connection.execute("SELECT name, id FROM tags").fetchall()
    alike = {fold(known): number for known, number in rows}
    return dict(rows).get(shown, alike.get(fold(shown)))


def _each(
    connection: sqlite3.Connection, statement: str, rows: Iterable[tuple[str | int | None, ...]]
) -> tuple[int, ...]:
    """Run a statement whose last value is an article's number; those for which it did something."""
    return tuple(
        int(row[-1] or 0) for row in rows if connection.execute(statement, row).rowcount > 0
    )


def _about(
    connection: sqlite3.Connection, select: str, numbers: list[int], order: str = ""
) -> list[tuple[int, str]]:
    marks = ",".join("?" * len(numbers))
    return connection.execute(f"{select} WHERE article_id IN ({marks}){order}", numbers).fetchall()


def _notes(connection: sqlite3.Connection, numbers: list[int]) -> dict[int, str]:
    return dict(_about(connection, "SELECT article_id, text FROM notes", numbers, " ORDER BY id"))


def count_up(connection: sqlite3.Connection) -> None:
    """Let who has read the marks know that they are others now."""
    connection.execute(
        "INSERT INTO meta VALUES (?, '1')"
        " ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)",
        (_VERSION,),
    )
