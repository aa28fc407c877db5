"""Lines to type in: their direction whatever letter they begin with, and what they hint at."""

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


def show_hint(field: QLineEdit, text: str) -> None:
    """Show ``text`` in the empty ``field``, a blank before it: the caret would hide a letter."""
    field.setPlaceholderText(f"\u00a0{text}")
