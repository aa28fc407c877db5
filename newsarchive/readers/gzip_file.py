"""A single file compressed with gzip: read as the file inside it."""

import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, cast

from newsarchive.errors import ReaderError
from newsarchive.readers.expanding import Expanding
from newsarchive.readers.reader import Found, Reader, Source, Visit

_START = b"\x1f\x8b\x08"


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.95 if head.startswith(_START) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The articles of the file inside; its name is the outer one without ``.gz``."""
    if visit.depth >= visit.limits.nesting:
        raise ReaderError("reader-too-deep", file=source.name, limit=visit.limits.nesting)
    outer = PurePosixPath(source.name).name
    inner = PurePosixPath(outer).stem if outer.lower().endswith(".gz") else outer
    name = f"{source.name}/{inner}"

    def opened() -> IO[bytes]:
        packed = source.open()
        stream = cast(IO[bytes], gzip.GzipFile(fileobj=packed))
        return io.BufferedReader(Expanding([packed, stream], source.size, name, visit))

    yield from visit.read_inside(Source(name, 0, opened), replace(visit, depth=visit.depth + 1))


READER = Reader("gzip", ("gz",), sniff, read)
