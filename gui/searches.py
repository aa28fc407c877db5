"""All that the window does about saved searches: keeping, opening, naming, counting what is new."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from gui.asking import Asking
from gui.deeds import Deed, Done
from gui.entities import Entities
from gui.language import QT_TRANSLATE_NOOP
from gui.models.line_model import Line
from gui.navigation import Navigation
from gui.panes.saved_section import SavedSection
from gui.settings import Settings
from gui.wording import Wording, isolated
from newsarchive.errors import ArchiveError
from newsarchive.saved import SavedSearch
from newsarchive.search.query import Query

if TYPE_CHECKING:
    from gui.palette import Entry
    from newsarchive.archive import Archive

SAVED = QT_TRANSLATE_NOOP("deeds", "حفظ البحث «%1»")
RENAMED = QT_TRANSLATE_NOOP("deeds", "تسمية البحث «%1»")
DROPPED = QT_TRANSLATE_NOOP("deeds", "حذف البحث «%1»")


@dataclass(frozen=True, slots=True)
class SearchChanged:
    """A search kept, changed or dropped.

    Attributes:
        lost: another one that had the new name.
    """

    before: SavedSearch | None
    after: SavedSearch | None
    lost: SavedSearch | None = None
    is_indexed: bool = False

    @property
    def text(self) -> str:
        """It in words."""
        text = RENAMED if self.before and self.after else SAVED if self.after else DROPPED
        name = (self.after or self.before or SavedSearch("", Query())).name
        return QCoreApplication.translate("deeds", text).replace("%1", isolated(name))

    def do(self, archive: "Archive") -> "SearchChanged | None":
        """Change it; a search that is kept has been seen."""
        after = self.after
        if after is not None and self.before is None:
            after = replace(after, seen=archive.saved.newest())
        return replace(self, after=after, lost=archive.saved.change(self.before, after))

    def undo(self, archive: "Archive") -> None:
        """Put back what was there."""
        archive.saved.change(self.after, self.before)
        if self.lost is not None:
            archive.saved.change(None, self.lost)

    def joined(self, before: Deed) -> None:
        """Each is taken back by itself."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """A search that was opened: nothing to take back."""

    name: str
    text: str = ""
    is_indexed: bool = False

    def do(self, archive: "Archive") -> None:
        """All it finds has been seen; where nothing can be written it stays new."""
        with contextlib.suppress(ArchiveError):
            archive.saved.look(self.name)

    def undo(self, archive: "Archive") -> None:
        """It stays seen."""

    def joined(self, before: Deed) -> None:
        """Never: it is no deed to take back."""


class Searches(QObject):
    """Shows the saved searches in the sidebar and in their menu."""

    told = Signal(str)

    def __init__(
        self,
        asking: Asking,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        section: SavedSection,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._entities, self._navigation = entities, navigation
        self._settings, self._section = settings, section
        self._saved: dict[SavedSearch, int] = {}
        self._menu: QMenu | None = None
        asking.archiveOpened.connect(self.refresh)
        entities.savedArrived.connect(self._show)
        entities.correcting.done.connect(self._follow)
        section.chosen.connect(self._open_chosen)
        section.menuWanted.connect(self._show_menu)
        section.renameWanted.connect(self._ask_name)
        section.dropWanted.connect(self._drop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about saved searches do."""
        return {"save_search": self.save, "saved_searches": self._section.focus_rows}

    def bind(self, menu: QMenu) -> None:
        """List them in this menu too, below what it holds."""
        self._menu = menu
        self._fill_menu()

    def entries(self) -> "tuple[Entry, ...]":
        """Each as something that can be done."""
        from gui.palette import Entry

        name = self.tr("بحث محفوظ: %1")
        return tuple(
            Entry(name.replace("%1", isolated(one.name)), "", partial(self.open, one))
            for one in self._saved
        )

    @Slot()
    def refresh(self) -> None:
        """Ask for all and for what is new; the answer comes when nothing else is asked."""
        self._entities.ask_saved()

    @Slot()
    def save(self) -> None:
        """Ask for a name and keep what is asked now."""
        query = self._navigation.query
        taken = {one.name for one in self._saved}
        same = next((one for one in self._saved if one.query == query), None)
        name = same.name if same else suggested_name(query, Wording.of(self._settings))
        from gui.dialogs.naming_search import NamingSearchDialog

        dialog = NamingSearchDialog(self.tr("حفظ البحث"), name, taken, self._window)
        dialog.named.connect(lambda name: self._do(SearchChanged(None, SavedSearch(name, query))))
        dialog.open()

    def _do(self, deed: Deed) -> None:
        self._entities.correcting.do(deed)

    @property
    def _window(self) -> QWidget:
        return cast("QWidget", self.parent())

    @Slot(object, QPoint)
    def _open_chosen(self, search: SavedSearch, _: QPoint) -> None:
        self.open(search)

    def open(self, search: SavedSearch) -> None:
        """Ask it again; all it finds has been seen then."""
        self._navigation.leave_entity()
        self._navigation.ask(search.query)
        self._do(_Looked(search.name))
        self._saved[search] = 0
        self._show_saved()

    @Slot(object)
    def _ask_name(self, search: SavedSearch) -> None:
        others = {one.name for one in self._saved} - {search.name}
        from gui.dialogs.naming_search import NamingSearchDialog

        dialog = NamingSearchDialog(self.tr("تسمية البحث"), search.name, others, self._window)
        dialog.named.connect(
            lambda name: self._do(SearchChanged(search, replace(search, name=name)))
        )
        dialog.open()

    @Slot(object)
    def _drop(self, search: SavedSearch) -> None:
        self._do(SearchChanged(search, None))

    def _renew(self, search: SavedSearch) -> None:
        self._do(SearchChanged(search, replace(search, query=self._navigation.query)))

    @Slot(object, QPoint)
    def _show_menu(self, search: SavedSearch, where: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, act in (
            (self.tr("فتح"), self.open),
            (self.tr("حفظ البحث الحالي مكانه"), self._renew),
            (self.tr("تغيير الاسم…"), self._ask_name),
            (self.tr("حذف"), self._drop),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act(search))
        menu.popup(where)

    @Slot(object)
    def _show(self, saved: tuple[tuple[SavedSearch, int], ...]) -> None:
        self._saved = dict(saved)
        self._show_saved()

    def _show_saved(self) -> None:
        lines = (Line(s.name, figure=self._news(new), about=s) for s, new in self._saved.items())
        self._section.show_lines(list(lines))
        self._fill_menu()

    def _news(self, new: int) -> str:
        number = Wording.of(self._settings).number(new)
        return self.tr("%1 جديد", "", new).replace("%1", number) if new else ""

    def _fill_menu(self) -> None:
        if self._menu is None:
            return
        for action in self._menu.actions():
            if action.objectName() == "saved":
                self._menu.removeAction(action)
                action.deleteLater()
        for search, new in self._saved.items():
            text = isolated(search.name).replace("&", "&&")
            action = self._menu.addAction(f"{text}\t{self._news(new)}")
            action.setObjectName("saved")
            action.triggered.connect(partial(self._open_listed, search))

    def _open_listed(self, search: SavedSearch, _: bool = False) -> None:
        self.open(search)

    @Slot(object)
    def _follow(self, done: Done) -> None:
        if isinstance(done.deed, SearchChanged):
            text = self.tr("تُراجع عن: %1") if done.taken_back else self.tr("تم: %1")
            self.told.emit(text.replace("%1", done.deed.text))
            self.refresh()


def suggested_name(query: Query, wording: Wording) -> str:
    """What a search may be called: its line, its choices, its days."""
    parts = [query.text.strip()]
    parts += [f"−{one.value}" if one.exclude else one.value for one in query.choices]
    parts += [wording.day(day) for day in (query.since, query.until) if day]
    return " · ".join(part for part in parts if part)
