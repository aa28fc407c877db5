"""OpenDocument texts (ODT): headings and paragraphs in their order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.package import package
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.xml_tree import local

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_LEFT_OUT = {"annotation", "tracked-changes", "note", "ruby-text", "sequence-decls", "forms"}
_BREAKS = {"tab": "\t", "line-break": "\n"}


def sniff(head: bytes) -> float:
    """Certain by the media type that the format puts first."""
    return 0.98 if b"mimetype" + MEDIA_TYPE.encode() in head[:200] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The document as one page."""
    data = source.whole(visit.limits.document_bytes)
    with package(source, visit) as parts:
        root = parts.tree("content.xml")
    body = next((one for one in root.iter() if local(one) == "text" and len(one)), root)
    text = clean("\n".join(_paragraphs(body))).strip()
    if not text:
        raise ReaderError("reader-blank", file=source.name)
    yield RawDocument(source.name, data, MEDIA_TYPE, text)


def _paragraphs(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in ("p", "h"):
            yield "".join(_pieces(child))
        elif name not in _LEFT_OUT:
            yield from _paragraphs(child)


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "s":
            yield " "
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
        yield child.tail or ""


READER = Reader("odt", ("odt", "ott"), sniff, read)
