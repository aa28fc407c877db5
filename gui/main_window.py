"""The one window: places the panes and connects them; the panes do not know each other."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from gui import glance
from gui.appearance import Appearance
from gui.arranging import arrange, empty_place, fill_place, reading_side
from gui.asking import Asking
from gui.background import brought_in
from gui.models.article_list_model import ArticleListModel
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList, Empty
from gui.panes.search_bar import SearchBar
from gui.panes.status_line import StatusLine
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.search.query import Facet, Query

if TYPE_CHECKING:
    from gui.entities import Entities
    from gui.exporting import Exporting
    from gui.importing import Importing, ImportProgress
    from gui.panes.entity_page import EntityPage
    from gui.watching import Watching

LEAST_SIDE, LEAST_PANE = 220, 320


class MainWindow(QMainWindow):
    """Search bar above; facets, list and article side by side; status line below."""

    archiveWanted = Signal(object, bool)
    backupWanted = Signal(object)

    def __init__(
        self, asking: Asking, navigation: Navigation, settings: Settings, appearance: Appearance
    ) -> None:
        """Only what the first look at the list needs; ``completing`` does the rest."""
        super().__init__()
        self.asking, self.navigation = asking, navigation
        self._settings, self._appearance = settings, appearance
        self._is_complete = False
        self.setWindowTitle(self.tr("قصاصات"))
        self._build(Wording.of(settings))
        self._restore()

    def completing(
        self,
        entities: "Entities",
        importing: "Importing",
        exporting: "Exporting",
        watching: "Watching",
    ) -> Iterator[None]:
        """Build the other panes and connect all, a piece at a time."""
        self.list.look_once(first=False)
        if not self.list.total:
            self.list.show_empty(Empty.NO_ARCHIVE)
        self.importing = importing
        yield from self._building_rest(Wording.of(self._settings))
        yield from self._building_helpers(entities, exporting, watching)
        yield from self._binding()
        self._connect()
        self._is_complete = True
        self._show_history()
        if typed := self.search_bar.field.text():
            self.navigation.type(typed)

    def _building_helpers(
        self, entities: "Entities", exporting: "Exporting", watching: "Watching"
    ) -> Iterator[None]:
        from gui.answering import Answering
        from gui.intake import Intake
        from gui.opening import Opening
        from gui.output import Output
        from gui.searching import Searching
        from gui.sheets import Sheets

        asking, navigation = self.asking, self.navigation
        settings, appearance = self._settings, self._appearance
        self.intake = Intake(self.importing, watching, settings, appearance, self)
        self.setAcceptDrops(True)
        self.searching = Searching(self.search_bar, asking, navigation)
        self.answering = Answering(
            asking, navigation, self.searching, settings, self.sidebar, self.list, self.page
        )
        self.opening = Opening(settings, self)
        self.output = Output(asking, exporting, navigation, self.list, self.page, settings, self)
        self.sheets = Sheets(asking, entities, navigation, settings, appearance, self)
        yield
        from gui.naming import Naming, Panes
        from gui.reading import Reading

        panes = Panes(self.sidebar, self.list, self.page, self.reading)
        self.naming = Naming(entities, navigation, settings, appearance, panes, self)
        self.articles = Reading(asking, navigation, self.naming, self.sheets, self.list, self.page)
        yield
        from gui.copying import Copying
        from gui.following import Following
        from gui.keeping import Keeping
        from gui.linking import Linking
        from gui.retagging import Retagging
        from gui.sourcing import Sourcing

        held = (self.list, self.page, self.note, self)
        self.keeping = Keeping(asking, entities, navigation, settings, appearance, *held)
        self.sourcing = Sourcing(entities, self.page, self.source, settings, self)
        self.linking = Linking(self.page, appearance, self)
        self.following = Following(asking, entities.correcting, self)
        self.retagging = Retagging(
            asking, entities, navigation, settings, appearance, self.sidebar, self.page, self
        )
        self.copying = Copying(asking, self.page)
        yield
        from gui.discarding import Discarding
        from gui.finding import Finding
        from gui.moving import Moving
        from gui.searches import Searches

        self.finding = Finding(self.find_bar, self.page, asking)
        self.moving = Moving(
            self.search_bar, self.sidebar, self.list, self.naming, self.articles, self.finding
        )
        keeping = self.keeping  # a function that held the window would keep it from going
        rows, chosen = self.list, lambda: keeping.chosen
        self.discarding = Discarding(entities, navigation, settings, appearance, rows, chosen, self)
        saved = self.sidebar.saved
        self.searches = Searches(asking, entities, navigation, settings, saved, self)
        yield

    def _binding(self) -> Iterator[None]:
        from gui import actions, menus

        self.actions_by_id = actions.build(self, self._handlers())
        yield
        for helper in (self.articles, self.naming, self.keeping):
            helper.bind(self.actions_by_id)
        filled = menus.fill(self.menuBar(), self.actions_by_id, self._settings)
        self.opening.bind(filled["file"], self.actions_by_id["open_recent"].text())
        self.searches.bind(filled["search"])
        yield

    @property
    def entity_page(self) -> "EntityPage":
        """The page of a person, organisation or place."""
        return self.naming.page

    @property
    def archive_path(self) -> Path | None:
        """The open archive."""
        return self.intake.archive

    @archive_path.setter
    def archive_path(self, path: Path | None) -> None:
        self.intake.archive = self.output.archive = self.opening.archive = path

    def _build(self, wording: Wording) -> None:
        look = self._appearance
        self.search_bar = SearchBar(look, wording, self)
        model = ArticleListModel(self.asking.rows, self.asking.rows_background, self)
        self.list = ArticleList(model, look, wording, self)
        self.status = StatusLine(look, wording, self)
        panes = (
            (empty_place("facets", self), LEAST_SIDE),
            (self.list, LEAST_PANE),
            (empty_place("articlePane", self), LEAST_PANE),
        )
        self.splitter = arrange(self, self.search_bar, panes, self.status)

    def _building_rest(self, wording: Wording) -> Iterator[None]:
        yield from brought_in("gui.panes.facet_section", "gui.panes.timeline")
        from gui.panes.facet_sidebar import FacetSidebar

        yield
        look = self._appearance
        self.sidebar = FacetSidebar(look, wording, self)
        yield
        fill_place(self.splitter, 0, self.sidebar, LEAST_SIDE)
        yield from brought_in("gui.panes.article_document")
        from gui.panes.article_page import ArticlePage

        yield
        self.page = ArticlePage(look, wording, self)
        yield
        from gui.panes.find_bar import FindBar
        from gui.panes.note_pane import NotePane
        from gui.panes.source_pane import SourcePane

        self.note = NotePane(look, self)
        self.find_bar = FindBar(look, wording, self)
        self.source = SourcePane(look, self)
        below = (self.page, self.source, self.note)
        self.reading = reading_side(self.find_bar, below, self)
        fill_place(self.splitter, 2, self.reading, LEAST_PANE)
        yield

    def glance(self, archive: Path) -> None:
        """Show the first page as it stood when the archive was last closed."""
        results = glance.recall(archive, self.navigation.query)
        if results is not None and results.total:
            self.list.look_once(first=True)
            self.list.show_results(results, None, keep=True)
            self.status.show_archive(archive.stem)
            self.setWindowTitle(f"{archive.stem} — {self.tr('قصاصات')}")
        else:
            self.list.show_empty(Empty.NO_ARCHIVE)

    def _connect(self) -> None:
        asking, navigation = self.asking, self.navigation
        for teller in (
            self.intake, self.copying, self.sourcing, self.linking, self.discarding,
            self.keeping, self.retagging, self.searches, self.naming, self.output,
        ):  # fmt: skip
            teller.told.connect(self.status.show_understood)
        asking.archiveOpened.connect(self._archive_opened)
        asking.failed.connect(self._show_failure)
        asking.openFailed.connect(self._show_open_failure)
        asking.unreadCounted.connect(self.status.show_unread)
        self.answering.begun.connect(lambda: self.status.show_understood(""))
        self.opening.archiveWanted.connect(self.archiveWanted)
        self.opening.backupWanted.connect(self.backupWanted)
        self.opening.listWanted.connect(self.sheets.show_palette)
        self.following.marked.connect(lambda: asking.ask(navigation.query))
        self.intake.arrived.connect(asking.reload)
        self.intake.progressed.connect(self._show_import)
        self.intake.watching.followed.connect(self.status.show_watched)
        self.list.actionWanted.connect(self._do_empty_action)
        self.sheets.foldersWanted.connect(self.intake.show_watched)
        navigation.historyChanged.connect(self._show_history)
        navigation.queryChanged.connect(self._query_changed)
        self.sheets.menuWanted.connect(self.naming.menus.show_value_menu)
        self.keeping.articleChanged.connect(self.articles.again)
        self.naming.tagWanted.connect(self.retagging.rename)
        self.naming.followed.connect(asking.reload)
        self.naming.workChanged.connect(lambda on: self.status.show_indexing(running=on))
        self.search_bar.listWanted.connect(self.list.focus_rows)
        self.sidebar.allWanted.connect(self._show_all_values)
        self.output.ended.connect(self.status.end_work)
        self.output.progressed.connect(self.status.show_export)
        self.status.cancelWanted.connect(self._cancel)
        self.status.failuresWanted.connect(self.intake.show_failures)
        self.status.trashWanted.connect(self.discarding.look_in)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        handlers = self._own_handlers()
        for helper in (
            self.opening, self.searching, self.naming, self.articles, self.keeping,
            self.discarding, self.searches, self.finding, self.copying, self.sourcing,
            self.linking, self.retagging, self.moving,
        ):  # fmt: skip
            handlers |= helper.handlers()
        return handlers

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        look, navigation = self._appearance, self.navigation
        return {
            "import_files": self.intake.ask_files,
            "import_folder": self.intake.ask_folder,
            "import_table": self.intake.ask_table,
            "watch_folders": self.intake.show_watched,
            "export": self.output.export,
            "save_pdf": self.output.save_pdf,
            "print": self.output.print_,
            "new_window": lambda: self.sheets.open_window(self.archive_path),
            "quit": self.close,
            "copy_citation": self.output.copy_citation,
            "preferences": self.sheets.show_preferences,
            "larger": lambda: look.larger(1),
            "smaller": lambda: look.larger(-1),
            "normal_size": lambda: look.larger(0),
            "count_once": self.answering.toggle_once,
            "back": navigation.back,
            "forward": navigation.forward,
            "manual": self.sheets.show_manual,
            "palette": self._show_palette,
            "shortcuts": self.sheets.show_shortcuts,
            "about": lambda: self.sheets.show_about(self.archive_path),
        }

    def _restore(self) -> None:
        self.resize(1440, 900)
        geometry, splitter = (bytes(self._settings.value(k)) for k in ("geometry", "splitter"))
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        if splitter:
            self.splitter.restoreState(QByteArray(splitter))
        self.search_bar.field.setFocus()

    @Slot()
    def _archive_opened(self) -> None:
        if self.archive_path is not None:
            self.status.show_archive(self.archive_path.stem)
            self.setWindowTitle(f"{self.archive_path.stem} — {self.tr('قصاصات')}")
        self._query_changed(self.navigation.query)
        self.naming.refresh()

    @Slot(object)
    def _query_changed(self, query: Query) -> None:
        self.searching.show_query(query)
        self.sidebar.show_query(query)
        self.actions_by_id["count_once"].setChecked(query.once)
        self.actions_by_id["exactly"].setChecked(query.exactly)
        self.asking.ask(query)

    @Slot()
    def _show_history(self) -> None:
        back, forward = self.navigation.can_go_back, self.navigation.can_go_forward
        self.search_bar.show_history(back=back, forward=forward)
        self.actions_by_id["back"].setEnabled(back)
        self.actions_by_id["forward"].setEnabled(forward)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        from gui import messages

        self.status.show_understood(messages.sentence(error, self._settings.text("language")))

    @Slot(object)
    def _show_open_failure(self, error: Exception) -> None:
        self.list.show_empty(Empty.NO_ARCHIVE)
        from gui import messages

        messages.show_error(self, error, self._settings.text("language"))

    def _show_palette(self) -> None:
        from gui import palette

        every = palette.entries(self.actions_by_id, self._settings, self.searches.entries())
        self.sheets.show_palette(every)

    @Slot(object)
    def _do_empty_action(self, reason: Empty) -> None:
        match reason:
            case Empty.NO_ARCHIVE:
                self.opening.ask()
            case Empty.NO_ARTICLES:
                self.intake.ask_files()
            case Empty.NO_RESULT:
                self.navigation.clear()

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Import files and folders into the open archive."""
        self.intake.bring(paths)

    @Slot(object, bool)
    def _show_import(self, progress: "ImportProgress", running: bool) -> None:
        self.status.show_import(progress, running=running)

    @Slot()
    def _cancel(self) -> None:
        if self.output.running:
            self.output.cancel()
        else:
            self.intake.cancel()

    @Slot(object)
    def _show_all_values(self, facet: Facet) -> None:
        title = self.sidebar.sections[facet].view.accessibleName()
        self.sheets.show_all_values(facet, title)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this machine are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        event.acceptProposedAction()
        self.import_paths(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window stands."""
        self._settings.set("geometry", bytes(self.saveGeometry().data()))
        self._settings.set("splitter", bytes(self.splitter.saveState().data()))
        if self._is_complete:
            self.note.save()
            self.intake.close()
            self.output.close()
            whole = self.answering.whole
            if self.archive_path is not None and whole is not None:
                glance.remember(self.archive_path, whole)
        super().closeEvent(event)
