"""A short tour: one note after the other beside the parts of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.panes.wrapped import Wrapped

_GAP = 12


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the tour: a widget as it is when its turn comes, a heading, and a text."""

    place: Callable[[], QWidget]
    heading: str
    text: str


class Tour(QFrame):
    """A note over the window, beside the part it tells of; keys and buttons go on or end it."""

    def __init__(self, stops: Sequence[Stop], appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stops, self._number = tuple(stops), 0
        self._window = window
        self.heading = QLabel(self)
        self.heading.setFont(appearance.font("list_title"))
        self.text = Wrapped(parent=self)
        self.text.setFixedWidth(appearance.px(320))
        self.count = QLabel(self)
        self.count.setObjectName("quietLabel")
        self.next = QPushButton(self)
        self.next.setDefault(True)
        self.end = QPushButton(self.tr("إنهاء"), self)
        self.next.clicked.connect(self._go_on)
        self.end.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.end)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(row)
        window.installEventFilter(self)
        self._show_stop()
        self.show()
        self.raise_()
        self.next.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the place when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window's own command of that key does."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self._number += 1
        if self._number == len(self._stops):
            self.close()
        else:
            self._show_stop()

    def _show_stop(self) -> None:
        stop = self._stops[self._number]
        self.heading.setText(stop.heading)
        self.text.setText(stop.text)
        self.count.setText(
            self.tr("%1 من %2")
            .replace("%1", str(self._number + 1))
            .replace("%2", str(len(self._stops)))
        )
        last = self._number == len(self._stops) - 1
        self.next.setText(self.tr("تم") if last else self.tr("التالي"))
        self.next.setAccessibleDescription(f"{stop.heading}: {stop.text}")
        self.adjustSize()
        self._stand()

    def _stand(self) -> None:
        """Beside the place where there is room, on its inner edge where there is none."""
        place, window = self._stops[self._number].place(), self._window
        corner = place.mapTo(window, QPoint(0, 0))
        right, left = corner.x() + place.width() + _GAP, corner.x() - self.width() - _GAP
        x = right if right + self.width() <= window.width() else left
        if x < 0:
            x = corner.x() + (place.width() - self.width()) // 2
        y = corner.y() + (place.height() + _GAP if place.height() < self.height() else 3 * _GAP)
        x = max(_GAP, min(x, window.width() - self.width() - _GAP))
        self.move(x, max(_GAP, min(y, window.height() - self.height() - _GAP)))
