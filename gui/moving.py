"""Going from one part of the window to another by keys."""

from collections.abc import Callable

from gui.finding import Finding
from gui.naming import Naming
from gui.panes.article_list import ArticleList
from gui.panes.facet_sidebar import FacetSidebar
from gui.panes.search_bar import SearchBar
from gui.reading import Reading


class Moving:
    """Puts the focus where a key asks; Escape leaves the innermost thing one is in."""

    def __init__(
        self,
        search_bar: SearchBar,
        sidebar: FacetSidebar,
        rows: ArticleList,
        naming: Naming,
        articles: Reading,
        finding: Finding,
    ) -> None:
        self._search_bar, self._sidebar, self._rows = search_bar, sidebar, rows
        self._naming, self._articles, self._finding = naming, articles, finding

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's actions do here."""
        sidebar, rows = self._sidebar, self._rows
        return {
            "toggle_facets": lambda: sidebar.setVisible(sidebar.isHidden()),
            "focus_facets": self._focus_facets,
            "focus_list": rows.focus_rows,
            "next_article": lambda: rows.move(1),
            "previous_article": lambda: rows.move(-1),
            "escape": self._escape,
        }

    def _focus_facets(self) -> None:
        self._sidebar.show()
        self._sidebar.focus_first()

    def _escape(self) -> None:
        if self._search_bar.field.hasFocus() and self._search_bar.clear():
            return
        if self._finding.leave():
            return
        if self._naming.leave():
            self._articles.read()
        else:
            self._rows.focus_rows()
