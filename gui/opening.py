"""Which archive is opened, made or put back: the dialogs that ask, and those open lately."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui.settings import Settings
from gui.wording import isolated

if TYPE_CHECKING:
    from gui.palette import Entry


class Opening(QObject):
    """Tells which archive is wanted, and whether it is to be made; or which backup."""

    archiveWanted = Signal(object, bool)
    backupWanted = Signal(object)
    listWanted = Signal(object)

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.archive: Path | None = None

    @property
    def _window(self) -> QWidget:
        """The window that dialogs stand over; held by Qt, so that it can go."""
        return cast("QWidget", self.parent())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about archives do."""
        return {
            "new_archive": self.make,
            "open_archive": self.ask,
            "open_recent": lambda: self.listWanted.emit(self.entries()),
            "restore_backup": self.put_back,
        }

    def bind(self, menu: QMenu, before: str) -> None:
        """List in this menu, before the action of this text, those open lately."""
        recent = QMenu(self.tr("أرشيفات حديثة"), menu)
        place = next((one for one in menu.actions() if one.text() == before), None)
        if place is not None:
            menu.insertMenu(place, recent)
        recent.aboutToShow.connect(partial(self._fill, recent))

    def entries(self) -> "tuple[Entry, ...]":
        """Those open lately, but for the one that is open, as what can be done."""
        from gui.palette import Entry

        return tuple(
            Entry(isolated(path.stem), str(path.parent), partial(self._open, path))
            for path in self._recent
        )

    @property
    def _recent(self) -> Sequence[Path]:
        return [p for p in map(Path, self._settings.value("recent")) if p != self.archive]

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for number, path in enumerate(self._recent, 1):
            text = isolated(f"{path.stem} — {path.parent}").replace("&", "&&")
            menu.addAction(f"&{number}  {text}").triggered.connect(partial(self._open, path))
        if menu.isEmpty():
            menu.addAction(self.tr("لا أرشيف غير هذا")).setEnabled(False)

    def _open(self, path: Path, _: bool = False) -> None:
        self.archiveWanted.emit(path, False)

    @Slot()
    def make(self) -> None:
        """Ask where a new archive shall be and open it."""
        kinds = self.tr("أرشيف قصاصات (*.qusasat)")
        title = self.tr("أرشيف جديد")
        name, _ = QFileDialog.getSaveFileName(self._window, title, "", kinds)
        if name:
            path = Path(name)
            self.archiveWanted.emit(path if path.suffix else path.with_suffix(".qusasat"), True)

    @Slot()
    def ask(self) -> None:
        """Ask for an archive and open it."""
        kinds = self.tr("أرشيف قصاصات (*.qusasat)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("فتح أرشيف"), "", kinds)
        if name:
            self.archiveWanted.emit(Path(name), False)

    @Slot()
    def put_back(self) -> None:
        """Ask for a backup that shall take the place of the open archive."""
        path = self.archive
        if path is None:
            return
        folder = self._settings.text("backups") or str(path.with_name(f"{path.stem}.backups"))
        kinds = self.tr("أرشيف قصاصات (*.qusasat)")
        title = self.tr("استعادة نسخة احتياطية")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if name:
            self.backupWanted.emit(Path(name))
