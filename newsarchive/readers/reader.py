"""What a reader is: a value that says which files it knows and how their articles are found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from newsarchive.article import RawDocument
from newsarchive.columns import KeptMapping, Table
from newsarchive.errors import ReaderError
from newsarchive.readers.limits import Allowance, Limits, read_whole, too_large

Found = RawDocument | ReaderError


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk or inside an archive, not yet read.

    Attributes:
        name: as RawDocument.name has it.
        size: in bytes, as the file system or the archive states it; archives may lie.
        open: a new binary stream at the first byte.
    """

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def extension(self) -> str:
        """The lower-case ending of the name without its dot, or ""."""
        file = self.name.replace("\\", "/").rstrip("/").rpartition("/")[2]
        before, _, ending = file.rpartition(".")
        return ending.lower() if before else ""

    def whole(self, limit: int) -> bytes:
        """All bytes.

        Raises:
            ReaderError: there are more than ``limit``; a stated size is enough to refuse.
        """
        if self.size > limit:
            raise too_large(self.name, self.size, limit)
        with self.open() as stream:
            return read_whole(stream, self.name, limit)


def never() -> bool:
    """No."""
    return False


@dataclass(frozen=True, slots=True)
class TableRules:
    """How the columns of tables are to be understood.

    Attributes:
        kept: what the user chose before, the oldest first.
        asks: a table whose guess is unsure is refused, for the user to choose.
        looked: takes the tables that are met, instead of their articles being read.
        samples: rows of each that are shown then.
    """

    kept: tuple[KeptMapping, ...] = ()
    asks: bool = False
    looked: list[Table] | None = None
    samples: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """What a reader needs beside its source.

    Attributes:
        limits: when to refuse.
        depth: archives around the source.
        allowance: shared by everything inside one outermost file.
        read_inside: reads a member of an archive with whichever reader fits it.
        tables: how the columns of tables are to be understood.
        reads_pictures: whether pictures are wanted, as documents without text.
    """

    limits: Limits
    depth: int
    allowance: Allowance
    read_inside: "Callable[[Source, Visit], Iterator[Found]]"
    tables: TableRules = TableRules()
    reads_pictures: Callable[[], bool] = never


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format.

    Attributes:
        name: of the format.
        extensions: lower case, without the dot.
        sniff: how surely these first bytes are of the format, 0 (cannot be) to 1 (certain).
        read: the articles of a source in their order; may raise ReaderError and OSError.
        is_archive: all that it gives was read by the readers of its members.
        is_table: its articles are rows, whose columns may be chosen.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[bytes], float]
    read: Callable[[Source, Visit], Iterator[Found]]
    is_archive: bool = False
    is_table: bool = False
