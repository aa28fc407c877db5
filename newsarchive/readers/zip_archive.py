"""Zip archives: each member is read with whichever reader fits it, never unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode
from newsarchive.readers.expanding import Expanding
from newsarchive.readers.members import Member, read_members, refuse_depth, safe_name, seekable
from newsarchive.readers.reader import Found, Reader, Source, Visit

START = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_PACKAGE_MARKS = (b"[Content_Types].xml", b"mimetypeapplication/")


def sniff(head: bytes) -> float:
    """Certain by the format's own mark, but for the packages that are documents."""
    if not head.startswith(START):
        return 0.0
    return 0.9 if any(mark in head[:200] for mark in _PACKAGE_MARKS) else 0.95


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The articles of all members, in the order of their names."""
    refuse_depth(source, visit)
    with opened(source) as archive:
        members = [member(archive, info, visit) for info in archive.infolist() if not info.is_dir()]
        yield from read_members(members, source.name, visit)


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """The archive.

    Raises:
        ReaderError: it is damaged or cut short.
    """
    with source.open() as stream, seekable(stream) as place:
        try:
            archive = zipfile.ZipFile(place)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise ReaderError("reader-zip-damaged", file=source.name) from None
        with archive:
            yield archive


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, visit: Visit) -> Member:
    """One file of the archive."""
    locked = bool(info.flag_bits & _ENCRYPTED)
    return Member(safe_name(_name(info)), info.file_size, _opener(archive, info, visit), locked)


def _opener(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, visit: Visit
) -> Callable[[str], IO[bytes]]:
    def open_member(name: str) -> IO[bytes]:
        try:
            inner = archive.open(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError):
            raise ReaderError("reader-zip-member-damaged", file=name) from None
        except NotImplementedError:
            raise ReaderError("reader-zip-method", file=name) from None
        return io.BufferedReader(Expanding([inner], info.compress_size, name, visit))

    return open_member


def _name(info: zipfile.ZipInfo) -> str:
    """The name; where the archive states no encoding, zipfile has read it as cp437."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    return info.filename if raw.isascii() else decode(raw, "cp720")[0]


READER = Reader("zip", ("zip",), sniff, read, is_archive=True)
