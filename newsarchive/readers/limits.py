"""How much of a file is read before it is refused, so that no input can fill memory or disk."""

from dataclasses import dataclass
from typing import IO

from newsarchive.errors import ReaderError

_MEGABYTE = 1_000_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, and counts, beyond which input is refused with a sentence.

    Attributes:
        document_bytes: one article, page or record.
        table_bytes: one file of many records that is read whole (JSON, CSV).
        stream_bytes: one file of many records that is read a piece at a time (JSON lines).
        expanded_bytes: everything that comes out of one outermost archive.
        ratio: times that a compressed file may grow; text grows 3 to 12 times, a zip bomb 1,000.
        ratio_free_bytes: growth up to here is never refused for its ratio.
        members: files inside one archive.
        nesting: archives inside archives.
    """

    document_bytes: int = 20 * _MEGABYTE
    table_bytes: int = 256 * _MEGABYTE
    stream_bytes: int = 8_000 * _MEGABYTE
    expanded_bytes: int = 8_000 * _MEGABYTE
    ratio: int = 200
    ratio_free_bytes: int = 10 * _MEGABYTE
    members: int = 500_000
    nesting: int = 4


class Allowance:
    """What may still come out of one outermost file; shared by all the archives inside it."""

    def __init__(self, expanded_bytes: int) -> None:
        self.left = expanded_bytes

    def spend(self, count: int, name: str) -> None:
        """Take ``count`` bytes off.

        Raises:
            ReaderError: nothing is left.
        """
        self.left -= count
        if self.left < 0:
            raise ReaderError("reader-expands-too-far", file=name)


def megabytes(count: int) -> str:
    """A size as a person reads it, in MB."""
    size = count / _MEGABYTE
    return f"{size:.1f}" if size < 10 else f"{size:,.0f}"


def too_large(name: str, size: int, limit: int) -> ReaderError:
    """The refusal that names both the size and the limit."""
    return ReaderError("reader-too-large", file=name, size=megabytes(size), limit=megabytes(limit))


def read_whole(stream: IO[bytes], name: str, limit: int) -> bytes:
    """All bytes of ``stream``, reading never more than ``limit`` and one.

    Raises:
        ReaderError: there are more.
    """
    pieces: list[bytes] = []
    room = limit + 1
    while room > 0 and (piece := stream.read(min(room, _CHUNK))):
        pieces.append(piece)
        room -= len(piece)
    if room <= 0:
        raise ReaderError("reader-over-limit", file=name, limit=megabytes(limit))
    return b"".join(pieces)
