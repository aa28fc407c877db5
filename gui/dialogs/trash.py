"""What was deleted in the last 30 days: brought back, or deleted for good."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.dialogs.tables import read_table
from gui.panes.wrapped import Wrapped
from gui.wording import Wording
from newsarchive.article import Trashed

MOST = 2_000
"""Rows that are shown; more are restored and deleted with all."""


class TrashDialog(QDialog):
    """The last deleted first; what is brought back leaves the table at once."""

    restoreWanted = Signal(object)
    emptyWanted = Signal(object)

    def __init__(
        self, trashed: Sequence[Trashed], appearance: Appearance, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("سلة المحذوفات"))
        self._trashed = list(trashed)
        self.intro = Wrapped(parent=self)
        self.intro.setObjectName("quietLabel")
        titles = (self.tr("العنوان"), self.tr("المصدر"), self.tr("حُذف في"))
        self.table = read_table(self.windowTitle(), titles, [appearance.px(160)] * 2, self)
        buttons = closing(self)
        self.restore_button = QPushButton(self.tr("استعادة"), self)
        self.restore_all_button = QPushButton(self.tr("استعادة الكل"), self)
        self.empty_button = QPushButton(self.tr("إفراغ السلة…"), self)
        for button in (self.restore_button, self.restore_all_button, self.empty_button):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.restore_button.clicked.connect(self._restore)
        self.restore_all_button.clicked.connect(lambda: self._bring_back(self._numbers()))
        self.empty_button.clicked.connect(lambda: self.emptyWanted.emit(self._numbers()))
        self.table.itemSelectionChanged.connect(self._enable)
        column = column_in(self)
        for widget in (self.intro, self.table, buttons):
            column.addWidget(widget)
        self.resize(appearance.px(720), appearance.px(420))
        self._show(wording)

    def _show(self, wording: Wording) -> None:
        shown = self._trashed[:MOST]
        self.table.setRowCount(len(shown))
        for row, one in enumerate(shown):
            day = wording.day(one.deleted_at.astimezone().date())
            for place, text in enumerate((one.title, one.outlet, day)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, place, item)
        if shown:
            self.table.setCurrentCell(0, 0)
        self._enable()

    def _numbers(self) -> tuple[int, ...]:
        return tuple(one.id for one in self._trashed)

    @Slot()
    def _enable(self) -> None:
        some = bool(self._trashed)
        self.restore_button.setEnabled(bool(self._selected()))
        self.restore_all_button.setEnabled(some)
        self.empty_button.setEnabled(some)
        self.intro.setText(
            self.tr("تبقى المقالات المحذوفة هنا ثلاثين يومًا، ثم تُحذف نهائيًا.")
            if some
            else self.tr("السلة فارغة.")
        )

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    @Slot()
    def _restore(self) -> None:
        self._bring_back(tuple(self._trashed[row].id for row in self._selected()))

    def _bring_back(self, numbers: tuple[int, ...]) -> None:
        self.restoreWanted.emit(numbers)
        gone = set(numbers)
        for row in range(self.table.rowCount() - 1, -1, -1):
            if self._trashed[row].id in gone:
                self.table.removeRow(row)
        self._trashed = [one for one in self._trashed if one.id not in gone]
        self._enable()
