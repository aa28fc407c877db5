"""Asking what a saved search is called."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from gui.dialogs.fitting import column_in, in_our_words
from gui.panes.direction import keep_direction


class NamingSearchDialog(QDialog):
    """Tells the name; says when a search of that name would be replaced."""

    named = Signal(str)

    def __init__(self, title: str, name: str, taken: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._taken = taken
        self.field = QLineEdit(name, self)
        self.field.setAccessibleName(self.tr("اسم البحث"))
        self.field.setMinimumWidth(320)
        keep_direction(self.field)
        self.field.selectAll()
        self.warning = QLabel(self)
        self.warning.setObjectName("quietLabel")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        in_our_words(self._buttons)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        column = column_in(self)
        column.addWidget(QLabel(self.tr("اسم البحث"), self))
        for widget in (self.field, self.warning, self._buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(self._look)
        self._look()

    @property
    def _name(self) -> str:
        return " ".join(self.field.text().split())

    @Slot()
    def _look(self) -> None:
        is_taken = self._name in self._taken
        self.warning.setText(self.tr("سيحل محل بحث بهذا الاسم") if is_taken else "")
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self._name))

    @Slot()
    def _take(self) -> None:
        self.named.emit(self._name)
        self.accept()
