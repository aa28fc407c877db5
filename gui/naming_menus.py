"""The menus of a name: of a value of a facet, of a name in the article, of what a page is about."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.actions import COMMANDS, shown_keys, translated
from gui.amending import Amending
from gui.models.mention_model import Entry
from gui.navigation import Navigation
from gui.panes.article_page import ArticlePage
from gui.sought import Wanted
from gui.subject import Subject
from newsarchive.article import STAR, EntityKind
from newsarchive.search.query import Facet

MAKE = {
    EntityKind.PERSON: "make_person",
    EntityKind.ORGANISATION: "make_organisation",
    EntityKind.PLACE: "make_place",
}


class NameMenus(QObject):
    """Offers what can be done with the name that is pointed at, called as the commands are."""

    markWanted = Signal(object)
    narrowWanted = Signal(object, str)
    pageWanted = Signal(object)
    splitWanted = Signal(object)
    tagWanted = Signal(str)

    def __init__(
        self, amending: Amending, navigation: Navigation, article: ArticlePage, window: QWidget
    ) -> None:
        super().__init__(window)
        self._amending, self._navigation, self._article = amending, navigation, article
        self._actions: Mapping[str, QAction] = {}

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """The window's actions, of which menus hold some."""
        self._actions = actions

    @Slot(object, str, QPoint)
    def show_value_menu(self, facet: Facet, value: str, where: QPoint) -> None:
        """A menu for a value of a facet."""
        menu = self._menu()
        subject = Subject.of(facet, value)
        if subject is not None:
            self._add_page(menu, subject)
        self._add_narrowing(menu, facet, value)
        self._add(
            menu, self.tr("استبعاده"), lambda: self._navigation.choose(facet, value, exclude=True)
        )
        if subject is not None:
            self._add_corrections(menu, subject)
        elif facet is Facet.TAG and value != STAR:
            menu.addSeparator()
            self._add_command(menu, "rename_tag", lambda: self.tagWanted.emit(value))
        menu.popup(where)

    @Slot(object, QPoint)
    def show_subject_menu(self, subject: Subject, where: QPoint) -> None:
        """A menu for a name on the page of one."""
        menu = self._menu()
        if subject != self._navigation.entity:
            self._add_page(menu, subject)
        self._add_narrowing(menu, subject.facet, subject.name)
        self._add_corrections(menu, subject)
        menu.popup(where)

    @Slot(object, QPoint)
    def show_article_menu(self, entry: Entry | None, where: QPoint) -> None:
        """A menu for a name in the article, or for what is selected there."""
        menu = self._menu()
        if entry is not None:
            subject = Subject(entry.kind, entry.name)
            self._add_page(menu, subject)
            self._add_narrowing(menu, subject.facet, subject.name)
            self._add_command(menu, "source", partial(self._show_source, entry))
            self._add_corrections(menu, subject)
            menu.addSeparator()
        elif self._article.selected is not None:
            for kind, command in MAKE.items():
                self._add_command(menu, command, partial(self.markWanted.emit, kind))
            menu.addSeparator()
        menu.addActions([self._actions[name] for name in ("copy", "copy_citation")])
        menu.popup(where)

    def _show_source(self, entry: Entry) -> None:
        article = self._article
        if (place := article.place_of(entry)) is not None:
            article.sourceWanted.emit(Wanted(span=place[0], letters=place[1]))

    def _menu(self) -> QMenu:
        menu = QMenu(cast("QWidget", self.parent()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_page(self, menu: QMenu, subject: Subject) -> None:
        act = partial(self.pageWanted.emit, subject)
        menu.setDefaultAction(self._add_command(menu, "entity_page", act))

    def _add_narrowing(self, menu: QMenu, facet: Facet, value: str) -> None:
        self._add(menu, self.tr("حصر البحث فيه"), partial(self.narrowWanted.emit, facet, value))

    def _add_corrections(self, menu: QMenu, subject: Subject) -> None:
        amending = self._amending
        menu.addSeparator()
        self._add_command(menu, "merge", lambda: amending.merge(subject))
        self._add_command(menu, "rename", lambda: amending.rename(subject))
        self._add_command(menu, "split", partial(self.splitWanted.emit, subject))
        menu.addSeparator()
        for kind, command in MAKE.items():
            if kind is not subject.kind:
                self._add_command(menu, command, partial(amending.turn, subject, kind))
        self._add_command(menu, "reject", lambda: amending.reject(subject))
        self._add_command(menu, "hide", lambda: amending.hide(subject))

    def _add_command(self, menu: QMenu, name: str, act: Callable[[], object]) -> QAction:
        """An entry called as the command is, with its first key, for the name of this menu."""
        command = next(one for one in COMMANDS if one.id == name)
        right_to_left = menu.isRightToLeft()
        keys = shown_keys(command, right_to_left=right_to_left).split("   ")[0]
        text = translated(command.text)
        return self._add(menu, f"{text}\t{keys}" if keys else text, act)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        return action
