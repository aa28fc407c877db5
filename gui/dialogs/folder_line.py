"""A folder that is chosen, or left to the program, and what there is to say about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.panes.wrapped import Wrapped

_LINES = 3  # that what is told may take


class FolderLine(QWidget):
    """The folder, two buttons and a sentence; tells the folder wanted, "" for the program's."""

    wanted = Signal(str)

    def __init__(self, title: str, plain: str, parent: QWidget) -> None:
        """``title`` is of the dialog that asks for a folder, ``plain`` what stands for none."""
        super().__init__(parent)
        self._title = title
        self.place = QLineEdit(self)
        self.place.setReadOnly(True)
        self.place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.place.setPlaceholderText(plain)
        self.choose_button = QPushButton(self.tr("اختيار مجلد…"), self)
        self.plain_button = QPushButton(plain, self)
        self.told = Wrapped(parent=self)
        self.told.setObjectName("quietLabel")
        self.told.setMinimumHeight(_LINES * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        for button in (self.choose_button, self.plain_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        column.addLayout(buttons)
        column.addWidget(self.told)
        self.choose_button.clicked.connect(self._ask)
        self.plain_button.clicked.connect(lambda: self.wanted.emit(""))

    def setAccessibleName(self, name: str) -> None:
        """The name of the line that shows the folder."""
        self.place.setAccessibleName(name)

    def show_folder(self, folder: str) -> None:
        """Show the folder; "" for the program's own way."""
        self.place.setText(folder)
        self.place.setToolTip(folder)
        self.plain_button.setEnabled(bool(folder))

    @Slot()
    def _ask(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self._title, self.place.text()):
            self.wanted.emit(name)
