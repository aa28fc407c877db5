"""The diary of imports: every file tried, and what became of it."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.schema import now

State = Literal["done", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class FileNote:
    """What became of one file.

    Attributes:
        file: as the user knows it.
        fingerprint: tells this state of this file from any other; "" when it has none.
        state: "duplicate" when all it held was in the archive already.
        articles: new articles it gave.
        duplicates: articles it held that the archive had.
        reason: why it failed, a sentence in English, or "".
    """

    file: str
    fingerprint: str
    state: State
    articles: int = 0
    duplicates: int = 0
    reason: str = ""


def write_notes(connection: sqlite3.Connection, notes: Sequence[FileNote]) -> None:
    """Write notes inside an open transaction."""
    stamp = now()
    connection.executemany(
        "INSERT INTO imports (file, fingerprint, state, articles, duplicates, reason, tried_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                _storable(note.file),
                note.fingerprint,
                note.state,
                note.articles,
                note.duplicates,
                _storable(note.reason) or None,
                stamp,
            )
            for note in notes
        ),
    )


def _storable(text: str) -> str:
    """File names may hold bytes that are no text: shown as U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8")


def note_imports(store: Store, notes: Sequence[FileNote]) -> None:
    """Write notes of files that gave no article, in a transaction of their own."""
    with transaction(store) as connection:
        write_notes(connection, notes)


def unchanged(store: Store, fingerprints: Iterable[str]) -> dict[str, int]:
    """Those of the fingerprints whose file was wholly imported before, and how much it held."""
    found: dict[str, int] = {}
    with faults(store.path):
        for fingerprint in fingerprints:
            row = store.database.execute(
                "SELECT articles + duplicates FROM imports"
                " WHERE fingerprint = ? AND state != 'failed' LIMIT 1",
                (fingerprint,),
            ).fetchone()
            if row:
                found[fingerprint] = row[0]
    return found


def diary(store: Store, limit: int = 1000) -> tuple[FileNote, ...]:
    """The last files tried, newest first."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT file, fingerprint, state, articles, duplicates, coalesce(reason, '')"
            " FROM imports ORDER BY id DESC LIMIT ?",
            (limit,),
        ).fetchall()
    return tuple(FileNote(*row) for row in rows)
