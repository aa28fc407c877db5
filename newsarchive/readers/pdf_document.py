"""PDF files with a text layer, through pypdfium2.

Lines are built from the places of the glyphs, not from the file's own order, which often mixes
columns. Running heads and page numbers are left out. A scanned PDF is kept, without text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.page_layout import (
    Glyph,
    Piece,
    joined,
    ligature,
    paragraphs,
    pieces,
    reading_order,
)
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.restore import with_facing_brackets

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

MEDIA_TYPE = "application/pdf"
_MOST_BESIDE = 5
_EDGE = 2
_LEAST_SPACE = 0.5
_NUMBERS = re.compile(r"[\d٠-٩]+")
_PAGE_NUMBER = re.compile(r"\W*(?:صفحة|ص|page|p)?\W*[\d٠-٩]{1,4}\W*", re.IGNORECASE)


def sniff(head: bytes) -> float:
    """Certain by the format's own mark, which may stand a little after the start."""
    return 0.98 if b"%PDF-" in head[:1024] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The file as one page."""
    from pypdfium2 import PdfDocument, PdfiumError

    data = source.whole(visit.limits.document_bytes * _MOST_BESIDE)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        code = "reader-pdf-locked" if "password" in str(error).lower() else "reader-pdf-damaged"
        raise ReaderError(code, file=source.name) from None
    try:
        text = clean("\n\n".join(_paragraphs(document)))
    except PdfiumError:
        raise ReaderError("reader-pdf-damaged", file=source.name) from None
    finally:
        document.close()
    fields = {} if text.strip() else {"title": PurePosixPath(source.name.replace("\\", "/")).stem}
    yield RawDocument(source.name, data, MEDIA_TYPE, text, fields)


def _paragraphs(document: "PdfDocument") -> list[str]:
    pages = [pieces(_glyphs(document[number])) for number in range(len(document))]
    repeated = _running(pages)
    blocks: list[list[Piece]] = []
    for page in pages:
        kept = [
            piece for piece in page if piece not in _edges(page) or not _is_head(piece, repeated)
        ]
        blocks.extend(reading_order(kept))
    return [with_facing_brackets(one) for one in paragraphs(blocks)]


def _glyphs(page: "PdfPage") -> list[Glyph]:
    """The characters with their boxes; spaces that have no width tell nothing and are left out."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    found: list[Glyph] = []
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        known = pdfium.FPDFText_GetLooseCharBox(text, index, box)
        if known and not (character.isspace() and box.right - box.left < _LEAST_SPACE):
            glyph = Glyph(character, box.left, box.bottom, box.right, box.top)
            if found and joined(found[-1], glyph):
                found[-1] = replace(glyph, text=ligature(found[-1].text, character))
            else:
                found.append(glyph)
    text.close()
    page.close()
    return found


def _edges(page: list[Piece]) -> list[Piece]:
    """The pieces of the first and last lines of a page."""
    heights = sorted({piece.top for piece in page}, reverse=True)
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [piece for piece in page if piece.top in outer]


def _running(pages: list[list[Piece]]) -> frozenset[str]:
    """What the edges of at least three pages, or of both of two, print alike but for numbers."""
    counts = Counter(key for page in pages for key in {_key(one) for one in _edges(page)})
    least = max(2, min(3, len(pages)))
    return frozenset(key for key, count in counts.items() if key and count >= least)


def _key(piece: Piece) -> str:
    return _NUMBERS.sub("", piece.text).strip()


def _is_head(piece: Piece, repeated: frozenset[str]) -> bool:
    return _key(piece) in repeated or _PAGE_NUMBER.fullmatch(piece.text) is not None


READER = Reader("pdf", ("pdf",), sniff, read)
