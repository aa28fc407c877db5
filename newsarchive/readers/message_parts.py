"""What e-mail messages and MHTML pages share: headers in any encoding, parts as bytes."""

from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from newsarchive.readers.clean import clean
from newsarchive.readers.encoding import decode

HEADER_START = (
    b"from:", b"return-path:", b"received:", b"message-id:", b"mime-version:", b"subject:",
    b"delivered-to:", b"date:", b"to:", b"x-", b"dkim-signature:", b"content-type:", b"snapshot-",
)  # fmt: skip


def parsed(data: bytes) -> Message:
    """The message; whatever is wrong with it, something comes of it."""
    return message_from_bytes(data, policy=policy.compat32)


def header(message: Message, name: str) -> str:
    """The text of the header with this lower-case name, its encoded words decoded, on one line.

    Headers may also hold raw bytes in any encoding, which the parser keeps as surrogates.
    """
    values = (value for key, value in message.raw_items() if key.lower() == name)
    value = str(next(values, ""))
    raw = value.encode("utf-8", "surrogateescape")
    if not raw.isascii():
        return _one_line(decode(raw)[0])
    try:
        return _one_line("".join(map(_piece, decode_header(value))))
    except HeaderParseError:
        return _one_line(value)


def _piece(piece: tuple[bytes | str, str | None]) -> str:
    text, charset = piece
    return text if isinstance(text, str) else decode(text, charset or "")[0]


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def part_bytes(part: Message) -> bytes:
    """A part's content, its transfer encoding undone as far as it is whole."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def charset(part: Message) -> str:
    """The encoding a part declares, or ""."""
    return part.get_content_charset("") or ""


def begins_with_headers(head: bytes) -> bool:
    """Whether a file's first lines are headers of a message."""
    lines = [line for line in head.lstrip().split(b"\n")[:12] if line.strip()]
    named = [line for line in lines if line.lower().startswith(HEADER_START)]
    return len(named) >= 2 and lines[0].lower().startswith(HEADER_START)
