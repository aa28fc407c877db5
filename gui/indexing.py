"""Bringing an index up to its archive: the program's own ``reindex`` in a process."""

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from gui.program import own_program


class Indexing(QObject):
    """Runs once for each archive that is opened behind its file; searching goes on meanwhile."""

    started = Signal()
    finished = Signal(str)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = program or own_program()
        self._process: QProcess | None = None
        self._tried: set[Path] = set()

    @property
    def running(self) -> bool:
        """Whether an index is being made."""
        return self._process is not None

    def start(self, archive: Path, language: str) -> None:
        """Index ``archive``; does nothing while another runs, or when it was tried before."""
        if self.running or archive in self._tried:
            return
        self._tried.add(archive)
        process = QProcess(self)
        self._process = process
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        program, *first = self._program
        words = ["reindex", "--behind", "--archive", str(archive), "--language", language]
        process.start(program, [*first, *words])
        self.started.emit()

    def forget(self, archive: Path) -> None:
        """Its index was lost since it was tried: it may be tried again."""
        self._tried.discard(archive)

    def close(self) -> None:
        """End the process before the window goes; what it committed stays."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(5000)

    @Slot(int, QProcess.ExitStatus)
    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        told = ""
        if code or status == QProcess.ExitStatus.CrashExit:
            said = (process.readAllStandardOutput(), process.readAllStandardError())
            told = "\n".join(bytes(b.data()).decode("utf-8", "replace") for b in said).strip()
        process.deleteLater()
        self.finished.emit(told)

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if error == QProcess.ProcessError.FailedToStart and process is not None:
            self._process = None
            process.deleteLater()
            self.finished.emit(process.errorString())
