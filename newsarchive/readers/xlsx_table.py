"""Excel workbooks (XLSX): in each sheet a header row, then an article a row."""

import datetime as dt
import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import part_of
from newsarchive.readers.limits import too_large
from newsarchive.readers.members import seekable
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.table import Row, documents, no_columns, worth_reading
from newsarchive.readers.table_head import are_names, unique
from newsarchive.readers.zip_archive import START, opened

MEDIA_TYPE = "application/json"
_HEADER_WITHIN = 10
_SHOWN = 40
_NEEDED = {"title", "body", "summary"}


def sniff(head: bytes) -> float:
    """Certain when the package names a workbook part among its first files."""
    if not head.startswith(START):
        return 0.0
    return 0.98 if b"xl/" in head else 0.5 if b"[Content_Types].xml" in head[:200] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The rows of the sheets that hold articles; a row's source is the row as a JSON object.

    Where a sheet names known columns, the others are notes, however much text is in them.
    """
    if source.size > visit.limits.table_bytes:
        raise too_large(source.name, source.size, visit.limits.table_bytes)
    _refuse_bomb(source, visit)
    columns: list[str] = []
    count = 0
    with source.open() as stream, seekable(stream) as place, _opened(place, source.name) as book:
        sheets = [_Sheet.of(sheet, f"{source.name}/{sheet.title}") for sheet in book.worksheets]
        for sheet in worth_reading(sheets, visit.tables):
            columns += sheet.names[: _SHOWN - len(columns)]
            for found in documents(sheet.rows(), sheet.name, visit, sheet.names):
                if isinstance(found, ReaderError) and found.code == "reader-no-columns":
                    continue
                count += 1
                yield found
    if not count and visit.tables.looked is None:
        yield no_columns(source.name, dict.fromkeys(columns))


def _refuse_bomb(source: Source, visit: Visit) -> None:
    with opened(source) as archive:
        for info in archive.infolist():
            most = max(info.compress_size * visit.limits.ratio, visit.limits.ratio_free_bytes)
            if info.file_size > most:
                raise ReaderError("reader-bomb", file=source.name, ratio=visit.limits.ratio)
            visit.allowance.spend(info.file_size, source.name)


@contextmanager
def _opened(place: IO[bytes], name: str) -> Iterator[Any]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions it leaves out
        try:
            book = load_workbook(place, read_only=True, data_only=True, keep_links=False)
        except Exception:  # noqa: BLE001 - openpyxl fails in any way on a damaged workbook
            raise ReaderError("reader-workbook-damaged", file=name) from None
        try:
            yield book
        except ParseError:  # a sheet is read while its rows are asked for
            raise ReaderError("reader-workbook-damaged", file=name) from None
        finally:
            book.close()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet and its columns.

    Attributes:
        first: the number, from 0, of the first row below the head.
        is_known: the head names a title or a text column.
    """

    name: str
    names: tuple[str, ...]
    first: int
    is_known: bool
    _sheet: Any

    @classmethod
    def of(cls, sheet: Any, name: str) -> "_Sheet":
        """Find the head: the first row that names a known column, else the first with two cells."""
        sheet.reset_dimensions()  # programs state them wrongly, which would cut off columns
        tops = [
            tuple(map(_value, row))
            for row in islice(sheet.iter_rows(values_only=True), _HEADER_WITHIN)
        ]
        known = (n for n, cells in enumerate(tops) if {part_of(c) for c in cells} & _NEEDED)
        place = next(known, None)
        if place is not None:
            return cls(name, unique(tops[place]), place + 1, True, sheet)
        place = next((n for n, cells in enumerate(tops) if sum(map(bool, cells)) > 1), 0)
        cells = tops[place] if tops else ()
        if are_names(cells):
            return cls(name, unique(cells), place + 1, False, sheet)
        return cls(name, unique([""] * len(cells)), place, False, sheet)

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything."""
        below = islice(self._sheet.iter_rows(values_only=True), self.first, None)
        for number, row in enumerate(below, start=1):
            if any(cell is not None and str(cell).strip() for cell in row):
                cells = zip(self.names, map(_value, row), strict=False)
                record = {name: text for name, text in cells if text or not name.startswith("#")}
                own = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
                yield Row(record, f"{self.name}#{number}", own, MEDIA_TYPE, "utf-8")


def _value(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


READER = Reader("xlsx", ("xlsx", "xlsm"), sniff, read, is_table=True)
