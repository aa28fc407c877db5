"""Dialogs that lie over the window to be looked at, and windows beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from gui.answers import Opened
from gui.appearance import Appearance
from gui.asking import Asking
from gui.entities import Entities
from gui.navigation import Navigation
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.search.query import Facet

if TYPE_CHECKING:
    from gui.palette import Entry


class Sheets(QObject):
    """Opens each over the window and lets it go when it is closed."""

    menuWanted = Signal(object, str, QPoint)
    foldersWanted = Signal()

    def __init__(
        self,
        asking: Asking,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._asking, self._entities, self._navigation = asking, entities, navigation
        self._settings, self._appearance = settings, appearance

    @property
    def _window(self) -> QWidget:
        """The window that dialogs stand over; held by Qt, so that it can go."""
        return cast("QWidget", self.parent())

    @Slot(object, str)
    def show_all_values(self, facet: Facet, title: str) -> None:
        """Show every value of one facet."""
        from gui.dialogs.all_values import AllValuesDialog

        asking, navigation = self._asking, self._navigation
        wording = Wording.of(self._settings)
        dialog = AllValuesDialog(facet, title, self._appearance, wording, self._window)
        dialog.show_query(navigation.query)
        dialog.wanted.connect(lambda *asked: asking.values(navigation.query, *asked))
        dialog.cycled.connect(navigation.cycle)
        dialog.menuWanted.connect(self.menuWanted)
        asking.archiveOpened.connect(dialog.begin)
        asking.valuesArrived.connect(dialog.show_values)
        navigation.queryChanged.connect(dialog.show_query)
        _open(dialog)
        dialog.begin()

    def show_copies(self, opened: Opened) -> None:
        """Show an article beside its copies."""
        from gui.dialogs.comparing import ComparingDialog

        wording = Wording.of(self._settings)
        dialog = ComparingDialog(opened, self._appearance, wording, self._window)
        dialog.wanted.connect(self._asking.compare)
        dialog.readWanted.connect(self._navigation.open_article)
        self._asking.comparedArrived.connect(dialog.show_compared)
        _open(dialog)
        dialog.begin()

    def show_preferences(self) -> None:
        """Show the settings."""
        from gui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._settings, self._appearance, self._window)
        dialog.foldersWanted.connect(self.foldersWanted)
        entities, tagger = self._entities, dialog.tagger
        entities.taggerArrived.connect(tagger.show_tagger)
        entities.taggerFailed.connect(tagger.show_fault)
        tagger.taggerWanted.connect(entities.choose_tagger)
        _open(dialog)
        entities.ask_tagger()

    def show_manual(self) -> None:
        """Show the manual; it may stay open beside the window."""
        from gui.dialogs.manual import ManualDialog

        dialog = ManualDialog(self._appearance, self._settings.text("language"), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_shortcuts(self) -> None:
        """Show every key."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        _open(ShortcutsDialog(self._appearance, self._window))

    def show_palette(self, every: "Sequence[Entry]") -> None:
        """Show all that can be done, to be found by its name."""
        from gui.dialogs.palette import PaletteDialog

        dialog = PaletteDialog(every, self._appearance, self._window)
        dialog.chosen.connect(lambda entry: entry.act())
        dialog.open()

    def open_window(self, archive: Path | None) -> None:
        """Another window on this archive, in a process of its own."""
        from gui.program import another_window

        another_window(archive)

    def show_about(self, archive: Path | None = None) -> None:
        """Show what the program is, and where its archive lies."""
        from gui.dialogs.about import AboutDialog

        _open(AboutDialog(self._appearance, str(archive or ""), self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
