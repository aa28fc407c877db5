"""Where backups go: beside each archive, or in a folder that the reader chooses."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.background import Background, Worker
from gui.messages import sentence
from gui.settings import Settings
from newsarchive.backups import is_on_disk_of, prove_folder

_LINES = 3  # that what is told may take


class BackupFolder(QWidget):
    """The folder and two buttons; below it what is wrong with it, or what it does not protect from.

    The folder is looked at on a thread of its own: a drive that is gone may take long to say so.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.place = QLineEdit(self)
        self.place.setReadOnly(True)
        self.place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.place.setPlaceholderText(self.tr("بجانب كل أرشيف"))
        self.choose_button = QPushButton(self.tr("اختيار مجلد…"), self)
        self.beside_button = QPushButton(self.tr("بجانب كل أرشيف"), self)
        self.told = QLabel(self)
        self.told.setObjectName("quietLabel")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(_LINES * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        for button in (self.choose_button, self.beside_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        column.addLayout(buttons)
        column.addWidget(self.told)
        self.choose_button.clicked.connect(self._ask)
        self.beside_button.clicked.connect(lambda: self._keep(""))
        self._worker = Worker()
        self._looking = Background(self._worker, parent=self)
        self._looking.done.connect(self._tell_proved)
        self._looking.failed.connect(self._tell_fault)
        self.destroyed.connect(self._worker.end)
        self._show()

    @property
    def busy(self) -> bool:
        """Whether the folder is being looked at."""
        return self._looking.busy

    def setAccessibleName(self, name: str) -> None:
        """The name of the line that shows the folder."""
        self.place.setAccessibleName(name)

    @Slot()
    def _ask(self) -> None:
        title, now = self.tr("مجلد النسخ الاحتياطية"), self._settings.text("backups")
        if name := QFileDialog.getExistingDirectory(self, title, now):
            self._keep(name)

    def _keep(self, folder: str) -> None:
        self._settings.set("backups", folder)
        self._show()

    def _show(self) -> None:
        """Show the folder, and look whether it can be used."""
        folder, archive = (self._settings.text(key) for key in ("backups", "archive"))
        self.place.setText(folder)
        self.place.setToolTip(folder)
        self.beside_button.setEnabled(bool(folder))
        self._tell_kept()
        if folder:
            self._looking.run(partial(_proved, Path(folder), archive))
        else:
            self._looking.cancel()

    def _tell_kept(self) -> None:
        self.told.setText(self.tr("نسخة كل يوم، وتبقى سبع نسخ يومية وأربع أسبوعية."))

    @Slot(object)
    def _tell_proved(self, is_same_disk: bool) -> None:
        self._tell_kept()
        if is_same_disk:
            self.told.setText(
                self.tr("هذا المجلد على قرص الأرشيف نفسه، فلا تنجو نسخه من تلف القرص.")
            )

    @Slot(object)
    def _tell_fault(self, error: Exception) -> None:
        self.told.setText(sentence(error, self._settings.text("language")))


def _proved(folder: Path, archive: str) -> bool:
    prove_folder(folder)
    return bool(archive) and is_on_disk_of(folder, Path(archive))
