"""Looking at a file's tables: the program's own ``columns`` in a process of its own."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.program import CRASHED, Program

if TYPE_CHECKING:
    from newsarchive.columns import Table


class Looking(QObject):
    """Looks at one file at a time; ``arrived`` gives its tables, none when it has none."""

    arrived = Signal(tuple)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = Program(self, program)
        self._program.told.connect(self._take)
        self._program.ended.connect(self._end)
        self._tables: list[Table] = []

    @property
    def running(self) -> bool:
        """Whether a file is being looked at."""
        return self._program.running

    def start(self, path: Path, archive: Path, language: str) -> None:
        """Look at ``path`` as an import into ``archive`` would."""
        if not self.running:
            self._tables = []
            options = ["--archive", str(archive), "--language", language, "--json"]
            self._program.start(["columns", *options, "--", str(path)])

    def close(self) -> None:
        """End the process before the window goes."""
        self._program.blockSignals(True)
        self._program.close()

    @Slot(dict)
    def _take(self, row: dict[str, Any]) -> None:
        self._tables.append(_table(row))

    @Slot(int, str)
    def _end(self, code: int, said: str) -> None:
        if not self._tables and code in (CRASHED, 1, 2):
            self.failed.emit(said)
        else:
            self.arrived.emit(tuple(self._tables))


def _table(row: dict[str, Any]) -> "Table":
    from newsarchive.columns import Column, ColumnMapping, MappedPart, Table

    mapping = (
        MappedPart(one["part"], one["column"], one["why"], one["score"]) for one in row["mapping"]
    )
    columns = (Column(one["name"], tuple(one["samples"])) for one in row["columns"])
    return Table(row["file"], tuple(columns), ColumnMapping(tuple(mapping)), row["sure"])
