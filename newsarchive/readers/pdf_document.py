"""PDF files with a text layer, through pypdfium2.

Lines are built from the places of the glyphs, not from the file's own order, which often mixes
columns. Running heads and page numbers are left out. Pages that are pictures are noted as not yet
read (:mod:`newsarchive.readers.recognition` reads them); a PDF of such pages alone is kept, its
name for its title.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
from newsarchive.repairs import Repair, noted

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

MEDIA_TYPE = "application/pdf"
_MOST_BESIDE = 5
_EDGE = 2
_FORMS_DEEP = 3
_MANY = 100
_LEAST_SPACE = 0.5
_NUMBERS = re.compile(r"[\d٠-٩]+")
_PAGE_NUMBER = re.compile(r"\W*+(?:صفحة|ص|page|p)?\W*+[\d٠-٩]{1,4}\W*+", re.IGNORECASE)


def sniff(head: bytes) -> float:
    """Certain by the format's own mark, which may stand a little after the start."""
    return 0.98 if b"%PDF-" in head[:1024] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The file as one page."""
    data = source.whole(visit.limits.document_bytes * _MOST_BESIDE)
    with opened(data, source.name) as document:
        pages = [text_pieces(document, number) for number in range(len(document))]
        shown = any(is_picture(document, number, page) for number, page in enumerate(pages))
        text = page_text(pages)
    fields = {} if text.strip() else {"title": title_of(source.name)}
    encoding = noted("utf-8", Repair.SCAN) if shown else "utf-8"
    yield RawDocument(source.name, data, MEDIA_TYPE, text, fields, encoding=encoding)


@contextmanager
def opened(data: bytes, name: str) -> "Iterator[PdfDocument]":
    """The PDF.

    Raises:
        ReaderError: it is locked or damaged, now or while it is used.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        code = "reader-pdf-locked" if "password" in str(error).lower() else "reader-pdf-damaged"
        raise ReaderError(code, file=name) from None
    try:
        yield document
    except PdfiumError:
        raise ReaderError("reader-pdf-damaged", file=name) from None
    finally:
        document.close()


def title_of(name: str) -> str:
    """A title for a document without text: its file's name."""
    return PurePosixPath(name.replace("\\", "/")).stem


def text_pieces(document: "PdfDocument", number: int) -> list[Piece]:
    """The lines of a page's text layer, in pieces; pages count from 0."""
    return pieces(_glyphs(document[number]))


def is_picture(document: "PdfDocument", number: int, found: Sequence[Piece]) -> bool:
    """Whether a page has no text but shows a picture, or letters drawn as outlines."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    if found:
        return False
    page = document[number]
    try:
        images = page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_FORMS_DEEP)
        return next(images, None) is not None or pdfium.FPDFPage_CountObjects(page) > _MANY
    finally:
        page.close()


def page_text(pages: Sequence[Sequence[Piece]]) -> str:
    """The paragraphs of all pages, without running heads and page numbers."""
    repeated = _running(pages)
    blocks: list[list[Piece]] = []
    for page in pages:
        edges = _edges(page)
        kept = [piece for piece in page if piece not in edges or not _is_head(piece, repeated)]
        blocks.extend(reading_order(kept))
    return clean("\n\n".join(map(with_facing_brackets, paragraphs(blocks))))


def _glyphs(page: "PdfPage") -> list[Glyph]:
    """The characters with their boxes; spaces that have no width tell nothing and are left out."""
    import pypdfium2.raw as pdfium

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


def _edges(page: Sequence[Piece]) -> list[Piece]:
    """The pieces of the first and last lines of a page."""
    heights = sorted({piece.top for piece in page}, reverse=True)
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [piece for piece in page if piece.top in outer]


def _running(pages: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """What the edges of at least three pages, or of both of two, print alike but for numbers."""
    counts = Counter(key for page in pages for key in {_key(one) for one in _edges(page)})
    least = max(2, min(3, len(pages)))
    return frozenset(key for key, count in counts.items() if key and count >= least)


def _key(piece: Piece) -> str:
    return _NUMBERS.sub("", piece.text).strip()


def _is_head(piece: Piece, repeated: frozenset[str]) -> bool:
    return _key(piece) in repeated or _PAGE_NUMBER.fullmatch(piece.text) is not None


READER = Reader("pdf", ("pdf",), sniff, read)
