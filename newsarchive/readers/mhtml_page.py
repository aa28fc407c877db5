"""Web pages saved as one MHTML file (.mht, .mhtml): the page that is its root part."""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.html_page import page
from newsarchive.readers.message_parts import (
    begins_with_headers,
    charset,
    header,
    parsed,
    part_bytes,
)
from newsarchive.readers.reader import Found, Reader, Source, Visit

MEDIA_TYPE = "multipart/related"
_PAGES = {"text/html", "application/xhtml+xml"}
_PICTURES_BESIDE = 5


def sniff(head: bytes) -> float:
    """Certain for what browsers write; possible for any message of related parts."""
    start = head.lower()
    if not begins_with_headers(head) or MEDIA_TYPE.encode() not in start:
        return 0.0
    saved = (b"snapshot-content-location:", b"<saved by", b"saved by blink", b"saved by windows")
    return 0.99 if any(mark in start for mark in saved) else 0.6


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The saved page; its frames and pictures are left out."""
    data = source.whole(visit.limits.document_bytes * _PICTURES_BESIDE)
    message = parsed(data)
    root = _root(message)
    if root is None:
        raise ReaderError("reader-no-text", file=source.name)
    markup = part_bytes(root)
    if len(markup) > visit.limits.document_bytes:
        raise ReaderError("reader-no-text", file=source.name)
    found = page(source.name, data, MEDIA_TYPE, markup, charset(root))
    address = message.get("Snapshot-Content-Location") or root.get("Content-Location") or ""
    yield _with_headers(found, str(address).strip(), header(message, "date"))


def _root(message: Message) -> Message | None:
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [part for part in pages if start and part.get("Content-ID") == start]
    return next(iter(named + pages), None)


def _with_headers(found: Found, address: str, saved: str) -> Found:
    """The page with its address and the moment it was saved, where it states neither itself."""
    if not isinstance(found, RawDocument):
        return found
    headers = {"url": (address, "Content-Location"), "saved": (saved, "Date")}
    if not address.startswith("http"):
        del headers["url"]
    noted = {part: value for part, value in headers.items() if value[0]}
    return replace(
        found,
        fields={part: text for part, (text, _) in noted.items()} | dict(found.fields),
        origins={part: name for part, (_, name) in noted.items()} | dict(found.origins),
    )


READER = Reader("mhtml", ("mht", "mhtml"), sniff, read)
