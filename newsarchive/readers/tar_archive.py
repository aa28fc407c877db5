"""Tar archives, packed or not: each file is read with whichever reader fits it."""

import io
import tarfile
from collections.abc import Callable, Iterator
from typing import IO

from newsarchive.errors import ReaderError
from newsarchive.readers.expanding import Expanding
from newsarchive.readers.members import Member, read_members, refuse_depth, safe_name, seekable
from newsarchive.readers.reader import Found, Reader, Source, Visit

_MAGIC_PLACE = 257


def sniff(head: bytes) -> float:
    """Certain by the format's own mark."""
    return 0.95 if head[_MAGIC_PLACE : _MAGIC_PLACE + 5] == b"ustar" else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The articles of all ordinary files, in the order of their names; links are not followed.

    What was read from an archive that is cut short is given before the fault.
    """
    refuse_depth(source, visit)
    with source.open() as stream, seekable(stream) as place:
        try:
            archive = tarfile.open(fileobj=place, mode="r:")  # noqa: SIM115 - closed below
        except (tarfile.TarError, EOFError):
            raise ReaderError("reader-tar-damaged", file=source.name) from None
        with archive:
            members: list[Member] = []
            broken = False
            try:
                members.extend(_member(archive, info, visit) for info in archive if info.isreg())
            except (tarfile.TarError, EOFError):
                broken = True
            yield from read_members(members, source.name, visit)
            if broken:
                yield ReaderError("reader-tar-damaged", file=source.name)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, visit: Visit) -> Member:
    return Member(safe_name(info.name), info.size, _opener(archive, info, visit))


def _opener(
    archive: tarfile.TarFile, info: tarfile.TarInfo, visit: Visit
) -> Callable[[str], IO[bytes]]:
    def open_member(name: str) -> IO[bytes]:
        inner = archive.extractfile(info)
        if inner is None:
            raise ReaderError("reader-not-a-file", file=name)
        return io.BufferedReader(Expanding([inner], info.size, name, visit))

    return open_member


READER = Reader("tar", ("tar",), sniff, read, is_archive=True)
