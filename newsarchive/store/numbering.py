"""The numbers by which what was corrected, or joined by the program, can be taken back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def next_number(connection: "sqlite3.Connection") -> int:
    """One more than any correction or joining ever had."""
    (last,) = connection.execute(
        "SELECT max((SELECT coalesce(max(id), 0) FROM corrections),"
        " (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'joinings'))"
    ).fetchone()
    return int(last) + 1
