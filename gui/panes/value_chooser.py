"""Choosing one name of the archive while typing; where that is allowed, a new one."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.answers import Values
from gui.appearance import Appearance
from gui.models.line_model import Line, LineModel
from gui.panes.direction import keep_direction, show_hint
from gui.panes.line_row import LineRow
from gui.wording import Wording

ROWS, LEAST = 6, 2
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ValueChooser(QWidget):
    """A line to type in and the names that hold what is typed; the arrows choose among them."""

    wanted = Signal(str)
    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget | None = None,
        *,
        text: str = "",
        left_out: str = "",
        new_allowed: bool = False,
    ) -> None:
        """``left_out`` is a name that is not offered, ``text`` what the line holds at first."""
        super().__init__(parent)
        self._wording = wording
        self._left_out = left_out
        self._new_allowed = new_allowed
        self.field = QLineEdit(text, self)
        self.field.setAccessibleName(self.tr("الاسم"))
        show_hint(self.field, self.tr("اكتب جزءًا من الاسم"))
        keep_direction(self.field)
        self.field.installEventFilter(self)
        self.field.selectAll()
        self.model = LineModel(self)
        self.view = _Names(appearance.measure("facet_row"), self)
        self.view.setAccessibleName(self.tr("أسماء الأرشيف"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        row = LineRow(appearance, self)
        self.view.setItemDelegate(row)
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(30)
        self._pause.timeout.connect(self.begin)
        self.field.textEdited.connect(self._typed)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())

    @property
    def value(self) -> str:
        """The name chosen, or ""."""
        line = self.model.line(self.view.currentIndex())
        return str(line.about) if line is not None else ""

    @Slot()
    def begin(self) -> None:
        """Ask for the names that hold what is typed."""
        self.wanted.emit(self.field.text().strip())

    def show_values(self, found: Values) -> None:
        """Show names, unless they answer an older question; the first becomes current.

        While the name itself stands in the line, where a new one is wanted, none does.
        """
        typed = self.field.text().strip()
        if found.contains != typed:
            return
        number = self._wording.number
        lines = [
            Line(value.name, figure=number(value.count), about=value.name)
            for value in found.values
            if value.name != self._left_out
        ]
        lines.sort(key=lambda line: line.text != typed)
        is_new = typed and typed not in (self._left_out, *(line.text for line in lines))
        if self._new_allowed and is_new:
            lines.insert(0, Line(typed, self.tr("اسم جديد"), about=typed))
        self.model.show(lines)
        is_open = self._new_allowed and typed == self._left_out
        self.view.setCurrentIndex(QModelIndex() if is_open else self.model.index(0))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.view, event)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _typed(self) -> None:
        self.model.show(())
        self.changed.emit()
        self._pause.start()


class _Names(QListView):
    """High enough for some rows, and lower where the screen has no room."""

    def __init__(self, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for a choice."""
        return QSize(200, self._row * ROWS)

    def minimumSizeHint(self) -> QSize:
        """The current name and one more."""
        return QSize(120, self._row * LEAST)
