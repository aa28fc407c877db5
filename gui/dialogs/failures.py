"""The files that an import could not read, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.dialogs.tables import LEADING
from gui.importing import FailedFile
from gui.wording import isolated, quoting


class FailuresDialog(QDialog):
    """A table to read, to copy, and to try again from."""

    columnsWanted = Signal(list)
    retryWanted = Signal(object)

    def __init__(
        self, appearance: Appearance, failures: Sequence[FailedFile], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("ملفات لم تُستورد"))
        self._failures = tuple(failures)
        intro = QLabel(self.tr("استُورد كل ما عداها. أصلح السبب ثم أعد المحاولة."), self)
        intro.setObjectName("quietLabel")
        self.table = QTableWidget(len(self._failures), 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("الملف"), self.tr("السبب")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        two_lines = 2 * self.table.fontMetrics().lineSpacing() + appearance.px(12)
        self.table.verticalHeader().setDefaultSectionSize(two_lines)
        self.table.horizontalHeader().setDefaultAlignment(LEADING)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, failure in enumerate(self._failures):
            name = QTableWidgetItem(isolated(Path(failure.file).name))
            name.setToolTip(failure.file)
            self.table.setItem(row, 0, name)
            reason = QTableWidgetItem(quoting(failure.reason))
            reason.setToolTip(reason.text())
            self.table.setItem(row, 1, reason)
        self.table.setColumnWidth(0, appearance.px(240))
        self.table.setWordWrap(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        buttons = closing(self)
        copy = buttons.addButton(self.tr("نسخ القائمة"), QDialogButtonBox.ButtonRole.ActionRole)
        retry = buttons.addButton(self.tr("إعادة المحاولة"), QDialogButtonBox.ButtonRole.ActionRole)
        if any(failure.wants_columns for failure in self._failures):
            choose = buttons.addButton(
                self.tr("اختيار الأعمدة…"), QDialogButtonBox.ButtonRole.ActionRole
            )
            choose.clicked.connect(self._choose)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        retry.clicked.connect(self._retry)
        column = column_in(self)
        column.addWidget(intro)
        column.addWidget(self.table)
        column.addWidget(buttons)
        self.resize(appearance.px(720), appearance.px(420))

    def copy(self) -> None:
        """Put the list on the clipboard, a line for each file."""
        text = "\n".join(f"{failure.file}\t{failure.reason}" for failure in self._failures)
        QGuiApplication.clipboard().setText(text)

    def _retry(self) -> None:
        paths = (Path(one.path or one.file.split("#")[0]) for one in self._failures)
        self.retryWanted.emit([path for path in dict.fromkeys(paths) if path.exists()])
        self.accept()

    def _choose(self) -> None:
        paths = (Path(one.path) for one in self._failures if one.wants_columns)
        self.accept()
        self.columnsWanted.emit(list(dict.fromkeys(paths)))
