"""A choice of one among several, with an arrow in a colour of the theme."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from gui.appearance import Appearance
from gui.icons import icon

SIDE = 14


class DropDown(QComboBox):
    """The style sheet draws the field, which can hold no drawing in a colour of the theme."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the arrow over it."""
        super().paintEvent(event)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxArrow
        box = self.style().subControlRect(kind, option, part, self)
        look = self._appearance
        arrow = icon("down", look.colour("muted"), look.px(SIDE))
        arrow.paint(QPainter(self), box)
