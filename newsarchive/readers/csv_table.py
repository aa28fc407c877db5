"""CSV and TSV tables: a header that names the columns, then an article a row."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.field_names import part_of
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.table import Row, documents
from newsarchive.readers.table_head import are_names, unique

MEDIA_TYPE = "text/csv"
_DELIMITERS = "\t,;|"
_NO_TABLE = "\ufeff \t\r\n"
_MOST_UNCLOSED = 20
_MAY_NAME_SEVERAL = re.compile(rf'[{_DELIMITERS}"=]')
_MOST_HEAD_LINES = 400
_LONGEST_HEADER = 1000


def sniff(head: bytes) -> float:
    """Certain when the first line names at least two parts of an article, one of them text."""
    text = head_text(head).lstrip(_NO_TABLE)
    if not text:
        return 0.0
    lines = _first_lines(text)
    if _MAY_NAME_SEVERAL.search(lines[0]) is None:
        return 0.3
    header = _header(lines, 0)
    known = {part_of(name) for name in header.names} - {None}
    if len(known) >= 2 and known & {"body", "summary", "title"}:
        return 0.96
    return 0.3


def _first_lines(text: str) -> list[str]:
    """The lines that a header may stand in: two, or all where a quotation may run on."""
    lines = text[:_LONGEST_HEADER].splitlines()[:-1]
    if len(lines) >= 2 and '"' not in lines[0] and '"' not in lines[1]:
        return lines[:2]
    return text.splitlines()


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """A document a row; a row with more cells than columns, or an open quote, is named."""
    limit = visit.limits.document_bytes
    csv.field_size_limit(limit)
    text, encoding = decode(source.whole(visit.limits.table_bytes))
    lines = list(io.StringIO(text.lstrip("\ufeff").replace("\0", ""), newline=""))
    first = next((n for n, line in enumerate(lines) if line.strip(_NO_TABLE)), len(lines))
    header = _header(lines, first)
    if not are_names(header.names):
        places = unique([""] * len(header.names))
        header = replace(header, names=places, line="", next_line=header.first_line)
    rows = _table_rows(lines, header, source.name, encoding)
    yield from documents(rows, source.name, visit, header.names)


def _table_rows(
    lines: Sequence[str], header: "_Header", file: str, encoding: str
) -> Iterator[Row | ReaderError]:
    for number, row in enumerate(_rows(lines, header, file), start=1):
        if isinstance(row, ReaderError):
            yield row
            continue
        own = (header.line + row.text).encode("utf-8", "replace")
        record = dict(zip(header.names, row.cells, strict=False))
        yield Row(record, f"{file}#{number}", own, MEDIA_TYPE, encoding)


@dataclass(frozen=True, slots=True)
class _Header:
    names: tuple[str, ...]
    delimiter: str
    line: str
    next_line: int
    first_line: int


@dataclass(frozen=True, slots=True)
class _Cells:
    cells: Sequence[str]
    text: str


def _header(lines: Sequence[str], first: int) -> _Header:
    """The column names; Excel's ``sep=;`` line before them is obeyed."""
    delimiter = ""
    if first < len(lines) and lines[first].lower().startswith("sep=") and len(lines[first]) > 4:
        delimiter = lines[first][4]
        first += 1
    line = lines[first] if first < len(lines) else ""
    delimiter = delimiter or max(_DELIMITERS, key=line.count)
    names, end = _head_cells(lines, first, delimiter)
    return _Header(unique(names), delimiter, "".join(lines[first:end]), end, first)


def _head_cells(lines: Sequence[str], first: int, delimiter: str) -> tuple[list[str], int]:
    """The cells of the first row, and the line after it; a quoted name may hold line breaks."""
    rows = islice(lines, first, first + _MOST_HEAD_LINES)
    table = csv.reader(rows, delimiter=delimiter, strict=True)
    try:
        return next(table, []), first + max(1, table.line_num)
    except csv.Error:
        one = csv.reader(lines[first : first + 1], delimiter=delimiter)
    try:
        return next(one, []), first + 1
    except csv.Error:
        return [], first + 1


def _rows(lines: Sequence[str], header: _Header, file: str) -> Iterator[_Cells | ReaderError]:
    """Each row with its own text; reading goes on in the line after one that is broken."""
    begin, unclosed = header.next_line, 0
    while begin < len(lines):
        table = csv.reader(islice(lines, begin, None), delimiter=header.delimiter, strict=True)
        place = begin
        try:
            for cells in table:
                start, place = place, begin + table.line_num
                row = _checked(cells, lines[start:place], header, file, start)
                if row is not None:
                    yield row
            return
        except csv.Error:
            unclosed += 1
            yield ReaderError("reader-bad-row", file=file, line=place + 1)
        if unclosed > _MOST_UNCLOSED:
            yield ReaderError("reader-too-many-bad-rows", file=file, line=place + 1)
            return
        begin = place + 1


def _checked(
    cells: Sequence[str], own: Sequence[str], header: _Header, file: str, start: int
) -> _Cells | ReaderError | None:
    """The row; None for an empty line; the fault of a row with more cells than columns."""
    if not any(cell.strip() for cell in cells):
        return None
    if any(cell.strip() for cell in cells[len(header.names) :]):
        return ReaderError("reader-bad-row", file=file, line=start + 1)
    return _Cells(cells, "".join(own))


READER = Reader("csv", ("csv", "tsv", "tab"), sniff, read, is_table=True)
