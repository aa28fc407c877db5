"""A single file compressed with gzip, bzip2 or xz: read as the file inside it."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any

from newsarchive.readers.expanding import Expanding
from newsarchive.readers.members import refuse_depth
from newsarchive.readers.reader import Found, Reader, Source, Visit

_TAR_ENDINGS = (".tgz", ".tbz", ".tbz2", ".txz")


def _sniff(start: bytes, head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.95 if head.startswith(start) else 0.0


def _read(unpack: Callable[[IO[bytes]], Any], source: Source, visit: Visit) -> Iterator[Found]:
    """The articles of the file inside; its name is the outer one without its last ending."""
    refuse_depth(source, visit)
    outer = PurePosixPath(source.name.replace("\\", "/"))
    inner = f"{outer.stem}.tar" if outer.suffix.lower() in _TAR_ENDINGS else outer.stem
    name = f"{source.name}/{inner}"

    def opened() -> IO[bytes]:
        packed = source.open()
        return io.BufferedReader(Expanding([packed, unpack(packed)], source.size, name, visit))

    yield from visit.read_inside(Source(name, 0, opened), replace(visit, depth=visit.depth + 1))


def _reader(
    name: str, extensions: tuple[str, ...], start: bytes, unpack: Callable[[IO[bytes]], Any]
) -> Reader:
    return Reader(name, extensions, partial(_sniff, start), partial(_read, unpack), is_archive=True)


READERS = (
    _reader("gzip", ("gz", "tgz"), b"\x1f\x8b\x08", lambda packed: gzip.GzipFile(fileobj=packed)),
    _reader("bzip2", ("bz2", "tbz", "tbz2"), b"BZh", bz2.BZ2File),
    _reader("xz", ("xz", "txz"), b"\xfd7zXZ\0", lzma.LZMAFile),
)
