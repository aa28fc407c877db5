"""Web archives: the HTML pages among the responses of a WARC, and the WARCs of a WACZ."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import IO, Any

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.html_page import page
from newsarchive.readers.limits import read_whole, too_large
from newsarchive.readers.members import read_members, refuse_depth
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.zip_archive import START, member, opened

MEDIA_TYPE = "text/html"
_PAGES = {"text/html", "application/xhtml+xml"}
_RECORDS = {"response", "resource"}
_HEADERS = {"url": "WARC-Target-URI", "saved": "WARC-Date"}
_LEAST_TEXT = 200


def sniff(head: bytes) -> float:
    """Certain by the first record's version line; a packed one is first read as a gzip file."""
    return 0.98 if head.startswith(b"WARC/") else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The pages that were found (status 200) and hold text, each named by its record's number."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

    if source.size > visit.limits.stream_bytes:
        raise too_large(source.name, source.size, visit.limits.stream_bytes)
    count = number = 0
    with source.open() as stream:
        records = ArchiveIterator(stream)
        while (record := _next(records, source.name)) is not None:
            if isinstance(record, ReaderError):
                yield record
                return
            number += 1
            found = _page(record, f"{source.name}#{number}", visit)
            if found is not None:
                count += 1
                yield found
    if not count:
        yield ReaderError("reader-no-records", file=source.name)


def _next(records: Iterator[Any], name: str) -> Any:
    """The next record, None after the last, or the fault; warcio's own remarks are kept quiet."""
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    try:
        with redirect_stderr(io.StringIO()):
            return next(records, None)
    except (ArchiveLoadFailed, EOFError, AttributeError, ValueError):
        return ReaderError("reader-warc-damaged", file=name)


def _page(record: Any, name: str, visit: Visit) -> Found | None:
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind, _, parameters = kind.partition(";")
    if record.rec_type not in _RECORDS or kind.strip().lower() not in _PAGES:
        return None
    if headers is not None and headers.get_statuscode() != "200":
        return None
    stream: IO[bytes] = record.content_stream()
    try:
        data = read_whole(stream, name, visit.limits.document_bytes)
        visit.allowance.spend(len(data), name)
    except ReaderError as error:
        return error
    charset = parameters.partition("charset=")[2].strip()
    found = page(name, data, MEDIA_TYPE, data, charset)
    if not isinstance(found, RawDocument) or len(found.text) < _LEAST_TEXT:
        return None
    noted = {part: record.rec_headers.get_header(name) or "" for part, name in _HEADERS.items()}
    return replace(
        found,
        fields={part: text for part, text in noted.items() if text} | dict(found.fields),
        origins=_HEADERS | dict(found.origins),
    )


def sniff_wacz(head: bytes) -> float:
    """Possible for a zip archive; the name decides."""
    if not head.startswith(START):
        return 0.0
    return 0.98 if b"archive/" in head and b".warc" in head else 0.4


def read_wacz(source: Source, visit: Visit) -> Iterator[Found]:
    """The pages of all WARC files in the archive's data folder."""
    refuse_depth(source, visit)
    with opened(source) as archive:
        infos = [
            info for info in archive.infolist() if info.filename.endswith((".warc", ".warc.gz"))
        ]
        yield from read_members(
            [member(archive, info, visit) for info in infos], source.name, visit
        )


READER = Reader("warc", ("warc",), sniff, read)
WACZ_READER = Reader("wacz", ("wacz",), sniff_wacz, read_wacz, is_archive=True)
