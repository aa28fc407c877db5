"""Looking for words within the open article: a line above it, how many, which one."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.appearance import Appearance
from gui.icons import icon
from gui.panes.direction import keep_direction, show_hint
from gui.wording import Wording

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(QWidget):
    """Tells what is sought and which step is wanted: the next (1) or the one before (-1)."""

    sought = Signal(str)
    stepWanted = Signal(int)
    closeWanted = Signal()

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance, self._wording = appearance, wording
        self.field = QLineEdit(self)
        show_hint(self.field, self.tr("ابحث في المقال"))
        self.field.setAccessibleName(self.tr("ابحث في المقال"))
        keep_direction(self.field)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setObjectName("quietLabel")
        self._before = self._button(self.tr("السابق"), lambda: self.stepWanted.emit(-1))
        self._after = self._button(self.tr("التالي"), lambda: self.stepWanted.emit(1))
        self._close = self._button(self.tr("إغلاق البحث في المقال"), self.closeWanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(self.field, 1)
        for widget in (self.count, self._before, self._after, self._close):
            line.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(30)
        self._pause.timeout.connect(lambda: self.sought.emit(self.field.text()))
        self.field.textChanged.connect(self._pause.start)
        self.hide()
        appearance.changed.connect(self._dress)
        self._dress()

    def begin(self, text: str = "") -> None:
        """Show the bar and type in it; ``text`` is sought at once."""
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, current: int, total: int) -> None:
        """Show which of how many is shown, counted from 1."""
        number = self._wording.number
        if total:
            text = self.tr("%1 من %2").replace("%1", number(current))
            self.count.setText(text.replace("%2", number(total)))
        else:
            self.count.setText(self.tr("لا شيء") if self.field.text().strip() else "")
        self._before.setEnabled(total > 1)
        self._after.setEnabled(total > 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if not isinstance(event, QKeyEvent):
            return False
        is_press = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif is_press:
                self.closeWanted.emit()
            return True
        if is_press and event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepWanted.emit(-1 if back else 1)
            return True
        return False

    def _button(self, text: str, act: SignalInstance | object) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        self.count.setFont(look.font("small"))
        for button, name in ((self._before, "up"), (self._after, "down"), (self._close, "close")):
            button.setIcon(icon(name, look.colour("ink"), look.px(14)))
            button.setIconSize(QSize(look.px(14), look.px(14)))
