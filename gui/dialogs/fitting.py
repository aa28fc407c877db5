"""What all dialogs share: how large they may be, their edges, and the button that closes them."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

MARGIN, BELOW, GAP = 24, 16, 12  # pixels
PART = 0.94  # of the screen, for the frame around the dialog takes its own


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Make the dialog of this size, or as large as the screen that it is on allows."""
    available = dialog.screen().availableSize()
    largest = QSize(int(available.width() * PART), int(available.height() * PART))
    dialog.resize(QSize(width, height).boundedTo(largest))


def column_in(dialog: QDialog) -> QVBoxLayout:
    """The column that all of the dialog stands in, clear of its edges."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, BELOW)
    column.setSpacing(GAP)
    return column


def closing(dialog: QDialog) -> QDialogButtonBox:
    """The buttons of a dialog that is only closed; to close is never what it is for."""
    buttons, close = QDialogButtonBox(dialog), QPushButton(dialog)
    close.setObjectName("closing")
    close.setText(QCoreApplication.translate("dialogs", "إغلاق"))
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    return buttons


def in_our_words(buttons: QDialogButtonBox) -> None:
    """Let the buttons that Qt names be called as they are everywhere in the window."""
    for kind, text in (
        (QDialogButtonBox.StandardButton.Save, QCoreApplication.translate("dialogs", "حفظ")),
        (QDialogButtonBox.StandardButton.Cancel, QCoreApplication.translate("dialogs", "إلغاء")),
    ):
        if (button := buttons.button(kind)) is not None:
            button.setText(text)
