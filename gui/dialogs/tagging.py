"""Putting tags on articles: type a tag, Enter puts it on or takes it off."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from gui.appearance import Appearance
from gui.deeds import Done, Marked
from gui.dialogs.fitting import closing, column_in
from gui.models.line_model import Line, LineModel
from gui.panes.direction import keep_direction, show_hint
from gui.panes.line_row import LineRow
from gui.wording import Wording
from newsarchive.arabic.fold import fold

Used = tuple[str, int, int]
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class TaggingDialog(QDialog):
    """Shows every tag and on how many of ``count`` articles it is; tells which to put on or off."""

    toggled = Signal(str, bool)

    def __init__(
        self, count: int, appearance: Appearance, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._count, self._wording = count, wording
        self._tags: tuple[Used, ...] = ()
        self.setWindowTitle(self.tr("الوسوم"))
        title = QLabel(self.tr("وسوم %1 مقال", "", count).replace("%1", wording.number(count)))
        title.setFont(appearance.font("strong"))
        self.field = QLineEdit(self)
        show_hint(self.field, self.tr("اكتب وسمًا، ثم مفتاح الإدخال"))
        self.field.setAccessibleName(self.tr("الوسم"))
        keep_direction(self.field)
        self.field.installEventFilter(self)
        self.model = LineModel(self, self._line)
        self.view = QListView(self)
        self.view.setAccessibleName(self.tr("وسوم الأرشيف"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineRow(appearance, self))
        buttons = closing(self)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined] # they are push buttons
        column = column_in(self)
        for widget in (title, self.field, self.view, buttons):
            column.addWidget(widget)
        self.resize(appearance.px(420), appearance.px(420))
        self.field.textEdited.connect(self._show)
        self.view.clicked.connect(self._toggle)
        self.field.setFocus()
        QTimer.singleShot(0, self.field, self.field.setFocus)

    def show_tags(self, tags: Sequence[Used]) -> None:
        """Show every tag: its name, how many articles have it, and how many of those meant."""
        self._tags = tuple(tags)
        self._show()

    @Slot(object)
    def follow(self, done: Done) -> None:
        """Show what a tag put on or off has changed."""
        deed = done.deed
        if not isinstance(deed, Marked) or not deed.tag:
            return
        step = len(deed.chosen.numbers) * (1 if deed.on is not done.taken_back else -1)
        used = {name: (total, here) for name, total, here in self._tags}
        total, here = used.get(deed.tag, (0, 0))
        used[deed.tag] = total + step, here + step
        self.show_tags([(name, *counts) for name, counts in sorted(used.items()) if counts[0] > 0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types; Enter takes what is current."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MOVES:
            QApplication.sendEvent(self.view, event)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle(self.view.currentIndex())
            self.accept()
            return True
        return False

    @Slot()
    def _show(self) -> None:
        typed = " ".join(self.field.text().split())
        wanted = fold(typed)
        shown: list[Used] = [one for one in self._tags if wanted in fold(one[0])]
        shown.sort(key=lambda one: (fold(one[0]) != wanted, not fold(one[0]).startswith(wanted)))
        if typed and not any(fold(one[0]) == wanted for one in shown):
            begun = sum(fold(one[0]).startswith(wanted) for one in shown)
            shown.insert(begun, (typed, 0, 0))
        self.model.show(shown)
        self.view.setCurrentIndex(self.model.index(0) if typed else QModelIndex())

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None:
            name, _, here = line.about
            self.toggled.emit(name, here < self._count)

    def _line(self, used: Used) -> Line:
        name, total, here = used
        if not total:
            return Line(name, self.tr("وسم جديد"), about=used)
        note = ""
        if here:
            note = self.tr("عليها كلها") if here >= self._count else self.tr("على بعضها")
            note = self.tr("عليه") if self._count == 1 else note
        sign = "✓ " if here >= self._count else "– " if here else ""
        return Line(f"{sign}{name}", note, self._wording.number(total), about=used)
