"""RTF documents, through striprtf."""

from collections.abc import Iterator

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.reader import Found, Reader, Source, Visit

MEDIA_TYPE = "application/rtf"


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.98 if head.lstrip().startswith(b"{\\rtf") else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The document as one page."""
    from striprtf.striprtf import rtf_to_text

    data = source.whole(visit.limits.document_bytes)
    plain: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    text = clean(plain).strip()
    if not text:
        raise ReaderError("reader-blank", file=source.name)
    yield RawDocument(source.name, data, MEDIA_TYPE, text)


READER = Reader("rtf", ("rtf",), sniff, read)
