"""In which articles a name is someone else: the open one, or those selected in the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from gui.panes.wrapped import Wrapped
from gui.wording import Wording, isolated


class Scope(QWidget):
    """Offers what there is; where only one is, it says which."""

    changed = Signal()

    def __init__(
        self, wording: Wording, title: str, own: tuple[str, ...], selected: tuple[str, ...]
    ) -> None:
        """``own`` is the open article's source, ``selected`` those of the list."""
        super().__init__()
        self._own, self._selected = own, selected
        count = self.tr("في %1 مقال محدد في القائمة", "", len(selected))
        count = count.replace("%1", wording.number(len(selected)))
        self.this = QRadioButton(self.tr("في هذا المقال وحده: %1").replace("%1", isolated(title)))
        self.those = QRadioButton(count)
        hint = Wrapped(self.tr("حدد مقالات أخرى في القائمة بمفتاح Shift أو Ctrl لفصلها معًا."))
        hint.setObjectName("quietLabel")
        several = bool(selected) and selected != own
        self.this.setVisible(bool(own))
        self.those.setVisible(several)
        (self.those if several else self.this).setChecked(True)
        hint.setVisible(not several)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for widget in (self.this, self.those, hint):
            column.addWidget(widget)
        self.this.toggled.connect(lambda _: self.changed.emit())

    @property
    def sources(self) -> tuple[str, ...]:
        """The sha256 of the sources of the articles meant."""
        return self._selected if self.those.isChecked() else self._own
