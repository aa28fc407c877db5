"""Files to documents: one reader a format, chosen by extension and content.

    paths ──find_files──▶ files ──registry──▶ reader ──read──▶ RawDocument | ReaderError

A refusal is a value among the documents, so one bad file or record never stops the others. The
heavy parsers are imported by the readers that need them, when they need them.
"""

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

from newsarchive.columns import KeptMapping, Table
from newsarchive.errors import ReaderError
from newsarchive.readers.faults import fault
from newsarchive.readers.limits import Allowance, Limits
from newsarchive.readers.reader import Found, Source, TableRules, Visit, never
from newsarchive.readers.registry import HEAD, choose
from newsarchive.readers.restore import restored
from newsarchive.readers.walk import find_files

__all__ = ["Found", "Limits", "TableRules", "find_files", "look", "never", "read"]


def read(
    path: Path | str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    tables: TableRules = TableRules(),  # noqa: B008 - frozen
    reads_pictures: Callable[[], bool] = never,
) -> Iterator[Found]:
    """The articles in a file, in their order, and the reasons why parts of it give none.

    Never raises for what the file holds or for what befalls it while it is read.

    Args:
        path: of the file.
        limits: when to refuse.
        tables: how the columns of tables are to be understood.
        reads_pictures: asked when a picture is met; then it is given as a document without text.
    """
    name = str(path)
    try:
        place = Path(path)
        found = place.stat()
    except (OSError, ValueError) as error:
        yield fault(name, error)
        return
    if not stat.S_ISREG(found.st_mode):  # a pipe would never end, a device never stop
        yield ReaderError("reader-not-a-file", file=name)
        return
    allowance = Allowance(limits.expanded_bytes)
    visit = Visit(limits, 0, allowance, _read_source, tables, reads_pictures)
    yield from _read_source(Source(name, found.st_size, partial(_open, place)), visit)


def look(
    path: Path | str, kept: tuple[KeptMapping, ...] = (), samples: int = 5
) -> Iterator[Table | ReaderError]:
    """The tables in a file and in the archives in it, with what their columns are taken for.

    Files of other kinds are passed over; what cannot be read is told.
    """
    met: list[Table] = []
    for found in read(path, tables=TableRules(kept, looked=met, samples=samples)):
        if isinstance(found, ReaderError):
            yield found
    yield from met


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _read_source(source: Source, visit: Visit) -> Iterator[Found]:
    """What a file or a member of an archive holds; its faults as values."""
    try:
        with source.open() as stream:
            head = stream.read(HEAD)
        if len(head) == source.size < HEAD:
            source = replace(source, open=partial(BytesIO, head))  # read once, if it is short
        reader = choose(source, head, visit.limits, visit.reads_pictures)
        if visit.tables.looked is not None and not (reader.is_table or reader.is_archive):
            return
        for found in reader.read(source, visit):
            if reader.is_archive or isinstance(found, ReaderError):
                yield found
            else:
                yield restored(found)
    except Exception as error:  # noqa: BLE001 - a parser may fail in any way on a damaged file
        yield fault(source.name, error)
