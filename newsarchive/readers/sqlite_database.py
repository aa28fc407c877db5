"""SQLite databases (sqlite-utils, Datasette): the tables whose columns name an article's parts."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import part_of
from newsarchive.readers.limits import too_large
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.record import document

MEDIA_TYPE = "application/json"
_START = b"SQLite format 3\0"
_PIECE = 1 << 20


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.98 if head.startswith(_START) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The rows of every table with a title or text column; a row's source is a JSON object.

    A copy is read, so that the database itself is neither locked nor touched.
    """
    if source.size > visit.limits.expanded_bytes:
        raise too_large(source.name, source.size, visit.limits.expanded_bytes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.db"
        with source.open() as stream, path.open("wb") as copy:
            while piece := stream.read(_PIECE):
                copy.write(piece)
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
                yield from _rows(database, source.name, visit)
        except sqlite3.Error:
            yield ReaderError("reader-database-damaged", file=source.name)


def _rows(database: sqlite3.Connection, name: str, visit: Visit) -> Iterator[Found]:
    database.execute("PRAGMA trusted_schema = OFF")
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    database.row_factory = sqlite3.Row
    tables = _tables(database)
    readable = [table for table in tables if _holds_articles(database, table)]
    for table in readable:
        rows = database.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608 - quoted name
        for number, row in enumerate(rows, start=1):
            yield _document(dict(row), f"{name}/{table}#{number}", visit)
    if not readable:
        yield ReaderError("reader-no-tables", file=name, tables="، ".join(tables)[:200] or "—")


def _tables(database: sqlite3.Connection) -> list[str]:
    """The ordinary tables: no views, no virtual tables, none that serve a text index."""
    listed = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    ).fetchall()
    virtual = [
        row["name"] for row in listed if (row["sql"] or "").upper().startswith("CREATE VIRT")
    ]
    hidden = ("sqlite_", *(f"{name}_" for name in virtual))
    return [
        row["name"]
        for row in listed
        if row["name"] not in virtual and not row["name"].startswith(hidden)
    ]


def _holds_articles(database: sqlite3.Connection, table: str) -> bool:
    columns = database.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    found = {part_of(row["name"]) for row in columns}
    return "body" in found or {"title", "summary"} <= found or {"title", "url"} <= found


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _document(row: dict[str, Any], name: str, visit: Visit) -> Found:
    record = {
        column: value for column, value in row.items() if isinstance(value, str | int | float)
    }
    own = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
    return document(record, name, own, MEDIA_TYPE, "utf-8", visit.limits.document_bytes)


READER = Reader("sqlite", ("db", "sqlite", "sqlite3", "db3"), sniff, read)
