"""Where backups go: beside each archive, or in a folder that the reader chooses."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from gui.background import Background, Worker
from gui.dialogs.folder_line import FolderLine
from gui.messages import sentence
from gui.settings import Settings
from newsarchive.backups import is_on_disk_of, prove_folder


class BackupFolder(FolderLine):
    """Says what is wrong with the folder, or what it does not protect from.

    The folder is looked at on a thread of its own: a drive that is gone may take long to say so.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("BackupFolder", "مجلد النسخ الاحتياطية"),
            QCoreApplication.translate("BackupFolder", "بجانب كل أرشيف"),
            parent,
        )
        self._settings = settings
        self.wanted.connect(self._keep)
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

    @Slot(str)
    def _keep(self, folder: str) -> None:
        self._settings.set("backups", folder)
        self._show()

    def _show(self) -> None:
        """Show the folder, and look whether it can be used."""
        folder, archive = (self._settings.text(key) for key in ("backups", "archive"))
        self.show_folder(folder)
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
