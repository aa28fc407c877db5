"""The open article's part in the window: opening it, its names and copies, keys for it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction

from gui.answers import Opened
from gui.asking import Asking
from gui.models.mention_model import Entry
from gui.naming import Naming
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList
from gui.panes.article_page import ArticlePage
from gui.sheets import Sheets
from newsarchive.search.query import Facet


class Reading(QObject):
    """Shows in the page what the place one is at says."""

    def __init__(
        self,
        asking: Asking,
        navigation: Navigation,
        naming: Naming,
        sheets: Sheets,
        rows: ArticleList,
        page: ArticlePage,
    ) -> None:
        super().__init__(page)
        self._asking, self._navigation = asking, navigation
        self._naming, self._sheets, self._page = naming, sheets, page
        self._compare: QAction | None = None
        asking.articleArrived.connect(self._show)
        asking.relatedArrived.connect(page.show_related)
        naming.articleChanged.connect(self.again)
        navigation.articleChanged.connect(self._change)
        page.compareWanted.connect(self.compare)
        page.copyChosen.connect(navigation.open_article)
        page.entityChosen.connect(self._choose)
        rows.articleChosen.connect(navigation.follow)
        rows.pageWanted.connect(page.page)
        rows.readWanted.connect(self.read)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about reading do."""
        return {
            "copy": self._page.copy,
            "compare": self.compare,
            "focus_article": self.read,
            "caret": self._use_caret,
        }

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """The action that only articles with copies have."""
        self._compare = actions["compare"]

    @Slot()
    def read(self) -> None:
        """Go to the article."""
        self._naming.leave()
        self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def again(self) -> None:
        """What stands in the archive about the article has changed."""
        self._change(self._navigation.article)

    @Slot()
    def compare(self) -> None:
        """Show the open article beside its copies."""
        opened = self._page.opened
        if opened is not None and opened.family:
            self._sheets.show_copies(opened)

    @Slot(object)
    def _change(self, article: int | None) -> None:
        if article is None:
            self._page.show_article(None)
        else:
            self._asking.read(article, self._navigation.query)

    @Slot(object)
    def _show(self, opened: Opened) -> None:
        self._page.show_article(opened)
        if self._compare is not None:
            self._compare.setEnabled(bool(opened.family))

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        self._navigation.choose(Facet(entry.kind.value), entry.name)

    def _use_caret(self) -> None:
        self._naming.leave()
        self._page.use_caret(not self._page.has_caret)
