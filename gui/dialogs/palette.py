"""The palette: type a few letters of what is to be done, Enter does it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListView, QWidget

from gui.appearance import Appearance
from gui.dialogs.fitting import column_in
from gui.models.line_model import Line, LineModel
from gui.palette import Entry, found
from gui.panes.direction import keep_direction, show_hint
from gui.panes.line_row import LineRow

WIDTH, HEIGHT, DOWN = 560, 420, 72
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PaletteDialog(QDialog):
    """Tells which entry was chosen, once it is closed."""

    chosen = Signal(object)

    def __init__(self, every: Sequence[Entry], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("كل الأوامر"))
        self._every = every
        self.field = QLineEdit(self)
        show_hint(self.field, self.tr("اكتب ما تريد فعله"))
        self.field.setAccessibleName(self.tr("اكتب ما تريد فعله"))
        self.field.setFont(appearance.font("search"))
        self.field.setFixedHeight(appearance.measure("search_field"))
        keep_direction(self.field)
        self.field.installEventFilter(self)
        self.model = LineModel(self, _line)
        self.view = QListView(self)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineRow(appearance, self))
        self.view.clicked.connect(self._take)
        column = column_in(self)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self.resize(appearance.px(WIDTH), appearance.px(HEIGHT))
        self.field.textChanged.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types; Enter does what is current."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MOVES:
            QApplication.sendEvent(self.view, event)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.view.currentIndex())
            return True
        return False

    @Slot()
    def _show(self) -> None:
        self.model.show(found(self._every, self.field.text()))
        self.view.setCurrentIndex(self.model.index(0))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None and line.about.is_ready:
            entry: Entry = line.about
            self.accept()
            self.chosen.emit(entry)


def _line(entry: Entry) -> Line:
    return Line(entry.name, entry.other, entry.keys, about=entry, is_past=not entry.is_ready)
