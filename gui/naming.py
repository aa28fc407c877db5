"""All that the window does about who is who: pages, menus, corrections and taking them back."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui import messages
from gui.actions import COMMANDS, translated
from gui.amending import Amending
from gui.appearance import Appearance
from gui.correcting import Outcome
from gui.describing import act_text
from gui.entities import Dossier, Entities
from gui.naming_menus import MAKE, NameMenus
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList
from gui.panes.article_page import ArticlePage
from gui.panes.facet_sidebar import FacetSidebar
from gui.questions import Marking
from gui.reviewing import Reviewing
from gui.settings import Settings
from gui.subject import Subject, change_of
from gui.wording import Wording
from newsarchive.article import STAR, EntityKind
from newsarchive.correction import Proposal
from newsarchive.search.query import Facet

if TYPE_CHECKING:
    from gui.panes.entity_page import EntityPage

LATE = 300  # milliseconds after which work is told


@dataclass(frozen=True, slots=True)
class Panes:
    """Where names stand in the window.

    Attributes:
        reading: holds first what ``article`` stands in, then the page of a name once one was
            opened; one of them is seen.
    """

    sidebar: FacetSidebar
    list: ArticleList
    article: ArticlePage
    reading: QStackedWidget


class Naming(QObject):
    """Knows which name is meant, shows its page, and has it put right."""

    followed = Signal()
    articleChanged = Signal()
    told = Signal(str)
    workChanged = Signal(bool)
    tagWanted = Signal(str)

    def __init__(
        self,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        appearance: Appearance,
        panes: Panes,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._entities, self._navigation, self._settings = entities, navigation, settings
        self._appearance, self._panes = appearance, panes
        self.amending = Amending(entities, settings, appearance, window)
        self.reviewing = Reviewing(entities, settings, appearance, window)
        self.menus = NameMenus(self.amending, navigation, panes.article, window)
        self._actions: Mapping[str, QAction] = {}
        self._wants_focus = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._tell_late)
        self._is_late = False
        self._page: EntityPage | None = None
        self._connect()

    def _connect(self) -> None:
        entities, navigation, panes = self._entities, self._navigation, self._panes
        entities.cardArrived.connect(self._show_card)
        entities.failed.connect(self._tell_failure)
        correcting = entities.correcting
        correcting.changed.connect(self._follow_at_once)
        correcting.indexed.connect(self._follow)
        correcting.failed.connect(self._show_failure)
        correcting.stackChanged.connect(self._name_undo)
        correcting.workChanged.connect(self._tell_work)
        navigation.entityChanged.connect(self._show_entity)
        panes.article.menuWanted.connect(self.menus.show_article_menu)
        panes.sidebar.menuWanted.connect(self.menus.show_value_menu)
        self.menus.markWanted.connect(self._mark)
        self.menus.narrowWanted.connect(self._choose)
        self.menus.pageWanted.connect(self.open)
        self.menus.splitWanted.connect(self._split)
        self.menus.tagWanted.connect(self.tagWanted)
        self.reviewing.pageWanted.connect(self.open)
        self.reviewing.told.connect(self.told)

    @property
    def page(self) -> "EntityPage":
        """The page of a name, built for the first that is opened."""
        if self._page is None:
            from gui.panes.entity_page import EntityPage

            wording, window = Wording.of(self._settings), cast("QWidget", self.parent())
            page = self._page = EntityPage(self._appearance, wording, window)
            self._entities.proposalsArrived.connect(page.show_proposals)
            page.articleWanted.connect(self._navigation.open_article)
            page.articlesWanted.connect(self._show_articles)
            page.menuWanted.connect(self.menus.show_subject_menu)
            page.proposalJudged.connect(self._judge)
            page.subjectWanted.connect(self.open)
            page.undoWanted.connect(self._entities.correcting.take_back)
            self._panes.reading.addWidget(page)
        return self._page

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Name what can be taken back in these actions; menus tell their keys."""
        self._actions = actions
        self.menus.bind(actions)
        self._name_undo()
        self._show_entity(self._navigation.entity)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about names do."""
        amending, correcting = self.amending, self._entities.correcting
        return {
            "undo": correcting.undo,
            "redo": correcting.redo,
            "entity_page": lambda: self._do(self.open),
            "merge": lambda: self._do_or_tag(amending.merge),
            "rename": lambda: self._do_or_tag(amending.rename),
            "hide": lambda: self._do(amending.hide),
            "reject": lambda: self._do(amending.reject),
            "split": lambda: self._do(self._split),
            "proposals": self.reviewing.show_proposals,
            "corrections": self.reviewing.show_corrections,
            **{command: partial(self._make, kind) for kind, command in MAKE.items()},
        }

    @property
    def subject(self) -> Subject | None:
        """The name that is meant: the one with the focus, or else whose page is open."""
        panes = self._panes
        value = panes.sidebar.current
        if value is not None:
            return Subject.of(*value)
        entry = panes.article.current_entry if panes.article.hasFocus() else None
        beside = self._page.current if self._page is not None else None
        named = Subject(entry.kind, entry.name) if entry is not None else None
        return named or beside or self._navigation.entity

    @Slot(object)
    def open(self, subject: Subject) -> None:
        """Open the page of a person, organisation or place."""
        self._wants_focus = True
        self._navigation.open_entity(subject)

    def leave(self) -> bool:
        """Close the page that is open; False when none is."""
        is_open = self._navigation.entity is not None
        self._navigation.leave_entity()
        return is_open

    def refresh(self) -> None:
        """The archive is not as it was: ask again for the page that is open."""
        if (subject := self._navigation.entity) is not None:
            self._entities.ask_card(subject)
            self._entities.ask_about(subject)

    def _do(self, act: Callable[[Subject], object]) -> None:
        subject = self.subject
        if subject is None:
            self.told.emit(self.tr("اختر اسمًا أولًا، في المرشحات أو في المقال"))
        else:
            act(subject)

    def _do_or_tag(self, act: Callable[[Subject], object]) -> None:
        """Tags are called otherwise by the same keys."""
        facet, value = self._panes.sidebar.current or (None, "")
        if facet is Facet.TAG and value != STAR:
            self.tagWanted.emit(value)
        else:
            self._do(act)

    def _make(self, kind: EntityKind) -> None:
        """Mark the selected text; without one, the name that is meant is of this kind."""
        article = self._panes.article
        if article.hasFocus() and article.selected is not None:
            self._mark(kind)
        else:
            self._do(lambda subject: self._turn(subject, kind))

    def _turn(self, subject: Subject, kind: EntityKind) -> None:
        if subject.kind is kind:
            self.told.emit(self.tr("هذا نوعه من قبل"))
        else:
            self.amending.turn(subject, kind)

    @Slot(object)
    def _mark(self, kind: EntityKind) -> None:
        article = self._panes.article
        found, opened = article.selected, article.opened
        if found is not None and opened is not None:
            span, text = found
            self.amending.mark(kind, Marking(text, span, opened.stored.article.sha256))

    @Slot(object)
    def _split(self, subject: Subject) -> None:
        opened = self._panes.article.opened
        stored = opened.stored if opened is not None else None
        rows = self._panes.list
        self.amending.split(subject, stored, rows.model.query, rows.selected_rows)

    @Slot(object, bool)
    def _judge(self, proposal: Proposal, is_one: bool) -> None:
        """From the page of one of the two a merge is seen before it is made."""
        if is_one:
            self.amending.merge(Subject(proposal.kind, proposal.name), proposal.into)
        else:
            self.reviewing.judge(proposal, is_one=False)

    @Slot(object, str)
    def _choose(self, facet: Facet, value: str) -> None:
        self._navigation.choose(facet, value)
        self._navigation.leave_entity()

    @Slot(object, object, object)
    def _show_articles(
        self, subject: Subject, since: dt.date | None, until: dt.date | None
    ) -> None:
        self._choose(subject.facet, subject.name)
        if since is not None:
            self._navigation.between(since, until)
        self._panes.list.focus_rows()

    @Slot(object)
    def _show_entity(self, subject: Subject | None) -> None:
        reading = self._panes.reading
        if subject is None:
            reading.setCurrentIndex(0)
            return
        self.page.begin(subject)
        reading.setCurrentWidget(self.page)
        self.refresh()

    @Slot(object)
    def _show_card(self, dossier: Dossier) -> None:
        if self._navigation.entity is None:
            return
        self.page.show_dossier(dossier)
        if self._wants_focus:
            self._wants_focus = False
            self.page.focus_first()

    @Slot(object)
    def _follow_at_once(self, outcome: Outcome) -> None:
        """Articles and pages show what holds; lists and facets wait for the index."""
        act = outcome.act
        self._navigation.follow_entities(change_of(act.corrections, taken_back=outcome.taken_back))
        self.refresh()
        self.articleChanged.emit()
        if not act.numbers:
            text = self.tr("هذا التصحيح قائم من قبل")
        elif outcome.taken_back:
            text = self.tr("تُراجع عن: %1")
        else:
            text = self.tr("تم: %1")
        self.told.emit(text.replace("%1", act_text(act)))

    @Slot(object)
    def _follow(self, outcomes: tuple[Outcome, ...]) -> None:
        for outcome in outcomes:
            change = change_of(outcome.act.corrections, taken_back=outcome.taken_back)
            self._navigation.follow_choices(change)
        self.followed.emit()

    @Slot()
    def _name_undo(self) -> None:
        correcting = self._entities.correcting
        for name, act, text in (
            ("undo", correcting.last, self.tr("تراجع: %1")),
            ("redo", correcting.last_undone, self.tr("إعادة: %1")),
        ):
            if (action := self._actions.get(name)) is not None:
                action.setEnabled(act is not None)
                plain = translated(next(one.text for one in COMMANDS if one.id == name))
                action.setText(text.replace("%1", act_text(act)) if act else plain)

    @Slot(bool)
    def _tell_work(self, running: bool) -> None:
        if running:
            self._late.start()
            return
        self._late.stop()
        if self._is_late:
            self._is_late = False
            self.workChanged.emit(False)

    @Slot()
    def _tell_late(self) -> None:
        self._is_late = True
        self.workChanged.emit(True)

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self.told.emit(messages.sentence(error, self._settings.text("language")))

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        window = cast("QWidget", self.parent())
        messages.show_error(window, error, self._settings.text("language"))
