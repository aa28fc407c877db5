"""The saved searches in the sidebar, with what is new in each."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.models.line_model import Line
from gui.panes.line_section import LineSection
from gui.wording import Wording

_MARGIN = 8


class SavedSection(QWidget):
    """Enter or a click opens a search, F2 renames, Delete drops it; hidden while there is none."""

    chosen = Signal(object, QPoint)
    menuWanted = Signal(object, QPoint)
    renameWanted = Signal(object)
    dropWanted = Signal(object)

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("عمليات البحث المحفوظة")
        self.lines = LineSection(title, appearance, wording, self, inset=_MARGIN)
        self.lines.chosen.connect(self.chosen)
        self.lines.menuWanted.connect(self.menuWanted)
        self.lines.view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        column.addWidget(self.lines)
        self.hide()

    def show_lines(self, lines: list[Line]) -> None:
        """Show the searches, each line about one."""
        self.lines.show_lines(lines)
        self.setVisible(bool(lines))

    def focus_rows(self) -> None:
        """Go to the searches."""
        if not self.isHidden():
            self.lines.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rename and drop by key, before the window takes the keys for something else."""
        if not isinstance(event, QKeyEvent) or event.modifiers() != _PLAIN:
            return False
        acts = {Qt.Key.Key_F2: self.renameWanted, Qt.Key.Key_Delete: self.dropWanted}
        act = acts.get(Qt.Key(event.key()))
        line = self.lines.model.line(self.lines.view.currentIndex())
        if act is None or line is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            act.emit(line.about)
        return True


_PLAIN = Qt.KeyboardModifier.NoModifier
