"""Asking which tag is called what; onto the name of another the two become one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import column_in, in_our_words
from gui.panes.direction import keep_direction
from gui.panes.drop_down import DropDown
from gui.panes.wrapped import Wrapped
from gui.wording import Wording, isolated
from newsarchive.arabic.fold import fold


class RenamingTagDialog(QDialog):
    """Tells the tag and its name; says beforehand when it will be one with another."""

    renamed = Signal(str, str)

    def __init__(
        self,
        tags: Sequence[tuple[str, int]],
        chosen: str,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget,
    ) -> None:
        """``tags`` are all there are, each with how many articles have it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("تغيير اسم وسم"))
        self._wording = wording
        self._counts = dict(tags)
        self.tag = DropDown(appearance, self)
        self.tag.addItems(list(self._counts))
        self.tag.setAccessibleName(self.tr("الوسم"))
        self.tag.setCurrentText(chosen)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("اسمه الجديد"))
        self.field.setMinimumWidth(320)
        keep_direction(self.field)
        completer = QCompleter(list(self._counts), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.warning = Wrapped(parent=self)
        self.warning.setObjectName("quietLabel")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        in_our_words(self._buttons)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("الوسم"), self.tag)
        form.addRow(self.tr("اسمه الجديد"), self.field)
        column = column_in(self)
        column.addLayout(form)
        column.addWidget(self.warning)
        column.addWidget(self._buttons)
        self.tag.currentTextChanged.connect(self._begin)
        self.field.textChanged.connect(self._look)
        self._begin(self.tag.currentText())
        self.field.setFocus()

    @property
    def _name(self) -> str:
        return " ".join(self.field.text().split())

    @property
    def _other(self) -> str:
        """The tag that it would be one with, or ""."""
        wanted, tag = fold(self._name), self.tag.currentText()
        return next((one for one in self._counts if one != tag and fold(one) == wanted), "")

    @Slot(str)
    def _begin(self, tag: str) -> None:
        self.field.setText(tag)
        self.field.selectAll()

    @Slot()
    def _look(self) -> None:
        other = self._other
        if other:
            text = self.tr("سيصيران وسمًا واحدًا: %1 (%2)").replace("%1", isolated(other))
            self.warning.setText(text.replace("%2", self._wording.number(self._counts[other])))
        else:
            self.warning.clear()
        name = self._name
        rename = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        rename.setText(self.tr("دمج") if other else self.tr("تغيير"))
        rename.setEnabled(bool(name) and name != self.tag.currentText())

    @Slot()
    def _take(self) -> None:
        self.renamed.emit(self.tag.currentText(), self._name)
        self.accept()
