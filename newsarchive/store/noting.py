"""Telling the index that articles are not as it saw them."""

import sqlite3
from collections.abc import Iterable


def note_changes(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Inside a transaction: let the index know that these articles are not as they were."""
    (last,) = connection.execute("SELECT coalesce(max(change), 0) FROM changes").fetchone()
    connection.executemany(
        "INSERT OR REPLACE INTO changes VALUES (?, ?)", ((number, last + 1) for number in ids)
    )
