"""The diary of imports: every file tried, and what became of it."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.keys import chunks
from newsarchive.store.schema import now

_INSIDE = re.compile(r"[#/]")

State = Literal["done", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class NotedFailure:
    """A part of a file that gave no article: its name, the error's code and values."""

    file: str
    code: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file held that was read to its end before: articles, and parts that gave none.

    Attributes:
        trashed: how many of the articles lie in the trash.
    """

    articles: int
    failures: tuple[NotedFailure, ...] = ()
    trashed: int = 0


@dataclass(frozen=True, slots=True)
class Tried:
    """How the last try of a file ended: read to its end, or failed with these codes."""

    is_done: bool
    codes: frozenset[str] = frozenset()


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
        failures: parts that gave nothing; of a file that is done: all that will fail again.
    """

    file: str
    fingerprint: str
    state: State
    articles: int = 0
    duplicates: int = 0
    reason: str = ""
    failures: tuple[NotedFailure, ...] = ()


def write_notes(connection: sqlite3.Connection, notes: Sequence[FileNote]) -> None:
    """Write notes inside an open transaction; a failure takes the place of the one before."""
    stamp = now()
    connection.executemany(
        "DELETE FROM imports WHERE fingerprint = ? AND fingerprint != '' AND state = 'failed'",
        ((note.fingerprint,) for note in notes),
    )
    connection.executemany(
        "INSERT INTO imports (file, fingerprint, state, articles, duplicates, reason, tried_at,"
        " failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                _storable(note.file),
                note.fingerprint,
                note.state,
                note.articles,
                note.duplicates,
                _storable(note.reason) or None,
                stamp,
                _packed(note.failures),
            )
            for note in notes
        ),
    )


def _packed(failures: Sequence[NotedFailure]) -> str | None:
    if not failures:
        return None
    rows = [(failure.file, failure.code, failure.values) for failure in failures]
    return _storable(json.dumps(rows, ensure_ascii=False, default=str))


def _unpacked(text: str | None) -> tuple[NotedFailure, ...]:
    try:
        return tuple(NotedFailure(*row) for row in json.loads(text)) if text else ()
    except (ValueError, TypeError):
        return ()


def _storable(text: str) -> str:
    """File names may hold bytes that are no text: shown as U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8")


def note_imports(store: Store, notes: Sequence[FileNote]) -> None:
    """Write notes of files that gave no article, in a transaction of their own."""
    with transaction(store) as connection:
        write_notes(connection, notes)


def unchanged(store: Store, fingerprints: Iterable[str]) -> dict[str, Seen]:
    """Those of the fingerprints whose file was read to its end before, and what it held.

    A file of which articles went for good since is not among them: to import it brings them back.
    """
    found: dict[str, Seen] = {}
    with faults(store.path):
        for fingerprint in fingerprints:
            row = store.database.execute(
                "SELECT articles + duplicates, failures, file FROM imports"
                " WHERE fingerprint = ? AND state != 'failed' AND NOT emptied LIMIT 1",
                (fingerprint,),
            ).fetchone()
            if row:
                found[fingerprint] = Seen(row[0], _unpacked(row[1]), _in_trash(store, row[2]))
    return found


def _in_trash(store: Store, file: str) -> int:
    """How many articles of a file, or of the files in it, lie in the trash."""
    rows = store.database.execute("SELECT file FROM articles WHERE deleted_at IS NOT NULL")
    return sum(name == file or name.startswith((f"{file}#", f"{file}/")) for (name,) in rows)


def let_be_read_again(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Inside a transaction: articles of these names go for good; their files may be imported again.

    Watched folders leave such files alone: they ask whether a file was tried, not what is left.
    """
    names = {part for file in files for part in _around(file)}
    rows = connection.execute(
        "SELECT id, file FROM imports WHERE state != 'failed' AND NOT emptied"
    )
    ids = [(number,) for number, file in rows if file in names]
    connection.executemany("UPDATE imports SET emptied = 1 WHERE id = ?", ids)


def _around(name: str) -> Iterator[str]:
    """The name of an article, and of every file that it may lie in."""
    yield name
    yield from (name[: found.start()] for found in _INSIDE.finditer(name))


def tried(store: Store, fingerprints: Iterable[str]) -> dict[str, Tried]:
    """Those of the fingerprints whose file was tried before, and how that ended."""
    found: dict[str, Tried] = {}
    with faults(store.path):
        for some in chunks(fingerprints):
            marks = ",".join("?" * len(some))
            rows = store.database.execute(
                "SELECT fingerprint, state, failures FROM imports"  # noqa: S608 (marks only)
                f" WHERE fingerprint IN ({marks}) ORDER BY state != 'failed'",
                some,
            )
            for fingerprint, state, failures in rows:
                codes = frozenset(failure.code for failure in _unpacked(failures))
                found[fingerprint] = Tried(state != "failed", codes)
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
