"""All that brings articles into the open archive: files, folders, tables, and what they left."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.appearance import Appearance
from gui.choosing import Choosing
from gui.importing import Importing, ImportProgress
from gui.settings import Settings

_TABLES = "*.csv *.tsv *.json *.jsonl *.ndjson *.xlsx *.xlsm *.db *.sqlite *.sqlite3"


class Intake(QObject):
    """Asks what to import, starts it, and asks about the tables that it was not sure of.

    Attributes:
        archive: the open one; nothing is imported without it.
    """

    arrived = Signal()
    progressed = Signal(object, bool)
    told = Signal(str)

    def __init__(
        self, importing: Importing, settings: Settings, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self.archive: Path | None = None
        self.importing = importing
        self._settings, self._appearance = settings, appearance
        self.choosing = Choosing(appearance, window)
        self.choosing.failed.connect(self.told)
        self.choosing.importWanted.connect(self._go_on)
        importing.broken.connect(self._tell_broken)
        importing.finished.connect(self._finish)
        importing.progressed.connect(self._tell_progress)

    @property
    def _window(self) -> QWidget:
        """The window that dialogs stand over; held by Qt, so that it can go."""
        return cast("QWidget", self.parent())

    @property
    def busy(self) -> bool:
        """Whether something is being imported, or looked at to be imported."""
        return self.importing.running or self.choosing.busy

    @property
    def _reads_pictures(self) -> bool:
        return self._settings.text("ocr") == "on"

    def close(self) -> None:
        """End the processes that serve this window alone."""
        self.choosing.close()

    def ask_files(self) -> None:
        """Ask for files and import them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("استيراد ملفات"))
        self.bring(Path(name) for name in names)

    def ask_folder(self) -> None:
        """Ask for a folder and import all in it."""
        title = self.tr("استيراد مجلد")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self.bring([Path(name)])

    def ask_table(self) -> None:
        """Ask for a table, then for its columns, however sure they are."""
        kinds = self.tr("جداول (%1);;كل الملفات (*)").replace("%1", _TABLES)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("استيراد جدول"), "", kinds)
        if name:
            self.choose([Path(name)])

    def bring(self, paths: Iterable[Path]) -> None:
        """Import files and folders into the open archive."""
        wanted = list(paths)
        if wanted and self.archive is not None and not self.importing.running:
            language = self._settings.text("language")
            self.importing.start(wanted, self.archive, language, ocr=self._reads_pictures)
            self.progressed.emit(ImportProgress(), True)

    @Slot(list)
    def choose(self, paths: Iterable[Path], *, always: bool = True) -> None:
        """Ask which columns of these tables are what, then import them."""
        if self.archive is not None and not self.importing.running:
            language = self._settings.text("language")
            self.choosing.begin(paths, self.archive, language, always=always)

    @Slot(list, dict)
    def _go_on(self, paths: list[Path], choices: dict[str, str]) -> None:
        if self.archive is not None:
            language = self._settings.text("language")
            ocr = self._reads_pictures
            self.importing.start(paths, self.archive, language, choices, goes_on=True, ocr=ocr)

    @Slot(object)
    def _tell_progress(self, progress: ImportProgress) -> None:
        self.progressed.emit(progress, self.importing.running)

    @Slot(object)
    def _finish(self, progress: ImportProgress) -> None:
        self.progressed.emit(progress, False)
        self.arrived.emit()
        if self.importing.undecided and not self.importing.cancelled:
            self.choose(self.importing.undecided, always=False)

    @Slot(str)
    def _tell_broken(self, reason: str) -> None:
        self.told.emit(self.tr("توقف الاستيراد: %1").replace("%1", reason))

    def show_failures(self) -> None:
        """Show the files that could not be read."""
        from gui.dialogs.failures import FailuresDialog

        dialog = FailuresDialog(self._appearance, self.importing.failures, self._window)
        dialog.columnsWanted.connect(self.choose)
        dialog.retryWanted.connect(self.bring)
        dialog.open()
