"""Word documents (DOCX): the paragraphs of the text, tables cell by cell."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.package import package
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.xml_tree import local
from newsarchive.readers.zip_archive import START

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXT_PART = "word/document.xml"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEFT_OUT = {"del", "moveFrom", "instrText", "txbxContent", "Fallback", "pPr", "rPr"}


def sniff(head: bytes) -> float:
    """Certain when the package names a Word part among its first files."""
    if not head.startswith(START):
        return 0.0
    return 0.98 if b"word/" in head else 0.5 if b"[Content_Types].xml" in head[:200] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The document as one page."""
    data = source.whole(visit.limits.document_bytes)
    with package(source, visit) as parts:
        root = parts.tree(_TEXT_PART)
    text = clean("\n".join(_paragraphs(root))).strip()
    if not text:
        raise ReaderError("reader-blank", file=source.name)
    yield RawDocument(source.name, data, MEDIA_TYPE, text)


def _paragraphs(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "p":
            yield "".join(_runs(child))
        elif name == "tr":
            cells = [c for c in child if local(c) == "tc"]
            yield from ["\n".join(_paragraphs(cell)).strip() for cell in cells]
        elif name not in _LEFT_OUT:
            yield from _paragraphs(child)


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _LEFT_OUT:
            yield from _runs(child)


READER = Reader("docx", ("docx", "docm"), sniff, read)
