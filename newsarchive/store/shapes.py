"""What the rows of a table look like, so that a page of no known table can be given to one."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.store.pages import Record

_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "INT": (int,),
    "TEXT": (str,),
    "BLOB": (bytes,),
    "REAL": (float, int),
    "ANY": (int, float, str, bytes),
}
_PATTERNS = {
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "kind": re.compile(r"person|organisation|place"),
    "part": re.compile(r"title|body"),
    "state": re.compile(r"done|duplicate|failed"),
    "evidence": re.compile(r"\[.*\]", re.DOTALL),
    "columns": re.compile(r"\[.*\]", re.DOTALL),
    "choices": re.compile(r"\{.*\}", re.DOTALL),
}
DERIVED = frozenset({"changes", "copies", "migrations", "prints", "signatures"})
"""Tables that are worked out again, or that a new archive has of its own."""
_MOMENT = re.compile(r"\d{4}(-\d\d-\d\d([T ].*)?)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with what its values must be."""

    name: str
    types: tuple[type, ...]
    may_be_empty: bool
    is_rowid: bool
    may_be_missing: bool

    def fits(self, value: Any) -> bool:
        """Whether a stored value can be one of this column."""
        if self.is_rowid or value is None:
            return value is None and (self.is_rowid or self.may_be_empty)
        if type(value) not in self.types:
            return False
        if type(value) is bytes:
            return self.name != "bytes" or _is_packed(value)
        pattern = _MOMENT if self.name.endswith("_at") else _PATTERNS.get(self.name)
        return pattern is None or type(value) is not str or bool(pattern.fullmatch(value))


def _is_packed(value: bytes) -> bool:
    """Whether bytes begin as a zlib stream does (RFC 1950, section 2.2)."""
    return value[:1] == b"x" and int.from_bytes(value[:2], "big") % 31 == 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its columns in the order in which they are stored.

    Attributes:
        table: its name.
        columns: those of the key come first where the table has no rowid.
        has_rowid: whether it lies in a table's tree or, without, in an index's.
    """

    table: str
    columns: tuple[Column, ...]
    has_rowid: bool

    def row(self, record: Record) -> tuple[Any, ...] | None:
        """The record as a row of this table; None when it cannot be one.

        Columns that were added after the row was written are left out at the end.
        """
        values = record.values
        if self.has_rowid == (record.rowid is None) or len(values) > len(self.columns):
            return None
        if not all(column.may_be_missing for column in self.columns[len(values) :]):
            return None
        if not all(map(Column.fits, self.columns, values)):
            return None
        if record.rowid is None:
            return values
        return tuple(
            record.rowid if column.is_rowid else value
            for column, value in zip(self.columns, values, strict=False)
        )

    def insert(self, width: int) -> str:
        """The statement that stores a row of so many values; one that is there already stays."""
        names = ",".join(f'"{column.name}"' for column in self.columns[:width])
        marks = ",".join("?" * width)
        return f'INSERT OR IGNORE INTO "{self.table}" ({names}) VALUES ({marks})'  # noqa: S608 (names of our own schema)


@dataclass(frozen=True, slots=True)
class Index:
    """An index: the columns of its table that it repeats, in the order in which they are stored."""

    name: str
    table: str
    shape: Shape


def indexes(connection: sqlite3.Connection, known: Mapping[str, Shape]) -> dict[str, Index]:
    """The indexes of these tables by name; those that are a table's own tree left out."""
    found: dict[str, Index] = {}
    for table, shape in known.items():
        columns = {column.name: column for column in shape.columns}
        rowid = next((column.name for column in shape.columns if column.is_rowid), "rowid")
        for _, name, _, origin, _ in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
            if origin == "pk" and not shape.has_rowid:
                continue
            rows = connection.execute(f'PRAGMA index_xinfo("{name}")').fetchall()
            stored = tuple(columns[row[2]] if row[2] in columns else _number(rowid) for row in rows)
            found[name] = Index(name, table, Shape(table, stored, has_rowid=False))
    return found


def _number(name: str) -> Column:
    """A rowid as an index repeats it."""
    return Column(name, (int,), may_be_empty=False, is_rowid=False, may_be_missing=False)


def shapes(connection: sqlite3.Connection) -> dict[str, Shape]:
    """The tables of an archive of ours, SQLite's own left out."""
    found: dict[str, Shape] = {}
    for _, name, kind, _, without_rowid, _ in connection.execute("PRAGMA table_list").fetchall():
        if kind == "table" and not name.startswith("sqlite_"):
            rows = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            found[name] = _shape(name, rows, has_rowid=not without_rowid)
    return found


def _shape(name: str, rows: Sequence[Sequence[Any]], *, has_rowid: bool) -> Shape:
    keys = [row for row in rows if row[5]]
    columns = {
        row[0]: Column(
            row[1],
            _TYPES.get(str(row[2]).upper(), _TYPES["ANY"]),
            may_be_empty=not row[3] and (has_rowid or not row[5]),
            is_rowid=has_rowid and len(keys) == 1 and bool(row[5]) and row[2] == "INTEGER",
            may_be_missing=not row[5] and (not row[3] or row[4] is not None),
        )
        for row in rows
    }
    order = [row[0] for row in rows]
    if not has_rowid:
        order = [row[0] for row in sorted(keys, key=lambda row: row[5])]
        order += [row[0] for row in rows if not row[5]]
    return Shape(name, tuple(columns[place] for place in order), has_rowid)
