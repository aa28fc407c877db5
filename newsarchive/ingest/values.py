"""What an import is given, what it tells, and what it asks of the archive."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from newsarchive.article import Article, RawDocument
from newsarchive.errors import ArchiveError, ReaderError
from newsarchive.store.articles import AddResult, Incoming
from newsarchive.store.imports import FileNote, Seen

Found = RawDocument | ReaderError


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a part of one, that gave no article, and why.

    Attributes:
        file: as the user knows it.
        path: the file on disk that it is or lies in, or "" where there is none.
    """

    file: str
    error: ArchiveError
    path: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is. Only what is on disk is counted.

    Attributes:
        files_total: grows while folders are still being looked through, ahead of the reading.
        failures: those not told before.
        seconds: since the start.
        finished: True once, in the last one.
        renewed: of the duplicates, those that are understood otherwise now.
        trashed: of the duplicates, those that lie in the trash.
    """

    files_done: int
    files_total: int
    articles: int
    duplicates: int
    failed: int
    seconds: float
    failures: tuple[Failure, ...] = ()
    finished: bool = False
    renewed: int = 0
    trashed: int = 0

    @property
    def rate(self) -> float:
        """Articles looked at in a second, new or known."""
        return (self.articles + self.duplicates) / self.seconds if self.seconds > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps from a file to articles; all must be importable by name in another process.

    Attributes:
        read: the documents of a file.
        understand: the article of a document.
        recognise: reads the pictures that a document shows; None is a sign of life.
        understand_in_stretches: as ``understand``; None is a sign of life.
    """

    read: Callable[[Path], Iterator[Found]]
    understand: Callable[[RawDocument], Article]
    recognise: Callable[[RawDocument], Iterator[Found | None]] | None = None
    understand_in_stretches: Callable[[RawDocument], Iterator[Article | None]] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may take before it is stopped and its file listed as failed.

    Attributes:
        quiet_seconds: without a sign of life; a process that is at work gives one after every
            document.
        start_seconds: that a process has to come up, on a machine that is busy.
        memory: bytes of address space; 0 for no limit.
        batch: articles to a commit.
        batch_seconds: the longest that an article waits for its commit.
        shared_size: files of more bytes are worked on by all processes at once.
    """

    quiet_seconds: float = 180.0
    start_seconds: float = 180.0
    memory: int = 4 << 30
    batch: int = 500
    batch_seconds: float = 1.0
    shared_size: int = 2_000_000


class Destination(Protocol):
    """What an import asks of the archive."""

    def add(
        self, batch: Sequence[Incoming], notes: Sequence[FileNote] = (), *, renews: bool = False
    ) -> AddResult:
        """Store articles, or renew those it has; on disk when it returns."""
        ...

    def note_imports(self, notes: Sequence[FileNote]) -> None:
        """Remember what became of files."""
        ...

    def unchanged(self, fingerprints: Iterable[str]) -> Mapping[str, Seen]:
        """Files read to their end before, with what each held."""
        ...
