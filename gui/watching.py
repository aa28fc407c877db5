"""Watched folders while the window is open: looked through when they change, and now and then.

The looking is done by the program's own ``watch`` in a process of its own. What the file system
tells of changes is heard on a thread of its own, for a drive that hangs holds up whoever asks it.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal, Slot

from gui.importing import FailedFile, ImportProgress
from gui.program import Program
from gui.wording import isolated

if TYPE_CHECKING:
    from newsarchive.watched import WatchedFolder

MOST_FOLDERS = 5_000  # beyond these the look that comes now and then must do
PAUSE, RETRY = 700, 2_000  # milliseconds
REGULAR, CHECK = 300_000, 5_000


class Eyes(QObject):
    """Hears of changes in folders, and looks for those that are gone; on a thread of its own."""

    stirred = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._watcher: QFileSystemWatcher | None = None
        self._check: QTimer | None = None
        self._absent: list[str] = []

    @Slot(list, list)
    def watch(self, paths: list[str], absent: list[str]) -> None:
        """Hear of these folders from now on and of no others; tell when an absent one is back.

        What changed in a new one before it was heard of is told as a change, too.
        """
        if self._watcher is None or self._check is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self.stirred)
            self._check = QTimer(self, interval=CHECK)
            self._check.timeout.connect(self._look_for_absent)
        self._absent = absent
        if absent:
            self._check.start()
        else:
            self._check.stop()
        wanted, held = set(filter(_is_there, paths)), set(self._watcher.directories())
        if gone := list(held - wanted):
            self._watcher.removePaths(gone)
        if new := list(wanted - held):
            self._watcher.addPaths(new)
            self.stirred.emit()

    @Slot()
    def _look_for_absent(self) -> None:
        """A drive that is plugged in tells nobody."""
        if back := list(filter(_is_there, self._absent)):
            self._absent = [path for path in self._absent if path not in back]
            self.stirred.emit()


def _is_there(path: str) -> bool:
    try:
        with os.scandir(path):
            return True
    except OSError:
        return False


class Watching(QObject):
    """Looks through the folders of the open archive.

    Signals:
        arrived: articles came in, or may have through another process.
        followed: the folders that are watched now.
        foldersWanted: what the archive keeps of its folders may have changed.
        rested: a look or another command has ended.
    """

    arrived = Signal()
    followed = Signal(object)
    foldersWanted = Signal()
    progressed = Signal(object, bool)
    rested = Signal()
    told = Signal(str)
    _wanted = Signal(list, list)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self.folders: tuple[WatchedFolder, ...] = ()
        self._options: list[str] = []
        self._archive: Path | None = None
        self._program = Program(self, program)
        self._program.told.connect(self._take)
        self._program.ended.connect(self._end)
        self._progress = ImportProgress()
        self._failures: dict[str, FailedFile] = {}
        self._entered: list[str] = []
        self._waiting: list[list[str]] = []
        self._held = self._owed = self._stopped = False
        self._retry = 0
        self._pause = self._timer(PAUSE)
        self._later = self._timer(RETRY)
        self._regular = self._timer(REGULAR)
        self._thread = QThread(self)
        self._eyes = Eyes()
        self._eyes.moveToThread(self._thread)
        self._thread.finished.connect(self._eyes.deleteLater)
        self._wanted.connect(self._eyes.watch)
        self._eyes.stirred.connect(self._stir)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.look)
        return timer

    @property
    def running(self) -> bool:
        """Whether a look is under way."""
        return self._program.running

    @property
    def busy(self) -> bool:
        """Whether a look is under way or about to begin."""
        return self.running or self._pause.isActive() or self._later.isActive()

    @property
    def failures(self) -> tuple[FailedFile, ...]:
        """The files that looks could not read since the archive was opened."""
        return tuple(self._failures.values())

    def follow(
        self, archive: Path, folders: "Sequence[WatchedFolder]", language: str, *, ocr: bool = True
    ) -> None:
        """Watch these folders of this archive; new ones are looked through soon.

        With ``ocr`` text in pictures is read, where Tesseract is installed.
        """
        known = {one.path for one in self.folders} if archive == self._archive else set()
        if archive != self._archive:
            self._failures.clear()
            self._waiting.clear()
            self._stopped = True
            self._program.stop()
        self._archive, self.folders = archive, tuple(folders)
        self._options = ["--language", language, *([] if ocr else ["--no-ocr"])]
        if not self.folders:
            self._rest()
        elif {one.path for one in folders} - known:
            self._pause.start()
        self.followed.emit(self.folders)

    @Slot()
    def look(self) -> None:
        """Look through all folders now, or as soon as an import lets it."""
        if self.folders:
            self._do(["--once"])

    def add(self, path: Path) -> None:
        """Watch a folder from now on, and look through it."""
        self._do(["--once", "--", str(path)])

    def forget(self, path: Path) -> None:
        """Watch a folder no longer."""
        self._do([f"--forget={path}"])

    def hold(self) -> None:
        """Let an import have the archive for itself: a look under way ends after what it has."""
        self._held = True
        if self.running:
            self._owed = self._stopped = True
            self._program.stop()

    def release(self) -> None:
        """Go on after an import."""
        self._held = False
        if self._waiting:
            self._do(self._waiting.pop(0))
        elif self._owed:
            self._owed = False
            self._pause.start()

    def cancel(self) -> None:
        """End the look under way after what it has; the next comes in its time."""
        self._stopped = True
        self._program.stop()

    def drop(self, paths: Iterable[Path]) -> None:
        """Forget failures of files that are tried again."""
        gone = {str(path) for path in paths}
        self._failures = {n: one for n, one in self._failures.items() if one.path not in gone}

    def close(self) -> None:
        """End the process and the thread before the window goes."""
        self._rest()
        self._archive, self.folders = None, ()
        self._program.close()
        self._thread.quit()
        self._thread.wait()

    def _rest(self) -> None:
        for timer in (self._pause, self._later, self._regular):
            timer.stop()
        if self._thread.isRunning():
            self._wanted.emit([], [])

    def _do(self, words: list[str]) -> None:
        if self._archive is None:
            return
        if self._held or self.running:
            if words == ["--once"]:
                self._owed = True
            else:
                self._waiting.append(words)
            return
        self._entered, self._retry, self._stopped = [], 0, False
        self._progress = ImportProgress(failed=len(self._failures))
        options = ["--archive", str(self._archive), *self._options, "--json", "--ask"]
        self._program.start(["watch", *options, *words])

    @Slot()
    def _stir(self) -> None:
        """Look soon; what changes meanwhile is seen by the same look, or by one more."""
        if not self._pause.isActive():
            self._pause.start()

    @Slot(dict)
    def _take(self, event: dict[str, Any]) -> None:
        match event.get("event"):
            case "entered":
                self._entered += event["paths"]
            case "missing":
                text = self.tr("المجلد %1 غير متاح؛ تُستأنف مراقبته حين يعود.")
                self.told.emit(text.replace("%1", isolated(f"«{event['path']}»")))
            case "back":
                text = self.tr("عاد المجلد %1.")
                self.told.emit(text.replace("%1", isolated(f"«{event['path']}»")))
            case "waiting" | "busy" as why:
                self._retry = RETRY if why == "waiting" else 5 * RETRY
            case "failed":
                texts = (str(event.get(name, "")) for name in ("file", "reason", "path", "code"))
                one = FailedFile(*texts)
                self._failures[one.file] = one
            case "progress" | "done":
                self._tell(event)

    def _tell(self, event: dict[str, Any]) -> None:
        names = ("files_done", "files_total", "articles", "duplicates", "trashed")
        known = {name: event[name] for name in names if name in event}
        self._progress = replace(self._progress, **known, failed=len(self._failures))
        if self._progress.files_total:
            self.progressed.emit(self._progress, event["event"] == "progress")

    @Slot(int, str)
    def _end(self, code: int, said: str) -> None:
        if self._archive is None:
            return
        if said and not self._stopped:
            self.told.emit(said)
        if not self._stopped:
            self._hear()
        if self._progress.articles or self._retry:
            self.arrived.emit()
        if self._retry and not self._held:
            self._later.start(self._retry)
        if not self._held:
            self.release()
        if self.folders:
            self._regular.start()
        self.foldersWanted.emit()
        self.rested.emit()

    def _hear(self) -> None:
        """Hear of changes in what was looked into, and of folders that come back."""
        entered = set(self._entered)
        absent = [str(one.path) for one in self.folders if str(one.path) not in entered]
        if entered or absent:
            if not self._thread.isRunning():
                self._thread.start()
            self._wanted.emit(self._entered[:MOST_FOLDERS], absent)
