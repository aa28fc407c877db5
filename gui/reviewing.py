"""Going through proposals and corrections in dialogs of their own."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.appearance import Appearance
from gui.entities import Entities
from gui.settings import Settings
from gui.wording import Wording, isolated
from newsarchive.correction import Correction, Proposal, What

_SUFFIX = ".jsonl"


class Reviewing(QObject):
    """Opens the dialogs and does what is decided in them."""

    pageWanted = Signal(object)
    told = Signal(str)

    def __init__(
        self, entities: Entities, settings: Settings, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._entities = entities
        self._settings, self._appearance = settings, appearance
        entities.correcting.sentOut.connect(self._tell_sent)

    @property
    def _window(self) -> QWidget:
        return cast("QWidget", self.parent())

    def show_proposals(self) -> None:
        """Show which names may be one."""
        from gui.dialogs.proposals import ProposalsDialog

        entities = self._entities
        wording = Wording.of(self._settings)
        dialog = ProposalsDialog(self._appearance, wording, self._window)
        dialog.wanted.connect(entities.ask_proposals)
        dialog.judged.connect(self.judge)
        dialog.pageWanted.connect(self.pageWanted)
        dialog.undoWanted.connect(entities.correcting.undo)
        entities.proposalsArrived.connect(dialog.show_proposals)
        entities.correcting.changed.connect(dialog.follow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin()

    def show_corrections(self) -> None:
        """Show every correction ever made."""
        from gui.dialogs.corrections import CorrectionsDialog

        entities = self._entities
        wording = Wording.of(self._settings)
        dialog = CorrectionsDialog(self._appearance, wording, self._window)
        dialog.wanted.connect(entities.ask_history)
        dialog.undoWanted.connect(entities.correcting.take_back)
        dialog.againWanted.connect(lambda one: entities.correcting.make((one,)))
        dialog.exportWanted.connect(self.send_out)
        dialog.importWanted.connect(self.take_in)
        entities.historyArrived.connect(dialog.show_history)
        entities.correcting.changed.connect(dialog.begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.begin()

    @Slot(object, bool)
    def judge(self, proposal: Proposal, is_one: bool) -> None:
        """Merge the two names of a proposal, or remember that they are two."""
        what = What.MERGE if is_one else What.DISTINCT
        made = Correction(what, proposal.kind, proposal.name, proposal.into)
        self._entities.correcting.make((made,))

    @Slot()
    def send_out(self) -> None:
        """Ask for a file and write the corrections that hold to it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("تصدير التصحيحات"), "", self._kinds
        )
        if name:
            path = Path(name)
            self._entities.correcting.send_out(path if path.suffix else path.with_suffix(_SUFFIX))

    @Slot()
    def take_in(self) -> None:
        """Ask for a colleague's file and make its corrections."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("استيراد تصحيحات"), "", self._kinds
        )
        if name:
            self._entities.correcting.take_in(Path(name))

    @property
    def _kinds(self) -> str:
        return self.tr("تصحيحات الأسماء (%1);;كل الملفات (*)").replace("%1", f"*{_SUFFIX}")

    @Slot(int, object)
    def _tell_sent(self, count: int, path: Path) -> None:
        text = self.tr("صُدّر %1 تصحيح إلى %2", "", count)
        number = Wording.of(self._settings).number(count)
        self.told.emit(text.replace("%1", number).replace("%2", isolated(path.name)))
