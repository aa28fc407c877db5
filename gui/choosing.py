"""Asking about the columns of tables that an import left undecided, one file after the other."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.looking import Looking

if TYPE_CHECKING:
    from newsarchive.columns import Table


class Choosing(QObject):
    """Looks at a file and asks; the answer imports all that wait, for it may fit them too.

    ``importWanted`` gives the files and the choices, part to column; files that it did not settle
    are handed in again by the import that follows.
    """

    importWanted = Signal(list, dict)
    failed = Signal(str)

    def __init__(
        self, appearance: Appearance, parent: QWidget, program: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._waiting: list[Path] = []
        self._archive, self._language = Path(), "ar"
        self._always = False
        self._asking = False
        self._looking = Looking(self, program)
        self._looking.arrived.connect(self._show)
        self._looking.failed.connect(self._give_up)

    @property
    def busy(self) -> bool:
        """Whether a file is being looked at."""
        return self._looking.running

    def begin(
        self, paths: Iterable[Path], archive: Path, language: str, *, always: bool = False
    ) -> None:
        """Ask about these files; ``always`` about a table that is sure, too."""
        if self._asking or self.busy:
            return
        self._waiting = list(paths)
        self._archive, self._language, self._always = archive, language, always
        self._next()

    def close(self) -> None:
        """End the process before the window goes."""
        self._waiting = []
        self._looking.close()

    def _next(self) -> None:
        if self._waiting:
            self._looking.start(self._waiting[0], self._archive, self._language)

    @Slot(tuple)
    def _show(self, tables: "tuple[Table, ...]") -> None:
        from gui.dialogs.columns import ColumnsDialog

        if not self._waiting or not tables:
            return
        asked = _to_ask(tables, always=self._always)
        if asked is None:
            self._take({})
            return
        self._asking = True
        dialog = ColumnsDialog(asked, self._appearance, cast("QWidget", self.parent()))
        dialog.chosen.connect(self._take)
        dialog.rejected.connect(self._skip)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(dict)
    def _take(self, choices: dict[str, str]) -> None:
        self._asking = False
        paths, self._waiting = self._waiting, []
        self.importWanted.emit(paths, choices)

    @Slot()
    def _skip(self) -> None:
        self._asking = False
        del self._waiting[:1]
        self._next()

    @Slot(str)
    def _give_up(self, said: str) -> None:
        self._waiting = []
        self.failed.emit(said)


def _to_ask(tables: "Sequence[Table]", *, always: bool) -> "Table | None":
    """The table that is not sure; or, when the user wants to choose, that which tells most."""
    doubtful = next((one for one in tables if not one.is_sure), None)
    if doubtful is not None or not always:
        return doubtful
    return max(tables, key=lambda one: (one.mapping.holds_articles, len(one.mapping.parts)))
