"""SQLite databases (sqlite-utils, Datasette): the tables whose columns name an article's parts."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import part_of
from newsarchive.readers.limits import too_large
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.table import Row, documents, shown, worth_reading

MEDIA_TYPE = "application/json"
_START = b"SQLite format 3\0"
_OUR_MARK = b"Qsas"  # the application id of our own archives, in the header's bytes 68 to 71
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
    with source.open() as stream:
        if stream.read(72)[68:] == _OUR_MARK:
            raise ReaderError("reader-own-archive", file=source.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.db"
        with source.open() as stream, path.open("wb") as copy:
            while piece := stream.read(_PIECE):
                copy.write(piece)
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
                yield from _rows(database, source.name, visit)
        except (sqlite3.Error, UnicodeDecodeError):  # the latter of a message that quotes it
            yield ReaderError("reader-database-damaged", file=source.name)


def _rows(database: sqlite3.Connection, name: str, visit: Visit) -> Iterator[Found]:
    database.execute("PRAGMA trusted_schema = OFF")
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    database.row_factory = sqlite3.Row
    tables = [_Table.of(database, table) for table in _tables(database)]
    read = 0
    for table in worth_reading(tables, visit.tables):
        own = f"{name}/{table.name}"
        for found in documents(_table_rows(database, table, own), own, visit, table.names):
            if isinstance(found, ReaderError) and found.code == "reader-no-columns":
                break
            read += 1
            yield found
    if not read and visit.tables.looked is None and not any(one.is_known for one in tables):
        listed = (f"{one.name} ({shown(one.names)})" for one in tables)
        yield ReaderError("reader-no-tables", file=name, tables=shown(listed) or "—")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the database and whether its columns' names tell that it holds articles."""

    name: str
    names: tuple[str, ...]
    is_known: bool

    @classmethod
    def of(cls, database: sqlite3.Connection, name: str) -> "_Table":
        columns = database.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()
        names = tuple(row["name"] for row in columns)
        found = {part_of(column) for column in names}
        known = "body" in found or {"title", "summary"} <= found or {"title", "url"} <= found
        return cls(name, names, known)


def _table_rows(database: sqlite3.Connection, table: _Table, name: str) -> Iterator[Row]:
    rows = database.execute(f"SELECT * FROM {_quoted(table.name)}")  # noqa: S608 - quoted name
    for number, row in enumerate(rows, start=1):
        record = {
            column: value
            for column, value in dict(row).items()
            if isinstance(value, str | int | float)
        }
        own = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        yield Row(record, f"{name}#{number}", own, MEDIA_TYPE, "utf-8")


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


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


READER = Reader("sqlite", ("db", "sqlite", "sqlite3", "db3"), sniff, read, is_table=True)
