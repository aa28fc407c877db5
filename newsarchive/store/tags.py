"""A tag called otherwise, or made one with another, and taken apart again."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsarchive.store.connection import Store, transaction
from newsarchive.store.marks import clean, count_up, tag_called
from newsarchive.store.searches import Rewritten, rename_choice, rewrite

_FACET = "tag"
_PUT = (
    "INSERT OR IGNORE INTO article_tags (article_id, tag_id)"
    " SELECT id, ? FROM articles WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class RenamedTag:
    """What was done to a tag.

    Attributes:
        name: what it was called.
        after: what it is called now; of a tag that was there already, as that is spelt.
        numbers: of the articles that had it.
        gained: of those, the ones that did not have ``after`` before.
        searches: that asked for it and ask for ``after`` now.
    """

    name: str
    after: str
    numbers: tuple[int, ...] = ()
    gained: tuple[int, ...] = ()
    searches: tuple[Rewritten, ...] = ()


def rename(
    store: Store, name: str, after: str, line_of: Callable[[str, str, str], str]
) -> RenamedTag:
    """Call a tag ``after``; where there is one of that name, in any spelling, the two are one.

    Searches that ask for it follow; ``line_of`` gives what is typed for the new name, from what was
    typed, the tag and that name.

    Raises:
        StoreError: tag-unnamed.
    """
    shown = clean(after)
    with transaction(store) as connection:
        known = _exactly(connection, name)
        if known is None or name == shown:
            return RenamedTag(name, shown)
        numbers, had = _articles(connection, known), frozenset[int]()
        target = tag_called(connection, shown)
        if target is None or target == known:
            connection.execute("UPDATE tags SET name = ? WHERE id = ?", (shown, known))
        else:
            had = frozenset(_articles(connection, target))
            (shown,) = connection.execute(
                "SELECT name FROM tags WHERE id = ?", (target,)
            ).fetchone()
            connection.executemany(_PUT, ((target, number) for number in numbers))
            connection.execute("DELETE FROM article_tags WHERE tag_id = ?", (known,))
            connection.execute("DELETE FROM tags WHERE id = ?", (known,))
        searches = rename_choice(
            connection, _FACET, name, shown, lambda line: line_of(line, name, shown)
        )
        count_up(connection)
    gained = tuple(number for number in numbers if number not in had)
    return RenamedTag(name, shown, numbers, gained, searches)


def part(store: Store, done: RenamedTag) -> None:
    """Take a renaming back: what was tagged ``after`` otherwise, before or since, stays so."""
    with transaction(store) as connection:
        known = _exactly(connection, done.name)
        if known is None:
            known = connection.execute("INSERT INTO tags (name) VALUES (?)", (done.name,)).lastrowid
        connection.executemany(_PUT, ((known, number) for number in done.numbers))
        target = _exactly(connection, done.after)
        connection.executemany(
            "DELETE FROM article_tags WHERE tag_id = ? AND article_id = ?",
            ((target, number) for number in done.gained),
        )
        connection.execute("DELETE FROM tags WHERE id NOT IN (SELECT tag_id FROM article_tags)")
        rewrite(connection, done.searches)
        count_up(connection)


def _exactly(connection: sqlite3.Connection, name: str) -> int | None:
    row = connection.execute("SELECT id FROM tags WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else None


def _articles(connection: sqlite3.Connection, tag: int) -> tuple[int, ...]:
    rows: Iterable[tuple[int]] = connection.execute(
        "SELECT article_id FROM article_tags WHERE tag_id = ? ORDER BY article_id", (tag,)
    )
    return tuple(number for (number,) in rows)
