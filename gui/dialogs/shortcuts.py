"""The shortcuts sheet, drawn from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from gui.actions import COMMANDS, MENUS, PANE_KEYS, shown_keys, translated
from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.panes.wrapped import Wrapped


class ShortcutsDialog(QDialog):
    """Every key and what it does, menu by menu."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("اختصارات لوحة المفاتيح"))
        self._appearance = appearance
        sheet = QWidget(self)
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(24, 8, 24, 8)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        right_to_left = parent.isRightToLeft()
        for menu, title in (*MENUS, ("", "")):
            rows = [
                (shown_keys(c, right_to_left=right_to_left), translated(c.text), translated(c.help))
                for c in COMMANDS
                if c.menu == menu and c.keys
            ]
            if rows and title:
                self._add_title(translated(title))
            for keys, text, more in rows:
                self._add_row(keys, text, more)
        self._add_title(self.tr("في اللوحات"))
        for key, text in PANE_KEYS:
            self._add_row(translated(key), translated(text), "")
        note = Wrapped(
            self.tr("تعمل اختصارات الحروف بلوحة المفاتيح العربية أيضًا، على المفاتيح نفسها."), self
        )
        note.setObjectName("quietLabel")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        buttons = closing(self)
        column = column_in(self)
        column.addWidget(area)
        column.addWidget(note)
        column.addWidget(buttons)
        self.resize(appearance.px(560), appearance.px(600))

    def _add_title(self, text: str) -> None:
        label = QLabel(text, self)
        label.setFont(self._appearance.font("kicker"))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, 1, 2)

    def _add_row(self, keys: str, text: str, more: str) -> None:
        row = self._grid.rowCount()
        shown = QLabel(f"\u2066{keys}\u2069", self)
        shown.setFont(self._appearance.font("strong"))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        shown.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        what = Wrapped(text, self)
        what.setToolTip(more)
        self._grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(what, row, 1)
