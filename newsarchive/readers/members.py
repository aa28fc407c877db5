"""The files inside an archive: which are read, under which names."""

import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO

from newsarchive.errors import ReaderError
from newsarchive.readers.companions import is_companion, page_names
from newsarchive.readers.litter import is_litter
from newsarchive.readers.reader import Found, Source, Visit

_IN_MEMORY = 16_000_000
_SEPARATORS = re.compile(r"[\\/]+")
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive.

    Attributes:
        name: within the archive, safe to show below the archive's own.
        size: as the archive states it.
        open: given its full name, a stream that heeds the limits.
        locked: it needs a password.
    """

    name: str
    size: int
    open: Callable[[str], IO[bytes]]
    locked: bool = False


def read_members(members: Iterable[Member], name: str, visit: Visit) -> Iterator[Found]:
    """The articles of the members, by the order of their names."""
    every = sorted(members, key=lambda member: member.name)
    if len(every) > visit.limits.members:
        raise ReaderError("reader-too-many-members", file=name, limit=visit.limits.members)
    pages = page_names(member.name for member in every)
    count = locked = 0
    for member in every:
        if not member.name or is_litter(member.name) or is_companion(member.name, pages):
            continue
        count += 1
        locked += member.locked
        if not member.locked:
            yield from _read_member(member, f"{name}/{member.name}", visit)
        if visit.allowance.left < 0:
            break
    if not count:
        yield ReaderError("reader-no-members", file=name)
    if locked:
        yield ReaderError("reader-encrypted", file=name, count=locked)


def _read_member(member: Member, name: str, visit: Visit) -> Iterator[Found]:
    source = Source(name, member.size, lambda: member.open(name))
    yield from visit.read_inside(source, replace(visit, depth=visit.depth + 1))


def safe_name(name: str) -> str:
    """A member's name kept below its archive: no drive, no root, no way up."""
    parts = (part for part in _SEPARATORS.split(name) if part not in ("", ".", ".."))
    return "/".join(part for part in parts if not _DRIVE.fullmatch(part))


def seekable(stream: IO[bytes]) -> IO[bytes]:
    """The stream itself, or a copy of it on which one can go back; to be closed by the caller."""
    if isinstance(stream, io.BufferedReader) and stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the caller
    try:
        while piece := stream.read(1 << 20):
            copy.write(piece)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy


def refuse_depth(source: Source, visit: Visit) -> None:
    """Keep archives from lying in archives without end.

    Raises:
        ReaderError: the source lies too deep to be opened.
    """
    if visit.depth >= visit.limits.nesting:
        raise ReaderError("reader-too-deep", file=source.name, limit=visit.limits.nesting)
