"""What e-mail messages and MHTML pages share: headers in any encoding, parts as bytes."""

import binascii
import re
from email import message_from_bytes, policy
from email.message import Message
from itertools import groupby

from newsarchive.readers.clean import clean
from newsarchive.readers.encoding import decode

HEADER_START = (
    b"from:", b"return-path:", b"received:", b"message-id:", b"mime-version:", b"subject:",
    b"delivered-to:", b"date:", b"to:", b"x-", b"dkim-signature:", b"content-type:", b"snapshot-",
)  # fmt: skip
_LONGEST_NAME = max(map(len, HEADER_START))

_ENCODED_WORD = re.compile(r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?\n]*)\?=")
_ENCODED_RUN = re.compile(rf"{_ENCODED_WORD.pattern}(?:\s*{_ENCODED_WORD.pattern})*")


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
    return _one_line(_ENCODED_RUN.sub(_decoded, value))


def _decoded(run: re.Match[str]) -> str:
    """Encoded words that follow each other (RFC 2047); a letter may be cut in two between them."""
    words = ((word[1], _word_bytes(word)) for word in _ENCODED_WORD.finditer(run.group()))
    grouped = groupby(words, key=lambda word: word[0].lower())
    return "".join(
        decode(b"".join(data for _, data in some), charset)[0] for charset, some in grouped
    )


def _word_bytes(word: re.Match[str]) -> bytes:
    text = word[3].encode("ascii", "replace")
    if word[2] in "qQ":
        return binascii.a2b_qp(text, header=True)
    try:
        return binascii.a2b_base64(text + b"===")
    except binascii.Error:
        return word.group().encode()


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
    head = head.lstrip()
    if not head[:_LONGEST_NAME].lower().startswith(HEADER_START):
        return False
    named = [line for line in head.split(b"\n", 12)[:12] if line.lower().startswith(HEADER_START)]
    return len(named) >= 2
