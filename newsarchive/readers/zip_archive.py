"""Zip archives: each member is read with whichever reader fits it, never unpacked to disk."""

import io
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import IO

from newsarchive.errors import ReaderError
from newsarchive.readers.companions import is_companion, page_names
from newsarchive.readers.encoding import decode
from newsarchive.readers.expanding import Expanding
from newsarchive.readers.litter import is_litter
from newsarchive.readers.reader import Found, Reader, Source, Visit

_START = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_IN_MEMORY = 16_000_000
_UP = re.compile(r"[\\/]+")


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.95 if head.startswith(_START) else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The articles of all members, in the order of their names."""
    if visit.depth >= visit.limits.nesting:
        raise ReaderError("reader-too-deep", file=source.name, limit=visit.limits.nesting)
    with source.open() as stream, _seekable(stream) as place:
        try:
            archive = zipfile.ZipFile(place)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise ReaderError("reader-zip-damaged", file=source.name) from None
        with archive:
            yield from _members(archive, source.name, visit)


def _seekable(stream: IO[bytes]) -> IO[bytes]:
    """The stream itself, or a copy of it on which one can go back."""
    if not isinstance(stream, io.BufferedReader) or not stream.seekable():
        copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by read
        while piece := stream.read(1 << 20):
            copy.write(piece)
        copy.seek(0)
        return copy
    return stream


def _members(archive: zipfile.ZipFile, name: str, visit: Visit) -> Iterator[Found]:
    members = archive.infolist()
    if len(members) > visit.limits.members:
        raise ReaderError("reader-too-many-members", file=name, limit=visit.limits.members)
    named = sorted((_safe_name(member), number) for number, member in enumerate(members))
    pages = page_names(inner for inner, _ in named)
    count = locked = 0
    for inner, number in named:
        member = members[number]
        if member.is_dir() or not inner or is_litter(inner) or is_companion(inner, pages):
            continue
        count += 1
        if member.flag_bits & _ENCRYPTED:
            locked += 1
            continue
        opened = partial(_open, archive, member, f"{name}/{inner}", visit)
        source = Source(f"{name}/{inner}", member.file_size, opened)
        yield from visit.read_inside(source, replace(visit, depth=visit.depth + 1))
        if visit.allowance.left < 0:
            break
    if not count:
        yield ReaderError("reader-no-members", file=name)
    if locked:
        yield ReaderError("reader-encrypted", file=name, count=locked)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, visit: Visit) -> IO[bytes]:
    try:
        inner = archive.open(member)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise ReaderError("reader-zip-member-damaged", file=name) from None
    except NotImplementedError:
        raise ReaderError("reader-zip-method", file=name) from None
    return io.BufferedReader(Expanding([inner], member.compress_size, name, visit))


def _safe_name(member: zipfile.ZipInfo) -> str:
    """The member's name, kept below its archive: no drive, no root, no way up."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        name = _unmangled(name)
    parts = (part for part in _UP.split(name) if part not in ("", ".", ".."))
    return "/".join(part for part in parts if not re.fullmatch(r"[A-Za-z]:", part))


def _unmangled(name: str) -> str:
    """A name that the archive states in no encoding; zipfile has read it as cp437."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    return name if raw.isascii() else decode(raw, "cp720")[0]


READER = Reader("zip", ("zip",), sniff, read)
