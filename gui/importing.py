"""Bringing files in: the program's own command line in a process of its own, read line by line."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

MAIN = Path(__file__).resolve().parent.parent / "main.py"


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is; ``seconds`` is 0 until it has ended."""

    files_done: int = 0
    files_total: int = 0
    articles: int = 0
    duplicates: int = 0
    failed: int = 0
    rate: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that gave no article, and the sentence that says why."""

    file: str
    reason: str


class Importing(QObject):
    """Runs one import at a time.

    Cancelling is safe: what was committed stays, the rest can be imported again.
    """

    progressed = Signal(object)
    finished = Signal(object)
    broken = Signal(str)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = program or (sys.executable, str(MAIN))
        self._process: QProcess | None = None
        self._progress = ImportProgress()
        self._failures: list[FailedFile] = []
        self._unread = b""
        self._cancelled = False

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._process is not None

    @property
    def failures(self) -> tuple[FailedFile, ...]:
        """The failed files of the import under way, or else of the last."""
        return tuple(self._failures)

    def start(self, paths: Iterable[Path], archive: Path, language: str = "ar") -> None:
        """Import ``paths`` into ``archive``; does nothing while another import runs."""
        if self.running:
            return
        self._progress, self._failures = ImportProgress(), []
        self._unread, self._cancelled = b"", False
        process = QProcess(self)
        self._process = process
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        program, *first = self._program
        files = [str(path) for path in paths]
        options = ["--archive", str(archive), "--language", language, "--json"]
        process.start(program, [*first, "import", *options, "--", *files])

    def cancel(self) -> None:
        """Stop after what is committed."""
        if self._process is not None:
            self._cancelled = True
            self._process.terminate()

    def close(self) -> None:
        """End the process before the window goes."""
        process = self._process
        if process is not None:
            self.cancel()
            if not process.waitForFinished(5000):
                process.kill()
                process.waitForFinished(1000)

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
        if not isinstance(event, dict):
            return
        match event.get("event"):
            case "failed":
                self._failures.append(FailedFile(str(event.get("file")), str(event.get("reason"))))
            case "progress" | "done":
                self._progress = replace(self._progress, **_known(event))
                self.progressed.emit(self._progress)

    @Slot(int, QProcess.ExitStatus)
    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        crashed = status == QProcess.ExitStatus.CrashExit or code > 1
        if crashed and not self._cancelled:
            told = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            self.broken.emit(told.splitlines()[-1] if told else "")
        process.deleteLater()
        self.finished.emit(self._progress)

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart or self._process is None:
            return
        process, self._process = self._process, None
        self.broken.emit(process.errorString())
        process.deleteLater()
        self.finished.emit(self._progress)


def _known(event: dict[str, Any]) -> dict[str, Any]:
    names = ImportProgress.__dataclass_fields__
    return {k: v for k, v in event.items() if k in names and isinstance(v, int | float)}
