"""JSON lines: one record a line, read a piece at a time; a broken line does not stop the others."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.json_records import MEDIA_TYPE
from newsarchive.readers.limits import megabytes, too_large
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.table import Row, documents

_TWO_LINES = re.compile(r"[\s\ufeff]*\{\s*\"[^\n]*\}[ \t\r]*\n\s*\{\s*\"")
_OPENS = re.compile(r"[\s\ufeff]*\{")
_HEAD = 65_536
_PIECE = 1 << 20


def sniff(head: bytes) -> float:
    """Certain when one line closes an object and the next opens another."""
    text = head_text(head)
    if _TWO_LINES.match(text):
        return 0.97
    first, _, rest = text.strip().partition("\n")
    if _OPENS.match(first) and (not rest or first.rstrip().endswith("}")):
        return 0.6
    return 0.1 if first else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """A document a line, named by its line number."""
    yield from documents(_rows(source, visit), source.name, visit)


def _rows(source: Source, visit: Visit) -> Iterator[Row | ReaderError]:
    limits = visit.limits
    if source.size > limits.stream_bytes:
        raise too_large(source.name, source.size, limits.stream_bytes)
    count = 0
    with source.open() as stream:
        for number, line in enumerate(_lines(stream, limits.document_bytes), start=1):
            name = f"{source.name}#{number}"
            if line is None:
                count += 1
                yield ReaderError(
                    "reader-over-limit", file=name, limit=megabytes(limits.document_bytes)
                )
            elif line.strip(b"\0 \t\r\n\xef\xbb\xbf"):
                count += 1
                yield _row(line, name, source.name, number)
    if not count:
        yield ReaderError("reader-no-records", file=source.name)


def _row(line: bytes, name: str, file: str, number: int) -> Row | ReaderError:
    text, encoding = decode(line)
    text = text.strip().lstrip("\ufeff")
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return ReaderError("reader-json-line-broken", file=file, line=number)
    if not isinstance(value, dict):
        return ReaderError("reader-json-line-broken", file=file, line=number)
    return Row(value, name, text.encode("utf-8", "replace"), MEDIA_TYPE, encoding)


def _lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Each line's bytes, in UTF-8 where the file is UTF-16; None for a line beyond the limit."""
    head = stream.read(_HEAD)
    encoding = decode(head)[1]
    if encoding.startswith("utf-16"):
        yield from _wide_lines(head, stream, encoding, limit)
        return
    kept = b""
    too_long = False
    piece = head
    while piece:
        rows = (kept + piece).split(b"\n")
        kept = rows.pop()
        for row in rows:
            yield None if too_long or len(row) > limit else row
            too_long = False
        if len(kept) > limit:
            kept, too_long = b"", True
        piece = stream.read(_PIECE)
    if kept or too_long:
        yield None if too_long else kept


def _wide_lines(
    head: bytes, stream: IO[bytes], encoding: str, limit: int
) -> Iterator[bytes | None]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    kept, piece = "", head
    while piece:
        rows = (kept + decoder.decode(piece)).split("\n")
        kept = rows.pop()
        for row in rows:
            yield row.encode("utf-8", "replace") if len(row) <= limit else None
        kept = kept[: limit + 1]
        piece = stream.read(_PIECE)
    if kept:
        yield kept.encode("utf-8", "replace") if len(kept) <= limit else None


READER = Reader("json lines", ("jsonl", "ndjson", "jl", "jsonlines"), sniff, read, is_table=True)
