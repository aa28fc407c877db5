"""All that the window does about stars, tags and notes: which are meant, marking, following."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.answers import Opened
from gui.appearance import Appearance
from gui.asking import Asking
from gui.deeds import Chosen, Deed, Done, Marked, Noted
from gui.describing import act_text
from gui.entities import Entities
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList
from gui.panes.article_page import ArticlePage
from gui.panes.marks_line import NOTE_LINK, STAR_LINK, TAG_LINK, TAGS_LINK
from gui.panes.note_pane import NotePane
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.article import STAR
from newsarchive.search.query import Facet, heeds_marks

LIST_MENU = (
    ("star", "tag", "note"),
    ("copy_citation", "export", "save_pdf", "print"),
    ("compare",),
    ("delete",),
)


class Keeping(QObject):
    """Marks the articles selected in the list, or the open one, and shows what came of it."""

    told = Signal(str)
    articleChanged = Signal()

    def __init__(
        self,
        asking: Asking,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        appearance: Appearance,
        rows: ArticleList,
        page: ArticlePage,
        note: NotePane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._asking, self._entities, self._navigation = asking, entities, navigation
        self._settings, self._appearance = settings, appearance
        self._rows, self._page, self._note = rows, page, note
        self._actions: Mapping[str, QAction] = {}
        entities.correcting.done.connect(self._follow)
        entities.tagsArrived.connect(self._show_tags)
        page.marksWanted.connect(self._do_link)
        page.shown.connect(self._show_note)
        note.leaveWanted.connect(page.setFocus)
        note.written.connect(lambda number, text: self.do(Noted(number, text)))
        rows.menuWanted.connect(self._show_menu)
        rows.starWanted.connect(self._star_one)

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """The actions that menus of the list hold."""
        self._actions = actions

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about marks do."""
        return {
            "star": self.star,
            "tag": self.ask_tags,
            "note": self._note.begin,
            "starred": self._narrow_to_starred,
        }

    def do(self, deed: Deed) -> None:
        """Do it, and be able to take it back."""
        self._entities.correcting.do(deed)

    @property
    def chosen(self) -> Chosen:
        """The rows selected when there are several, else the open article."""
        rows, article = self._rows, self._navigation.article
        if rows.selected_count > 1 and not self._page.hasFocus():
            return Chosen(query=rows.model.query, rows=rows.selected_rows)
        return Chosen((article,)) if article is not None else Chosen()

    def _count(self, chosen: Chosen) -> int:
        return len(chosen.numbers) + sum(count for _, count in chosen.rows)

    def star(self) -> None:
        """Put the star on what is meant; where it is on all of it, take it off."""
        chosen = self.chosen
        if self._count(chosen):
            self.do(Marked(chosen, on=not self._all_starred(chosen)))

    def _all_starred(self, chosen: Chosen) -> bool:
        opened, model = self._page.opened, self._rows.model
        if opened is not None and chosen.numbers == (opened.stored.id,):
            return opened.stored.marks.starred
        numbers = (n for first, count in chosen.rows for n in range(first, first + count))
        hits = (model.loaded(number) for number in numbers)
        return all(hit is not None and hit.marks.starred for hit in hits)

    @Slot(int)
    def _star_one(self, number: int) -> None:
        row = self._rows.model.row_of(number)
        hit = self._rows.model.hit(row) if row is not None else None
        if hit is not None:
            self.do(Marked(Chosen((number,)), on=not hit.marks.starred))

    @Slot()
    def ask_tags(self) -> None:
        """Ask which tags to put on what is meant."""
        chosen = self.chosen
        if self._count(chosen):
            self._entities.ask_tags(chosen)

    @Slot(object)
    def _show_tags(self, found: tuple[tuple[int, ...], tuple[tuple[str, int, int], ...]]) -> None:
        from gui.dialogs.tagging import TaggingDialog

        numbers, tags = found
        window = cast("QWidget", self.parent())
        wording = Wording.of(self._settings)
        dialog = TaggingDialog(len(numbers), self._appearance, wording, window)
        dialog.toggled.connect(lambda tag, on: self.do(Marked(Chosen(numbers), on, tag)))
        self._entities.correcting.done.connect(dialog.follow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_tags(tags)
        dialog.open()

    def _narrow_to_starred(self) -> None:
        self._navigation.cycle(Facet.TAG, STAR)

    @Slot(object)
    def _show_note(self, opened: Opened | None) -> None:
        if opened is None:
            self._note.show_note(None, "")
        else:
            self._note.show_note(opened.stored.id, opened.stored.marks.note)

    @Slot(str, str)
    def _do_link(self, scheme: str, tag: str) -> None:
        """What a word of the article's head asks for, of the open article alone."""
        article = self._navigation.article
        if article is None:
            return
        chosen = Chosen((article,))
        if scheme == STAR_LINK:
            self.do(Marked(chosen, on=not self._all_starred(chosen)))
        elif scheme == NOTE_LINK:
            self._note.begin()
        elif scheme == TAGS_LINK:
            self._entities.ask_tags(chosen)
        elif scheme == TAG_LINK:
            self._navigation.choose(Facet.TAG, tag)

    @Slot(object)
    def _follow(self, done: Done) -> None:
        """Show what holds now."""
        deed = done.deed
        if isinstance(deed, Marked):
            numbers = frozenset(deed.chosen.numbers)
            change = partial(deed.marks, taken_back=done.taken_back)
        elif isinstance(deed, Noted):
            numbers = frozenset((deed.number,))
            change = partial(deed.marks, taken_back=done.taken_back)
        else:
            return
        self._rows.model.remark(numbers, change)
        query = self._navigation.query
        if heeds_marks(query):
            self._asking.ask(query)
        else:
            self._asking.count(query, own_marks=1)
        if isinstance(deed, Noted) and (done.taken_back or done.again):
            self._note.put_in(deed.before if done.taken_back else deed.note, deed.number)
        if self._navigation.article in numbers:
            self.articleChanged.emit()
        text = self.tr("تُراجع عن: %1") if done.taken_back else self.tr("تم: %1")
        self.told.emit(text.replace("%1", act_text(deed)))

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(cast("QWidget", self.parent()))
        menu.aboutToHide.connect(menu.deleteLater)
        for names in LIST_MENU:
            menu.addActions([self._actions[name] for name in names])
            menu.addSeparator()
        menu.popup(where)
