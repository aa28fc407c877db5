"""Reading what a document shows as pictures: scanned PDF pages, photographs of cuttings.

A page is rendered, Tesseract finds the words, and from their places the same steps as for a PDF's
own text make columns, paragraphs and running heads. A sign of life is given before every page, for
a book of scans takes long.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers import pdf_document, tesseract
from newsarchive.readers.page_layout import Piece
from newsarchive.readers.restore import restored
from newsarchive.readers.tesseract import RecognitionError, Word
from newsarchive.repairs import Repair, is_unread, noted, without

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_DOTS_PER_INCH, _POINTS_PER_INCH = 300, 72
_MOST_DOTS = 50_000_000
_LEAST_LETTERS = 12
_LEAST_SURE, _LEAST_SURE_LINE = 50, 25
_SMALLER, _LARGER = 0.5, 1.4
_LOOSE = 1.35
_LETTER = re.compile(r"[^\W\d_]")
_COMMA = re.compile(r"(?<=[ء-ي]),(?=\s|$)")

Place = tuple[int, int, int, int]
Step = RawDocument | ReaderError | None


@dataclass(frozen=True, slots=True)
class _Page:
    """What was read on one page."""

    pieces: list[Piece]
    words: Sequence[Word] = ()


def available() -> bool:
    """Whether pictures can be read on this machine."""
    return tesseract.installed() is not None


def recognised(document: RawDocument) -> Iterator[Step]:
    """The document with its pictures read, as far as they can be; None is a sign of life.

    A picture in which nothing reads as text is refused; a PDF is given as it is. What could not be
    read for a reason that may pass is told as an error, and the document stays noted as unread.
    """
    program = tesseract.installed()
    if program is None or not is_unread(document.encoding):
        yield document
        return
    steps = _pdf if document.media_type == pdf_document.MEDIA_TYPE else _picture
    yield from steps(program, document)


def _picture(program: tesseract.Program, document: RawDocument) -> Iterator[Step]:
    yield None
    try:
        words = _legible(tesseract.words(program, document.source))
    except RecognitionError:
        yield ReaderError("ocr-failed", file=document.name, page=1)
        return
    pages: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        pages[word.line[0]].append(word)
    if not _is_text(words):
        yield ReaderError("ocr-no-text", file=document.name)
        return
    text = pdf_document.page_text([_pieces(page, 1.0) for page in pages.values()])
    yield _read(document, text, words)


def _pdf(program: tesseract.Program, document: RawDocument) -> Iterator[Step]:
    pages: list[_Page] = []
    failed = False
    with pdf_document.opened(document.source, document.name) as pdf:
        for number in range(len(pdf)):
            found = pdf_document.text_pieces(pdf, number)
            if not pdf_document.is_picture(pdf, number, found):
                pages.append(_Page(found))
                continue
            yield None
            try:
                pages.append(_page(program, pdf, number))
            except RecognitionError:
                pages.append(_Page([]))
                failed = True
                yield ReaderError("ocr-failed", file=document.name, page=number + 1)
    words = [word for page in pages for word in page.words]
    legible = words if _is_text(words) else []
    text = pdf_document.page_text([page.pieces for page in pages if legible or not page.words])
    if not text:
        yield document
        return
    read = _read(document, text, legible)
    yield restored(replace(read, encoding=noted(read.encoding, Repair.SCAN)) if failed else read)


def _page(program: tesseract.Program, pdf: "PdfDocument", number: int) -> _Page:
    picture, dots = _rendered(pdf, number)
    words = _legible(tesseract.words(program, picture, dots))
    return _Page(_pieces(words, _POINTS_PER_INCH / dots), words)


def _rendered(pdf: "PdfDocument", number: int) -> tuple[bytes, int]:
    """The page as a grey picture (PGM), and its resolution in dots per inch."""
    page = pdf[number]
    try:
        inches = page.get_width() * page.get_height() / _POINTS_PER_INCH**2
        dots = int(min(_DOTS_PER_INCH, sqrt(_MOST_DOTS / max(inches, 1.0))))
        bitmap = page.render(scale=dots / _POINTS_PER_INCH, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = memoryview(bitmap.buffer).cast("B")
        rows = (data[row * stride : row * stride + width] for row in range(height))
        return b"P5 %d %d 255\n%s" % (width, height, b"".join(rows)), dots
    finally:
        page.close()


def _legible(words: Sequence[Word]) -> list[Word]:
    """The words of those lines that are not mere noise of a picture."""
    return [word for line in _by_line(words).values() if _is_legible(line) for word in line]


def _is_legible(line: Sequence[Word]) -> bool:
    """Whether a line is more than the noise of a picture: with letters, or a page number."""
    has_letters = any(_LETTER.search(word.text) for word in line)
    if has_letters:
        return _sureness(line) >= _LEAST_SURE_LINE
    return all(word.text.isdecimal() for word in line)


def _is_text(words: Sequence[Word]) -> bool:
    letters = sum(len(_LETTER.findall(word.text)) for word in words)
    return letters >= _LEAST_LETTERS and _sureness(words) >= _LEAST_SURE


def _sureness(words: Sequence[Word]) -> float:
    """How sure the reading is, 0 to 100, longer words counting more."""
    weight = sum(len(word.text) for word in words)
    return sum(word.sureness * len(word.text) for word in words) / weight if weight else 0.0


def _pieces(words: Sequence[Word], scale: float) -> list[Piece]:
    """The lines that Tesseract found, as pieces of a page in points, the origin at the bottom.

    A line's box is as high as the letters in it, so the highest of a paragraph speaks for all its
    lines, and is given the room that a font's own box has above and below. Lines of about the usual
    height get just that, for what follows tells headlines from text by it.
    """
    lines = _by_line(words)
    if not lines:
        return []
    heights: dict[tuple[int, ...], int] = defaultdict(int)
    for place, own in lines.items():
        heights[place[:3]] = max(heights[place[:3]], _height(own))
    usual = median(heights[place[:3]] for place in lines)
    found = []
    for place, own in lines.items():
        height = heights[place[:3]]
        alike = usual * _SMALLER <= height <= usual * _LARGER
        half = (usual if alike else height) * _LOOSE * scale / 2
        middle = -median((word.top + word.bottom) / 2 for word in own) * scale
        text = _COMMA.sub("،", " ".join(word.text for word in own))
        left, right = min(word.left for word in own), max(word.right for word in own)
        box = (left * scale, middle - half, right * scale, middle + half)
        found.append(Piece(text, *box, block=place[:3]))
    return found


def _by_line(words: Sequence[Word]) -> dict[Place, list[Word]]:
    lines: dict[Place, list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    return lines


def _height(words: Sequence[Word]) -> int:
    return max(word.bottom for word in words) - min(word.top for word in words)


def _read(document: RawDocument, text: str, words: Sequence[Word]) -> RawDocument:
    """The document with this text, of which some stands in these words of its pictures."""
    encoding = without(document.encoding, Repair.SCAN)
    if words:
        encoding = noted(encoding, Repair.OCR, round(_sureness(words)))
    return replace(document, text=text, fields={}, encoding=encoding)
