"""The program's own command line in a process of its own, heard line by line."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

CRASHED = -1
_PATIENCE = 5000  # milliseconds a process has to end by itself


def own_program() -> tuple[str, ...]:
    """How this program's command line is started: by Python, or as the bundle it was built into.

    On Windows a bundle's window has no console to print to; a second program beside it has.
    """
    if getattr(sys, "frozen", False):
        console = Path(sys.executable).with_name("qusasat-cli.exe")
        return (str(console if console.exists() else sys.executable),)
    return (sys.executable, str(Path(__file__).resolve().parent.parent / "main.py"))


def another_window(archive: Path | None) -> bool:
    """Start the program once more, on this archive; False where it could not be started."""
    words = [sys.executable]
    if not getattr(sys, "frozen", False):
        words.append(str(Path(__file__).resolve().parent.parent / "main.py"))
    if archive is not None:
        words.append(str(archive))
    started: bool | tuple[bool, int] = QProcess.startDetached(words[0], words[1:])
    return started[0] if isinstance(started, tuple) else started


class Program(QObject):
    """Does one command at a time; each JSON object it prints is told as it comes.

    ``ended`` gives the exit code, CRASHED when the process fell or could not be started, and the
    last line of what it said on standard error.
    """

    told = Signal(dict)
    ended = Signal(int, str)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = program or own_program()
        self._process: QProcess | None = None
        self._unread = b""

    @property
    def running(self) -> bool:
        """Whether a command is under way."""
        return self._process is not None

    def start(self, words: Sequence[str]) -> None:
        """Do a command; nothing happens while another is under way."""
        if self.running:
            return
        self._unread = b""
        process = QProcess(self)
        self._process = process
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        program, *first = self._program
        process.start(program, [*first, *words])

    def stop(self) -> None:
        """Ask the process to end; ``ended`` still comes."""
        if self._process is not None:
            self._process.terminate()

    def close(self) -> None:
        """End the process before the window goes."""
        process = self._process
        if process is not None:
            process.terminate()
            if not process.waitForFinished(_PATIENCE):
                process.kill()
                process.waitForFinished(_PATIENCE)

    @Slot()
    def _read(self) -> None:
        if self._process is None:
            return
        self._unread += bytes(self._process.readAllStandardOutput().data())
        *whole, self._unread = self._unread.split(b"\n")
        for line in whole:
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
        except ValueError:
            return
        if isinstance(event, dict):
            self.told.emit(event)

    @Slot(int, QProcess.ExitStatus)
    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        crashed = status == QProcess.ExitStatus.CrashExit
        process.deleteLater()
        self.ended.emit(CRASHED if crashed else code, said.splitlines()[-1] if said else "")

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart or self._process is None:
            return
        process, self._process = self._process, None
        process.deleteLater()
        self.ended.emit(CRASHED, process.errorString())
