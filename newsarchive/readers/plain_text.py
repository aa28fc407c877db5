"""Plain text: a page copied by hand, its furniture still in it."""

from collections.abc import Iterator

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.mojibake import repair
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.signatures import holds_controls, is_text
from newsarchive.repairs import Repair, noted

MEDIA_TYPE = "text/plain"


def sniff(head: bytes) -> float:
    """Any text will do; the other formats are surer of themselves."""
    return 0.5 if _is_text(head, head_text(head)) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The one page in the file."""
    data = source.whole(visit.limits.document_bytes)
    text, encoding = decode(data)
    written = repair(text)
    if written != text:
        encoding = noted(encoding, Repair.MOJIBAKE)
    if not _is_text(data, text):
        raise ReaderError("reader-not-text", file=source.name, kind=source.extension or "?")
    text = clean(written)
    if not text.strip():
        raise ReaderError("reader-blank", file=source.name)
    yield RawDocument(source.name, data, MEDIA_TYPE, text, encoding=encoding)


def _is_text(data: bytes, text: str) -> bool:
    """Whether it is text by its control characters; bytes that hold none make none."""
    return not holds_controls(data) or is_text(text.encode("utf-8", "replace"))


READER = Reader("text", ("txt", "text", "md", "markdown", "asc"), sniff, read)
