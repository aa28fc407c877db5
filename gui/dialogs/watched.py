"""The folders that the archive watches: listed, added, left."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.dialogs.tables import read_table
from gui.panes.wrapped import Wrapped
from gui.wording import Wording, isolated
from newsarchive.watched import WatchedFolder


class WatchedDialog(QDialog):
    """Every change takes effect at once; Delete leaves the folder that is chosen."""

    addWanted = Signal(object)
    forgetWanted = Signal(object)

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("المجلدات المراقبة"))
        self._wording = wording
        self._folders: tuple[WatchedFolder, ...] = ()
        intro = Wrapped(
            self.tr("ما يصل إلى هذه المجلدات وما تحتها يُستورد من تلقائه ما دامت النافذة مفتوحة."),
            self,
        )
        intro.setObjectName("quietLabel")
        titles = (self.tr("المجلد"), self.tr("آخر مرور"))
        self.table = read_table(self.windowTitle(), titles, [appearance.px(200)], self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        buttons = closing(self)
        self.add_button = QPushButton(self.tr("إضافة مجلد…"), self)
        self.forget_button = QPushButton(self.tr("ترك المجلد"), self)
        for button in (self.add_button, self.forget_button):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.add_button.clicked.connect(self._add)
        self.forget_button.clicked.connect(self._forget)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._forget)
        column = column_in(self)
        for widget in (intro, self.table, buttons):
            column.addWidget(widget)
        self.table.itemSelectionChanged.connect(self._enable)
        self.resize(appearance.px(640), appearance.px(360))
        self.show_folders(())

    @Slot(object)
    def show_folders(self, folders: Sequence[WatchedFolder]) -> None:
        """Show what is watched now; the row that was chosen stays chosen."""
        row = max(0, self.table.currentRow())
        self._folders = tuple(folders)
        self.table.setRowCount(len(folders))
        for place, folder in enumerate(folders):
            name = QTableWidgetItem(isolated(str(folder.path)))
            name.setToolTip(str(folder.path))
            self.table.setItem(place, 0, name)
            self.table.setItem(place, 1, QTableWidgetItem(self._state(folder)))
        if folders:
            self.table.setCurrentCell(min(row, len(folders) - 1), 0)
        self._enable()

    def _state(self, folder: WatchedFolder) -> str:
        if folder.missing_since:
            return self.tr("غير متاح الآن")
        if not folder.looked_at:
            return self.tr("لم يُمر عليه بعد")
        moment = dt.datetime.fromisoformat(folder.looked_at).astimezone()
        clock = self._wording.plain(f"{moment:%H:%M}")
        return f"{self._wording.day(moment.date())} · {clock}"

    @Slot()
    def _enable(self) -> None:
        self.forget_button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> WatchedFolder | None:
        row = self.table.currentRow()
        return self._folders[row] if 0 <= row < len(self._folders) else None

    @Slot()
    def _add(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("إضافة مجلد إلى المراقبة")):
            self.addWanted.emit(Path(name))

    @Slot()
    def _forget(self) -> None:
        folder = self._chosen()
        if folder is not None:
            self.forgetWanted.emit(folder.path)
