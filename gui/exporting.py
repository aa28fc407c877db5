"""Writing articles to a file: the program's own ``export`` in a process of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.program import Program
from newsarchive.search.query import Query

SUFFIXES = {
    "pdf": ".pdf",
    "html": ".html",
    "csv": ".csv",
    "jsonl": ".jsonl",
    "ris": ".ris",
    "bibtex": ".bib",
}
"""The formats of ``export`` and how the names of their files end."""


class Exporting(QObject):
    """Runs one export at a time; a file is there whole or not at all.

    ``progressed`` gives how many articles are written and how many there are; ``finished`` the file
    and how many it holds; ``broken`` why there is none.
    """

    progressed = Signal(int, int)
    finished = Signal(object, int)
    broken = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._program = Program(self, program)
        self._program.told.connect(self._take)
        self._program.ended.connect(self._end)
        self._out = Path()
        self._written = 0
        self._is_cancelled = False

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._program.running

    def start(self, archive: Path, out: Path, format_: str, words: Sequence[str]) -> None:
        """Write to ``out`` what ``words`` of the command line say; nothing while another runs."""
        if self.running:
            return
        self._out, self._written, self._is_cancelled = out, 0, False
        self._program.start(
            ["export", "--archive", str(archive), "--format", format_, "-o", str(out), "--json",
             *words]
        )  # fmt: skip

    def cancel(self) -> None:
        """Stop; no file comes of it."""
        self._is_cancelled = True
        self._program.stop()

    def close(self) -> None:
        """End the process before the program goes."""
        self._is_cancelled = True
        self._program.close()

    @Slot(dict)
    def _take(self, event: dict[str, Any]) -> None:
        self._written = int(event.get("articles", 0))
        if event.get("event") == "progress":
            self.progressed.emit(self._written, int(event.get("articles_total", 0)))

    @Slot(int, str)
    def _end(self, code: int, said: str) -> None:
        if self._is_cancelled:
            self.cancelled.emit()
        elif code == 0:
            self.finished.emit(self._out, self._written)
        else:
            self.broken.emit(said)


def words_of(query: Query) -> list[str]:
    """A query as ``export`` reads it on the command line."""
    words = ["--sort", query.sort.value]
    words += [f"--{'without' if c.exclude else 'only'}={c.facet}={c.value}" for c in query.choices]
    for name, day in (("since", query.since), ("until", query.until)):
        words += [f"--{name}={day.isoformat()}"] if day else []
    words += ["--once"] if query.once else []
    words += ["--exactly"] if query.exactly else []
    return [*words, "--", query.text]
