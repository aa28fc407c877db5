"""RTF documents, through striprtf."""

import re
import sys
from collections.abc import Iterator

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.reader import Found, Reader, Source, Visit

_LETTER = re.compile(r"\\u(-?\d{1,10}) ?")
_FIELD = "{\\field"  # parted from what follows, it escapes a search that takes hours on some files
MEDIA_TYPE = "application/rtf"


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.98 if head.lstrip().startswith(b"{\\rtf") else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The document as one page."""
    from striprtf.striprtf import rtf_to_text

    data = source.whole(visit.limits.document_bytes)
    markup = _LETTER.sub(_possible, data.decode("latin-1")).replace(_FIELD, f"{_FIELD} ")
    try:
        plain: str = rtf_to_text(markup, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError):
        raise ReaderError("reader-rtf-damaged", file=source.name) from None
    text = clean(plain).strip()
    if not text:
        raise ReaderError("reader-blank", file=source.name)
    yield RawDocument(source.name, data, MEDIA_TYPE, text)


def _possible(letter: re.Match[str]) -> str:
    """The letter's number, or that of U+FFFD in place of one that no letter has."""
    return letter.group() if -0x8000 <= int(letter[1]) <= sys.maxunicode else "\\u65533 "


READER = Reader("rtf", ("rtf",), sniff, read)
