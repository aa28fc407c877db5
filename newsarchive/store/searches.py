"""Searches that readers keep by name, and up to which article each was looked at."""

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.schema import now

Row = tuple[str, dict[str, Any], int, dt.datetime]
"""Name, the query as plain values, the last article seen, when it was made."""


Rewritten = tuple[str, str, str]
"""A search's name, its query as it was kept and as it is kept now."""


def saved(store: Store) -> tuple[Row, ...]:
    """All, in the order they were made; one that cannot be read is left out."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT name, query, seen, made_at FROM saved_searches ORDER BY made_at, id"
        ).fetchall()
    return tuple(row for row in map(_row, rows) if row is not None)


def change(store: Store, drop: str, put: tuple[str, dict[str, Any], int] | None) -> Row | None:
    """Take the search called ``drop`` away and keep ``put`` (name, query, last article seen).

    Returns what was kept under the name of ``put`` before, when that was not ``drop`` itself.

    Raises:
        StoreError: search-unnamed.
    """
    with transaction(store) as connection:
        made = connection.execute(
            "SELECT id, made_at FROM saved_searches WHERE name = ?", (drop,)
        ).fetchone()
        connection.execute("DELETE FROM saved_searches WHERE name = ?", (drop,))
        if put is None:
            return None
        name, query, seen = put
        if not name.strip():
            raise StoreError("search-unnamed")
        before = _called(connection, name)
        connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))
        connection.execute(
            "INSERT INTO saved_searches (name, query, seen, id, made_at) VALUES (?, ?, ?, ?, ?)",
            (name, json.dumps(query, ensure_ascii=False), seen, *(made or (None, now()))),
        )
    return before


def rename_choice(
    connection: sqlite3.Connection,
    facet: str,
    before: str,
    after: str,
    line_of: Callable[[str], str],
) -> tuple[Rewritten, ...]:
    """Let searches that ask for a value of a facet ask for another, within a transaction."""
    done: list[Rewritten] = []
    for name, query in connection.execute("SELECT name, query FROM saved_searches"):
        values = _values(query)
        choices = [one for one in values.get("choices") or () if isinstance(one, list)]
        line = str(values.get("text") or "")
        asked = line_of(line)
        if asked != line:
            values["text"] = asked
        if chosen := [facet, before] in [one[:2] for one in choices]:
            kept = [[facet, after, *o[2:]] if o[:2] == [facet, before] else o for o in choices]
            values["choices"] = [one for n, one in enumerate(kept) if one not in kept[:n]]
        if chosen or asked != line:
            done.append((name, query, json.dumps(values, ensure_ascii=False)))
    rewrite(connection, ((name, after, before) for name, before, after in done))
    return tuple(done)


def rewrite(connection: sqlite3.Connection, done: Iterable[Rewritten]) -> None:
    """Take back what was rewritten, of searches that are as they were left."""
    connection.executemany(
        "UPDATE saved_searches SET query = ? WHERE name = ? AND query = ?",
        ((before, name, after) for name, before, after in done),
    )


def _values(query: str) -> dict[str, Any]:
    """A query as it is kept; {} for one that cannot be read."""
    try:
        values = json.loads(query)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def look(store: Store, name: str) -> None:
    """All that a search finds now has been seen."""
    with transaction(store) as connection:
        connection.execute(
            "UPDATE saved_searches SET seen = (SELECT coalesce(max(id), 0) FROM articles)"
            " WHERE name = ?",
            (name,),
        )


def newest(store: Store) -> int:
    """The number of the article that came in last; 0 for none."""
    with faults(store.path):
        row = store.database.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()
    return int(row[0])


def _called(connection: sqlite3.Connection, name: str) -> Row | None:
    row = connection.execute(
        "SELECT name, query, seen, made_at FROM saved_searches WHERE name = ?", (name,)
    ).fetchone()
    return _row(row) if row else None


def _row(row: tuple[str, str, int, str]) -> Row | None:
    name, query, seen, made = row
    try:
        values = json.loads(query)
        moment = dt.datetime.fromisoformat(made)
    except ValueError:
        return None
    return (name, values, seen, moment) if isinstance(values, dict) else None
