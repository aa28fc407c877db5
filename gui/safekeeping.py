"""A backup of the open archive once a day, and one put back: commands in a process of their own."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.program import Program

LATER = 20_000  # milliseconds after opening, when the window has long been at rest
AGAIN = 3_600_000  # milliseconds until the next look: a window may stay open for days


class Safekeeping(QObject):
    """Backs up later, so that opening is never slowed; each archive once on a day.

    What failed is tried again at the next look, and told once.
    """

    told = Signal(str)
    putBack = Signal(object)

    def __init__(
        self, parent: QObject | None = None, program: tuple[str, ...] = (), later: int = LATER
    ) -> None:
        super().__init__(parent)
        self._keeper, self._restorer = Program(self, program), Program(self, program)
        self._keeper.ended.connect(self._tell)
        self._restorer.ended.connect(self._restored)
        self._done: set[tuple[Path, str, dt.date]] = set()
        self._said = ""
        self._waiting: tuple[Path, str, str] | None = None
        self._restoring: Path | None = None
        self._later = later
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._back_up)

    @property
    def running(self) -> bool:
        """Whether a backup is being made or put back."""
        return self._keeper.running or self._restorer.running

    def follow(self, archive: Path, folder: str, language: str) -> None:
        """An archive was opened: back it up in a while, into ``folder`` or the one beside it."""
        self._waiting = archive, folder, language
        self._timer.start(self._later)

    def put_back(self, copy: Path, archive: Path, language: str) -> None:
        """Let a backup take the archive's place; nobody may have it open. ``putBack`` tells."""
        self._timer.stop()
        self._restoring = archive
        words = ["restore-backup", "--archive", str(archive), "--language", language]
        self._restorer.start([*words, "--", str(copy)])

    def close(self) -> None:
        """End the processes before the window goes; a backup half made is none."""
        self._timer.stop()
        self._keeper.close()
        self._restorer.close()

    @Slot()
    def _back_up(self) -> None:
        self._timer.start(AGAIN)
        if self._waiting is None or self.running:
            return
        archive, folder, language = self._waiting
        mark = archive, folder, dt.datetime.now().astimezone().date()
        if mark in self._done:
            return
        self._done.add(mark)
        words = ["backup", "--tend", "--archive", str(archive), "--language", language]
        self._keeper.start([*words, *(["--folder", folder] if folder else [])])

    @Slot(int, str)
    def _tell(self, code: int, said: str) -> None:
        if code:
            self._done.clear()
        if code and said and said != self._said:
            self.told.emit(said)
        self._said = said if code else ""

    @Slot(int, str)
    def _restored(self, code: int, said: str) -> None:
        if code and said:
            self.told.emit(said)
        archive, self._restoring = self._restoring, None
        if archive is not None:
            self.putBack.emit(archive)
