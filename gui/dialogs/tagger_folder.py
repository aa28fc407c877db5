"""What finds the names in articles: what comes with the program, or a model of the user's own."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.dialogs.folder_line import FolderLine
from gui.messages import sentence
from gui.settings import Settings


class TaggerFolder(FolderLine):
    """Tells the model's folder that is wanted, None for the program's own; the archive keeps it.

    Nothing is changed until ``show_tagger`` says so: a model is tried before it is taken.
    """

    taggerWanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("TaggerFolder", "مجلد مصنِّف الألفاظ"),
            QCoreApplication.translate("TaggerFolder", "المرافق للبرنامج"),
            parent,
        )
        self._settings = settings
        self.wanted.connect(self._want)
        self.show_tagger(None)

    @Slot(str)
    def _want(self, folder: str) -> None:
        self.told.setText(self.tr("يُجرَّب المصنِّف…"))
        self.taggerWanted.emit(Path(folder) if folder else None)

    @Slot(object)
    def show_tagger(self, folder: Path | None) -> None:
        """Show what finds the names from now on."""
        self.show_folder(str(folder or ""))
        self.told.setText(
            self.tr("يجد أسماء ما يُستورد من الآن في هذا الأرشيف: نموذج ONNX على جهازك، أو المرافق.")
        )

    @Slot(object)
    def show_fault(self, error: Exception) -> None:
        """Say why a model cannot be used; what found the names before still does."""
        self.told.setText(sentence(error, self._settings.text("language")))
