"""Bringing files in: the program's own ``import`` in a process of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.program import CRASHED, Program

UNSURE = "reader-columns-unsure"
_COLUMNS = (UNSURE, "reader-no-columns", "reader-no-tables")
_SUMMED = ("articles", "duplicates", "failed", "trashed")
_NO_CHOICES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is; ``seconds`` is 0 until it has ended.

    Attributes:
        trashed: of the duplicates, those that lie in the trash; told at the end.
    """

    files_done: int = 0
    files_total: int = 0
    articles: int = 0
    duplicates: int = 0
    failed: int = 0
    rate: float = 0.0
    seconds: float = 0.0
    trashed: int = 0


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that gave no article, and the sentence that says why.

    Attributes:
        path: the file on disk that it is or lies in.
        code: of the engine's error.
    """

    file: str
    reason: str
    path: str = ""
    code: str = ""

    @property
    def wants_columns(self) -> bool:
        """Whether choosing the columns of its table may help."""
        return self.code in _COLUMNS


class Importing(QObject):
    """Runs one import at a time.

    Cancelling is safe: what was committed stays, the rest can be imported again.
    """

    progressed = Signal(object)
    finished = Signal(object)
    broken = Signal(str)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = Program(self, program)
        self._program.told.connect(self._take)
        self._program.ended.connect(self._end)
        self._progress = self._before = ImportProgress()
        self._failures: list[FailedFile] = []
        self._cancelled = False

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._program.running

    @property
    def failures(self) -> tuple[FailedFile, ...]:
        """The failed files of the import under way, or else of the last."""
        return tuple(self._failures)

    @property
    def cancelled(self) -> bool:
        """Whether the last import was stopped by its user."""
        return self._cancelled

    @property
    def undecided(self) -> tuple[Path, ...]:
        """The files of the last import that wait for their columns to be chosen."""
        paths = (one.path for one in self._failures if one.code == UNSURE)
        return tuple(Path(path) for path in dict.fromkeys(paths))

    def start(
        self,
        paths: Iterable[Path],
        archive: Path,
        language: str = "ar",
        choices: Mapping[str, str] = _NO_CHOICES,
        *,
        goes_on: bool = False,
        ocr: bool = True,
    ) -> None:
        """Import ``paths`` into ``archive``; does nothing while another import runs.

        Tables whose columns are not sure are left for ``undecided``; ``choices``, part to column,
        are kept for those that have these columns. An import that ``goes_on`` counts with the one
        before it, whose failures stay listed but for the files that are tried again. With ``ocr``
        text in pictures is read, where Tesseract is installed.
        """
        if self.running:
            return
        files = [str(path) for path in paths]
        self._failures = [f for f in self._failures if goes_on and f.path not in files]
        before = self._progress if goes_on else ImportProgress()
        self._before = self._progress = replace(before, failed=len(self._failures), seconds=0.0)
        self._cancelled = False
        options = ["--archive", str(archive), "--language", language, "--json", "--ask"]
        options.append("--give-way")
        options += [f"--map={part}={column}" for part, column in choices.items()]
        options += [] if ocr else ["--no-ocr"]
        self._program.start(["import", *options, "--", *files])

    def cancel(self) -> None:
        """Stop after what is committed."""
        self._cancelled = True
        self._program.stop()

    def close(self) -> None:
        """End the process before the window goes."""
        self._cancelled = True
        self._program.close()

    @Slot(dict)
    def _take(self, event: dict[str, Any]) -> None:
        match event.get("event"):
            case "failed":
                texts = (str(event.get(name, "")) for name in ("file", "reason", "path", "code"))
                self._failures.append(FailedFile(*texts))
            case "progress" | "done":
                told = _known(event)
                told |= {n: told[n] + getattr(self._before, n) for n in _SUMMED if n in told}
                self._progress = replace(self._progress, **told)
                self.progressed.emit(self._progress)

    @Slot(int, str)
    def _end(self, code: int, said: str) -> None:
        if (code == CRASHED or code > 1) and not self._cancelled:
            self.broken.emit(said)
        self.finished.emit(self._progress)


def _known(event: dict[str, Any]) -> dict[str, Any]:
    names = ImportProgress.__dataclass_fields__
    return {k: v for k, v in event.items() if k in names and isinstance(v, int | float)}
