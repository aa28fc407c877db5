"""All that the window does about the trash: deleting, looking into it, bringing back, emptying."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.appearance import Appearance
from gui.deeds import Chosen, Deed, Done
from gui.describing import act_text
from gui.entities import Entities
from gui.language import QT_TRANSLATE_NOOP
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.article import Trashed

if TYPE_CHECKING:
    from newsarchive.archive import Archive

DELETED = QT_TRANSLATE_NOOP("deeds", "نقل إلى سلة المحذوفات: %1")
RESTORED = QT_TRANSLATE_NOOP("deeds", "استعادة من سلة المحذوفات: %1")


@dataclass(frozen=True, slots=True)
class Discarded:
    """Articles put into the trash, or with ``back`` taken out of it."""

    chosen: Chosen
    back: bool = False
    is_indexed: bool = True

    @property
    def text(self) -> str:
        """It in words."""
        text = QCoreApplication.translate("deeds", RESTORED if self.back else DELETED)
        return text.replace("%1", str(len(self.chosen.numbers)))

    def do(self, archive: "Archive") -> "Discarded | None":
        """Move them."""
        moved = _move(archive, self.chosen.find(archive), back=self.back)
        return replace(self, chosen=Chosen(moved)) if moved else None

    def undo(self, archive: "Archive") -> None:
        """Move back only those that were moved."""
        _move(archive, self.chosen.numbers, back=not self.back)

    def joined(self, before: Deed) -> None:
        """Each is taken back by itself."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """The trash emptied, which cannot be taken back."""

    numbers: tuple[int, ...]
    text: str = ""
    is_indexed: bool = False

    def do(self, archive: "Archive") -> None:
        """Delete them for good."""
        archive.trash.empty(self.numbers)
        for _ in archive.refresh():
            pass

    def undo(self, archive: "Archive") -> None:
        """Nothing brings them back."""

    def joined(self, before: Deed) -> None:
        """It is not kept."""


def _move(archive: "Archive", numbers: tuple[int, ...], *, back: bool) -> tuple[int, ...]:
    trash = archive.trash
    return trash.restore(numbers) if back else trash.delete(numbers)


class Discarding(QObject):
    """Deletes what is selected in the list, or the open article, and shows the trash."""

    told = Signal(str)

    def __init__(
        self,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        appearance: Appearance,
        rows: ArticleList,
        chosen: Callable[[], Chosen],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._entities, self._navigation = entities, navigation
        self._settings, self._appearance = settings, appearance
        self._rows, self._chosen = rows, chosen
        entities.correcting.done.connect(self._follow)
        entities.trashArrived.connect(self._show_trash)
        rows.deleteWanted.connect(self.delete)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about the trash do."""
        return {"delete": self.delete, "trash": self.look_in}

    @Slot()
    def look_in(self) -> None:
        """Show the trash, once what it holds is known."""
        self._entities.ask_trash()

    @Slot()
    def delete(self) -> None:
        """Put what is meant into the trash."""
        chosen = self._chosen()
        if chosen.numbers or chosen.rows:
            self._entities.correcting.do(Discarded(chosen))

    @Slot(object)
    def _show_trash(self, trashed: tuple[Trashed, ...]) -> None:
        from gui.dialogs.trash import TrashDialog

        wording = Wording.of(self._settings)
        dialog = TrashDialog(trashed, self._appearance, wording, cast("QWidget", self.parent()))
        dialog.restoreWanted.connect(
            lambda numbers: self._entities.correcting.do(Discarded(Chosen(numbers), back=True))
        )
        dialog.emptyWanted.connect(lambda numbers: self._ask_to_empty(dialog, numbers))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_to_empty(self, dialog: QWidget, numbers: tuple[int, ...]) -> None:
        """Ask once more: this alone cannot be taken back."""
        box = QMessageBox(dialog)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("سلة المحذوفات"))
        text = self.tr("تُحذف هذه المقالات نهائيًا، ولا تراجع عن ذلك: %1")
        box.setText(text.replace("%1", str(len(numbers))))
        empty = box.addButton(self.tr("حذف نهائي"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        keep.setText(self.tr("إلغاء"))
        box.setDefaultButton(keep)
        empty.clicked.connect(lambda: self._empty(dialog, numbers))
        box.open()

    def _empty(self, dialog: QWidget, numbers: tuple[int, ...]) -> None:
        self._entities.correcting.do(Emptied(numbers))
        dialog.close()

    @Slot(object)
    def _follow(self, done: Done) -> None:
        """Tell it; a deleted article gives its place to the next one that stays."""
        deed = done.deed
        if not isinstance(deed, Discarded):
            return
        numbers = frozenset(deed.chosen.numbers)
        if deed.back is done.taken_back and self._navigation.article in numbers:
            self._go_on_from(numbers)
        text = self.tr("تُراجع عن: %1") if done.taken_back else self.tr("تم: %1")
        self.told.emit(text.replace("%1", act_text(deed)))

    def _go_on_from(self, numbers: frozenset[int]) -> None:
        model = self._rows.model
        row = model.row_of(self._navigation.article or 0) or 0
        after = [*range(row + 1, model.rowCount()), *range(row - 1, -1, -1)]
        hits = (model.loaded(place) for place in after)
        following = next((hit.id for hit in hits if hit and hit.id not in numbers), None)
        if following is None:
            self._navigation.open_article(None)
        else:
            self._navigation.follow(following)
