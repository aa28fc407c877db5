"""A line to type in that keeps the window's direction whatever letter it begins with."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit


def keep_direction(field: QLineEdit) -> None:
    """Fix the direction of ``field`` to that of the window.

    The key that some keyboards have for it is Qt's one way to do so; without it «person:محمد»
    turns around.
    """
    key = Qt.Key.Key_Direction_R if field.isRightToLeft() else Qt.Key.Key_Direction_L
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, pressed)
