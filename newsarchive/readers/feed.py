"""RSS and Atom files: an article an item, with its full text where the feed carries it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.html_page import declared_charset
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.record import document
from newsarchive.readers.xml_tree import local, parse

_START = re.compile(
    r"[\s\ufeff]*+(?:<\?[^>]*+>\s*+|<!--(?:(?!-->).)*-->\s*+)*"
    r"(?:<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_ITEM_TAG = re.compile(r"<(/?)(item|entry)(?=[\s>])[^>]*+>")
_DECLARATION = re.compile(r"^[\s\ufeff]*<\?xml[^>]*\?>")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ATOM = "{http://www.w3.org/2005/Atom}"
_NAMES = {"encoded": "content", "creator": "author", "summary": "summary"}


def sniff(head: bytes) -> float:
    """Certain by the root element."""
    return 0.98 if _START.match(head_text(head)) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The items in their order, under the feed's title as their outlet."""
    data = source.whole(visit.limits.table_bytes)
    text, encoding = decode(data, declared_charset(data))
    plain = _DECLARATION.sub("", text)
    root, broken = _tree(plain, source.name)
    if broken is not None:
        yield broken
    common = _common(root)
    items = [one for one in root.iter() if local(one) in ("item", "entry")]
    slices = list(_slices(plain))
    if len(slices) != len(items):
        slices = [tostring(item, encoding="unicode") for item in items]
    for number, (item, own) in enumerate(zip(items, slices, strict=True), start=1):
        name = f"{source.name}#{number}"
        record = common | _record(item)
        media_type = "application/atom+xml" if local(item) == "entry" else "application/rss+xml"
        bytes_ = own.encode("utf-8", "replace")
        yield document(record, name, bytes_, media_type, encoding, visit.limits.document_bytes)
    if not items:
        yield ReaderError("reader-no-records", file=source.name)


def _slices(text: str) -> Iterator[str]:
    """The source of each item, by its outermost tags."""
    start, name = 0, ""
    for tag in _ITEM_TAG.finditer(text):
        if not tag[1] and not name:
            start, name = tag.start(), tag[2]
        elif tag[1] and tag[2] == name:
            yield text[start : tag.end()]
            name = ""


def _tree(text: str, name: str) -> tuple[Element, ReaderError | None]:
    """The root; of a feed that is not well-formed, what a forgiving parser makes of it."""
    data = text.encode("utf-8", "replace")
    try:
        return parse(data, name), None
    except ReaderError as error:
        if error.code != "reader-xml-broken":
            raise
        broken = ReaderError("reader-feed-broken", file=name, line=error.values["line"])
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, encoding="utf-8"
    )
    forgiven = etree.fromstring(data, parser)
    if forgiven is None:
        raise broken
    return parse(etree.tostring(forgiven), name), broken


def _common(root: Element) -> dict[str, str]:
    """What the feed states of all its items."""
    channel = next((one for one in root.iter() if local(one) == "channel"), root)
    stated = {local(child): " ".join((child.text or "").split()) for child in channel}
    language = stated.get("language") or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    found = {"publisher": stated.get("title", ""), "language": language}
    return {name: text for name, text in found.items() if text}


def _record(item: Element) -> dict[str, str]:
    """An item's elements by the names that records use; the first of each name that has text."""
    record: dict[str, str] = {}
    for child in item:
        name = _NAMES.get(local(child), local(child))
        text = _text(child)
        if local(child) == "link" and child.get("href"):
            text = child.get("href", "") if child.get("rel", "alternate") == "alternate" else ""
        if text and name != "source":
            record.setdefault(name, text)
    return record


def _text(element: Element) -> str:
    if local(element) == "author" and len(element):
        return next((one.text or "" for one in element if local(one) == "name"), "").strip()
    if len(element):  # Atom's type="xhtml"
        return tostring(element, encoding="unicode").replace("html:", "").replace("ns0:", "")
    return (element.text or "").strip() or (element.get("term") or "")


READER = Reader("feed", ("rss", "atom", "rdf", "xml"), sniff, read)
