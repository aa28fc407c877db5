"""A stream that comes out of a compressed file, watched so that a zip bomb cannot unfold."""

import io
from collections.abc import Sequence
from typing import IO, Any

from newsarchive.errors import ReaderError
from newsarchive.readers.reader import Visit


class Expanding(io.RawIOBase):
    """Reads the last of ``streams`` and refuses it when it grows out of proportion.

    Args:
        streams: the compressed stream where it must be closed too, and the decompressing one.
        packed: its compressed size in bytes.
        name: for the refusal.
        visit: the limits, and what may still come out of the outermost file.
    """

    def __init__(self, streams: Sequence[IO[bytes]], packed: int, name: str, visit: Visit) -> None:
        super().__init__()
        limits = visit.limits
        self._streams = streams
        self._most = max(packed * limits.ratio, limits.ratio_free_bytes)
        self._name = name
        self._visit = visit
        self._seen = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill ``buffer`` from the inner stream.

        Raises:
            ReaderError: the ratio or the allowance is used up.
        """
        view = memoryview(buffer)
        piece = self._streams[-1].read(len(view))
        view[: len(piece)] = piece
        self._seen += len(piece)
        if self._seen > self._most:
            raise ReaderError("reader-bomb", file=self._name, ratio=self._visit.limits.ratio)
        self._visit.allowance.spend(len(piece), self._name)
        return len(piece)

    def close(self) -> None:
        """Close the inner streams too."""
        for stream in reversed(self._streams):
            stream.close()
        super().close()
