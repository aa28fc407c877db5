"""EPUB books and magazines: each part of the reading order that holds text is an article."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.html_page import page
from newsarchive.readers.package import Package, package
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.xml_tree import local

MEDIA_TYPE = "application/xhtml+xml"
_CONTAINER = "META-INF/container.xml"
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}
_FURNITURE = ("nav", "toc", "cover", "titlepage", "title-page", "copyright")
_LEAST_TEXT = 100
_STATED = {"date": "date", "language": "language"}


def sniff(head: bytes) -> float:
    """Certain by the media type that the format puts first."""
    return 0.98 if b"mimetypeapplication/epub+zip" in head[:200] else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The parts in reading order, under the book's name as their outlet."""
    with package(source, visit) as parts:
        listing = _listing_name(parts)
        root = parts.tree(listing)
        book = _stated(root)
        count = 0
        for inner in _reading_order(root, posixpath.dirname(listing)):
            found = _part(parts, inner, book)
            count += found is not None
            if found is not None:
                yield found
    if not count:
        raise ReaderError("reader-blank", file=source.name)


def _listing_name(parts: Package) -> str:
    for element in parts.tree(_CONTAINER).iter():
        if local(element) == "rootfile" and (name := element.get("full-path")):
            return name
    raise ReaderError("reader-package-part-missing", file=parts.name, part="rootfile")


def _stated(root: Element) -> dict[str, str]:
    """What the book states of all its parts."""
    stated: dict[str, str] = {}
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if text and local(element) in ("title", *_STATED):
            stated.setdefault({"title": "outlet"}.get(local(element), local(element)), text)
    return stated


def _reading_order(root: Element, folder: str) -> Iterator[str]:
    items = {one.get("id"): one for one in root.iter() if local(one) == "item"}
    for reference in (one for one in root.iter() if local(one) == "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name = unquote(item.get("href") or "")
        stem = posixpath.basename(name).lower()
        if "nav" not in (item.get("properties") or "").split() and not stem.startswith(_FURNITURE):
            yield posixpath.normpath(posixpath.join(folder, name))


def _part(parts: Package, inner: str, book: dict[str, str]) -> Found | None:
    try:
        data = parts.bytes(inner)
    except ReaderError as error:
        return error
    found = page(f"{parts.name}/{inner}", data, MEDIA_TYPE, data, "utf-8")
    if isinstance(found, ReaderError) or len(found.text) < _LEAST_TEXT:
        return None
    return _under(found, book)


def _under(document: RawDocument, book: dict[str, str]) -> RawDocument:
    return replace(document, fields=book | dict(document.fields))


READER = Reader("epub", ("epub",), sniff, read)
