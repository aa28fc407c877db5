"""Nothing to show: one drawing, one sentence, one action, and what else would lead on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.icons import pixmap
from gui.panes.wrapped import Wrapped

MARGIN, INSIDE = 16, 24


class EmptyState(QWidget):
    """Says why there is nothing and offers what to do next."""

    actionWanted = Signal()
    wayChosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._drawing_name = "nothing"
        self.ways: list[QPushButton] = []
        self._drawing = QLabel(self)
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = Wrapped(parent=self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = Wrapped(parent=self)
        self._hint.setObjectName("quietLabel")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.actionWanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 32, MARGIN, 32)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._drawing)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(2)
        column.addLayout(self._ways)
        column.addSpacing(16)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        appearance.changed.connect(self._dress)
        self._dress()

    def show_ways(self, ways: Sequence[tuple[str, object]]) -> None:
        """Offer these, each in words with what it tells when it is chosen."""
        for before in self.ways:
            self._ways.removeWidget(before)
            before.deleteLater()
        self.ways.clear()
        for text, about in ways:
            button = QPushButton(self)
            button.setObjectName("way")
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, about=about: self.wayChosen.emit(about))
            self.ways.append(button)
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name takes what room there is."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 2 * MARGIN - INSIDE
        for button in self.ways:
            text, metrics = button.accessibleName(), button.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            button.setText(shown.replace("&", "&&"))

    def show_text(self, drawing: str, sentence: str, hint: str, action: str) -> None:
        """Show this drawing and these texts; an empty one takes no room."""
        self._drawing_name = drawing
        self.show_ways(())
        for label, text in ((self._sentence, sentence), (self._hint, hint)):
            label.setText(text)
            label.setVisible(bool(text))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._dress()

    def _dress(self) -> None:
        look = self._appearance
        size = QSize(look.px(88), look.px(88))
        self._drawing.setPixmap(
            pixmap(self._drawing_name, look.colour("bar"), size, self.devicePixelRatioF())
        )
        self._sentence.setFont(look.font("empty"))


def scrolled(empty: EmptyState, parent: QWidget) -> QScrollArea:
    """A place for it to scroll in, which has no ground of its own."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(empty)
    for ground in (area.viewport(), empty):
        ground.setAutoFillBackground(False)
    return area
