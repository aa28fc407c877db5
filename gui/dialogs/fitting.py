"""How large a dialog may be: large text asks for more than some screens have."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

PART = 0.94  # of the screen, for the frame around the dialog takes its own


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Make the dialog of this size, or as large as the screen that it is on allows."""
    available = dialog.screen().availableSize()
    largest = QSize(int(available.width() * PART), int(available.height() * PART))
    dialog.resize(QSize(width, height).boundedTo(largest))
