"""The archive as it is open for names: on a thread of its own, so that searching never waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gui.background import Worker

if TYPE_CHECKING:
    from newsarchive.archive import Archive


class Records:
    """Opened for reading when first asked, and for writing only while something is written.

    ``asked`` and ``written`` belong to the worker's thread.
    """

    def __init__(self) -> None:
        self.worker = Worker()
        self._path: Path | None = None
        self._archive: Any = None
        self._is_given = False

    def open(self, path: Path) -> None:
        """Ask this file from now on; when it is asked already, see what others wrote."""
        self.worker.start(lambda: self._turn_to(path), 0)

    def use(self, archive: Any) -> None:
        """Ask an archive that is open already, and write to it."""
        self.worker.start(lambda: self._take(archive), 0)

    def asked(self) -> "Archive":
        """The archive, for reading.

        Raises:
            ArchiveError: it cannot be opened.
        """
        from newsarchive.archive import Archive

        if self._archive is None:
            self._archive = Archive.open(self._path or Path(), read_only=True)
        opened: Archive = self._archive
        return opened

    @contextmanager
    def written(self) -> "Iterator[Archive]":
        """The archive, for writing; who reads sees it once the block has ended.

        Raises:
            ArchiveError: it cannot be opened for writing.
        """
        from newsarchive.archive import Archive

        if self._is_given:
            yield self._archive
            return
        with Archive.open(self._path or Path()) as archive:
            yield archive
        if self._archive is not None:
            self._archive.reload()

    def leave(self) -> None:
        """Let the file go; on the worker's thread. It is opened again when it is asked."""
        self._let_go()
        self._path = None

    def close(self) -> None:
        """Let the archive go and end the thread."""
        self.worker.start(self._let_go, 900)
        self.worker.stop()

    def _turn_to(self, path: Path) -> None:
        if path != self._path:
            self._let_go()
            self._path = path
        elif self._archive is not None:
            self._archive.reload()

    def _take(self, archive: Any) -> None:
        self._let_go()
        self._archive, self._is_given = archive, True

    def _let_go(self) -> None:
        archive, self._archive = self._archive, None
        if archive is not None and not self._is_given:
            archive.close()
        self._is_given = False
