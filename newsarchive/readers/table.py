"""Rows of a table to documents: its first rows tell the columns, then all are read by them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Protocol, TypeVar

from newsarchive.arabic.date_habit import is_month_first
from newsarchive.columns import ColumnMapping, Table, fitting
from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import Assigned, text_at
from newsarchive.readers.guessing import Rows, look_at
from newsarchive.readers.reader import Found, TableRules, Visit
from newsarchive.readers.record import document

_FIRST_ROWS = 64
_FIRST_BYTES = 4_000_000
_SHOWN_NAMES = 300
_MOST_HELD = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table, before it is known which of its columns is what.

    Attributes:
        record: column to value.
        name, source, media_type, encoding: as RawDocument has them.
    """

    record: Mapping[str, Any]
    name: str
    source: bytes
    media_type: str
    encoding: str


def documents(
    rows: Iterable[Row | ReaderError], name: str, visit: Visit, names: tuple[str, ...] = ()
) -> Iterator[Found]:
    """A document a row; or, for the whole table, why its columns cannot be used.

    Args:
        rows: all, with what is wrong between them.
        name: of the table.
        visit: the limits, and how the columns are to be understood.
        names: its columns where a head names them; without it each record names its own.
    """
    rows = iter(rows)
    first = _first(rows)
    table = look(first, name, visit.tables, names)
    if visit.tables.looked is not None:
        yield from (one for one in first if isinstance(one, ReaderError))
        if table.columns:
            visit.tables.looked.append(table)
        return
    if visit.tables.asks and not table.is_sure:
        yield ReaderError("reader-columns-unsure", file=name, columns=shown(table.names))
        return
    limit = visit.limits.document_bytes
    assigned = replace(
        assignment(table.mapping), month_first=_writes_month_first(first, table.mapping)
    )
    if table.mapping.holds_articles:
        yield from (_document(row, assigned, limit) for row in chain(first, rows))
    elif names:
        yield no_columns(name, names)
    else:
        yield from _late(chain(first, rows), assigned, limit, table)


class Headed(Protocol):
    """One of the tables of a file, by its head."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its columns."""
        ...

    @property
    def is_known(self) -> bool:
        """Whether the names of its columns tell that it holds articles."""
        ...


AnyHeaded = TypeVar("AnyHeaded", bound=Headed)


def worth_reading(tables: Sequence[AnyHeaded], rules: TableRules) -> Sequence[AnyHeaded]:
    """The tables of a file that hold articles by name or choice; where none does, all of them.

    A table of notes or comments beside them is none of articles, however much text is in it.
    """
    if rules.looked is not None:
        return tables
    return [t for t in tables if t.is_known or fitting(rules.kept, t.names)] or tables


def look(
    first: Iterable[Row | ReaderError], name: str, rules: TableRules, names: tuple[str, ...] = ()
) -> Table:
    """What a table with these first rows would be read by."""
    records = [row.record for row in first if isinstance(row, Row)]
    rows = Rows(name, names, records)
    kept = fitting(rules.kept, rows.columns(), is_loose=rows.is_loose) if rules.kept else None
    return look_at(rows, kept.choices if kept else {}, samples=rules.samples)


def _first(rows: Iterator[Row | ReaderError]) -> list[Row | ReaderError]:
    found: list[Row | ReaderError] = []
    size = 0
    for row in rows:
        found.append(row)
        size += len(row.source) if isinstance(row, Row) else 0
        if len(found) >= _FIRST_ROWS or size >= _FIRST_BYTES:
            break
    return found


def assignment(mapping: ColumnMapping) -> Assigned:
    """The mapping as a record is read by it."""
    return Assigned(mapping.by("user"), mapping.by("name", "content"))


def _writes_month_first(first: Iterable[Row | ReaderError], mapping: ColumnMapping) -> bool:
    column = mapping.column("date")
    records = (row.record for row in first if isinstance(row, Row)) if column else ()
    return is_month_first(text_at(record, column, "date").strip() for record in records) is True


def _document(row: Row | ReaderError, assigned: Assigned, limit: int) -> Found:
    if isinstance(row, ReaderError):
        return row
    return document(row.record, row.name, row.source, row.media_type, row.encoding, limit, assigned)


def _late(
    rows: Iterable[Row | ReaderError], assigned: Assigned, limit: int, table: Table
) -> Iterator[Found]:
    """Records whose first say nothing: one failure for all of them, unless a later one has text."""
    held: list[ReaderError] = []
    none_yet = True
    for row in rows:
        found = _document(row, assigned, limit)
        barren = isinstance(found, ReaderError) and found.code == "reader-record-without-text"
        if none_yet and isinstance(found, ReaderError) and barren:
            held += [found] if len(held) < _MOST_HELD else []
            continue
        if none_yet and not isinstance(found, ReaderError):
            none_yet = False
            yield from held
        yield found
    if none_yet and held:
        yield no_columns(table.name, table.names) if table.columns else held[0]


def no_columns(file: str, names: Iterable[str]) -> ReaderError:
    """The refusal that says which columns there are and how to choose among them."""
    return ReaderError("reader-no-columns", file=file, columns=shown(names))


def shown(names: Iterable[str]) -> str:
    """Column names in one line, as many as are read."""
    line = "، ".join(name for name in names if name)
    return line if len(line) <= _SHOWN_NAMES else f"{line[:_SHOWN_NAMES]}…"
