"""Pictures of cuttings: given without text, for the recognition to read."""

from collections.abc import Iterator

from newsarchive.article import RawDocument
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.repairs import Repair, noted

_STARTS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"BM": "image/bmp",
}
_MOST_BESIDE = 5


def media_type(head: bytes) -> str:
    """Of a picture that Tesseract reads, or ""."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _STARTS.items() if head.startswith(start)), "")


def sniff(head: bytes) -> float:
    """Possible by the formats' own marks, some of which are words; the registry knows better."""
    return 0.1 if media_type(head) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The picture as a document of which nothing is read yet."""
    data = source.whole(visit.limits.document_bytes * _MOST_BESIDE)
    encoding = noted("utf-8", Repair.SCAN)
    yield RawDocument(source.name, data, media_type(data), "", encoding=encoding)


READER = Reader("picture", ("png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp"), sniff, read)
