"""A box to tick, with a tick in it, that grows with the text."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from gui.appearance import Appearance
from gui.icons import icon

SIDE = 14


class TickBox(QCheckBox):
    """The style sheet draws the box, which can hold no drawing in a colour of the theme."""

    def __init__(self, text: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        appearance.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and the tick over it."""
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxIndicator
            box = self.style().subElementRect(part, option, self)
            look = self._appearance
            tick = icon("tick", look.colour("on_accent"), look.px(SIDE))
            tick.paint(QPainter(self), box)

    @Slot()
    def _dress(self) -> None:
        side = self._appearance.px(SIDE)
        self.setStyleSheet(f"QCheckBox::indicator {{ width: {side}px; height: {side}px; }}")
