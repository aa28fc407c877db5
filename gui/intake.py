"""All that brings articles into the open archive: files, folders, tables, and what they left."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.appearance import Appearance
from gui.choosing import Choosing
from gui.importing import Importing, ImportProgress
from gui.settings import Settings
from gui.watching import Watching
from gui.wording import Wording, quoting

Start = Callable[[Path, str], None]
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
        self,
        importing: Importing,
        watching: Watching,
        settings: Settings,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.archive: Path | None = None
        self.importing, self.watching = importing, watching
        self._pending: Start | None = None
        self._settings, self._appearance = settings, appearance
        self.choosing = Choosing(appearance, window)
        self.choosing.failed.connect(self.told)
        self.choosing.importWanted.connect(self._go_on)
        importing.broken.connect(self._tell_broken)
        importing.finished.connect(self._finish)
        importing.progressed.connect(self._tell_progress)
        watching.arrived.connect(self.arrived)
        watching.progressed.connect(self._tell_look)
        watching.rested.connect(self._begin)
        watching.told.connect(self.told)

    @property
    def _window(self) -> QWidget:
        """The window that dialogs stand over; held by Qt, so that it can go."""
        return cast("QWidget", self.parent())

    @property
    def busy(self) -> bool:
        """Whether something is being imported, or looked at to be imported."""
        return self._pending is not None or self.importing.running or self.choosing.busy

    @property
    def _reads_pictures(self) -> bool:
        return self._settings.text("ocr") == "on"

    def close(self) -> None:
        """End the processes that serve this window alone."""
        self.choosing.close()

    @Slot()
    def cancel(self) -> None:
        """Stop what is coming in after what is committed."""
        if self.importing.running:
            self.importing.cancel()
        else:
            self.watching.cancel()

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
            ocr = self._reads_pictures
            self._start(lambda *where: self.importing.start(wanted, *where, ocr=ocr))
            self.watching.drop(wanted)
            self.progressed.emit(ImportProgress(), True)

    def _start(self, start: "Start") -> None:
        """Start an import once no look at the watched folders is under way."""
        self.watching.hold()
        self._pending = start
        self._begin()

    @Slot()
    def _begin(self) -> None:
        start, archive = self._pending, self.archive
        if start is not None and archive is not None and not self.watching.running:
            self._pending = None
            start(archive, self._settings.text("language"))

    @Slot(list)
    def choose(self, paths: Iterable[Path], *, always: bool = True) -> None:
        """Ask which columns of these tables are what, then import them."""
        if self.archive is not None and not self.importing.running:
            language = self._settings.text("language")
            self.choosing.begin(paths, self.archive, language, always=always)

    @Slot(list, dict)
    def _go_on(self, paths: list[Path], choices: dict[str, str]) -> None:
        ocr = self._reads_pictures
        self.watching.drop(paths)
        self._start(
            lambda archive, language: self.importing.start(
                paths, archive, language, choices, goes_on=True, ocr=ocr
            )
        )

    @Slot(object)
    def _tell_progress(self, progress: ImportProgress) -> None:
        self.progressed.emit(progress, self.importing.running)

    @Slot(object, bool)
    def _tell_look(self, progress: ImportProgress, running: bool) -> None:
        """Tell of a look, unless an import has the word."""
        if not self.importing.running and self._pending is None:
            self.progressed.emit(progress, running)

    @Slot(object)
    def _finish(self, progress: ImportProgress) -> None:
        self.watching.release()
        self.progressed.emit(progress, False)
        self.arrived.emit()
        if self.importing.undecided and not self.importing.cancelled:
            self.choose(self.importing.undecided, always=False)

    @Slot(str)
    def _tell_broken(self, reason: str) -> None:
        self.told.emit(self.tr("توقف الاستيراد: %1").replace("%1", quoting(reason)))

    def show_failures(self) -> None:
        """Show the files that could not be read."""
        from gui.dialogs.failures import FailuresDialog

        failures = (*self.importing.failures, *self.watching.failures)
        dialog = FailuresDialog(self._appearance, failures, self._window)
        dialog.columnsWanted.connect(self.choose)
        dialog.retryWanted.connect(self.bring)
        dialog.open()

    def show_watched(self) -> None:
        """Show the watched folders; they are added and left there."""
        from gui.dialogs.watched import WatchedDialog

        dialog = WatchedDialog(self._appearance, Wording.of(self._settings), self._window)
        dialog.show_folders(self.watching.folders)
        dialog.addWanted.connect(self.watching.add)
        dialog.forgetWanted.connect(self.watching.forget)
        self.watching.followed.connect(dialog.show_folders)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
