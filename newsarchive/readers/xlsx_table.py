"""Excel workbooks (XLSX): in each sheet a header row, then an article a row."""

import datetime as dt
import json
import warnings
from collections.abc import Iterator, Sequence
from typing import IO, Any

from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import part_of
from newsarchive.readers.limits import too_large
from newsarchive.readers.members import seekable
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.record import document
from newsarchive.readers.zip_archive import START, opened

MEDIA_TYPE = "application/json"
_HEADER_WITHIN = 10
_NEEDED = {"title", "body", "summary"}


def sniff(head: bytes) -> float:
    """Certain when the package names a workbook part among its first files."""
    if not head.startswith(START):
        return 0.0
    return 0.98 if b"xl/" in head else 0.5 if b"[Content_Types].xml" in head[:200] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The rows of all sheets; a row's source is the row as a JSON object."""
    if source.size > visit.limits.table_bytes:
        raise too_large(source.name, source.size, visit.limits.table_bytes)
    _refuse_bomb(source, visit)
    columns: list[str] = []
    count = 0
    with source.open() as stream, seekable(stream) as place:
        for sheet, rows in _sheets(place):
            name = f"{source.name}/{sheet}"
            header = _header(rows, columns)
            for number, row in enumerate(rows if header else (), start=1):
                if any(cell is not None and str(cell).strip() for cell in row):
                    count += 1
                    yield _document(header, row, f"{name}#{number}", visit)
    if not count:
        names = "، ".join(columns)[:200]
        raise ReaderError("reader-no-columns", file=source.name, columns=names)


def _refuse_bomb(source: Source, visit: Visit) -> None:
    with opened(source) as archive:
        for info in archive.infolist():
            most = max(info.compress_size * visit.limits.ratio, visit.limits.ratio_free_bytes)
            if info.file_size > most:
                raise ReaderError("reader-bomb", file=source.name, ratio=visit.limits.ratio)
            visit.allowance.spend(info.file_size, source.name)


def _sheets(place: IO[bytes]) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions it leaves out
        book = load_workbook(place, read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # programs state them wrongly, which would cut off columns
                yield str(sheet.title), sheet.iter_rows(values_only=True)
        finally:
            book.close()


def _header(rows: Iterator[Sequence[Any]], columns: list[str]) -> tuple[str, ...]:
    """The first row that names a title or a text column; the rows before it are skipped."""
    for _, row in zip(range(_HEADER_WITHIN), rows, strict=False):
        names = tuple("" if cell is None else str(cell).strip() for cell in row)
        columns.extend(name for name in names if name and len(columns) < _HEADER_WITHIN)
        if {part_of(name) for name in names} & _NEEDED:
            return names
    return ()


def _document(header: Sequence[str], row: Sequence[Any], name: str, visit: Visit) -> Found:
    record = {column: _value(cell) for column, cell in zip(header, row, strict=False) if column}
    own = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
    return document(record, name, own, MEDIA_TYPE, "utf-8", visit.limits.document_bytes)


def _value(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


READER = Reader("xlsx", ("xlsx", "xlsm"), sniff, read)
