"""E-mail saved as .eml or in an mbox: a message is a page, what is attached is read by itself."""

import io
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr
from functools import partial
from typing import IO

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.clean import clean
from newsarchive.readers.encoding import decode
from newsarchive.readers.html_page import page
from newsarchive.readers.limits import megabytes, too_large
from newsarchive.readers.members import refuse_depth, safe_name
from newsarchive.readers.message_parts import (
    begins_with_headers,
    charset,
    header,
    parsed,
    part_bytes,
)
from newsarchive.readers.reader import Found, Reader, Source, Visit

MEDIA_TYPE = "message/rfc822"
_ATTACHED_BESIDE = 5
_NOT_ARTICLES = (
    "image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard",
    "application/pgp", "application/pkcs7", "application/x-pkcs7", "application/ics",
)  # fmt: skip
_HEADERS = {"title": "Subject", "date": "Date", "saved": "Date", "author": "From"}
_SEPARATOR = b"From "
_PIECE = 1 << 20


def sniff(head: bytes) -> float:
    """Likely when the first lines are headers of a message."""
    return 0.8 if begins_with_headers(head) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The message, then what is attached to it."""
    data = source.whole(visit.limits.document_bytes * _ATTACHED_BESIDE)
    yield from _message(source.name, data, visit)


def _message(name: str, data: bytes, visit: Visit) -> Iterator[Found]:
    message = parsed(data)
    count = 0
    body = _body(name, data, message)
    if body is not None:
        count += 1
        yield body
    for found in _attached(name, message, visit):
        count += 1
        yield found
    if not count:
        yield ReaderError("reader-no-text", file=name)


def _body(name: str, data: bytes, message: Message) -> Found | None:
    inline = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    plain = [part for part in inline if part.get_content_type() == "text/plain"]
    texts = [decode(part_bytes(part), charset(part)) for part in plain]
    text = clean("\n\n".join(text.strip() for text, _ in texts)).strip()
    fields = _stated(message)
    if text:
        return RawDocument(
            name, data, MEDIA_TYPE, text, fields, encoding=texts[0][1], origins=_HEADERS
        )
    for part in inline:
        if part.get_content_type() == "text/html":
            found = page(name, data, MEDIA_TYPE, part_bytes(part), charset(part))
            if isinstance(found, RawDocument):
                names = dict(found.origins) | {part: _HEADERS[part] for part in fields}
                return replace(found, fields=dict(found.fields) | fields, origins=names)
    return None


def _stated(message: Message) -> dict[str, str]:
    sender, address = parseaddr(header(message, "from"))
    sent = header(message, "date")
    stated = {
        "title": header(message, "subject"),
        "date": sent,
        "saved": sent,
        "author": sender or address,
    }
    return {part: text for part, text in stated.items() if text}


def _attached(name: str, message: Message, visit: Visit) -> Iterator[Found]:
    for part in message.walk():
        file = part.get_filename()
        kind = part.get_content_type()
        if part.is_multipart() or not file or kind.startswith(_NOT_ARTICLES):
            continue
        inner = f"{name}/{safe_name(' '.join(clean(file).split()))}"
        data = part_bytes(part)
        source = Source(inner, len(data), partial(io.BytesIO, data))
        refuse_depth(source, visit)
        visit.allowance.spend(len(data), inner)
        yield from visit.read_inside(source, replace(visit, depth=visit.depth + 1))


def sniff_mbox(head: bytes) -> float:
    """Certain when a separator line stands before the headers."""
    first, _, rest = head.partition(b"\n")
    return 0.97 if first.startswith(_SEPARATOR) and begins_with_headers(rest) else 0.0


def read_mbox(source: Source, visit: Visit) -> Iterator[Found]:
    """The messages in their order, each named by its number."""
    limit = visit.limits.document_bytes * _ATTACHED_BESIDE
    if source.size > visit.limits.stream_bytes:
        raise too_large(source.name, source.size, visit.limits.stream_bytes)
    with source.open() as stream:
        for number, data in enumerate(_messages(stream, limit), start=1):
            name = f"{source.name}#{number}"
            if data is None:
                yield ReaderError("reader-over-limit", file=name, limit=megabytes(limit))
            else:
                yield from _message(name, data, visit)


def _messages(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """The bytes of each message without its separator line; None for one beyond the limit."""
    lines: list[bytes] = []
    size = 0
    blank, begun = True, False
    while line := stream.readline(_PIECE):
        if blank and line.startswith(_SEPARATOR):
            if begun:
                yield b"".join(lines) if size <= limit else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            lines = _kept(lines, line, size, limit)
        blank = not line.strip()
    if begun:
        yield b"".join(lines) if size <= limit else None


def _kept(lines: list[bytes], line: bytes, size: int, limit: int) -> list[bytes]:
    if size > limit:
        return []
    lines.append(line)
    return lines


READER = Reader("e-mail", ("eml",), sniff, read)
MBOX_READER = Reader("mbox", ("mbox", "mbx"), sniff_mbox, read_mbox)
