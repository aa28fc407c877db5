"""A text on as many lines as it needs, all of which begin at its edge."""

from html import escape

from PySide6.QtWidgets import QLabel, QWidget


class Wrapped(QLabel):
    """Plain text, set as a document is: a plain label shifts each line by the blank it ends in.

    From right to left that would leave a line ragged at its beginning and cut it at its end.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = ""
        self.setWordWrap(True)
        self.setText(text)

    def text(self) -> str:
        """The text as it was given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show this, letter for letter."""
        self._plain = text
        kept = f'<div style="white-space: pre-wrap">{escape(text)}</div>'
        super().setText(kept if text else "")

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")
